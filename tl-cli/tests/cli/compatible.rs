//! `tl diff` for schemas that replace each other in place: the rules of VK's linter, by the names of its cases.

use serde_json::Value;

use crate::support::Folder;

/// Declarations of the old schema, by name; a case replaces some of them.
const OLD: [(&str, &str); 9] = [
    ("whole", "whole#00000001 value:int = Whole;"),
    ("pair", "pair#00000002 a:%Whole b:%Whole = Pair;"),
    ("text", "text#00000003 value:string flags:int = Value;"),
    ("number", "number#00000004 value:long flags:int = Value;"),
    ("goods", "goods#00000005 {mode:#} kind:int date:int gone:mode.0?Bool = Goods mode;"),
    ("stats", "stats#00000006 {mask:#} waiting:mask.0?int done:mask.1?int = Stats mask;"),
    ("two", "two#00000007 {a:#} {b:#} x:a.0?int y:b.0?int = Two a b;"),
    ("map", "map#00000008 {X:Type} {Y:Type} key:X value:Y = Map X Y;"),
    ("full", ""),
];

const OLD_METHODS: [(&str, &str); 4] = [
    ("goods.planned", "@any goods.planned#00000011 user:int = Maybe %(Goods 0);"),
    ("goods.all", "@any goods.all#00000012 user:int mode:# from:int = Maybe %(Goods mode);"),
    ("stats.size", "@any stats.size#00000013 kind:string mask:# more:mask.4?int = Stats mask;"),
    ("texts", "@any texts#00000014 prefix:string = Maybe %(Map string string);"),
];

const HEAD: &str = "boolFalse#bc799737 = Bool;\nboolTrue#997275b5 = Bool;\n\
                    nothing#00000021 {t:Type} = Maybe t;\njust#00000022 {t:Type} value:t = Maybe t;\n";

/// A schema with some declarations replaced; one of a new name is added.
fn schema(changes: &[(&str, &str)]) -> String {
    let full: Vec<String> = (0..32).map(|bit| format!(" f{bit}:m.{bit}?int")).collect();
    let full = full.concat();
    let full = format!("full#00000009 m:#{full} = Full;");
    let of = |(name, text): &(&str, &str)| {
        let text = if *name == "full" { full.clone() } else { (*text).to_owned() };
        let new = changes.iter().find(|(changed, _)| changed == name);
        new.map_or(text, |(_, new)| new.replace("FULL", full.trim_end_matches(" = Full;"))) + "\n"
    };
    let is_new =
        |(name, _): &&(&str, &str)| !OLD.iter().chain(&OLD_METHODS).any(|(known, _)| known == name);
    let added: Vec<&str> = changes.iter().filter(is_new).map(|(_, text)| *text).collect();
    let added = added.join("\n");
    let types: String = OLD.iter().map(of).collect();
    let methods: String = OLD_METHODS.iter().map(of).collect();
    format!("{HEAD}{types}---functions---\n{methods}{added}")
}

/// A case's name in VK's suite, what it changes, and the rule that it breaks.
type Case = (&'static str, &'static [(&'static str, &'static str)], &'static str);

const INCORRECT: [Case; 17] = [
    (
        "add-constructors-to-nonunion-with-bare-usages",
        &[("whole", "whole#00000001 value:int = Whole; whole2#00000031 value:int = Whole;")],
        "TL0310",
    ),
    (
        "add-fieldmask-to-old-field",
        &[(
            "goods",
            "goods#00000005 {mode:#} kind:int date:mode.1?int gone:mode.0?Bool = Goods mode;",
        )],
        "TL0306",
    ),
    (
        "add-only-fieldmask-but-without-usage",
        &[("goods.planned", "@any goods.planned#00000011 user:int f:# = Maybe %(Goods 0);")],
        "TL0309",
    ),
    ("all-fieldmask-bits-are-used", &[("full", "FULL f32:m.31?int = Full;")], "TL0308"),
    ("bit-that-already-used-1", &[("full", "FULL g:m.7?int = Full;")], "TL0308"),
    (
        "bit-that-already-used-2-from-outer-scope",
        &[(
            "stats",
            "stats#00000006 {mask:#} waiting:mask.0?int done:mask.1?int new:mask.4?int = Stats mask;",
        )],
        "TL0308",
    ),
    (
        "bit-that-already-used-3-not-used-but-forbiden",
        &[("two", "two#00000007 {a:#} {b:#} x:a.0?int y:b.0?int z:b.0?int = Two a b;")],
        "TL0308",
    ),
    (
        "bit-that-already-used-4-new-fieldmask-with-some-bits-used-in-schema-already",
        &[
            (
                "stats",
                "stats#00000006 {mask:#} {more:#} waiting:mask.0?int done:mask.1?int new:more.1?int = Stats mask more;",
            ),
            (
                "stats.size",
                "@any stats.size#00000013 kind:string mask:# more:mask.4?int = Stats mask mask;",
            ),
        ],
        "TL0308",
    ),
    (
        "change-bit-in-fieldmask",
        &[("two", "two#00000007 {a:#} {b:#} x:a.1?int y:b.0?int = Two a b;")],
        "TL0306",
    ),
    (
        "change-reference-in-fieldmask",
        &[("two", "two#00000007 {a:#} {b:#} x:b.0?int y:b.0?int = Two a b;")],
        "TL0306",
    ),
    (
        "new-arguments-added-by-fieldmask-forgotten",
        &[(
            "goods.all",
            "@any goods.all#00000012 user:int mode:# from:int f:# new:int = Maybe %(Goods mode);",
        )],
        "TL0307",
    ),
    (
        "new-arguments-added-with-new-fieldmask-but-old-one-used",
        &[(
            "goods.all",
            "@any goods.all#00000012 user:int mode:# from:int f:# new:mode.0?int = Maybe %(Goods mode);",
        )],
        "TL0307",
    ),
    (
        "new-arguments-added-without-new-fieldmask",
        &[("goods.planned", "@any goods.planned#00000011 user:int x:int = Maybe %(Goods 0);")],
        "TL0307",
    ),
    (
        "new-fields-without-fieldmask",
        &[("number", "number#00000004 value:long flags:int flags2:int = Value;")],
        "TL0307",
    ),
    (
        "new-function-first-arg-not-nat",
        &[("put", "@any put#00000041 kind:int f:# = Bool;")],
        "TL0311",
    ),
    (
        "remove-fieldmask",
        &[("two", "two#00000007 {a:#} {b:#} x:int y:b.0?int = Two a b;")],
        "TL0306",
    ),
    ("remove-fields", &[("text", "text#00000003 value:string = Value;")], "TL0305"),
];

/// A name and its new declaration.
type Changed = (&'static str, &'static str);

/// Cases that are about several declarations.
const REMOVED: [(&str, &[Changed], &[&str]); 2] = [
    (
        "remove-template-arguments",
        &[
            ("map", "map#00000008 {X:Type} key:X value:string = Map X;"),
            ("texts", "@any texts#00000014 prefix:string = Maybe %(Map string);"),
        ],
        &["TL0303", "TL0304"],
    ),
    ("remove-union-variants", &[("number", "")], &["TL0301"]),
];

const CORRECT: [(&str, &[(&str, &str)]); 2] = [
    (
        "new-function-with-non-first-args-without-fieldmask",
        &[
            (
                "goods",
                "goods#00000005 {mode:#} {f:#} kind:int date:int gone:mode.0?Bool new:f.0?int = Goods mode f;",
            ),
            ("goods.planned", "@any goods.planned#00000011 user:int f:# = Maybe %(Goods 0 f);"),
            (
                "goods.all",
                "@any goods.all#00000012 user:int mode:# from:int = Maybe %(Goods mode 0);",
            ),
            ("put", "@any put#00000041 f:# kind:int what:f.9?string until:f.7?int = Bool;"),
        ],
    ),
    ("nothing", &[]),
];

/// The rules that a change breaks, and the exit status with `--fail-on wire`.
fn broken(folder: &Folder, changes: &[(&str, &str)]) -> (i32, Vec<String>, String) {
    folder.write("new.tl", schema(changes));
    let ran = folder.tl("diff old.tl new.tl --json --fail-on wire --dialect vk");
    let lines = ran.out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let rule = |line: Value| line["rule"].as_str().map(str::to_owned);
    let mut rules: Vec<String> = lines.filter_map(rule).collect();
    rules.dedup();
    (ran.status, rules, ran.err)
}

#[test]
fn cases_have_the_verdict_of_their_names() {
    let folder = Folder::new("compatible-cases");
    folder.write("old.tl", schema(&[]));
    for (name, changes, rule) in &INCORRECT {
        let (status, rules, err) = broken(&folder, changes);
        assert_eq!(status, 1, "{name}");
        // A type that is used bare cannot have two constructors anyway, so that the schema is faulty.
        let is_told =
            if *rule == "TL0310" { err.contains("error[TL0310]") } else { rules == [*rule] };
        assert!(is_told, "{name}: {rules:?}\n{err}");
    }
    for (name, changes, expected) in &REMOVED {
        let (status, rules, err) = broken(&folder, changes);
        assert_eq!(
            (status, rules.iter().map(String::as_str).collect::<Vec<_>>()),
            (1, expected.to_vec()),
            "{name}\n{err}"
        );
    }
    for (name, changes) in &CORRECT {
        assert_eq!(broken(&folder, changes), (0, Vec::new(), String::new()), "{name}");
    }
}

#[test]
fn a_broken_rule_is_reported_in_its_place() {
    let folder = Folder::new("compatible-report");
    folder.write("old.tl", "a#00000001 x:int = A;\n");
    folder.write("new.tl", "a#00000001 x:int\n  y:int = A;\n");
    let ran = folder.tl("diff old.tl new.tl --rules");
    assert_eq!(ran.status, 0, "only --fail-on makes a difference a failure");
    assert!(ran.err.contains("error[TL0307]") && ran.err.contains("new.tl:2:3"), "{}", ran.err);
    assert_eq!(folder.tl("diff old.tl new.tl --rules --fail-on wire").status, 1);
    let ran = folder.tl("diff old.tl new.tl");
    assert_eq!(ran.err, "", "Telegram gives what it changes another id");
    let ran = folder.tl("check --explain TL0307");
    assert!(ran.out.contains("Wrong:") && ran.out.contains("z:int = Point;"), "{}", ran.out);
}
