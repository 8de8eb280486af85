//! Renders one diagnostic with annotate-snippets.

use core::ops::Range;
use std::collections::BTreeMap;

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Patch, Renderer, Snippet, Title,
    normalize_untrusted_str,
};

use super::{
    shortened::shortened,
    window::{Window, is_long, window},
};
use crate::{
    diagnostic::{Diagnostic, Label, Severity, Suggestion},
    source::{Lines, Source, Sources},
    span::{FileId, Location, Span},
};

/// Labels that are further apart get separate excerpts.
const FAR: u32 = 1 << 14;

/// The files and their lines.
type Files<'f, 'a> = (&'a Sources, &'f BTreeMap<FileId, Lines<'a>>);

/// Renders the message with its excerpts and notes, then the change of each suggestion.
pub(super) fn render<'a>(
    renderer: &Renderer,
    diagnostic: &'a Diagnostic,
    sources: &'a Sources,
    lines: &BTreeMap<FileId, Lines<'a>>,
) -> String {
    let labels = diagnostic.labels.iter().map(|label| label.location);
    let mut places = labels.chain(diagnostic.suggestions.iter().map(|edit| edit.location));
    if places.any(|place| is_long(place, lines, FAR)) {
        cut(renderer, diagnostic, (sources, lines))
    } else {
        renderer.render(&groups(diagnostic, (sources, lines)))
    }
}

fn title(diagnostic: &Diagnostic) -> Title<'_> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    level.primary_title(shortened(&diagnostic.message)).id(diagnostic.code.to_string())
}

fn with_notes<'a>(group: Group<'a>, diagnostic: &'a Diagnostic) -> Group<'a> {
    group.elements(diagnostic.notes.iter().map(|note| Level::NOTE.message(shortened(note))))
}

fn help(edit: &Suggestion) -> Group<'_> {
    let text = normalize_untrusted_str(&shortened(&edit.text));
    Group::with_title(Level::HELP.secondary_title(text))
}

/// Builds excerpts of whole lines.
fn groups<'a>(diagnostic: &'a Diagnostic, files: Files<'_, 'a>) -> Vec<Group<'a>> {
    let mut group = Group::with_title(title(diagnostic));
    for labels in clusters(&diagnostic.labels) {
        if let Some(snippet) = excerpt(diagnostic, &labels, files) {
            group = group.element(snippet);
        }
    }
    let mut groups = vec![with_notes(group, diagnostic)];
    groups.extend(diagnostic.suggestions.iter().filter_map(|edit| edited(edit, files)));
    groups
}

/// Groups labels that fit into one excerpt, starting with the primary label's.
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

fn kind(diagnostic: &Diagnostic, label: &Label) -> AnnotationKind {
    let main = diagnostic.labels.first().is_some_and(|first| core::ptr::eq(first, label));
    if main { AnnotationKind::Primary } else { AnnotationKind::Context }
}

fn annotation<'a>(
    diagnostic: &'a Diagnostic,
    label: &'a Label,
    span: Range<usize>,
) -> Annotation<'a> {
    let text = Some(shortened(&label.text)).filter(|text| !text.is_empty());
    kind(diagnostic, label).span(span).label(text)
}

fn excerpt<'a>(
    diagnostic: &'a Diagnostic,
    labels: &[&'a Label],
    files: Files<'_, 'a>,
) -> Option<Snippet<'a, Annotation<'a>>> {
    let file = labels.first()?.location.file;
    let spans = labels.iter().map(|label| label.location.span);
    let (source, lines, first_line) = whole_lines(file, spans.reduce(Span::to)?, files)?;
    let annotations = labels.iter().map(|label| {
        annotation(diagnostic, label, within(&source.text, label.location.span, &lines))
    });
    let snippet = Snippet::source(&source.text[lines.clone()]).line_start(first_line);
    Some(snippet.path(source.name.as_str()).annotations(annotations.collect::<Vec<_>>()))
}

/// Shows an edit as a difference of lines.
fn edited<'a>(edit: &'a Suggestion, files: Files<'_, 'a>) -> Option<Group<'a>> {
    let Location { file, span } = edit.location;
    let (source, lines, first_line) = whole_lines(file, span, files)?;
    let replacement = shortened(&edit.replacement);
    if replacement != edit.replacement {
        return Some(help(edit));
    }
    let patch = Patch::new(within(&source.text, span, &lines), replacement);
    let snippet = Snippet::source(&source.text[lines]).line_start(first_line).patch(patch);
    Some(help(edit).element(snippet.path(source.name.as_str())))
}

/// Returns the whole lines that a span touches, and the number of the first.
fn whole_lines<'a>(
    file: FileId,
    span: Span,
    (sources, lines): Files<'_, 'a>,
) -> Option<(&'a Source, Range<usize>, usize)> {
    let (source, lines) = (sources.get(file)?, lines.get(&file)?);
    let length = u32::try_from(source.text.len()).ok()?;
    let start = lines.start_of(span.start.min(length));
    let end = lines.end_of(span.end.clamp(span.start.min(length), length));
    let line = lines.position(start).line as usize;
    Some((source, start as usize..end as usize, line))
}

/// Converts a span to a range within the shown lines, on character boundaries.
fn within(text: &str, span: Span, lines: &Range<usize>) -> Range<usize> {
    let place = |offset: u32| {
        let offset = (offset as usize).clamp(lines.start, lines.end);
        text.floor_char_boundary(offset) - lines.start
    };
    place(span.start)..place(span.end.max(span.start))
}

/// Renders a separate excerpt for each label, cut out of its line.
///
/// The renderer counts columns within the excerpt. So each excerpt gets a placeholder as its path, by which
/// the place is found in the output and corrected.
fn cut(renderer: &Renderer, diagnostic: &Diagnostic, (sources, lines): Files<'_, '_>) -> String {
    let mut group = Group::with_title(title(diagnostic));
    let mut windows = Vec::new();
    for label in &diagnostic.labels {
        let Some(shown) = window(label.location, sources, lines) else { continue };
        let snippet = Snippet::source(shown.text.clone()).line_start(shown.line as usize);
        let annotation = annotation(diagnostic, label, shown.mark.clone());
        group = group.element(snippet.path(stand_in(windows.len())).annotation(annotation));
        windows.push(shown);
    }
    let mut groups = vec![with_notes(group, diagnostic)];
    for edit in &diagnostic.suggestions {
        let Some(shown) = window(edit.location, sources, lines) else { continue };
        let replacement = shortened(&edit.replacement);
        if !shown.is_whole || replacement != edit.replacement {
            groups.push(help(edit));
            continue;
        }
        // In the file of the primary label the excerpt needs no path of its own.
        let is_main = diagnostic.location().is_some_and(|main| main.file == edit.location.file);
        let name = stand_in(if is_main { 0 } else { windows.len() });
        let patch = Patch::new(shown.mark.clone(), replacement);
        let snippet = Snippet::source(shown.text.clone()).line_start(shown.line as usize);
        groups.push(help(edit).element(snippet.path(name).patch(patch)));
        windows.push(shown);
    }
    with_places(renderer.render(&groups), &windows)
}

/// Returns a placeholder for the path of an excerpt; it uses private-use characters, which no message
/// contains.
fn stand_in(number: usize) -> String {
    format!("\u{e000}{number}\u{e001}")
}

/// Replaces the placeholders and their columns by the places in the files.
fn with_places(mut report: String, windows: &[Window<'_>]) -> String {
    for (number, shown) in windows.iter().enumerate() {
        let Window { source, line, column, shown_column, .. } = shown;
        let written = format!("{}:{line}:{shown_column}", stand_in(number));
        report = report.replacen(&written, &format!("{}:{line}:{column}", source.name), 1);
    }
    report
}
