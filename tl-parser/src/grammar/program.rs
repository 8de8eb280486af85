//! A whole file: sections, layer marks and declarations, with recovery after a fault.

use nom::{Parser, branch::alt};

use super::{
    combinator::declaration,
    complaint,
    cursor::Cursor,
    fault::{Expected, Step},
    lexis::{blank, is_blank, is_word, number},
    recovery,
    weight::{self, Allowance},
};
use crate::{
    nearest::nearest,
    span::Span,
    syntax::{Item, LayerMark, Role, Section},
};

/// The most declarations a file may have; Telegram's has 2,600.
pub(super) const MAX_DECLARATIONS: usize = 1 << 20;

/// The most bytes a declaration may have; Telegram's longest has 3,000.
pub(super) const MAX_LENGTH: u32 = 1 << 20;

/// The names of the sections.
const TYPES: &str = "types";
const FUNCTIONS: &str = "functions";

/// `program = { section | layer-mark | declaration } ;` Total.
pub(super) fn program<'a>(mut input: Cursor<'a, '_>, allowance: Allowance) -> Vec<Item<'a>> {
    let (mut items, mut total, mut last) = (Vec::new(), 0_u64, "");
    let allowance = allowance.of(input.text().len());
    loop {
        let start = blank(input);
        if start.peek().is_none() {
            return items;
        }
        if items.len() >= MAX_DECLARATIONS {
            complaint::too_many(start, MAX_DECLARATIONS);
            return items;
        }
        let (rest, found) = item(start);
        total =
            total.saturating_add(found.as_ref().map_or(0, |item| weight::weight(item, &mut last)));
        if total > allowance {
            complaint::too_dense(start);
            items.push(Item::Invalid(start.span_to(rest)));
            return items;
        }
        items.extend(found);
        input = rest;
    }
}

/// Parses one item and returns where it ends, which is always past `start`.
fn item<'a, 's>(start: Cursor<'a, 's>) -> (Cursor<'a, 's>, Option<Item<'a>>) {
    if start.peek() == Some(b';') {
        return (stray_semicolon(start), None);
    }
    if recovery::is_foreign_comment(start) {
        return (complaint::foreign_comment(start), None);
    }
    let (rest, item) = match alt((section, layer_mark, declaration)).parse(start) {
        Ok(found) => found,
        Err(error) => {
            let fault = complaint::fault(start, error);
            let rest = recovery::past_declaration(start, fault.at.max(start.at() + 1));
            (rest, Item::Invalid(start.span_to(rest)))
        }
    };
    let span = start.span_to(rest);
    if span.end - span.start > MAX_LENGTH && !matches!(item, Item::Invalid(_)) {
        complaint::too_long(start, span, MAX_LENGTH);
        return (rest, Some(Item::Invalid(span)));
    }
    (rest, Some(item))
}

/// Reports a `;` that ends nothing.
fn stray_semicolon<'a, 's>(start: Cursor<'a, 's>) -> Cursor<'a, 's> {
    complaint::empty_declaration(start);
    start.advance(1)
}

/// `section = "---types---" | "---functions---" ;`, with any number of dashes and blanks
fn section<'a, 's>(start: Cursor<'a, 's>) -> Step<'a, 's, Item<'a>> {
    if !start.bytes().starts_with(b"--") {
        return start.fail(Expected::NOTHING);
    }
    let name = start.advance(length(start, |byte| byte == b'-' || is_inline(byte)));
    let dashes = name.advance(length(name, is_word));
    let inline = dashes.advance(length(dashes, is_inline));
    let rest = inline.advance(length(inline, |byte| byte == b'-'));
    let span = start.span_to(rest);
    let sound = start.bytes().starts_with(b"---") && inline.until(rest).len() >= 3;
    let name = name.until(dashes);
    let known = [TYPES, FUNCTIONS];
    let meant = known.into_iter().find(|known| *known == name).or_else(|| nearest(name, known));
    if !sound || meant != Some(name) {
        complaint::section(start, span, name, meant);
    }
    let role = match meant {
        None => return Ok((rest, Item::Invalid(span))),
        Some(FUNCTIONS) => Role::Function,
        Some(_) => Role::Constructor,
    };
    Ok((rest, Item::Section(Section { span, role })))
}

/// `layer-mark = "===" NUM "===" ;`
fn layer_mark<'a, 's>(start: Cursor<'a, 's>) -> Step<'a, 's, Item<'a>> {
    if !start.bytes().starts_with(b"==") {
        return start.fail(Expected::NOTHING);
    }
    let end = start.advance(length(start, |byte| byte != b'\n'));
    if let Ok((rest, (layer, span))) = mark(start) {
        return Ok((rest, Item::LayerMark(LayerMark { span, layer })));
    }
    let span = trimmed(start, end);
    complaint::layer_mark(start, span);
    Ok((end, Item::Invalid(span)))
}

/// Parses the number between two `===`.
fn mark<'a, 's>(start: Cursor<'a, 's>) -> Step<'a, 's, (u32, Span)> {
    let (rest, ((), number)) = (bar, number).parse(start)?;
    let rest = rest.advance(length(rest, is_inline));
    let (rest, ()) = bar(rest)?;
    match number.value.and_then(|layer| u32::try_from(layer).ok()) {
        Some(layer) => Ok((rest, (layer, start.span_to(rest)))),
        None => start.fail(Expected::NUMBER),
    }
}

/// `"==="`
fn bar<'a, 's>(start: Cursor<'a, 's>) -> Step<'a, 's, ()> {
    match start.bytes() {
        [b'=', b'=', b'=', ..] => Ok((start.advance(3), ())),
        _ => start.fail(Expected::MARK),
    }
}

fn is_inline(byte: u8) -> bool {
    is_blank(byte) && byte != b'\n'
}

fn length(start: Cursor<'_, '_>, which: impl Fn(u8) -> bool) -> usize {
    start.bytes().iter().take_while(|&&byte| which(byte)).count()
}

/// Returns the span of a line without the blanks at its end.
fn trimmed(start: Cursor<'_, '_>, end: Cursor<'_, '_>) -> Span {
    let length = start.until(end).trim_end().len();
    start.span_to(start.advance(length))
}
