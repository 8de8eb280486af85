//! The first layer of an item.

use core::fmt;

use serde::Serialize;

/// The first layer of an item or a parameter, as far as the known layers tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct FirstLayer {
    /// The newest known layer before it; unset if it is in the oldest known layer.
    pub after: Option<u32>,
    /// The oldest known layer that has it.
    pub seen: u32,
}

impl FirstLayer {
    /// Places `seen` among the known layers.
    pub(super) fn new(seen: u32, known: &[u32]) -> Self {
        Self { after: known.iter().copied().filter(|layer| *layer < seen).max(), seen }
    }
}

/// `since layer 140`, or the layers that it may be.
impl fmt::Display for FirstLayer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seen = self.seen;
        match self.after.map(|after| after.saturating_add(1)) {
            None => write!(f, "since layer {seen} or earlier"),
            Some(first) if first >= seen => write!(f, "since layer {seen}"),
            Some(first) => write!(f, "since one of the layers {first} to {seen}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_layers_are_named() {
        let said = |seen| FirstLayer::new(seen, &[57, 109, 139, 140]).to_string();
        assert_eq!(said(57), "since layer 57 or earlier");
        assert_eq!(said(109), "since one of the layers 58 to 109");
        assert_eq!(said(140), "since layer 140");
    }
}
