//! Tests the errors of `Config` for faulty schemas and settings.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod common;

use std::{env, fs, path::Path};

use common::sources;
use typelang_codegen::{Config, Dialect, Error, MaxReports, Memory, Serde, Text};

/// Returns the report for a schema that must be refused.
#[track_caller]
fn report(config: &Config, text: &str) -> String {
    let error = config.generate(&sources("a", text)).expect_err("the schema is refused");
    assert_eq!(format!("{error:?}"), error.to_string(), "`unwrap` shows the report too");
    error.to_string()
}

#[test]
fn faults_are_a_report_with_place_and_remedy() {
    let error = Config::new().generate(&sources("a", "user id:lonk = User;")).unwrap_err();
    assert!(matches!(error, Error::Schema { .. }));
    let want = "\
the schema has faults

error[TL0107]: unknown type or constructor `lonk`
 --> a.tl:1:9
  |
1 | user id:lonk = User;
  |         ^^^^ not declared
  |
help: did you mean `long`?
  |
1 - user id:lonk = User;
1 + user id:long = User;
  |

1 error";
    assert_eq!(format!("{error:?}"), want);
}

#[test]
fn bits_are_kept_where_the_selector_or_the_dialect_says() {
    let text = "n.a mode:# x:mode.0?int = n.A;\nb mode:# x:mode.0?int = B;";
    let kept = |config: &Config| {
        let files = config.generate(&sources("a", text)).unwrap().files;
        ["types.rs", "types/n.rs"]
            .map(|path| files[path].contains("pub mode: tl::FreeBits<0xfffffffe>"))
    };
    assert_eq!(kept(&Config::new()), [false, false]);
    assert_eq!(kept(Config::new().keep_flag_bits("b")), [true, false]);
    assert_eq!(kept(Config::new().keep_flag_bits("n")), [false, true]);
    assert_eq!(kept(Config::new().dialect(Dialect::Ton)), [true, true]);
    assert_eq!(kept(Config::new().dialect(Dialect::Vk)), [true, true]);
    assert_eq!(kept(Config::new().dialect(Dialect::Tdlib)), [false, false]);
    let mut config = Config::new();
    config.keep_flag_bits("m.a");
    let want =
        "keep_flag_bits(\"m.a\"): nothing in the schema is called `m.a`; did you mean `n.a`?";
    assert!(report(&config, text).ends_with(want));
}

/// Walks know that something may depend on the bit in the declaration, and refuse it.
#[test]
fn bits_are_not_kept_where_a_constant_leaves_out_what_they_tell_of() {
    let text = "p {n:#} word:# rows:n.0?2*[ y:word.31?int ] z:word.0?int = P n;\n\
                u x:(p 2) y:(p 1) = U;";
    let mut config = Config::new();
    config.dialect(Dialect::Telegram);
    let types = &config.generate(&sources("a", text)).unwrap().files["types.rs"];
    assert!(!types.contains("self.word"), "{types}");
    config.dialect(Dialect::Vk);
    let types = &config.generate(&sources("a", text)).unwrap().files["types.rs"];
    assert!(types.contains("pub word: tl::FreeBits<0x7ffffffe>"), "{types}");
}

/// Schemas of a few lines that would expand to very many, or very long, names and types.
#[test]
fn small_schemas_do_not_make_types_without_end() {
    let link = |at| format!("t{at} {{X:Type}} x:(t{} (pair X X)) = T{at} X;\n", at + 1);
    let chain = (0..40).map(link).collect::<Vec<_>>().concat();
    let pair = "pair {X:Type} {Y:Type} a:(vector X) b:(vector Y) = Pair X Y;";
    let pairs = format!("{pair}\n{chain}t40 {{X:Type}} x:X = T40 X;\nroot x:(t0 int) = Root;");
    let files = Config::new().generate(&sources("a", &pairs)).unwrap().files;
    assert!(files["types.rs"].len() < 500_000);
    let nat = "zero = Nat 0;\nsucc {n:#} before:(Nat n) = Nat (n+1);\na x:(Nat 4000000000) = A;";
    assert!(report(&Config::new(), nat).contains("the schema expands to more than 20,000 types"));
    let numbers: Vec<String> = (1..40).map(|at| format!("f{at}:f{}.0?#", at - 1)).collect();
    let chain = report(&Config::new(), &format!("a f0:# {} = A;", numbers.join(" ")));
    assert!(chain.contains("error[TL0917]"));
    let growing = "g {n:#} x:n.0?(g (n+1)) = G n;\na x:(g 0) y:(g 1) = A;";
    assert!(Config::new().generate(&sources("a", growing)).is_ok());
}

#[test]
fn attributes_and_paths_that_are_not_rust_are_shown() {
    let text = "a = A;";
    for attribute in ["derive(Eq)", "#[derive(Eq", "#[derive(Eq)] struct A;", "#![allow(unused)]"] {
        let report = report(Config::new().type_attribute(".", attribute), text);
        let start = format!("type_attribute(\".\", …): `{attribute}` is not an attribute such as");
        assert!(report.contains(&start), "{report}");
    }
    for path in ["", "my Peer", "::my::", "my::Peer;"] {
        let report = report(Config::new().extern_path("A", path), text);
        let start = format!("extern_path(\"A\", …): `{path}` is not a path");
        assert!(report.contains(&start), "{report}");
    }
}

#[test]
fn modules_need_a_free_name() {
    for name in ["types", "enums", "functions", "tl", "Upper", "two words", "", "mod", "self"] {
        let mut config = Config::new();
        config.module_sources(name, sources("b", "b = B;"));
        let report = report(&config, "a = A;");
        let start = format!("module_sources(\"{name}\", …): write a name");
        assert!(report.contains(&start), "{report}");
    }
}

#[test]
fn a_fault_in_a_further_module_is_reported_under_its_file() {
    let mut config = Config::new();
    config.module_sources("other", sources("other", "b x:foo = B;"));
    assert!(report(&config, "a = A;").contains("other.tl:1:5"));
}

#[test]
fn requests_for_a_module_have_its_name_in_front() {
    let text = "a x:int = A;\nb x:int = B;\nc b:B = C;\nd x:int = D;";
    let config = || {
        let mut config = Config::new();
        config.module_sources("other", sources("other", text));
        config
    };
    let mut asking = config();
    asking.rename("a", "One").rename("other::a", "Two").only(["other::a", "other::c"]);
    asking.opaque(["other::B"]).type_attribute("other::.", "#[my::attribute]");
    let files = asking.generate(&sources("root", text)).unwrap().files;
    let structs = |path: &str| {
        let names = files[path].lines().filter_map(|line| line.strip_prefix("pub struct "));
        names.map(|line| line.trim_end_matches(" {")).collect::<Vec<_>>()
    };
    assert_eq!(structs("types.rs"), ["B", "C", "D", "One"]);
    assert_eq!(structs("other/types.rs"), ["C", "Two"]);
    let marked = |path: &str| files[path].contains("#[my::attribute]");
    assert_eq!((marked("types.rs"), marked("other/types.rs")), (false, true));

    let unknown = report(config().rename("othr::a", "Two"), text);
    let says = "rename(\"othr::a\", …): there is no module `othr`";
    assert!(unknown.contains(says), "{unknown}");
    let misspelt = report(config().rename("other::aa", "Two"), text);
    let says = "rename(\"other::aa\", …): nothing in the schema is called `other::aa`; did you mean `other::a`?";
    assert!(misspelt.contains(says), "{misspelt}");
    let both = report(config().rename("aa", "One").rename("other::bb", "Two"), text);
    assert!(both.contains("called `aa`") && both.contains("called `other::bb`"), "{both}");
    let opaque = report(config().opaque(["othr::A"]), text);
    assert!(opaque.contains("opaque(\"othr::A\"): there is no module"), "{opaque}");
}

#[test]
fn attributes_reach_what_they_select_and_nothing_else() {
    let text = "n.one x:int = n.One;\nn.two = n.Two;\nn.three = n.Two;\none x:int = One;";
    let texts = |selector| {
        let mut config = Config::new();
        config.type_attribute(selector, "#[my::attribute]");
        let files = config.generate(&sources("a", text)).unwrap().files;
        let marked = |text: &String| text.matches("#[my::attribute]").count();
        ["types.rs", "types/n.rs", "enums/n.rs"].map(|path| marked(&files[path]))
    };
    assert_eq!(texts("n"), [0, 1, 1]);
    assert_eq!(texts("n.one"), [0, 1, 0]);
    assert_eq!(texts("n.Two"), [0, 0, 1]);
    assert_eq!(texts("one"), [1, 0, 0]);
    assert_eq!(texts("."), [1, 1, 1]);
}

#[test]
fn types_of_the_user_are_used_and_not_generated() {
    let mut config = Config::new();
    config.extern_path("Peer", "::my::Peer");
    let text = "peerA n:# x:n*[ int ] = Peer;\npeerB = Peer;\na p:Peer v:Vector<Peer> = A;";
    let output = config.generate(&sources("a", text)).unwrap();
    assert!(output.files["types.rs"].contains("pub p: ::my::Peer,"));
    assert!(output.files["types.rs"].contains("pub v: tl::Vec<::my::Peer>,"));
    assert!(output.files.values().all(|text| !text.contains("PeerA")));
}

#[test]
fn types_of_the_user_take_the_types_that_the_schema_gives_them() {
    let mut config = Config::new();
    config.extern_path("Maybe", "::my::Maybe");
    let text = "no {t:Type} = Maybe t;\nyes {t:Type} value:t = Maybe t;\nb x:int = B;\n\
                a x:Maybe<int> y:Maybe<Int> z:Maybe<b> v:Vector<Maybe<B>> = A;";
    let output = config.generate(&sources("a", text)).unwrap();
    let types = &output.files["types.rs"];
    assert!(types.contains("pub x: ::my::Maybe<i32>,"), "{types}");
    assert!(types.contains("pub y: ::my::Maybe<tl::WithId<0xa8509bda, i32>>,"), "{types}");
    assert!(types.contains("pub z: ::my::Maybe<tl::Bare<types::B>>,"), "{types}");
    assert!(types.contains("pub v: tl::Vec<::my::Maybe<types::B>>,"), "{types}");
    assert!(output.files.values().all(|text| !text.contains("struct Yes")));
    assert!(types.contains("CAN_DISAGREE: bool = <::my::Maybe<i32> as tl::Encode>::CAN_DISAGREE"));
    let circular = "no {t:Type} = Maybe t;\nyes {t:Type} value:t = Maybe t;\na next:Maybe<a> = A;";
    let output = config.generate(&sources("a", circular)).unwrap();
    assert!(output.files["types.rs"].contains("pub next: ::my::Maybe<tl::Bare<types::A>>,"));
    assert!(!output.files["types.rs"].contains("CAN_DISAGREE"), "it would ask for itself");
    config.extern_path("N", "::my::N");
    let numbers = format!("{text}\nn {{n:#}} = N n;\nc x:N<3> = C;");
    assert!(
        report(&config, &numbers).contains("error[TL0913]: a type of your own that takes numbers")
    );
}

#[test]
fn root_files_need_a_free_name_in_the_folder() {
    for name in ["types.rs", "enums.rs", "functions.rs", "../lib.rs", "a\\lib.rs", "lib", ".rs", ""]
    {
        let report = report(Config::new().root_file(name), "a = A;");
        assert!(report.contains(&format!("root_file({name:?}): write a file name")), "{report}");
    }
    let output = Config::new().root_file("api.rs").generate(&sources("a", "a = A;")).unwrap();
    assert!(output.files.contains_key("api.rs"));
}

#[test]
fn files_that_cannot_be_schemas_are_named_with_what_is_wrong() {
    let compile = |schemas: &[&str]| {
        let mut config = Config::new();
        config.out_dir(Path::new(env!("CARGO_TARGET_TMPDIR")).join("config-files"));
        config.compile(schemas).unwrap_err().to_string()
    };
    let here = env::current_dir().unwrap();
    let absent = compile(&["absent.tl"]);
    assert!(absent.starts_with("absent.tl: "), "{absent}");
    assert!(absent.ends_with(&format!(", in {}", here.display())), "{absent}");
    assert!(compile(&[]).starts_with("name at least one schema"));
    let binary = Path::new(env!("CARGO_TARGET_TMPDIR")).join("binary.tl");
    fs::write(&binary, b"a = A;\n\xff").unwrap();
    let report = compile(&[&binary.display().to_string()]);
    let said = "binary.tl: cannot be read: not UTF-8 at byte 7, in line 2; save it as UTF-8";
    assert!(report.ends_with(said), "{report}");
}

#[test]
fn drift_without_a_command_still_says_what_to_do() {
    let output = Config::new().generate(&sources("a", "a = A;")).unwrap();
    let absent = Path::new("absent");
    let report = Config::new().check_output(&output, absent).unwrap_err().to_string();
    assert!(report.ends_with("to fix this, generate again and commit the result"), "{report}");
}

#[test]
fn items_added_to_a_divided_module_leave_the_others_in_their_files() {
    let item = |name: String| format!("{name} x:int = {};\n", name.to_uppercase());
    let mut words: Vec<String> = (0..60)
        .map(|at: u8| ["ab", "ba", "by", "ca"][usize::from(at % 4)].to_owned() + &at.to_string())
        .collect();
    let files = |words: &[String]| {
        let text: String = words.iter().cloned().map(item).collect();
        Config::new().file_limit(30_000).generate(&sources("a", &text)).unwrap().files
    };
    let before = files(&words);
    words.push("zz".to_owned());
    words.push("aa".to_owned());
    let after = files(&words);
    let paths: Vec<&str> =
        before.keys().map(String::as_str).filter(|path| path.starts_with("types/")).collect();
    assert_eq!(paths, ["types/_a.rs", "types/_ba.rs", "types/_by.rs", "types/_c.rs"]);
    let is_changed = |path: &&&str| before[**path] != after[**path];
    assert_eq!(paths.iter().filter(is_changed).collect::<Vec<_>>(), [&"types/_a.rs"]);
    assert!(after.contains_key("types/_z.rs"));
}

#[test]
fn serde_needs_a_schema_that_can_be_read_again() {
    let mut config = Config::new();
    config.serde(Serde::Always);
    // 2 ^ 3 is 1, but the compiled form still distinguishes the types.
    let text = "a#00000001 = A; b#00000002 = B; c#00000003 = B;";
    assert!(config.generate(&sources("a", text)).is_ok());
    assert!(config.generate(&sources("a", "a = A; b = B; c = B;")).is_ok());
    let error = config.reflect(false).generate(&sources("a", "a = A;")).unwrap_err().to_string();
    assert!(error.contains("serde(…): serde's traits need the schema"), "{error}");
}

#[test]
fn serde_may_depend_on_a_feature_of_the_crate() {
    let mut config = Config::new();
    config.serde(Serde::Feature("json".to_owned()));
    let output = config.generate(&sources("a", "a = A;")).unwrap();
    let root = &output.files["lib.rs"];
    assert!(root.ends_with("\n#[cfg(feature = \"json\")]\nmod serde_impls;\n"), "{root}");
    assert!(output.files["serde_impls.rs"].contains("    types::A = \"a#"));
    assert!(
        !Config::new()
            .generate(&sources("a", "a = A;"))
            .unwrap()
            .files
            .contains_key("serde_impls.rs")
    );
}

#[test]
fn serde_for_no_types_imports_nothing() {
    // The code also compiles under lints that deny unused imports.
    for text in ["", "// nothing", "vector {t:Type} # [ t ] = Vector t;"] {
        let output = Config::new().serde(Serde::Always).generate(&sources("a", text)).unwrap();
        let impls = &output.files["serde_impls.rs"];
        assert_eq!(impls.lines().count(), 1, "{impls}");
    }
}

#[test]
fn files_of_others_are_not_replaced() {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("others");
    fs::create_dir_all(&dir).unwrap();
    let (schema, root) = (dir.join("a.tl"), dir.join("lib.rs"));
    fs::write(&schema, "user = User;").unwrap();
    fs::write(&root, "fn mine() {}").unwrap();
    let error = Config::new().out_dir(&dir).compile(&[&schema]).unwrap_err().to_string();
    assert!(error.contains("lib.rs` is not generated, so it is not overwritten"), "{error}");
    assert_eq!(fs::read_to_string(&root).unwrap(), "fn mine() {}");
    assert!(!dir.join("types.rs").exists(), "nothing else is written either");
}

#[test]
fn a_limit_too_low_for_a_box_is_told_and_nothing_worse() {
    for limit in [0, 5, 15] {
        let report = report(Config::new().enum_limit(limit), "a x:long y:long = A;\nb = A;");
        assert!(report.contains(&format!("enum_limit({limit}): a box")), "{report}");
    }
}

#[test]
fn a_selection_that_cannot_be_hides_no_other_mistake() {
    let mut config = Config::new();
    config.only(["aa"]).opaque(["Bb"]).rename("cc", "See").boxed("b.y");
    let report = report(&config, "a x:int = A;\nb x:A = B;\nc b:B = C;");
    for call in ["only(\"aa\")", "opaque(\"Bb\")", "rename(\"cc\"", "boxed(\"b.y\")"] {
        assert_eq!(report.matches(call).count(), 1, "{call}\n{report}");
    }
}

#[test]
fn new_names_are_such_as_rustc_takes_without_a_word() {
    let text = "a x:int = A;\nb y:int = B;\nc = B;";
    for (selector, name, wrong) in [
        ("a", "two_words", "write it in UpperCamelCase"),
        ("a", "small", "write it in UpperCamelCase"),
        ("B.c", "see", "write it in UpperCamelCase"),
        ("a.x", "Large", "write it in snake_case"),
        ("a", "_small", "write it in UpperCamelCase"),
        ("a", "A1_b2", "write it in UpperCamelCase"),
        ("a.x", "a__b", "write it in snake_case"),
        ("a", "tl", "write it in UpperCamelCase"),
        ("a", "Schema", "call their schema `Schema`"),
    ] {
        let report = report(Config::new().rename(selector, name), text);
        let call = format!("rename(\"{selector}\", …)");
        assert!(report.contains(&call) && report.contains(wrong), "{report}");
    }
    let mut config = Config::new();
    config.rename("a", "IPv6_2").rename("B", "r#Bee").rename("a.x", "tl").rename("B.c", "C_");
    assert!(config.generate(&sources("a", text)).is_ok());
}

#[test]
fn what_has_no_literal_elsewhere_has_new() {
    let text = "a x:int = A;\n---functions---\nf = A;\ng a:A = A;";
    let mut config = Config::new();
    let plain = config.generate(&sources("a", text)).unwrap();
    assert!(plain.files.values().all(|text| !text.contains("pub fn new")));
    let sealed = config.type_attribute(".", "#[non_exhaustive]").generate(&sources("a", text));
    let files = sealed.unwrap().files;
    assert!(files["types.rs"].contains("pub fn new(x: i32) -> Self"));
    assert!(files["functions.rs"].contains("pub fn new() -> Self"));
    assert!(files["functions.rs"].contains("pub fn new(a: types::A) -> Self"));
    for (attribute, has_new) in [
        ("#[doc = \"x\"] #[non_exhaustive]", true),
        ("#[cfg_attr(all(), non_exhaustive)]", true),
        ("#[doc = \"non_exhaustive\"]", false),
    ] {
        let mut config = Config::new();
        config.type_attribute("a", attribute);
        let files = config.generate(&sources("a", text)).unwrap().files;
        assert_eq!(files["types.rs"].contains("pub fn new"), has_new, "{attribute}");
    }
}

#[test]
fn a_field_that_shares_a_bit_is_told_with_the_one_it_is_part_of() {
    let text = "photo flags:# w:flags.0?int h:flags.0?int big:flags.0?true = Photo;";
    let report = report(Config::new().rename("photo.w", "width"), text);
    assert!(
        report.contains("`photo.w` shares its bit, and is part of the field `photo.w_and_h`"),
        "{report}"
    );
    assert!(Config::new().rename("photo.w_and_h", "size").generate(&sources("a", text)).is_ok());
}

#[test]
fn what_stands_above_all_layers_is_the_oldest() {
    let text = "note#00000002 x:int = Note;\n===17===\nnote#00000001 y:int = Note;";
    let files = Config::new().generate(&sources("a", text)).unwrap().files;
    assert!(files["types.rs"].contains("pub struct Note0 {\n    pub x: i32,"));
    assert!(files["types.rs"].contains("pub struct Note {\n    pub y: i32,"));
}

#[test]
fn an_arena_holds_no_other_text() {
    let text = "a x:int y:string = A;\nb = A;";
    let mut config = Config::new();
    config.memory(Memory::Arena).string_type("::a::Text").bytes_type("::b::Bytes");
    let report = report(&config, text);
    for call in ["string_type(\"::a::Text\")", "bytes_type(\"::b::Bytes\")"] {
        assert!(report.contains(call), "{call}: {report}");
    }
    assert!(report.contains("hold text as `&str` and `&[u8]`"), "{report}");
    let types = |config: &Config| {
        let mut files = config.generate(&sources("a", text)).unwrap().files;
        files.remove("types.rs").unwrap()
    };
    let arena = types(Config::new().memory(Memory::Arena));
    assert!(arena.contains("pub y: &'de str"), "{arena}");
    // The order of the calls does not matter.
    assert_eq!(types(Config::new().text(Text::Owned).memory(Memory::Arena)), arena);
    assert_eq!(types(Config::new().memory(Memory::Arena).text(Text::Owned)), arena);
    assert_eq!(
        types(Config::new().memory(Memory::Arena).memory(Memory::Heap)),
        types(&Config::new())
    );
}

/// A build script's report is limited too, and a setting shows everything.
#[test]
fn reports_are_bounded() {
    let text = ";".repeat(1_000);
    let faults = |config: &Config| report(config, &text).matches("error[TL0029]").count();
    assert_eq!(faults(&Config::new()), 100);
    assert_eq!(faults(Config::new().max_reports(MaxReports::AtMost(3))), 3);
    assert_eq!(faults(Config::new().max_reports(MaxReports::All)), 1_000);
    let short = report(Config::new().max_reports(MaxReports::AtMost(3)), &text);
    let end = "… and 997 errors more; `Config::max_reports` sets how many are shown\n\n1000 errors";
    assert!(short.ends_with(end), "{short}");
    let Err(Error::Schema { report }) = Config::new().generate(&sources("a", &text)) else {
        panic!("the schema is refused")
    };
    assert_eq!(report.diagnostics().len(), 1_000);
    assert_eq!(report.sources().iter().count(), 1);
}
