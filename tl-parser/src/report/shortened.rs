//! Shortens long text in reports.

use std::borrow::Cow;

/// The most bytes shown of a message, a label or a note.
const MOST: usize = 400;

/// The bytes shown from the end of a shortened text.
const TAIL: usize = 80;

/// Returns the text, without its middle if it is long.
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
