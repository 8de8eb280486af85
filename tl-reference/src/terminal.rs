//! A page for a terminal, found by what a reader would type.

use std::collections::BTreeSet;

use typelang_parser::{docs_file, nearest};

use crate::{
    markdown::{self, Links},
    model::{CombinatorPage, ErrorPage, Kind, Part, Reference, TypePage},
};

/// No page has the name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The name that was asked for.
    pub name: String,
    /// Up to five similar names, the likeliest first.
    pub near: Vec<String>,
}

impl core::fmt::Display for Unknown {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "no method, constructor, type, error or id is called `{}`", self.name)?;
        match self.near.as_slice() {
            [] => Ok(()),
            [only] => write!(f, "; did you mean `{only}`?"),
            [first @ .., last] => {
                write!(f, "; did you mean `{}` or `{last}`?", first.join("`, `"))
            }
        }
    }
}

impl core::error::Error for Unknown {}

/// An item that has a page.
#[derive(Clone, Copy)]
enum Found<'r> {
    Combinator(&'r Part, &'r CombinatorPage),
    Type(&'r Part, &'r TypePage),
    Error(&'r ErrorPage),
}

/// The pages of a name or id, as text. Several pages follow a line that names them.
///
/// A name is a TL name, with its namespace or without; an error, with any number in it or with none; or an id such as
/// `#c1cd5ea9`, also in the order of captured bytes. Predefined types are found by their bare names too.
///
/// # Errors
/// When no page has the name, with similar names.
pub fn page(reference: &Reference, name: &str) -> Result<String, Unknown> {
    let error = error_name(name);
    let numbered = format!("{error}_X");
    let ways: [&dyn Fn(&Found<'_>) -> bool; 4] = [
        &|it| it.is_called(name) || it.is_error(&error),
        &|it| it.is_error(&numbered),
        &|it| last(it.name()) == name,
        &|it| it.is_predefined(name),
    ];
    let found = ways.iter().map(|way| found(reference, way)).find(|found| !found.is_empty());
    let Some(mut found) = found else {
        return Err(Unknown { name: name.to_owned(), near: near(reference, name) });
    };
    found.sort_by_key(|it| it.name() != name);
    let pages: Vec<String> = found.iter().map(Found::page).collect();
    Ok(matches(name, &found) + &pages.join("\n"))
}

/// A line that names several pages.
fn matches(name: &str, found: &[Found<'_>]) -> String {
    if found.len() < 2 {
        return String::new();
    }
    let names: Vec<String> =
        found.iter().map(|it| format!("{} ({}{})", it.name(), it.kind(), it.schema())).collect();
    format!("{} pages match `{name}`: {}.\n\n", found.len(), names.join(", "))
}

/// The items that match, without those that an earlier schema declares alike.
fn found<'r>(reference: &'r Reference, is_match: impl Fn(&Found<'r>) -> bool) -> Vec<Found<'r>> {
    let mut declared = BTreeSet::new();
    let matching = all(reference).filter(is_match);
    matching.filter(|it| declared.insert(it.declaration())).collect()
}

fn all(reference: &Reference) -> impl Iterator<Item = Found<'_>> {
    reference.parts.iter().flat_map(|part| {
        let combinators = part.combinators().map(move |it| Found::Combinator(part, it));
        let types = part.types.iter().map(move |ty| Found::Type(part, ty));
        combinators.chain(types).chain(part.errors.iter().map(Found::Error))
    })
}

impl<'r> Found<'r> {
    fn name(&self) -> &'r str {
        match self {
            Self::Combinator(_, it) => &it.name,
            Self::Type(_, ty) => &ty.name,
            Self::Error(error) => &error.name,
        }
    }

    const fn kind(&self) -> &'static str {
        match self {
            Self::Combinator(_, it) => match it.kind {
                Kind::Method => "method",
                Kind::Constructor => "constructor",
            },
            Self::Type(..) => "type",
            Self::Error(_) => "error",
        }
    }

    /// The title of its schema, after a comma.
    fn schema(&self) -> String {
        match self {
            Self::Combinator(part, _) | Self::Type(part, _) => format!(", {}", part.title),
            Self::Error(_) => String::new(),
        }
    }

    /// The text that is the same for items that are declared alike.
    fn declaration(&self) -> String {
        let mut text = format!("{} {}", self.kind(), self.name());
        match self {
            Self::Combinator(_, it) => {
                text.extend(it.tl.iter().flatten().map(|piece| piece.text.as_str()));
            }
            Self::Type(_, ty) => {
                let names = ty.constructors.iter().map(|it| it.link.text.as_str());
                text.extend(names.flat_map(|name| [" ", name]));
            }
            Self::Error(_) => {}
        }
        text
    }

    fn page(&self) -> String {
        match self {
            Self::Combinator(part, it) => markdown::combinator(part, it, Links::None),
            Self::Type(part, ty) => markdown::ty(part, ty, Links::None),
            Self::Error(error) => markdown::error(error, Links::None),
        }
    }

    /// Whether this is its name or, of a combinator, its id.
    fn is_called(&self, name: &str) -> bool {
        match self {
            Self::Combinator(_, it) => is_called(it, name),
            _ => self.name() == name,
        }
    }

    fn is_error(&self, name: &str) -> bool {
        matches!(self, Self::Error(error) if error.name == name)
    }

    /// Whether this is a predefined type with this bare name.
    fn is_predefined(&self, name: &str) -> bool {
        let Self::Type(_, ty) = self else { return false };
        !ty.builtin.is_empty() && ty.name.eq_ignore_ascii_case(name)
    }
}

/// A name without its namespace.
fn last(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(_, last)| last)
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

/// The most names that are suggested.
const NEAR: usize = 5;

/// Names that differ in letter case, then longer names, else the nearest name.
fn near(reference: &Reference, name: &str) -> Vec<String> {
    let names: BTreeSet<&str> = all(reference).map(|it| it.name()).collect();
    let asked = name.to_lowercase();
    let lower = |known: &str| (known.to_lowercase(), last(known).to_lowercase());
    let is_same = |known: &str| {
        let (full, last) = lower(known);
        full == asked || last == asked
    };
    let is_longer = |known: &str| {
        let (full, last) = lower(known);
        !asked.is_empty() && (full.starts_with(&asked) || last.starts_with(&asked))
    };
    let same = names.iter().copied().filter(|known| is_same(known));
    let longer = names.iter().copied().filter(|known| is_longer(known) && !is_same(known));
    let mut near: Vec<&str> = same.chain(longer).take(NEAR).collect();
    if near.is_empty() {
        near.extend(nearest(name, names));
    }
    near.into_iter().map(str::to_owned).collect()
}

/// An error's name as pages have it: `FLOOD_WAIT_17` is `FLOOD_WAIT_X`, and `…_WAIT_5MIN` is `…_WAIT_XMIN`.
fn error_name(name: &str) -> String {
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|it| it.is_ascii_digit());
    let name = docs_file::error_name(name);
    let words = name.split('_').map(|word| match word.strip_suffix("MIN") {
        Some(minutes) if is_number(minutes) => "XMIN",
        _ if is_number(word) => "X",
        _ => word,
    });
    words.collect::<Vec<_>>().join("_")
}

#[cfg(test)]
mod tests {
    use super::error_name;

    #[test]
    fn numbers_in_errors_are_x() {
        for (message, name) in [
            ("FLOOD_WAIT_17", "FLOOD_WAIT_X"),
            ("FLOOD_WAIT_%d", "FLOOD_WAIT_X"),
            ("FILE_PART_0_MISSING", "FILE_PART_X_MISSING"),
            ("PREVIOUS_CHAT_IMPORT_ACTIVE_WAIT_5MIN", "PREVIOUS_CHAT_IMPORT_ACTIVE_WAIT_XMIN"),
            ("2FA_CONFIRM_WAIT_3", "2FA_CONFIRM_WAIT_X"),
            ("5MINUTES", "5MINUTES"),
            ("_MIN", "_MIN"),
        ] {
            assert_eq!(error_name(message), name);
        }
    }
}
