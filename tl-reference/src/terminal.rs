//! A page for a terminal, found by what a reader would type.

use std::collections::BTreeSet;

use typelang_parser::nearest;

use crate::{
    facts::normal,
    markdown::{self, Links},
    model::{CombinatorPage, Part, Reference},
};

/// No page is called so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// What was asked for.
    pub name: String,
    /// The name that is nearest to it.
    pub near: Option<String>,
}

impl core::fmt::Display for Unknown {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "no method, constructor, type, error or id is called `{}`", self.name)?;
        self.near.as_ref().map_or(Ok(()), |near| write!(f, "; did you mean `{near}`?"))
    }
}

impl core::error::Error for Unknown {}

/// The pages of a name or id, as text; several where a method, a constructor or a type share it.
///
/// A name is a TL name, with its namespace or without where one item has it; an error, with any number in it; or an id such as
/// `#c1cd5ea9`, also in the order of captured bytes.
///
/// # Errors
/// When nothing is called so, with the nearest name.
pub fn page(reference: &Reference, name: &str) -> Result<String, Unknown> {
    let mut pages = found(
        reference,
        |it| is_called(it, name),
        |known| known == name || known == error_name(name),
    );
    if pages.is_empty() {
        // Without its namespace.
        let is_last = |known: &str| known.rsplit('.').next() == Some(name);
        pages = found(reference, |it| is_last(&it.name), is_last);
    }
    if pages.is_empty() {
        return Err(Unknown { name: name.to_owned(), near: near(reference, name) });
    }
    Ok(pages.join("\n"))
}

fn found(
    reference: &Reference,
    is_combinator: impl Fn(&CombinatorPage) -> bool,
    is_name: impl Fn(&str) -> bool,
) -> Vec<String> {
    let mut pages = Vec::new();
    for part in &reference.parts {
        let combinators = part.combinators().filter(|it| is_combinator(it));
        pages.extend(combinators.map(|it| markdown::combinator(part, it, Links::None)));
        let types = part.types.iter().filter(|ty| is_name(&ty.name));
        pages.extend(types.map(|ty| markdown::ty(ty, Links::None)));
        pages.extend(errors(part, &is_name));
        // What several schemas have is the same in each.
        if !pages.is_empty() {
            break;
        }
    }
    pages
}

fn errors<'p>(
    part: &'p Part,
    is_name: &'p impl Fn(&str) -> bool,
) -> impl Iterator<Item = String> + 'p {
    let found = part.errors.iter().filter(|error| is_name(&error.name));
    found.map(|error| markdown::error(error, Links::None))
}

/// Whether an item has this name, or an id that is written so.
fn is_called(it: &CombinatorPage, name: &str) -> bool {
    let (before, id) = name.split_once('#').unwrap_or((name, name));
    let id = id.strip_prefix("0x").unwrap_or(id).to_ascii_lowercase();
    let is_id = id.len() == 8 && (id == it.id || id == it.wire_id);
    if name.contains('#') {
        is_id && (before.is_empty() || before == it.name)
    } else {
        is_id || it.name == name
    }
}

fn near(reference: &Reference, name: &str) -> Option<String> {
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for part in &reference.parts {
        names.extend(part.combinators().map(|it| it.name.as_str()));
        names.extend(part.types.iter().map(|ty| ty.name.as_str()));
        names.extend(part.errors.iter().map(|error| error.name.as_str()));
    }
    nearest(name, names).map(str::to_owned)
}

/// An error's name as pages have it: `FLOOD_WAIT_17` is `FLOOD_WAIT_X`.
fn error_name(name: &str) -> String {
    let mut out = String::new();
    for word in normal(name).split('_') {
        if !out.is_empty() {
            out.push('_');
        }
        let is_number = !word.is_empty() && word.chars().all(|char| char.is_ascii_digit());
        out.push_str(if is_number { "X" } else { word });
    }
    out
}
