//! What methods return.

use crate::reflect::schema::{
    expr::{Arg, Node, TypeExpr},
    table::Schema,
};

/// The type of a method's response, unless it depends on the call.
pub(crate) fn response(schema: &Schema, method: u32) -> Option<&TypeExpr> {
    let result = &schema.function(method)?.result;
    is_closed(result).then_some(result)
}

/// Whether a type has no variables.
fn is_closed(ty: &TypeExpr) -> bool {
    match &ty.0 {
        Node::Nat => true,
        Node::Apply(apply) => apply.args.iter().all(|arg| match arg {
            Arg::Type(ty) => is_closed(ty),
            Arg::Nat(nat) => nat.var.is_none(),
        }),
        Node::Kind | Node::Var(_) | Node::Repetition(_) => false,
    }
}
