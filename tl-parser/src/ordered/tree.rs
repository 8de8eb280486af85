//! A balanced tree of positions in a list, the same code for all types.
//!
//! It is an AA tree: a child on the left is one level below, a child on the right may be on the same level, and its
//! right child may not.

/// No node.
const NONE: u32 = u32::MAX;

#[derive(Clone, Copy, Debug)]
struct Node {
    left: u32,
    right: u32,
    level: u8,
}

/// The order of the elements of a list.
#[derive(Clone, Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    root: u32,
}

/// The nodes from the root to where an element belongs, and whether it is on the left of each.
pub(super) type Path = Vec<(u32, bool)>;

impl Default for Tree {
    fn default() -> Self {
        Self { nodes: Vec::new(), root: NONE }
    }
}

impl Tree {
    pub(super) fn root(&self) -> Option<usize> {
        some(self.root)
    }

    pub(super) fn below(&self, at: usize, left: bool) -> Option<usize> {
        let node = &self.nodes[at];
        some(if left { node.left } else { node.right })
    }

    /// Adds the next element of the list at the end of a path.
    pub(super) fn add(&mut self, path: &Path) {
        let mut top = number(self.nodes.len());
        self.nodes.push(Node { left: NONE, right: NONE, level: 1 });
        for &(above, left) in path.iter().rev() {
            let node = &mut self.nodes[above as usize];
            *(if left { &mut node.left } else { &mut node.right }) = top;
            top = self.skewed(above);
            top = self.split(top);
        }
        self.root = top;
    }

    /// Turns a left child on the same level into the top.
    fn skewed(&mut self, top: u32) -> u32 {
        let left = self.nodes[top as usize].left;
        if left == NONE || self.level(left) != self.level(top) {
            return top;
        }
        self.nodes[top as usize].left = self.nodes[left as usize].right;
        self.nodes[left as usize].right = top;
        left
    }

    /// Lifts the middle of three nodes on one level.
    fn split(&mut self, top: u32) -> u32 {
        let middle = self.nodes[top as usize].right;
        if middle == NONE {
            return top;
        }
        let last = self.nodes[middle as usize].right;
        if last == NONE || self.level(last) != self.level(top) {
            return top;
        }
        self.nodes[top as usize].right = self.nodes[middle as usize].left;
        self.nodes[middle as usize].left = top;
        self.nodes[middle as usize].level += 1;
        middle
    }

    fn level(&self, at: u32) -> u8 {
        self.nodes[at as usize].level
    }

    /// Returns all positions in order.
    pub(super) fn order(&self) -> Vec<usize> {
        let mut order = Vec::with_capacity(self.nodes.len());
        let (mut open, mut at) = (Vec::new(), self.root);
        loop {
            while at != NONE {
                open.push(at);
                at = self.nodes[at as usize].left;
            }
            let Some(top) = open.pop() else { return order };
            order.push(top as usize);
            at = self.nodes[top as usize].right;
        }
    }
}

fn some(at: u32) -> Option<usize> {
    (at != NONE).then_some(at as usize)
}

fn number(at: usize) -> u32 {
    // Lists are far shorter: texts have less than 4 GiB.
    u32::try_from(at).unwrap_or(NONE)
}
