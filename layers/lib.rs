#![doc = include_str!("README.md")]
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;

mod declaration;

use alloc::{
    string::{String, ToString as _},
    vec::Vec,
};

pub use declaration::Declaration;

/// The layers in the archive, ascending.
pub const LAYERS: &[u32] = &include!("numbers.in");

/// Compressed with zlib: a line for each declaration, as [`Archive`] reads it.
static DATA: &[u8] = include_bytes!("layers.zlib");

/// The line before the methods.
const METHODS: &str = "---functions---";

/// The schema of a layer as TL, or `None` if the archive lacks the layer.
///
/// This unpacks the archive, which takes milliseconds. To read several layers, keep an [`Archive`].
///
/// ```
/// let schema = typelang_layers::at(224).expect("the archive has layer 224");
/// assert!(schema.starts_with("// LAYER 224\n"));
/// assert_eq!(typelang_layers::at(1), None);
/// ```
#[must_use]
pub fn at(layer: u32) -> Option<String> {
    LAYERS.binary_search(&layer).ok()?;
    Archive::open().at(layer)
}

/// The schema of a layer in the compiled form, which `typelang_runtime::reflect::Schema::from_tlo` reads, or `None` if
/// the archive lacks the layer.
#[cfg(feature = "compiled")]
#[must_use]
pub fn compiled(layer: u32) -> Option<Vec<u8>> {
    use typelang_parser::{Dialect, Options, Sources, check, tlo};
    let mut sources = Sources::new();
    sources.add("layer.tl", at(layer)?);
    let options = Options { dialect: Some(Dialect::Telegram), ..Options::default() };
    Some(tlo::write(&check(&sources, &options).schema))
}

/// The archive, unpacked: 1 MB in memory.
#[derive(Clone, Debug)]
pub struct Archive {
    text: String,
}

impl Archive {
    /// Unpacks the archive.
    ///
    /// # Panics
    /// Never: the data is a part of this crate, and its tests unpack it.
    #[must_use]
    pub fn open() -> Self {
        let bytes = miniz_oxide::inflate::decompress_to_vec_zlib(DATA);
        let bytes = bytes.expect("the archive can be unpacked, because a test unpacks it");
        Self { text: String::from_utf8_lossy(&bytes).into_owned() }
    }

    /// Iterates over the declarations of all layers: constructors, then methods. Those of one name follow each other
    /// where layers changed them.
    pub fn declarations(&self) -> impl Iterator<Item = Declaration<'_>> {
        let mut is_method = false;
        self.text.lines().filter_map(move |line| {
            is_method |= line == METHODS;
            let (runs, text) = line.split_once('\t')?;
            Some(Declaration { text, runs, is_method })
        })
    }

    /// The schema of a layer as TL, or `None` if the archive lacks the layer.
    #[must_use]
    pub fn at(&self, layer: u32) -> Option<String> {
        LAYERS.binary_search(&layer).ok()?;
        let mut text = String::from("// LAYER ") + &layer.to_string() + "\n\n";
        let mut in_methods = false;
        for declaration in self.declarations().filter(|it| it.is_in(layer)) {
            if declaration.is_method() && !in_methods {
                text = text + "\n" + METHODS + "\n\n";
                in_methods = true;
            }
            text = text + declaration.text() + "\n";
        }
        Some(text)
    }

    /// The declarations with an id, from any layer. An id can have several: a flag without bytes leaves it as it is.
    #[must_use]
    pub fn with_id(&self, id: u32) -> Vec<Declaration<'_>> {
        self.declarations().filter(|it| it.id() == id).collect()
    }

    /// The declarations of a constructor or method, from any layer.
    #[must_use]
    pub fn named(&self, name: &str) -> Vec<Declaration<'_>> {
        self.declarations().filter(|it| it.name() == name).collect()
    }
}
