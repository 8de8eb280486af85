//! Text that is safe to show on a terminal.

use std::{borrow::Cow, fmt::Write};

/// Escapes characters that a terminal would obey and a reader would not see: ESC becomes `\u001b`.
///
/// These are all control characters except line feed and tab, and the marks that change the direction of
/// text. The escapes are JSON's, so that JSON text keeps its meaning.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for char in text.chars() {
        if is_hidden(char) {
            // All of these are in the basic plane, and writing to memory does not fail.
            _ = write!(shown, "\\u{:04x}", u32::from(char));
        } else {
            shown.push(char);
        }
    }
    Cow::Owned(shown)
}

/// Like [`printable`], for text of one line: line feeds and tabs are escaped too.
#[must_use]
pub fn printable_line(text: &str) -> Cow<'_, str> {
    match printable(text) {
        shown if !shown.contains(['\n', '\t']) => shown,
        shown => Cow::Owned(shown.replace('\n', "\\n").replace('\t', "\\t")),
    }
}

/// Like [`printable`], for a report whose color sequences are kept.
pub(crate) fn printable_styled(report: &str) -> Cow<'_, str> {
    let mut parts = report.split(ESCAPE);
    let first = printable(parts.next().unwrap_or_default());
    let mut shown = match parts.next() {
        // A plain report has no escape sequences.
        None => return first,
        Some(second) => first.into_owned() + &after_escape(second),
    };
    parts.for_each(|part| shown.push_str(&after_escape(part)));
    Cow::Owned(shown)
}

/// The character that begins an escape sequence.
const ESCAPE: char = '\u{1b}';

/// Renders the text after an ESC together with the ESC itself, which is kept only before a known style.
fn after_escape(part: &str) -> String {
    let number = part.strip_prefix('[').and_then(|part| part.split_once('m'));
    let is_style = number.is_some_and(|(number, _)| is_style(number));
    let escape = if is_style { "\u{1b}" } else { "\\u001b" };
    escape.to_owned() + &printable(part)
}

/// Returns whether the sequence resets the style, makes text bold, or sets a color. Reports use no other
/// style, and none of these hides text.
fn is_style(number: &str) -> bool {
    let is_colour = |digits: &str| matches!(digits.as_bytes(), [b'0'..=b'7']);
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    matches!(number, "0" | "1")
        || number.strip_prefix(['3', '9']).is_some_and(is_colour)
        || number.strip_prefix("38;5;").is_some_and(is_number)
}

/// Returns whether the character controls a terminal or hides the text after it.
fn is_hidden(char: char) -> bool {
    match char {
        '\n' | '\t' => false,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            true
        }
        other => other.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_obeys_is_escaped() {
        let text =
            "a\u{1b}[2J\r\u{7}\0\u{7f}\u{9b}31m\u{202e}\u{2066}\u{200f}\u{61c}\u{2028}é\u{a0}";
        let want = "a\\u001b[2J\\u000d\\u0007\\u0000\\u007f\\u009b31m\\u202e\\u2066\\u200f\\u061c\\u2028é\u{a0}";
        assert_eq!(printable(text), want);
        for char in ('\0'..='\u{ffff}').filter(|char| is_hidden(*char)) {
            assert_eq!(printable(&char.to_string()).len(), 6);
        }
    }

    #[test]
    fn a_reports_colours_stay_and_nothing_else_does() {
        let styled = "\u{1b}[1m\u{1b}[91merror\u{1b}[0m \u{1b}[38;5;12m| \u{1b}[33m";
        assert_eq!(printable_styled(styled), styled);
        let other = "a\u{1b}[8mb\u{1b}]0;t\u{7}\u{1b}[2J\u{1b}[3Hm\u{1b}[38m\u{1b}[38;5;m\u{1b}\u{1b}[4m\u{9b}1m";
        let shown = printable_styled(other);
        assert!(!shown.contains(is_hidden), "{shown:?}");
        assert_eq!(printable_styled("a\u{9b}\n"), "a\\u009b\n");
    }

    #[test]
    fn lines_and_columns_stay_unless_the_text_is_one_line() {
        let text = "a\n\tb – c\u{200b}";
        assert!(matches!(printable(text), Cow::Borrowed(same) if same == text));
        assert_eq!(printable_line("a\n\tb\u{1b}"), "a\\n\\tb\\u001b");
        assert!(matches!(printable_line("a b"), Cow::Borrowed(_)));
    }
}
