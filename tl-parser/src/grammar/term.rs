//! Types and numbers: terms, applications, sums.

use nom::{Parser, combinator::map};

use super::{
    complaint,
    cursor::Cursor,
    fault::{Expected, Fault, Step},
    lexis::{blank, byte, enclosed, fatal, ident, number, sign},
};
use crate::{
    span::Span,
    syntax::{ApplyStyle, Expr, ExprKind},
};

/// The most operands of a sum; together with [`Cursor::MAX_DEPTH`] it limits the depth of the tree.
const MAX_OPERANDS: u32 = 8;

/// `expr = subexpr { subexpr } ;` Juxtaposition is application.
pub(super) fn expr<'a, 's>(input: Cursor<'a, 's>) -> Step<'a, 's, Expr<'a>> {
    let (rest, (expr, failure)) = expr_so_far(input)?;
    failure.map_or(Ok((rest, expr)), Err)
}

/// Parses an expression as far as possible, and returns the fault if an argument is invalid.
pub(super) fn expr_so_far<'a, 's>(
    input: Cursor<'a, 's>,
) -> Step<'a, 's, (Expr<'a>, Option<nom::Err<Fault>>)> {
    let (mut rest, head) = subexpr(input)?;
    let mut args = Vec::new();
    let failure = loop {
        match subexpr(rest) {
            Ok((after, arg)) => {
                args.push(arg);
                rest = after;
            }
            Err(nom::Err::Error(_)) => break None,
            Err(failure) => break Some(failure),
        }
    };
    Ok((rest, (apply(head, args, ApplyStyle::Juxtaposed, rest), failure)))
}

/// `subexpr = term { "+" term } ;`
pub(super) fn subexpr<'a, 's>(input: Cursor<'a, 's>) -> Step<'a, 's, Expr<'a>> {
    let (mut rest, mut sum) = term(input)?;
    let mut operands = 1;
    while let Ok((after, _)) = sign(b'+', Expected::NOTHING)(rest) {
        operands += 1;
        if operands > MAX_OPERANDS {
            return Err(nom::Err::Failure(Fault::long_sum(blank(rest).at(), MAX_OPERANDS)));
        }
        let (after, operand) = term(after).map_err(fatal)?;
        let span = sum.span.to(operand.span);
        sum = Expr { span, kind: ExprKind::Sum(Box::new(sum), Box::new(operand)) };
        rest = after;
    }
    Ok((rest, sum))
}

/// `term = { "%" } ( "(" expr ")" | ident [ "<" expr { "," expr } ">" ] | NUM | "#" ) ;`
pub(super) fn term<'a, 's>(input: Cursor<'a, 's>) -> Step<'a, 's, Expr<'a>> {
    let start = blank(input);
    // The first byte decides, without `alt`: most of the parsing time is spent here.
    match start.peek() {
        Some(b'%') => bare(start),
        Some(b'(') => group(start),
        Some(b'#') => nat(start),
        Some(byte) if byte.is_ascii_digit() => constant(start),
        Some(byte) if byte.is_ascii_alphabetic() => applied(start),
        _ => start.fail(Expected::TYPE),
    }
}

/// `"%" term`
fn bare<'a, 's>(start: Cursor<'a, 's>) -> Step<'a, 's, Expr<'a>> {
    let (rest, _) = byte(b'%', Expected::TYPE)(start)?;
    let (rest, inner) = rest.nested(term).map_err(fatal)?;
    Ok((rest, Expr { span: start.span_to(rest), kind: ExprKind::Bare(Box::new(inner)) }))
}

/// `"(" expr ")"`
fn group<'a, 's>(start: Cursor<'a, 's>) -> Step<'a, 's, Expr<'a>> {
    const END: Expected = Expected::TYPE.or(Expected::CLOSE_ROUND);
    let (rest, inner) = enclosed(b'(', expr, b')', END)(start)?;
    Ok((rest, Expr { span: start.span_to(rest), kind: ExprKind::Group(Box::new(inner)) }))
}

/// `ident [ "<" expr { "," expr } ">" ]`
fn applied<'a, 's>(start: Cursor<'a, 's>) -> Step<'a, 's, Expr<'a>> {
    const END: Expected = Expected::TYPE.or(Expected::COMMA).or(Expected::CLOSE_ANGLE);
    let (rest, name) = ident(start)?;
    complaint::namespace(start, name);
    let head = Expr { span: name.span, kind: ExprKind::Name(name) };
    if sign(b'<', Expected::NOTHING)(rest).is_err() {
        return Ok((rest, head));
    }
    let (rest, args) = enclosed(b'<', arguments, b'>', END)(rest)?;
    Ok((rest, apply(head, args, ApplyStyle::Angled, rest)))
}

/// `expr { "," expr }`
fn arguments<'a, 's>(input: Cursor<'a, 's>) -> Step<'a, 's, Vec<Expr<'a>>> {
    let (mut rest, first) = expr(input)?;
    let mut args = vec![first];
    while let Ok((after, _)) = sign(b',', Expected::COMMA)(rest) {
        let (after, arg) = expr(after).map_err(fatal)?;
        args.push(arg);
        rest = after;
    }
    Ok((rest, args))
}

/// `"#"`
fn nat<'a, 's>(start: Cursor<'a, 's>) -> Step<'a, 's, Expr<'a>> {
    map(byte(b'#', Expected::TYPE), |span| Expr { span, kind: ExprKind::Nat }).parse(start)
}

/// `NUM`
fn constant<'a, 's>(start: Cursor<'a, 's>) -> Step<'a, 's, Expr<'a>> {
    map(number, |number| Expr { span: number.span, kind: ExprKind::Number(number) })
        .parse(start)
        .map_err(|error| error.map(|fault| fault.named(start.at(), Expected::TYPE)))
}

fn apply<'a>(
    head: Expr<'a>,
    mut args: Vec<Expr<'a>>,
    style: ApplyStyle,
    rest: Cursor<'a, '_>,
) -> Expr<'a> {
    if args.is_empty() {
        return head;
    }
    args.shrink_to_fit();
    let span = head.span.to(Span::new(head.span.start, rest.at()));
    Expr { span, kind: ExprKind::Apply { head: Box::new(head), args, style } }
}
