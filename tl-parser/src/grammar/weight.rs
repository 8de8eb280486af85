//! Estimates the memory that a declaration needs; groups can expand to many times the length of their text.

use crate::syntax::{Combinator, Expr, ExprKind, Field, FieldType, Item, Params};

/// The memory that a file may need: a fixed number of bytes, plus a number for each byte of its text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Allowance {
    free: u64,
    per_byte: u64,
}

impl Allowance {
    /// The allowance for checking. Published schemas need less than 25 bytes for each byte.
    pub(crate) const SCHEMA: Self = Self { free: 16 << 20, per_byte: 40 };

    /// The allowance for a tree alone. It excludes only nested groups that would be too large to expand.
    pub(crate) const TREE: Self = Self { free: 64 << 20, per_byte: 400 };

    /// Returns the allowance in bytes for a file of this length.
    pub(super) fn of(self, length: usize) -> u64 {
        self.free + self.per_byte.saturating_mul(length as u64)
    }
}

/// Estimated bytes in the tree, the schema and the tables of names for a declaration, a type, a field or
/// variable, and a part of a type expression, not counting names.
const DECLARATION: u64 = 400;
const TYPE: u64 = 260;
const FIELD: u64 = 300;
const PART: u64 = 110;

/// Estimates the memory of an item. A group counts as much as its fields written out, so nested groups
/// multiply.
///
/// A declaration counts as a new type if the previous one makes another type, whose name is `last`.
pub(super) fn weight<'a>(item: &Item<'a>, last: &mut &'a str) -> u64 {
    match item {
        Item::Combinator(combinator) => {
            let ty = result_name(&combinator.result);
            let is_new = core::mem::replace(last, ty) != ty;
            let ty = if is_new { TYPE + ty.len() as u64 } else { 0 };
            of_combinator(combinator).saturating_add(ty)
        }
        Item::Partial(partial) => DECLARATION + of_type(&partial.expr),
        Item::Builtin(_) | Item::Finality(_) => DECLARATION,
        Item::Section(_) | Item::LayerMark(_) | Item::Invalid(_) => PART,
    }
}

fn result_name<'a>(result: &Expr<'a>) -> &'a str {
    match &result.kind {
        ExprKind::Name(name) => name.text,
        ExprKind::Apply { head, .. } => result_name(head),
        _ => "",
    }
}

fn of_combinator(combinator: &Combinator<'_>) -> u64 {
    let name = combinator.name.text.len() as u64;
    let params = combinator.params.iter().map(of_params).sum::<u64>();
    let annotations = PART * combinator.annotations.len() as u64;
    let fields = of_fields(&combinator.fields);
    (DECLARATION + name + params + annotations + of_type(&combinator.result)).saturating_add(fields)
}

fn of_params(params: &Params<'_>) -> u64 {
    params.names.iter().map(|name| FIELD + name.text.len() as u64).sum()
}

fn of_fields(fields: &[Field<'_>]) -> u64 {
    fields.iter().map(of_field).fold(0, u64::saturating_add)
}

fn of_field(field: &Field<'_>) -> u64 {
    let ty = match &field.ty {
        FieldType::Expr(ty) => of_type(ty),
        FieldType::Repetition(repetition) => {
            let times = repetition.times.as_ref().map_or(0, of_type);
            of_fields(&repetition.fields).saturating_add(times + PART)
        }
    };
    let count = field.names.len().max(1) as u64;
    let names = field.names.iter().map(|name| name.text.len() as u64).sum::<u64>();
    count.saturating_mul(ty.saturating_add(FIELD)).saturating_add(names)
}

fn of_type(ty: &Expr<'_>) -> u64 {
    let inner = match &ty.kind {
        ExprKind::Bare(inner) | ExprKind::Group(inner) => of_type(inner),
        ExprKind::Sum(left, right) => of_type(left) + of_type(right),
        ExprKind::Apply { head, args, .. } => of_type(head) + args.iter().map(of_type).sum::<u64>(),
        ExprKind::Nat | ExprKind::Number(_) | ExprKind::Name(_) | ExprKind::Invalid => 0,
    };
    PART + inner
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{grammar::parse, span::FileId};

    fn of(text: &str) -> Vec<u64> {
        let parsed = parse(FileId(0), text);
        let mut last = "";
        parsed.file.items.iter().map(|item| weight(item, &mut last)).collect()
    }

    #[test]
    fn each_part_counts_with_its_name() {
        let made = DECLARATION + PART + 1;
        assert_eq!(of("a = A; b = A; c = C;"), [made + TYPE + 1, made, made + TYPE + 1]);
        let one = |text: &str| of(text)[0] - (made + TYPE + 1);
        assert_eq!(one("a x:int = A;"), FIELD + PART + 1);
        assert_eq!(one("a long:int # = A;"), 2 * (FIELD + PART) + 4);
        assert_eq!(one("a {t u:Type} = A;"), 2 * (FIELD + 1));
        assert_eq!(one("@r a = A;"), PART);
        assert_eq!(one("a x:%(Vector<int>) = A;"), FIELD + 1 + 5 * PART);
        assert_eq!(one("a x:(1+n)*[ int ] = A;"), FIELD + 1 + 5 * PART + FIELD + PART);
        assert_eq!(
            of("int ? = Int; Final Int; Vector int; ---types---\n===1==="),
            [DECLARATION, DECLARATION, DECLARATION + 3 * PART, PART, PART]
        );
    }

    #[test]
    fn groups_multiply() {
        let one = |text: &str| of(text)[0] - of("a = A;")[0];
        let inner = FIELD + PART;
        assert_eq!(one("a (x y z:int) = A;"), 3 * inner + 3);
        let repetition = 2 * inner + 2 + PART + PART;
        assert_eq!(one("a (x y:2*[ (u v:int) ]) = A;"), 2 * (repetition + FIELD) + 2);
        let nested = |levels: usize| {
            format!("a {}int{} = A;", "(x y:2*[ ".repeat(levels), " ])".repeat(levels))
        };
        assert!(one(&nested(10)) > FIELD << 10);
        assert_eq!(of(&nested(31)), [PART], "refused");
    }
}
