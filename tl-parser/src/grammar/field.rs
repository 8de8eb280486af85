//! Fields: named, grouped, anonymous, conditional, repeated.

use nom::{Parser, combinator::map};

use super::{
    complaint,
    cursor::Cursor,
    fault::{Expected, Step},
    head::opens_declaration,
    lexis::{
        blank, byte, enclosed, fatal, ident, is_blank, is_next, is_word, number, sign, variable,
    },
    recovery,
    term::term,
};
use crate::{
    span::Span,
    syntax::{ApplyStyle, Condition, Expr, ExprKind, Field, FieldType, Ident, Repetition},
};

/// `{ arg }`, up to the end of the list of fields. Total: text that cannot be parsed becomes an invalid
/// field.
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
            _ if opens_declaration(input, start) => return start,
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

/// `arg = group | named | unnamed ;` The first tokens decide which.
fn arg<'a, 's>(start: Cursor<'a, 's>) -> Step<'a, 's, Field<'a>> {
    if let Ok((rest, name)) = field_head(start) {
        named(start, rest, name)
    } else if start.peek() == Some(b'(') && is_next(start, group_head) {
        group(start)
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
    let (rest, _) = sign(b':', Expected::COLON)(rest)?;
    Ok((rest, names))
}

/// `var-opt ":"`; a name with a namespace is accepted, and reported later.
fn field_head<'a, 's>(input: Cursor<'a, 's>) -> Step<'a, 's, Ident<'a>> {
    let (rest, name) = ident(input).or_else(|_| variable(input))?;
    let (rest, _) = sign(b':', Expected::COLON)(rest)?;
    Ok((rest, name))
}

/// `"(" var-opt { var-opt } ":" [ cond ] [ "!" ] type-term ")"`
fn group<'a, 's>(start: Cursor<'a, 's>) -> Step<'a, 's, Field<'a>> {
    const END: Expected = Expected::CLOSE_ROUND;
    let inner = |inside| {
        let (rest, names) = group_head(start)?;
        for &name in &names {
            complaint::field_name(inside, name);
        }
        body(start, rest, names)
    };
    let (rest, mut field) = enclosed(b'(', inner, b')', END)(start)?;
    field.span = start.span_to(rest);
    field.grouped = true;
    Ok((rest, field))
}

/// `var-opt ":" ( [ cond ] [ "!" ] type-term | repetition )`, after the `:`
fn named<'a, 's>(
    start: Cursor<'a, 's>,
    rest: Cursor<'a, 's>,
    name: Ident<'a>,
) -> Step<'a, 's, Field<'a>> {
    complaint::field_name(start, name);
    body(start, rest, vec![name]).map_err(fatal)
}

/// `[ cond ] [ "!" ] type-term | repetition`
fn unnamed<'a, 's>(start: Cursor<'a, 's>) -> Step<'a, 's, Field<'a>> {
    body(start, start, Vec::new())
        .map_err(|error| error.map(|fault| fault.named(start.at(), Expected::FIELD)))
}

/// Parses all of a field except its names.
fn body<'a, 's>(
    start: Cursor<'a, 's>,
    rest: Cursor<'a, 's>,
    names: Vec<Ident<'a>>,
) -> Step<'a, 's, Field<'a>> {
    let (rest, condition) = if is_condition(rest) { condition(rest)? } else { (rest, None) };
    let (rest, bang) = optional(rest, sign(b'!', Expected::TYPE))?;
    let (rest, condition) = match (bang, condition) {
        (Some(bang), None) => late_condition(rest, bang)?,
        (_, condition) => (rest, condition),
    };
    let (rest, ty) = field_type(rest, (start, names.last().copied()))?;
    let span = start.span_to(rest);
    let condition = condition.map(Box::new);
    Ok((rest, Field { span, names, grouped: false, condition, bang, ty }))
}

/// Parses a condition after `!`, where it is not allowed.
fn late_condition<'a, 's>(
    input: Cursor<'a, 's>,
    bang: Span,
) -> Step<'a, 's, Option<Condition<'a>>> {
    if !is_condition(input) {
        return Ok((input, None));
    }
    let (rest, found) = condition(input)?;
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
        _ if name.is_some() && is_unapplied(&ty) => Ok(slip(rest, ty)),
        _ => Ok((rest, FieldType::Expr(ty))),
    }
}

/// Returns whether the next field, or the end of the fields, is where a type should be.
fn lacks_type(start: Cursor<'_, '_>, named: bool) -> bool {
    match start.peek() {
        None | Some(b'=' | b';' | b']' | b')') => named,
        Some(byte) if is_word(byte) => is_next(start, field_head),
        _ => false,
    }
}

/// Parses a sum that lacks its round brackets.
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
        fields.shrink_to_fit();
        Ok((rest, fields))
    };
    if start.peek() != Some(b'[') {
        return start.fail(Expected::OPEN_SQUARE).map_err(fatal);
    }
    let (rest, fields) = enclosed(b'[', inner, b']', END)(start)?;
    let begin = times.as_ref().map_or(start.at(), |times| times.span.start);
    let span = Span::new(begin, rest.at());
    Ok((rest, FieldType::Repetition(Box::new(Repetition { span, times, fields }))))
}

/// Returns whether `var "."` or `var "?"` follows.
fn is_condition(input: Cursor<'_, '_>) -> bool {
    ident(input).is_ok_and(|(rest, _)| match rest.peek() {
        Some(b'.' | b'?') => true,
        Some(byte) if is_blank(byte) => blank(rest).peek() == Some(b'?'),
        _ => false,
    })
}

/// `cond = var "." NUM "?" | var "?" ;` A condition without a bit is reported and left out.
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

/// Returns whether this is a vector without an argument.
fn is_unapplied(ty: &Expr<'_>) -> bool {
    matches!(ty.kind, ExprKind::Name(Ident { text: "Vector" | "vector", .. }))
}

/// Handles `x:Vector int`, which the grammar reads as two fields. This is never meant, since `Vector` takes
/// an argument.
fn slip<'a, 's>(rest: Cursor<'a, 's>, head: Expr<'a>) -> (Cursor<'a, 's>, FieldType<'a>) {
    let Some((after, argument)) = lone_argument(rest) else {
        return (rest, FieldType::Expr(head));
    };
    complaint::unbracketed(rest, &head, &argument);
    let span = head.span.to(argument.span);
    let (head, args) = (Box::new(head), vec![argument]);
    let kind = ExprKind::Apply { head, args, style: ApplyStyle::Juxtaposed };
    (after, FieldType::Expr(Expr { span, kind }))
}

/// Parses a name, or an expression in brackets, that is not a field of its own.
fn lone_argument<'a, 's>(input: Cursor<'a, 's>) -> Option<(Cursor<'a, 's>, Expr<'a>)> {
    let start = blank(input);
    let opens = start.peek().is_some_and(|byte| byte.is_ascii_alphabetic() || byte == b'%');
    if !opens || is_next(start, field_head) || is_condition(start) {
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
