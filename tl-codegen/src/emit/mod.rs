//! Spells the plan as tokens, one file at a time. Nothing is decided here.

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

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::{
    pieces::Print,
    plan::model::{
        file::{File, Imports, Item, Module},
        memory::Memory,
        rust::Name,
    },
};

/// The reason why generated code allows unused items.
const UNUSED: &str = "a program uses a part of the schema";

/// The reason why the digits of ids are not grouped.
const IDS: &str = "ids are spelled as in TL";

/// The reason why generated code allows undocumented fields.
const UNDOCUMENTED: &str = "a schema need not document its fields";

/// Passes the tokens of one file to `print`, piece by piece: one item, or a few that belong together.
///
/// Tokens take a hundred times the memory of their text, so few are held at once.
pub(crate) fn emit(file: &File, print: &mut Print<'_>) {
    print(imports(file.imports, file.depth).into());
    for module in &file.modules {
        print(self::module(module, file.depth).into());
    }
    print(parts(&file.parts).into());
    for item in &file.items {
        match item {
            Item::Struct(item) => structs::emit(item, print),
            Item::Enum(item) => enums::emit(item, print),
            Item::Opaque(item) => print(opaque::emit(item).into()),
            Item::Table(item) => table::emit(item, print),
            Item::SerdeModule(item) => print(serde::module(item).into()),
            Item::SerdeImpls(item) => print(serde::impls(item).into()),
        }
    }
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

/// Doc lines as attributes.
fn docs(lines: &[String]) -> TokenStream {
    let lines =
        lines.iter().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") });
    quote!(#(#[doc = #lines])*)
}

/// Additional names by which rustdoc's search finds an item.
fn aliases(names: &[String]) -> Option<TokenStream> {
    (!names.is_empty()).then(|| quote!(#[doc(alias(#(#names),*))]))
}

/// Attributes from the user's settings.
fn attributes(texts: &[String]) -> TokenStream {
    texts
        .iter()
        .map(|text| {
            text.parse::<TokenStream>().expect("an attribute lexes, because `Config` parsed it")
        })
        .collect()
}

/// An id in hexadecimal: `0x1cb5c415`.
fn hex(id: u32) -> Literal {
    literal(&format!("{id:#010x}"))
}

/// A literal in hexadecimal, with the prefix `0x`.
fn literal(hex: &str) -> Literal {
    hex.parse().expect("a number in hex is a literal, because Rust says so")
}
