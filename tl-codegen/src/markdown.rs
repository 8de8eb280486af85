//! Escapes free text of schemas for Markdown.

/// Escapes a piece of free text, so that Markdown shows it as it is.
pub(crate) fn inline(text: &str) -> String {
    line(text)
}

/// Escapes free text, so that Markdown has no indented code, HTML, lists or links except for URLs.
pub(crate) fn text(docs: &str) -> Vec<String> {
    docs.trim().lines().map(line).collect()
}

fn line(line: &str) -> String {
    // rustc rejects comments with characters that change the direction of text, or with carriage returns.
    let is_hidden = |char: char| {
        char.is_control() || matches!(char, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let plain: String = line.chars().map(|char| if is_hidden(char) { ' ' } else { char }).collect();
    let words: Vec<String> = plain.split(' ').map(word).collect();
    let mut line = words.join(" ").trim().to_owned();
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

/// Escapes a word; a URL becomes a link that excludes a final full stop, and a name between backticks stays
/// code.
fn word(word: &str) -> String {
    let start = word.find("https://").or_else(|| word.find("http://"));
    let Some(start) = start else { return code(word).unwrap_or_else(|| escape(word)) };
    let (before, url) = word.split_at(start);
    let is_url = |char: char| char.is_ascii_graphic() && !"<>[]()\"`\\".contains(char);
    let end = url.find(|char| !is_url(char)).unwrap_or(url.len());
    let url_end = url[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_']).len();
    let (url, after) = url.split_at(url_end);
    format!("{}<{url}>{}", escape(before), escape(after))
}

/// Returns a word that contains one name between backticks.
fn code(word: &str) -> Option<String> {
    let parts: Vec<&str> = word.split('`').collect();
    let [before, name, after] = parts[..] else { return None };
    let is_name = |char: char| char.is_ascii_alphanumeric() || "_.#:%?!".contains(char);
    let is_code = !name.is_empty() && name.chars().all(is_name);
    is_code.then(|| format!("{}`{name}`{}", escape(before), escape(after)))
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
    fn names_between_backticks_are_code() {
        assert_eq!(
            text("(`a.b_c`), `x y` and `` `*`"),
            ["(`a.b_c`), \\`x y\\` and \\`\\` \\`\\*\\`"]
        );
    }

    #[test]
    fn hidden_characters_are_blanks() {
        assert_eq!(text("a\rb\tc\u{202e}d"), ["a b c d"]);
    }
}
