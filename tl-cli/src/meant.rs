//! What a name is likely to mean that nothing has.

use typelang_parser::nearest;

/// The end of a report on such a name.
pub(crate) fn meant<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> String {
    nearest(name, known).map(|near| format!("; is `{near}` meant?")).unwrap_or_default()
}
