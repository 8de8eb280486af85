//! Identifiers, paths and attributes of the user's settings.
//!
//! Code is spelled anew once it is checked, because a comment at its end would hide what follows.
//!
//! What looks right and is not, such as a path with too many arguments, is left to rustc, which shows the place.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// Returns whether the name has the form of an identifier; it may be a keyword.
pub(crate) fn is_word(name: &str) -> bool {
    let is_one =
        |tokens: Vec<TokenTree>| matches!(&tokens[..], [TokenTree::Ident(word)] if word == name);
    name != "_" && tokens(name).is_ok_and(is_one)
}

/// Checks and spells an attribute or several, such as `#[non_exhaustive]`.
pub(crate) fn attributes(text: &str) -> Result<String, String> {
    let tokens = tokens(text)?;
    let mut rest = tokens.as_slice();
    while let Some((first, after)) = rest.split_first() {
        rest = match after.split_first() {
            Some((TokenTree::Group(inner), after))
                if is_mark(first, '#') && inner.delimiter() == Delimiter::Bracket =>
            {
                attribute(&inner.stream().into_iter().collect::<Vec<_>>())?;
                after
            }
            _ => return Err(format!("expected `#[`, found `{}`", start_of(first))),
        };
    }
    Ok(spelled(&tokens))
}

/// Checks what is in the brackets: a path, then nothing, a list in brackets or `= value`.
fn attribute(inner: &[TokenTree]) -> Result<(), String> {
    match path_start(inner)? {
        [] | [TokenTree::Group(_)] => Ok(()),
        [first, _, ..] if is_mark(first, '=') => Ok(()),
        [first, ..] => Err(format!("unexpected `{}`", start_of(first))),
    }
}

/// Checks and spells a path, such as `::my::Peer`.
pub(crate) fn path(text: &str) -> Result<String, String> {
    let tokens = tokens(text)?;
    match path_start(&tokens)? {
        [] => Ok(spelled_path(&tokens)),
        [first, ..] => Err(format!("unexpected `{}`", start_of(first))),
    }
}

/// Checks paths separated by commas, and spells them without blanks.
pub(crate) fn paths(text: &str) -> Result<Vec<String>, String> {
    let tokens = tokens(text)?;
    let (mut rest, mut paths) = (tokens.as_slice(), Vec::new());
    while !rest.is_empty() {
        let after = path_start(rest)?;
        let path = spelled(&rest[..rest.len() - after.len()]);
        paths.push(path.replace(' ', ""));
        rest = match after {
            [] => after,
            [comma, after @ ..] if is_mark(comma, ',') => after,
            [first, ..] => return Err(format!("expected `,`, found `{}`", start_of(first))),
        };
    }
    Ok(paths)
}

/// Returns whether a word is in the text, which has been checked before.
pub(crate) fn has_word(text: &str, word: &str) -> bool {
    text.parse().is_ok_and(|tokens| contains(tokens, word))
}

/// Spells a path as Rust is written: `B<&'a u8, [u8; 4]>`.
fn spelled_path(tokens: &[TokenTree]) -> String {
    let (mut path, mut is_after_literal) = (String::new(), false);
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                let (open, close) = brackets(group.delimiter());
                path.extend([open, &spelled_path(&inner), close]);
            }
            TokenTree::Punct(mark) => match mark.as_char() {
                mark @ (',' | ';') => path.extend([mark, ' ']),
                '\'' if path.ends_with(char::is_alphanumeric) => path.push_str(" '"),
                mark @ ('=' | '+') => path.extend([' ', mark, ' ']),
                '-' if mark.spacing() == Spacing::Joint => path.push_str(" -"),
                '>' if path.ends_with(" -") => path.push_str("> "),
                mark => path.push(mark),
            },
            TokenTree::Ident(_) | TokenTree::Literal(_) => {
                let is_apart =
                    |last: char| last.is_alphanumeric() || matches!(last, '_' | '>' | ')');
                let gap = if is_after_literal || path.ends_with(is_apart) { " " } else { "" };
                path.extend([gap, &token.to_string()]);
            }
        }
        is_after_literal = matches!(token, TokenTree::Literal(_));
    }
    path
}

fn spelled(tokens: &[TokenTree]) -> String {
    tokens.iter().cloned().collect::<TokenStream>().to_string()
}

fn contains(tokens: TokenStream, word: &str) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(found) => found == word,
        TokenTree::Group(group) => contains(group.stream(), word),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

fn tokens(text: &str) -> Result<Vec<TokenTree>, String> {
    let tokens = text.parse::<TokenStream>().map_err(|fault| fault.to_string())?;
    Ok(tokens.into_iter().collect())
}

/// Returns what follows `[::] name { :: name }`, where arguments in `<…>` may follow a name.
fn path_start(tokens: &[TokenTree]) -> Result<&[TokenTree], String> {
    let mut rest = after_colons(tokens).unwrap_or(tokens);
    loop {
        rest = match rest {
            [TokenTree::Ident(_), after @ ..] => after,
            [first, ..] => return Err(format!("expected a name, found `{}`", start_of(first))),
            [] => return Err("expected a name".to_owned()),
        };
        rest = arguments(rest)?;
        match after_colons(rest) {
            Some(after) => rest = after,
            None => return Ok(rest),
        }
    }
}

/// Returns what follows arguments in angle brackets, if there are any.
fn arguments(tokens: &[TokenTree]) -> Result<&[TokenTree], String> {
    let inner = match after_colons(tokens).unwrap_or(tokens) {
        [open, inner @ ..] if is_mark(open, '<') => inner,
        _ => return Ok(tokens),
    };
    let mut depth = 1_usize;
    for (at, token) in inner.iter().enumerate() {
        let is_arrow = || at > 0 && is_joint(&inner[at - 1], '-');
        if is_mark(token, '<') {
            depth += 1;
        } else if is_mark(token, '>') && !is_arrow() {
            depth -= 1;
        }
        if depth == 0 {
            return Ok(&inner[at + 1..]);
        }
    }
    Err("expected `>`".to_owned())
}

/// Returns what follows `::`.
fn after_colons(tokens: &[TokenTree]) -> Option<&[TokenTree]> {
    match tokens {
        [TokenTree::Punct(first), second, rest @ ..]
            if first.as_char() == ':'
                && first.spacing() == Spacing::Joint
                && is_mark(second, ':') =>
        {
            Some(rest)
        }
        _ => None,
    }
}

fn is_mark(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(found) if found.as_char() == mark)
}

fn is_joint(token: &TokenTree, mark: char) -> bool {
    is_mark(token, mark)
        && matches!(token, TokenTree::Punct(found) if found.spacing() == Spacing::Joint)
}

/// Returns what a reader sees first of a token: a group's bracket.
fn start_of(token: &TokenTree) -> String {
    match token {
        TokenTree::Group(group) => brackets(group.delimiter()).0.to_owned(),
        token => token.to_string(),
    }
}

const fn brackets(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sound_settings_are_read() {
        for path in ["Peer", "::my::Peer", "crate::a::B<'static, Vec<Vec<u8>>, 3>", "a::<u8>::b"] {
            assert!(super::path(path).is_ok(), "{path}");
        }
        for attribute in [
            "#[non_exhaustive]",
            "#[cfg_attr(feature = \"x\", derive(A, b::C))]",
            "#[doc = \"]\"] #[my::a[1]]",
            "#[my::a{}]",
        ] {
            assert!(attributes(attribute).is_ok(), "{attribute}");
        }
        assert_eq!(paths(" Hash, my :: Trait < u8 >,").unwrap(), ["Hash", "my::Trait<u8>"]);
        assert!(has_word("#[cfg_attr(x, non_exhaustive)]", "non_exhaustive"));
        assert!(!has_word("#[doc = \"non_exhaustive\"]", "non_exhaustive"));
        assert!(is_word("Größe") && !is_word("_") && !is_word("1a") && !is_word("a b"));
    }

    #[test]
    fn settings_are_spelled_without_comments() {
        assert_eq!(path(":: my :: Peer // mine").unwrap(), "::my::Peer");
        assert_eq!(path("B<u8>// mine").unwrap(), "B<u8>");
        assert_eq!(attributes("#[a = 1] // mine").unwrap(), "# [a = 1]");
    }

    #[test]
    fn paths_are_spelled_as_rust_is_written() {
        for path in [
            "::my::Peer",
            "r#type::B<u8>",
            "a::B<'static, Vec<Vec<u8>>, 3>::C",
            "B<[u8; 4], (), (i8, &'a str), -1, { N }>",
            "B<<Vec<u8> as a::Items>::Item, *const u8>",
            "B<dyn for<'a> Fn(&'a u8, u8) -> u8 + Send>",
            "B<Box<dyn Iterator<Item = u8> + 'a>>",
            "B<Box<dyn 'a + Send>, {b'a' as usize}>",
        ] {
            let spelled = path.replace("{ N }", "{N}");
            assert_eq!(super::path(path).unwrap(), spelled);
            let apart = spelled_with_blanks(path);
            assert_eq!(super::path(&apart).unwrap(), spelled, "{apart}");
        }
    }

    fn spelled_with_blanks(path: &str) -> String {
        spelled(&tokens(path).unwrap())
    }

    #[test]
    fn faults_are_named() {
        for (path, fault) in [
            ("", "expected a name"),
            ("my Peer", "unexpected `Peer`"),
            ("::my::", "expected a name"),
            ("a<b", "expected `>`"),
            ("-a", "expected a name, found `-`"),
        ] {
            assert_eq!(super::path(path).unwrap_err(), fault, "{path}");
        }
        for (attribute, fault) in [
            ("derive(Eq)", "expected `#[`, found `derive`"),
            ("#![allow(a)]", "expected `#[`, found `#`"),
            ("#[a] struct", "expected `#[`, found `struct`"),
            ("#[a = ]", "unexpected `=`"),
            ("#[a(b) c]", "unexpected `(`"),
            ("#[]", "expected a name"),
        ] {
            assert_eq!(attributes(attribute).unwrap_err(), fault, "{attribute}");
        }
        assert_eq!(paths("Hash+").unwrap_err(), "expected `,`, found `+`");
    }
}
