//! Finds the comments above an item and those to its right.

use crate::syntax::Comment;

/// Returns the comments that end directly above the line of `start`. Each is on its own lines, and there is
/// no empty line between them.
pub(super) fn block_above<'c, 'a>(
    start: u32,
    comments: &'c [Comment<'a>],
    text: &str,
) -> &'c [Comment<'a>] {
    let mut below = start;
    let mut count = 0;
    for comment in comments.iter().rev() {
        let between = slice(text, comment.span.end, below);
        let apart = between.bytes().filter(|&byte| byte == b'\n').count() != 1;
        if apart || !between.trim().is_empty() || !opens_line(comment.span.start, text) {
            break;
        }
        below = comment.span.start;
        count += 1;
    }
    &comments[comments.len() - count..]
}

/// Counts the comments that start on the line of `end` with only blanks before them.
pub(super) fn right_of(end: u32, comments: &[Comment<'_>], text: &str) -> usize {
    let mut left = end;
    let on_line = |comment: &&Comment<'_>| {
        let between = slice(text, left, comment.span.start);
        left = comment.span.end;
        // Stops at the first other character, since the next comment may be far away.
        between.chars().all(|c| c != '\n' && c.is_whitespace())
    };
    comments.iter().take_while(on_line).count()
}

/// Counts the comments that start on the line of `end`, whatever is between.
pub(super) fn on_line_of(end: u32, comments: &[Comment<'_>], text: &str) -> usize {
    let mut left = end;
    let on_line = |comment: &&Comment<'_>| {
        let between = slice(text, left, comment.span.start);
        // A block comment may span several lines, and the text after it is on another one.
        left = comment.span.start;
        !between.contains('\n')
    };
    comments.iter().take_while(on_line).count()
}

/// Returns whether only blanks precede `at` on its line.
pub(super) fn opens_line(at: u32, text: &str) -> bool {
    let is_blank = |c: char| matches!(c, '\u{feff}' | ' ' | '\t' | '\r');
    let before = slice(text, 0, at).trim_end_matches(is_blank);
    before.is_empty() || before.ends_with('\n')
}

pub(super) fn slice(text: &str, start: u32, end: u32) -> &str {
    text.get(start as usize..end as usize).unwrap_or_default()
}
