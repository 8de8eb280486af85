//! Cycles in graphs.

use alloc::{vec, vec::Vec};

/// Properties of the nodes of a graph.
pub(crate) struct Components {
    /// For each node whether a path leads from it back to it.
    pub(crate) cyclic: Vec<bool>,
    /// All nodes. Each comes after those that paths lead to from it, unless they lead back.
    pub(crate) inner_first: Vec<u32>,
}

/// Finds cycles.
///
/// Tarjan's algorithm with an explicit stack, because schemas may be deep.
pub(crate) fn components(graph: &[Vec<u32>]) -> Components {
    let unseen = Node { index: None, low: 0, is_open: false, is_cyclic: false };
    let (nodes, closed) = (vec![unseen; graph.len()], Vec::new());
    let mut search = Search { graph, nodes, open: Vec::new(), closed, seen: 0 };
    for root in 0..graph.len() {
        if search.nodes[root].index.is_none() {
            search.visit(root);
        }
    }
    let cyclic = search.nodes.into_iter().map(|node| node.is_cyclic).collect();
    Components { cyclic, inner_first: search.closed }
}

#[derive(Clone, Copy)]
struct Node {
    index: Option<usize>,
    /// The lowest open index that can be reached.
    low: usize,
    is_open: bool,
    is_cyclic: bool,
}

struct Search<'g> {
    graph: &'g [Vec<u32>],
    nodes: Vec<Node>,
    open: Vec<usize>,
    closed: Vec<u32>,
    seen: usize,
}

impl Search<'_> {
    fn visit(&mut self, root: usize) {
        self.enter(root);
        let mut path = vec![(root, 0)];
        while let Some((node, edge)) = path.last_mut() {
            let (at, target) = (*node, self.graph[*node].get(*edge).copied());
            *edge += 1;
            match target.map(|target| (target as usize, self.nodes[target as usize])) {
                Some((target, Node { index: None, .. })) => {
                    self.enter(target);
                    path.push((target, 0));
                }
                Some((_, Node { index: Some(index), is_open: true, .. })) => self.lower(at, index),
                Some(_) => {}
                None => {
                    path.pop();
                    self.leave(at);
                    if let Some((caller, _)) = path.last() {
                        self.lower(*caller, self.nodes[at].low);
                    }
                }
            }
        }
    }

    fn enter(&mut self, node: usize) {
        let (index, low) = (Some(self.seen), self.seen);
        self.nodes[node] = Node { index, low, is_open: true, is_cyclic: false };
        self.seen += 1;
        self.open.push(node);
    }

    fn lower(&mut self, node: usize, low: usize) {
        self.nodes[node].low = self.nodes[node].low.min(low);
    }

    /// Closes the component whose first node this is, if there is one.
    fn leave(&mut self, node: usize) {
        if self.nodes[node].index != Some(self.nodes[node].low) {
            return;
        }
        let first = self.open.iter().rposition(|&member| member == node).unwrap_or_default();
        let members = self.open.split_off(first);
        let to_itself = self.graph[node].iter().any(|&target| target as usize == node);
        for &member in &members {
            self.nodes[member].is_open = false;
            self.nodes[member].is_cyclic = members.len() > 1 || to_itself;
        }
        // The deepest first.
        for &member in members.iter().rev() {
            self.closed.extend(u32::try_from(member).ok());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cycles_are_told_apart_from_what_leads_to_and_from_them() {
        let graph = [vec![1], vec![2], vec![1, 3], vec![], vec![4], vec![0, 3]];
        let found = components(&graph);
        assert_eq!(found.cyclic, [false, true, true, false, true, false]);
        assert_eq!(found.inner_first, [3, 2, 1, 0, 4, 5]);
    }

    #[test]
    fn a_long_chain_needs_no_stack() {
        let chain: Vec<Vec<u32>> = (1..=100_000).map(|next| vec![next % 100_000]).collect();
        assert!(components(&chain).cyclic.iter().all(|cyclic| *cyclic));
    }
}
