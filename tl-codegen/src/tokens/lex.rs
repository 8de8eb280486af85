//! Reads Rust of the user's settings as tokens.

use super::text::Tokens;

/// Signs of two characters or more that are one token, longest first.
const SIGNS: [&str; 23] = [
    "<<=", ">>=", "...", "..=", "::", "->", "=>", "==", "!=", "<=", ">=", "&&", "||", "+=", "-=",
    "*=", "/=", "%=", "^=", "&=", "|=", "..", "<<",
];

/// A token and its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub(super) kind: Kind,
    pub(super) text: &'t str,
    /// Whether it is a sign that another follows without a blank, as in `>>`.
    is_joint: bool,
}

/// The kinds of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Lifetime,
    Literal,
    Sign,
    Open,
    Close,
}

/// Divides text into tokens; brackets are balanced.
pub(super) fn lex(text: &str) -> Result<Vec<Token<'_>>, String> {
    let (mut rest, mut tokens, mut open) = (text, Vec::new(), Vec::new());
    loop {
        rest = past_blanks(rest)?;
        let Some(first) = rest.chars().next() else { break };
        let (kind, length) = token(rest, first)?;
        let (text, after) = rest.split_at(length);
        match (kind, first) {
            (Kind::Open, '(') => open.push(')'),
            (Kind::Open, '[') => open.push(']'),
            (Kind::Open, _) => open.push('}'),
            (Kind::Close, _) if open.pop() != Some(first) => {
                return Err(format!("`{first}` closes nothing"));
            }
            _ => {}
        }
        let is_joint = kind == Kind::Sign && after.starts_with(is_sign);
        tokens.push(Token { kind, text, is_joint });
        rest = after;
    }
    match open.pop() {
        Some(close) => Err(format!("expected `{close}`")),
        None => Ok(tokens),
    }
}

/// Spells tokens of the user's.
pub(super) fn spelled(tokens: &[Token<'_>]) -> Tokens {
    let mut spelled = Tokens::new();
    for Token { kind, text, is_joint } in tokens {
        spelled.text(text);
        spelled.text(if *kind == Kind::Open || *is_joint { "" } else { " " });
    }
    spelled
}

fn past_blanks(text: &str) -> Result<&str, String> {
    let mut rest = text.trim_start();
    loop {
        if rest.starts_with("///") || rest.starts_with("//!") || rest.starts_with("/**") {
            return Err("write documentation as `#[doc = \"…\"]`".to_owned());
        }
        rest = if rest.starts_with("//") {
            rest.split_once('\n').map_or("", |(_, after)| after)
        } else if rest.starts_with("/*") {
            rest.split_once("*/").ok_or("a comment has no end")?.1
        } else {
            return Ok(rest);
        }
        .trim_start();
    }
}

fn token(text: &str, first: char) -> Result<(Kind, usize), String> {
    match first {
        '(' | '[' | '{' => Ok((Kind::Open, 1)),
        ')' | ']' | '}' => Ok((Kind::Close, 1)),
        '"' => string(text, 0).map(literal),
        '\'' => quoted(text),
        '0'..='9' => Ok((Kind::Literal, number(text))),
        _ if is_start(first) => word(text),
        '!'..='~' => {
            let sign = SIGNS.iter().find(|sign| text.starts_with(**sign));
            Ok((Kind::Sign, sign.map_or(1, |sign| sign.len())))
        }
        _ => Err(format!("unexpected `{}`", first.escape_debug())),
    }
}

/// Brackets and quotation marks are no signs.
fn is_sign(char: char) -> bool {
    char.is_ascii_punctuation() && !"()[]{}\"'_".contains(char)
}

fn literal(length: usize) -> (Kind, usize) {
    (Kind::Literal, length)
}

pub(super) fn is_start(char: char) -> bool {
    char.is_alphabetic() || char == '_'
}

pub(super) fn is_part(char: char) -> bool {
    char.is_alphanumeric() || char == '_'
}

fn word_length(text: &str) -> usize {
    text.find(|char| !is_part(char)).unwrap_or(text.len())
}

/// A word, or a literal that begins with one: `b"…"`, `r#"…"#`, `c"…"`, `b'…'`.
fn word(text: &str) -> Result<(Kind, usize), String> {
    let length = word_length(text);
    let (word, rest) = text.split_at(length);
    match (word, rest.chars().next()) {
        ("b" | "c", Some('"')) => string(text, length).map(literal),
        ("b", Some('\'')) => character(text, length).map(literal),
        ("r" | "br" | "cr", Some('"')) => raw(text, length, 0).map(literal),
        ("r" | "br" | "cr", Some('#')) => {
            let hashes = rest.len() - rest.trim_start_matches('#').len();
            if rest[hashes..].starts_with('"') {
                return raw(text, length, hashes).map(literal);
            }
            // `r#type`
            let is_raw = word == "r" && hashes == 1 && rest[1..].starts_with(is_start);
            let length = if is_raw { 2 + word_length(&rest[1..]) } else { length };
            Ok((Kind::Word, length))
        }
        _ => Ok((Kind::Word, length)),
    }
}

/// The end of a string whose quotation mark is at `at`.
fn string(text: &str, at: usize) -> Result<usize, String> {
    end_of(text, at, '"').ok_or_else(|| "a string has no end".to_owned())
}

/// The end of a character whose apostrophe is at `at`.
fn character(text: &str, at: usize) -> Result<usize, String> {
    end_of(text, at, '\'').ok_or_else(|| "a character has no end".to_owned())
}

fn end_of(text: &str, at: usize, quote: char) -> Option<usize> {
    let mut is_escaped = false;
    for (offset, char) in text[at..].char_indices().skip(1) {
        match char {
            '\0' => return None,
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if char == quote => return Some(at + offset + 1),
            _ => {}
        }
    }
    None
}

fn raw(text: &str, at: usize, hashes: usize) -> Result<usize, String> {
    let start = at + hashes + 1;
    let end = format!("\"{}", "#".repeat(hashes));
    match text[start..].find(&end) {
        Some(length) if !text[start..start + length].contains('\0') => {
            Ok(start + length + end.len())
        }
        _ => Err("a raw string has no end".to_owned()),
    }
}

/// A lifetime or a character.
fn quoted(text: &str) -> Result<(Kind, usize), String> {
    let mut chars = text[1..].chars();
    let (first, second) = (chars.next(), chars.next());
    if first.is_some_and(is_start) && second != Some('\'') {
        return Ok((Kind::Lifetime, 1 + word_length(&text[1..])));
    }
    character(text, 0).map(literal)
}

fn number(text: &str) -> usize {
    let mut length = word_length(text);
    // `1.5`, but not `1..2` or `1.max(2)`.
    let fraction = text[length..].strip_prefix('.');
    if let Some(digits) = fraction.filter(|rest| rest.starts_with(|it: char| it.is_ascii_digit())) {
        length += 1 + word_length(digits);
    }
    let is_decimal = !text.starts_with("0x");
    if is_decimal && text[..length].ends_with(['e', 'E']) {
        let exponent = text[length..].strip_prefix(['+', '-']);
        length += exponent.map_or(0, |digits| 1 + word_length(digits));
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_divided_as_rust_does() {
        let text = "#[a::b(r#type, 'x', '\\'', 'de, b\"\\\"\", r#\"a\"b\"#, 1.5e-3_f64, 0x1e..=2)] // c\n/* d */ >>";
        let all: Vec<&str> = lex(text).unwrap().iter().map(|token| token.text).collect();
        let want = [
            "#",
            "[",
            "a",
            "::",
            "b",
            "(",
            "r#type",
            ",",
            "'x'",
            ",",
            "'\\''",
            ",",
            "'de",
            ",",
            "b\"\\\"\"",
            ",",
            "r#\"a\"b\"#",
            ",",
            "1.5e-3_f64",
            ",",
            "0x1e",
            "..=",
            "2",
            ")",
            "]",
            ">",
            ">",
        ];
        assert_eq!(all, want);
    }

    #[test]
    fn what_is_no_rust_is_named() {
        for (text, fault) in [
            ("(a", "expected `)`"),
            ("a]", "`]` closes nothing"),
            ("(]", "`]` closes nothing"),
            ("\"a", "a string has no end"),
            ("r#\"a\"", "a raw string has no end"),
            ("'", "a character has no end"),
            ("/* a", "a comment has no end"),
            ("/// a", "write documentation as `#[doc = \"…\"]`"),
            ("a\u{0}", "unexpected `\\0`"),
            ("€", "unexpected `€`"),
        ] {
            assert_eq!(lex(text).unwrap_err(), fault, "{text}");
        }
    }
}
