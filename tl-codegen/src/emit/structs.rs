//! Structs: constructors and functions.

use std::fmt::{Display, Write as _, from_fn};

use super::{
    aliases, attributes, by_fields, codec, decode, docs, each, enabled_by, encode,
    generics::Generics,
    hex, joined, known,
    layout::{body, is_empty},
    new, optional,
    traits::{self, Implementor},
    types::is_plain,
};
use crate::plan::model::{
    codec::Amount,
    item::{Field, Given, Response, Struct},
    rust::{Name, RustType},
    traits::Coding,
    wire::{Assembly, Step},
};
use crate::print::{Layout, Printer, mark};

/// A struct and its impls.
pub(super) fn emit(item: &Struct, printer: &mut Printer) {
    declaration(item, printer);
    new::emit(item, printer);
    accessors(item, printer);
    let of =
        Implementor { name: &item.name, generics: generics(item), feature: traits_feature(item) };
    traits::clone(of, &item.cloning, printer);
    traits::impls(of, item.traits, item.coding, printer);
    by_fields::emit(item, printer);
    if item.coding == Coding::Around {
        return;
    }
    if item.coding.has_id() {
        printer.laid_out(combinator(item));
    }
    write(item, printer);
    read(item, printer);
    function(item, printer);
}

pub(super) fn generics(item: &Struct) -> Generics<'_> {
    Generics { borrows: item.borrows, params: &item.params }
}

/// The feature that enables the traits that all items have, if it has one.
pub(super) fn traits_feature(item: &Struct) -> Option<&String> {
    item.optional_traits.as_ref().map(|traits| &traits.feature)
}

fn declaration(item: &Struct, printer: &mut Printer) {
    let (docs, attributes) = (docs(0, &item.docs), attributes(&item.attributes));
    let (name, params) = (&item.name, generics(item).named());
    let derives =
        traits::derives(&item.cloning, item.traits, &item.derives, item.optional_traits.as_ref());
    let is_own = |field: &Field| field.attributes.is_empty() && is_plain(&field.ty);
    let layout = Layout::template_if(item.attributes.is_empty() && item.fields.iter().all(is_own));
    printer.list(layout, item.fields.iter().map(field), mark::FIELD, |text, fields| {
        write!(text, "{docs}{attributes}{derives}pub struct {name}{params}")?;
        if fields.is_empty() { text.write_str(";\n") } else { write!(text, " {{\n{fields}}}\n") }
    });
}

fn field(field: &Field) -> impl Display {
    let (docs, aliases, name, ty) =
        (docs(1, &field.docs), aliases(1, &field.aliases), &field.name, &field.ty);
    let attributes = attributes(&field.attributes);
    text!("{docs}{aliases}{attributes}    pub {name}: {ty},\n")
}

fn accessors(item: &Struct, printer: &mut Printer) {
    if item.accessors.is_empty() {
        return;
    }
    let (name, generics) = (&item.name, generics(item));
    let (declared, params) = (generics.types(), generics.elided());
    let methods = item.accessors.iter().map(|accessor| {
        let (docs, aliases) = (docs(1, &accessor.docs), aliases(1, &accessor.aliases));
        let (name, is_there) = (&accessor.name, known::is_there(&accessor.presence, "self"));
        text!(
            "{docs}{aliases}    #[inline]
    #[must_use]
    pub fn {name}(&self) -> bool {{
        {is_there}
    }}
"
        )
    });
    let methods = each(methods);
    printer.laid_out(format_args!("impl{declared} {name}{params} {{\n{methods}}}\n"));
}

/// Who lays out its encoding: the formatter, if it is more than a field at a time.
fn layout(item: &Struct) -> Layout {
    let is_alone = |step: &Step| match step {
        Step::Number(number) => number.tells.is_empty() && number.unsure == 0 && !number.is_shared,
        Step::Required { codec, .. } | Step::Optional { codec, is_ruled: false, .. } => {
            codec::is_plain(codec)
        }
        Step::Flag { is_ruled, .. } => !is_ruled,
        _ => false,
    };
    let is_read_at_once = item.assembly == Assembly::Literal && !item.nested && !item.is_sizeless;
    let is_written_at_once = item.numbers.is_empty() && !item.checks_parts() && !item.numbers_first;
    let is_plain = is_read_at_once && is_written_at_once && item.wire.iter().all(is_alone);
    Layout::template_if(is_plain)
}

fn combinator(item: &Struct) -> impl Display {
    let (name, generics) = (&item.name, generics(item));
    let (declared, params) = (generics.types(), generics.elided());
    let (id, tl_name, min_len) = (hex(item.id), &item.tl_name, item.min_len);
    let schema = traits::schema_type(item.traits.reflects || item.has_facts);
    text!(
        "impl{declared} tl::Combinator for {name}{params} {{
    type Schema = {schema};
    const DECLARED: tl::Declared = tl::Declared {{
        id: {id},
        name: {tl_name:?},
        min_len: {min_len},
    }};
}}
"
    )
}

fn write(item: &Struct, printer: &mut Printer) {
    let (name, generics) = (&item.name, generics(item));
    let (params, generics) = (generics.elided(), generics.bounded("tl::Encode"));
    let numbers = numbers(item.coding, &item.written_by);
    let (traits, function) = match item.coding {
        Coding::Bare => ("EncodeBare", "encode_bare"),
        Coding::BareWith(_) => ("EncodeBareWith", "encode_bare_with"),
        Coding::Whole => ("Encode", "encode"),
        Coding::WholeWith(_) => ("EncodeWith", "encode_with"),
        Coding::Around => return,
    };
    let arity = optional(item.coding.arity().map(|arity| text!("<{arity}>")));
    let is_empty = encode::statements(item).all(|statement| is_empty(&statement));
    let out = if is_empty { "_" } else { "out" };
    let (can_disagree, known) = (can_disagree(item), known(item));
    printer.list(layout(item), encode::statements(item), mark::STATEMENT, |text, statements| {
        let body = body(1, statements);
        write!(
            text,
            "impl{generics} tl::{traits}{arity} for {name}{params} {{
{can_disagree}{known}    #[inline]
    fn {function}(&self, {out}: &mut tl::Writer<'_>{numbers}) {body}}}
"
        )
    });
}

/// The function that says what a value determines of the numbers from outside, if there are any.
fn known(item: &Struct) -> impl Display {
    let number = if item.numbers.len() == 1 { "_" } else { "number" };
    let function = || known::function(number, known::of_params(item));
    optional((!item.numbers.is_empty()).then(function))
}

/// The constant that says whether parts may disagree. A struct with number parameters has none; the enclosing
/// value decides.
fn can_disagree(item: &Struct) -> impl Display {
    let params = item.params.iter().map(|param| param.as_str().to_owned());
    let types = params.chain(item.foreign.iter().map(traits::lasting));
    optional(item.numbers.is_empty().then(|| traits::can_disagree(item.can_disagree, types)))
}

fn read(item: &Struct, printer: &mut Printer) {
    let (name, generics) = (&item.name, generics(item));
    let (params, generics) = (generics.named(), generics.reading("tl::Decode<'de>"));
    let reader = if item.reads_input { "reader" } else { "_" };
    let numbers = numbers(item.coding, &item.read_by);
    let (traits, function) = match item.coding {
        Coding::Bare => ("DecodeBare", "decode_bare"),
        Coding::BareWith(_) => ("DecodeBareWith", "decode_bare_with"),
        Coding::Whole => ("Decode", "decode"),
        Coding::WholeWith(_) => ("DecodeWith", "decode_with"),
        Coding::Around => return,
    };
    let arity = optional(item.coding.arity().map(|arity| text!(", {arity}")));
    let min_len = text!("    const MIN_LEN: usize = {};\n", item.min_len);
    let min_len = optional((item.coding == Coding::Whole).then_some(min_len));
    let needs_arena = item.coding.arity().is_none();
    let needs_arena = needs_arena.then(|| traits::needs_arena(item.needs_arena, &item.params));
    let needs_arena = optional(needs_arena);
    let feature = enabled_by(item.decode_feature.as_ref());
    printer.lists(layout(item), decode::parts(item), decode::MARKS, |text, parts| {
        let body = decode::body(item, parts);
        write!(
            text,
            "{feature}impl{generics} tl::{traits}<'de{arity}> for {name}{params} {{
{min_len}{needs_arena}    #[inline]
    fn {function}({reader}: &mut tl::Reader<'de>{numbers}) -> Self {{
{body}    }}
}}
"
        )
    });
}

/// The parameter that names the used numbers from outside, if there are any.
fn numbers(coding: Coding, given: &Given) -> impl Display {
    let pattern = from_fn(move |f| match given {
        Given::Unused => f.write_str("_"),
        Given::Named(names) => {
            let names = names.iter().map(|name| name.as_ref().map_or("_", Name::as_str));
            write!(f, "[{}]", joined(names, ", "))
        }
    });
    optional(coding.arity().map(|arity| text!(", {pattern}: [u32; {arity}]")))
}

fn function(item: &Struct, printer: &mut Printer) {
    let Some(response) = &item.response else { return };
    let calls = item.calls.iter().map(|(_, returned)| returned);
    let layout = Layout::template_if([response.ty()].into_iter().chain(calls).all(is_plain));
    match response {
        Response::Owned(response) => printer.item(layout, owned(item, response)),
        Response::Borrowing(response) => printer.item(layout, borrowing(item, response)),
        Response::Dependent { value, borrows, numbers } => {
            printer.items(dependent(item, *borrows, value, numbers));
        }
    }
}

/// A function whose response owns its memory.
fn owned(item: &Struct, response: impl Display) -> impl Display {
    let (name, generics, expects) = (&item.name, generics(item), expects(item));
    let (params, generics) = (generics.elided(), generics.bounded_by(|name| call(item, name)));
    text!(
        "impl{generics} tl::Function for {name}{params} {{
    type Response = {response};
{expects}}}
"
    )
}

/// A function whose response may borrow from the reply.
fn borrowing(item: &Struct, response: impl Display) -> impl Display {
    let (name, generics) = (&item.name, generics(item));
    let (params, calls) = (generics.elided(), generics.of_calls());
    let generics = generics.bounded_by(|name| borrowing_call(item, name));
    text!(
        "impl{generics} tl::BorrowingFunction for {name}{params} {{
    type Response<'de> = {response};
    type Call<'de> = {name}{calls};
}}
"
    )
}

/// `expects` of a wrapper, which also expects the errors of the calls in it.
fn expects(item: &Struct) -> impl Display {
    let calls = each(item.params.iter().map(|param| text!(" || {param}::expects(kind)")));
    let function = text!(
        "    fn expects(kind: tl::RpcErrorKind<'_>) -> bool {{
        Self::facts().has_error(kind){calls}
    }}
"
    );
    optional((!item.params.is_empty()).then_some(function))
}

/// The bound of a parameter that is a call.
fn call(item: &Struct, param: &Name) -> impl Display {
    let returned = returned(item, param).map(|returned| text!("<Response = {returned}>"));
    let returned = optional(returned);
    text!("tl::Function{returned}")
}

/// The bound of a parameter that is a call, for responses that may borrow.
fn borrowing_call(item: &Struct, param: &Name) -> impl Display {
    let returned = returned(item, param);
    from_fn(move |f| match returned {
        None => f.write_str("tl::BorrowingFunction"),
        Some(returned) => {
            write!(f, "for<'de> tl::BorrowingFunction<Response<'de> = {returned}>")
        }
    })
}

/// The type that a call must return, if the schema determines it.
fn returned<'p>(item: &'p Struct, param: &Name) -> Option<&'p RustType> {
    item.calls.iter().find(|(name, _)| name == param).map(|(_, returned)| returned)
}

/// A function whose response is decoded with numbers of the call.
fn dependent(item: &Struct, borrows: bool, value: &RustType, numbers: &[Amount]) -> impl Display {
    let (name, generics, arity) = (&item.name, generics(item), numbers.len());
    let (declared, params) = (generics.types(), generics.elided());
    let response = text!("tl::Deferred<{value}, {arity}>");
    let function = from_fn(move |f| {
        if borrows { borrowing(item, &response).fmt(f) } else { owned(item, &response).fmt(f) }
    });
    let body = known::wanted(item, numbers);
    text!(
        "{function}impl{declared} tl::Numbers<{arity}> for {name}{params} {{\n\
         fn numbers(&self) -> [u32; {arity}] {{\n{body}\n}}\n\
         }}\n"
    )
}
