//! What a name is likely to mean that nothing has.

use typelang_parser::nearest;

/// The end of a report on such a name, which may have an id behind it.
pub(crate) fn suggestion<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> String {
    let name = name.split('#').next().unwrap_or(name);
    nearest(name, known).map(|near| format!("; is `{near}` meant?")).unwrap_or_default()
}
