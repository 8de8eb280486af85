//! Published schemas in our own layout.

use std::{error::Error, fmt::Write};

use typelang_parser::{
    Dialect, Options, Schema, Sources, Span, check,
    docs::docs_of,
    parse,
    report::{Style, render},
    syntax::{Combinator, File, Item, Role},
};

/// A restated schema.
#[derive(Debug)]
pub(crate) struct Restated {
    pub(crate) text: String,
    pub(crate) layer: Option<u32>,
}

/// Prints a schema again: the facts alone, without the comments of its publisher.
pub(crate) fn restate(name: &str, published: &str) -> Result<Restated, Box<dyn Error>> {
    let before = schema_of(name, published)?;
    let id = Sources::new().add(name, published);
    let mut tree = parse(id, published).file;
    let layer = docs_of(&tree, published).layer;
    tree.comments.clear();
    let mut text = layer.map_or_else(String::new, |layer| format!("// LAYER {layer}\n\n"));
    text.push_str(&print(&tree, published));
    let after = schema_of(name, &text)?;
    if facts(&before) != facts(&after) {
        return Err(format!("{name}: what was printed does not say what was read").into());
    }
    Ok(Restated { text, layer })
}

fn schema_of(name: &str, text: &str) -> Result<Schema, Box<dyn Error>> {
    let mut sources = Sources::new();
    sources.add(name, text);
    let options = Options { dialect: Some(Dialect::Telegram), ..Options::default() };
    let checked = check(&sources, &options);
    if checked.has_errors() {
        return Err(render(&checked.diagnostics, &sources, Style::Plain).into());
    }
    Ok(checked.schema)
}

/// What must not change: every declaration, and both its ids.
fn facts(schema: &Schema) -> Vec<(Role, &str, Option<u32>, u32)> {
    let fact = |combinator: &typelang_parser::schema::Combinator| {
        (combinator.role, combinator.written_id, combinator.computed_id)
    };
    let named = schema.combinators.iter().map(|combinator| (combinator.name.as_str(), fact(combinator)));
    named.map(|(name, (role, written, computed))| (role, name, written, computed)).collect()
}

fn print(tree: &File<'_>, published: &str) -> String {
    let mut text = String::new();
    let mut end = None;
    for item in &tree.items {
        let span = span_of(item);
        let gap = end.and_then(|end: u32| published.get(end as usize..span.start as usize));
        if gap.is_some_and(|gap| gap.contains("\n\n")) {
            text.push('\n');
        }
        end = Some(span.end);
        match item {
            Item::Combinator(combinator) => _ = writeln!(text, "{}", line(combinator, published)),
            _ => _ = writeln!(text, "{}", published[span.range()].trim()),
        }
    }
    text
}

fn line(combinator: &Combinator<'_>, published: &str) -> String {
    let Some(id) = combinator.id else { return published[combinator.span.range()].to_owned() };
    let rest = &published[id.span.end as usize..combinator.span.end as usize];
    format!("{}#{:08x}{rest}", combinator.name.text, id.value)
}

fn span_of(item: &Item<'_>) -> Span {
    match item {
        Item::Section(section) => section.span,
        Item::LayerMark(mark) => mark.span,
        Item::Combinator(combinator) => combinator.span,
        Item::Builtin(builtin) => builtin.span,
        Item::Partial(partial) => partial.span,
        Item::Finality(finality) => finality.span,
        Item::Invalid(span) => *span,
    }
}
