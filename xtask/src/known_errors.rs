//! `generated/errors.rs`: a constant for each known RPC error.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fmt::Write,
};

use typelang_parser::fact_tables::{self, ANY_METHOD, NO_METHOD};
use typelang_schema::facts;

const HEAD: &str = "\
//! The known RPC errors, for comparison with [`RpcError::kind`](typelang_runtime::mtproto::RpcError::kind).
//!
//! A trailing number is left out: `FLOOD_WAIT` is the kind of `FLOOD_WAIT_17`. A number in the middle is `X`:
//! `FILE_PART_X_MISSING`. A name that begins with a digit gets an underscore: `_2FA_CONFIRM_WAIT`. Servers may send
//! other errors.
//!
//! ```
//! use typelang_runtime::mtproto::RpcError;
//! use typelang_telegram::errors;
//!
//! let error = RpcError::new(420, \"FLOOD_WAIT_17\");
//! let text = match error.kind() {
//!     errors::FLOOD_WAIT => format!(\"wait {} s\", error.argument().unwrap_or(0)),
//!     errors::PEER_ID_INVALID => \"unknown peer\".to_owned(),
//!     other => other.to_string(),
//! };
//! assert_eq!(text, \"wait 17 s\");
//! ```

// Written by `cargo xtask generate` from schema/telegram/errors.tsv and error-docs.txt.

use typelang_runtime::mtproto::RpcErrorKind;
";

/// The most methods that the docs of an error name.
const NAMED: usize = 8;

/// The facts about one error.
#[derive(Default)]
struct Known {
    codes: BTreeSet<i32>,
    methods: BTreeSet<&'static str>,
    any_method: bool,
}

/// Returns the text of the module.
pub(crate) fn module() -> Result<String, Box<dyn Error>> {
    let meanings = meanings();
    let mut text = HEAD.to_owned();
    let mut taken = BTreeMap::new();
    for (name, known) in all()? {
        let (name, constant) = (name.as_str(), identifier(&name, &known));
        if let Some(other) = taken.insert(constant.clone(), name.to_owned()) {
            return Err(format!("{other} and {name} are both `{constant}`").into());
        }
        text.push('\n');
        if let Some(meaning) = meanings.get(name) {
            write!(text, "/// {meaning}\n///\n")?;
        }
        writeln!(text, "/// {}", known.sentence())?;
        // Taking hundreds of names apart takes rustc a twentieth of its time for the crate.
        let new = if name.contains("_X") { "of" } else { "named" };
        writeln!(
            text,
            "pub const {constant}: RpcErrorKind<'static> = RpcErrorKind::{new}(\"{name}\");"
        )?;
    }
    Ok(text)
}

fn all() -> Result<BTreeMap<String, Known>, String> {
    let mut all: BTreeMap<_, Known> = BTreeMap::new();
    for row in fact_tables::errors(facts::ERRORS) {
        let row = row?;
        let known = all.entry(kind(&row.name).to_owned()).or_default();
        known.codes.insert(row.code);
        match row.method {
            ANY_METHOD => known.any_method = true,
            NO_METHOD => {}
            method => _ = known.methods.insert(method),
        }
    }
    Ok(all)
}

/// Returns the name without a number at its end, which some sources leave out.
fn kind(name: &str) -> &str {
    name.strip_suffix("_X").unwrap_or(name)
}

/// Returns the meanings by name, one paragraph each.
fn meanings() -> BTreeMap<&'static str, String> {
    let sections = facts::ERROR_DOCS.split("[error ").skip(1);
    let meaning = |section: &'static str| {
        let (name, text) = section.split_once(']')?;
        Some((kind(name), text.split_whitespace().collect::<Vec<_>>().join(" ")))
    };
    sections.filter_map(meaning).collect()
}

/// Returns the name of the constant. A name that is not in capitals includes its code, since the same name in
/// capitals may be another error.
fn identifier(name: &str, known: &Known) -> String {
    let mut identifier = String::new();
    let mut was_lower = false;
    for char in name.chars() {
        if was_lower && char.is_uppercase() {
            identifier.push('_');
        }
        was_lower = char.is_lowercase();
        identifier.push(if char.is_alphanumeric() { char.to_ascii_uppercase() } else { '_' });
    }
    if identifier.starts_with(|first: char| first.is_ascii_digit()) {
        identifier.insert(0, '_');
    }
    if name.contains(char::is_lowercase) {
        let code = known.codes.iter().next().map_or(0, |code| code.unsigned_abs());
        identifier = format!("{identifier}_{code}");
    }
    identifier
}

impl Known {
    fn sentence(&self) -> String {
        let codes: Vec<String> = self.codes.iter().map(|code| format!("`{code}`")).collect();
        let codes = codes.join(" or ");
        if self.any_method {
            return format!("Code {codes}. Any method may return it.");
        }
        let mut named: Vec<String> =
            self.methods.iter().take(NAMED).map(|method| format!("`{method}`")).collect();
        if named.is_empty() {
            return format!("Code {codes}. No method is known to return it.");
        }
        match self.methods.len() - named.len() {
            0 => {}
            1 => named.push("one more method".to_owned()),
            more => named.push(format!("{more} more methods")),
        }
        let last = named.pop().unwrap_or_default();
        let methods =
            if named.is_empty() { last } else { format!("{} and {last}", named.join(", ")) };
        format!("Code {codes}. Returned by {methods}.")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_identifiers() {
        let known = Known { codes: BTreeSet::from([-503]), ..Known::default() };
        for (name, expected) in [
            (kind("FLOOD_WAIT_X"), "FLOOD_WAIT"),
            ("FILE_PART_X_MISSING", "FILE_PART_X_MISSING"),
            ("2FA_CONFIRM_WAIT", "_2FA_CONFIRM_WAIT"),
            ("ApiCallError", "API_CALL_ERROR_503"),
        ] {
            assert_eq!(identifier(name, &known), expected);
        }
    }

    #[test]
    fn a_sentence_names_codes_and_methods() {
        let methods: Vec<String> = (0..10).map(|number| format!("a.b{number}")).collect();
        let known = |count: usize| Known {
            codes: BTreeSet::from([400, 303]),
            methods: methods.iter().take(count).map(|method| &*method.clone().leak()).collect(),
            any_method: false,
        };
        assert_eq!(known(1).sentence(), "Code `303` or `400`. Returned by `a.b0`.");
        assert!(known(10).sentence().ends_with("`a.b7` and 2 more methods."));
        let any = Known { any_method: true, ..known(0) };
        assert_eq!(any.sentence(), "Code `303` or `400`. Any method may return it.");
    }
}
