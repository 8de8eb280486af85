//! Queries on a schema that several stages need.

use typelang_parser::{
    Dialect, Schema,
    schema::{Arg, Builtin, Combinator, Form, Kind, Origin, TypeExpr, TypeId, VarId},
    syntax::Role,
};

/// Returns the type that a constructor makes; a function makes none.
pub(crate) fn made_by(combinator: &Combinator) -> Option<TypeId> {
    match (combinator.role, &combinator.result) {
        (Role::Constructor, TypeExpr::Apply(apply)) => Some(apply.ty),
        _ => None,
    }
}

/// Returns the type that a field contains inline, if it is not predefined.
pub(crate) fn inline_type(schema: &Schema, expr: &TypeExpr) -> Option<TypeId> {
    match expr {
        TypeExpr::Apply(apply) if schema[apply.ty].builtin.is_none() => Some(apply.ty),
        _ => None,
    }
}

/// Returns whether `expr` is the bare `true`, which takes no bytes.
pub(crate) fn is_true(schema: &Schema, expr: &TypeExpr) -> bool {
    matches!(expr, TypeExpr::Apply(apply)
        if apply.form == Form::Bare && schema[apply.ty].builtin == Some(Builtin::True))
}

/// Returns the types in a type expression, including those of elements.
pub(crate) fn mentioned(schema: &Schema, expr: &TypeExpr) -> Vec<usize> {
    let mut types = Vec::new();
    mentions(schema, expr, Edges::All, &mut types);
    types
}

/// Whether edges through vectors count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edges {
    All,
    Inline,
}

/// Adds the types that an expression mentions along `edges`.
pub(crate) fn mentions(schema: &Schema, expr: &TypeExpr, edges: Edges, out: &mut Vec<usize>) {
    match expr {
        TypeExpr::Nat | TypeExpr::Type | TypeExpr::Var(_) => {}
        TypeExpr::Apply(apply) => {
            let vector = schema[apply.ty].builtin == Some(Builtin::Vector);
            if vector && edges == Edges::Inline {
                return;
            }
            out.push(apply.ty.0 as usize);
            for arg in &apply.args {
                if let Arg::Type(arg) = arg {
                    mentions(schema, arg, edges, out);
                }
            }
        }
        TypeExpr::Repetition(repetition) => {
            if edges == Edges::All {
                repetition.fields.iter().for_each(|field| mentions(schema, &field.ty, edges, out));
            }
        }
    }
}

/// Returns whether schemas of the dialect use bits of flag words on which no field depends.
pub(crate) fn has_free_bits(dialect: Dialect) -> bool {
    matches!(dialect, Dialect::Ton | Dialect::Vk)
}

/// Returns the TL names that select a combinator's struct: its own, and that of the type whose only
/// constructor it is.
pub(crate) fn selected_by<'s>(
    schema: &'s Schema,
    combinator: &'s Combinator,
    only_of: Option<TypeId>,
) -> Vec<&'s str> {
    let ty = only_of.map(|ty| schema[ty].name.as_str());
    [combinator.name.as_str()].into_iter().chain(ty).collect()
}

/// Returns the parameters of kind `#`, which are arguments of reading and writing.
pub(crate) fn number_params(combinator: &Combinator) -> impl Iterator<Item = (VarId, &str)> {
    let vars = (0..).map(VarId).zip(&combinator.vars);
    let params = vars.filter(|(_, var)| var.origin == Origin::Param && var.kind == Kind::Nat);
    params.map(|(id, var)| (id, var.name.as_str()))
}
