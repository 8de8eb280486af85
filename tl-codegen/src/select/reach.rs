//! Computes how much each of many roots leads to.

use core::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use typelang_parser::schema::TypeId;

use super::{
    extent::{Extent, Weights},
    needs::Needs,
    root::Roots,
};

/// The number of roots that are followed at once, one bit each.
const BATCH: usize = u64::BITS as usize;

/// Returns what each of `roots` alone would keep, if types that are `cut` need nothing.
///
/// A batch costs as much as everything its roots lead to together, since types are visited after those that
/// lead to them: once each, and again only where types lead back to each other.
pub(super) fn extents<'r>(
    needs: &Needs,
    cut: &BTreeSet<TypeId>,
    weights: &Weights,
    roots: impl Iterator<Item = &'r Roots>,
) -> Vec<Extent> {
    let starts: Vec<(Extent, Vec<TypeId>)> =
        roots.map(|roots| start(needs, cut, weights, roots)).collect();
    // Many methods mention the same types.
    let mut of_types: BTreeMap<&[TypeId], Extent> = BTreeMap::new();
    for (_, types) in &starts {
        of_types.insert(types, Extent::default());
    }
    let (by, queue) = (vec![0; needs.types()], BinaryHeap::new());
    let mut search = Search { needs, cut, weights, places: places(needs), by, queue };
    let mut distinct: Vec<(&[TypeId], &mut Extent)> =
        of_types.iter_mut().map(|(types, extent)| (*types, extent)).collect();
    for batch in distinct.chunks_mut(BATCH) {
        search.follow(batch);
    }
    let whole = |(own, types): &(Extent, Vec<TypeId>)| {
        let mut whole = of_types[types.as_slice()];
        whole += *own;
        whole
    };
    starts.iter().map(whole).collect()
}

/// Returns the size of the functions among some roots, and the types that the roots begin with.
fn start(
    needs: &Needs,
    cut: &BTreeSet<TypeId>,
    weights: &Weights,
    roots: &Roots,
) -> (Extent, Vec<TypeId>) {
    let mut own = Extent::default();
    let mut types: Vec<TypeId> = roots.types.iter().copied().collect();
    for function in &roots.functions {
        own += weights.functions[function.0 as usize];
        types.extend(needs.of_function(*function));
    }
    types.retain(|ty| !cut.contains(ty));
    types.sort_unstable();
    types.dedup();
    (own, types)
}

struct Search<'n> {
    needs: &'n Needs,
    cut: &'n BTreeSet<TypeId>,
    weights: &'n Weights,
    places: Vec<usize>,
    /// The roots of the batch that lead to each type.
    by: Vec<u64>,
    queue: BinaryHeap<Reverse<(usize, TypeId)>>,
}

impl Search<'_> {
    fn follow(&mut self, batch: &mut [(&[TypeId], &mut Extent)]) {
        let mut reached = Vec::new();
        for (at, (types, _)) in batch.iter().enumerate() {
            types.iter().for_each(|ty| self.lead(*ty, 1 << at, &mut reached));
        }
        while let Some(Reverse((place, ty))) = self.queue.pop() {
            // Includes everything that led to it since it was first queued.
            while self.queue.peek() == Some(&Reverse((place, ty))) {
                self.queue.pop();
            }
            if !self.cut.contains(&ty) {
                let (needs, by) = (self.needs, self.by[ty.0 as usize]);
                needs.of_type(ty).iter().for_each(|next| self.lead(*next, by, &mut reached));
            }
        }
        for ty in reached {
            let mut by = core::mem::take(&mut self.by[ty.0 as usize]);
            while by != 0 {
                *batch[by.trailing_zeros() as usize].1 += self.weights.types[ty.0 as usize];
                by &= by - 1;
            }
        }
    }

    /// Records that some roots of the batch lead to a type.
    fn lead(&mut self, ty: TypeId, by: u64, reached: &mut Vec<TypeId>) {
        let known = &mut self.by[ty.0 as usize];
        if *known | by == *known {
            return;
        }
        if *known == 0 {
            reached.push(ty);
        }
        *known |= by;
        self.queue.push(Reverse((self.places[ty.0 as usize], ty)));
    }
}

/// Returns the position of each type in an order in which types follow those that lead to them, except on
/// cycles.
fn places(needs: &Needs) -> Vec<usize> {
    let mut places = vec![usize::MAX; needs.types()];
    let mut seen = vec![false; needs.types()];
    let mut place = needs.types();
    for start in (0..).map(TypeId).take(needs.types()) {
        if core::mem::replace(&mut seen[start.0 as usize], true) {
            continue;
        }
        let mut calls = vec![(start, needs.of_type(start).iter())];
        while let Some((ty, rest)) = calls.last_mut() {
            match rest.next() {
                Some(next) if core::mem::replace(&mut seen[next.0 as usize], true) => {}
                Some(next) => calls.push((*next, needs.of_type(*next).iter())),
                None => {
                    place -= 1;
                    places[ty.0 as usize] = place;
                    calls.pop();
                }
            }
        }
    }
    places
}
