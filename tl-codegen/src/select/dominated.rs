//! What only one type leads to: what is saved when that type is cut.
//!
//! A type dominates another if each way from the roots to the other leads through it. The dominators of all types are found
//! together, in nearly linear time, by Lengauer's and Tarjan's algorithm ("A fast algorithm for finding dominators in a
//! flowgraph", 1979), whose names are kept here.

use std::collections::BTreeSet;

use typelang_parser::schema::TypeId;

use super::{
    extent::{Extent, Weights},
    needs::Needs,
    root::Roots,
};

/// How much less there would be without each type, where types that are `cut` need nothing; by type.
pub(super) fn extents(
    needs: &Needs,
    cut: &BTreeSet<TypeId>,
    weights: &Weights,
    roots: &Roots,
) -> Vec<Extent> {
    // The node behind the last type stands for all roots.
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
    // What comes later in the order is dominated by what comes earlier.
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

/// Each node that is reached from the root, the root aside, with the nearest that dominates it; a dominator comes before what it
/// dominates.
fn dominators<'e>(root: usize, edges: &impl Fn(usize) -> &'e [TypeId]) -> Vec<(usize, usize)> {
    let mut search = Search::new(root, edges);
    // By the order of the search.
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

/// What the algorithm knows; nodes are numbered in the order in which a search from the root, deep first, finds them.
struct Search {
    /// The node of each number.
    order: Vec<usize>,
    /// Where the search came from.
    parent: Vec<usize>,
    /// The nodes with an edge to each.
    users: Vec<Vec<usize>>,
    /// The semidominator so far.
    semi: Vec<usize>,
    /// The next node above in the forest of nodes that are done.
    ancestor: Vec<Option<usize>>,
    /// The node of the least semidominator on the way up the forest.
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

    /// The node with the least semidominator between `node` and the root of its tree in the forest; shortens the way.
    fn evaluate(&mut self, node: usize) -> usize {
        let mut path = Vec::new();
        let mut top = node;
        while let Some(above) = self.ancestor[top] {
            path.push(top);
            top = above;
        }
        // The root of the tree has no say, and whoever is right below it stays there.
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

    /// The nearest dominators, one for each node that is reached.
    fn found(graph: &[&[u32]]) -> Vec<(usize, usize)> {
        let graph: Vec<Vec<TypeId>> =
            graph.iter().map(|targets| targets.iter().copied().map(TypeId).collect()).collect();
        let mut found = dominators(graph.len() - 1, &|node| &graph[node]);
        found.sort_unstable();
        found
    }

    /// The same by removing each node in turn.
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
