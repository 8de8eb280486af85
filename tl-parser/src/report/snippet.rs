//! One diagnostic in the terms of annotate-snippets.

use core::ops::Range;
use std::collections::BTreeMap;

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Patch, Snippet, normalize_untrusted_str,
};

use crate::{
    diagnostic::{Diagnostic, Label, Severity, Suggestion},
    source::{Lines, Source, Sources},
    span::{FileId, Location, Span},
};

/// Labels that are further apart get excerpts of their own.
const FAR: u32 = 1 << 14;

/// The message with its excerpts and notes, then one group for each suggestion.
pub(super) fn groups<'a>(
    diagnostic: &'a Diagnostic,
    sources: &'a Sources,
    lines: &BTreeMap<FileId, Lines<'a>>,
) -> Vec<Group<'a>> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(&diagnostic.message).id(diagnostic.code.to_string());
    let mut group = Group::with_title(title);
    for labels in clusters(&diagnostic.labels) {
        if let Some(snippet) = excerpt(diagnostic, &labels, sources, lines) {
            group = group.element(snippet);
        }
    }
    group = group.elements(diagnostic.notes.iter().map(|note| Level::NOTE.message(note)));
    let mut groups = vec![group];
    groups.extend(diagnostic.suggestions.iter().filter_map(|edit| help(edit, sources, lines)));
    groups
}

/// Labels that one excerpt can show, the main one's first.
fn clusters(labels: &[Label]) -> Vec<Vec<&Label>> {
    let mut clusters: Vec<Vec<&Label>> = Vec::new();
    for label in labels {
        let near = |cluster: &&mut Vec<&Label>| {
            let first = cluster[0].location;
            let apart = first.span.start.abs_diff(label.location.span.start);
            first.file == label.location.file && apart < FAR
        };
        match clusters.iter_mut().find(near) {
            Some(cluster) => cluster.push(label),
            None => clusters.push(vec![label]),
        }
    }
    clusters
}

fn excerpt<'a>(
    diagnostic: &'a Diagnostic,
    labels: &[&'a Label],
    sources: &'a Sources,
    lines: &BTreeMap<FileId, Lines<'a>>,
) -> Option<Snippet<'a, Annotation<'a>>> {
    let file = labels.first()?.location.file;
    let spans = labels.iter().map(|label| label.location.span);
    let (source, window, first_line) = window(file, spans.reduce(Span::to)?, sources, lines)?;
    let annotations = labels.iter().map(|label| {
        let main = diagnostic.labels.first().is_some_and(|first| core::ptr::eq(first, *label));
        let kind = if main { AnnotationKind::Primary } else { AnnotationKind::Context };
        let text = Some(label.text.as_str()).filter(|text| !text.is_empty());
        kind.span(within(&source.text, label.location.span, &window)).label(text)
    });
    let snippet = Snippet::source(&source.text[window.clone()]).line_start(first_line);
    Some(snippet.path(source.name.as_str()).annotations(annotations.collect::<Vec<_>>()))
}

/// An edit as a difference of lines.
fn help<'a>(
    edit: &'a Suggestion,
    sources: &'a Sources,
    lines: &BTreeMap<FileId, Lines<'a>>,
) -> Option<Group<'a>> {
    let Location { file, span } = edit.location;
    let (source, window, first_line) = window(file, span, sources, lines)?;
    let patch = Patch::new(within(&source.text, span, &window), edit.replacement.as_str());
    let snippet = Snippet::source(&source.text[window]).line_start(first_line).patch(patch);
    let title = Level::HELP.secondary_title(normalize_untrusted_str(&edit.text));
    Some(Group::with_title(title).element(snippet.path(source.name.as_str())))
}

/// The whole lines that a span touches, and the number of the first.
fn window<'a>(
    file: FileId,
    span: Span,
    sources: &'a Sources,
    lines: &BTreeMap<FileId, Lines<'a>>,
) -> Option<(&'a Source, Range<usize>, usize)> {
    let (source, lines) = (sources.get(file)?, lines.get(&file)?);
    let length = u32::try_from(source.text.len()).ok()?;
    let start = lines.start_of(span.start.min(length));
    let end = lines.end_of(span.end.clamp(span.start.min(length), length));
    let line = lines.position(start).line as usize;
    Some((source, start as usize..end as usize, line))
}

/// A span as a range of the window, on the boundaries of characters.
fn within(text: &str, span: Span, window: &Range<usize>) -> Range<usize> {
    let place = |offset: u32| {
        let offset = (offset as usize).clamp(window.start, window.end);
        text.floor_char_boundary(offset) - window.start
    };
    place(span.start)..place(span.end.max(span.start))
}
