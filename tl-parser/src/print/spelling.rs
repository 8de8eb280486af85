//! The canonical spelling of the parts that fit on one line.

use crate::syntax::{
    ApplyStyle, Builtin, Combinator, Equals, Expr, ExprKind, Field, FieldType, Finality,
    FinalityWord, Ident, Number, Params, Repetition, WrittenId,
};

/// Spells everything before the fields: `@read name#1cb5c415 {t:Type}`.
pub(super) fn head(combinator: &Combinator<'_>, text: &str) -> String {
    let annotations = combinator.annotations.iter().map(|name| format!("@{} ", name.text));
    let name = format!("{}{}", combinator.name.text, id(combinator.id.as_ref()));
    let params = combinator.params.iter().map(|params| format!(" {}", self::params(params, text)));
    annotations.chain([name]).chain(params).collect()
}

/// `= Type;`
pub(super) fn ending(combinator: &Combinator<'_>, text: &str) -> String {
    let sign = match combinator.equals {
        Equals::Equals => "=",
        Equals::Arrow => "=>",
    };
    format!("{sign} {};", expr(&combinator.result, text))
}

/// `int ? = Int;`
pub(super) fn builtin(builtin: &Builtin<'_>) -> String {
    let id = id(builtin.id.as_ref());
    format!("{}{id} ? = {};", builtin.name.text, builtin.result.text)
}

/// `Final T;`
pub(super) fn finality(finality: &Finality<'_>) -> String {
    let word = match finality.word {
        FinalityWord::New => "New",
        FinalityWord::Final => "Final",
        FinalityWord::Empty => "Empty",
    };
    format!("{word} {};", finality.ty.text)
}

fn id(id: Option<&WrittenId<'_>>) -> String {
    id.map(|id| format!("#{:08x}", id.value)).unwrap_or_default()
}

fn params(params: &Params<'_>, text: &str) -> String {
    format!("{{{}:{}}}", names(&params.names), expr(&params.kind, text))
}

fn names(names: &[Ident<'_>]) -> String {
    names.iter().map(|name| name.text).collect::<Vec<_>>().join(" ")
}

/// Spells a whole field.
pub(super) fn field(field: &Field<'_>, text: &str) -> String {
    let start = opening(field, text);
    let ty = match &field.ty {
        FieldType::Expr(ty) => expr(ty, text),
        FieldType::Repetition(repetition) => {
            let inner = repetition.fields.iter().map(|inner| self::field(inner, text) + " ");
            format!("{}[ {}]", times(repetition, text), inner.collect::<String>())
        }
    };
    let close = if field.grouped { ")" } else { "" };
    format!("{start}{ty}{close}")
}

/// Spells a field up to its type.
pub(super) fn opening(field: &Field<'_>, text: &str) -> String {
    let open = if field.grouped { "(" } else { "" };
    let colon = if field.names.is_empty() { "" } else { ":" };
    let condition = field.condition.as_ref().map_or_else(String::new, |condition| {
        let bit = condition.bit.map(|bit| format!(".{}", number(bit, text)));
        format!("{}{}?", condition.mask.text, bit.unwrap_or_default())
    });
    let bang = if field.bang.is_some() { "!" } else { "" };
    format!("{open}{}{colon}{condition}{bang}", names(&field.names))
}

/// Spells the multiplicity `n*`, or nothing.
pub(super) fn times(repetition: &Repetition<'_>, text: &str) -> String {
    repetition.times.as_ref().map(|times| expr(times, text) + "*").unwrap_or_default()
}

/// Spells a number without leading zeros, or as written if its value is unknown.
fn number(number: Number, text: &str) -> String {
    match number.value {
        Some(value) => value.to_string(),
        None => super::slice(text, number.span).to_owned(),
    }
}

/// Spells a type or a number.
pub(super) fn expr(whole: &Expr<'_>, text: &str) -> String {
    let list = |args: &[Expr<'_>], sign: &str| {
        args.iter().map(|arg| expr(arg, text)).collect::<Vec<_>>().join(sign)
    };
    match &whole.kind {
        ExprKind::Nat => "#".to_owned(),
        ExprKind::Number(number) => self::number(*number, text),
        ExprKind::Name(name) => name.text.to_owned(),
        ExprKind::Bare(inner) => format!("%{}", expr(inner, text)),
        ExprKind::Apply { head, args, style: ApplyStyle::Angled } => {
            format!("{}<{}>", expr(head, text), list(args, ","))
        }
        ExprKind::Apply { head, args, style: ApplyStyle::Juxtaposed } => {
            format!("{} {}", expr(head, text), list(args, " "))
        }
        ExprKind::Sum(left, right) => format!("{}+{}", expr(left, text), expr(right, text)),
        ExprKind::Group(inner) => format!("({})", expr(inner, text)),
        ExprKind::Invalid => super::clean(super::slice(text, whole.span)),
    }
}
