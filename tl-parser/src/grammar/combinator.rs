//! Declarations: combinators, builtins, partial applications, `New`, `Final`, `Empty`.

use nom::{Parser, branch::alt, combinator::map, sequence::terminated};

use super::{
    complaint,
    cursor::Cursor,
    fault::{Expected, Fault, Step},
    field::args,
    lexis::{blank, byte, enclosed, fatal, ident, is_next, is_word, sign, variable},
    recovery,
    term::{expr, expr_so_far, term},
};
use crate::{
    span::Span,
    syntax::{
        Builtin, Combinator, Equals, Expr, ExprKind, Field, FieldType, Finality, FinalityWord,
        Ident, Item, Params, Partial, WrittenId,
    },
};

/// `declaration = { annotation } combinator | builtin | partial | final ;`
pub(super) fn declaration<'a, 's>(start: Cursor<'a, 's>) -> Step<'a, 's, Item<'a>> {
    if starts_with_type(start)
        && let Ok(found) = alt((finality, partial)).parse(start)
    {
        return Ok(found);
    }
    let (rest, annotations) = annotations(start)?;
    let (rest, name) = full_name(rest).map_err(|error| {
        let wanted = if annotations.is_empty() { Expected::DECLARATION } else { Expected::NAME };
        error.map(|fault| fault.named(blank(rest).at(), wanted))
    })?;
    let (rest, id) = written_id(rest);
    if is_next(rest, |input| {
        (sign(b'?', Expected::QUESTION), sign(b'=', Expected::EQUALS)).parse(input)
    }) {
        let (rest, result) = builtin_end(rest).map_err(fatal)?;
        complaint::combinator_name(start, name);
        let rest = semicolon(rest);
        let span = start.span_to(rest);
        return Ok((rest, Item::Builtin(Builtin { span, name, id, result })));
    }
    let (rest, params, fields) = arguments(rest);
    let Ok((rest, equals)) = equals(rest) else {
        let found = without_result(start, rest, &params, &fields);
        return Ok(found);
    };
    complaint::combinator_name(start, name);
    let (rest, result) = ending(rest);
    let span = start.span_to(rest);
    Ok((
        rest,
        Item::Combinator(Box::new(Combinator {
            span,
            annotations,
            name,
            id,
            params,
            fields,
            equals,
            result,
        })),
    ))
}

/// `annotation = "@" LC ;`, any number of them
fn annotations<'a, 's>(start: Cursor<'a, 's>) -> Step<'a, 's, Vec<Ident<'a>>> {
    let (mut rest, mut found) = (start, Vec::new());
    while let Ok((after, _)) = sign(b'@', Expected::NOTHING)(rest) {
        let (after, name) = variable(after).map_err(fatal)?;
        found.push(name);
        rest = after;
    }
    Ok((rest, found))
}

/// `full-name = LCNS | "_" ;`, without the id
fn full_name<'a, 's>(input: Cursor<'a, 's>) -> Step<'a, 's, Ident<'a>> {
    alt((ident, variable)).parse(input)
}

/// `[ ID ]`: directly after the name, or after a blank, as VK writes it. A lone `#` after a blank is a field.
fn written_id<'a, 's>(after_name: Cursor<'a, 's>) -> (Cursor<'a, 's>, Option<WrittenId<'a>>) {
    let start = blank(after_name);
    if start.peek() != Some(b'#') {
        return (after_name, None);
    }
    let length = start.bytes()[1..].iter().take_while(|&&byte| is_word(byte)).count();
    let rest = start.advance(1 + length);
    let digits = start.advance(1).until(rest);
    let attached = start.at() == after_name.at();
    let is_hex = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !attached && (!is_hex || sign(b':', Expected::NOTHING)(rest).is_ok()) {
        return (after_name, None);
    }
    (rest, id_of(start, start.span_to(rest), digits))
}

/// Parses the digits as an id, or reports them.
fn id_of<'a>(start: Cursor<'a, '_>, span: Span, digits: &'a str) -> Option<WrittenId<'a>> {
    let sound = (1..=8).contains(&digits.len());
    match u32::from_str_radix(digits, 16) {
        Ok(value) if sound => {
            complaint::id_case(start, span, digits);
            Some(WrittenId { span, digits, value })
        }
        _ => {
            complaint::malformed_id(start, span, digits);
            None
        }
    }
}

/// `"?" "=" UCNS`
fn builtin_end<'a, 's>(input: Cursor<'a, 's>) -> Step<'a, 's, Ident<'a>> {
    let (rest, _) = sign(b'?', Expected::QUESTION)(input)?;
    let (rest, _) = sign(b'=', Expected::EQUALS)(rest)?;
    ident(rest).map_err(|error| error.map(|fault| fault.named(blank(rest).at(), Expected::TYPE)))
}

/// `{ opt-args } { arg }`; braces among the fields are reported and kept.
fn arguments<'a, 's>(
    mut input: Cursor<'a, 's>,
) -> (Cursor<'a, 's>, Vec<Params<'a>>, Vec<Field<'a>>) {
    let (mut params, mut fields) = (Vec::new(), Vec::new());
    loop {
        let rest = args(input, &mut fields);
        input = match rest.peek() {
            Some(b'{') => match opt_args(rest) {
                Ok((after, found)) => {
                    if !fields.is_empty() {
                        complaint::late_params(rest, found.span);
                    }
                    params.push(found);
                    after
                }
                Err(error) => recovery::past_field(rest, complaint::fault(rest, error)),
            },
            Some(b']' | b'}') => {
                complaint::stray_bracket(rest);
                rest.advance(1)
            }
            _ => {
                // Most declarations have fewer than four fields, the first capacity of a vector.
                fields.shrink_to_fit();
                return (rest, params, fields);
            }
        };
    }
}

/// `opt-args = "{" var { var } ":" type-term "}" ;`
fn opt_args<'a, 's>(start: Cursor<'a, 's>) -> Step<'a, 's, Params<'a>> {
    let inner = |inside| {
        let (mut rest, first) = variable(inside)?;
        let mut names = vec![first];
        while let Ok((after, name)) = variable(rest) {
            names.push(name);
            rest = after;
        }
        let (rest, _) = sign(b':', Expected::NAME.or(Expected::COLON))(rest)?;
        map(term, |kind| (names.clone(), kind)).parse(rest)
    };
    let (rest, (names, kind)) = enclosed(b'{', inner, b'}', Expected::CLOSE_BRACE)(start)?;
    Ok((rest, Params { span: start.span_to(rest), names, kind }))
}

/// `"=" | "=>"`
fn equals<'a, 's>(input: Cursor<'a, 's>) -> Step<'a, 's, Equals> {
    let (rest, _) = sign(b'=', Expected::FIELD.or(Expected::EQUALS))(input)?;
    match byte(b'>', Expected::NOTHING)(rest) {
        Ok((rest, _)) => Ok((rest, Equals::Arrow)),
        Err(_) => Ok((rest, Equals::Equals)),
    }
}

/// `result ";"` with `result = expr`; the checker decides which types are allowed. Total; if the `;` is
/// missing, it stops before the next declaration.
fn ending<'a, 's>(input: Cursor<'a, 's>) -> (Cursor<'a, 's>, Expr<'a>) {
    let (rest, result, failure) = match expr_so_far(input) {
        Ok((rest, (result, failure))) => (rest, result, failure),
        Err(error) => return unreadable(input, error),
    };
    if failure.is_none() && is_next(rest, sign(b';', Expected::SEMICOLON)) {
        return (semicolon(rest), result);
    }
    if let Some(count) = recovery::overrun(input, &result, rest, failure.as_ref()) {
        let result = shortened(result, count);
        return (missing_semicolon(input.moved(result.span.end)), result);
    }
    match failure {
        Some(error) => unreadable(input, error),
        None => (semicolon(rest), result),
    }
}

/// Reports a result that cannot be parsed, and skips to the end of its declaration.
fn unreadable<'a, 's>(input: Cursor<'a, 's>, error: nom::Err<Fault>) -> (Cursor<'a, 's>, Expr<'a>) {
    let at = complaint::fault(input, error).at;
    let span = Span::new(input.at(), input.at());
    (recovery::past_declaration(input, at), Expr { span, kind: ExprKind::Invalid })
}

/// Keeps the first `count` arguments of an application.
fn shortened(whole: Expr<'_>, count: usize) -> Expr<'_> {
    let ExprKind::Apply { head, mut args, style } = whole.kind else { return whole };
    args.truncate(count);
    match args.last() {
        Some(last) => {
            let span = head.span.to(last.span);
            Expr { span, kind: ExprKind::Apply { head, args, style } }
        }
        None => *head,
    }
}

/// Parses `;`, or reports that it is missing.
fn semicolon<'a, 's>(rest: Cursor<'a, 's>) -> Cursor<'a, 's> {
    match sign(b';', Expected::SEMICOLON)(rest) {
        Ok((rest, _)) => rest,
        Err(_) if recovery::at_boundary(rest) => missing_semicolon(rest),
        Err(error) => {
            let fault = complaint::fault(rest, error);
            recovery::past_declaration(rest, fault.at)
        }
    }
}

fn missing_semicolon<'a, 's>(rest: Cursor<'a, 's>) -> Cursor<'a, 's> {
    complaint::missing_semicolon(rest);
    rest
}

/// Handles a declaration without `=`: a partial application, or a declaration that lacks its result.
fn without_result<'a, 's>(
    start: Cursor<'a, 's>,
    rest: Cursor<'a, 's>,
    params: &[Params<'a>],
    fields: &[Field<'a>],
) -> (Cursor<'a, 's>, Item<'a>) {
    let applies = rest.peek() == Some(b';') && params.is_empty() && !fields.is_empty();
    if applies && let Ok(found) = partial(start) {
        return found;
    }
    // If the last field is invalid, the fault may include the result.
    let end = if fields.last().is_some_and(is_invalid) {
        recovery::past_declaration(rest, rest.at())
    } else {
        complaint::no_result(start, rest)
    };
    (end, Item::Invalid(start.span_to(end)))
}

fn is_invalid(field: &Field<'_>) -> bool {
    matches!(&field.ty, FieldType::Expr(Expr { kind: ExprKind::Invalid, .. }))
}

/// Returns whether a type starts here; no combinator starts with one.
fn starts_with_type(start: Cursor<'_, '_>) -> bool {
    ident(start).is_ok_and(|(_, name)| {
        let bytes = name.text.as_bytes();
        let last = bytes.iter().rposition(|&byte| byte == b'.').map_or(0, |point| point + 1);
        bytes.get(last).is_some_and(u8::is_ascii_uppercase)
    })
}

/// `partial = ident ( subexpr { subexpr } | "<" expr { "," expr } ">" ) ";"`
fn partial<'a, 's>(start: Cursor<'a, 's>) -> Step<'a, 's, Item<'a>> {
    let (rest, expr) = terminated(expr, sign(b';', Expected::SEMICOLON)).parse(start)?;
    if !matches!(expr.kind, ExprKind::Apply { .. }) {
        return start.fail(Expected::DECLARATION);
    }
    Ok((rest, Item::Partial(Partial { span: start.span_to(rest), expr })))
}

/// `final = ( "New" | "Final" | "Empty" ) UCNS ";" ;`
fn finality<'a, 's>(start: Cursor<'a, 's>) -> Step<'a, 's, Item<'a>> {
    let (rest, keyword) = ident(start)?;
    let word = match keyword.text {
        "New" => FinalityWord::New,
        "Final" => FinalityWord::Final,
        "Empty" => FinalityWord::Empty,
        _ => return start.fail(Expected::DECLARATION),
    };
    let (rest, ty) = terminated(ident, sign(b';', Expected::SEMICOLON)).parse(rest)?;
    Ok((rest, Item::Finality(Finality { span: start.span_to(rest), word, ty })))
}
