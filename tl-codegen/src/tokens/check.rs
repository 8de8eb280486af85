//! Identifiers, paths and attributes of the user's settings.
//!
//! What looks right and is not, such as a path with too many arguments, is left to rustc, which shows the place.

use super::{
    lex::{Kind, Token, is_part, is_start, lex, spelled},
    text::Tokens,
};

/// Returns whether the name has the form of an identifier; it may be a keyword.
pub(crate) fn is_word(name: &str) -> bool {
    name.starts_with(is_start) && name.chars().all(is_part) && name != "_"
}

/// Reads an attribute or several, such as `#[non_exhaustive]`.
pub(crate) fn attributes(text: &str) -> Result<Tokens, String> {
    let tokens = lex(text)?;
    let mut rest = tokens.as_slice();
    while let Some((first, after)) = rest.split_first() {
        if !(first.text == "#" && after.first().is_some_and(|open| open.text == "[")) {
            return Err(format!("expected `#[`, found `{}`", first.text));
        }
        let (inner, after) = group(after);
        attribute(inner)?;
        rest = after;
    }
    Ok(spelled(&tokens))
}

/// Checks what is in the brackets: a path, then nothing, a list in brackets or `= value`.
fn attribute(inner: &[Token<'_>]) -> Result<(), String> {
    let rest = path_start(inner)?;
    match rest.split_first() {
        None => Ok(()),
        Some((first, [_, ..])) if first.text == "=" => Ok(()),
        Some((first, _)) if first.kind == Kind::Open && group(rest).1.is_empty() => Ok(()),
        Some((first, _)) => Err(format!("unexpected `{}`", first.text)),
    }
}

/// Reads a path, such as `::my::Peer`.
pub(crate) fn path(text: &str) -> Result<Tokens, String> {
    let tokens = lex(text)?;
    match path_start(&tokens)? {
        [] => Ok(spelled(&tokens)),
        [first, ..] => Err(format!("unexpected `{}`", first.text)),
    }
}

/// Reads paths separated by commas; each is returned as written, without blanks.
pub(crate) fn paths(text: &str) -> Result<Vec<String>, String> {
    let tokens = lex(text)?;
    let (mut rest, mut paths) = (tokens.as_slice(), Vec::new());
    while !rest.is_empty() {
        let after = path_start(rest)?;
        let path = &rest[..rest.len() - after.len()];
        paths.push(path.iter().map(|token| token.text).collect());
        rest = match after {
            [] => after,
            [comma, after @ ..] if comma.text == "," => after,
            [first, ..] => return Err(format!("expected `,`, found `{}`", first.text)),
        };
    }
    Ok(paths)
}

/// Returns whether a word is in the text, which has been read before.
pub(crate) fn has_word(text: &str, word: &str) -> bool {
    lex(text).is_ok_and(|tokens| tokens.iter().any(|token| token.text == word))
}

/// Returns what follows `[::] name { :: name }`, where arguments in `<…>` or `(…)` may follow a name.
fn path_start<'t, 's>(tokens: &'t [Token<'s>]) -> Result<&'t [Token<'s>], String> {
    let mut rest = tokens;
    if let [first, after @ ..] = rest
        && first.text == "::"
    {
        rest = after;
    }
    loop {
        rest = match rest {
            [name, after @ ..] if name.kind == Kind::Word => after,
            [first, ..] => return Err(format!("expected a name, found `{}`", first.text)),
            [] => return Err("expected a name".to_owned()),
        };
        rest = arguments(rest)?;
        match rest {
            [colons, after @ ..] if colons.text == "::" => rest = after,
            _ => return Ok(rest),
        }
    }
}

/// Returns what follows arguments in angle brackets, if there are any.
fn arguments<'t, 's>(tokens: &'t [Token<'s>]) -> Result<&'t [Token<'s>], String> {
    let inner = match tokens {
        [open, inner @ ..] if open.text == "<" => inner,
        [colons, open, inner @ ..] if colons.text == "::" && open.text == "<" => inner,
        _ => return Ok(tokens),
    };
    let mut depth = 1_usize;
    for (at, token) in inner.iter().enumerate() {
        match token.text {
            "<" => depth += 1,
            "<<" => depth += 2,
            ">" => depth -= 1,
            ";" => break,
            _ => {}
        }
        if depth == 0 {
            return Ok(&inner[at + 1..]);
        }
    }
    Err("expected `>`".to_owned())
}

/// Divides tokens that begin with a bracket into what is in it and what follows it.
fn group<'t, 's>(tokens: &'t [Token<'s>]) -> (&'t [Token<'s>], &'t [Token<'s>]) {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return (&tokens[1..at], &tokens[at + 1..]);
        }
    }
    (&[], &[])
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
