//! Cuts lines that are too long for a report.

use core::ops::Range;
use std::collections::BTreeMap;

use crate::{
    source::{Lines, Source, Sources},
    span::{FileId, Location, Span},
};

/// Longer lines are cut, as are longer spans over several lines.
const LINE: u32 = 240;

/// The bytes shown before and after a mark, and of the mark itself, in a cut line.
const AROUND: usize = 30;
const MARK: usize = 60;

/// Marks text that is left out.
const ELLIPSIS: &str = "…";

/// A piece of one line around a mark.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Window<'a> {
    pub(super) source: &'a Source,
    pub(super) text: String,
    pub(super) mark: Range<usize>,
    /// Whether the mark covers the whole span.
    pub(super) is_whole: bool,
    /// The number of the line.
    pub(super) line: u32,
    /// The column of the mark in the line, and in the window.
    pub(super) column: u32,
    pub(super) shown_column: usize,
}

/// Returns whether a place is on a line that must be cut, or spans too many bytes.
pub(super) fn is_long(place: Location, lines: &BTreeMap<FileId, Lines<'_>>, far: u32) -> bool {
    let Some(lines) = lines.get(&place.file) else { return false };
    let Span { start, end } = place.span;
    let line = |at: u32| lines.end_of(at).saturating_sub(lines.start_of(at));
    line(start) > LINE || line(end.max(start)) > LINE || end.saturating_sub(start) > far
}

/// Returns the whole line of a place that is not long.
#[cfg(any(test, not(feature = "snippets")))]
pub(super) fn whole<'a>(
    place: Location,
    sources: &'a Sources,
    lines: &BTreeMap<FileId, Lines<'a>>,
) -> Option<Window<'a>> {
    let (source, lines) = (sources.get(place.file)?, lines.get(&place.file)?);
    let length = u32::try_from(source.text.len()).ok()?;
    let start = place.span.start.min(length);
    let (line_start, line_end) = (lines.start_of(start) as usize, lines.end_of(start) as usize);
    let text = source.text.get(line_start..line_end)?.to_owned();
    let within =
        |at: u32| text.floor_char_boundary((at as usize).clamp(line_start, line_end) - line_start);
    let mark = within(start)..within(place.span.end.max(start));
    let position = lines.position(start);
    let (line, column, shown_column) = (position.line, position.column, position.column as usize);
    Some(Window { source, text, mark, is_whole: true, line, column, shown_column })
}

/// Cuts a piece around the start of a place.
pub(super) fn window<'a>(
    place: Location,
    sources: &'a Sources,
    lines: &BTreeMap<FileId, Lines<'a>>,
) -> Option<Window<'a>> {
    let (source, lines) = (sources.get(place.file)?, lines.get(&place.file)?);
    let text = source.text.as_str();
    let offset = |at: u32| text.floor_char_boundary(at as usize);
    let start = offset(place.span.start);
    let at = u32::try_from(start).unwrap_or(u32::MAX);
    let (line_start, line_end) = (lines.start_of(at) as usize, lines.end_of(at) as usize);
    let line_end = line_end.max(start);
    let end = offset(place.span.end).max(start);
    let mark_end = text.floor_char_boundary(end.min(line_end).min(start + MARK));
    let left = text.floor_char_boundary(start.saturating_sub(AROUND)).max(line_start);
    let right = text.floor_char_boundary(mark_end + AROUND).min(line_end);
    let mut cut = String::new();
    if left > line_start {
        cut.push_str(ELLIPSIS);
    }
    let shift = cut.len();
    cut.push_str(&text[left..right]);
    let mark = shift + start - left..shift + mark_end - left;
    let shown_column = cut[..mark.start].chars().count() + 1;
    if right < line_end {
        cut.push_str(ELLIPSIS);
    }
    let position = lines.position(at);
    let (line, column, is_whole) = (position.line, position.column, mark_end == end);
    Some(Window { source, text: cut, mark, is_whole, line, column, shown_column })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, start: usize, end: usize) -> (String, String, (u32, u32, usize, bool)) {
        let mut sources = Sources::new();
        let file = sources.add("a.tl", text);
        let lines = BTreeMap::from([(file, Lines::new(text))]);
        let number = |at: usize| u32::try_from(at).unwrap();
        let span = Span::new(number(start), number(end));
        let found = window(Location { file, span }, &sources, &lines).unwrap();
        let marked = found.text[found.mark.clone()].to_owned();
        let Window { line, column, shown_column, is_whole, .. } = found;
        (found.text, marked, (line, column, shown_column, is_whole))
    }

    #[test]
    fn a_window_holds_the_mark_and_what_stands_around() {
        let text = format!("first\n{}MARK{}\nlast", "é".repeat(200), "b".repeat(200));
        let (shown, marked, at) = cut(&text, 406, 410);
        assert_eq!(shown, format!("…{}MARK{}…", "é".repeat(15), "b".repeat(30)));
        assert_eq!((marked.as_str(), at), ("MARK", (2, 201, 17, true)));
    }

    #[test]
    fn the_ends_of_a_line_have_no_ellipsis() {
        let text = format!("{}\n", "a".repeat(300));
        let (shown, _, at) = cut(&text, 3, 4);
        assert_eq!((shown, at), (format!("{}…", "a".repeat(34)), (1, 4, 4, true)));
        let (shown, marked, at) = cut(&text, 300, 300);
        assert_eq!((shown, at), (format!("…{}", "a".repeat(30)), (1, 301, 32, true)));
        assert_eq!(marked, "");
    }

    #[test]
    fn a_long_mark_is_cut_too() {
        let text = format!("{}\nmore", "a".repeat(300));
        let (shown, marked, at) = cut(&text, 0, 300);
        assert_eq!(
            (shown.as_str(), marked),
            (format!("{}…", "a".repeat(90)).as_str(), "a".repeat(60))
        );
        assert!(!at.3);
        let (shown, marked, at) = cut(&text, 299, 303);
        assert_eq!((shown, marked.as_str(), at.3), (format!("…{}", "a".repeat(31)), "a", false));
        assert_eq!(cut(&text, 900, 950).1, "", "a place behind the text is its end");
    }

    #[test]
    fn lines_are_long_by_their_bytes() {
        let is = |text: &str, start: u32, end: u32| {
            let lines = BTreeMap::from([(FileId(0), Lines::new(text))]);
            is_long(Location { file: FileId(0), span: Span::new(start, end) }, &lines, 1_000)
        };
        let text = format!("{}\n{}\n", "a".repeat(240), "b".repeat(241));
        assert_eq!((is(&text, 0, 1), is(&text, 241, 242), is(&text, 0, 242)), (false, true, true));
        let many = "a\n".repeat(1_000);
        assert_eq!((is(&many, 0, 1_000), is(&many, 0, 1_001)), (false, true));
        assert!(!is_long(Location { file: FileId(7), span: Span::default() }, &BTreeMap::new(), 0));
    }
}
