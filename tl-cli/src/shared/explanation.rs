//! `tl check --explain`: a rule in full.

use std::fmt::Write;

use typelang_parser::{catalogue::Entry, diagnostic::Severity};

/// The columns that prose may take.
const WIDTH: usize = 80;

/// What a rule asks and why, with an example of each kind.
pub(crate) fn explanation(entry: &Entry) -> String {
    let severity = match entry.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let mut out =
        format!("{severity}[{}]: {}\n\n{}", entry.code, entry.title, wrapped(entry.explanation));
    for (title, example) in [("Wrong:", entry.bad), ("Right:", entry.good)] {
        if example.is_empty() {
            continue;
        }
        _ = write!(out, "\n{title}\n\n");
        for line in example.lines() {
            _ = writeln!(out, "    {line}");
        }
    }
    out
}

fn wrapped(text: &str) -> String {
    let (mut out, mut column) = (String::new(), 0);
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > WIDTH {
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out + "\n"
}

#[cfg(test)]
mod tests {
    use typelang_parser::catalogue::entries;

    use super::*;

    #[test]
    fn lines_are_short_and_no_word_is_lost() {
        for entry in entries() {
            let text = wrapped(entry.explanation);
            assert!(text.lines().all(|line| line.chars().count() <= WIDTH), "{text}");
            assert!(text.split_whitespace().eq(entry.explanation.split_whitespace()), "{text}");
        }
    }
}
