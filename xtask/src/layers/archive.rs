//! The archive: each distinct declaration once, with its layers.

use std::collections::BTreeMap;

use super::{Layers, declared::Declared, order::order};

/// What is written to layers/.
pub(super) struct Archive {
    numbers: Vec<u32>,
    text: String,
    count: usize,
}

/// The highest level: the archive is packed once and read often.
const LEVEL: u8 = 10;

impl Archive {
    pub(super) fn new(layers: &Layers) -> Self {
        let mut indices: BTreeMap<&Declared, Vec<usize>> = BTreeMap::new();
        for (index, declared) in layers.values().enumerate() {
            for it in declared {
                indices.entry(it).or_default().push(index);
            }
        }
        let ordered = order(layers);
        let (mut text, mut in_methods) = (String::new(), false);
        for declared in &ordered {
            if declared.is_method && !in_methods {
                text += "---functions---\n";
                in_methods = true;
            }
            let runs = runs(&indices[declared], layers.len());
            text.extend([&runs, "\t", &declared.text, "\n"]);
        }
        Self { numbers: layers.keys().copied().collect(), text, count: ordered.len() }
    }

    /// The compressed declarations.
    pub(super) fn packed(&self) -> Vec<u8> {
        miniz_oxide::deflate::compress_to_vec_zlib(self.text.as_bytes(), LEVEL)
    }

    /// The layers, as a Rust array.
    pub(super) fn numbers(&self) -> String {
        format!("{:?}\n", self.numbers)
    }

    pub(super) fn summary(&self) -> String {
        format!(
            "layers: {} layers, {} declarations, {} bytes of text, {} packed",
            self.numbers.len(),
            self.count,
            self.text.len(),
            self.packed().len()
        )
    }
}

/// Spells ascending indices: `0-7,9,12-`; the last run has no end if it reaches the newest layer.
fn runs(indices: &[usize], layers: usize) -> String {
    let chunks = indices.chunk_by(|a, b| a + 1 == *b);
    let spelled = chunks.filter_map(|run| match (run.first()?, run.last()?) {
        (first, last) if last + 1 == layers => Some(format!("{first}-")),
        (first, last) if first == last => Some(first.to_string()),
        (first, last) => Some(format!("{first}-{last}")),
    });
    spelled.collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_short() {
        assert_eq!(runs(&[0, 1, 2, 4, 6, 7], 8), "0-2,4,6-");
        assert_eq!(runs(&[3], 8), "3");
        assert_eq!(runs(&[7], 8), "7-");
    }
}
