//! The traits of all items: derived, or implemented by their bytes.

use super::{generics::Generics, joined, layout::literal};
use crate::plan::model::{
    memory::NeedsArena,
    rust::Name,
    traits::{Cloning, Coding, Means, Traits},
};
use crate::print::{Layout, Printer, WIDE_MARK};

/// The derives; those that the user requests come last.
pub(super) fn derives(cloning: &Cloning, traits: Traits, own: &[String]) -> String {
    let clone = match cloning {
        Cloning::Derived => Some("Clone"),
        Cloning::DerivedCopy => Some("Clone, Copy"),
        _ => None,
    };
    let debug = (traits.debug == Means::Derived).then_some("Debug");
    let equality = (traits.equality == Means::Derived).then_some("PartialEq");
    let ours = [clone, debug, equality].into_iter().flatten().map(str::to_owned);
    let all = joined(ours.chain(own.iter().cloned()), ", ");
    if all.is_empty() { all } else { format!("#[derive({all})]\n") }
}

/// The constant that says that reading needs an arena.
pub(super) fn needs_arena(needs: NeedsArena, params: &[Name]) -> String {
    let value = match needs {
        NeedsArena::Never => return String::new(),
        NeedsArena::Always => "true".to_owned(),
        NeedsArena::WithParams => {
            let needs = |param| format!("<{param} as tl::Decode<'de>>::NEEDS_ARENA");
            joined(params.iter().map(needs), " || ")
        }
    };
    format!("    const NEEDS_ARENA: bool = {value};\n")
}

/// Implements `Clone` for an item if it is not derived.
pub(super) fn clone(name: &Name, generics: Generics<'_>, cloning: &Cloning, printer: &mut Printer) {
    let params = generics.elided();
    let (fields, rest) = match cloning {
        Cloning::Derived | Cloning::DerivedCopy => return,
        Cloning::Copied => return copied(name, &params, printer),
        Cloning::Unit => return printer.laid_out(&cloned(name, &params, "        Self\n")),
        Cloning::Fields(all) => (all.as_slice(), ""),
        Cloning::FieldsAndCopy(some) => (some.as_slice(), "            ..*self\n"),
    };
    let fields = fields.iter().map(|field| format!("            {field}: self.{field}.clone(),\n"));
    let mark = format!("            {WIDE_MARK}: (),\n");
    printer.list(Layout::Template, fields, &mark, |fields| {
        cloned(name, &params, &literal(2, &format!("{fields}{rest}")))
    });
}

/// Implements `Clone` and `Copy` for a type whose parts are all `Copy`.
fn copied(name: &Name, params: &str, printer: &mut Printer) {
    printer.laid_out(&format!("impl tl::Copy for {name}{params} {{}}\n"));
    printer.laid_out(&cloned(name, params, "        *self\n"));
}

/// Implements `Clone` as this value, a line or several.
fn cloned(name: &Name, params: &str, value: &str) -> String {
    format!(
        "impl tl::Clone for {name}{params} {{
    #[inline]
    fn clone(&self) -> Self {{
{value}    }}
}}
"
    )
}

/// Implements the traits that are not derived, for an item with these codec traits.
pub(super) fn impls(
    name: &Name,
    generics: Generics<'_>,
    traits: Traits,
    coding: Coding,
    printer: &mut Printer,
) {
    let (params, generics) = (generics.elided(), generics.bounded("tl::Encode"));
    if traits.debug == Means::Wire {
        printer.laid_out(&debug(name, &params, &generics));
    }
    if traits.equality == Means::Wire {
        printer.laid_out(&equality(name, &params, &generics, coding));
        printer.laid_out(&format!("impl{generics} tl::Eq for {name}{params} {{}}\n"));
    }
    if traits.hash == Some(Means::Wire) {
        printer.laid_out(&hash(name, &params, &generics, coding));
    }
}

/// The type through which the runtime finds the schema of a combinator.
pub(super) fn schema(is_known: bool) -> &'static str {
    if is_known { "Schema" } else { "()" }
}

/// Implements `Debug` by the schema.
fn debug(name: &Name, params: &str, generics: &str) -> String {
    format!(
        "impl{generics} tl::fmt::Debug for {name}{params} {{
    #[inline]
    fn fmt(&self, f: &mut tl::fmt::Formatter<'_>) -> tl::fmt::Result {{
        tl::debug::<_, Schema>(self, f)
    }}
}}
"
    )
}

/// Implements `Hash` by the bytes, consistent with `PartialEq`.
fn hash(name: &Name, params: &str, generics: &str, coding: Coding) -> String {
    let hash = by_fields("hash", coding, "H, ");
    format!(
        "impl{generics} tl::Hash for {name}{params} {{
    #[inline]
    fn hash<H: tl::Hasher>(&self, state: &mut H) {{
        {hash}(self, state);
    }}
}}
"
    )
}

/// Implements `PartialEq`: values are equal if and only if their fields are, and so if and only if their bytes are.
fn equality(name: &Name, params: &str, generics: &str, coding: Coding) -> String {
    let same = by_fields("same", coding, "");
    format!(
        "impl{generics} tl::PartialEq for {name}{params} {{
    #[inline]
    fn eq(&self, other: &Self) -> bool {{
        {same}(self, other)
    }}
}}
"
    )
}

/// A function of the runtime that uses the bytes of the fields.
fn by_fields(function: &str, coding: Coding, param: &str) -> String {
    match coding.arity() {
        None => format!("tl::{function}"),
        Some(arity) => format!("tl::{function}_with::<Self, {param}{arity}>"),
    }
}
