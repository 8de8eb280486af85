//! Breaks a declaration into lines that fit a page.
//!
//! Goldens: `docs`, `shared_bits`.

/// The longest line that rustdoc shows without a scroll bar.
const WIDTH: usize = 80;

/// The indentation of further lines.
const INDENT: &str = "    ";

/// Returns the declaration in a Markdown fence, broken between words; a word longer than a line stays whole.
pub(crate) fn tl_block(declaration: &str) -> Vec<String> {
    let mut lines = vec!["```text".to_owned()];
    let mut line = String::new();
    for word in words(declaration) {
        let has_room = line.chars().count() + 1 + word.chars().count() <= WIDTH;
        if line.is_empty() {
            line.push_str(&word);
        } else if has_room {
            line.push(' ');
            line.push_str(&word);
        } else {
            let next = format!("{INDENT}{word}");
            lines.push(core::mem::replace(&mut line, next));
        }
    }
    lines.extend([line, "```".to_owned()]);
    lines
}

/// Splits a declaration into words; the result stays with its `=`.
fn words(declaration: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in declaration.split(' ') {
        match words.last_mut() {
            Some(last) if last == "=" => *last = format!("= {word}"),
            _ => words.push(word.to_owned()),
        }
    }
    words
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
