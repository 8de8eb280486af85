//! Spells the plan as Rust, one file at a time. Nothing is decided here.
//!
//! Code is text: a template is copied in one piece. As tokens it would take an allocation or two for each.

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

use std::fmt::{Display, Write as _};

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
    printer.items(&imports(file.imports, file.depth));
    for module in &file.modules {
        printer.items(&self::module(module, file.depth));
    }
    printer.items(&parts(&file.parts));
    for item in &file.items {
        match item {
            Item::Struct(item) => structs::emit(item, printer),
            Item::Enum(item) => enums::emit(item, printer),
            Item::Opaque(item) => printer.items(&opaque::emit(item)),
            Item::Table(item) => table::emit(item, printer),
            Item::SerdeModule(item) => printer.items(&serde::module(item)),
            Item::SerdeImpls(item) => printer.items(&serde::impls(item)),
        }
    }
}

/// Text for each part, with `separator` between them.
fn joined(parts: impl IntoIterator<Item = impl Display>, separator: &str) -> String {
    let mut text = String::new();
    for (at, part) in parts.into_iter().enumerate() {
        if at > 0 {
            text.push_str(separator);
        }
        _ = write!(text, "{part}");
    }
    text
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
        names => format!("use {up}{{{}}};\n", joined(names, ", ")),
    };
    format!("{runtime}{ours}")
}

/// The lints that the modules of a schema allow. Those about names do not apply to names that the schema chooses; clippy ignores
/// them in the public API of a crate anyway.
fn allowed_in_spaces() -> String {
    format!(
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

fn module(Module { name, doc, feature, memory }: &Module, depth: usize) -> String {
    let allowed = if depth == 0 { allowed_in_spaces() } else { String::new() };
    let in_arena = match memory {
        Memory::Heap => "",
        Memory::Arena => ALLOWED_IN_ARENAS,
    };
    let feature = enabled_by(feature.as_ref());
    format!("/// {doc}\n{feature}{allowed}{in_arena}pub mod {name};\n")
}

/// The private modules that hold a module's items, which are re-exported.
fn parts(names: &[Name]) -> String {
    if names.is_empty() {
        return String::new();
    }
    let modules = joined(names.iter().map(|name| format!("mod {name};\n")), "");
    let all = joined(names.iter().map(|name| format!("{name}::*")), ", ");
    format!("{modules}#[allow(unused_imports, reason = {UNUSED:?})]\npub use {{{all}}};\n")
}

/// Doc lines of an indentation of `depth` steps.
fn docs(depth: usize, lines: &[String]) -> String {
    let indent = layout::indent(depth);
    let len = |line: &String| indent.len() + line.len() + 5;
    let mut text = String::with_capacity(lines.iter().map(len).sum());
    for line in lines {
        text.push_str(indent);
        text.push_str(if line.is_empty() { "///" } else { "/// " });
        text.push_str(line);
        text.push('\n');
    }
    text
}

/// Additional names by which rustdoc's search finds an item.
fn aliases(depth: usize, names: &[String]) -> String {
    if names.is_empty() {
        return String::new();
    }
    let names = joined(names.iter().map(|name| format!("{name:?}")), ", ");
    format!("{}#[doc(alias({names}))]\n", layout::indent(depth))
}

/// Attributes from the user's settings.
fn attributes(texts: &[String]) -> String {
    joined(texts.iter().map(|text| format!("{text}\n")), "")
}

/// The attribute that enables an item by a feature of the crate.
fn enabled_by(feature: Option<&String>) -> String {
    feature.map(|feature| format!("#[cfg(feature = {feature:?})]\n")).unwrap_or_default()
}

/// An id in hexadecimal: `0x1cb5c415`.
fn hex(id: u32) -> String {
    format!("{id:#010x}")
}
