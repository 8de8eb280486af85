//! Constructor ids: the CRC-32 of a declaration's canonical text.
//!
//! The canonical text is built from the syntax tree: its tokens, separated by single spaces, without braces,
//! round and angle brackets, commas, comments and the written id.

use crate::{
    dialect::Dialect,
    syntax::{Builtin, Combinator, Expr, ExprKind, Field, FieldType, Repetition},
};

/// How a declaration is spelled before it is hashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IdRule {
    /// The reference compiler's rule, for TDLib, TON and VK.
    Reference,
    /// The rule of Telegram's API: `!` is kept, `flags.N?true` fields are dropped, and `bytes` fields are
    /// spelled `string`.
    Telegram,
    /// Like [`IdRule::Telegram`], but `bytes` is kept; a few of Telegram's ids need this rule.
    TelegramBytes,
}

impl Dialect {
    /// Returns the rule by which the dialect computes ids that are not written.
    #[must_use]
    pub fn id_rule(self) -> IdRule {
        match self {
            Self::Telegram => IdRule::Telegram,
            Self::Tdlib | Self::Ton | Self::Vk => IdRule::Reference,
        }
    }
}

/// Computes the id of a declaration by `rule`, whether or not it has a written id.
#[must_use]
pub fn compute(combinator: &Combinator<'_>, rule: IdRule) -> u32 {
    crc32fast::hash(canonical(combinator, rule).as_bytes())
}

/// Computes the id of a declaration such as `int ? = Int`; it is the same by every rule.
#[must_use]
pub fn compute_builtin(builtin: &Builtin<'_>) -> u32 {
    crc32fast::hash(format!("{} ? = {}", builtin.name.text, builtin.result.text).as_bytes())
}

/// Returns the text that [`compute`] hashes.
#[must_use]
pub fn canonical(combinator: &Combinator<'_>, rule: IdRule) -> String {
    let mut out = String::with_capacity(combinator.span.range().len());
    out.push_str(combinator.name.text);
    for params in &combinator.params {
        for name in &params.names {
            out.push(' ');
            out.push_str(name.text);
            out.push(':');
            expr(&mut out, &params.kind);
        }
    }
    fields(&mut out, &combinator.fields, rule);
    out.push_str(" = ");
    expr(&mut out, &combinator.result);
    out
}

fn fields(out: &mut String, fields: &[Field<'_>], rule: IdRule) {
    for written in fields.iter().filter(|field| is_hashed(field, rule)) {
        if written.names.is_empty() {
            out.push(' ');
            field(out, written, rule);
        }
        for name in &written.names {
            out.push(' ');
            out.push_str(name.text);
            out.push(':');
            field(out, written, rule);
        }
    }
}

/// Telegram adds `flags.N?true` fields to released constructors without changing their ids.
fn is_hashed(field: &Field<'_>, rule: IdRule) -> bool {
    rule == IdRule::Reference || field.condition.is_none() || !is_name(&field.ty, "true")
}

fn is_name(ty: &FieldType<'_>, name: &str) -> bool {
    matches!(ty, FieldType::Expr(Expr { kind: ExprKind::Name(ident), .. }) if ident.text == name)
}

fn field(out: &mut String, field: &Field<'_>, rule: IdRule) {
    if let Some(condition) = &field.condition {
        out.push_str(condition.mask.text);
        if let Some(bit) = condition.bit.and_then(|bit| bit.value) {
            out.push('.');
            out.push_str(&bit.to_string());
        }
        out.push('?');
    }
    if field.bang.is_some() && rule != IdRule::Reference {
        out.push('!');
    }
    match &field.ty {
        FieldType::Expr(_) if rule == IdRule::Telegram && is_name(&field.ty, "bytes") => {
            out.push_str("string");
        }
        FieldType::Expr(ty) => expr(out, ty),
        FieldType::Repetition(inner) => repetition(out, inner, rule),
    }
}

fn repetition(out: &mut String, repetition: &Repetition<'_>, rule: IdRule) {
    if let Some(times) = &repetition.times {
        expr(out, times);
        out.push('*');
    }
    out.push('[');
    fields(out, &repetition.fields, rule);
    out.push_str(" ]");
}

fn expr(out: &mut String, written: &Expr<'_>) {
    match &written.kind {
        ExprKind::Nat => out.push('#'),
        ExprKind::Number(number) => out.push_str(&number.value.unwrap_or(u64::MAX).to_string()),
        ExprKind::Name(ident) => out.push_str(ident.text),
        ExprKind::Bare(inner) => {
            if head_is_boxed(inner) {
                out.push('%');
            }
            expr(out, inner);
        }
        ExprKind::Apply { head, args, .. } => {
            expr(out, head);
            for arg in args {
                out.push(' ');
                expr(out, arg);
            }
        }
        ExprKind::Sum(..) => sum(out, written),
        ExprKind::Group(inner) => expr(out, inner),
        ExprKind::Invalid => {}
    }
}

/// `%` is written once, and only before the name of a type, where it has a meaning.
fn head_is_boxed(expr: &Expr<'_>) -> bool {
    match &expr.kind {
        ExprKind::Name(ident) => is_boxed_name(ident.text),
        ExprKind::Apply { head, .. } => head_is_boxed(head),
        ExprKind::Group(inner) => head_is_boxed(inner),
        _ => false,
    }
}

/// Returns whether a name is a type's: its last part begins with a capital letter.
pub(crate) fn is_boxed_name(name: &str) -> bool {
    let start = name.bytes().rposition(|byte| byte == b'.').map_or(0, |dot| dot + 1);
    name.as_bytes().get(start).is_some_and(u8::is_ascii_uppercase)
}

/// Constants are added up and written last: `(1+n)` becomes `n+1`.
fn sum(out: &mut String, written: &Expr<'_>) {
    let (mut names, mut constant) = (Vec::new(), 0u64);
    addends(written, &mut names, &mut constant);
    for (at, name) in names.iter().enumerate() {
        if at > 0 {
            out.push('+');
        }
        expr(out, name);
    }
    if names.is_empty() || constant > 0 {
        if !names.is_empty() {
            out.push('+');
        }
        out.push_str(&constant.to_string());
    }
}

fn addends<'e, 'a>(written: &'e Expr<'a>, names: &mut Vec<&'e Expr<'a>>, constant: &mut u64) {
    match &written.kind {
        ExprKind::Sum(left, right) => {
            addends(left, names, constant);
            addends(right, names, constant);
        }
        ExprKind::Group(inner) => addends(inner, names, constant),
        ExprKind::Number(number) => {
            *constant = constant.saturating_add(number.value.unwrap_or(u64::MAX));
        }
        _ => names.push(written),
    }
}
