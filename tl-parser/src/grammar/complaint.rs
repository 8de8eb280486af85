//! The diagnostics of the grammar: code, message, labels and suggestions.

use super::{
    character::character,
    codes,
    cursor::Cursor,
    fault::{Cause, Expected, Fault},
    head::opens_declaration,
    lexis::{MAX_NAME, MAX_NAMESPACES, blank, comment_length, is_blank, is_word},
    recovery::past_declaration,
};
use crate::{
    diagnostic::Diagnostic,
    span::Span,
    syntax::{Expr, Ident},
};

/// Reports that no rule applies, and returns the fault for recovery.
#[expect(clippy::needless_pass_by_value, reason = "it is spent: nothing else may be done with it")]
pub(super) fn fault(input: Cursor<'_, '_>, error: nom::Err<Fault>) -> Fault {
    let fault = match error {
        nom::Err::Error(fault) | nom::Err::Failure(fault) => fault,
        nom::Err::Incomplete(_) => Fault::expected(input.at(), Expected::NOTHING),
    };
    refusal(input, fault);
    fault
}

/// Reports a fault by the token at its place.
pub(super) fn refusal(input: Cursor<'_, '_>, fault: Fault) {
    let start = input.moved(fault.at);
    let (span, found) = token(start);
    let place = input.location(span);
    if let Some(report) = excess(fault.cause) {
        let is_name = matches!(fault.cause, Cause::Namespaces | Cause::LongName);
        let label = if is_name { "this name" } else { "one too many" };
        return input.report(report.label(place, label));
    }
    if let Some(foreign) = character(start) {
        return input.report(foreign);
    }
    let wanted = fault.expected;
    let message = match wanted {
        Expected::NOTHING => format!("unexpected {found}"),
        _ => format!("expected {wanted}, found {found}"),
    };
    let label =
        if wanted == Expected::NOTHING { String::new() } else { format!("expected {wanted}") };
    let report = match fault.cause {
        Cause::Unclosed(open) => Diagnostic::error(codes::UNCLOSED, message)
            .label(place, label)
            .label(input.location(open), "this bracket is still open"),
        _ if is_stray(start, wanted) => {
            return stray_bracket(start);
        }
        _ => Diagnostic::error(codes::UNEXPECTED, message).label(place, label),
    };
    input.report(report);
}

/// Reports an exceeded limit.
fn excess(cause: Cause) -> Option<Diagnostic> {
    let (code, message) = match cause {
        Cause::TooDeep => {
            (codes::TOO_DEEP, format!("brackets nest deeper than {} levels", Cursor::MAX_DEPTH))
        }
        Cause::LongSum(limit) => (codes::TOO_DEEP, format!("a sum has more than {limit} operands")),
        Cause::Namespaces => {
            (codes::NAMESPACES, format!("a name has more than {MAX_NAMESPACES} namespaces"))
        }
        Cause::LongName => (codes::LONG_NAME, format!("a name is longer than {MAX_NAME} bytes")),
        Cause::Unexpected | Cause::Unclosed(_) => return None,
    };
    Some(Diagnostic::error(code, message))
}

/// Describes the token at this place, for a message.
fn token(start: Cursor<'_, '_>) -> (Span, String) {
    let bytes = start.bytes();
    let length = match bytes {
        [] => return (start.span_to(start), "the end of the file".into()),
        [byte, ..] if is_word(*byte) => bytes.iter().take_while(|&&byte| is_word(byte)).count(),
        [b'=', b'>', ..] => 2,
        _ => start.char_length(),
    };
    let rest = start.advance(length);
    (start.span_to(rest), format!("`{}`", start.until(rest)))
}

/// Returns whether a closing bracket is where only a field, a declaration or its end is allowed.
fn is_stray(start: Cursor<'_, '_>, wanted: Expected) -> bool {
    let outside = [Expected::FIELD, Expected::SEMICOLON, Expected::DECLARATION];
    matches!(start.peek(), Some(b')' | b']' | b'}' | b'>')) && outside.contains(&wanted)
}

/// Reports a closing bracket without an opening one.
pub(super) fn stray_bracket(start: Cursor<'_, '_>) {
    let (span, found) = token(start);
    let place = start.location(span);
    start.report(
        Diagnostic::error(codes::STRAY_BRACKET, format!("{found} closes no bracket"))
            .label(place, "no bracket is open here")
            .mend("remove it", place, ""),
    );
}

pub(super) fn comment_end(start: Cursor<'_, '_>) {
    let place = start.location(start.span_to(start.advance(2)));
    start.report(
        Diagnostic::error(codes::ENDLESS_COMMENT, "this comment does not end")
            .label(place, "opened here")
            .note("`*/` ends a comment that `/*` begins; such comments do not nest"),
    );
}

pub(super) fn lone_return(start: Cursor<'_, '_>) {
    let place = start.location(start.span_to(start.advance(1)));
    start.report(
        Diagnostic::error(
            codes::LONE_RETURN,
            "a carriage return alone does not end the comment's line",
        )
        .label(place, "the comment continues after it")
        .note("lines end with a line feed, or with a carriage return and a line feed"),
    );
}

/// Reports a section mark; `meant` is the section whose name is nearly right.
pub(super) fn section(start: Cursor<'_, '_>, span: Span, name: &str, meant: Option<&str>) {
    let place = start.location(span);
    let report =
        |message: &str, label| Diagnostic::error(codes::SECTION, message).label(place, label);
    let report = match name {
        "" => report("a section mark without a name", "neither `types` nor `functions`"),
        "types" | "functions" => {
            report(&format!("`{name}` lacks its dashes"), "needs three on either side")
        }
        _ => report(&format!("unknown section `{name}`"), "neither `types` nor `functions`"),
    };
    start.report(match meant {
        Some(meant) => {
            report.mend(format!("write `---{meant}---`"), place, format!("---{meant}---"))
        }
        None => report.note("the declarations below stay in the section above"),
    });
}

pub(super) fn layer_mark(start: Cursor<'_, '_>, span: Span) {
    start.report(
        Diagnostic::error(
            codes::LAYER_MARK,
            "a layer mark is a number of at most 32 bits between `===`",
        )
        .label(start.location(span), "")
        .note("write `===17===` on a line of its own"),
    );
}

pub(super) fn malformed_id(start: Cursor<'_, '_>, span: Span, digits: &str) {
    let place = start.location(span);
    let (message, label) = if digits.is_empty() {
        ("an id without digits".to_owned(), "expected 1 to 8 hexadecimal digits".to_owned())
    } else if let Some(bad) = digits.chars().find(|digit| !digit.is_ascii_hexdigit()) {
        let message = format!("`#{digits}` is not an id");
        (message, format!("`{bad}` is not a hexadecimal digit"))
    } else {
        (format!("the id `#{digits}` is too long"), format!("{} digits", digits.len()))
    };
    start.report(
        Diagnostic::error(codes::MALFORMED_ID, message)
            .label(place, label)
            .note("an id is a 32-bit number in one to eight hexadecimal digits"),
    );
}

/// Warns about upper-case digits.
pub(super) fn id_case(start: Cursor<'_, '_>, span: Span, digits: &str) {
    if !digits.bytes().any(|digit| digit.is_ascii_uppercase()) {
        return;
    }
    let place = start.location(span);
    let lower = digits.to_ascii_lowercase();
    start.report(
        Diagnostic::warning(codes::UPPER_ID, format!("the id `#{digits}` has upper-case digits"))
            .label(place, "other readers of TL reject it")
            .mend(format!("write `#{lower}`"), place, format!("#{lower}")),
    );
}

pub(super) fn missing_semicolon(end: Cursor<'_, '_>) {
    let place = end.location(end.span_to(end));
    end.report(
        Diagnostic::error(codes::MISSING_SEMICOLON, "missing `;`")
            .label(place, "the declaration ends here")
            .mend("add `;`", place, ";"),
    );
}

/// Reports that a declaration has no result, and returns where the next declaration may start.
pub(super) fn no_result<'a, 's>(start: Cursor<'a, 's>, rest: Cursor<'a, 's>) -> Cursor<'a, 's> {
    let ends = match rest.peek() {
        None => true,
        Some(byte) => byte == b';' || opens_declaration(start, rest),
    };
    if !ends {
        let wanted = Expected::FIELD.or(Expected::EQUALS);
        refusal(rest, Fault::expected(rest.at(), wanted));
        return past_declaration(rest, rest.at());
    }
    let end = last_token_end(start, rest);
    start.report(
        Diagnostic::error(codes::NO_RESULT, "this declaration has no result")
            .label(start.location(start.span_to(end)), "expected `= Type;` after it")
            .note(
                "a constructor names the type that it makes, a function the type that it returns",
            ),
    );
    if rest.peek() == Some(b';') { rest.advance(1) } else { rest }
}

/// Returns the end of the last token before `rest`.
fn last_token_end<'a, 's>(start: Cursor<'a, 's>, rest: Cursor<'a, 's>) -> Cursor<'a, 's> {
    let mut end = start;
    let mut here = start;
    while here.at() < rest.at() {
        let next = blank(here);
        if next.at() >= rest.at() {
            break;
        }
        here = next.advance(1);
        end = here;
    }
    end
}

pub(super) fn no_type(field: Cursor<'_, '_>, after: Cursor<'_, '_>, name: Option<Ident<'_>>) {
    let message = match name {
        Some(name) => format!("the field `{}` has no type", name.text),
        None => "this field has no type".to_owned(),
    };
    let place = field.location(field.span_to(after));
    field.report(
        Diagnostic::error(codes::NO_TYPE, message)
            .label(place, "expected a type after it")
            .note("write its type after the colon: `id:long`"),
    );
}

/// Checks the spelling of a field's name.
pub(super) fn field_name(input: Cursor<'_, '_>, name: Ident<'_>) {
    underscore(input, name);
    if name.text.bytes().any(|byte| byte == b'.') {
        let message = format!("the field name `{}` has a namespace", name.text);
        let flat = name.text.replace('.', "_");
        let place = input.location(name.span);
        input.report(
            Diagnostic::error(codes::FIELD_NAMESPACE, message)
                .label(place, "only combinators and types have namespaces")
                .suggest(format!("write `{flat}`"), place, flat),
        );
    }
}

/// Checks the namespaces of a name.
pub(super) fn namespace(input: Cursor<'_, '_>, name: Ident<'_>) {
    if !name.text.bytes().any(|byte| byte == b'.') {
        return;
    }
    let spaces = name.text.rsplit_once('.').map_or("", |(spaces, _)| spaces);
    let upper = |part: &&str| part.starts_with(|first: char| first.is_ascii_uppercase());
    if let Some(space) = spaces.split('.').find(upper) {
        let message = format!("the namespace `{space}` starts with an upper-case letter");
        let mended: Vec<String> = spaces.split('.').map(lower_first).collect();
        let place =
            input.location(Span::new(name.span.start, name.span.start + to_u32(spaces.len())));
        input.report(
            Diagnostic::error(codes::UPPER_NAMESPACE, message)
                .label(place, "")
                .note("only the last part of a type's name starts with an upper-case letter")
                .suggest("write it in lower case", place, mended.join(".")),
        );
    }
}

/// Checks the spelling of a combinator's name.
pub(super) fn combinator_name(input: Cursor<'_, '_>, name: Ident<'_>) {
    underscore(input, name);
    namespace(input, name);
    let upper = |part: &str| part.starts_with(|first: char| first.is_ascii_uppercase());
    let place = input.location(name.span);
    let (spaces, last) = name.text.rsplit_once('.').unwrap_or(("", name.text));
    if upper(last) {
        let lower = lower_first(last);
        let mended = if spaces.is_empty() { lower } else { format!("{spaces}.{lower}") };
        input.report(
            Diagnostic::error(
                codes::UPPER_COMBINATOR,
                format!("the combinator `{last}` starts with an upper-case letter"),
            )
            .label(place, "this is how types are named")
            .suggest(format!("write `{mended}`"), place, mended),
        );
    }
}

fn lower_first(name: &str) -> String {
    let mut lower = name.to_owned();
    lower[..1].make_ascii_lowercase();
    lower
}

fn to_u32(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn underscore(input: Cursor<'_, '_>, name: Ident<'_>) {
    if name.text.len() > 1 && name.text.starts_with('_') {
        input.report(
            Diagnostic::error(
                codes::UNDERSCORE,
                format!("the name `{}` starts with `_`", name.text),
            )
            .label(input.location(name.span), "a name starts with a letter")
            .note("`_` alone means no name"),
        );
    }
}

pub(super) fn unbracketed(input: Cursor<'_, '_>, head: &Expr<'_>, argument: &Expr<'_>) {
    let place = input.location(head.span.to(argument.span));
    let mended = format!("{}<{}>", input.slice(head.span), input.slice(argument.span));
    input.report(
        Diagnostic::error(codes::NO_BRACKETS, "a type with arguments needs brackets")
            .label(place, "read as two fields")
            .mend(format!("write `{mended}`"), place, mended),
    );
}

pub(super) fn bare_sum(input: Cursor<'_, '_>, sum: Span) {
    let place = input.location(sum);
    let mended = format!("({})", input.slice(sum));
    input.report(
        Diagnostic::error(codes::BARE_SUM, "a sum needs parentheses").label(place, "").mend(
            format!("write `{mended}`"),
            place,
            mended,
        ),
    );
}

pub(super) fn late_condition(input: Cursor<'_, '_>, bang: Span, condition: Span) {
    let place = input.location(bang.to(condition));
    let mended = format!("{}!", input.slice(condition));
    input.report(
        Diagnostic::error(codes::LATE_CONDITION, "the condition must precede `!`")
            .label(place, "")
            .mend(format!("write `{mended}`"), place, mended),
    );
}

pub(super) fn late_params(input: Cursor<'_, '_>, span: Span) {
    input.report(
        Diagnostic::error(codes::LATE_PARAMS, "parameters in braces must precede the fields")
            .label(input.location(span), "a field precedes it")
            .note("move it right after the combinator's name: `a {X:Type} x:X = A X`"),
    );
}

pub(super) fn no_bit(input: Cursor<'_, '_>, span: Span) {
    let written = input.slice(span);
    input.report(
        Diagnostic::error(codes::NO_BIT, format!("the condition `{written}` does not name a bit"))
            .label(input.location(span), "expected `flags.N?`")
            .note("N is the number of a bit, from 0 to 31"),
    );
}

pub(super) fn comma(start: Cursor<'_, '_>) {
    let rest = start.advance(1);
    let place = start.location(start.span_to(rest));
    let blank = if rest.peek().is_some_and(is_blank) { "" } else { " " };
    start.report(
        Diagnostic::error(codes::COMMA, "fields are separated by blanks")
            .label(place, "not allowed between fields")
            .mend("remove the comma", place, blank),
    );
}

/// Reports a comment in another language's syntax, and returns its end.
pub(super) fn foreign_comment<'a, 's>(start: Cursor<'a, 's>) -> Cursor<'a, 's> {
    let sign = if start.peek() == Some(b'#') { 1 } else { 2 };
    let place = start.location(start.span_to(start.advance(sign)));
    start.report(
        Diagnostic::error(codes::FOREIGN_COMMENT, "a comment starts with `//`")
            .label(place, "")
            .mend("write `//`", place, "//"),
    );
    start.advance(comment_length(start.bytes()))
}

pub(super) fn too_long(start: Cursor<'_, '_>, span: Span, limit: u32) {
    let message = format!("this declaration is longer than {limit} bytes; is a `;` missing?");
    let first = start.moved(span.start);
    let place = start.location(first.span_to(first.advance(first.char_length())));
    start.report(Diagnostic::error(codes::TOO_LONG, message).label(place, "it starts here"));
}

pub(super) fn too_many(start: Cursor<'_, '_>, limit: usize) {
    let place = start.location(start.span_to(start));
    let message = format!("a file has at most {limit} declarations");
    start.report(Diagnostic::error(codes::TOO_MANY, message).label(place, "the rest is not read"));
}

pub(super) fn too_dense(start: Cursor<'_, '_>) {
    let place = start.location(start.span_to(start.advance(start.char_length())));
    let message = "the declarations up to here need too much memory for a file of this length";
    start.report(
        Diagnostic::error(codes::TOO_DENSE, message)
            .label(place, "the file is not read from here on")
            .note("a group such as `(a b:int)` counts once for each of its names"),
    );
}

pub(super) fn empty_declaration(start: Cursor<'_, '_>) {
    let place = start.location(start.span_to(start.advance(1)));
    start.report(
        Diagnostic::error(codes::STRAY_SEMICOLON, "unexpected `;`").label(place, "").mend(
            "remove it",
            place,
            "",
        ),
    );
}
