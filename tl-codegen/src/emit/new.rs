//! `new` and `Default` of structs that have optional fields, or that other crates cannot write as a literal.

use super::structs::generics;
use crate::plan::model::{
    item::Struct,
    new::{Initial, New, Zero},
};
use crate::print::{Printer, WIDE_MARK};

/// Emits both.
pub(super) fn emit(item: &Struct, printer: &mut Printer) {
    let Some(new) = &item.new else { return };
    constructor(item, new, printer);
    default(item, new, printer);
}

fn constructor(item: &Struct, new: &New, printer: &mut Printer) {
    let (name, doc) = (&item.name, new.doc);
    let params = new.params.iter().map(|(name, ty)| format!("{name}: {ty}, "));
    let (declared, named) = generics(item).around(new.has_lifetime);
    let fields = new.fields.iter().map(|(name, initial)| match initial {
        Initial::Param => format!("{name},\n"),
        Initial::Boxed => format!("{name}: tl::Box::new({name}),\n"),
        Initial::None => format!("{name}: tl::None,\n"),
        Initial::False => format!("{name}: false,\n"),
        Initial::FreeBits => format!("{name}: tl::FreeBits::EMPTY,\n"),
    });
    let mark = &format!("{WIDE_MARK}: (),");
    let parts = params.map(|param| (0, param)).chain(fields.map(|field| (1, field)));
    printer.lists(parts, [mark, mark], |[params, fields]| {
        format!(
            "impl{declared} {name}{named} {{\n\
             /// {doc}\n\
             #[inline]\n\
             #[must_use]\n\
             pub fn new({params}) -> Self {{\n\
             Self {{\n\
             {fields}}}\n\
             }}\n\
             }}\n"
        )
    });
}

fn default(item: &Struct, new: &New, printer: &mut Printer) {
    let Some(zeros) = &new.defaults else { return };
    let (name, generics) = (&item.name, generics(item));
    let (declared, named) = (generics.types(), generics.elided());
    let zeros = zeros.iter().map(|zero| match zero {
        Zero::False => "false, ",
        Zero::Number => "0, ",
        Zero::Float => "0.0, ",
        Zero::Str => "\"\", ",
        Zero::Slice => "&[], ",
        Zero::String => "tl::String::new(), ",
        Zero::Vec => "tl::Vec::new(), ",
        Zero::Read => "tl::zero(), ",
    });
    printer.list(zeros, &format!("{WIDE_MARK},"), |zeros| {
        format!(
            "impl{declared} tl::Default for {name}{named} {{\n\
             #[inline]\n\
             fn default() -> Self {{ Self::new({zeros}) }}\n\
             }}\n"
        )
    });
}
