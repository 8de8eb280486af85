//! Finds comments apart from the grammar: no token contains a `/`, so they need no context.

use super::{complaint, cursor::Cursor, lexis::comment_length};
use crate::syntax::Comment;

/// Returns all comments, in order.
pub(super) fn comments<'a>(input: Cursor<'a, '_>) -> Vec<Comment<'a>> {
    let mut found = Vec::new();
    let mut here = input;
    while let Some(slash) = here.bytes().iter().position(|&byte| byte == b'/') {
        let start = here.advance(slash);
        here = match start.bytes() {
            [b'/', b'/' | b'*', ..] => {
                let rest = start.advance(comment_length(start.bytes()));
                found.push(comment(start, rest));
                rest
            }
            _ => start.advance(1),
        };
    }
    found
}

fn comment<'a>(start: Cursor<'a, '_>, rest: Cursor<'a, '_>) -> Comment<'a> {
    let text = start.until(rest);
    if text.starts_with("/*") {
        if text.len() < 4 || !text.ends_with("*/") {
            complaint::comment_end(start);
        }
        return Comment { span: start.span_to(rest), text };
    }
    let text = text.strip_suffix('\r').unwrap_or(text);
    if let Some(lone) = text.find('\r') {
        complaint::lone_return(start.advance(lone));
    }
    Comment { span: start.span_to(start.advance(text.len())), text }
}
