//! Text that may be of any length, in a report.

use std::borrow::Cow;

/// How many bytes of a message, a label or a note are shown.
const MOST: usize = 400;

/// How many of them are from its end.
const TAIL: usize = 80;

/// The text, without its middle if it is long.
pub(super) fn shortened(text: &str) -> Cow<'_, str> {
    if text.len() <= MOST {
        return Cow::Borrowed(text);
    }
    let head = &text[..text.floor_char_boundary(MOST - TAIL)];
    let tail = &text[text.ceil_char_boundary(text.len() - TAIL)..];
    Cow::Owned(format!("{head}…{tail}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_of_a_long_text_are_shown() {
        let fits = "é".repeat(MOST / 2);
        assert_eq!(shortened(&fits), fits);
        let long = format!("begin {} end", "é".repeat(MOST));
        let short = shortened(&long);
        assert!(short.starts_with("begin éé") && short.ends_with("éé end"), "{short}");
        assert!(short.contains("é…é") && short.len() <= MOST + 3, "{}", short.len());
    }
}
