//! Prints long items in pieces, because their tokens take hundreds of times the memory of their text.

use std::array::from_fn;

use proc_macro2::{Ident, Span, TokenStream};

/// The start of each mark; no name in a schema begins like this.
const MARK: &str = "__cut";

/// Returns a mark that fits no line, so that a list with it has a line for each part however few they are.
pub(crate) fn wide_mark() -> Ident {
    Ident::new(&format!("{MARK}{}", "_".repeat(100)), Span::call_site())
}

/// Returns whether a word is a mark, wide or not.
pub(crate) fn is_mark(word: &str) -> bool {
    word.strip_prefix(MARK).is_some_and(|rest| rest.bytes().all(|byte| byte == b'_'))
}

/// The number of parts of an item that are held as tokens at once.
const AT_ONCE: usize = 64;

/// A unit of printing: whole items, or a piece of a long one.
pub(crate) struct Piece {
    /// Whole items. A piece that does not start or end its item has a mark there.
    pub(crate) tokens: TokenStream,
    /// The mark at its start, which is printed on its own line.
    pub(crate) mark: TokenStream,
    /// Whether the text before the mark has already been printed.
    pub(crate) is_rest: bool,
    /// Whether other pieces follow after the last mark.
    pub(crate) is_open: bool,
}

impl From<TokenStream> for Piece {
    fn from(tokens: TokenStream) -> Self {
        Self { tokens, mark: TokenStream::new(), is_rest: false, is_open: false }
    }
}

/// Prints a piece.
pub(crate) type Print<'p> = dyn FnMut(Piece) + 'p;

/// Prints `item` around `parts`, a few of them at a time. The `mark` is valid as a part of `item`, and
/// differs from all other parts.
pub(crate) fn print(
    parts: impl Iterator<Item = TokenStream>,
    mark: &TokenStream,
    print: &mut Print<'_>,
    item: impl Fn(&TokenStream) -> TokenStream,
) {
    let parts = parts.map(|part| (0, part));
    print_lists(parts, std::array::from_ref(mark), print, |[parts]| item(parts));
}

/// The same for an item around several lists. Parts come with the index of their list, in order, and each list has a
/// mark.
pub(crate) fn print_lists<const N: usize>(
    parts: impl Iterator<Item = (usize, TokenStream)>,
    marks: &[TokenStream; N],
    print: &mut Print<'_>,
    item: impl Fn(&[TokenStream; N]) -> TokenStream,
) {
    let (mut parts, mut start) = (parts.peekable(), None);
    loop {
        let mut lists = from_fn(|list| (start == Some(list)).then(|| marks[list].clone()));
        for (list, part) in parts.by_ref().take(AT_ONCE) {
            lists[list].get_or_insert_default().extend(part);
        }
        // The mark precedes the next part, in that part's list.
        let next = parts.peek().map(|(list, _)| *list);
        if let Some(list) = next {
            lists[list].get_or_insert_default().extend(marks[list].clone());
        }
        let tokens = item(&lists.map(Option::unwrap_or_default));
        let mark = start.map_or_else(TokenStream::new, |list| marks[list].clone());
        print(Piece { tokens, mark, is_rest: start.is_some(), is_open: next.is_some() });
        if next.is_none() {
            return;
        }
        start = next;
    }
}
