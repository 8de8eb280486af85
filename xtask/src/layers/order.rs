//! One order for the declarations of all layers.

use std::collections::BTreeMap;

use super::{Layers, declared::Declared};

/// Orders the distinct declarations: the newest layer's order, with each older declaration after the one that it
/// follows in the newest layer that has it. Forms of one name are beside each other, which packs well.
pub(super) fn order(layers: &Layers) -> Vec<&Declared> {
    let mut list = List::default();
    for declared in layers.values().rev() {
        let mut before = [None, None];
        for it in declared {
            let before = &mut before[usize::from(it.is_method)];
            *before = Some(list.place(it, *before));
        }
    }
    list.all()
}

/// A linked list of declarations for each role.
#[derive(Default)]
struct List<'d> {
    nodes: Vec<(&'d Declared, Option<usize>)>,
    places: BTreeMap<&'d Declared, usize>,
    heads: [Option<usize>; 2],
}

impl<'d> List<'d> {
    /// The place of a declaration, which is put after `before` if it is new.
    fn place(&mut self, it: &'d Declared, before: Option<usize>) -> usize {
        if let Some(place) = self.places.get(it) {
            return *place;
        }
        let place = self.nodes.len();
        self.places.insert(it, place);
        let link = match before {
            Some(before) => &mut self.nodes[before].1,
            None => &mut self.heads[usize::from(it.is_method)],
        };
        let next = link.replace(place);
        self.nodes.push((it, next));
        place
    }

    fn all(&self) -> Vec<&'d Declared> {
        let mut all = Vec::new();
        for head in self.heads {
            let mut at = head;
            while let Some((it, next)) = at.map(|at| self.nodes[at]) {
                all.push(it);
                at = next;
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_forms_are_beside_the_new_ones() {
        let layer = |texts: &[&str]| -> Vec<Declared> {
            let declared = |text: &&str| Declared {
                is_method: text.starts_with('f'),
                text: (*text).to_owned(),
            };
            texts.iter().map(declared).collect()
        };
        let layers = Layers::from([
            (1, layer(&["a#1", "b#1", "gone#1", "c#1", "f#1"])),
            (2, layer(&["a#1", "b#2", "c#1", "new#1", "f#2"])),
        ]);
        let texts: Vec<_> = order(&layers).iter().map(|it| it.text.clone()).collect();
        assert_eq!(texts, ["a#1", "b#1", "gone#1", "b#2", "c#1", "new#1", "f#1", "f#2"]);
    }
}
