//! Tests the properties of random schemas.

use std::collections::BTreeMap;

use typelang_parser::{Options, check, syntax::Role};

use super::{
    case, grow,
    shrink::closure,
    surface::{Body, surface},
};

const SEEDS: u64 = 150;

#[test]
fn a_seed_always_gives_the_same() {
    for seed in 0..20 {
        assert_eq!(grow::schema(seed).text(), grow::schema(seed).text());
        assert_eq!(case(seed).settings.to_string(), case(seed).settings.to_string());
    }
    assert_ne!(grow::schema(0).text(), grow::schema(1).text());
}

#[test]
fn most_schemas_are_sound_and_say_all_kinds_of_things() {
    let (mut sound, mut seen): (u64, BTreeMap<&str, usize>) = Default::default();
    let marks = [
        "Vector<",
        "vector<",
        "%",
        "{t:Type}",
        "{n:#}",
        "*[ ",
        "+1)",
        ".31?",
        "?true",
        "?#",
        ":!X",
        "Object",
        "===17===",
        "//@",
        ".self.",
        "// LAYER",
        "= X;",
        "= Vector<",
        "(n+",
        "float",
        "int53",
    ];
    for seed in 0..SEEDS {
        let schema = grow::schema(seed);
        let text = schema.text();
        let options = Options { dialect: Some(schema.dialect), ..Options::default() };
        let checked = check(&schema.sources(), &options);
        if checked.has_errors() {
            continue;
        }
        sound += 1;
        for mark in marks {
            *seen.entry(mark).or_default() += usize::from(text.contains(mark));
        }
        let methods = checked.schema.combinators.iter().filter(|one| one.role == Role::Function);
        *seen.entry("methods").or_default() += methods.count();
    }
    assert!(sound * 10 >= SEEDS * 8, "{sound} of {SEEDS} are sound");
    for mark in marks {
        assert!(
            seen.get(mark).is_some_and(|count| *count > 1),
            "{mark} is in hardly any schema: {seen:?}"
        );
    }
}

#[test]
fn a_surface_has_all_types_with_their_bytes() {
    let mut sources = typelang_codegen::Sources::new();
    let text = "point x:int y:int = Point; on = State; off at:Point = State; p {m:#} a:m.0?int = P m; \
                ---functions--- get {X:Type} query:!X = X;";
    sources.add("small.tl", text);
    let config = typelang_codegen::Config::new().unknown(["State"]).generate(&sources);
    let output = config.expect("it is sound");
    let surface = surface(&output).expect("it is Rust");
    let encoded = |path: &str| surface.get(path).map(|item| item.is_encoded && item.is_decoded);
    assert_eq!(encoded("types::Point"), Some(true));
    assert_eq!(encoded("enums::State"), Some(true));
    assert_eq!(encoded("functions::Get"), Some(true));
    assert_eq!(surface["functions::Get"].params, ["X"]);
    let state = &surface["enums::State"];
    let names = match &state.body {
        Body::Enum(variants) => variants.iter().map(|(name, _)| name.as_str()).collect(),
        Body::Struct(_) => Vec::new(),
    };
    assert_eq!((state.keeps_unknown, names), (true, vec!["Off", "On"]));
    assert!(surface["types::Point"].id.is_some());
    assert!(!surface["types::P"].is_encoded);
}

#[test]
fn a_closure_is_what_a_declaration_needs() {
    let declarations = grow::schema(3).declarations;
    for at in 0..declarations.len() {
        let set = closure(&declarations, at);
        assert!(set.contains(&at) && set.len() <= declarations.len());
    }
}

#[test]
fn what_is_written_is_read_as_the_same() {
    for seed in 0..40 {
        let mut schema = grow::schema(seed);
        schema.layer = None;
        schema.declarations.iter_mut().for_each(|one| one.docs.clear());
        let text = schema.text();
        assert_eq!(super::schema::Schema::parse(&text, schema.dialect).text(), text);
    }
}
