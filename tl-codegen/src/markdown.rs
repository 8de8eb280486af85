//! Escapes free text of schemas for Markdown.

/// Escapes a piece of free text, so that Markdown shows it as it is.
pub(crate) fn inline(text: &str) -> String {
    line(text, &|_| None)
}

/// Escapes free text, so that Markdown has no indented code, HTML, lists or links except for URLs.
pub(crate) fn text(docs: &str) -> Vec<String> {
    linked(docs, &|_| None)
}

/// The same, but code for which `link` has a link becomes that link.
pub(crate) fn linked(docs: &str, link: Link<'_>) -> Vec<String> {
    docs.trim().lines().map(|text| line(text, link)).collect()
}

/// The link for a name between backquotes, if it is one of an item.
type Link<'l> = &'l dyn Fn(&str) -> Option<String>;

fn line(line: &str, link: Link<'_>) -> String {
    // Characters that turn the direction of text, or return the carriage, are errors in Rust's comments.
    let is_hidden = |char: char| {
        char.is_control() || matches!(char, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let plain: String = line.chars().map(|char| if is_hidden(char) { ' ' } else { char }).collect();
    let mut line = spans(&plain, link).trim().to_owned();
    if let Some(at) = block_mark(&line) {
        line.insert(at, '\\');
    }
    line
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
fn spans(line: &str, link: Link<'_>) -> String {
    let (mut out, mut rest) = (String::with_capacity(line.len()), line);
    while let Some((before, code, after)) = code(rest) {
        out += &words(before);
        out += &link(code).unwrap_or_else(|| format!("`{code}`"));
        rest = after;
    }
    out + &words(rest)
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

fn words(text: &str) -> String {
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// A word, escaped; a URL becomes a link, its full stop aside.
fn word(word: &str) -> String {
    let start = word.find("https://").or_else(|| word.find("http://"));
    let Some(start) = start else { return escape(word) };
    let (before, url) = word.split_at(start);
    let is_url = |char: char| char.is_ascii_graphic() && !"<>[]()\"`\\".contains(char);
    let end = url.find(|char| !is_url(char)).unwrap_or(url.len());
    let url_end = url[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_']).len();
    let (url, after) = url.split_at(url_end);
    format!("{}<{url}>{}", escape(before), escape(after))
}

fn escape(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for (at, char) in word.char_indices() {
        // A lone `&` does not start an entity.
        let is_entity = char == '&' && word.len() > at + 1;
        if is_entity || matches!(char, '<' | '>' | '[' | ']' | '*' | '_' | '`' | '\\' | '~') {
            out.push('\\');
        }
        out.push(char);
    }
    out
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
