//! Finds what only one type leads to, which is what cutting that type would save.
//!
//! A type dominates another if every path from the roots to the other leads through it. The dominators of all
//! types are found together, in nearly linear time, by the algorithm of Lengauer and Tarjan ("A fast
//! algorithm for finding dominators in a flowgraph", 1979), whose names are used here.

use std::collections::BTreeSet;

use typelang_parser::schema::TypeId;

use super::{
    extent::{Extent, Weights},
    needs::Needs,
    root::Roots,
};

/// Returns how much each type alone leads to, if types that are `cut` need nothing; by type.
pub(super) fn extents(
    needs: &Needs,
    cut: &BTreeSet<TypeId>,
    weights: &Weights,
    roots: &Roots,
) -> Vec<Extent> {
    // The node after the last type represents all roots.
    let root = needs.types();
    let mut starts: Vec<TypeId> =
        roots.types.iter().copied().filter(|ty| !cut.contains(ty)).collect();
    starts.extend(roots.functions.iter().flat_map(|function| needs.of_function(*function)));
    let edges = |node: usize| match TypeId(u32::try_from(node).unwrap_or(u32::MAX)) {
        _ if node == root => starts.as_slice(),
        ty if cut.contains(&ty) => &[],
        ty => needs.of_type(ty),
    };
    let mut extents = weights.types.clone();
    extents.push(Extent::default());
    let mut reached = vec![false; root + 1];
    // Later nodes in the order are dominated by earlier ones.
    for (node, dominator) in dominators(root, &edges).into_iter().rev() {
        reached[node] = true;
        let own = extents[node];
        extents[dominator] += own;
    }
    for (extent, _) in extents.iter_mut().zip(reached).filter(|(_, is_reached)| !is_reached) {
        *extent = Extent::default();
    }
    extents.truncate(root);
    extents
}

/// Returns each node reached from the root, except the root itself, with its immediate dominator; a dominator
/// precedes the nodes that it dominates.
fn dominators<'e>(root: usize, edges: &impl Fn(usize) -> &'e [TypeId]) -> Vec<(usize, usize)> {
    let mut search = Search::new(root, edges);
    // Nodes are numbered in the order of the search.
    let count = search.order.len();
    let mut dominator = vec![0; count];
    let mut bucket = vec![Vec::new(); count];
    for at in (1..count).rev() {
        for user in core::mem::take(&mut search.users[at]) {
            let best = search.evaluate(user);
            search.semi[at] = search.semi[at].min(search.semi[best]);
        }
        bucket[search.semi[at]].push(at);
        let parent = search.parent[at];
        search.ancestor[at] = Some(parent);
        for node in core::mem::take(&mut bucket[parent]) {
            let best = search.evaluate(node);
            dominator[node] = if search.semi[best] < parent { best } else { parent };
        }
    }
    for at in 1..count {
        if dominator[at] != search.semi[at] {
            dominator[at] = dominator[dominator[at]];
        }
    }
    (1..count).map(|at| (search.order[at], search.order[dominator[at]])).collect()
}

/// The state of the algorithm; nodes are numbered in the order of a depth-first search from the root.
struct Search {
    /// The node of each number.
    order: Vec<usize>,
    /// The parent in the search tree.
    parent: Vec<usize>,
    /// The predecessors of each node.
    users: Vec<Vec<usize>>,
    /// The semidominator found so far.
    semi: Vec<usize>,
    /// The parent in the forest of processed nodes.
    ancestor: Vec<Option<usize>>,
    /// The node with the least semidominator on the path up the forest.
    label: Vec<usize>,
}

impl Search {
    fn new<'e>(root: usize, edges: &impl Fn(usize) -> &'e [TypeId]) -> Self {
        let mut number = vec![usize::MAX; root + 1];
        let (mut order, mut parent, mut users) = (vec![root], vec![0], vec![Vec::new()]);
        number[root] = 0;
        let mut calls = vec![(0, edges(root).iter())];
        while let Some((at, rest)) = calls.last_mut() {
            let at = *at;
            let Some(target) = rest.next() else {
                calls.pop();
                continue;
            };
            let target = target.0 as usize;
            if number[target] == usize::MAX {
                number[target] = order.len();
                calls.push((order.len(), edges(target).iter()));
                order.push(target);
                parent.push(at);
                users.push(Vec::new());
            }
            users[number[target]].push(at);
        }
        let all = || (0..order.len()).collect();
        let (semi, label, ancestor) = (all(), all(), vec![None; order.len()]);
        Self { order, parent, users, semi, ancestor, label }
    }

    /// Returns the node with the least semidominator between `node` and the root of its tree in the forest;
    /// compresses the path.
    fn evaluate(&mut self, node: usize) -> usize {
        let mut path = Vec::new();
        let mut top = node;
        while let Some(above) = self.ancestor[top] {
            path.push(top);
            top = above;
        }
        // The root of the tree is excluded, and its children stay where they are.
        path.pop();
        for &at in path.iter().rev() {
            let Some(above) = self.ancestor[at] else { continue };
            if self.semi[self.label[above]] < self.semi[self.label[at]] {
                self.label[at] = self.label[above];
            }
            self.ancestor[at] = self.ancestor[above];
        }
        self.label[node]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the immediate dominator of each reached node.
    fn found(graph: &[&[u32]]) -> Vec<(usize, usize)> {
        let graph: Vec<Vec<TypeId>> =
            graph.iter().map(|targets| targets.iter().copied().map(TypeId).collect()).collect();
        let mut found = dominators(graph.len() - 1, &|node| &graph[node]);
        found.sort_unstable();
        found
    }

    /// Finds dominators by removing each node in turn.
    fn by_removal(graph: &[&[u32]]) -> Vec<(usize, usize)> {
        let root = graph.len() - 1;
        let reached = |without: usize| {
            let (mut seen, mut queue) = (vec![false; graph.len()], vec![root]);
            while let Some(node) = queue.pop() {
                if node != without && !core::mem::replace(&mut seen[node], true) {
                    queue.extend(graph[node].iter().map(|target| *target as usize));
                }
            }
            seen
        };
        let all = reached(usize::MAX);
        let dominates = |one: usize, other: usize| one == root || !reached(one)[other];
        let nodes = (0..root).filter(|node| all[*node]);
        let nearest = nodes.map(|node| {
            let above = (0..=root).filter(|above| all[*above] && *above != node);
            let above: Vec<usize> = above.filter(|above| dominates(*above, node)).collect();
            let is_nearest = |one: &&usize| above.iter().all(|other| dominates(*other, **one));
            (node, *above.iter().find(is_nearest).unwrap())
        });
        nearest.collect()
    }

    #[test]
    fn dominators_are_those_without_which_nothing_is_reached() {
        let graphs: [&[&[u32]]; 5] = [
            &[&[1], &[2], &[], &[0]],
            &[&[1, 2], &[3], &[3], &[1], &[0]],
            &[&[1], &[2, 3], &[0], &[4], &[3], &[1], &[0, 3]],
            &[&[3], &[0, 4], &[0, 1, 4], &[1, 5], &[6], &[3, 7], &[5], &[4], &[2, 3]],
            &[&[], &[0], &[]],
        ];
        for graph in graphs {
            assert_eq!(found(graph), by_removal(graph), "{graph:?}");
        }
    }

    #[test]
    fn random_graphs_agree_with_removal() {
        let mut state = 7_u32;
        for _ in 0..200 {
            let mut next = |below: u32| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 8) % below
            };
            let count = 2 + next(10);
            let graph: Vec<Vec<u32>> =
                (0..count).map(|_| (0..next(4)).map(|_| next(count - 1)).collect()).collect();
            let graph: Vec<&[u32]> = graph.iter().map(Vec::as_slice).collect();
            assert_eq!(found(&graph), by_removal(&graph), "{graph:?}");
        }
    }
}
