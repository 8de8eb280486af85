//! The traits of all items: derived, or implemented by their bytes.

use super::{generics::Generics, joined, layout::literal};
use crate::plan::model::{
    memory::NeedsArena,
    rust::{Name, RustType},
    traits::{Cloning, Coding, Means, Traits},
};
use crate::print::{Layout, Printer, mark};

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

/// The constant that says whether parts of a value may disagree, by itself or by one of these types in it.
pub(super) fn can_disagree(by_itself: bool, types: impl Iterator<Item = String>) -> String {
    let by_type = |ty| format!("<{ty} as tl::Encode>::CAN_DISAGREE");
    let value = if by_itself { "true".to_owned() } else { joined(types.map(by_type), " || ") };
    if value.is_empty() { value } else { format!("    const CAN_DISAGREE: bool = {value};\n") }
}

/// The type where no lifetime is in scope.
pub(super) fn lasting(ty: &RustType) -> String {
    ty.to_string().replace("'de", "'static")
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
    printer.list(Layout::Template, fields, mark::VALUE, |fields| {
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
    let (ty, generics) = (format!("{name}{}", generics.elided()), generics.bounded("tl::Encode"));
    if traits.debug == Means::Wire {
        printer.laid_out(&debug(&ty, &generics));
    }
    if traits.equality == Means::Wire {
        // Values are equal if and only if their fields are, and so if and only if their bytes are.
        let same = by_wire("same", coding, "");
        equality(&ty, &generics, &format!("{same}(self, other)"), printer);
    }
    if traits.hash == Some(Means::Wire) {
        let hash = by_wire("hash", coding, "H, ");
        let statement = format!("        {hash}(self, state);\n");
        printer.laid_out(&self::hash(&ty, &generics, &statement));
    }
}

/// The type through which the runtime finds the schema of a combinator.
pub(super) fn schema_type(is_known: bool) -> &'static str {
    if is_known { "Schema" } else { "()" }
}

/// The function that returns the schema.
pub(super) fn schema(value: &str) -> String {
    format!(
        "    #[inline]
    fn schema() -> tl::Option<&'static tl::Embedded> {{
        {value}
    }}
"
    )
}

/// Implements `Debug` by the schema.
fn debug(ty: &str, generics: &str) -> String {
    format!(
        "impl{generics} tl::fmt::Debug for {ty} {{
    #[inline]
    fn fmt(&self, f: &mut tl::fmt::Formatter<'_>) -> tl::fmt::Result {{
        tl::debug::<_, Schema>(self, f)
    }}
}}
"
    )
}

/// Implements `PartialEq` by this expression, and `Eq`.
pub(super) fn equality(ty: &str, generics: &str, same: &str, printer: &mut Printer) {
    printer.laid_out(&format!(
        "impl{generics} tl::PartialEq for {ty} {{
    #[inline]
    fn eq(&self, other: &Self) -> bool {{
        {same}
    }}
}}
"
    ));
    printer.laid_out(&format!("impl{generics} tl::Eq for {ty} {{}}\n"));
}

/// Implements `Hash` by these statements, consistent with `PartialEq`.
pub(super) fn hash(ty: &str, generics: &str, statements: &str) -> String {
    format!(
        "impl{generics} tl::Hash for {ty} {{
    #[inline]
    fn hash<H: tl::Hasher>(&self, state: &mut H) {{
{statements}    }}
}}
"
    )
}

/// A function of the runtime that uses the bytes of the fields.
fn by_wire(function: &str, coding: Coding, param: &str) -> String {
    match coding.arity() {
        None => format!("tl::{function}"),
        Some(arity) => format!("tl::{function}_with::<Self, {param}{arity}>"),
    }
}
