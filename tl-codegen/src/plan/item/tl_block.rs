//! Breaks a declaration into lines that fit a page.
//!
//! Goldens: `docs`, `shared_bits`.

use std::mem;

/// The longest line that rustdoc shows without a scroll bar.
const WIDTH: usize = 80;

/// The indentation of further lines.
const INDENT: &str = "    ";

/// Returns the declaration in a Markdown fence, broken between words; a word longer than a line stays whole.
pub(crate) fn tl_block(declaration: &str) -> Vec<String> {
    let mut lines = vec!["```text".to_owned()];
    let (mut line, mut width) = (String::with_capacity(WIDTH), 0);
    let mut rest = declaration;
    while !rest.is_empty() {
        let (word, after) = rest.split_at(word_end(rest));
        let more = word.chars().count();
        if line.is_empty() {
            width = more;
        } else if width + 1 + more <= WIDTH {
            line.push(' ');
            width += 1 + more;
        } else {
            lines.push(mem::replace(&mut line, INDENT.to_owned()));
            width = INDENT.len() + more;
        }
        line.push_str(word);
        rest = after.trim_start_matches(' ');
    }
    lines.extend([line, "```".to_owned()]);
    lines
}

/// Returns the end of the first word; the result stays with its `=`.
fn word_end(text: &str) -> usize {
    let start = if text.starts_with("= ") { 2 } else { 0 };
    text[start..].find(' ').map_or(text.len(), |end| start + end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words() {
        let declaration = format!("a#00000001 {} = Aa;", ["xxx:flags.1?int"; 8].join(" "));
        let want = [
            "```text".to_owned(),
            format!("a#00000001 {}", ["xxx:flags.1?int"; 4].join(" ")),
            format!("    {} = Aa;", ["xxx:flags.1?int"; 4].join(" ")),
            "```".to_owned(),
        ];
        assert_eq!(tl_block(&declaration), want);
        assert_eq!(tl_block("a#00000001 = A;")[1], "a#00000001 = A;");
    }

    #[test]
    fn no_line_is_wider_than_a_page_unless_a_word_is() {
        let long = "x".repeat(100);
        let declaration = format!("a {} {long} b:int = Vector<{long}>;", ["yy:int"; 60].join(" "));
        let lines = tl_block(&declaration);
        let is_wide = |line: &&String| line.chars().count() > WIDTH;
        assert_eq!(lines.iter().filter(is_wide).count(), 2);
        let joined: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
        assert_eq!(joined[1..joined.len() - 1].join(" "), declaration);
    }
}
