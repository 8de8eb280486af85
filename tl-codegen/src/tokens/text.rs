//! The text, and what can be spelled in it.

use core::fmt::{Display, Write};

/// Stands before a mark; no token contains it.
pub(crate) const CUT: char = '\0';

/// Rust tokens as text. A blank or the end of a line follows each token, so texts can be joined.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tokens(String);

/// What `#name` in a template spells.
pub(crate) trait Spell {
    /// Appends the tokens.
    fn spell(&self, to: &mut Tokens);
}

impl Tokens {
    pub(crate) const fn new() -> Self {
        Self(String::new())
    }

    /// Spells a word, which is one token: an identifier, a number or a keyword.
    pub(crate) fn word(word: impl Display) -> Self {
        let mut tokens = Self::new();
        _ = write!(tokens.0, "{word} ");
        tokens
    }

    /// Spells a byte string of printable ASCII.
    #[cfg(feature = "examples")]
    pub(crate) fn byte_string(bytes: &[u8]) -> Self {
        let text = bytes.iter().flat_map(|byte| core::ascii::escape_default(*byte));
        // An apostrophe needs no escape in a string.
        let text = text.map(char::from).collect::<String>().replace("\\'", "'");
        Self::word(format_args!("b\"{text}\""))
    }

    /// Spells a mark at which the text is cut.
    pub(crate) fn mark(&self) -> Self {
        Self(format!("{CUT}{}", self.0))
    }

    /// Appends text that ends with a blank.
    pub(crate) fn text(&mut self, text: &str) {
        self.0.push_str(text);
    }

    pub(crate) fn put(&mut self, it: &(impl Spell + ?Sized)) {
        it.spell(self);
    }

    pub(crate) fn extend(&mut self, more: Self) {
        if self.0.is_empty() {
            *self = more;
        } else {
            self.0.push_str(&more.0);
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Replaces a word by other tokens; there may be no text in quotes.
    pub(crate) fn replaced(&self, word: &str, by: &Self) -> Self {
        let mut tokens = Self::new();
        let mut rest = self.as_str();
        while let Some(at) = rest.find(word) {
            let (before, after) = (&rest[..at], &rest[at + word.len()..]);
            tokens.0.push_str(before);
            let is_part = |char: char| char.is_alphanumeric() || char == '_';
            if before.ends_with(is_part) || after.starts_with(is_part) {
                tokens.0.push_str(word);
                rest = after;
            } else {
                tokens.0.push_str(&by.0);
                rest = after.strip_prefix(' ').unwrap_or(after);
            }
        }
        tokens.0.push_str(rest);
        tokens
    }
}

impl FromIterator<Tokens> for Tokens {
    fn from_iter<I: IntoIterator<Item = Tokens>>(all: I) -> Self {
        let mut tokens = Self::new();
        all.into_iter().for_each(|more| tokens.extend(more));
        tokens
    }
}

impl Spell for Tokens {
    fn spell(&self, to: &mut Tokens) {
        to.0.push_str(&self.0);
    }
}

impl<T: Spell + ?Sized> Spell for &T {
    fn spell(&self, to: &mut Tokens) {
        (**self).spell(to);
    }
}

impl<T: Spell> Spell for Option<T> {
    fn spell(&self, to: &mut Tokens) {
        if let Some(it) = self {
            it.spell(to);
        }
    }
}

impl Spell for bool {
    fn spell(&self, to: &mut Tokens) {
        to.text(if *self { "true " } else { "false " });
    }
}

impl Spell for String {
    fn spell(&self, to: &mut Tokens) {
        self.as_str().spell(to);
    }
}

impl Spell for str {
    /// Spells a literal. Text of the schema's cannot leave it.
    fn spell(&self, to: &mut Tokens) {
        to.0.push('"');
        let mut chars = self.chars().peekable();
        while let Some(char) = chars.next() {
            match char {
                // `\0` before a digit would be clippy's octal escape.
                '\0' if chars.peek().is_some_and(|next| ('0'..='7').contains(next)) => {
                    to.0.push_str("\\x00");
                }
                '\'' => to.0.push('\''),
                _ => to.0.extend(char.escape_debug()),
            }
        }
        to.0.push_str("\" ");
    }
}

#[cfg(test)]
mod tests {
    use crate::tokens::{Tokens, quote};

    #[test]
    fn templates_are_spelled_with_their_variables() {
        let (name, ty) = (Tokens::word("point"), quote!(tl::Vec<u8>));
        let (none, text) = (None::<Tokens>, "it's \"\0\u{1}1\\");
        let got = quote!(#[doc = #text] pub fn #name(&self) -> &'de #ty { #none; *#name });
        let want = "# [doc = \"it's \\\"\\0\\u{1}1\\\\\" ] pub fn point (& self ) -> &'de tl ::Vec <u8 > {\n;\n* point }\n";
        let blank = |text: &str| text.replace([' ', '\n'], "");
        assert_eq!(blank(got.as_str()), blank(want));
        assert!(got.as_str().contains("* point }"), "{got:?}");
    }

    #[test]
    fn repetitions_take_one_of_each_variable() {
        let names = vec![Tokens::word("a"), Tokens::word("b")];
        let numbers = (0..9).map(Tokens::word);
        let got = quote!(#(#names: #numbers,)* (#(#names)||*));
        assert_eq!(got.as_str(), "a : 0 , b : 1 , (a || b ) ");
    }

    #[test]
    fn whole_words_are_replaced() {
        let got = quote!(self.x + myself.self_ + (self)).replaced("self", &Tokens::word("value"));
        assert_eq!(got.as_str(), "value . x + myself . self_ + (value ) ");
    }

    #[test]
    fn bytes_are_spelled_as_text() {
        assert_eq!(Tokens::byte_string(b"it's \"a\\\"").as_str(), r#"b"it's \"a\\\"" "#);
    }
}
