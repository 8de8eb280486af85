//! Which comments stand above something, and which on the right of it.

use crate::syntax::Comment;

/// The comments that end right above the line of `start`, each on lines of its own, without an empty line between.
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

/// How many of the comments start on the line on which `end` is, with only blanks before them.
pub(super) fn right_of(end: u32, comments: &[Comment<'_>], text: &str) -> usize {
    let mut left = end;
    let on_line = |comment: &&Comment<'_>| {
        let between = slice(text, left, comment.span.start);
        left = comment.span.end;
        // Stops at the first sign of anything else: the next comment may be far.
        between.chars().all(|c| c != '\n' && c.is_whitespace())
    };
    comments.iter().take_while(on_line).count()
}

/// How many of the comments start on the line on which `end` is, whatever stands between.
pub(super) fn on_line_of(end: u32, comments: &[Comment<'_>], text: &str) -> usize {
    let mut left = end;
    let on_line = |comment: &&Comment<'_>| {
        let between = slice(text, left, comment.span.start);
        // A block comment may have lines of its own, and what follows is on another one.
        left = comment.span.start;
        !between.contains('\n')
    };
    comments.iter().take_while(on_line).count()
}

/// Whether only blanks stand before `at` on its line.
pub(super) fn opens_line(at: u32, text: &str) -> bool {
    let is_blank = |c: char| matches!(c, '\u{feff}' | ' ' | '\t' | '\r');
    let before = slice(text, 0, at).trim_end_matches(is_blank);
    before.is_empty() || before.ends_with('\n')
}

pub(super) fn slice(text: &str, start: u32, end: u32) -> &str {
    text.get(start as usize..end as usize).unwrap_or_default()
}
