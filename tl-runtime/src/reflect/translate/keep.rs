//! Values that are kept because the new schema cannot express them.

use crate::{
    read::of_layer::OfLayer,
    reflect::{
        schema::table::Schema,
        translate::{
            assembler::{Assembler, Done},
            parts::{Kind, Made},
        },
    },
};

/// Which values are kept that the new schema cannot express: those of types that have a place for them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Keeps<'t> {
    /// For each type of the new schema whether it has one.
    pub(crate) types: &'t [bool],
    /// The layers of the old schemas.
    pub(crate) layers: &'t [i32],
}

impl<'t> Assembler<'t, '_> {
    /// Whether values of a type of the new schema are kept.
    pub(super) fn keeps_type(&self, schema: &Schema, ty: u32) -> bool {
        let is_new = self.to.first().is_some_and(|new| core::ptr::eq(new, schema));
        is_new && self.keeps.is_some_and(|keeps| keeps.types.get(ty as usize) == Some(&true))
    }

    /// Whether a value of this combinator is kept, by the name of its type.
    pub(super) fn keeps_made(&self, made: Made<'_>) -> bool {
        let Some((keeps, new)) = self.keeps.zip(self.to.first()) else { return false };
        let ty = made.schema.and_then(|schema| schema.result_of(made.combinator));
        let same = |name: &str| new.types.binary_search_by(|ty| (*ty.name).cmp(name)).ok();
        ty.and_then(|ty| same(&ty.name)).is_some_and(|ty| keeps.types.get(ty) == Some(&true))
    }

    /// Writes a value, or keeps it if it is refused and there is a place for it.
    pub(super) fn or_keep(
        &mut self,
        is_kept: bool,
        at: usize,
        write: impl FnOnce(&mut Self) -> Done,
    ) -> Done {
        let Some((value, new)) = self.value_to_keep(at).zip(self.to.first()).filter(|_| is_kept)
        else {
            return write(self);
        };
        let mark = self.mark(self.slots.outside(new));
        if write(self).is_err() {
            self.go_back(mark);
            self.out.of_layer(value.layer, value.name, value.bytes);
            self.kept += 1;
        }
        Ok(())
    }

    /// The value, if its bytes were noted.
    fn value_to_keep(&self, at: usize) -> Option<OfLayer<'t>> {
        let Kind::Value(made, bytes @ [_, ..]) = self.parts[at].kind else { return None };
        let layer = *self.keeps?.layers.get(made.at)?;
        Some(OfLayer { layer, name: made.combinator.name(), bytes })
    }
}
