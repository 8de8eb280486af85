//! Formats items similar to rustfmt, with a blank line between them.

use proc_macro2::{TokenStream, TokenTree};

/// The kinds of items that need no blank line between items of the same kind.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Use,
    Mod,
    Other,
}

/// Appends items.
pub(super) fn pretty(text: &mut String, items: TokenStream) {
    let file: syn::File =
        syn::parse2(items).expect("emitted tokens parse, because the emitters spell whole items");
    let mut last = Line::Other;
    for item in file.items {
        // `use` declarations are grouped, and so are modules without attributes.
        let line = match &item {
            syn::Item::Use(_) => Line::Use,
            syn::Item::Mod(module) if module.attrs.is_empty() => Line::Mod,
            _ => Line::Other,
        };
        if line == Line::Other || line != last {
            text.push('\n');
        }
        last = line;
        if let syn::Item::Macro(syn::ItemMacro { mac, .. }) = &item
            && matches!(mac.delimiter, syn::MacroDelimiter::Brace(_))
        {
            list(text, mac);
            continue;
        }
        let single =
            syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] };
        text.push_str(&prettyplease::unparse(&single));
    }
}

/// Prints the list in a macro call, one line per entry.
fn list(text: &mut String, list: &syn::Macro) {
    let path: Vec<String> = list.path.segments.iter().map(|part| part.ident.to_string()).collect();
    text.push_str(&path.join("::"));
    text.push_str("! {");
    let mut is_line_begun = false;
    for token in list.tokens.clone() {
        if !is_line_begun {
            text.push_str("\n    ");
        }
        is_line_begun = true;
        match &token {
            TokenTree::Punct(mark) if mark.as_char() == '=' => text.push_str(" = "),
            TokenTree::Punct(mark) if mark.as_char() == ',' => text.push_str(", "),
            TokenTree::Ident(word) if *word == "where" => text.push_str(" where "),
            TokenTree::Punct(mark) if mark.as_char() == ';' => {
                text.push(';');
                is_line_begun = false;
            }
            token => text.push_str(&token.to_string()),
        }
    }
    text.push_str("\n}\n");
}
