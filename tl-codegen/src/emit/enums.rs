//! Enums: types with several constructors.

use std::fmt::{Display, Write as _, from_fn};

use super::{
    attributes,
    codec::method,
    docs, enabled_by,
    generics::Generics,
    hex, joined, known,
    layout::{Brackets, Line, arm, if_else, lines},
    members, optional,
    traits::{self, Implementor},
    types::path,
};
use crate::plan::model::{
    item::{Enum, EnumDefault, Payload, Variant},
    memory::Memory,
    rust::Name,
};
use crate::print::{Layout, Printer, mark};

/// An enum and its impls.
pub(super) fn emit(item: &Enum, printer: &mut Printer) {
    declaration(item, printer);
    printer.laid_out(guard(item));
    members::emit(item, printer);
    default(item, printer);
    conversions(item, printer);
    let of = Implementor { name: &item.name, generics: generics(item), feature: None };
    traits::clone(of, &item.cloning, printer);
    traits::impls(of, item.traits, item.coding, printer);
    write(item, printer);
    read(item, printer);
}

pub(super) fn generics(item: &Enum) -> Generics<'_> {
    Generics { borrows: item.borrows, params: &[] }
}

/// A variant.
#[derive(Clone, Copy)]
enum Each<'p> {
    Known(&'p Variant),
    /// The name of the variant for values of other layers.
    Unknown(&'p Name),
}

fn all(item: &Enum) -> impl Iterator<Item = Each<'_>> {
    item.variants.iter().map(Each::Known).chain(item.unknown.iter().map(Each::Unknown))
}

fn declaration(item: &Enum, printer: &mut Printer) {
    let (docs, attributes, name) = (docs(0, &item.docs), attributes(&item.attributes), &item.name);
    let life = generics(item).named();
    let variants = all(item).map(|each| {
        from_fn(move |f| match each {
            Each::Known(known) => variant(known).fmt(f),
            Each::Unknown(name) => unknown(name, item.memory).fmt(f),
        })
    });
    let derives = traits::derives(&item.cloning, item.traits, &item.derives, None);
    let is_own = |variant: &Variant| variant.attributes.is_empty();
    let layout =
        Layout::template_if(item.attributes.is_empty() && item.variants.iter().all(is_own));
    printer.list(layout, variants, mark::VARIANT, |text, variants| {
        write!(text, "{docs}{attributes}{derives}pub enum {name}{life} {{\n{variants}}}\n")
    });
}

fn variant(variant: &Variant) -> impl Display {
    let (docs, name) = (docs(1, &variant.docs), &variant.name);
    let attributes = attributes(&variant.attributes);
    let payload = from_fn(move |f| match &variant.payload {
        Payload::Unit => Ok(()),
        Payload::Inline(item) => write!(f, "({})", path(item)),
        Payload::Boxed(item, Memory::Heap) => write!(f, "(tl::Box<{}>)", path(item)),
        Payload::Boxed(item, Memory::Arena) => write!(f, "(&'de {})", path(item)),
    });
    text!("{docs}{attributes}    {name}{payload},\n")
}

/// The variant for values of other layers.
fn unknown(name: &Name, memory: Memory) -> impl Display {
    let ty = match memory {
        Memory::Heap => "tl::Unknown",
        Memory::Arena => "tl::UnknownRef<'de>",
    };
    text!("    /// A value of another layer, kept as its bytes.\n    {name}({ty}),\n")
}

/// Asserts that the size planned for the enum holds.
fn guard(item: &Enum) -> impl Display {
    let (name, life, limit) = (&item.name, generics(item).elided(), item.size_limit);
    text!("const _: () = tl::assert_size::<{name}{life}>({limit});\n")
}

/// Implements `Default` as the variant whose name says that it is empty.
fn default(item: &Enum, printer: &mut Printer) {
    let (name, life) = (&item.name, generics(item).elided());
    let Some(default) = &item.default else { return };
    let value = from_fn(move |f| match default {
        EnumDefault::Unit(variant) => write!(f, "Self::{variant}"),
        EnumDefault::Read => f.write_str("tl::zero()"),
    });
    printer.laid_out(format_args!(
        "impl tl::Default for {name}{life} {{
    #[inline]
    fn default() -> Self {{
        {value}
    }}
}}
"
    ));
}

/// Implements `From` for all structs at once, by a trait that each implements, and `TryFrom` for each.
fn conversions(item: &Enum, printer: &mut Printer) {
    let Some(param) = &item.payload_param else { return };
    let (name, life) = (&item.name, generics(item).elided());
    printer.laid_out(format_args!(
        "impl<{param}: tl::Variant<Self>> tl::From<{param}> for {name}{life} {{
    #[inline]
    fn from(value: {param}) -> Self {{
        value.into_enum()
    }}
}}
"
    ));
    item.variants.iter().for_each(|variant| conversion(item, variant, printer));
}

fn conversion(item: &Enum, variant: &Variant, printer: &mut Printer) {
    let (name, life) = (&item.name, generics(item).named());
    let (payload, value, refers) = match &variant.payload {
        Payload::Unit => return,
        Payload::Inline(payload) => (payload, "self", ""),
        Payload::Boxed(payload, Memory::Heap) => (payload, "tl::Box::new(self)", ""),
        Payload::Boxed(payload, Memory::Arena) => (payload, "self", "&'de "),
    };
    let payload = path(payload);
    printer.laid_out(format_args!(
        "impl{life} tl::Variant<{name}{life}> for {refers}{payload} {{
    #[inline]
    fn into_enum(self) -> {name}{life} {{
        {name}::{}({value})
    }}
}}
",
        variant.name
    ));
    back(item, variant, printer);
}

/// Implements `TryFrom`, which returns the value if it fails. In an arena `as_…` serves instead, since the payload is `Copy`.
fn back(item: &Enum, variant: &Variant, printer: &mut Printer) {
    let (name, life) = (&item.name, generics(item).named());
    let (payload, value) = match (&variant.payload, item.memory) {
        (Payload::Unit, _) | (_, Memory::Arena) => return,
        (Payload::Inline(payload), Memory::Heap) => (payload, "value"),
        (Payload::Boxed(payload, _), Memory::Heap) => (payload, "*value"),
    };
    let (payload, variant) = (path(payload), &variant.name);
    let condition = text!("let {name}::{variant}(value) = value");
    let body = if_else(2, condition, text!("tl::Ok({value})"), "tl::Err(value)");
    let enabled = enabled_by(item.conversions_feature.as_ref());
    printer.laid_out(format_args!(
        "{enabled}impl{life} tl::TryFrom<{name}{life}> for {payload} {{
    type Error = {name}{life};
    #[inline]
    fn try_from(value: {name}{life}) -> tl::Result<Self, {name}{life}> {{
{body}    }}
}}
"
    ));
}

/// Who lays out its encoding: the formatter, if it is more than a `match`.
fn layout(item: &Enum) -> Layout {
    Layout::template_if(item.coding.arity().is_none() && !item.nested && item.foreign.is_empty())
}

fn write(item: &Enum, printer: &mut Printer) {
    let (name, life) = (&item.name, generics(item).elided());
    let arms = all(item).map(|each| {
        let (name, is_unit) = match each {
            Each::Known(variant) => (&variant.name, variant.payload == Payload::Unit),
            Each::Unknown(name) => (name, false),
        };
        let bound = if is_unit { "" } else { "(value)" };
        let value = from_fn(move |f| match (each, item.coding.arity()) {
            (Each::Unknown(_), _) => f.write_str("tl::Encode::encode(value, out)"),
            (Each::Known(variant), _) if is_unit => write!(f, "out.id({})", hex(variant.id)),
            (Each::Known(_), None) => f.write_str("out.value(value)"),
            (Each::Known(_), Some(_)) => {
                f.write_str("tl::EncodeWith::encode_with(value, out, numbers)")
            }
        });
        arm(3, text!("Self::{name}{bound}"), value)
    });
    let arity = item.coding.arity();
    let (traits, function) = match arity {
        None => ("Encode", "encode"),
        Some(_) => ("EncodeWith", "encode_with"),
    };
    let known = optional(arity.map(|arity| known(item, arity)));
    let arity = optional(arity.map(|arity| text!("<{arity}>")));
    let foreign = item.foreign.iter().map(traits::lasting);
    let is_whole = item.coding.arity().is_none();
    let can_disagree = is_whole.then(|| traits::can_disagree(item.can_disagree, foreign));
    let can_disagree = optional(can_disagree);
    let numbers = numbers(item);
    printer.list(layout(item), arms, mark::ARM, |text, arms| {
        write!(
            text,
            "impl tl::{traits}{arity} for {name}{life} {{
{can_disagree}{known}    #[inline]
    fn {function}(&self, out: &mut tl::Writer<'_>{numbers}) {{
        match self {{
{arms}        }}
    }}
}}
"
        )
    });
}

/// Returns what a value determines of one of the numbers from outside.
fn known(item: &Enum, arity: usize) -> impl Display {
    let arms = item.variants.iter().map(move |Variant { name, payload, .. }| {
        from_fn(move |f| {
            let known = text!("tl::EncodeWith::<{arity}>::known");
            match payload {
                Payload::Unit => write!(f, "Self::{name} => tl::Known::NOTHING"),
                Payload::Inline(_) => write!(f, "Self::{name}(value) => {known}(value, number)"),
                Payload::Boxed(..) => {
                    write!(f, "Self::{name}(value) => {known}(&**value, number)")
                }
            }
        })
    });
    let arms = joined(arms, ",\n");
    let number = if item.payload_param.is_some() { "number" } else { "_" };
    known::function(number, text!("match self {{\n{arms}\n}}"))
}

/// The parameter that holds the numbers from outside, if there are any.
fn numbers(item: &Enum) -> impl Display {
    let pattern = if item.payload_param.is_some() { "numbers" } else { "_" };
    optional(item.coding.arity().map(|arity| text!(", {pattern}: [u32; {arity}]")))
}

fn read(item: &Enum, printer: &mut Printer) {
    let (name, life) = (&item.name, generics(item).named());
    let has_arm = |at: &usize| item.unknown.is_some() || *at != item.fallback;
    let arms = (0..item.variants.len()).filter(has_arm).map(|at| &item.variants[at]);
    let arms = arms.map(|variant| arm(3, hex(variant.id), value(item, variant)));
    let schema = traits::schema("<Schema as tl::HasSchema>::schema()");
    let schema = optional(item.traits.reflects.then_some(schema));
    let arity = item.coding.arity();
    let (traits, function) = match arity {
        None => ("Decode", "decode"),
        Some(_) => ("DecodeWith", "decode_with"),
    };
    let needs_arena = traits::needs_arena(item.needs_arena, &[]);
    let min_len = text!("    const MIN_LEN: usize = 4;\n{needs_arena}");
    let min_len = optional(arity.is_none().then_some(min_len));
    let arity = optional(arity.map(|arity| text!(", {arity}")));
    let (numbers, other) = (numbers(item), other(item));
    let (start, end) = if item.nested { ("reader.nested(|reader| ", ")") } else { ("", "") };
    printer.list(layout(item), arms, mark::ARM, |text, arms| {
        write!(
            text,
            "impl<'de> tl::{traits}<'de{arity}> for {name}{life} {{
{min_len}{schema}    #[inline]
    fn {function}(reader: &mut tl::Reader<'de>{numbers}) -> Self {{
        {start}match reader.id() {{
{arms}{other}        }}{end}
    }}
}}
"
        )
    });
}

/// The arm for all other ids: those that no variant has, and that of the fallback variant, which is not spelled twice.
fn other(item: &Enum) -> impl Display {
    let variant = &item.variants[item.fallback];
    let (tl_name, id, fallback) = (&item.tl_name, variant.id, value(item, variant));
    from_fn(move |f| {
        if let Some(name) = &item.unknown {
            let method = method(item.memory, "unknown");
            let fallback = arm(5, "tl::None", &fallback);
            return write!(
                f,
                "            id => {{
                match reader.{method}(id, {tl_name:?}) {{
                    tl::Some(value) => Self::{name}(value),
{fallback}                }}
            }}
"
            );
        }
        let parts = ["id".to_owned(), hex(id).to_string(), format!("{tl_name:?}")];
        let parts = parts.into_iter().map(Line);
        let check = lines(4, Brackets { open: "reader.last_id(", parts, close: ");" });
        write!(
            f,
            "            id => {{
{check}
                {fallback}
            }}
"
        )
    })
}

/// An expression that reads a variant after its id.
fn value<'p>(item: &'p Enum, variant: &'p Variant) -> impl Display {
    let name = &variant.name;
    let bare_with = "tl::DecodeBareWith::decode_bare_with(reader, numbers)";
    from_fn(move |f| match (&variant.payload, item.coding.arity()) {
        (Payload::Unit, _) => write!(f, "Self::{name}"),
        (Payload::Inline(_), None) => {
            write!(f, "Self::{name}(tl::DecodeBare::decode_bare(reader))")
        }
        (Payload::Boxed(_, memory), None) => {
            write!(f, "Self::{name}(reader.{}())", method(*memory, "boxed"))
        }
        (Payload::Inline(_), Some(_)) => write!(f, "Self::{name}({bare_with})"),
        (Payload::Boxed(_, memory), Some(_)) => {
            let method = method(*memory, "boxed_with");
            write!(f, "Self::{name}(reader.{method}(|reader| {bare_with}))")
        }
    })
}
