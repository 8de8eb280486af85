//! Copies of declarations with other contents.
//!
//! Goldens: `parameters`, `rows`.

use typelang_parser::schema::{Combinator, Field, TypeExpr, Var};

/// Returns a combinator like `source` with other contents, without copying those of `source`.
pub(super) fn like(
    source: &Combinator,
    vars: Vec<Var>,
    fields: Vec<Field>,
    result: TypeExpr,
) -> Combinator {
    let (name, docs) = (source.name.clone(), source.docs.clone());
    let annotations = source.annotations.clone();
    Combinator { name, vars, fields, result, docs, annotations, ..*source }
}
