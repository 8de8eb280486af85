//! What a selection of a schema needs.

use std::collections::BTreeSet;

use typelang_parser::{
    Schema,
    schema::{Arg, Combinator, Field, TypeExpr, TypeId},
    syntax::Role,
};

use crate::compare::change::What;

/// The names that some roots need.
pub(crate) type Needed = BTreeSet<(What, String)>;

/// What the roots need: the types of their fields and responses, with all that these hold. Opaque types hold nothing.
/// A root is the name of a constructor, method or type, a namespace such as `auth.*`, or `.`.
pub(crate) fn needed(schema: &Schema, roots: &[String], opaque: &[String]) -> Needed {
    let mut walk = Walk { schema, opaque, needed: Needed::new() };
    for root in roots {
        let is_it = |name: &str| is_selected(root, name);
        schema.combinators.iter().filter(|it| is_it(&it.name)).for_each(|it| walk.combinator(it));
        schema.types().filter(|(_, ty)| is_it(&ty.name)).for_each(|(id, _)| walk.ty(id));
    }
    walk.needed
}

/// Whether a selector names an item.
pub(crate) fn is_selected(selector: &str, name: &str) -> bool {
    match selector.strip_suffix(".*") {
        Some(namespace) => name.strip_prefix(namespace).is_some_and(|rest| rest.starts_with('.')),
        None => selector == "." || selector == name,
    }
}

pub(crate) const fn what(of: &Combinator) -> What {
    match of.role {
        Role::Constructor => What::Constructor,
        Role::Function => What::Method,
    }
}

struct Walk<'s> {
    schema: &'s Schema,
    opaque: &'s [String],
    needed: Needed,
}

impl<'s> Walk<'s> {
    fn combinator(&mut self, root: &'s Combinator) {
        let mut open = vec![root];
        while let Some(it) = open.pop() {
            if !self.needed.insert((what(it), it.name.clone())) {
                continue;
            }
            let mut types = Vec::new();
            each_type(&it.fields, &mut types);
            if it.role == Role::Function {
                types_of(&it.result, &mut types);
            }
            for ty in types {
                self.open(ty, &mut open);
            }
        }
    }

    fn ty(&mut self, id: TypeId) {
        let mut open = Vec::new();
        self.open(id, &mut open);
        for it in open {
            self.combinator(it);
        }
    }

    fn open(&mut self, id: TypeId, open: &mut Vec<&'s Combinator>) {
        let ty = &self.schema[id];
        let is_new = self.needed.insert((What::Type, ty.name.clone()));
        if is_new && !self.opaque.contains(&ty.name) {
            open.extend(ty.constructors.iter().map(|id| &self.schema[*id]));
        }
    }
}

fn each_type(fields: &[Field], types: &mut Vec<TypeId>) {
    for field in fields {
        types_of(&field.ty, types);
    }
}

fn types_of(ty: &TypeExpr, types: &mut Vec<TypeId>) {
    match ty {
        TypeExpr::Apply(apply) => {
            types.push(apply.ty);
            for arg in &apply.args {
                if let Arg::Type(ty) = arg {
                    types_of(ty, types);
                }
            }
        }
        TypeExpr::Repetition(inner) => each_type(&inner.fields, types),
        TypeExpr::Nat | TypeExpr::Type | TypeExpr::Var(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selectors_are_names_or_namespaces() {
        for (selector, name) in [("a.b", "a.b"), ("a.*", "a.b"), ("a.*", "a.b.c"), (".", "a")] {
            assert!(is_selected(selector, name), "{selector} {name}");
        }
        for (selector, name) in [("a.b", "a.bc"), ("a.*", "ab.c"), ("a.*", "a"), ("a", "a.b")] {
            assert!(!is_selected(selector, name), "{selector} {name}");
        }
    }
}
