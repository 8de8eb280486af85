//! What no Rust comes of is said, once for each type.

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
    // A type of numbers alone is generated with them open, and uses the other.
    assert_eq!(notes(&format!("{maybe}\nrow {{n:#}} x:n*[ (Maybe int) ] = Row n;")), [""; 0]);
}

#[test]
fn what_only_the_unused_would_use_is_told_too() {
    let told = notes("a {X:Type} x:X = A X;\nb {X:Type} x:(A X) = B X;\nc = C;");
    assert_eq!(told.len(), 2, "{told:?}");
}
