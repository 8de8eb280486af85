//! The traits of all items: derived, or implemented by their bytes.

use std::fmt::{Display, Write as _, from_fn};

use super::{enabled_by, generics::Generics, joined, layout::literal, optional};
use crate::plan::model::{
    memory::NeedsArena,
    rust::{Name, RustType},
    traits::{Cloning, Coding, Means, OptionalTraits, Traits},
};
use crate::print::{Layout, Printer, mark};

/// The item that the impls are for.
#[derive(Clone, Copy)]
pub(super) struct Implementor<'p> {
    pub(super) name: &'p Name,
    pub(super) generics: Generics<'p>,
    /// The feature of the crate that enables the traits that all items have, if it has one.
    pub(super) feature: Option<&'p String>,
}

/// The derives; those that the user requests come last.
pub(super) fn derives<'p>(
    cloning: &Cloning,
    traits: Traits,
    own: &'p [String],
    optional_traits: Option<&'p OptionalTraits>,
) -> impl Display {
    let ours = ours(cloning, traits);
    from_fn(move |f| match optional_traits {
        None => derive_attribute(None, ours, own).fmt(f),
        Some(OptionalTraits { feature, derives }) => {
            derive_attribute(Some(feature), ours, derives).fmt(f)?;
            derive_attribute(None, [None; 3], own).fmt(f)
        }
    })
}

/// The traits of all items that are derived.
fn ours(cloning: &Cloning, traits: Traits) -> [Option<&'static str>; 3] {
    let clone = match cloning {
        Cloning::Derived => Some("Clone"),
        Cloning::DerivedCopy => Some("Clone, Copy"),
        _ => None,
    };
    let debug = (traits.debug == Means::Derived).then_some("Debug");
    let equality = (traits.equality == Means::Derived).then_some("PartialEq");
    [clone, debug, equality]
}

/// The attribute that derives all of these, if there are any.
fn derive_attribute<'p>(
    feature: Option<&'p String>,
    ours: [Option<&'p str>; 3],
    own: &'p [String],
) -> impl Display {
    let all = ours.into_iter().flatten().chain(own.iter().map(String::as_str));
    let has_any = all.clone().next().is_some();
    let all = joined(all, ", ");
    let attribute = from_fn(move |f| match feature {
        None => write!(f, "#[derive({all})]\n"),
        Some(feature) => write!(f, "#[cfg_attr(feature = {feature:?}, derive({all}))]\n"),
    });
    optional(has_any.then_some(attribute))
}

/// The constant that says that reading needs an arena.
pub(super) fn needs_arena(needs: NeedsArena, params: &[Name]) -> impl Display {
    let of_param = |param| text!("<{param} as tl::Decode<'de>>::NEEDS_ARENA");
    let of_params = joined(params.iter().map(of_param), " || ");
    from_fn(move |f| match needs {
        NeedsArena::Never => Ok(()),
        NeedsArena::Always => f.write_str("    const NEEDS_ARENA: bool = true;\n"),
        NeedsArena::WithParams => write!(f, "    const NEEDS_ARENA: bool = {of_params};\n"),
    })
}

/// The constant that says whether parts of a value may disagree, by itself or by one of these types in it.
pub(super) fn can_disagree(
    by_itself: bool,
    types: impl Iterator<Item = impl Display> + Clone,
) -> impl Display {
    let is_said = by_itself || types.clone().next().is_some();
    let of_types = joined(types.map(|ty| text!("<{ty} as tl::Encode>::CAN_DISAGREE")), " || ");
    let value = from_fn(move |f| if by_itself { f.write_str("true") } else { of_types.fmt(f) });
    optional(is_said.then_some(text!("    const CAN_DISAGREE: bool = {value};\n")))
}

/// The type where no lifetime is in scope.
pub(super) fn lasting(ty: &RustType) -> String {
    ty.to_string().replace("'de", "'static")
}

/// A part of a cloned struct.
#[derive(Clone, Copy)]
enum Part<'p> {
    Field(&'p Name),
    /// The fields that are copied.
    Rest,
}

/// Implements `Clone` for an item if it is not derived.
pub(super) fn clone(of: Implementor<'_>, cloning: &Cloning, printer: &mut Printer) {
    let (fields, copies_rest) = match cloning {
        Cloning::Derived | Cloning::DerivedCopy => return,
        Cloning::Copied => return copied(of, printer),
        Cloning::Unit => return printer.laid_out(cloned(of, "Self")),
        Cloning::Fields(all) => (all, false),
        Cloning::FieldsAndCopy(some) => (some, true),
    };
    let parts = fields.iter().map(Part::Field).chain(copies_rest.then_some(Part::Rest));
    let parts = parts.map(|part| {
        from_fn(move |f| match part {
            Part::Field(field) => write!(f, "            {field}: self.{field}.clone(),\n"),
            Part::Rest => f.write_str("            ..*self\n"),
        })
    });
    printer.list(Layout::Template, parts, mark::VALUE, |text, parts| {
        write!(text, "{}", cloned(of, literal(2, parts)))
    });
}

/// Implements `Clone` and `Copy` for a type whose parts are all `Copy`.
fn copied(of: Implementor<'_>, printer: &mut Printer) {
    let Implementor { name, generics, feature } = of;
    let (params, enabled) = (generics.elided(), enabled_by(feature));
    printer.laid_out(format_args!("{enabled}impl tl::Copy for {name}{params} {{}}\n"));
    printer.laid_out(cloned(of, "*self"));
}

/// Implements `Clone` as this value.
fn cloned(
    Implementor { name, generics, feature }: Implementor<'_>,
    value: impl Display,
) -> impl Display {
    let (params, enabled) = (generics.elided(), enabled_by(feature));
    text!(
        "{enabled}impl tl::Clone for {name}{params} {{
    #[inline]
    fn clone(&self) -> Self {{
        {value}
    }}
}}
"
    )
}

/// Implements the traits that are not derived, for an item with these codec traits.
pub(super) fn impls(of: Implementor<'_>, traits: Traits, coding: Coding, printer: &mut Printer) {
    let Implementor { name, generics, feature } = of;
    let (params, generics) = (generics.elided(), generics.bounded("tl::Encode"));
    let (ty, generics) = (&text!("{name}{params}"), &generics);
    let enabled = &enabled_by(feature);
    if traits.debug == Means::Wire {
        printer.laid_out(format_args!("{enabled}{}", debug(ty, generics)));
    }
    if traits.equality == Means::Wire {
        // Values are equal if and only if their fields are, and so if and only if their bytes are.
        let same = by_wire("same", coding, "");
        equality(enabled, ty, generics, text!("{same}(self, other)"), printer);
    }
    if traits.hash == Some(Means::Wire) {
        let hash = by_wire("hash", coding, "H, ");
        let statement = text!("        {hash}(self, state);\n");
        printer.laid_out(self::hash(ty, generics, statement));
    }
}

/// The type through which the runtime finds the schema of a combinator.
pub(super) fn schema_type(is_known: bool) -> &'static str {
    if is_known { "Schema" } else { "()" }
}

/// The function that returns the schema.
pub(super) fn schema(value: &str) -> impl Display {
    text!(
        "    #[inline]
    fn schema() -> tl::Option<&'static tl::Embedded> {{
        {value}
    }}
"
    )
}

/// Implements `Debug` by the schema.
fn debug(ty: impl Display, generics: impl Display) -> impl Display {
    text!(
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
pub(super) fn equality(
    enabled: impl Display,
    ty: impl Display,
    generics: impl Display,
    same: impl Display,
    printer: &mut Printer,
) {
    printer.laid_out(format_args!(
        "{enabled}impl{generics} tl::PartialEq for {ty} {{
    #[inline]
    fn eq(&self, other: &Self) -> bool {{
        {same}
    }}
}}
"
    ));
    printer.laid_out(format_args!("{enabled}impl{generics} tl::Eq for {ty} {{}}\n"));
}

/// Implements `Hash` by these statements, consistent with `PartialEq`.
pub(super) fn hash(
    ty: impl Display,
    generics: impl Display,
    statements: impl Display,
) -> impl Display {
    text!(
        "impl{generics} tl::Hash for {ty} {{
    #[inline]
    fn hash<H: tl::Hasher>(&self, state: &mut H) {{
{statements}    }}
}}
"
    )
}

/// A function of the runtime that uses the bytes of the fields.
fn by_wire(function: &str, coding: Coding, param: &str) -> impl Display {
    let with = coding.arity().map(|arity| text!("_with::<Self, {param}{arity}>"));
    let with = optional(with);
    text!("tl::{function}{with}")
}
