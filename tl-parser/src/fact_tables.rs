//! Tables of facts about a schema: the errors and callers of methods, the first layers of items, and the fields
//! that may be null.
//!
//! `docs/docs-file.md` describes the format: lines of words with tabs between them, and comments after `#`. Each
//! function reads the lines of one table; a faulty line is its number, with what to write there.
//!
//! ```
//! use typelang_parser::fact_tables::errors;
//!
//! let table = "# Which method returns which error.\nauth.sendCode\t303\tPHONE_MIGRATE_%d\tm\n";
//! let rows: Result<Vec<_>, String> = errors(table).collect();
//! assert_eq!(rows?[0].name, "PHONE_MIGRATE_X");
//! # Ok::<(), String>(())
//! ```

use std::borrow::Cow;

use crate::docs_file::{Caller, error_name, is_error};

/// The usual name of the table of errors.
pub const ERRORS: &str = "errors.tsv";
/// The usual name of the table of callers.
pub const CALLERS: &str = "callers.tsv";
/// The usual name of the table of first layers.
pub const SINCE: &str = "since.tsv";

/// The usual name of the table of fields that may be null.
pub const NULL: &str = "null.tsv";

/// The method in a row for an error that any method may return.
pub const ANY_METHOD: &str = "*";
/// The method in a row for an error that no source assigns to a method.
pub const NO_METHOD: &str = "?";

/// An error that a method returns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorRow<'t> {
    /// The method's name, [`ANY_METHOD`] or [`NO_METHOD`].
    pub method: &'t str,
    /// The code, such as 400.
    pub code: i32,
    /// The name, with `X` for a number in it.
    pub name: Cow<'t, str>,
    /// One letter for each source.
    pub sources: &'t str,
}

/// A caller of a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CallerRow<'t> {
    /// The method's name.
    pub method: &'t str,
    /// The caller.
    pub caller: Caller,
    /// Whether the sources say that it may call the method, or that it may not.
    pub may: bool,
    /// One letter for each source.
    pub sources: &'t str,
}

/// The first layer of a constructor, method or type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SinceRow<'t> {
    /// The item's name.
    pub name: &'t str,
    /// Its first layer.
    pub layer: u32,
    /// The fields that came later, with their first layers.
    pub fields: Vec<(&'t str, u32)>,
}

/// Reads the rows of a table of errors, such as `auth.sendCode⇥303⇥PHONE_MIGRATE_X⇥m`.
pub fn errors(text: &str) -> impl Iterator<Item = Result<ErrorRow<'_>, String>> {
    rows(text, "a method, a code, a name and sources", |words| {
        let [method, code, name, sources] = *words else { return None };
        let name = is_error(name).then(|| error_name(name))?;
        Some(ErrorRow { method, code: code.parse().ok()?, name, sources })
    })
}

/// Reads the rows of a table of callers, such as `auth.sendCode⇥anyone⇥m`; with `-` the sources deny it.
pub fn callers(text: &str) -> impl Iterator<Item = Result<CallerRow<'_>, String>> {
    rows(text, "a method, a caller and sources", |words| {
        let [method, caller, sources] = *words else { return None };
        let denied = caller.strip_prefix('-');
        let caller = Caller::named(denied.unwrap_or(caller))?;
        Some(CallerRow { method, caller, may: denied.is_none(), sources })
    })
}

/// Reads the rows of a table of fields that may be null, such as `chat⇥photo`: a constructor or method, and a field.
pub fn nullable(text: &str) -> impl Iterator<Item = Result<(&str, &str), String>> {
    rows(text, "a constructor or method, and a field", |words| match *words {
        [combinator, field] => Some((combinator, field)),
        _ => None,
    })
}

/// Reads the rows of a table of first layers, such as `user⇥45⇥emoji_status=144 usernames=148`.
pub fn since(text: &str) -> impl Iterator<Item = Result<SinceRow<'_>, String>> {
    rows(text, "a name, a layer, and fields with layers", |words| {
        let (name, layer, fields) = match *words {
            [name, layer] => (name, layer, ""),
            [name, layer, fields] => (name, layer, fields),
            _ => return None,
        };
        let words = fields.split(' ').filter(|word| !word.is_empty());
        let fields = words.map(later_field).collect::<Option<_>>()?;
        Some(SinceRow { name, layer: layer.parse().ok()?, fields })
    })
}

/// Reads `usernames=148`.
fn later_field(word: &str) -> Option<(&str, u32)> {
    let (name, layer) = word.split_once('=')?;
    Some((name, layer.parse().ok()?))
}

/// Returns the layers that a table of first layers compares, from its comment `# layers 57 58 …`.
pub fn layers(since: &str) -> impl Iterator<Item = u32> {
    let lines = since.lines().filter_map(|line| line.strip_prefix("# layers "));
    lines.flat_map(|line| line.split(' ').filter_map(|layer| layer.parse().ok()))
}

fn rows<'t, T>(
    text: &'t str,
    wanted: &'static str,
    read: impl Fn(&[&'t str]) -> Option<T>,
) -> impl Iterator<Item = Result<T, String>> {
    let lines = (1..).zip(text.lines());
    let facts = lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    facts.map(move |(at, line)| {
        let words: Vec<&str> = line.split('\t').collect();
        read(&words).ok_or_else(|| format!("line {at}: write {wanted}, with tabs between them"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_read_and_faulty_lines_are_told() {
        let table =
            "# head\na.b\t400\tBAD_%d\tm\n\n*\t420\tWAIT_X\tmt\na.b\tx\tY\tm\na\t4\tNO NAME\tm";
        let rows: Vec<_> = errors(table).collect();
        let row = |method, code, name: &'static str, sources| ErrorRow {
            method,
            code,
            name: name.into(),
            sources,
        };
        let fault = |at| {
            Err(format!(
                "line {at}: write a method, a code, a name and sources, with tabs between them"
            ))
        };
        let first = Ok(row("a.b", 400, "BAD_X", "m"));
        assert_eq!(rows, [first, Ok(row(ANY_METHOD, 420, "WAIT_X", "mt")), fault(5), fault(6)]);
    }

    #[test]
    fn callers_may_be_denied() {
        let rows: Vec<_> =
            callers("a.b\tusers\tm\na.b\t-bots\tt\na.b\tcats\tm\na.b\tbots\n").collect();
        let of = |caller, may, sources| CallerRow { method: "a.b", caller, may, sources };
        assert_eq!(rows[0], Ok(of(Caller::Users, true, "m")));
        assert_eq!(rows[1], Ok(of(Caller::Bots, false, "t")));
        let expected = "write a method, a caller and sources, with tabs between them";
        assert_eq!(rows[2..], [3, 4].map(|at| Err(format!("line {at}: {expected}"))));
    }

    #[test]
    fn fields_that_may_be_null_are_pairs() {
        let rows: Vec<_> = nullable("# head\nchat\tphoto\nchat\n").collect();
        assert_eq!(rows[0], Ok(("chat", "photo")));
        assert!(rows[1].is_err() && rows.len() == 2);
    }

    #[test]
    fn first_layers_have_later_fields() {
        let table = "# layers 5 7 9\na.b\t5\tc=7 d=9\nuser\t9\nuser\tx\nuser\t5\tc\n";
        assert_eq!(layers(table).collect::<Vec<_>>(), [5, 7, 9]);
        let rows: Vec<_> = since(table).collect();
        let fields = vec![("c", 7), ("d", 9)];
        assert_eq!(rows[0], Ok(SinceRow { name: "a.b", layer: 5, fields }));
        assert_eq!(rows[1], Ok(SinceRow { name: "user", layer: 9, fields: Vec::new() }));
        assert!(rows[2].is_err() && rows[3].is_err() && rows.len() == 4);
    }
}
