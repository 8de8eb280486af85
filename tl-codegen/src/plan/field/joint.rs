//! Fields of the schema that share one field of the struct.
//!
//! Goldens: `shared_bits`, `repetitions`.

use std::{collections::BTreeMap, sync::Arc, vec::IntoIter};

use super::roles::{self, Draft};
use crate::plan::model::{
    rust::Name,
    wire::{Piece, Record},
};

/// The fields of the schema that share one field of the struct; their common properties are decided at the
/// first.
#[derive(Default)]
pub(crate) struct Joint {
    /// Their indices, in order.
    pub(crate) members: Vec<usize>,
    /// Those that are apart on the wire and not written yet.
    pub(crate) apart: IntoIter<Piece>,
    pub(crate) record: Option<Arc<Record>>,
}

impl Joint {
    /// Returns the members' indices by the name of the shared field.
    pub(crate) fn all(drafts: &[Draft<'_>]) -> BTreeMap<Name, Self> {
        let mut joints: BTreeMap<Name, Self> = BTreeMap::new();
        for (at, draft) in drafts.iter().enumerate() {
            if let roles::FieldRole::Grouped { group: name, .. } | roles::FieldRole::Column(name) =
                &draft.role
            {
                joints.entry(name.clone()).or_default().members.push(at);
            }
        }
        joints
    }

    /// Returns the position of a field among the members.
    pub(crate) fn position(&self, index: usize) -> usize {
        self.members.binary_search(&index).unwrap_or(0)
    }
}

/// Returns whether only fields without bytes are between the members.
pub(crate) fn are_adjacent(drafts: &[Draft<'_>], members: &[usize]) -> bool {
    members.windows(2).all(|pair| {
        drafts[pair[0] + 1..pair[1]].iter().all(|draft| {
            matches!(draft.role, roles::FieldRole::Flag { .. } | roles::FieldRole::Accessor(_))
        })
    })
}
