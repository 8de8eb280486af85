//! The keys of a settings file, and what their values look like.

use typelang_parser::nearest;

/// What a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// `true` or `false`.
    Switch,
    /// `true`, `false` or text.
    SwitchOrText,
    /// Text or a number.
    Text,
    /// Text, or a list of it.
    List,
    /// A table of text or lists, or a list of `NAME=VALUE`.
    Pairs,
}

/// All keys.
pub(crate) const KEYS: [(&str, Kind); 36] = [
    ("schemas", Kind::List),
    ("layer", Kind::Text),
    ("out", Kind::Text),
    ("module", Kind::Pairs),
    ("secret", Kind::Switch),
    ("crate", Kind::Text),
    ("runtime", Kind::Text),
    ("manifest", Kind::Text),
    ("root-file", Kind::Text),
    ("no-format", Kind::Switch),
    ("only", Kind::List),
    ("opaque", Kind::List),
    ("unknown", Kind::List),
    ("borrowed", Kind::Switch),
    ("arena", Kind::Switch),
    ("string-type", Kind::Text),
    ("bytes-type", Kind::Text),
    ("no-reflect", Kind::Switch),
    ("serde", Kind::SwitchOrText),
    ("server-feature", Kind::Text),
    ("conversions-feature", Kind::Text),
    ("method-traits-feature", Kind::Text),
    ("module-feature", Kind::Pairs),
    ("enum-limit", Kind::Text),
    ("file-limit", Kind::Text),
    ("docs", Kind::List),
    ("facts", Kind::List),
    ("docs-url", Kind::Text),
    ("type-attribute", Kind::Pairs),
    ("field-attribute", Kind::Pairs),
    ("derive", Kind::Pairs),
    ("rename", Kind::Pairs),
    ("boxed", Kind::List),
    ("extern-path", Kind::Pairs),
    ("keep-flag-bits", Kind::List),
    ("dialect", Kind::Text),
];

/// Returns what a key takes.
pub(super) fn kind_of(name: &str) -> Result<Kind, String> {
    let known = KEYS.iter().find(|(key, _)| *key == name);
    known.map(|(_, kind)| *kind).ok_or_else(|| {
        let near = nearest(name, KEYS.iter().map(|(key, _)| *key));
        let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        format!("unknown key `{name}`{near}")
    })
}
