//! A source with only the items that are kept.

use std::collections::BTreeSet;

use typelang_parser::{
    print,
    syntax::{File, Item},
};

/// Prints a source without some of its combinators, and without the comments above and in these; a comment that states
/// a layer goes too.
pub(super) fn without(file: &File<'_>, text: &str, removed: &BTreeSet<usize>) -> String {
    let mut end = 0;
    let mut gone = Vec::new();
    for (at, item) in file.items.iter().enumerate() {
        let span = span_of(item);
        if removed.contains(&at) {
            // What is to the right of the item before is about that.
            let rest = text.get(end..).unwrap_or_default();
            let line = rest.find('\n').map_or(text.len(), |at| end + at);
            gone.push(line.min(span.0)..span.1);
        }
        end = span.1;
    }
    let is_layer = |text: &str| {
        text.trim_start_matches('/')
            .trim()
            .strip_prefix("LAYER")
            .is_some_and(|rest| rest.trim().parse::<u32>().is_ok())
    };
    // The ranges are in their order, and apart.
    let is_gone = |start: usize| {
        let next = gone.partition_point(|range| range.end <= start);
        gone.get(next).is_some_and(|range| range.contains(&start))
    };
    let mut kept = file.clone();
    kept.comments
        .retain(|comment| !is_layer(comment.text) && !is_gone(comment.span.start as usize));
    let mut at = 0..;
    kept.items.retain(|_| !at.next().is_some_and(|at: usize| removed.contains(&at)));
    print(&kept, text)
}

fn span_of(item: &Item<'_>) -> (usize, usize) {
    let span = match item {
        Item::Section(it) => it.span,
        Item::LayerMark(it) => it.span,
        Item::Combinator(it) => it.span,
        Item::Builtin(it) => it.span,
        Item::Partial(it) => it.span,
        Item::Finality(it) => it.span,
        Item::Invalid(span) => *span,
    };
    (span.start as usize, span.end as usize)
}
