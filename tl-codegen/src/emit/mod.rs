//! Spells the plan as Rust, one file at a time. Nothing is decided here.
//!
//! Code is text that is spelled into the file where it belongs: a template is copied in one piece, and what is put into it takes no
//! memory of its own.

#![expect(clippy::write_with_newline, reason = "templates show where lines end")]

/// Text of a template, which is spelled where it is put.
macro_rules! text {
    ($($template:tt)*) => { ::std::fmt::from_fn(move |f| write!(f, $($template)*)) };
}

mod by_fields;
mod codec;
mod decode;
mod encode;
mod enums;
mod generics;
mod known;
mod layout;
mod members;
mod new;
mod opaque;
mod serde;
mod structs;
mod table;
mod traits;
mod types;

use std::fmt::{Display, from_fn};

use crate::{
    plan::model::{
        file::{File, Imports, Item, Module},
        memory::Memory,
        rust::Name,
    },
    print::Printer,
};

/// The reason why generated code allows unused items.
const UNUSED: &str = "a program uses a part of the schema";

/// The reason why the digits of ids are not grouped.
const IDS: &str = "ids are spelled as in TL";

/// The reason why generated code allows undocumented fields.
const UNDOCUMENTED: &str = "a schema need not document its fields";

/// Prints the code of one file.
pub(crate) fn emit(file: &File, printer: &mut Printer) {
    printer.items(imports(file.imports, file.depth));
    for module in &file.modules {
        printer.items(self::module(module, file.depth));
    }
    printer.items(parts(&file.parts));
    for item in &file.items {
        match item {
            Item::Struct(item) => structs::emit(item, printer),
            Item::Enum(item) => enums::emit(item, printer),
            Item::Opaque(item) => printer.items(opaque::emit(item)),
            Item::Table(item) => table::emit(item, printer),
            Item::SerdeModule(item) => printer.items(serde::module(item)),
            Item::SerdeImpls(item) => printer.items(serde::impls(item)),
        }
    }
}

/// Text for each part, with `separator` between them.
fn joined(parts: impl Iterator<Item = impl Display> + Clone, separator: &str) -> impl Display {
    from_fn(move |f| {
        let mut before = "";
        for part in parts.clone() {
            f.write_str(before)?;
            part.fmt(f)?;
            before = separator;
        }
        Ok(())
    })
}

/// Text for each part, one after another.
fn each(parts: impl Iterator<Item = impl Display> + Clone) -> impl Display {
    joined(parts, "")
}

/// Text, if there is any.
fn optional(text: Option<impl Display>) -> impl Display {
    from_fn(move |f| text.as_ref().map_or(Ok(()), |text| text.fmt(f)))
}

/// `use` declarations of the runtime and of the modules in the schema's root, `depth` levels up.
fn imports(imports: Imports, depth: usize) -> String {
    let Imports { runtime, schema, enums, functions, types } = imports;
    let runtime = if runtime { "use ::typelang_runtime::tl;\n" } else { "" };
    let names = [(schema, "Schema"), (enums, "enums"), (functions, "functions"), (types, "types")];
    let names = names.into_iter().filter_map(|(is_used, name)| is_used.then_some(name));
    let names: Vec<&str> = names.collect();
    let up = "super::".repeat(depth);
    let ours = match names.as_slice() {
        [] => String::new(),
        [name] => format!("use {up}{name};\n"),
        names => format!("use {up}{{{}}};\n", joined(names.iter(), ", ")),
    };
    format!("{runtime}{ours}")
}

/// The lints that the modules of a schema allow. Those about names do not apply to names that the schema chooses; clippy ignores
/// them in the public API of a crate anyway.
fn allowed_in_spaces() -> impl Display {
    text!(
        "#[allow(dead_code, reason = {UNUSED:?})]\n\
         #[allow(missing_docs, reason = {UNDOCUMENTED:?})]\n\
         #[allow(\n\
         clippy::enum_variant_names,\n\
         clippy::module_inception,\n\
         clippy::upper_case_acronyms,\n\
         clippy::wrong_self_convention,\n\
         reason = \"names are the schema's\"\n\
         )]\n\
         #[allow(\n\
         clippy::fn_params_excessive_bools,\n\
         clippy::struct_excessive_bools,\n\
         clippy::too_many_arguments,\n\
         clippy::too_many_lines,\n\
         reason = \"fields are the schema's\"\n\
         )]\n\
         #[allow(clippy::semicolon_if_nothing_returned, reason = \"the formatter turns long match arms into blocks\")]\n\
         #[allow(clippy::unreadable_literal, reason = {IDS:?})]\n\
         #[allow(\n\
         clippy::clone_on_copy,\n\
         clippy::non_canonical_clone_impl,\n\
         reason = \"types of other crates may be `Copy`\"\n\
         )]\n"
    )
}

/// Lints that values in an arena would set off.
const ALLOWED_IN_ARENAS: &str = "\
    #[allow(clippy::expl_impl_clone_on_copy, reason = \"derived code takes longer to compile\")]\n\
    #[allow(clippy::needless_borrow, reason = \"fields may be references already\")]\n";

/// The reason why generated code allows items without `Debug`.
const WITHOUT_DEBUG: &str = "the feature implements it";

fn module(
    Module { name, doc, feature, memory, debug_feature }: &Module,
    depth: usize,
) -> impl Display {
    let allowed = optional((depth == 0).then(allowed_in_spaces));
    let in_arena = match memory {
        Memory::Heap => "",
        Memory::Arena => ALLOWED_IN_ARENAS,
    };
    let feature = enabled_by(feature.as_ref());
    let without_debug = optional(debug_feature.as_ref().map(|feature| {
        text!(
            "#[cfg_attr(\n\
             not(feature = {feature:?}),\n\
             allow(missing_debug_implementations, reason = {WITHOUT_DEBUG:?})\n\
             )]\n"
        )
    }));
    text!("/// {doc}\n{feature}{allowed}{in_arena}{without_debug}pub mod {name};\n")
}

/// The private modules that hold a module's items, which are re-exported.
fn parts(names: &[Name]) -> impl Display {
    let modules = each(names.iter().map(|name| text!("mod {name};\n")));
    let all = joined(names.iter().map(|name| text!("{name}::*")), ", ");
    let allow = text!("#[allow(unused_imports, reason = {UNUSED:?})]");
    optional((!names.is_empty()).then_some(text!("{modules}{allow}\npub use {{{all}}};\n")))
}

/// Doc lines of an indentation of `depth` steps.
fn docs(depth: usize, lines: &[String]) -> impl Display {
    let indent = layout::indent(depth);
    each(lines.iter().map(move |line| {
        let blank = if line.is_empty() { "" } else { " " };
        text!("{indent}///{blank}{line}\n")
    }))
}

/// Additional names by which rustdoc's search finds an item.
fn aliases(depth: usize, names: &[String]) -> impl Display {
    let indent = layout::indent(depth);
    let all = joined(names.iter().map(|name| text!("{name:?}")), ", ");
    optional((!names.is_empty()).then_some(text!("{indent}#[doc(alias({all}))]\n")))
}

/// Attributes from the user's settings.
fn attributes(texts: &[String]) -> impl Display {
    each(texts.iter().map(|text| text!("{text}\n")))
}

/// The attribute that enables an item by a feature of the crate.
fn enabled_by(feature: Option<&String>) -> impl Display {
    optional(feature.map(|feature| text!("#[cfg(feature = {feature:?})]\n")))
}

/// An id in hexadecimal: `0x1cb5c415`.
fn hex(id: u32) -> impl Display {
    text!("{id:#010x}")
}
