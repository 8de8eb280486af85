//! Schemas are parsed and checked once, for all uses.

#![allow(clippy::unwrap_used, reason = "tests fail so")]

use typelang_codegen::{Config, Dialect, Sources};

const ROOT: &str =
    "// LAYER 7\na flags:# x:flags.0?int = A;\nb int string = B;\n---functions---\nget = A;";

fn sources(text: &str) -> Sources {
    let mut sources = Sources::new();
    sources.add("a.tl", text);
    sources
}

#[test]
fn one_reading_has_all_that_there_is_to_say() {
    let mut config = Config::new();
    config.module_sources("more", sources("more = More;")).only(["get"]);
    let schemas = config.schemas(&sources(ROOT)).unwrap();
    let said: Vec<_> = schemas
        .iter()
        .map(|(module, _, checked)| (module, checked.schema.layer, checked.diagnostics.len()))
        .collect();
    assert_eq!(said, [(None, Some(7), 1), (Some("more"), None, 0)]);
    let generation = config.generate_from(schemas).unwrap();
    assert_eq!(generation.output, config.generate(&sources(ROOT)).unwrap());
    let (whole, kept) = generation.extents.unwrap();
    assert_eq!((whole.constructors, kept.constructors, kept.methods), (2, 1, 1));
}

#[test]
fn nothing_is_read_again() {
    let mut config = Config::new();
    config.dialect(Dialect::Telegram);
    let schemas = config.schemas(&sources(ROOT)).unwrap();
    let telegram = config.generate(&sources(ROOT)).unwrap();
    config.dialect(Dialect::Ton);
    // Free bits would be kept if it were read again.
    assert_ne!(telegram, config.generate(&sources(ROOT)).unwrap());
    assert_eq!(telegram, config.generate_from(schemas).unwrap().output);
}

#[test]
fn faults_are_told_by_generation() {
    let config = Config::new();
    let schemas = config.schemas(&sources("a x:Nothing = A;")).unwrap();
    assert!(schemas.iter().all(|(_, _, checked)| checked.has_errors()));
    let error = config.generate_from(schemas).unwrap_err().to_string();
    assert!(error.starts_with("the schema has faults"), "{error}");
}

#[test]
fn names_are_told_for_the_root_and_for_modules() {
    let mut config = Config::new();
    config.module_sources("more", sources("more.thing = More;")).rename("a", "Renamed");
    let names = config.names(&sources(ROOT)).unwrap();
    let of = |tl: &str| names.iter().find(|name| name.tl == tl).map(|name| name.rust.clone());
    assert_eq!(of("A").as_deref(), Some("types::Renamed"));
    let names = Config::new().extern_path("B", "my::B < u8 >").names(&sources("b = B;")).unwrap();
    assert!(names.iter().any(|name| (&*name.tl, &*name.rust) == ("B", "my::B<u8>")), "{names:?}");
    let more = config.module_names("more").unwrap();
    assert!(more.iter().any(|name| name.tl == "more.thing"));
    assert!(config.module_names("less").unwrap_err().to_string().contains("`less`"));
}
