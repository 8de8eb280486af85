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
        !between.contains('\n') && between.trim().is_empty()
    };
    comments.iter().take_while(on_line).count()
}

/// Whether only blanks stand before `at` on its line.
pub(super) fn opens_line(at: u32, text: &str) -> bool {
    let before = slice(text, 0, at).rsplit('\n').next().unwrap_or_default();
    before.trim_matches(['\u{feff}', ' ', '\t', '\r']).is_empty()
}

pub(super) fn slice(text: &str, start: u32, end: u32) -> &str {
    text.get(start as usize..end as usize).unwrap_or_default()
}
