//! Reads a docs file in either form.

use super::{file::DocsFile, lines};

/// Reads a docs file; each fault begins with `name`.
///
/// A text that begins with `{` is JSON and needs the feature `json`.
///
/// # Errors
/// Returns all faults of the text, each with its place and what to write instead.
pub fn parse(name: &str, text: &str) -> Result<DocsFile, Vec<String>> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('{') { json(name, text) } else { lines::parse(name, text) }
}

#[cfg(feature = "json")]
fn json(name: &str, text: &str) -> Result<DocsFile, Vec<String>> {
    super::json::parse(name, text)
}

#[cfg(not(feature = "json"))]
fn json(name: &str, _: &str) -> Result<DocsFile, Vec<String>> {
    Err(vec![format!(
        "{name}: this is JSON; enable the feature `json` of typelang-parser to read it"
    )])
}
