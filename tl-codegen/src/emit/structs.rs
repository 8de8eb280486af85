//! Structs: constructors and functions.

use super::{
    aliases, attributes, by_fields, decode, docs, enabled_by, encode, generics::Generics, hex,
    joined, known, new, traits,
};
use crate::plan::model::{
    codec::Amount,
    item::{Field, Given, Response, Struct},
    rust::{Name, RustType},
    traits::Coding,
};
use crate::print::Printer;

/// A struct and its impls.
pub(super) fn emit(item: &Struct, printer: &mut Printer) {
    declaration(item, printer);
    new::emit(item, printer);
    printer.items(&accessors(item));
    traits::clone(&item.name, generics(item), &item.cloning, printer);
    traits::impls(&item.name, generics(item), item.traits, item.coding, printer);
    printer.items(&by_fields::impls(item));
    if item.coding == Coding::Around {
        return;
    }
    if item.coding.has_id() {
        printer.laid_out(&combinator(item));
    }
    write(item, printer);
    read(item, printer);
    printer.items(&function(item));
}

pub(super) fn generics(item: &Struct) -> Generics<'_> {
    Generics { borrows: item.borrows, params: &item.params }
}

fn declaration(item: &Struct, printer: &mut Printer) {
    let (docs, attributes) = (docs(&item.docs), attributes(&item.attributes));
    let (name, params) = (&item.name, generics(item).named());
    let derives = traits::derives(&item.cloning, item.traits, &item.derives);
    printer.list(item.fields.iter().map(field), "__cut: (),", |fields| {
        let body = if fields.is_empty() { ";".to_owned() } else { format!(" {{\n{fields}}}") };
        format!("{docs}{attributes}{derives}pub struct {name}{params}{body}\n")
    });
}

fn field(field: &Field) -> String {
    let (docs, aliases, name, ty) =
        (docs(&field.docs), aliases(&field.aliases), &field.name, &field.ty);
    let attributes = attributes(&field.attributes);
    format!("{docs}{aliases}{attributes}pub {name}: {ty},\n")
}

fn accessors(item: &Struct) -> String {
    if item.accessors.is_empty() {
        return String::new();
    }
    let (name, generics) = (&item.name, generics(item));
    let (declared, params) = (generics.types(), generics.elided());
    let methods = item.accessors.iter().map(|accessor| {
        let (docs, aliases) = (docs(&accessor.docs), aliases(&accessor.aliases));
        let (name, is_there) = (&accessor.name, known::is_there(&accessor.presence, "self"));
        format!(
            "{docs}{aliases}#[inline]\n\
             #[must_use]\n\
             pub fn {name}(&self) -> bool {{ {is_there} }}\n"
        )
    });
    let methods: String = methods.collect();
    format!("impl{declared} {name}{params} {{\n{methods}}}\n")
}

fn combinator(item: &Struct) -> String {
    let (name, generics) = (&item.name, generics(item));
    let (declared, params) = (generics.types(), generics.elided());
    let (id, tl_name, min_len) = (hex(item.id), &item.tl_name, item.min_len);
    let schema = traits::schema(item.traits.reflects || item.has_facts);
    format!(
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
    let (arity, numbers) = numbers(item.coding, &item.written_by);
    let (traits, function) = match item.coding {
        Coding::Bare => ("EncodeBare".to_owned(), "encode_bare"),
        Coding::BareWith(_) => (format!("EncodeBareWith<{arity}>"), "encode_bare_with"),
        Coding::Whole => ("Encode".to_owned(), "encode"),
        Coding::WholeWith(_) => (format!("EncodeWith<{arity}>"), "encode_with"),
        Coding::Around => return,
    };
    let is_empty = encode::statements(item).all(|statement| statement.is_empty());
    let out = if is_empty { "_" } else { "out" };
    let (can_disagree, known) = (can_disagree(item), known(item));
    printer.list(encode::statements(item), "__cut! {}", |body| {
        format!(
            "impl{generics} tl::{traits} for {name}{params} {{\n\
             {can_disagree}{known}#[inline]\n\
             fn {function}(&self, {out}: &mut tl::Writer<'_>{numbers}) {{\n\
             {body}}}\n\
             }}\n"
        )
    });
}

/// The function that says what a value determines of the numbers from outside, if there are any.
fn known(item: &Struct) -> String {
    let number = match item.numbers.len() {
        0 => return String::new(),
        1 => "_",
        _ => "number",
    };
    let known = known::of_params(item);
    format!("#[inline]\nfn known(&self, {number}: usize) -> tl::Known {{\n{known}\n}}\n")
}

/// The constant that says whether parts may disagree. A struct with number parameters has none; the enclosing
/// value decides.
fn can_disagree(item: &Struct) -> String {
    let value = match (item.can_disagree, item.params.as_slice()) {
        _ if !item.numbers.is_empty() => return String::new(),
        (true, _) => "true".to_owned(),
        (false, []) => return String::new(),
        (false, params) => {
            let of_param = |param| format!("<{param} as tl::Encode>::CAN_DISAGREE");
            joined(params.iter().map(of_param), " || ")
        }
    };
    format!("const CAN_DISAGREE: bool = {value};\n")
}

fn read(item: &Struct, printer: &mut Printer) {
    let (name, generics) = (&item.name, generics(item));
    let (params, generics) = (generics.named(), generics.reading("tl::Decode<'de>"));
    let reader = if item.reads_input { "reader" } else { "_" };
    let (arity, numbers) = numbers(item.coding, &item.read_by);
    let (traits, function) = match item.coding {
        Coding::Bare => ("DecodeBare<'de>".to_owned(), "decode_bare"),
        Coding::BareWith(_) => (format!("DecodeBareWith<'de, {arity}>"), "decode_bare_with"),
        Coding::Whole => ("Decode<'de>".to_owned(), "decode"),
        Coding::WholeWith(_) => (format!("DecodeWith<'de, {arity}>"), "decode_with"),
        Coding::Around => return,
    };
    let min_len = match item.coding {
        Coding::Whole => format!("const MIN_LEN: usize = {};\n", item.min_len),
        _ => String::new(),
    };
    let needs_arena = match item.coding {
        Coding::Bare | Coding::Whole => traits::needs_arena(item.needs_arena, &item.params),
        _ => String::new(),
    };
    let feature = enabled_by(item.decode_feature.as_ref());
    let [reads, fields, checks] = &decode::marks();
    printer.lists(decode::parts(item), [reads, fields, checks], |parts| {
        let body = decode::body(item, parts);
        format!(
            "{feature}impl{generics} tl::{traits} for {name}{params} {{\n\
             {min_len}{needs_arena}#[inline]\n\
             fn {function}({reader}: &mut tl::Reader<'de>{numbers}) -> Self {{\n\
             {body}}}\n\
             }}\n"
        )
    });
}

/// The number of number parameters, if there are any, and the parameter that names the used ones.
fn numbers(coding: Coding, given: &Given) -> (usize, String) {
    let Some(arity) = coding.arity() else { return (0, String::new()) };
    let pattern = match given {
        Given::Unused => "_".to_owned(),
        Given::Named(names) => {
            let names = names.iter().map(|name| name.as_ref().map_or("_", Name::as_str));
            format!("[{}]", joined(names, ", "))
        }
    };
    (arity, format!(", {pattern}: [u32; {arity}]"))
}

fn function(item: &Struct) -> String {
    match &item.response {
        None => String::new(),
        Some(Response::Owned(response)) => owned(item, &response.to_string()),
        Some(Response::Dependent { value, borrows, numbers }) => {
            dependent(item, *borrows, value, numbers)
        }
        Some(Response::Borrowing(response)) => borrowing(item, &response.to_string()),
    }
}

/// A function whose response owns its memory.
fn owned(item: &Struct, response: &str) -> String {
    let (name, generics, expects) = (&item.name, generics(item), expects(item));
    let (params, generics) = (generics.elided(), generics.bounded_by(|name| call(item, name)));
    format!(
        "impl{generics} tl::Function for {name}{params} {{\n\
         type Response = {response};\n\
         {expects}}}\n"
    )
}

/// A function whose response may borrow from the reply.
fn borrowing(item: &Struct, response: &str) -> String {
    let (name, generics) = (&item.name, generics(item));
    let (params, calls) = (generics.elided(), generics.of_calls());
    let generics = generics.bounded_by(|name| borrowing_call(item, name));
    format!(
        "impl{generics} tl::BorrowingFunction for {name}{params} {{\n\
         type Response<'de> = {response};\n\
         type Call<'de> = {name}{calls};\n\
         }}\n"
    )
}

/// `expects` of a wrapper, which also expects the errors of the calls in it.
fn expects(item: &Struct) -> String {
    if item.params.is_empty() {
        return String::new();
    }
    let calls = joined(item.params.iter().map(|param| format!(" || {param}::expects(kind)")), "");
    format!(
        "fn expects(kind: tl::RpcErrorKind<'_>) -> bool {{\n\
         Self::facts().has_error(kind){calls}\n\
         }}\n"
    )
}

/// The bound of a parameter that is a call.
fn call(item: &Struct, param: &Name) -> String {
    let returned = returned(item, param).map(|returned| format!("<Response = {returned}>"));
    format!("tl::Function{}", returned.unwrap_or_default())
}

/// The bound of a parameter that is a call, for responses that may borrow.
fn borrowing_call(item: &Struct, param: &Name) -> String {
    match returned(item, param) {
        None => "tl::BorrowingFunction".to_owned(),
        Some(returned) => format!("for<'de> tl::BorrowingFunction<Response<'de> = {returned}>"),
    }
}

/// The type that a call must return, if the schema determines it.
fn returned<'p>(item: &'p Struct, param: &Name) -> Option<&'p RustType> {
    item.calls.iter().find(|(name, _)| name == param).map(|(_, returned)| returned)
}

/// A function whose response is decoded with numbers of the call.
fn dependent(item: &Struct, borrows: bool, value: &RustType, numbers: &[Amount]) -> String {
    let (name, generics, arity) = (&item.name, generics(item), numbers.len());
    let (declared, params) = (generics.types(), generics.elided());
    let response = format!("tl::Deferred<{value}, {arity}>");
    let response = if borrows { borrowing(item, &response) } else { owned(item, &response) };
    let body = known::wanted(item, numbers);
    format!(
        "{response}impl{declared} tl::Numbers<{arity}> for {name}{params} {{\n\
         fn numbers(&self) -> [u32; {arity}] {{\n{body}\n}}\n\
         }}\n"
    )
}
