//! Formats items similar to rustfmt, with a blank line between them.

use std::ops::Range;

use proc_macro2::TokenTree;

use super::{Layout, Piece, WIDTH, mark::MARK};

/// The kinds of items that need no blank line between items of the same kind.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Use,
    Mod,
    Other,
}

/// Formats the code from `start` on: whole items, or a piece of a long one, which loses the lines of its marks.
///
/// # Errors
/// If the code does not parse, because a setting holds what is not Rust.
pub(super) fn format(text: &mut String, start: usize, piece: &Piece) -> syn::Result<()> {
    if piece.layout == Layout::Template && text[start..].lines().all(is_kept) {
        text.insert(start, '\n');
    } else {
        let code = text.split_off(start);
        items(text, &code)?;
    }
    if !piece.is_open && !piece.is_rest {
        return Ok(());
    }
    let marks = marked_lines(text, start);
    if let (true, Some(last)) = (piece.is_open, marks.last()) {
        text.truncate(last.start);
    }
    if let (true, Some(first)) = (piece.is_rest, marks.first()) {
        text.replace_range(start..first.end, "");
    }
    Ok(())
}

/// Returns whether the formatter would not change a line that a template lays out.
fn is_kept(line: &str) -> bool {
    let is_whole = || {
        let start = line.trim_start();
        start.starts_with("///") || is_mark(start)
    };
    !line.ends_with(' ') && (line.len() <= WIDTH || is_whole())
}

/// Returns the lines from `start` on that are marks.
fn marked_lines(text: &str, start: usize) -> Vec<Range<usize>> {
    let mut end = start;
    let lines = text[start..].split_inclusive('\n').map(|line| {
        end += line.len();
        (line, end - line.len()..end)
    });
    lines.filter(|(line, _)| is_mark(line.trim_start())).map(|(_, range)| range).collect()
}

/// Returns whether a line begins with a mark, wide or not.
fn is_mark(line: &str) -> bool {
    let rest = line.strip_prefix(MARK).map(|rest| rest.trim_start_matches('_'));
    rest.is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric()))
}

fn items(text: &mut String, code: &str) -> syn::Result<()> {
    let file: syn::File = syn::parse_str(code)?;
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
    Ok(())
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
