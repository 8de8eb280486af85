//! The kept part of a schema: roots and their dependencies.

use typelang_parser::schema::{CombinatorId, TypeId};

use super::{needs::Needs, root::Roots};

/// A part of a schema.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    types: Vec<Keep>,
    functions: Vec<bool>,
}

/// How much of a type is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keep {
    Nothing,
    /// The type without its constructors.
    Name,
    Whole,
}

impl Kept {
    /// Returns the roots and their dependencies; types that are `cut` are kept by name, and need nothing.
    pub(crate) fn closure(needs: &Needs, roots: &Roots, cut: impl Fn(TypeId) -> bool) -> Self {
        let mut kept = Self {
            types: vec![Keep::Nothing; needs.types()],
            functions: vec![false; needs.combinators()],
        };
        // A namespace may contain a cut type, which then is not a root.
        let types = roots.types.iter().copied().filter(|id| !cut(*id));
        kept.reach(needs, types.collect(), &cut);
        for &function in &roots.functions {
            kept.functions[function.0 as usize] = true;
            kept.reach(needs, needs.of_function(function).to_vec(), &cut);
        }
        kept
    }

    /// Also keeps these types and their dependencies.
    pub(crate) fn reach(
        &mut self,
        needs: &Needs,
        mut new: Vec<TypeId>,
        cut: impl Fn(TypeId) -> bool,
    ) {
        while let Some(ty) = new.pop() {
            let keep = &mut self.types[ty.0 as usize];
            if *keep != Keep::Nothing {
                continue;
            }
            *keep = if cut(ty) { Keep::Name } else { Keep::Whole };
            if *keep == Keep::Whole {
                new.extend(needs.of_type(ty));
            }
        }
    }

    /// Returns whether the type is kept, in whole or by name.
    pub(crate) fn has_type(&self, id: TypeId) -> bool {
        self.types[id.0 as usize] != Keep::Nothing
    }

    /// Returns whether the type is kept with its constructors.
    pub(crate) fn has_constructors(&self, id: TypeId) -> bool {
        self.types[id.0 as usize] == Keep::Whole
    }

    /// Returns whether the function is kept.
    pub(crate) fn has_function(&self, id: CombinatorId) -> bool {
        self.functions[id.0 as usize]
    }
}
