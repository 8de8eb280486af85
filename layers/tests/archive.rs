//! The archive against the schemas, the parser and the runtime.

#![expect(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    thread,
};

use typelang_layers::{Archive, Declaration, LAYERS, at, compiled};
use typelang_parser::{
    Dialect, Options, Schema, Sources, check,
    report::{Style, render},
    text::{Spelling, declaration},
};
use typelang_runtime::reflect;

/// Checks a schema, which must have no faults.
fn checked(name: &str, text: &str) -> Schema {
    let mut sources = Sources::new();
    sources.add(name, text);
    let options = Options { dialect: Some(Dialect::Telegram), ..Options::default() };
    let checked = check(&sources, &options);
    assert!(!checked.has_errors(), "{}", render(&checked.diagnostics, &sources, Style::Plain));
    checked.schema
}

fn declarations(schema: &Schema) -> BTreeSet<String> {
    let spelling = Spelling::new(schema);
    schema.combinators.iter().map(|it| declaration(&spelling, it)).collect()
}

/// Runs a check for each layer, on as many threads as there are processors.
fn for_each_layer(test: impl Fn(u32, &str) + Sync) {
    let archive = Archive::open();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for part in LAYERS.chunks(LAYERS.len().div_ceil(threads)) {
            let (archive, test) = (&archive, &test);
            scope.spawn(move || {
                for layer in part {
                    test(*layer, &archive.at(*layer).unwrap());
                }
            });
        }
    });
}

#[test]
fn every_layer_is_sound_and_its_ids_are_the_computed_ones() {
    for_each_layer(|layer, text| {
        let schema = checked(&format!("layer-{layer}.tl"), text);
        assert_eq!(schema.layer, Some(layer));
        assert!(schema.combinators.len() > 600, "layer {layer}");
        let odd = schema.combinators.iter().find(|it| it.written_id != Some(it.computed_id));
        assert_eq!(odd.map(|it| &it.name), None, "layer {layer}");
    });
}

#[test]
fn layers_equal_the_schemas_of_the_repository() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/telegram");
    for (layer, file) in [(224, "api-224.tl"), (229, "api-229.tl"), (230, "api.tl")] {
        let text = fs::read_to_string(folder.join(file)).unwrap();
        let (ours, theirs) = (checked("archive.tl", &at(layer).unwrap()), checked(file, &text));
        assert_eq!(declarations(&ours), declarations(&theirs), "{file}");
    }
}

#[test]
fn a_layer_has_one_form_of_a_name_and_the_archive_one_of_a_text() {
    let archive = Archive::open();
    let mut texts = BTreeSet::new();
    let mut forms: BTreeMap<(&str, bool, u32), &str> = BTreeMap::new();
    for declaration in archive.declarations() {
        assert!(texts.insert(declaration.text()), "{}", declaration.text());
        let (name, is_method) = (declaration.name(), declaration.is_method());
        for layer in LAYERS.iter().filter(|layer| declaration.is_in(**layer)) {
            let other = forms.insert((name, is_method, *layer), declaration.text());
            assert_eq!(other, None, "layer {layer}");
        }
    }
    assert!(texts.len() >= 4000, "{}", texts.len());
}

#[test]
fn runs_say_which_layers_have_a_declaration() {
    let archive = Archive::open();
    let users = archive.named("user");
    let newest = users.iter().find(|user| user.is_in(230)).unwrap();
    assert_eq!((newest.ty(), newest.is_method()), ("User", false));
    assert_eq!(archive.with_id(newest.id()), [*newest]);
    for layer in LAYERS {
        assert_eq!(users.iter().filter(|user| user.is_in(*layer)).count(), 1, "{layer}");
    }
    let last = users.iter().flat_map(Declaration::runs).map(|(_, last)| last).max();
    assert_eq!(last, Some(230));
    assert!(!newest.is_in(217), "the archive lacks layer 217");
    assert_eq!((at(217), compiled(217)), (None, None));
    assert_eq!(archive.with_id(0), []);
}

#[test]
fn the_compiled_form_is_for_the_runtime() {
    let schema = reflect::Schema::from_tlo(&compiled(57).unwrap()).unwrap();
    let user = schema.named("user").unwrap();
    assert!(user.fields().iter().any(|field| field.name() == "access_hash"));
}

#[test]
fn the_archive_is_small() {
    let packed = include_bytes!("../layers.zlib");
    assert!(packed.len() <= 250_000, "{}", packed.len());
}
