//! Suggestions for unknown names.

use typelang_parser::nearest;

/// Returns the end of a message about an unknown name, which may include an id.
pub(crate) fn suggestion<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> String {
    let name = name.split('#').next().unwrap_or(name);
    nearest(name, known).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default()
}
