//! Generates Rust for any schema.

use typelang_codegen::{Config, Sources};
use typelang_parser::Schema;

use crate::{
    check::check_as,
    text::{sources_of, text_of},
};

/// Any sound schema gives Rust that parses, or an error with a message; so does any part of it.
pub fn generate(data: &[u8]) {
    let sources = sources_of(&text_of(data));
    // Otherwise rendering reports takes most of the time, and there is a separate target for it.
    let checked = check_as(&sources, None);
    if checked.has_errors() {
        return;
    }
    try_one(&mut Config::new(), &sources);
    let Some((root, opaque)) = part(&checked.schema, data.len()) else { return };
    try_one(Config::new().only([root]), &sources);
    try_one(Config::new().opaque([opaque]), &sources);
    try_one(Config::new().only([root]).opaque([opaque]), &sources);
}

/// Returns the combinator and the type that `seed` picks.
fn part(schema: &Schema, seed: usize) -> Option<(&str, &str)> {
    let root = schema.combinators.get(seed.checked_rem(schema.combinators.len())?)?;
    let opaque = schema.types.get(seed.checked_rem(schema.types.len())?)?;
    Some((&root.name, &opaque.name))
}

fn try_one(config: &mut Config, sources: &Sources) {
    // Compact, since formatting would take most of the time.
    match config.format(false).generate(sources) {
        Ok(output) => output.files.iter().for_each(|(path, text)| assert_parses(path, text)),
        Err(error) => assert!(!format!("{error:?}").trim().is_empty(), "an error without a word"),
    }
}

fn assert_parses(path: &str, text: &str) {
    let fault = syn::parse_file(text).err();
    assert!(fault.is_none(), "{path}: {fault:?}\n{text}");
}
