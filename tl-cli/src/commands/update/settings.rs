//! The schema in tl.toml.

use std::{
    ops::Range,
    path::{Path, PathBuf},
};

use toml::de::{DeTable, DeValue};
use typelang_codegen::{Entry, SettingsFile};

use crate::{
    commands::generate::{
        manifest,
        settings_file::{FILE, MANIFEST},
    },
    compare::api::Exhaustive,
    shared::{outcome::Failure, selection::Selection, text},
};

/// The settings that an update needs.
#[derive(Debug)]
pub(super) struct Settings {
    pub(super) text: String,
    pub(super) schema: Source,
    /// The part of the schema that is generated.
    pub(super) selection: Selection,
    pub(super) exhaustive: Exhaustive,
    /// The `Cargo.toml` that is named, and that of the crate that is generated.
    pub(super) manifest: Option<PathBuf>,
    pub(super) generated: Option<PathBuf>,
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
    Settings::of(text::read(Path::new(FILE))?)
}

fn schema(text: &str) -> Result<Source, Failure> {
    let fault = |what: &str| Failure::Usage(format!("{FILE}: {what}"));
    let table = DeTable::parse(text).map_err(|error| fault(error.message()))?;
    let table = table.get_ref();
    let value = |name: &str| table.iter().find(|(key, _)| key.get_ref() == name).map(|(_, it)| it);
    if let Some(layer) = value("layer") {
        let no_layer = || fault("`layer` is not a layer number; write one such as `layer = 230`");
        let DeValue::Integer(number) = layer.get_ref() else { return Err(no_layer()) };
        let number = number.as_str().parse().map_err(|_| no_layer())?;
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
    fn of(text: String) -> Result<Self, Failure> {
        let file = SettingsFile::parse(FILE, &text)?;
        let schema = schema(&text)?;
        let of = |key: &'static str| file.entries().iter().filter(move |it| it.key() == key);
        let values = |key| of(key).filter_map(Entry::value);
        // Parts of modules are not of this schema.
        let names = |key| values(key).filter(|name| !name.contains("::")).map(str::to_owned);
        let selection =
            Selection { only: names("only").collect(), opaque: names("opaque").collect() };
        let is_open = |it: &str| it.starts_with(".=") && it.contains("non_exhaustive");
        let exhaustive =
            if values("type-attribute").any(is_open) { Exhaustive::No } else { Exhaustive::Yes };
        let generated = values("out").next().filter(|_| of("crate").next().is_some());
        let generated = generated.map(|out| Path::new(out).join(manifest::MANIFEST));
        let manifest = values(MANIFEST).next().map(PathBuf::from);
        Ok(Self { text, schema, selection, exhaustive, manifest, generated })
    }

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
    fn the_manifest_is_the_named_one_or_the_crates() {
        let manifests = |rest: &str| {
            let settings = Settings::of(format!("layer = 229\nout = 'api'\n{rest}")).unwrap();
            (settings.manifest, settings.generated)
        };
        assert_eq!(manifests(""), (None, None));
        assert_eq!(manifests("crate = 'a'"), (None, Some("api/Cargo.toml".into())));
        assert_eq!(manifests("manifest = 'Cargo.toml'"), (Some("Cargo.toml".into()), None));
    }

    #[test]
    fn the_selection_and_attributes_are_read() {
        let text = "layer = 229\nonly = ['user', 'mtproto::ping']\nopaque = ['Update']\n[type-attribute]\n'.' = '#[non_exhaustive]'\n";
        let settings = Settings::of(text.to_owned()).unwrap();
        assert_eq!(
            (settings.selection.only, settings.selection.opaque),
            (vec!["user".to_owned()], vec!["Update".to_owned()])
        );
        assert_eq!(settings.exhaustive, Exhaustive::No);
        let one = "layer = 229\n[type-attribute]\nuser = '#[non_exhaustive]'\n";
        assert_eq!(Settings::of(one.to_owned()).unwrap().exhaustive, Exhaustive::Yes);
    }

    #[test]
    fn the_schema_is_a_layer_or_a_file() {
        let text = "out = 'a'\nlayer = 229 # the last\n";
        let settings = Settings::of(text.to_owned()).unwrap();
        let Source::Layer(229, place) = &settings.schema else { unreachable!("{settings:?}") };
        assert_eq!(settings.with_layer(place, 230), "out = 'a'\nlayer = 230 # the last\n");
        assert_eq!(schema("schemas = ['api.tl']").unwrap(), Source::File("api.tl".into()));
        for (text, what) in [
            ("out = 'a'", "neither `layer` nor `schemas`"),
            ("layer = 'x'", "`layer` is not a layer number; write one such as `layer = 230`"),
            ("schemas = ['a', 'b']", "several files"),
        ] {
            let fault = schema(text).unwrap_err().to_string();
            assert!(fault.contains(what), "{fault}");
        }
    }
}
