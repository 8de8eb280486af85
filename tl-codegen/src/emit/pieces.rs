//! Long items in pieces, because their tokens take hundreds of times the memory of their text.

use proc_macro2::TokenStream;
use quote::quote;

/// What marks begin with: no name of a schema does.
pub(crate) const MARK: &str = "__cut";

/// How many parts of an item are tokens at once.
const AT_ONCE: usize = 64;

/// What is printed at once: whole items, or a piece of a long one.
pub(crate) struct Piece {
    /// Whole items. Those of a piece have a mark on each side where the text of the piece ends.
    pub(crate) tokens: TokenStream,
    /// The mark, which has a line of its own.
    pub(crate) mark: TokenStream,
    /// Whether the text before the mark was printed already.
    pub(crate) is_rest: bool,
    /// Whether the text behind the last mark is left to other pieces.
    pub(crate) is_open: bool,
}

impl From<TokenStream> for Piece {
    fn from(tokens: TokenStream) -> Self {
        Self { tokens, mark: TokenStream::new(), is_rest: false, is_open: false }
    }
}

/// What takes pieces.
pub(crate) type Print<'p> = dyn FnMut(Piece) + 'p;

/// Prints `item` around `parts`, a few of them at once. The `mark` is a part that `item` may hold, and that nothing else is.
pub(crate) fn print(
    parts: impl Iterator<Item = TokenStream>,
    mark: &TokenStream,
    print: &mut Print<'_>,
    item: impl Fn(&TokenStream) -> TokenStream,
) {
    let (mut parts, mut is_rest) = (parts.peekable(), false);
    loop {
        let some: TokenStream = parts.by_ref().take(AT_ONCE).collect();
        let is_open = parts.peek().is_some();
        let (before, behind) = (is_rest.then_some(mark), is_open.then_some(mark));
        let tokens = item(&quote!(#before #some #behind));
        print(Piece { tokens, mark: mark.clone(), is_rest, is_open });
        if !is_open {
            return;
        }
        is_rest = true;
    }
}
