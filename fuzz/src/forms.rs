//! Schemas in other forms than text.

use typelang_parser::{Dialect, json as json_form, text::text, tlo as tlo_form};

use crate::{
    check::{check_as, round_trip},
    memory::bounded,
    text::{sources_of, text_of},
};

/// The most memory for each byte of a compiled schema, and for any schema.
const BYTES_PER_BYTE: usize = 256;
const SLACK: usize = 64 * 1024;

/// Any bytes are a compiled schema or an error. A schema can be written in all forms, and does not change if
/// it follows the rules of the language, which reading does not require.
pub fn tlo(data: &[u8]) {
    let limit = SLACK + BYTES_PER_BYTE * data.len();
    let Ok(schema) = bounded(limit, || tlo_form::read(data, Dialect::Ton)) else {
        return;
    };
    let _ = tlo_form::write(&schema);
    let checked = check_as(&sources_of(&text(&schema)), Some(Dialect::Ton));
    if !checked.has_errors() {
        round_trip(&checked);
    }
}

/// Any text is a schema in JSON or an error; a sound schema is unchanged by writing, reading and writing again.
pub fn json(data: &[u8]) {
    let Ok(tl) = json_form::read(&text_of(data)) else {
        return;
    };
    let checked = check_as(&sources_of(&tl), Some(Dialect::Telegram));
    if checked.has_errors() {
        return;
    }
    let written = json_form::write(&checked.schema);
    let tl = json_form::read(&written).expect("what is written can be read");
    let again = check_as(&sources_of(&tl), Some(Dialect::Telegram));
    assert!(!again.has_errors(), "{written}\n{:?}", again.diagnostics);
    assert_eq!(json_form::write(&again.schema), written);
}
