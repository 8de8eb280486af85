//! Whole schemas: checking is total, and a sound schema stays sound in every form.

use typelang_parser::{
    Checked, Dialect, Options, Sources,
    catalogue::explain,
    check as check_tl,
    report::{Style, render, render_json},
    text::text,
    tlo,
};

use crate::text::{assert_places, sources_of, text_of};

const DIALECTS: [Dialect; 4] = [Dialect::Telegram, Dialect::Tdlib, Dialect::Ton, Dialect::Vk];

/// Any text can be checked in any dialect; a sound schema keeps its meaning as text and compiled.
pub fn check(data: &[u8]) {
    let sources = sources_of(&text_of(data));
    // The length is random enough to choose the dialect.
    let named = DIALECTS[data.len() % DIALECTS.len()];
    for dialect in [None, Some(named)] {
        let checked = check_as(&sources, dialect);
        assert_places(&checked.diagnostics, &sources);
        if !checked.has_errors() {
            round_trip(&checked);
        }
    }
}

/// Every diagnostic can be rendered in all styles, and is explained.
pub fn report(data: &[u8]) {
    let sources = sources_of(&text_of(data));
    let found = check_as(&sources, None).diagnostics;
    for fault in &found {
        assert!(explain(fault.code).is_some(), "{fault:?} is not in the catalogue");
    }
    let report = render(&found, &sources, Style::Color);
    assert_eq!(report.is_empty(), found.is_empty());
    assert_eq!(render_json(&found, &sources).lines().count(), found.len());
}

/// Checks the sources, and guesses the dialect if there is none.
pub(crate) fn check_as(sources: &Sources, dialect: Option<Dialect>) -> Checked {
    check_tl(sources, &Options { dialect, ..Options::default() })
}

/// A sound schema stays sound as text, and then compiles to the same bytes.
pub(crate) fn round_trip(checked: &Checked) {
    let schema = &checked.schema;
    let written = text(schema);
    let again = check_as(&sources_of(&written), Some(schema.dialect));
    assert!(!again.has_errors(), "{written}\n{:?}", again.diagnostics);
    let bytes = tlo::write(schema);
    assert!(tlo::write(&again.schema) == bytes, "compiled otherwise:\n{written}");
    match tlo::read(&bytes, schema.dialect) {
        Ok(read) => {
            assert!(tlo::write(&read) == bytes, "compiled otherwise after reading:\n{written}");
        }
        // Written ids can give several types the same number, which the compiled form cannot distinguish.
        Err(error) => {
            let shared = ["several types have", "is a kind"];
            assert!(shared.iter().any(|part| error.message.contains(part)), "{error}\n{written}");
        }
    }
}
