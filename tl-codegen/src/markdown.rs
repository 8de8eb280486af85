//! Escapes free text of schemas for Markdown.

use std::{borrow::Cow, fmt::Write as _};

/// Escapes a piece of free text, so that Markdown shows it as it is.
pub(crate) fn inline(text: &str) -> String {
    line(text, &|_| None)
}

/// Escapes free text, so that Markdown has no indented code, HTML, lists or links except for URLs.
pub(crate) fn text(docs: &str) -> Vec<String> {
    linked(docs, &|_| None)
}

/// The same, but code for which `to` has a link becomes that link.
pub(crate) fn linked(docs: &str, to: Link<'_>) -> Vec<String> {
    docs.trim().lines().map(|text| line(text, to)).collect()
}

/// The link for a name between backquotes, if it is one of an item.
type Link<'l> = &'l dyn Fn(&str) -> Option<String>;

fn line(line: &str, to: Link<'_>) -> String {
    let mut line = spans(plain(line).trim(), to);
    if let Some(at) = block_mark(&line) {
        line.insert(at, '\\');
    }
    line
}

/// The line with blanks for characters that turn the direction of text, or return the carriage, which are errors in
/// Rust's comments.
fn plain(line: &str) -> Cow<'_, str> {
    let is_hidden = |char: char| {
        char.is_control() || matches!(char, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if line.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Cow::Borrowed(line);
    }
    line.chars().map(|char| if is_hidden(char) { ' ' } else { char }).collect()
}

/// Returns where a line needs a backslash, so that Markdown does not read it as a heading, a list or a rule.
fn block_mark(line: &str) -> Option<usize> {
    let number = line.len() - line.trim_start_matches(|char: char| char.is_ascii_digit()).len();
    let mark = line[number..].chars().next()?;
    match (number, mark) {
        (0, '#' | '-' | '+' | '=' | '|' | ':') => Some(0),
        (1.., '.' | ')') => Some(number),
        _ => None,
    }
}

/// A line with its code spans; what is not code is escaped, with its URLs as links.
fn spans(line: &str, to: Link<'_>) -> String {
    let (mut out, mut rest) = (String::with_capacity(line.len()), line);
    while let Some((before, code, after)) = code(rest) {
        words(&mut out, before);
        out += &to(code).unwrap_or_else(|| format!("`{code}`"));
        rest = after;
    }
    words(&mut out, rest);
    out
}

/// The first text between two backquotes, with what precedes and what follows it.
fn code(line: &str) -> Option<(&str, &str, &str)> {
    let mut start = lone_backquote(line, 0)?;
    loop {
        let end = lone_backquote(line, start + 1)?;
        let code = &line[start + 1..end];
        if !code.trim().is_empty() {
            return Some((&line[..start], code, &line[end + 1..]));
        }
        start = end;
    }
}

/// The first backquote from `from` on that has none beside it; Markdown reads several as one mark.
fn lone_backquote(line: &str, from: usize) -> Option<usize> {
    let is_backquote = |at: usize| line.as_bytes().get(at) == Some(&b'`');
    let is_lone = |at: usize| !is_backquote(at.wrapping_sub(1)) && !is_backquote(at + 1);
    let all = line[from..].match_indices('`');
    all.map(|(at, _)| from + at).find(|at| is_lone(*at))
}

/// Adds text, escaped; URLs become links.
fn words(out: &mut String, text: &str) {
    if !text.contains("://") {
        return escape(out, text);
    }
    for (at, text) in text.split(' ').enumerate() {
        if at > 0 {
            out.push(' ');
        }
        word(out, text);
    }
}

/// Adds a word, escaped; a URL becomes a link, its full stop aside.
fn word(out: &mut String, word: &str) {
    let start = word.find("https://").or_else(|| word.find("http://"));
    let Some(start) = start else { return escape(out, word) };
    let (before, url) = word.split_at(start);
    let is_url = |char: char| char.is_ascii_graphic() && !"<>[]()\"`\\".contains(char);
    let end = url.find(|char| !is_url(char)).unwrap_or(url.len());
    let url_end = url[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_']).len();
    let (url, after) = url.split_at(url_end);
    escape(out, before);
    _ = write!(out, "<{url}>");
    escape(out, after);
}

/// Adds text with a backslash before each mark.
fn escape(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(is_mark) {
        let (before, marked) = rest.split_at(at);
        out.push_str(before);
        // A lone `&` does not start an entity.
        if !matches!(marked.as_bytes(), [b'&'] | [b'&', b' ', ..]) {
            out.push('\\');
        }
        out.push_str(&marked[..1]);
        rest = &marked[1..];
    }
    out.push_str(rest);
}

fn is_mark(byte: u8) -> bool {
    matches!(byte, b'<' | b'>' | b'[' | b']' | b'*' | b'_' | b'`' | b'\\' | b'~' | b'&')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schema_text_cannot_become_code_or_links() {
        assert_eq!(text("    a <b> [c]\r\n\n d_e "), ["a \\<b\\> \\[c\\]", "", "d\\_e"]);
        assert_eq!(text("&lt; ~a~ & b"), ["\\&lt; \\~a\\~ & b"]);
    }

    #[test]
    fn schema_text_cannot_become_lists_or_headings() {
        let lines = text("# a\n- b\n+ c\n* d\n12. e\n3) f\n===\n1.5 g - h");
        let want =
            ["\\# a", "\\- b", "\\+ c", "\\* d", "12\\. e", "3\\) f", "\\===", "1\\.5 g - h"];
        assert_eq!(lines, want);
    }

    #[test]
    fn urls_are_links_as_they_stand() {
        assert_eq!(text("(https://a.b/c_d?e=f)."), ["(<https://a.b/c_d?e=f>)."]);
        assert_eq!(text("see http://a.b/c, and d_e"), ["see <http://a.b/c>, and d\\_e"]);
    }

    #[test]
    fn text_between_backquotes_is_code() {
        assert_eq!(
            text("(`a.b_c`), `x <y>` and `en-US`; a_`b\n`https://a.b/c_d` `` `*`"),
            ["(`a.b_c`), `x <y>` and `en-US`; a\\_\\`b", "`https://a.b/c_d` \\`\\` `*`"]
        );
    }

    #[test]
    fn backquotes_without_code_are_escaped() {
        assert_eq!(text("``` ``x``"), ["\\`\\`\\` \\`\\`x\\`\\`"]);
        assert_eq!(text("a ` b` `` c ` `"), ["a ` b` \\`\\` c \\` \\`"]);
        assert_eq!(text("a ` b"), ["a \\` b"]);
    }

    #[test]
    fn hidden_characters_are_blanks() {
        assert_eq!(text("a\rb\tc\u{202e}d"), ["a b c d"]);
    }
}
