//! The schema in tl.toml.

use std::{fs, ops::Range, path::PathBuf};

use toml::de::{DeTable, DeValue};

use crate::{commands::generate::settings_file::FILE, shared::outcome::Failure};

/// The settings, and what they say of the schema.
#[derive(Debug)]
pub(super) struct Settings {
    pub(super) text: String,
    pub(super) schema: Source,
}

/// Where the schema of a project comes from.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// `layer = 229`, and where the number is.
    Layer(u32, Range<usize>),
    /// `schemas = ["api.tl"]`
    File(PathBuf),
}

/// Reads the settings.
pub(super) fn settings() -> Result<Settings, Failure> {
    let text = fs::read_to_string(FILE).map_err(Failure::io("read", FILE))?;
    let schema = schema(&text)?;
    Ok(Settings { text, schema })
}

fn schema(text: &str) -> Result<Source, Failure> {
    let fault = |what: &str| Failure::Usage(format!("{FILE}: {what}"));
    let table = DeTable::parse(text).map_err(|error| fault(error.message()))?;
    let table = table.get_ref();
    let value = |name: &str| table.iter().find(|(key, _)| key.get_ref() == name).map(|(_, it)| it);
    if let Some(layer) = value("layer") {
        let DeValue::Integer(number) = layer.get_ref() else {
            return Err(fault("`layer` is not a number"));
        };
        let number = number.as_str().parse().map_err(|_| fault("`layer` is not a number"))?;
        return Ok(Source::Layer(number, layer.span()));
    }
    let Some(DeValue::Array(files)) = value("schemas").map(toml::Spanned::get_ref) else {
        return Err(fault("there is neither `layer` nor `schemas`; add `layer = N`"));
    };
    let mut names = files.iter().filter_map(|file| file.get_ref().as_str());
    match (names.next(), names.next()) {
        (Some(only), None) => Ok(Source::File(only.into())),
        _ => Err(fault("`schemas` has several files; `tl update` replaces one")),
    }
}

impl Settings {
    /// The text with another layer.
    pub(super) fn with_layer(&self, place: &Range<usize>, layer: u32) -> String {
        let (before, after) = (&self.text[..place.start], &self.text[place.end..]);
        format!("{before}{layer}{after}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_is_a_layer_or_a_file() {
        let text = "out = 'a'\nlayer = 229 # the last\n";
        let settings = Settings { text: text.to_owned(), schema: schema(text).unwrap() };
        let Source::Layer(229, place) = &settings.schema else { unreachable!("{settings:?}") };
        assert_eq!(settings.with_layer(place, 230), "out = 'a'\nlayer = 230 # the last\n");
        assert_eq!(schema("schemas = ['api.tl']").unwrap(), Source::File("api.tl".into()));
        for (text, what) in [
            ("out = 'a'", "neither `layer` nor `schemas`"),
            ("layer = 'x'", "`layer` is not a number"),
            ("schemas = ['a', 'b']", "several files"),
        ] {
            let fault = schema(text).unwrap_err().to_string();
            assert!(fault.contains(what), "{fault}");
        }
    }
}
