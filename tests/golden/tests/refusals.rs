//! Tests the generator's refusals: a code for each kind, with place and remedy, and examples.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail as tests do")]

mod common;

use std::collections::BTreeSet;

use common::sources;
use typelang_codegen::{Config, Error, Serde};
use typelang_parser::{
    catalogue::{self, Entry, refusals},
    diagnostic::{Code, Severity},
};

/// Returns the codes of the refusals of a schema; none if it is generated.
fn codes(config: &Config, text: &str) -> Vec<Code> {
    match config.generate(&sources("a", text)) {
        Ok(_) => Vec::new(),
        Err(Error::Schema { report }) => report.diagnostics().iter().map(|it| it.code).collect(),
        Err(other) => panic!("{text}\n{other}"),
    }
}

/// Returns the report for a schema that must be refused.
#[track_caller]
fn report(config: &Config, text: &str) -> String {
    config.generate(&sources("a", text)).expect_err("the schema is refused").to_string()
}

/// Returns the settings for an entry's examples.
fn config(code: Code) -> Config {
    let mut config = Config::new();
    match code {
        refusals::EXTERN_NUMBERS => config.extern_path("N", "::my::N"),
        refusals::OBJECT_BEFORE => config.reflect(false),
        _ => &mut config,
    };
    config
}

fn entries() -> impl Iterator<Item = &'static Entry> {
    catalogue::entries().filter(|entry| entry.code >= Code(900))
}

#[test]
fn examples_of_the_catalogue_are_refused_and_their_mended_forms_are_not() {
    let errors = entries().filter(|entry| entry.severity == Severity::Error);
    for entry in errors.filter(|entry| !entry.bad.is_empty()) {
        let config = config(entry.code);
        assert_eq!(codes(&config, entry.bad), [entry.code], "{}", entry.bad);
        assert_eq!(codes(&config, entry.good), [], "{}: {}", entry.code, entry.good);
    }
}

/// Returns a name of `count` letters.
fn letters(count: usize) -> String {
    "a".repeat(count)
}

#[test]
fn kinds_whose_examples_are_too_long_to_show_are_refused_too() {
    let equal = |at: usize| format!("a{}x:int ", "_".repeat(at + 1));
    let equal: String = (0..70).map(equal).collect();
    let field = |at| format!("f{at}:string ");
    let fields: String = (0..44_000).map(field).collect();
    let name = letters(200);
    let long = format!("{name} = B{name};\nm {{X:Type}} x:X = M X;\nc x:(M B{name}) = C;");
    let examples = [
        (refusals::EQUAL_NAMES, format!("a {equal}= A;")),
        (refusals::LARGE_STRUCT, format!("a {fields}= A;")),
        (refusals::LONG_ARGUMENTS, long),
    ];
    for (code, text) in &examples {
        assert_eq!(codes(Config::new().serde(Serde::Always), text), [*code]);
    }
    let shown = entries().filter(|entry| !entry.bad.is_empty()).map(|entry| entry.code);
    let shown: BTreeSet<Code> = shown.chain(examples.map(|(code, _)| code)).collect();
    let all: BTreeSet<Code> = entries().map(|entry| entry.code).collect();
    assert_eq!(shown, all, "each kind has a schema that shows it");
}

#[test]
fn the_warning_shows_its_example() {
    let entry = catalogue::explain(refusals::UNUSED_TYPE).unwrap();
    let notes = |text| {
        let config = Config::new();
        let schemas = config.schemas(&sources("a", text)).unwrap();
        config.generate_from(schemas).unwrap().notes
    };
    assert!(notes(entry.bad).iter().any(|note| note.ends_with("(TL0905)")));
    assert_eq!(notes(entry.good), [""; 0]);
}

/// A code, a schema, the place in it, the message, and a part of the remedy.
const REFUSED: &[(Code, &str, &str, &str, &str)] = &[
    (
        refusals::LOOSE_NUMBER,
        "m {n:#} a:n.1?int = M n;\nt f:# n:# x:f.0?(M (n+1)) = T;",
        "2:7",
        "only a sum depends on this number, and only in some values, which is not supported",
        "the number itself",
    ),
    (
        refusals::LOOSE_NUMBER,
        "m {n:#} a:n.1?int = M n;\nt n:# x:Vector<M<(n+1)>> = T;",
        "2:3",
        "only a sum depends on this number, and only in some values, which is not supported",
        "the number itself",
    ),
    (
        refusals::LOOSE_NUMBER,
        "m {n:#} a:n.1?int = M n;\nt f:# n:f.0?# x:(M (n+1)) = T;",
        "2:7",
        "only a sum depends on this number, and only in some values, which is not supported",
        "the number itself",
    ),
    (
        refusals::CALL_AROUND_VARIABLE,
        "---functions---\nf {X:Type} q:!Vector<X> p:!X = X;",
        "2:12",
        "a call that returns a type around a variable is not supported",
        "`{X:Type}`",
    ),
    (
        refusals::NUMBER_CHOICE,
        "b = B 0;\nc = C;\na n:# x:(B n) = A;",
        "3:7",
        "a number in the bytes decides between constructors, which is not supported",
        "let the id decide",
    ),
    (
        refusals::NO_CONSTRUCTOR,
        "b = B 0;\na x:(B 1) = A;",
        "2:3",
        "no constructor makes `B` with these arguments",
        "declare a constructor",
    ),
    (
        refusals::NO_FINITE_VALUE,
        "b {n:#} x:n.0?(b n) = B n;\na x:(b 1) = A;",
        "1:1",
        "no value of `b` is finite with these numbers",
        "other numbers",
    ),
    (
        refusals::DEPENDENT_RESPONSE,
        "m {n:#} x:int = M n;\n---functions---\nf n:# = Vector<M<n>>;",
        "3:1",
        "the response is a vector of values that depend on a number of the call, which is not supported",
        "a type that holds the vector",
    ),
    (
        refusals::DEPENDENT_CALL,
        "m {n:#} x:int = M n;\n---functions---\nf n:# query:!(M n) = M n;",
        "3:1",
        "a call whose response depends on a number is not supported",
        "`{X:Type}`",
    ),
    (
        refusals::NUMBER_PARAMETER,
        "m {n:#} x:int = M n;\n---functions---\nf {n:#} query:!(M n) = M n;",
        "3:1",
        "a method with a parameter of kind `#` is not supported",
        "`{X:Type}`",
    ),
    (
        refusals::TYPE_AROUND_RESULT,
        "m {X:Type} x:X = M X;\n---functions---\nf {X:Type} q:!X = M X;",
        "3:1",
        "a type around the result of a call is not supported",
        "a vector of it",
    ),
    (
        refusals::RESULT_BESIDE_CALL,
        "---functions---\nf {Q:Type} a:Q query:!Q = Q;",
        "2:12",
        "a field that holds what a call returns is not supported",
        "`!`",
    ),
    (
        refusals::RESULT_BESIDE_CALL,
        "---functions---\nf {Q:Type} query:!Q a:Vector<Vector<Q>> = Vector<Q>;",
        "2:21",
        "a field that holds what a call returns is not supported",
        "`!`",
    ),
    (
        refusals::RESULT_BESIDE_CALL,
        "---functions---\nf {Q:Type} a:2*[ b:Q c:int ] query:!Q = Q;",
        "2:18",
        "a field that holds what a call returns is not supported",
        "`!`",
    ),
    (
        refusals::RESULT_BESIDE_CALL,
        "---functions---\nf {Q:Type} flags:# a:flags.0?%Q query:!Q = Q;",
        "2:20",
        "a field that holds what a call returns is not supported",
        "`!`",
    ),
    (
        refusals::LOOSE_NUMBER,
        "m {n:#} x:n.0?int = M n;\na f:# n:# v:f.0?n*[ int ] w:(M (n+1)) = A;",
        "2:7",
        "a sum or the response depends on this number, which other fields determine only in some values",
        "a number of its own",
    ),
];

#[test]
fn what_is_not_supported_is_refused_once_with_a_remedy() {
    for (code, text, place, what, remedy) in REFUSED {
        let report = report(&Config::new(), text);
        assert_eq!(report.matches("error[").count(), 1, "{text}\n{report}");
        assert!(report.contains(&format!("error[{code}]: {what}\n")), "{text}\n{report}");
        assert!(report.contains(&format!("a.tl:{place}\n")), "{text}\n{report}");
        assert!(report.contains(remedy), "{text}\n{report}");
    }
}

#[test]
fn an_object_before_others_needs_the_compiled_schema() {
    let refused = "an `Object` before other values needs the compiled schema";
    let generate = |text: &str, reflect: bool| {
        let mut config = Config::new();
        let output = config.reflect(reflect).generate(&sources("a", text));
        output.map(|output| output.files).map_err(|error| error.to_string())
    };
    let text = "a x:int o:Object = A;\nb a:A y:int = B;";
    assert!(generate(text, true).unwrap()["types.rs"].contains("object_before"));
    let report = generate(text, false).unwrap_err();
    assert!(report.contains(refused) && report.contains("a.tl:1:9"), "{report}");
    for last in ["a x:int o:Object = A;", "a o:Object x:true = A;\nb x:int a:A = B;"] {
        assert!(generate(last, false).is_ok(), "{last}");
        assert!(!generate(last, true).unwrap()["types.rs"].contains("object_before"), "{last}");
    }
}

#[test]
fn all_refusals_are_in_one_report_in_order() {
    let text = "b = B 0;\na x:(B 1) = A;\nc n:# x:(B n) = C;\n---functions---\nf {X:Type} q:!Vector<X> p:!X = X;";
    let report = report(&Config::new(), text);
    let places: Vec<&str> = report.lines().filter_map(|line| line.split("a.tl:").nth(1)).collect();
    assert_eq!(places, ["2:3", "3:7", "5:12"], "{report}");
}
