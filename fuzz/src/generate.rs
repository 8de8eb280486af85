//! Rust for any schema.

use typelang_codegen::Config;

use crate::{
    check::check_as,
    text::{sources_of, text_of},
};

/// Any sound schema gives Rust that parses, or an error that says something.
pub fn generate(data: &[u8]) {
    let sources = sources_of(&text_of(data));
    // Otherwise most of the time goes into rendering reports, for which there is a target of its own.
    if check_as(&sources, None).has_errors() {
        return;
    }
    // Compact, as the printer for people takes most of the time then.
    match Config::new().format(false).generate(&sources) {
        Ok(output) => output.files.iter().for_each(|(path, text)| assert_parses(path, text)),
        Err(error) => assert!(!format!("{error:?}").trim().is_empty(), "an error without a word"),
    }
}

fn assert_parses(path: &str, text: &str) {
    let fault = syn::parse_file(text).err();
    assert!(fault.is_none(), "{path}: {fault:?}\n{text}");
}
