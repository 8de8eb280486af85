//! Fields: named, grouped, anonymous, conditional, repeated.

use nom::{Parser, branch::alt, combinator::map};

use super::{
    complaint,
    cursor::Cursor,
    fault::{Expected, Step},
    lexis::{blank, byte, enclosed, fatal, ident, is_next, number, sign, variable},
    recovery,
    term::term,
};
use crate::{
    span::Span,
    syntax::{ApplyStyle, Condition, Expr, ExprKind, Field, FieldType, Ident, Repetition},
};

/// `{ arg }` up to what ends a list of fields. Total: what cannot be read becomes an invalid field.
pub(super) fn args<'a, 's>(
    mut input: Cursor<'a, 's>,
    fields: &mut Vec<Field<'a>>,
) -> Cursor<'a, 's> {
    loop {
        let start = blank(input);
        match start.peek() {
            None | Some(b'=' | b';' | b'{' | b'}' | b']') => return start,
            Some(b',') if !fields.is_empty() => {
                complaint::comma(start);
                input = start.advance(1);
                continue;
            }
            _ if recovery::opens_declaration(input, start) => return start,
            _ => {}
        }
        input = match arg(start) {
            Ok((rest, field)) => {
                fields.push(field);
                rest
            }
            Err(error) => {
                let rest = recovery::past_field(start, complaint::fault(start, error));
                fields.push(invalid(start.span_to(rest)));
                rest
            }
        };
    }
}

fn invalid<'a>(span: Span) -> Field<'a> {
    let ty = FieldType::Expr(Expr { span, kind: ExprKind::Invalid });
    Field { span, names: Vec::new(), grouped: false, condition: None, bang: None, ty }
}

/// `arg = group | named | unnamed ;` What follows the first words tells which.
fn arg<'a, 's>(start: Cursor<'a, 's>) -> Step<'a, 's, Field<'a>> {
    if is_next(start, group_head) {
        group(start)
    } else if is_next(start, field_head) {
        named(start)
    } else {
        unnamed(start)
    }
}

/// `"(" var-opt { var-opt } ":"`
fn group_head<'a, 's>(input: Cursor<'a, 's>) -> Step<'a, 's, Vec<Ident<'a>>> {
    let (rest, _) = sign(b'(', Expected::FIELD)(input)?;
    let (mut rest, first) = variable(rest)?;
    let mut names = vec![first];
    while let Ok((after, name)) = variable(rest) {
        names.push(name);
        rest = after;
    }
    map(sign(b':', Expected::COLON), |_| names.clone()).parse(rest)
}

/// `var-opt ":"`; a name with a namespace is read too, to be reported.
fn field_head<'a, 's>(input: Cursor<'a, 's>) -> Step<'a, 's, Ident<'a>> {
    let (rest, name) = alt((ident, variable)).parse(input)?;
    map(sign(b':', Expected::COLON), |_| name).parse(rest)
}

/// `"(" var-opt { var-opt } ":" [ cond ] [ "!" ] type-term ")"`
fn group<'a, 's>(start: Cursor<'a, 's>) -> Step<'a, 's, Field<'a>> {
    const END: Expected = Expected::CLOSE_ROUND;
    let inner = |inside| {
        let (rest, names) = group_head(start)?;
        names.iter().for_each(|&name| complaint::field_name(inside, name));
        body(rest, names)
    };
    let (rest, field) = enclosed(b'(', inner, b')', END)(start)?;
    Ok((rest, Field { span: start.span_to(rest), grouped: true, ..field }))
}

/// `var-opt ":" ( [ cond ] [ "!" ] type-term | repetition )`
fn named<'a, 's>(start: Cursor<'a, 's>) -> Step<'a, 's, Field<'a>> {
    let (rest, name) = field_head(start)?;
    complaint::field_name(start, name);
    let (rest, field) = body(rest, vec![name]).map_err(fatal)?;
    let (rest, ty) = slip(rest, field.ty);
    Ok((rest, Field { span: start.span_to(rest), ty, ..field }))
}

/// `[ cond ] [ "!" ] type-term | repetition`
fn unnamed<'a, 's>(start: Cursor<'a, 's>) -> Step<'a, 's, Field<'a>> {
    let (rest, field) = body(start, Vec::new())
        .map_err(|error| error.map(|fault| fault.named(start.at(), Expected::FIELD)))?;
    Ok((rest, Field { span: start.span_to(rest), ..field }))
}

/// All of a field but its names.
fn body<'a, 's>(start: Cursor<'a, 's>, names: Vec<Ident<'a>>) -> Step<'a, 's, Field<'a>> {
    let (rest, condition) = optional(start, condition)?;
    let condition = condition.flatten();
    let (rest, bang) = optional(rest, sign(b'!', Expected::TYPE))?;
    let (rest, condition) = match (bang, condition) {
        (Some(bang), None) => late_condition(rest, bang)?,
        (_, condition) => (rest, condition),
    };
    let what = (start, names.last().copied());
    let (rest, ty) = field_type(rest, what)?;
    let span = start.span_to(rest);
    Ok((rest, Field { span, names, grouped: false, condition, bang, ty }))
}

/// A condition after `!`, where it does not belong.
fn late_condition<'a, 's>(
    input: Cursor<'a, 's>,
    bang: Span,
) -> Step<'a, 's, Option<Condition<'a>>> {
    let (rest, found) = optional(input, condition)?;
    let found = found.flatten();
    if let Some(condition) = &found {
        complaint::late_condition(input, bang, condition.span);
    }
    Ok((rest, found))
}

/// `type-term | [ mult "*" ] "[" { arg } "]"`
fn field_type<'a, 's>(
    input: Cursor<'a, 's>,
    (field, name): (Cursor<'a, 's>, Option<Ident<'a>>),
) -> Step<'a, 's, FieldType<'a>> {
    let start = blank(input);
    if start.peek() == Some(b'[') {
        return repetition(start, None);
    }
    if lacks_type(start, name.is_some()) {
        complaint::no_type(field, input, name);
        let span = Span::new(input.at(), input.at());
        return Ok((input, FieldType::Expr(Expr { span, kind: ExprKind::Invalid })));
    }
    let (rest, ty) = term(start)?;
    match blank(rest).peek() {
        Some(b'*') => repetition(blank(rest).advance(1), Some(ty)),
        Some(b'+') => {
            let (rest, ty) = bare_sum(start, rest)?;
            match sign(b'*', Expected::NOTHING)(rest) {
                Ok((rest, _)) => repetition(rest, Some(ty)),
                Err(_) => Ok((rest, FieldType::Expr(ty))),
            }
        }
        _ => Ok((rest, FieldType::Expr(ty))),
    }
}

/// Whether the next field, or the end of the fields, stands where a type should.
fn lacks_type(start: Cursor<'_, '_>, named: bool) -> bool {
    match start.peek() {
        None | Some(b'=' | b';' | b']' | b')') => named,
        _ => is_next(start, field_head),
    }
}

/// A sum that lacks its round brackets.
fn bare_sum<'a, 's>(start: Cursor<'a, 's>, after: Cursor<'a, 's>) -> Step<'a, 's, Expr<'a>> {
    let (rest, sum) = super::term::subexpr(start).map_err(fatal)?;
    complaint::bare_sum(after, sum.span);
    Ok((rest, sum))
}

/// `"[" { arg } "]"`, after the multiplicity
fn repetition<'a, 's>(
    input: Cursor<'a, 's>,
    times: Option<Expr<'a>>,
) -> Step<'a, 's, FieldType<'a>> {
    const END: Expected = Expected::FIELD.or(Expected::CLOSE_SQUARE);
    let start = blank(input);
    let inner = |inside| {
        let mut fields = Vec::new();
        let rest = args(inside, &mut fields);
        Ok((rest, fields))
    };
    if start.peek() != Some(b'[') {
        return start.fail(Expected::OPEN_SQUARE).map_err(fatal);
    }
    let (rest, fields) = enclosed(b'[', inner, b']', END)(start)?;
    let begin = times.as_ref().map_or(start.at(), |times| times.span.start);
    let span = Span::new(begin, rest.at());
    Ok((rest, FieldType::Repetition(Repetition { span, times, fields })))
}

/// `cond = var "." NUM "?" | var "?" ;` One that names no bit is reported and left out.
fn condition<'a, 's>(input: Cursor<'a, 's>) -> Step<'a, 's, Option<Condition<'a>>> {
    let start = blank(input);
    let (rest, mask) = ident(start)?;
    let Ok((after, _)) = byte(b'.', Expected::NOTHING)(rest) else {
        let (rest, _) = sign(b'?', Expected::QUESTION)(rest)?;
        let span = start.span_to(rest);
        if mask.text.contains('.') {
            complaint::no_bit(start, span);
            return Ok((rest, None));
        }
        return Ok((rest, Some(Condition { span, mask, bit: None })));
    };
    if after.peek() == Some(b'?') {
        let rest = after.advance(1);
        complaint::no_bit(start, start.span_to(rest));
        return Ok((rest, None));
    }
    let (rest, bit) = map(number, Some)
        .parse(after)
        .map_err(|error| fatal(error.map(|fault| fault.named(blank(after).at(), Expected::BIT))))?;
    let (rest, _) = sign(b'?', Expected::QUESTION)(rest).map_err(fatal)?;
    Ok((rest, Some(Condition { span: start.span_to(rest), mask, bit })))
}

/// `x:Vector int`: two fields to the grammar, and never what was meant, for `Vector` takes an argument.
fn slip<'a, 's>(rest: Cursor<'a, 's>, ty: FieldType<'a>) -> (Cursor<'a, 's>, FieldType<'a>) {
    let FieldType::Expr(head) = ty else { return (rest, ty) };
    let argument = match &head.kind {
        ExprKind::Name(name) if matches!(name.text, "Vector" | "vector") => lone_argument(rest),
        _ => None,
    };
    let Some((after, argument)) = argument else { return (rest, FieldType::Expr(head)) };
    complaint::unbracketed(rest, &head, &argument);
    let span = head.span.to(argument.span);
    let (head, args) = (Box::new(head), vec![argument]);
    let kind = ExprKind::Apply { head, args, style: ApplyStyle::Juxtaposed };
    (after, FieldType::Expr(Expr { span, kind }))
}

/// A name, or an expression in brackets, that is no field of its own.
fn lone_argument<'a, 's>(input: Cursor<'a, 's>) -> Option<(Cursor<'a, 's>, Expr<'a>)> {
    let start = blank(input);
    let opens = start.peek().is_some_and(|byte| byte.is_ascii_alphabetic() || byte == b'%');
    if !opens || is_next(start, field_head) || is_next(start, condition) {
        return None;
    }
    let (rest, argument) = term(start).ok()?;
    (blank(rest).peek() != Some(b'*')).then_some((rest, argument))
}

/// `[ rule ]`
fn optional<'a, 's, T>(
    input: Cursor<'a, 's>,
    rule: impl FnOnce(Cursor<'a, 's>) -> Step<'a, 's, T>,
) -> Step<'a, 's, Option<T>> {
    match rule(input) {
        Ok((rest, value)) => Ok((rest, Some(value))),
        Err(nom::Err::Error(_)) => Ok((input, None)),
        Err(failure) => Err(failure),
    }
}
