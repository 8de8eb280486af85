//! `new` and `Default` of structs that have optional fields, or that other crates cannot write as a literal.

use std::fmt::{Display, Formatter, Result, Write as _};

use super::{
    joined,
    layout::{Brackets, Line, fits, lines, literal},
    structs::generics,
    types::is_plain,
};
use crate::plan::model::{
    item::Struct,
    new::{Initial, New, Zero},
    rust::{Name, RustType},
};
use crate::print::{Layout, Printer, WIDTH, mark};

/// Emits both.
pub(super) fn emit(item: &Struct, printer: &mut Printer) {
    let Some(new) = &item.new else { return };
    constructor(item, new, printer);
    default(item, new, printer);
}

/// A part of `new`.
enum Part<'p> {
    /// All parameters, on the line of its name.
    Line(&'p [(Name, RustType)]),
    /// The line of a parameter.
    Param(&'p Name, &'p RustType),
    /// The line of a field.
    Field(&'p Name, Initial),
}

impl Display for Part<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Line(params) => {
                joined(params.iter().map(|(name, ty)| text!("{name}: {ty}")), ", ").fmt(f)
            }
            Self::Param(name, ty) => write!(f, "        {name}: {ty},\n"),
            Self::Field(name, initial) => match initial {
                Initial::Param => write!(f, "            {name},\n"),
                Initial::Boxed => write!(f, "            {name}: tl::Box::new({name}),\n"),
                Initial::None => write!(f, "            {name}: tl::None,\n"),
                Initial::False => write!(f, "            {name}: false,\n"),
                Initial::FreeBits => write!(f, "            {name}: tl::FreeBits::EMPTY,\n"),
            },
        }
    }
}

fn constructor(item: &Struct, new: &New, printer: &mut Printer) {
    let (name, doc) = (&item.name, new.doc);
    let layout = Layout::template_if(new.params.iter().all(|(_, ty)| is_plain(ty)));
    let (declared, named) = generics(item).around(new.has_lifetime);
    let line = Part::Line(&new.params);
    let is_line = fits(format_args!("    pub fn new({line}) -> Self {{"), WIDTH);
    let (open, close) = if is_line { ("", "") } else { ("\n", "    ") };
    let params = new.params.iter().filter(|_| !is_line).map(|(name, ty)| Part::Param(name, ty));
    let params = is_line.then_some(line).into_iter().chain(params).map(|param| (0, param));
    let fields = new.fields.iter().map(|(name, initial)| (1, Part::Field(name, *initial)));
    let parts = params.chain(fields);
    printer.lists(layout, parts, [mark::VALUE; 2], |text, [params, fields]| {
        let value = literal(2, fields);
        write!(
            text,
            "impl{declared} {name}{named} {{
    /// {doc}
    #[inline]
    #[must_use]
    pub fn new({open}{params}{close}) -> Self {{
        {value}
    }}
}}
"
        )
    });
}

fn default(item: &Struct, new: &New, printer: &mut Printer) {
    let Some(zeros) = &new.defaults else { return };
    let (name, generics) = (&item.name, generics(item));
    let (declared, named) = (generics.types(), generics.elided());
    let zeros = zeros.iter().map(|zero| match zero {
        Zero::False => "false",
        Zero::Number => "0",
        Zero::Float => "0.0",
        Zero::Str => "\"\"",
        Zero::Slice => "&[]",
        Zero::String => "tl::String::new()",
        Zero::Vec => "tl::Vec::new()",
        Zero::Read => "tl::zero()",
    });
    let value = Brackets { open: "Self::new(", parts: zeros.map(Line), close: ")" };
    let value = lines(2, value);
    printer.laid_out(format_args!(
        "impl{declared} tl::Default for {name}{named} {{
    #[inline]
    fn default() -> Self {{
{value}
    }}
}}
"
    ));
}
