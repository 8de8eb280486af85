//! Which types of fields convert into which.

use typelang_runtime::reflect::{Role, Schema};

use crate::compare::verdict::Verdict;

/// Types whose values convert, from narrow to wide.
const WIDER: &[&[&str]] = &[
    &["int", "int53", "long"],
    &["int32", "int53", "int64"],
    &["int", "int64"],
    &["int32", "long"],
    &["float", "double"],
    &["string", "bytes"],
    &["secureString", "secureBytes"],
];

/// Types with the same values.
const EQUAL: &[&[&str]] = &[
    &["int", "int32"],
    &["long", "int64"],
    &["string", "secureString"],
    &["bytes", "secureBytes"],
];

/// Types with an empty value, which is the default.
const EMPTY: &[&str] = &[
    "#",
    "int",
    "int32",
    "long",
    "int53",
    "int64",
    "int128",
    "int256",
    "int512",
    "double",
    "float",
    "string",
    "bytes",
    "secureString",
    "secureBytes",
    "Bool",
    "true",
];

/// A field's type in TL, and whether it is optional.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kind<'a> {
    schema: &'a Schema,
    pub(super) ty: &'a str,
    pub(super) is_optional: bool,
}

impl<'a> Kind<'a> {
    pub(super) fn new(schema: &'a Schema, spelled: &'a str, is_optional: bool) -> Self {
        let ty = if is_optional { spelled.split_once('?').map(|(_, ty)| ty) } else { None };
        Self { schema, ty: ty.unwrap_or(spelled), is_optional }
    }

    fn is_flag(self) -> bool {
        self.is_optional && self.ty == "true"
    }

    /// Whether a new required field of this type can be filled.
    pub(super) fn has_default(self) -> bool {
        EMPTY.contains(&self.ty) || self.ty.to_ascii_lowercase().starts_with("vector<")
    }

    /// The field's type in Rust, in a spelling of its own: equal texts are equal types.
    pub(super) fn rust(self) -> String {
        match (self.ty, self.is_optional) {
            ("true", true) | ("Bool", false) => "bool".to_owned(),
            (_, true) => format!("Option<{}>", self.value()),
            (_, false) => self.value(),
        }
    }

    /// The type of the values in Rust: bare and boxed ones are alike, and so are integers of one width.
    fn value(self) -> String {
        if let Some(item) = self.item() {
            return format!("Vec<{}>", item.value());
        }
        let equal = EQUAL.iter().find(|all| all.contains(&self.ty)).and_then(|all| all.first());
        equal.map_or_else(|| self.bare().to_owned(), |name| (*name).to_owned())
    }

    /// What becomes of the values of an old field in a new one of the same name.
    pub(super) fn becomes(self, new: Self) -> Verdict {
        if self.is_flag() && new.ty == "Bool" {
            return Verdict::Lossless;
        }
        if self.ty == "Bool" && new.is_flag() {
            // A flag cannot tell `false` from unset.
            return if self.is_optional { Verdict::Lossy } else { Verdict::Lossless };
        }
        let held = self.is_held(new);
        let held = if held == Verdict::Breaks && new.is_optional { Verdict::Lossy } else { held };
        match (self.is_optional, new.is_optional) {
            (true, false) if new.has_default() => held.max(Verdict::Lossy),
            (true, false) => Verdict::Breaks,
            _ => held,
        }
    }

    /// Whether the new type holds all values of the old one.
    fn is_held(self, new: Self) -> Verdict {
        let place = |all: &[&str], ty: &str| all.iter().position(|it| *it == ty);
        let is_wider = |all: &&[&str]| place(all, self.ty) < place(all, new.ty);
        let has_both = |all: &&&[&str]| all.contains(&self.ty) && all.contains(&new.ty);
        if self.ty == new.ty || EQUAL.iter().any(|all| has_both(&all)) {
            return Verdict::Same;
        }
        if let (Some(item), Some(new)) = (self.item(), new.item()) {
            return item.is_held(new).max(Verdict::Lossless);
        }
        if WIDER.iter().filter(has_both).any(is_wider) || self.bare() == new.bare() {
            return Verdict::Lossless;
        }
        Verdict::Breaks
    }

    /// The type without its form: `%Message`, `message` and `Message` have the same values.
    fn bare(self) -> &'a str {
        let name = self.ty.trim_start_matches('%');
        let made = self.schema.named(name).filter(|it| it.role() == Role::Constructor);
        made.and_then(|it| self.schema.result_of(it)).map_or(name, |ty| ty.name())
    }

    /// The type of the items of a vector.
    fn item(self) -> Option<Self> {
        let rest = self.ty.strip_prefix("Vector<").or_else(|| self.ty.strip_prefix("vector<"))?;
        rest.strip_suffix('>').map(|ty| Kind { ty, is_optional: false, ..self })
    }
}
