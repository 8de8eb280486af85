//! Types that are not generated are reported once each.

#![allow(clippy::unwrap_used, reason = "tests fail so")]

use typelang_codegen::{Config, Sources};

fn notes(text: &str) -> Vec<String> {
    let mut sources = Sources::new();
    sources.add("a.tl", text);
    let config = Config::new();
    config.generate_from(config.schemas(&sources).unwrap()).unwrap().notes
}

#[test]
fn a_type_that_is_given_no_types_is_told_once() {
    let two = "\n/// Doc.\nnothing {X:Type} = Maybe X;\njust {X:Type} x:X = Maybe X;\na x:int = A;\n\
               pair {X:Type} {n:#} x:X y:n*[ int ] = Pair X n;";
    let want = [
        "a.tl:3:1: nothing gives `Maybe` arguments, so no Rust is generated for it; let a field have the type, such as \
         `(Maybe int)`, or leave it out (TL0905)",
        "a.tl:6:1: nothing gives `Pair` arguments, so no Rust is generated for it; let a field have the type, such as \
         `(Pair int 1)`, or leave it out (TL0905)",
    ];
    assert_eq!(notes(two), want);
}

#[test]
fn what_is_used_or_generated_all_the_same_is_not_told() {
    let maybe = "just {X:Type} x:X = Maybe X;";
    assert_eq!(notes(&format!("{maybe}\na x:(Maybe int) = A;")), [""; 0]);
    assert_eq!(notes(&format!("{maybe}\n---functions---\nf = Maybe int;")), [""; 0]);
    assert_eq!(notes("row {n:#} x:n*[ int ] = Row n;"), [""; 0]);
    // A type with only number parameters is generated with these open, and uses the other type.
    assert_eq!(notes(&format!("{maybe}\nrow {{n:#}} x:n*[ (Maybe int) ] = Row n;")), [""; 0]);
}

#[test]
fn what_only_the_unused_would_use_is_told_too() {
    let told = notes("a {X:Type} x:X = A X;\nb {X:Type} x:(A X) = B X;\nc = C;");
    assert_eq!(told.len(), 2, "{told:?}");
}

#[test]
fn a_comment_allows_a_type_that_is_not_generated() {
    let maybe = "just {X:Type} x:X = Maybe X;";
    assert_eq!(notes(&format!("{maybe} // tl:allow(TL0905)\na = A;")), [""; 0]);
    assert_eq!(notes(&format!("// tl:allow(TL0249, TL0905)\n{maybe}\na = A;")), [""; 0]);
    assert_eq!(notes(&format!("// tl:allow(TL0905)\n\n{maybe}\na = A;")).len(), 1, "too far");
    assert_eq!(notes(&format!("{maybe}\na = A; // tl:allow(TL0905)")).len(), 1, "below");
}

#[test]
fn the_checker_leaves_allowances_of_the_generator_alone() {
    let codes = |text: &str| {
        let mut sources = Sources::new();
        sources.add("a.tl", text);
        let schemas = Config::new().schemas(&sources).unwrap();
        let (_, _, checked) = schemas.iter().next().unwrap();
        checked.diagnostics.iter().map(|fault| fault.code.0).collect::<Vec<_>>()
    };
    assert_eq!(codes("a = A; // tl:allow(TL0905)"), [0; 0]);
    assert_eq!(codes("a = A; // tl:allow(TL0901)"), [261], "an error");
    assert_eq!(codes("a = A; // tl:allow(TL0249)"), [260]);
}
