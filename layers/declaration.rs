//! A declaration and its layers.

use crate::LAYERS;

/// A constructor or method as one or more layers declare it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Declaration<'a> {
    pub(crate) text: &'a str,
    /// Indices into [`LAYERS`]: `0-7,9,12-`, the last run without an end reaching the newest layer.
    pub(crate) runs: &'a str,
    pub(crate) is_method: bool,
}

impl<'a> Declaration<'a> {
    /// The TL text: `boolTrue#997275b5 = Bool;`.
    #[must_use]
    pub const fn text(&self) -> &'a str {
        self.text
    }

    /// The name with its namespace.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.text.split_once('#').map_or(self.text, |(name, _)| name)
    }

    /// The id on the wire.
    #[must_use]
    pub fn id(&self) -> u32 {
        let digits = self.text.split_once('#').and_then(|(_, rest)| rest.get(..8));
        digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).unwrap_or_default()
    }

    /// The type of a constructor, or the response of a method.
    #[must_use]
    pub fn ty(&self) -> &'a str {
        let ty = self.text.rsplit_once("= ").map_or("", |(_, ty)| ty);
        ty.trim_end_matches(';')
    }

    /// Whether it is a method.
    #[must_use]
    pub const fn is_method(&self) -> bool {
        self.is_method
    }

    /// Whether a layer has it.
    #[must_use]
    pub fn is_in(&self, layer: u32) -> bool {
        LAYERS.contains(&layer) && self.runs().any(|(first, last)| (first..=last).contains(&layer))
    }

    /// The first and last layer of each unbroken run of layers that have it. The archive lacks some layers between
    /// them.
    pub fn runs(&self) -> impl Iterator<Item = (u32, u32)> + use<'a> {
        let layer = |index: &str| LAYERS.get(index.parse::<usize>().ok()?).copied();
        self.runs.split(',').filter_map(move |run| match run.split_once('-') {
            None => layer(run).map(|only| (only, only)),
            Some((first, "")) => Some((layer(first)?, *LAYERS.last()?)),
            Some((first, last)) => Some((layer(first)?, layer(last)?)),
        })
    }
}
