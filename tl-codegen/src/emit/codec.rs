//! Expressions that read and write single values.

use std::fmt::{Display, from_fn};

use super::{hex, joined, layout::is_empty, optional};
use crate::plan::model::{
    codec::{Amount, Codec, VectorForm},
    memory::Memory,
    rust::Name,
    wire::Bit,
};

/// A value to write.
#[derive(Clone, Copy)]
pub(super) enum Operand<'p> {
    /// A field of the struct that the variable holds or refers to.
    Field(&'p str, &'p Name),
    /// A variable that holds a reference.
    Reference(&'p str),
    /// What the pointer holds that is the value of another operand.
    Behind(&'p Operand<'p>),
}

impl<'p> Operand<'p> {
    /// An expression for the value.
    pub(super) fn value(self) -> impl Display + 'p {
        from_fn(move |f| match self {
            Self::Field(of, name) => write!(f, "{of}.{name}"),
            Self::Reference(name) => write!(f, "*{name}"),
            Self::Behind(pointer) => write!(f, "*{}", pointer.value()),
        })
    }

    /// An expression for a reference to it.
    pub(super) fn borrowed(self) -> impl Display + 'p {
        from_fn(move |f| match self {
            Self::Reference(name) => f.write_str(name),
            _ => write!(f, "&{}", self.value()),
        })
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
pub(super) fn read(codec: &Codec) -> impl Display {
    from_fn(move |f| match codec {
        Codec::Scalar(scalar) => write!(f, "reader.{}()", scalar.method()),
        Codec::Text(text) => write!(f, "reader.{}()", text.method()),
        Codec::Natural | Codec::Within => f.write_str("reader.read()"),
        Codec::Delimited => f.write_str("reader.object_before::<Schema, _>()"),
        Codec::Bare => f.write_str("tl::DecodeBare::decode_bare(reader)"),
        Codec::With { is_bare, numbers } => {
            let read = if *is_bare {
                "tl::DecodeBareWith::decode_bare_with"
            } else {
                "tl::DecodeWith::decode_with"
            };
            let (lets, numbers) = amounts(numbers, "reader");
            in_block(lets, text!("{read}(reader, {numbers})")).fmt(f)
        }
        Codec::Nothing => f.write_str("()"),
        Codec::Predefined { id, name, inner } => {
            write!(f, "reader.with_id({}, {name:?}, {})", hex(*id), element_reader(inner))
        }
        Codec::Boxed(inner, memory) if matches!(**inner, Codec::With { .. }) => {
            write!(f, "reader.{}({})", method(*memory, "boxed_with"), element_reader(inner))
        }
        Codec::Boxed(inner, memory) => {
            let name = if **inner == Codec::Bare { "boxed" } else { "boxed_value" };
            write!(f, "reader.{}()", method(*memory, name))
        }
        Codec::Array { element } => write!(f, "reader.array_with({})", element_reader(element)),
        Codec::Repeat { times, min_len, element, memory, .. } => {
            let (lets, times) = amount(times, "reader");
            in_block(lets, repeat(times, *min_len, element, *memory)).fmt(f)
        }
        Codec::Vector { form, memory } => {
            write!(f, "reader.{}()", method(*memory, vector_method(*form)))
        }
        Codec::VectorWith { form, min_len, element, memory } => {
            let method = method(*memory, with_method(*form));
            write!(f, "reader.{method}({min_len}, {})", element_reader(element))
        }
    })
}

/// An expression that reads `times` values.
pub(super) fn repeat(
    times: impl Display,
    min_len: u32,
    element: &Codec,
    memory: Memory,
) -> impl Display {
    from_fn(move |f| {
        if element.is_natural() {
            return write!(f, "reader.{}({times})", method(memory, "repeat"));
        }
        let (method, element) = (method(memory, "repeat_with"), element_reader(element));
        write!(f, "reader.{method}({times}, {min_len}, {element})")
    })
}

/// Returns the expression for a number, after a statement that must precede it: a sum may overflow, which `io`,
/// the reader or the writer, reports.
fn amount(Amount { var, plus }: &Amount, io: &str) -> (Option<impl Display>, impl Display) {
    let sum = var.as_ref().filter(|_| *plus > 0);
    let before = sum.map(|var| text!("let times = {io}.sum({var}, {plus});\n"));
    let value = from_fn(move |f| match var {
        None => plus.fmt(f),
        Some(_) if sum.is_some() => f.write_str("times"),
        Some(var) => var.fmt(f),
    });
    (before, value)
}

/// Returns numbers as an array, after a statement that must precede it.
fn amounts<'p>(amounts: &'p [Amount], io: &'p str) -> (Option<impl Display>, impl Display) {
    let all = move || joined(amounts.iter().map(|amount| summed(amount, io)), ", ");
    let has_sum = amounts.iter().any(|amount| amount.var.is_some() && amount.plus > 0);
    let before = has_sum.then_some(text!("let numbers = [{}];\n", all()));
    let value =
        from_fn(move |f| if has_sum { f.write_str("numbers") } else { write!(f, "[{}]", all()) });
    (before, value)
}

/// The expression for a number in which a sum is a call.
fn summed<'p>(Amount { var, plus }: &'p Amount, io: &'p str) -> impl Display {
    from_fn(move |f| match (var, plus) {
        (None, plus) => plus.fmt(f),
        (Some(var), 0) => var.fmt(f),
        (Some(var), plus) => write!(f, "{io}.sum({var}, {plus})"),
    })
}

/// Puts an expression into a block if a statement must precede it.
fn in_block(before: Option<impl Display>, value: impl Display) -> impl Display {
    from_fn(move |f| match &before {
        None => value.fmt(f),
        Some(before) => write!(f, "{{ {before}{value} }}"),
    })
}

/// An expression that reads a value behind a bit, as an `Option`.
pub(super) fn read_optional(codec: &Codec, Bit { word, bit }: &Bit) -> impl Display {
    from_fn(move |f| {
        if codec.is_natural() {
            write!(f, "reader.optional({word}, {bit})")
        } else {
            write!(f, "reader.optional_with({word}, {bit}, {})", element_reader(codec))
        }
    })
}

/// A function that reads an element; if there is a named function, its path is used, as clippy demands.
pub(super) fn element_reader(codec: &Codec) -> impl Display {
    from_fn(move |f| match codec {
        Codec::Scalar(scalar) => write!(f, "tl::Reader::{}", scalar.method()),
        Codec::Text(text) => write!(f, "tl::Reader::{}", text.method()),
        Codec::Natural | Codec::Within => f.write_str("tl::Reader::read"),
        Codec::Delimited => f.write_str("tl::Reader::object_before::<Schema, _>"),
        Codec::Bare => f.write_str("tl::DecodeBare::decode_bare"),
        Codec::Vector { form: VectorForm::Bare, memory } => {
            write!(f, "tl::Reader::{}", method(*memory, "bare_vector"))
        }
        Codec::Boxed(inner, memory) if **inner == Codec::Bare => {
            write!(f, "tl::Reader::{}", method(*memory, "boxed"))
        }
        Codec::Boxed(inner, memory) if **inner == Codec::Within => {
            write!(f, "tl::Reader::{}", method(*memory, "boxed_value"))
        }
        Codec::Nothing => f.write_str("|_| ()"),
        _ => write!(f, "|reader| {}", read(codec)),
    })
}

/// A statement that writes a value to `out`.
pub(super) fn write<'p>(
    codec: &'p Codec,
    operand: Operand<'p>,
    checks: Checks,
) -> impl Display + 'p {
    let (value, borrowed) = (operand.value(), operand.borrowed());
    from_fn(move |f| match codec {
        Codec::Scalar(scalar) => write!(f, "out.{}({value});\n", scalar.method()),
        Codec::Text(text) => write!(f, "out.{}({borrowed});\n", text.method()),
        Codec::Natural | Codec::Delimited => write!(f, "out.value({borrowed});\n"),
        Codec::Within => write!(f, "out.value(&*{value});\n"),
        Codec::Bare => write!(f, "tl::EncodeBare::encode_bare({borrowed}, out);\n"),
        Codec::With { is_bare, numbers } => {
            let write = if *is_bare {
                "tl::EncodeBareWith::encode_bare_with"
            } else {
                "tl::EncodeWith::encode_with"
            };
            let (lets, numbers) = amounts(numbers, "out");
            write!(f, "{}{write}({borrowed}, out, {numbers});\n", optional(lets))
        }
        Codec::Nothing => Ok(()),
        Codec::Predefined { id, inner, .. } => {
            write!(f, "out.id({});\n{}", hex(*id), write(inner, operand, checks))
        }
        Codec::Boxed(inner, _) if matches!(**inner, Codec::With { .. }) => {
            write(inner, Operand::Behind(&operand), checks).fmt(f)
        }
        // The runtime's traits do not see through the box, so `inner` decides.
        Codec::Boxed(inner, _) => write(inner, operand, checks).fmt(f),
        Codec::Repeat { times, is_ruled: true, element, .. } => {
            let ((lets, times), items) = (amount(times, "out"), items(element, operand, checks));
            write!(f, "{}out.expect_count({times}, {borrowed});\n{items}", optional(lets))
        }
        Codec::Array { element } | Codec::Repeat { element, .. } => {
            items(element, operand, checks).fmt(f)
        }
        Codec::Vector { form, .. } => write!(f, "out.{}({borrowed});\n", vector_method(*form)),
        Codec::VectorWith { form, element, .. } if checks == Checks::Parts => {
            let id = if *form == VectorForm::Boxed { "out.id(tl::VECTOR);\n" } else { "" };
            let items = items(element, operand, checks);
            write!(f, "{id}out.nat(tl::count({borrowed}));\n{items}")
        }
        Codec::VectorWith { form, element, .. } => {
            let (method, element) = (with_method(*form), element_writer(element, checks));
            write!(f, "out.{method}({borrowed}, {element});\n")
        }
    })
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
fn items<'p>(element: &'p Codec, operand: Operand<'p>, checks: Checks) -> impl Display + 'p {
    let borrowed = operand.borrowed();
    from_fn(move |f| {
        if element.is_natural() {
            return write!(f, "out.repeat({borrowed});\n");
        }
        let (method, write) = (checks.repeat_method(), element_writer(element, checks));
        write!(f, "out.{method}({borrowed}, {write});\n")
    })
}

/// A function that writes an element.
pub(super) fn element_writer(codec: &Codec, checks: Checks) -> impl Display {
    let pattern = binding(codec, "value");
    let body = write(codec, Operand::Reference("value"), checks);
    let out = if is_empty(&body) { "_" } else { "out" };
    text!("|{out}, {pattern}| {{ {body} }}")
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
pub(super) fn method(memory: Memory, name: &str) -> impl Display {
    let arena = match memory {
        Memory::Heap => "",
        Memory::Arena => "arena_",
    };
    text!("{arena}{name}")
}
