//! Finds the types that can contain themselves.
//!
//! Goldens: `recursion`.

use typelang_parser::schema::{CombinatorId, Condition, TypeId, VarId};

use super::hidden::Hidden;
use crate::plan::expand::expanded::Expanded;
use crate::queries::{self, Edges, mentions};

/// The cycles of types: through all fields, and only through fields whose values are inline.
#[derive(Debug)]
pub(crate) struct Cycles {
    all: Vec<Component>,
    inline: Vec<Component>,
}

impl Cycles {
    /// Returns whether a value of the type can contain another one at any depth.
    pub(crate) fn is_nested(&self, id: TypeId) -> bool {
        self.all[id.0 as usize].cyclic
    }

    /// Returns whether one of `types` can contain itself.
    pub(crate) fn any_nested(&self, types: &[usize]) -> bool {
        types.iter().any(|ty| self.all[*ty].cyclic)
    }

    /// Returns whether both types are on one cycle that no vector breaks.
    pub(crate) fn share_inline(&self, a: TypeId, b: TypeId) -> bool {
        let cycle = self.inline[a.0 as usize];
        cycle.cyclic && cycle == self.inline[b.0 as usize]
    }

    /// Returns all types, each after those that its values contain, except on cycles. Deciding in this order
    /// needs no deep recursion, however long a chain of types is.
    pub(crate) fn inner_first(&self) -> Vec<TypeId> {
        let mut order: Vec<TypeId> = (0..).map(TypeId).take(self.all.len()).collect();
        order.sort_by_key(|id| self.rank(*id));
        order
    }

    /// Returns the position of a type in that order; types on one cycle share it.
    pub(crate) fn rank(&self, id: TypeId) -> (usize, usize) {
        let index = id.0 as usize;
        (self.all[index].number, self.inline[index].number)
    }
}

/// A strongly connected component of a graph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Component {
    /// Lower than that of any component with an edge to this one.
    number: usize,
    /// Whether it is a cycle rather than a single node without an edge to itself.
    cyclic: bool,
}

/// Finds the cycles of a schema's types, also those through what is `hidden`.
pub(crate) fn cycles(expanded: &Expanded, hidden: &Hidden) -> Cycles {
    let all = components(&graph(expanded, hidden, Edges::All));
    let inline = components(&graph(expanded, hidden, Edges::Inline));
    Cycles { all, inline }
}

fn graph(expanded: &Expanded, hidden: &Hidden, edges: Edges) -> Vec<Vec<usize>> {
    let schema = &expanded.schema;
    let records = |constructor: CombinatorId| {
        let first = (constructor, Condition { mask: VarId(0), bit: 0 });
        let own = expanded.records.range(first..);
        let own = own.take_while(move |((owner, _), _)| *owner == constructor);
        own.filter_map(|(_, record)| queries::made_by(&schema[*record]))
    };
    schema
        .types()
        .map(|(id, ty)| {
            let mut targets = hidden.of(id, edges).to_vec();
            for &constructor in &ty.constructors {
                for field in &schema[constructor].fields {
                    mentions(schema, &field.ty, edges, &mut targets);
                }
                targets.extend(records(constructor).map(|record| record.0 as usize));
            }
            targets.sort_unstable();
            targets.dedup();
            targets
        })
        .collect()
}

/// Returns the component of each node.
///
/// This is Tarjan's algorithm with an explicit stack, since schemas may be deep.
fn components(graph: &[Vec<usize>]) -> Vec<Component> {
    let mut search = Search {
        index: vec![None; graph.len()],
        low: vec![0; graph.len()],
        on_stack: vec![false; graph.len()],
        stack: Vec::new(),
        component: vec![Component::default(); graph.len()],
        visited: 0,
        found: 0,
    };
    for root in 0..graph.len() {
        if search.index[root].is_none() {
            search.visit(graph, root);
        }
    }
    search.component
}

struct Search {
    index: Vec<Option<usize>>,
    low: Vec<usize>,
    on_stack: Vec<bool>,
    stack: Vec<usize>,
    component: Vec<Component>,
    visited: usize,
    found: usize,
}

impl Search {
    fn visit(&mut self, graph: &[Vec<usize>], root: usize) {
        let mut calls = vec![(root, 0)];
        self.open(root);
        while let Some((node, edge)) = calls.pop() {
            if let Some(&target) = graph[node].get(edge) {
                calls.push((node, edge + 1));
                match self.index[target] {
                    None => {
                        self.open(target);
                        calls.push((target, 0));
                    }
                    Some(index) if self.on_stack[target] => {
                        self.low[node] = self.low[node].min(index);
                    }
                    Some(_) => {}
                }
            } else {
                self.close(graph, node);
                if let Some(&(caller, _)) = calls.last() {
                    self.low[caller] = self.low[caller].min(self.low[node]);
                }
            }
        }
    }

    fn open(&mut self, node: usize) {
        self.index[node] = Some(self.visited);
        self.low[node] = self.visited;
        self.visited += 1;
        self.stack.push(node);
        self.on_stack[node] = true;
    }

    /// Takes the component off the stack if `node` is its root.
    fn close(&mut self, graph: &[Vec<usize>], node: usize) {
        if self.index[node] != Some(self.low[node]) {
            return;
        }
        let start = self.stack.iter().rposition(|&member| member == node).unwrap_or(0);
        let members = self.stack.split_off(start);
        let cyclic = members.len() > 1 || graph[node].contains(&node);
        for member in members {
            self.on_stack[member] = false;
            self.component[member] = Component { number: self.found, cyclic };
        }
        self.found += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cycles_are_told_apart_from_what_leads_to_them() {
        let graph = [vec![1], vec![2], vec![1, 3], vec![], vec![4], vec![0]];
        let found = components(&graph);
        assert_eq!(
            found.iter().map(|one| one.cyclic).collect::<Vec<_>>(),
            [false, true, true, false, true, false]
        );
        assert_eq!(found[1], found[2]);
        assert_ne!(found[1], found[4]);
    }

    #[test]
    fn what_is_led_to_has_the_lower_number() {
        let graph = [vec![1], vec![2], vec![1, 3], vec![], vec![0, 3]];
        let numbers = components(&graph).iter().map(|one| one.number).collect::<Vec<_>>();
        assert_eq!(numbers, [2, 1, 1, 0, 3]);
    }
}
