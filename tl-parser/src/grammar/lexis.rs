//! Blanks, names, numbers and signs. Every rule skips the blanks before its token, so a node's span starts at
//! its first byte, and the rest starts right after its last.

use super::{
    cursor::Cursor,
    fault::{Cause, Expected, Fault, Step},
};
use crate::{
    span::Span,
    syntax::{Ident, Number},
};

/// Skips blanks and comments.
#[inline]
pub(super) fn blank<'a, 's>(input: Cursor<'a, 's>) -> Cursor<'a, 's> {
    match input.peek() {
        Some(byte) if is_blank(byte) || byte == b'/' => input.advance(blank_length(input.bytes())),
        _ => input,
    }
}

fn blank_length(bytes: &[u8]) -> usize {
    let mut length = 0;
    loop {
        length += match &bytes[length..] {
            [byte, ..] if is_blank(*byte) => 1,
            comment @ [b'/', b'/' | b'*', ..] => comment_length(comment),
            _ => return length,
        };
    }
}

/// Returns the length of the comment that starts here; if it does not end, the length of the rest.
pub(super) fn comment_length(bytes: &[u8]) -> usize {
    let end = match bytes {
        [b'/', b'*', body @ ..] => {
            body.windows(2).position(|pair| pair == b"*/").map(|position| position + 4)
        }
        _ => bytes.iter().position(|&byte| byte == b'\n'),
    };
    end.unwrap_or(bytes.len())
}

pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b'\x0b' | b'\x0c')
}

pub(super) fn is_word(byte: u8) -> bool {
    matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_')
}

/// The longest name in bytes, including namespaces; published schemas stay below 70.
pub(crate) const MAX_NAME: usize = 1 << 10;

/// The most namespaces a name may have; published schemas use one. Code that makes something for each
/// namespace, such as a module, relies on this limit.
pub(crate) const MAX_NAMESPACES: usize = 32;

/// `ident = UCNS | LCNS ;` Callers check the case of its parts, since they know what it names.
pub(super) fn ident<'a, 's>(input: Cursor<'a, 's>) -> Step<'a, 's, Ident<'a>> {
    let start = blank(input);
    match ident_length(start.bytes()) {
        0 => start.fail(Expected::NAME),
        length if length > MAX_NAMESPACES => bounded(named(start, length)),
        length => Ok(named(start, length)),
    }
}

/// Fails if a name exceeds a limit.
fn bounded<'a, 's>((rest, name): (Cursor<'a, 's>, Ident<'a>)) -> Step<'a, 's, Ident<'a>> {
    let namespaces = name.text.bytes().filter(|&byte| byte == b'.').count();
    if namespaces > MAX_NAMESPACES {
        Fault::excessive_name(name.span.start, Cause::Namespaces)
    } else if name.text.len() > MAX_NAME {
        Fault::excessive_name(name.span.start, Cause::LongName)
    } else {
        Ok((rest, name))
    }
}

/// `word { "." word }` with `word = LETTER { LETTER | DIGIT | "_" }`. A dot that is not followed by a letter
/// is not part of the name: `flags.0`. Half of parsing time is spent here, so this is a loop over bytes.
fn ident_length(bytes: &[u8]) -> usize {
    let letter_at = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
    if !letter_at(0) {
        return 0;
    }
    let mut length = 1;
    loop {
        length += word_length(&bytes[length..]);
        if bytes.get(length) != Some(&b'.') || !letter_at(length + 1) {
            return length;
        }
        length += 2;
    }
}

pub(super) fn word_length(bytes: &[u8]) -> usize {
    let mut length = 0;
    // A loop is fast without optimization too.
    while length < bytes.len() && is_word(bytes[length]) {
        length += 1;
    }
    length
}

/// `var-opt = LC | UC | "_" ;` Also accepts `_name`, which callers that keep the name report.
pub(super) fn variable<'a, 's>(input: Cursor<'a, 's>) -> Step<'a, 's, Ident<'a>> {
    let start = blank(input);
    match start.peek() {
        Some(byte) if is_word(byte) && !byte.is_ascii_digit() => {
            bounded(named(start, word_length(start.bytes())))
        }
        _ => start.fail(Expected::NAME),
    }
}

/// `NUM = [0-9]+`
pub(super) fn number<'a, 's>(input: Cursor<'a, 's>) -> Step<'a, 's, Number> {
    let start = blank(input);
    let digits = start.bytes().iter().take_while(|byte| byte.is_ascii_digit()).count();
    let rest = start.advance(digits);
    if digits == 0 || rest.peek().is_some_and(is_word) {
        return start.fail(Expected::NUMBER);
    }
    Ok((rest, Number { span: start.span_to(rest), value: start.until(rest).parse().ok() }))
}

/// Parses one byte at this position.
pub(super) fn byte<'a: 's, 's>(
    byte: u8,
    expected: Expected,
) -> impl Fn(Cursor<'a, 's>) -> Step<'a, 's, Span> {
    move |input| match input.peek() {
        Some(found) if found == byte => {
            let rest = input.advance(1);
            Ok((rest, input.span_to(rest)))
        }
        _ => input.fail(expected),
    }
}

/// Parses one byte after blanks.
pub(super) fn sign<'a: 's, 's>(
    sign: u8,
    expected: Expected,
) -> impl Fn(Cursor<'a, 's>) -> Step<'a, 's, Span> {
    move |input| byte(sign, expected)(blank(input))
}

/// `open inner close`; if something is missing, the fault refers to the opening bracket.
pub(super) fn enclosed<'a: 's, 's, T>(
    open: u8,
    inner: impl FnOnce(Cursor<'a, 's>) -> Step<'a, 's, T>,
    close: u8,
    expected: Expected,
) -> impl FnOnce(Cursor<'a, 's>) -> Step<'a, 's, T> {
    move |input| {
        let (rest, opened) = sign(open, expected)(input)?;
        let (rest, value) = rest.nested(inner).map_err(fatal)?;
        let (rest, _) = sign(close, expected)(rest)
            .map_err(|error| error.map(|fault| Fault { cause: Cause::Unclosed(opened), ..fault }))
            .map_err(fatal)?;
        Ok((rest, value))
    }
}

/// Returns whether a rule applies here, without consuming input.
pub(super) fn is_next<'a, 's, T>(
    input: Cursor<'a, 's>,
    parser: impl FnOnce(Cursor<'a, 's>) -> Step<'a, 's, T>,
) -> bool {
    parser(input).is_ok()
}

/// Makes an error fatal: after a distinguishing sign no other alternative can apply.
pub(super) fn fatal(error: nom::Err<Fault>) -> nom::Err<Fault> {
    match error {
        nom::Err::Error(fault) => nom::Err::Failure(fault),
        other => other,
    }
}

fn named<'a, 's>(start: Cursor<'a, 's>, length: usize) -> (Cursor<'a, 's>, Ident<'a>) {
    let rest = start.advance(length);
    (rest, Ident { span: start.span_to(rest), text: start.until(rest) })
}
