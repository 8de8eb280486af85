//! Checks that the facts fit the schemas, and are sorted.

#![expect(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

use std::collections::{BTreeMap, BTreeSet};

use typelang_parser::{
    Dialect, Options, Schema, Sources, check,
    fact_tables::{self, CallerRow, ErrorRow, SinceRow},
    schema::Combinator,
    syntax::Role,
};
use typelang_schema::{
    API, CONTAINERS, MTPROTO,
    facts::{API_DOCS, CALLERS, ERROR_DOCS, ERRORS, MTPROTO_DOCS, SINCE},
};

fn errors() -> Vec<ErrorRow<'static>> {
    fact_tables::errors(ERRORS).collect::<Result<_, _>>().unwrap()
}

fn callers() -> Vec<CallerRow<'static>> {
    fact_tables::callers(CALLERS).collect::<Result<_, _>>().unwrap()
}

fn since() -> Vec<SinceRow<'static>> {
    fact_tables::since(SINCE).collect::<Result<_, _>>().unwrap()
}

fn schema(texts: &[&str]) -> Schema {
    let mut sources = Sources::new();
    for text in texts {
        _ = sources.add("schema.tl", *text);
    }
    let options = Options { dialect: Some(Dialect::Telegram), ..Options::default() };
    let checked = check(&sources, &options);
    assert!(!checked.has_errors());
    checked.schema
}

fn methods(schema: &Schema) -> BTreeSet<&str> {
    let functions = schema.combinators.iter().filter(|it| it.role == Role::Function);
    functions.map(|it| it.name.as_str()).collect()
}

fn lines(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.starts_with('#')).collect()
}

#[test]
fn every_line_is_a_fact_and_lines_are_sorted_and_unique() {
    for (text, facts) in
        [(ERRORS, errors().len()), (CALLERS, callers().len()), (SINCE, since().len())]
    {
        let lines = lines(text);
        assert_eq!(lines.len(), facts);
        assert!(lines.len() > 900);
        let faulty = lines.windows(2).find(|pair| pair[0] >= pair[1]);
        assert_eq!(faulty, None);
    }
}

#[test]
fn errors_are_of_methods_that_the_layer_has() {
    let api = schema(&[API]);
    let methods = methods(&api);
    for error in errors() {
        assert!(matches!(error.method, "*" | "?") || methods.contains(error.method), "{error:?}");
        let odd = ["ApiCallError", "Timedout", "Timeout"].contains(&&*error.name);
        let upper = |it: u8| it.is_ascii_uppercase() || it.is_ascii_digit() || it == b'_';
        assert!(odd || error.name.bytes().all(upper), "{error:?}");
        assert!(matches!(error.code.unsigned_abs(), 300..=599), "{error:?}");
        // `_X` is a number, and nothing else is written like that.
        let rest = error.name.split_once("_X").map_or("", |(_, rest)| rest);
        assert!(rest.is_empty() || rest == "MIN" || rest.starts_with('_'), "{error:?}");
        assert!(!rest.contains("_X"), "{error:?}");
        assert!(!error.sources.is_empty() && error.sources.chars().all(|it| "emt".contains(it)));
    }
}

#[test]
fn callers_are_of_methods_that_the_layer_has_and_a_denial_has_its_other_side() {
    let api = schema(&[API]);
    let methods = methods(&api);
    let facts: BTreeMap<_, _> =
        callers().iter().map(|it| ((it.method, it.caller, it.may), it.sources)).collect();
    for ((method, caller, may), sources) in &facts {
        assert!(methods.contains(method), "{method}");
        let Some(other) = facts.get(&(*method, *caller, !may)) else {
            assert!(may, "{method}: nobody says that {caller:?} may call it");
            continue;
        };
        assert!(!sources.chars().any(|it| other.contains(it)), "{method}: {sources} says both");
    }
}

#[test]
fn first_layers_are_of_names_that_the_layer_has() {
    let api = schema(&[API]);
    let combinators = by_name(&api);
    let layers: Vec<_> = fact_tables::layers(SINCE).collect();
    assert!(layers.is_sorted());
    assert_eq!(layers.last().copied(), api.layer, "add a row for the layer to SOURCES.md");
    let mut known = BTreeSet::new();
    for item in since() {
        assert!(layers.contains(&item.layer), "{item:?}");
        known.insert(item.name);
        for (field, layer) in &item.fields {
            let of = combinators[item.name];
            assert!(of.fields.iter().any(|it| it.name.as_deref() == Some(*field)), "{item:?}");
            assert!(*layer > item.layer && layers.contains(layer), "{item:?}");
        }
    }
    let missing: Vec<_> = combinators.keys().filter(|name| !known.contains(*name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

fn by_name(schema: &Schema) -> BTreeMap<&str, &Combinator> {
    schema.combinators.iter().map(|it| (it.name.as_str(), it)).collect()
}

/// Returns the entries of a docs file: the heading, and the names of fields with their text.
fn entries(text: &str) -> Vec<(&str, BTreeMap<&str, &str>)> {
    let mut entries: Vec<(&str, BTreeMap<&str, &str>)> = Vec::new();
    for line in lines(text) {
        if let Some(heading) = line.strip_prefix('[') {
            entries.push((heading.strip_suffix(']').unwrap(), BTreeMap::new()));
        } else if let Some(field) = line.strip_prefix('.') {
            let (name, text) = field.split_once(' ').unwrap();
            let before = entries.last_mut().unwrap().1.insert(name, text);
            assert_eq!(before, None, "{line}");
        } else if !line.is_empty() {
            entries.last_mut().unwrap().1.insert("", line);
        }
    }
    let faulty = entries.windows(2).find(|pair| pair[0].0 >= pair[1].0);
    assert_eq!(faulty, None, "not sorted");
    entries
}

#[test]
fn docs_are_of_items_and_fields_that_the_schema_has() {
    for (docs, texts) in [(API_DOCS, &[API][..]), (MTPROTO_DOCS, &[MTPROTO, CONTAINERS])] {
        let schema = schema(texts);
        let combinators = by_name(&schema);
        for (name, texts) in entries(docs) {
            assert!(texts.values().all(|text| text.ends_with(['.', ':'])), "{name}: {texts:?}");
            let Some(of) = combinators.get(name) else {
                assert!(schema.types.iter().any(|it| it.name == name), "{name}");
                continue;
            };
            let fields: BTreeSet<_> =
                of.fields.iter().filter_map(|it| it.name.as_deref()).collect();
            let unknown = texts.keys().find(|it| !it.is_empty() && !fields.contains(*it));
            assert_eq!(unknown, None, "{name}");
            if of.role == Role::Function {
                let silent = fields.iter().find(|it| **it != "flags" && !texts.contains_key(*it));
                assert_eq!(silent, None, "{name}");
            }
        }
    }
}

#[test]
fn the_hundred_commonest_errors_and_those_of_any_method_have_a_meaning() {
    let meanings: BTreeSet<_> = entries(ERROR_DOCS)
        .into_iter()
        .map(|(heading, texts)| {
            assert!(texts[""].len() > 10, "{heading}");
            heading.strip_prefix("error ").unwrap()
        })
        .collect();
    let mut by_name = BTreeMap::<_, BTreeSet<_>>::new();
    let errors = errors();
    for error in &errors {
        by_name.entry(&*error.name).or_default().insert(error.method);
    }
    for name in &meanings {
        assert!(by_name.contains_key(name), "no source has {name}");
    }
    let mut counts: Vec<_> = by_name.iter().map(|(name, methods)| (methods.len(), *name)).collect();
    counts.sort_unstable();
    let common = counts.iter().rev().take(100).map(|(_, name)| *name);
    let general = errors.iter().filter(|it| it.method == "*").map(|it| &*it.name);
    let silent: BTreeSet<_> = common.chain(general).filter(|it| !meanings.contains(it)).collect();
    assert!(silent.is_empty(), "{silent:?}");
}
