//! Expressions that read and write single values.

use super::{hex, joined};
use crate::plan::model::{
    codec::{Amount, Codec, VectorForm},
    memory::Memory,
    rust::Name,
    wire::Bit,
};

/// A value to write, as an expression for the value and one for a reference to it.
pub(super) struct Operand {
    pub(super) value: String,
    pub(super) borrowed: String,
}

impl Operand {
    /// A field of the struct that the variable `of` holds or refers to.
    pub(super) fn field(of: &str, name: &Name) -> Self {
        Self { value: format!("{of}.{name}"), borrowed: format!("&{of}.{name}") }
    }

    /// Dereferences the pointer that the value is.
    pub(super) fn behind(&self) -> Self {
        let value = &self.value;
        Self { value: format!("*{value}"), borrowed: format!("&*{value}") }
    }

    /// A variable that holds a reference.
    pub(super) fn reference(name: &str) -> Self {
        Self { value: format!("*{name}"), borrowed: name.to_owned() }
    }
}

/// Whether a value is read by one call and written by another, each with plain arguments.
pub(super) fn is_plain(codec: &Codec) -> bool {
    match codec {
        Codec::Scalar(_)
        | Codec::Text(_)
        | Codec::Natural
        | Codec::Within
        | Codec::Delimited
        | Codec::Bare
        | Codec::Vector { .. } => true,
        Codec::Boxed(inner, _) => is_plain(inner),
        _ => false,
    }
}

/// An expression that reads a value from `reader`.
pub(super) fn read(codec: &Codec) -> String {
    match codec {
        Codec::Scalar(scalar) => format!("reader.{}()", scalar.method()),
        Codec::Text(text) => format!("reader.{}()", text.method()),
        Codec::Natural | Codec::Within => "reader.read()".to_owned(),
        Codec::Delimited => "reader.object_before::<Schema, _>()".to_owned(),
        Codec::Bare => "tl::DecodeBare::decode_bare(reader)".to_owned(),
        Codec::With { is_bare, numbers } => {
            let read = if *is_bare {
                "tl::DecodeBareWith::decode_bare_with"
            } else {
                "tl::DecodeWith::decode_with"
            };
            let (lets, numbers) = amounts(numbers, "reader");
            in_block(&lets, format!("{read}(reader, {numbers})"))
        }
        Codec::Nothing => "()".to_owned(),
        Codec::Predefined { id, name, inner } => {
            format!("reader.with_id({}, {name:?}, {})", hex(*id), element_reader(inner))
        }
        Codec::Boxed(inner, memory) if matches!(**inner, Codec::With { .. }) => {
            format!("reader.{}({})", method(*memory, "boxed_with"), element_reader(inner))
        }
        Codec::Boxed(inner, memory) => {
            let name = if **inner == Codec::Bare { "boxed" } else { "boxed_value" };
            format!("reader.{}()", method(*memory, name))
        }
        Codec::Array { element } => format!("reader.array_with({})", element_reader(element)),
        Codec::Repeat { times, min_len, element, memory, .. } => {
            let (lets, times) = amount(times, "reader");
            in_block(&lets, repeat(&times, *min_len, element, *memory))
        }
        Codec::Vector { form, memory } => {
            format!("reader.{}()", method(*memory, vector_method(*form)))
        }
        Codec::VectorWith { form, min_len, element, memory } => {
            let method = method(*memory, with_method(*form));
            format!("reader.{method}({min_len}, {})", element_reader(element))
        }
    }
}

/// An expression that reads `times` values.
pub(super) fn repeat(times: &str, min_len: u32, element: &Codec, memory: Memory) -> String {
    if element.is_natural() {
        return format!("reader.{}({times})", method(memory, "repeat"));
    }
    let (method, element) = (method(memory, "repeat_with"), element_reader(element));
    format!("reader.{method}({times}, {min_len}, {element})")
}

/// Returns the expression for a number, after a statement that must precede it: a sum may overflow, which `io`,
/// the reader or the writer, reports.
fn amount(amount: &Amount, io: &str) -> (String, String) {
    match (&amount.var, amount.plus) {
        (None, plus) => (String::new(), plus.to_string()),
        (Some(var), 0) => (String::new(), var.to_string()),
        (Some(var), plus) => {
            (format!("let times = {io}.sum({var}, {plus});\n"), "times".to_owned())
        }
    }
}

/// Returns numbers as an array, after a statement that must precede it.
fn amounts(amounts: &[Amount], io: &str) -> (String, String) {
    let plain = |Amount { var, plus }: &Amount| match (var, plus) {
        (None, plus) => plus.to_string(),
        (Some(var), 0) => var.to_string(),
        (Some(var), plus) => format!("{io}.sum({var}, {plus})"),
    };
    let all = format!("[{}]", joined(amounts.iter().map(plain), ", "));
    if amounts.iter().any(|amount| amount.var.is_some() && amount.plus > 0) {
        (format!("let numbers = {all};\n"), "numbers".to_owned())
    } else {
        (String::new(), all)
    }
}

/// Puts an expression into a block if a statement must precede it.
fn in_block(before: &str, value: String) -> String {
    if before.is_empty() { value } else { format!("{{ {before}{value} }}") }
}

/// An expression that reads a value behind a bit, as an `Option`.
pub(super) fn read_optional(codec: &Codec, Bit { word, bit }: &Bit) -> String {
    if codec.is_natural() {
        format!("reader.optional({word}, {bit})")
    } else {
        format!("reader.optional_with({word}, {bit}, {})", element_reader(codec))
    }
}

/// A function that reads an element; if there is a named function, its path is used, as clippy demands.
pub(super) fn element_reader(codec: &Codec) -> String {
    match codec {
        Codec::Scalar(scalar) => format!("tl::Reader::{}", scalar.method()),
        Codec::Text(text) => format!("tl::Reader::{}", text.method()),
        Codec::Natural | Codec::Within => "tl::Reader::read".to_owned(),
        Codec::Delimited => "tl::Reader::object_before::<Schema, _>".to_owned(),
        Codec::Bare => "tl::DecodeBare::decode_bare".to_owned(),
        Codec::Vector { form: VectorForm::Bare, memory } => {
            format!("tl::Reader::{}", method(*memory, "bare_vector"))
        }
        Codec::Boxed(inner, memory) if **inner == Codec::Bare => {
            format!("tl::Reader::{}", method(*memory, "boxed"))
        }
        Codec::Boxed(inner, memory) if **inner == Codec::Within => {
            format!("tl::Reader::{}", method(*memory, "boxed_value"))
        }
        Codec::Nothing => "|_| ()".to_owned(),
        _ => format!("|reader| {}", read(codec)),
    }
}

/// A statement that writes a value to `out`.
pub(super) fn write(codec: &Codec, operand: &Operand, checks: Checks) -> String {
    let Operand { value, borrowed } = operand;
    match codec {
        Codec::Scalar(scalar) => format!("out.{}({value});\n", scalar.method()),
        Codec::Text(text) => format!("out.{}({borrowed});\n", text.method()),
        Codec::Natural | Codec::Delimited => format!("out.value({borrowed});\n"),
        Codec::Within => format!("out.value(&*{value});\n"),
        Codec::Bare => format!("tl::EncodeBare::encode_bare({borrowed}, out);\n"),
        Codec::With { is_bare, numbers } => {
            let write = if *is_bare {
                "tl::EncodeBareWith::encode_bare_with"
            } else {
                "tl::EncodeWith::encode_with"
            };
            let (lets, numbers) = amounts(numbers, "out");
            format!("{lets}{write}({borrowed}, out, {numbers});\n")
        }
        Codec::Nothing => String::new(),
        Codec::Predefined { id, inner, .. } => {
            format!("out.id({});\n{}", hex(*id), write(inner, operand, checks))
        }
        Codec::Boxed(inner, _) if matches!(**inner, Codec::With { .. }) => {
            write(inner, &operand.behind(), checks)
        }
        // The runtime's traits do not see through the box, so `inner` decides.
        Codec::Boxed(inner, _) => write(inner, operand, checks),
        Codec::Repeat { times, is_ruled: true, element, .. } => {
            let (lets, times) = amount(times, "out");
            let items = items(element, operand, checks);
            format!("{lets}out.expect_count({times}, {borrowed});\n{items}")
        }
        Codec::Array { element } | Codec::Repeat { element, .. } => items(element, operand, checks),
        Codec::Vector { form, .. } => format!("out.{}({borrowed});\n", vector_method(*form)),
        Codec::VectorWith { form, element, .. } if checks == Checks::Parts => {
            let id = if *form == VectorForm::Boxed { "out.id(tl::VECTOR);\n" } else { "" };
            let items = items(element, operand, checks);
            format!("{id}out.nat(tl::count({borrowed}));\n{items}")
        }
        Codec::VectorWith { form, element, .. } => {
            let (method, element) = (with_method(*form), element_writer(element, checks));
            format!("out.{method}({borrowed}, {element});\n")
        }
    }
}

/// Whether parts of a value may disagree, so that the writer tracks which part it writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Checks {
    /// They cannot disagree.
    None,
    /// They may disagree.
    Parts,
}

impl Checks {
    /// The writer's method for items one after another.
    pub(super) fn repeat_method(self) -> &'static str {
        match self {
            Self::None => "repeat_with",
            Self::Parts => "repeat_within",
        }
    }
}

/// A statement that writes items one after another.
fn items(element: &Codec, operand: &Operand, checks: Checks) -> String {
    let borrowed = &operand.borrowed;
    if element.is_natural() {
        return format!("out.repeat({borrowed});\n");
    }
    let (method, write) = (checks.repeat_method(), element_writer(element, checks));
    format!("out.{method}({borrowed}, {write});\n")
}

/// A function that writes an element.
pub(super) fn element_writer(codec: &Codec, checks: Checks) -> String {
    let pattern = binding(codec, "value");
    let body = write(codec, &Operand::reference("value"), checks);
    let out = if body.is_empty() { "_" } else { "out" };
    format!("|{out}, {pattern}| {{ {body} }}")
}

/// The pattern that binds a value that `codec` writes; it binds nothing if the value is not used.
pub(super) fn binding<'n>(codec: &Codec, name: &'n str) -> &'n str {
    if codec.is_constant() { "()" } else { name }
}

fn vector_method(form: VectorForm) -> &'static str {
    match form {
        VectorForm::Boxed => "vector",
        VectorForm::Bare => "bare_vector",
    }
}

fn with_method(form: VectorForm) -> &'static str {
    match form {
        VectorForm::Boxed => "vector_with",
        VectorForm::Bare => "bare_vector_with",
    }
}

/// The name of a reader's method that reads into this memory.
pub(super) fn method(memory: Memory, name: &str) -> String {
    match memory {
        Memory::Heap => name.to_owned(),
        Memory::Arena => format!("arena_{name}"),
    }
}
