//! What is kept: roots, and all that they need.

use typelang_parser::schema::{CombinatorId, TypeId};

use super::{needs::Needs, root::Roots};

/// A part of a schema.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    types: Vec<Keep>,
    functions: Vec<bool>,
}

/// What is kept of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keep {
    Nothing,
    /// That there is the type, and no constructor.
    Name,
    Whole,
}

impl Kept {
    /// The roots and all that they need; types that are `cut` are kept by name, and need nothing.
    pub(crate) fn closure(needs: &Needs, roots: &Roots, cut: impl Fn(TypeId) -> bool) -> Self {
        let mut kept = Self {
            types: vec![Keep::Nothing; needs.types()],
            functions: vec![false; needs.combinators()],
        };
        // A namespace may hold a cut type, which is no root then.
        let types = roots.types.iter().copied().filter(|id| !cut(*id));
        kept.reach(needs, types.collect(), &cut);
        for &function in &roots.functions {
            kept.functions[function.0 as usize] = true;
            kept.reach(needs, needs.of_function(function).to_vec(), &cut);
        }
        kept
    }

    /// Keeps these types too, and all that they need.
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

    /// Whether the type is kept, in whole or by name.
    pub(crate) fn has_type(&self, id: TypeId) -> bool {
        self.types[id.0 as usize] != Keep::Nothing
    }

    /// Whether the type is kept with its constructors.
    pub(crate) fn has_constructors(&self, id: TypeId) -> bool {
        self.types[id.0 as usize] == Keep::Whole
    }

    /// Whether the function is kept.
    pub(crate) fn has_function(&self, id: CombinatorId) -> bool {
        self.functions[id.0 as usize]
    }
}
