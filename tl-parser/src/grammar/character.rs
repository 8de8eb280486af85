//! Reports characters that are not part of the language.

use super::{codes, cursor::Cursor};
use crate::{diagnostic::Diagnostic, span::Location};

/// Reports a character that is not part of the language by its name, rather than by what was expected at its
/// place.
pub(super) fn character(start: Cursor<'_, '_>) -> Option<Diagnostic> {
    let found = start.text().get(start.at() as usize..)?.chars().next()?;
    let place = start.location(start.span_to(start.advance(found.len_utf8())));
    let diagnostic = match found {
        '`' => unsupported(place, "a name in back-quotes"),
        '$' => unsupported(place, "the modifier `$`"),
        '\'' => unsupported(place, "a prime in a name"),
        '"' | '&' | '/' | '\\' | '^' | '|' | '~' => {
            Diagnostic::error(codes::CHARACTER, format!("`{found}` is not part of the language"))
                .label(place, "")
        }
        _ if found.is_ascii_control() || !found.is_ascii() => {
            let shown: String = found.escape_debug().collect();
            let point = u32::from(found);
            let message = format!("`{shown}` (U+{point:04X}) is not part of the language");
            Diagnostic::error(codes::CHARACTER, message)
                .label(place, look_alike(found))
                .note("outside of comments a schema is written in ASCII")
        }
        _ => return None,
    };
    Some(diagnostic)
}

fn unsupported(place: Location, what: &str) -> Diagnostic {
    Diagnostic::error(codes::UNSUPPORTED, format!("{what} is not supported"))
        .label(place, "")
        .note("the TL documentation mentions it, but no schema and no implementation uses it")
}

/// Describes what a character is easily mistaken for.
fn look_alike(found: char) -> &'static str {
    match found {
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => "a space that is not ASCII",
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => "an invisible character",
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "a dash that is not `-`",
        '\u{2018}' | '\u{2019}' | '\u{201c}' | '\u{201d}' => "a typographic quotation mark",
        '\u{ff01}'..='\u{ff5e}' => "a full-width form of an ASCII character",
        '\u{370}'..='\u{3ff}' => "a Greek letter",
        '\u{400}'..='\u{4ff}' => "a Cyrillic letter",
        _ => "",
    }
}
