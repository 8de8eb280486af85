//! Prints long items in pieces, because their tokens take hundreds of times the memory of their text.

use crate::tokens::{Tokens, quote};

/// The number of parts of an item that are held as tokens at once.
const AT_ONCE: usize = 64;

/// A unit of printing: whole items, or a piece of a long one.
pub(crate) struct Piece {
    /// Whole items. A piece that does not start or end its item has a mark there.
    pub(crate) tokens: Tokens,
    /// The mark, which is printed on its own line.
    pub(crate) mark: Tokens,
    /// Whether the text before the mark has already been printed.
    pub(crate) is_rest: bool,
    /// Whether other pieces follow after the last mark.
    pub(crate) is_open: bool,
}

impl From<Tokens> for Piece {
    fn from(tokens: Tokens) -> Self {
        Self { tokens, mark: Tokens::new(), is_rest: false, is_open: false }
    }
}

/// Prints a piece.
pub(crate) type Print<'p> = dyn FnMut(Piece) + 'p;

/// Prints `item` around `parts`, a few of them at a time. The `mark` is valid as a part of `item`, and
/// differs from all other parts.
pub(crate) fn print(
    parts: impl Iterator<Item = Tokens>,
    mark: &Tokens,
    print: &mut Print<'_>,
    item: impl Fn(&Tokens) -> Tokens,
) {
    let (mut parts, mut is_rest) = (parts.peekable(), false);
    loop {
        let some: Tokens = parts.by_ref().take(AT_ONCE).collect();
        let is_open = parts.peek().is_some();
        let cut = mark.mark();
        let (before, behind) = (is_rest.then_some(&cut), is_open.then_some(&cut));
        let tokens = item(&quote!(#before #some #behind));
        print(Piece { tokens, mark: mark.clone(), is_rest, is_open });
        if !is_open {
            return;
        }
        is_rest = true;
    }
}
