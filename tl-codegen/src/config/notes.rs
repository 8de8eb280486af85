//! What a user may not expect of an output.

use super::Config;
use crate::{Error, Output, Sources};

impl Config {
    /// The same as [`Config::generate`], with a line for each type of which no Rust comes, since nothing gives it the types that
    /// it takes; [`Config::compile`] has cargo show them.
    ///
    /// # Errors
    /// As [`Config::generate`].
    pub fn generate_with_notes(&self, sources: &Sources) -> Result<(Output, Vec<String>), Error> {
        let generated = self.generate_sources(sources, &mut Vec::new())?;
        Ok((generated.output, generated.notes))
    }
}
