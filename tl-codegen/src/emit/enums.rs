//! Enums: types with several constructors.

use super::{
    attributes,
    codec::method,
    docs,
    generics::Generics,
    hex, joined, known,
    layout::{arm, if_else},
    members, traits,
    types::path,
};
use crate::plan::model::{
    item::{Enum, EnumDefault, Payload, Variant},
    memory::Memory,
};
use crate::print::{Layout, Printer, mark};

/// An enum and its impls.
pub(super) fn emit(item: &Enum, printer: &mut Printer) {
    declaration(item, printer);
    printer.laid_out(&guard(item));
    members::emit(item, printer);
    default(item, printer);
    conversions(item, printer);
    traits::clone(&item.name, generics(item), &item.cloning, printer);
    traits::impls(&item.name, generics(item), item.traits, item.coding, printer);
    write(item, printer);
    read(item, printer);
}

pub(super) fn generics(item: &Enum) -> Generics<'_> {
    Generics { borrows: item.borrows, params: &[] }
}

fn declaration(item: &Enum, printer: &mut Printer) {
    let (docs, attributes, name) = (docs(0, &item.docs), attributes(&item.attributes), &item.name);
    let life = generics(item).named();
    let unknown = item.unknown.iter().map(|name| {
        let ty = match item.memory {
            Memory::Heap => "tl::Unknown",
            Memory::Arena => "tl::UnknownRef<'de>",
        };
        format!("    /// A value of another layer, kept as its bytes.\n    {name}({ty}),\n")
    });
    let variants = item.variants.iter().map(variant).chain(unknown);
    let derives = traits::derives(&item.cloning, item.traits, &item.derives);
    let is_own = |variant: &Variant| variant.attributes.is_empty();
    let layout =
        Layout::template_if(item.attributes.is_empty() && item.variants.iter().all(is_own));
    printer.list(layout, variants, mark::VARIANT, |variants| {
        format!("{docs}{attributes}{derives}pub enum {name}{life} {{\n{variants}}}\n")
    });
}

fn variant(variant: &Variant) -> String {
    let (docs, name) = (docs(1, &variant.docs), &variant.name);
    let attributes = attributes(&variant.attributes);
    let payload = match &variant.payload {
        Payload::Unit => String::new(),
        Payload::Inline(item) => format!("({})", path(item)),
        Payload::Boxed(item, Memory::Heap) => format!("(tl::Box<{}>)", path(item)),
        Payload::Boxed(item, Memory::Arena) => format!("(&'de {})", path(item)),
    };
    format!("{docs}{attributes}    {name}{payload},\n")
}

/// Asserts that the size planned for the enum holds.
fn guard(item: &Enum) -> String {
    let (name, life, limit) = (&item.name, generics(item).elided(), item.size_limit);
    format!("const _: () = tl::assert_size::<{name}{life}>({limit});\n")
}

/// Implements `Default` as the variant whose name says that it is empty.
fn default(item: &Enum, printer: &mut Printer) {
    let (name, life) = (&item.name, generics(item).elided());
    let value = match &item.default {
        None => return,
        Some(EnumDefault::Unit(variant)) => format!("Self::{variant}"),
        Some(EnumDefault::Read) => "tl::zero()".to_owned(),
    };
    printer.laid_out(&format!(
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
    printer.laid_out(&format!(
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
    printer.laid_out(&format!(
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
    let condition = format!("let {name}::{variant}(value) = value");
    let body = if_else(2, &condition, &format!("tl::Ok({value})"), "tl::Err(value)");
    printer.laid_out(&format!(
        "impl{life} tl::TryFrom<{name}{life}> for {payload} {{
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
    let arms = item.variants.iter().map(|variant| {
        let name = &variant.name;
        let value = match (&variant.payload, item.coding.arity()) {
            (Payload::Unit, _) => {
                return arm(3, &format!("Self::{name}"), &format!("out.id({})", hex(variant.id)));
            }
            (_, None) => "out.value(value)",
            (_, Some(_)) => "tl::EncodeWith::encode_with(value, out, numbers)",
        };
        arm(3, &format!("Self::{name}(value)"), value)
    });
    let unknown = item
        .unknown
        .iter()
        .map(|name| arm(3, &format!("Self::{name}(value)"), "tl::Encode::encode(value, out)"));
    let (traits, function, more) = match item.coding.arity() {
        None => {
            let foreign = item.foreign.iter().map(traits::lasting);
            ("Encode".to_owned(), "encode", traits::can_disagree(item.can_disagree, foreign))
        }
        Some(arity) => (format!("EncodeWith<{arity}>"), "encode_with", known(item, arity)),
    };
    let numbers = numbers(item);
    printer.list(layout(item), arms.chain(unknown), mark::ARM, |arms| {
        format!(
            "impl tl::{traits} for {name}{life} {{
{more}    #[inline]
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
fn known(item: &Enum, arity: usize) -> String {
    let known = format!("tl::EncodeWith::<{arity}>::known");
    let arms = item.variants.iter().map(|variant| {
        let name = &variant.name;
        match &variant.payload {
            Payload::Unit => format!("Self::{name} => tl::Known::NOTHING"),
            Payload::Inline(_) => format!("Self::{name}(value) => {known}(value, number)"),
            Payload::Boxed(..) => format!("Self::{name}(value) => {known}(&**value, number)"),
        }
    });
    let arms = joined(arms, ",\n");
    let number = if item.payload_param.is_some() { "number" } else { "_" };
    known::function(number, &format!("match self {{\n{arms}\n}}"))
}

/// The parameter that holds the numbers from outside, if there are any.
fn numbers(item: &Enum) -> String {
    let Some(arity) = item.coding.arity() else { return String::new() };
    let pattern = if item.payload_param.is_some() { "numbers" } else { "_" };
    format!(", {pattern}: [u32; {arity}]")
}

fn read(item: &Enum, printer: &mut Printer) {
    let (name, life) = (&item.name, generics(item).named());
    let arms = item.variants.iter();
    let arms = arms.map(|variant| arm(3, &hex(variant.id), &value(item, variant)));
    let schema = if item.traits.reflects {
        traits::schema("<Schema as tl::HasSchema>::schema()")
    } else {
        String::new()
    };
    let (traits, function, min_len) = match item.coding.arity() {
        None => {
            let needs_arena = traits::needs_arena(item.needs_arena, &[]);
            let min_len = format!("    const MIN_LEN: usize = 4;\n{needs_arena}");
            ("Decode<'de>".to_owned(), "decode", min_len)
        }
        Some(arity) => (format!("DecodeWith<'de, {arity}>"), "decode_with", String::new()),
    };
    let (numbers, other) = (numbers(item), other(item));
    let (start, end) = if item.nested { ("reader.nested(|reader| ", ")") } else { ("", "") };
    printer.list(layout(item), arms, mark::ARM, |arms| {
        format!(
            "impl<'de> tl::{traits} for {name}{life} {{
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

/// The arm for ids that no variant has.
fn other(item: &Enum) -> String {
    let (tl_name, fallback) = (&item.tl_name, value(item, &item.variants[item.fallback]));
    match &item.unknown {
        Some(name) => {
            let (method, fallback) =
                (method(item.memory, "unknown"), arm(5, "tl::None", &fallback));
            format!(
                "            id => {{
                match reader.{method}(id, {tl_name:?}) {{
                    tl::Some(value) => Self::{name}(value),
{fallback}                }}
            }}
"
            )
        }
        None => format!(
            "            id => {{
                reader.unknown_id(id, {tl_name:?});
                {fallback}
            }}
"
        ),
    }
}

/// An expression that reads a variant after its id.
fn value(item: &Enum, variant: &Variant) -> String {
    let name = &variant.name;
    let bare_with = "tl::DecodeBareWith::decode_bare_with(reader, numbers)";
    match (&variant.payload, item.coding.arity()) {
        (Payload::Unit, _) => format!("Self::{name}"),
        (Payload::Inline(_), None) => format!("Self::{name}(tl::DecodeBare::decode_bare(reader))"),
        (Payload::Boxed(_, memory), None) => {
            format!("Self::{name}(reader.{}())", method(*memory, "boxed"))
        }
        (Payload::Inline(_), Some(_)) => format!("Self::{name}({bare_with})"),
        (Payload::Boxed(_, memory), Some(_)) => {
            let method = method(*memory, "boxed_with");
            format!("Self::{name}(reader.{method}(|reader| {bare_with}))")
        }
    }
}
