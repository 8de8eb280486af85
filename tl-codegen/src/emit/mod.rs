//! Spells the plan as Rust, one file at a time. Nothing is decided here.
//!
//! Code is text. A template with the quotes of `format!` is copied once, where each of its tokens would be an
//! allocation or two; `quote!` is for what a file has once.

mod by_fields;
mod codec;
mod decode;
mod encode;
mod enums;
mod generics;
mod known;
mod members;
mod new;
mod opaque;
mod serde;
mod structs;
mod table;
mod traits;
mod types;

use std::fmt::{Display, Write as _};

use proc_macro2::TokenStream;
use quote::quote;

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
    printer.items(&code(imports(file.imports, file.depth)));
    for module in &file.modules {
        printer.items(&code(self::module(module, file.depth)));
    }
    printer.items(&code(parts(&file.parts)));
    for item in &file.items {
        match item {
            Item::Struct(item) => structs::emit(item, printer),
            Item::Enum(item) => enums::emit(item, printer),
            Item::Opaque(item) => printer.items(&opaque::emit(item)),
            Item::Table(item) => table::emit(item, printer),
            Item::SerdeModule(item) => printer.items(&code(serde::module(item))),
            Item::SerdeImpls(item) => printer.items(&serde::impls(item)),
        }
    }
}

/// The text of tokens, on a line of its own.
fn code(tokens: TokenStream) -> String {
    if tokens.is_empty() { String::new() } else { format!("{tokens}\n") }
}

/// Text for each part, with `separator` between them.
fn joined(parts: impl IntoIterator<Item = impl Display>, separator: &str) -> String {
    let mut text = String::new();
    for part in parts {
        if !text.is_empty() {
            text.push_str(separator);
        }
        _ = write!(text, "{part}");
    }
    text
}

/// `use` declarations of the runtime and of the modules in the schema's root, `depth` levels up.
fn imports(imports: Imports, depth: usize) -> TokenStream {
    let mut tokens = TokenStream::new();
    if imports.runtime {
        tokens.extend(quote!(
            use ::typelang_runtime::tl;
        ));
    }
    let up = (0..depth).map(|_| quote!(super::));
    let Imports { schema, enums, functions, types, .. } = imports;
    let names = [
        (schema, quote!(Schema)),
        (enums, quote!(enums)),
        (functions, quote!(functions)),
        (types, quote!(types)),
    ];
    let names: Vec<TokenStream> =
        names.into_iter().filter_map(|(is_used, name)| is_used.then_some(name)).collect();
    match names.as_slice() {
        [] => {}
        [name] => tokens.extend(quote!(use #(#up)* #name;)),
        names => tokens.extend(quote!(use #(#up)* {#(#names),*};)),
    }
    tokens
}

fn module(module: &Module, depth: usize) -> TokenStream {
    let (name, doc) = (&module.name, format!(" {}", module.doc));
    // Clippy's lints about names do not apply to names that the schema chooses; they ignore the public API of
    // a crate anyway.
    let allow = (depth == 0).then(|| {
        quote! {
            #[allow(dead_code, reason = #UNUSED)]
            #[allow(missing_docs, reason = #UNDOCUMENTED)]
            #[allow(
                clippy::enum_variant_names,
                clippy::module_inception,
                clippy::upper_case_acronyms,
                clippy::wrong_self_convention,
                reason = "names are the schema's"
            )]
            #[allow(
                clippy::fn_params_excessive_bools,
                clippy::struct_excessive_bools,
                clippy::too_many_arguments,
                clippy::too_many_lines,
                reason = "fields are the schema's"
            )]
            #[allow(clippy::semicolon_if_nothing_returned, reason = "the formatter turns long match arms into blocks")]
            #[allow(clippy::unreadable_literal, reason = #IDS)]
            #[allow(
                clippy::clone_on_copy,
                clippy::non_canonical_clone_impl,
                reason = "types of other crates may be `Copy`"
            )]
        }
    });
    let allow_references = (module.memory == Memory::Arena).then(|| {
        quote! {
            #[allow(clippy::expl_impl_clone_on_copy, reason = "derived code takes longer to compile")]
            #[allow(clippy::needless_borrow, reason = "fields may be references already")]
        }
    });
    let feature = module.feature.iter().map(|feature| quote!(#[cfg(feature = #feature)]));
    quote! {
        #[doc = #doc]
        #(#feature)*
        #allow
        #allow_references
        pub mod #name;
    }
}

/// The private modules that hold a module's items, which are re-exported.
fn parts(names: &[Name]) -> TokenStream {
    if names.is_empty() {
        return TokenStream::new();
    }
    quote! {
        #(mod #names;)*
        #[allow(unused_imports, reason = #UNUSED)]
        pub use {#(#names::*),*};
    }
}

/// Doc lines.
fn docs(lines: &[String]) -> String {
    let mut text = String::new();
    for line in lines {
        let blank = if line.is_empty() { "" } else { " " };
        _ = writeln!(text, "///{blank}{line}");
    }
    text
}

/// Additional names by which rustdoc's search finds an item.
fn aliases(names: &[String]) -> String {
    if names.is_empty() {
        return String::new();
    }
    let names = joined(names.iter().map(|name| format!("{name:?}")), ", ");
    format!("#[doc(alias({names}))]\n")
}

/// Attributes from the user's settings.
fn attributes(texts: &[String]) -> String {
    texts.iter().map(|text| format!("{}\n", lexed(text))).collect()
}

/// The attribute that enables an item by a feature of the crate.
fn enabled_by(feature: Option<&String>) -> String {
    feature.map(|feature| format!("#[cfg(feature = {feature:?})]\n")).unwrap_or_default()
}

/// Code from the user's settings. It is printed anew, because a comment at its end would hide what follows.
fn lexed(code: &str) -> TokenStream {
    code.parse().expect("code of settings lexes, because `Config` parsed it")
}

/// An id in hexadecimal: `0x1cb5c415`.
fn hex(id: u32) -> String {
    format!("{id:#010x}")
}
