//! The second pass: what each type and each combinator becomes, and under which path.

pub(crate) mod borrows;
pub(crate) mod cycles;
pub(crate) mod fallback_depth;
pub(crate) mod layers;
pub(crate) mod shapes;
