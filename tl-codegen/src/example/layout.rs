//! Formats tokens as text.

use proc_macro2::TokenStream;
use quote::quote;

/// The indentation of a function's body.
const INDENT: &str = "    ";

/// Formats an expression as it follows `let call = `, with further lines indented as in a statement.
pub(super) fn expression(expression: &TokenStream) -> String {
    let text = formatted(&quote!(fn example() { let it = #expression; }));
    let body = text.lines().filter_map(|line| line.strip_prefix(INDENT));
    let statement = body.collect::<Vec<_>>().join("\n");
    let statement = statement.trim_start_matches("let it =").trim_start();
    statement.trim_end_matches(';').to_owned()
}

/// Formats `use` declarations.
pub(super) fn declarations(items: &TokenStream) -> String {
    formatted(items)
}

fn formatted(items: &TokenStream) -> String {
    let file = syn::parse2(items.clone())
        .expect("an example parses, because `spelling` spells whole expressions");
    prettyplease::unparse(&file)
}
