//! `new` and `Default` of structs that have optional fields, or that other crates cannot write as a literal.

use super::{
    joined,
    layout::{Code, literal},
    structs::generics,
    types::is_plain,
};
use crate::plan::model::{
    item::Struct,
    new::{Initial, New, Zero},
};
use crate::print::{Layout, Printer, WIDTH, mark};

/// Emits both.
pub(super) fn emit(item: &Struct, printer: &mut Printer) {
    let Some(new) = &item.new else { return };
    constructor(item, new, printer);
    default(item, new, printer);
}

fn constructor(item: &Struct, new: &New, printer: &mut Printer) {
    let (name, doc) = (&item.name, new.doc);
    let layout = Layout::template_if(new.params.iter().all(|(_, ty)| is_plain(ty)));
    let (declared, named) = generics(item).around(new.has_lifetime);
    let params: Vec<String> = new.params.iter().map(|(name, ty)| format!("{name}: {ty}")).collect();
    let line = joined(&params, ", ");
    let is_line = "    pub fn new() -> Self {".len() + line.len() <= WIDTH;
    let (open, params, close) = if is_line {
        ("", vec![line], "")
    } else {
        ("\n", params.iter().map(|param| format!("        {param},\n")).collect(), "    ")
    };
    let fields = new.fields.iter().map(|(name, initial)| match initial {
        Initial::Param => format!("            {name},\n"),
        Initial::Boxed => format!("            {name}: tl::Box::new({name}),\n"),
        Initial::None => format!("            {name}: tl::None,\n"),
        Initial::False => format!("            {name}: false,\n"),
        Initial::FreeBits => format!("            {name}: tl::FreeBits::EMPTY,\n"),
    });
    let params = params.into_iter().map(|param| (0, param));
    let parts = params.chain(fields.map(|field| (1, field)));
    printer.lists(layout, parts, [mark::VALUE; 2], |[params, fields]| {
        let value = literal(2, fields);
        format!(
            "impl{declared} {name}{named} {{
    /// {doc}
    #[inline]
    #[must_use]
    pub fn new({open}{params}{close}) -> Self {{
{value}    }}
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
    let parts = zeros.map(|zero| Code::Line(zero.to_owned())).collect();
    let value =
        Code::Brackets { open: "Self::new(".to_owned(), parts, close: ")".to_owned() }.lines(2);
    printer.laid_out(&format!(
        "impl{declared} tl::Default for {name}{named} {{
    #[inline]
    fn default() -> Self {{
{value}    }}
}}
"
    ));
}
