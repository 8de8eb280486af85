//! Tests selections from a schema, and the mistakes in them.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod common;

use common::{config, head::Head, schemas, sources};
use typelang_codegen::{Config, Cost, Dialect, Error, Extent, Mistake, Output};
use typelang_parser::{Options, Schema, check, schema::TypeExpr, syntax::Role};

fn checked(name: &str, text: &str) -> Schema {
    check(&sources(name, text), &Options::default()).schema
}

/// Returns the goldens whose settings select nothing. A type of the user's needs nothing, so that `.` leaves out its
/// constructors.
fn whole() -> impl Iterator<Item = (String, String)> {
    schemas().into_iter().filter(|(_, text)| {
        let head = Head::read(text).unwrap();
        !["only", "opaque", "extern_path"].iter().any(|setting| head.sets(setting))
    })
}

fn assert_is_rust(output: &Output, case: &str) {
    for (path, text) in &output.files {
        assert!(syn::parse_file(text).is_ok(), "{case}: {path}");
    }
}

#[test]
fn everything_is_what_no_selection_is() {
    for (name, text) in whole() {
        // If nothing is declared, a selection selects nothing, which is a mistake.
        if checked(&name, &text).combinators.is_empty() {
            continue;
        }
        let sources = sources(&name, &text);
        let all = config(&text).format(false).generate(&sources).unwrap();
        assert!(
            config(&text).format(false).only(["."]).generate(&sources).unwrap() == all,
            "{name}"
        );
    }
}

#[test]
fn whatever_is_named_is_there() {
    for (name, text) in whole() {
        for combinator in checked(&name, &text).combinators {
            let mut config = config(&text);
            let plan = config.only([&combinator.name]).format(false).plan(&sources(&name, &text));
            let case = format!("{name}: {}", combinator.name);
            // A type with parameters has constructors only where it is used.
            let TypeExpr::Apply(made) = &combinator.result else { continue };
            if combinator.role == Role::Constructor && !made.args.is_empty() {
                continue;
            }
            let plan = plan.unwrap_or_else(|error| panic!("{case}: {error}"));
            let is_it = |tl: &str| tl.split('<').next() == Some(&combinator.name);
            assert!(plan.names.iter().any(|named| is_it(&named.tl)), "{case}");
        }
    }
}

#[test]
fn whatever_can_be_opaque_is_generated() {
    let (mut generated, mut refused) = (0, 0);
    for (name, text) in whole() {
        for ty in checked(&name, &text).types {
            let case = format!("{name}: {}", ty.name);
            let mut config = config(&text);
            match config.opaque([&ty.name]).format(false).generate(&sources(&name, &text)) {
                Ok(output) => {
                    generated += 1;
                    assert_is_rust(&output, &case);
                }
                Err(Error::Settings { mistakes }) => {
                    refused += 1;
                    // Other settings for the type have no effect then.
                    let is_it = |one: &Mistake| one.subject() == ty.name;
                    assert!(mistakes.iter().all(is_it), "{case}: {mistakes:?}");
                }
                Err(other) => panic!("{case}: {other}"),
            }
        }
    }
    assert!(generated > 100 && refused > 30, "{generated} generated, {refused} refused");
}

const SCHEMA: &str = "\
peer id:long = Peer;
chat peer:Peer = Chat;
chatEmpty = Chat;
bare x:%Peer = Bare;
maybe {t:Type} value:t = Maybe t;
m.box chat:Chat = m.Box;
---functions---
m.send chat:Chat = m.Box;
m.list = Vector<Bare>;
get m:(Maybe int) = Bool;
";

/// Mistaken selections: roots, opaque types, and messages.
const MISTAKEN: &[(&[&str], &[&str], &[&str])] = &[
    (&["m.sent"], &[], &["nothing in the schema is called `m.sent`; did you mean `m.send`?"]),
    (&["n.*"], &[], &["nothing in the schema is called `n.*`; did you mean `m.*`?"]),
    (&["qqqqqqqq"], &[], &["nothing in the schema is called `qqqqqqqq`"]),
    (
        &["m.se*"],
        &[],
        &[
            "`m.se*`: `*` selects a whole namespace, as in `messages.*`, and cannot match a part of a name",
        ],
    ),
    (
        &["m.send"],
        &["Chatt", "chat"],
        &[
            "opaque(\"Chatt\"): the schema has no type of this name; did you mean `Chat`?",
            "opaque(\"chat\"): only types can be opaque, not single constructors; did you mean `Chat`?",
        ],
    ),
    (&[], &["Vector"], &["opaque(\"Vector\"): `Vector` is predefined, and has a form of its own"]),
    (
        &[],
        &["Maybe"],
        &["opaque(\"Maybe\"): `Maybe` takes arguments, which its bytes do not contain"],
    ),
    (
        &["chatEmpty", "Chat"],
        &["Chat"],
        &[
            "opaque(\"Chat\"): `only` selects `chatEmpty` by name, but values of `Chat` are not generated; remove one of the two",
            "opaque(\"Chat\"): `only` selects `Chat` by name, but values of `Chat` are not generated; remove one of the two",
        ],
    ),
    (
        &[],
        &["Peer"],
        &[
            "opaque(\"Peer\"): `bare` holds a bare value of it, which has no id to decode it by; do not make it opaque",
        ],
    ),
];

#[test]
fn mistaken_selections_say_what_to_do() {
    for (only, opaque, want) in MISTAKEN {
        let mut config = Config::new();
        let error = config.only(*only).opaque(*opaque).generate(&sources("a", SCHEMA)).unwrap_err();
        assert!(matches!(error, Error::Settings { .. }), "{error}");
        let report = error.to_string();
        assert_eq!(report.lines().count(), want.len(), "{report}");
        for (line, end) in report.lines().zip(*want) {
            assert!(line.contains("tests/select.rs:") && line.ends_with(end), "{line}\n{end}");
        }
    }
    let mut config = Config::new();
    let error = config.opaque(["Chat"]).reflect(false).generate(&sources("a", SCHEMA)).unwrap_err();
    assert!(error.to_string().contains("remove `reflect(false)`"), "{error}");
}

#[test]
fn a_bare_value_that_is_not_kept_matters_to_nobody() {
    let mut config = Config::new();
    let output = config.only(["m.send"]).opaque(["Peer"]).generate(&sources("a", SCHEMA)).unwrap();
    assert!(output.files["types.rs"].contains("pub peer: tl::Opaque<enums::Peer>,"));
    assert!(!output.files["types.rs"].contains("struct Bare"));
}

#[test]
fn types_whose_ids_combine_to_one_number_may_be_opaque() {
    let text = "a#00000001 = A;\nb#00000003 x:A = B;\nc#00000002 x:B = B;\nd#00000004 b:B = D;";
    let mut config = Config::new();
    let output = config.opaque(["B"]).generate(&sources("a", text)).unwrap();
    assert!(output.files["types.rs"].contains("pub b: tl::Opaque<enums::B>,"));
}

#[test]
fn a_namespace_may_hold_what_is_opaque() {
    let mut config = Config::new();
    let plan = config.only(["m.*"]).opaque(["m.Box"]).plan(&sources("a", SCHEMA)).unwrap();
    let rows: Vec<(&str, &str, &str)> =
        plan.names.iter().map(|it| (&*it.tl, it.kind.word(), &*it.rust)).collect();
    assert!(rows.contains(&("m.Box", "opaque", "enums::m::Box")), "{rows:?}");
    assert!(rows.contains(&("m.send", "function", "functions::m::Send")), "{rows:?}");
    assert!(rows.iter().all(|(tl, ..)| *tl != "m.box"), "{rows:?}");
}

#[test]
fn where_a_value_may_be_any_all_of_the_schema_is_carried() {
    let text = "any x:Object = Any;\nother = Other;\none x:int = One;";
    let tlo = |config: &Config| {
        let mut data = config.generate(&sources("a", text)).unwrap().data;
        data.remove("schema.tlo").unwrap()
    };
    let all = tlo(&Config::new());
    assert!(tlo(Config::new().only(["Any"])) == all);
    assert!(tlo(Config::new().only(["One"])).len() < all.len());
}

#[test]
fn types_of_the_users_need_nothing() {
    let text = "a b:B = A;\nb c:C = B;\nc = C;";
    let mut config = Config::new();
    config.only(["A"]).extern_path("B", "::my::B");
    let output = config.generate(&sources("a", text)).unwrap();
    assert!(output.files["types.rs"].contains("pub b: ::my::B,"));
    assert!(!output.files["types.rs"].contains("struct C"));
}

#[test]
fn types_of_the_users_are_as_deep_with_a_selection_as_without() {
    let text = "leaf = S;\nnode x:Ext = S;\next s:S = Ext;\nmore s:S t:S = Ext;\n\
                deep e:Ext = D;\nflat x:F = D;\nf x:G = F;\ng = G;";
    let mut config = Config::new();
    let all = config.extern_path("Ext", "::my::Ext").generate(&sources("a", text)).unwrap();
    let enums = &all.files["enums.rs"];
    assert_eq!(
        enums.matches(".nested(").count(),
        1,
        "only `S` holds itself, through `Ext`:\n{enums}"
    );
    assert!(enums.contains("\"D\");\n                Self::Flat("), "`Ext` may be deep:\n{enums}");
    let selected = config.only(["S", "D"]).generate(&sources("a", text)).unwrap();
    assert_eq!(&selected.files["enums.rs"], enums);
}

/// Makes an [`Extent`] from its fields in order.
fn extent([constructors, types, methods, fields]: [usize; 4]) -> Extent {
    let mut extent = Extent::default();
    (extent.constructors, extent.types) = (constructors, types);
    (extent.methods, extent.fields) = (methods, fields);
    extent
}

fn named(rows: &[(&str, [usize; 4])]) -> Vec<(String, Extent)> {
    rows.iter().map(|(name, of)| ((*name).to_owned(), extent(*of))).collect()
}

#[test]
fn a_cost_is_what_is_kept_and_what_cuts_would_save() {
    let (_, text) = schemas().into_iter().find(|(name, _)| name == "opaque").unwrap();
    let sources = sources("opaque", &text);
    let mut config = Config::new();
    let cost = config.only(["getUpdate", "sendMedia"]).cost(&sources).unwrap();
    let want = Cost {
        schema: extent([13, 7, 3, 22]),
        kept: extent([11, 6, 2, 18]),
        roots: named(&[("getUpdate", [10, 5, 1, 14]), ("sendMedia", [7, 4, 1, 12])]),
        cuts: named(&[
            ("Update", [4, 2, 0, 6]),
            ("RichText", [3, 1, 0, 3]),
            ("Media", [2, 1, 0, 3]),
            ("Message", [1, 1, 0, 3]),
            ("Post", [1, 1, 0, 3]),
            ("Point", [1, 1, 0, 2]),
        ]),
    };
    assert_eq!(cost, want);
    let cost = config.opaque(["Update", "Media"]).cost(&sources).unwrap();
    assert_eq!(cost.kept, extent([2, 2, 2, 6]));
}

/// Anything missing is refused and never invented, so the rest needs no knowledge of it.
#[test]
fn numbers_may_decide_of_objects_and_opaque_values() {
    for text in [
        "b x:int = B;\na {n:#} y:n.0?Object = A n;\nholder m:# a:(A m) = Holder;",
        "b x:int = B;\na y:100*[ Object ] = A;",
        "b x:int = B;\na {n:#} y:n.0?B = A n;\nholder m:# a:(A m) = Holder;",
        "b x:int = B;\na y:100*[ B ] = A;",
    ] {
        let mut config = Config::new();
        let output = config.dialect(Dialect::Telegram).opaque(["B"]).generate(&sources("a", text));
        assert!(output.unwrap().files["types.rs"].contains("out.expect_"), "{text}");
    }
}
