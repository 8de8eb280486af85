//! The root's constants.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{IDS, UNUSED, hex};
use crate::{
    output::SCHEMA_FILE,
    pieces::{self, Print},
    plan::model::file::{Embedding, MethodFacts, Table},
};

/// `LAYER` and the names by id.
pub(super) fn emit(table: &Table, print: &mut Print<'_>) {
    let layer = table.layer.map(|layer| {
        let layer = Literal::u32_unsuffixed(layer);
        quote! {
            /// The layer of the schema.
            #[allow(dead_code, reason = #UNUSED)]
            pub const LAYER: i32 = #layer;
        }
    });
    let (count, entries) = (Literal::usize_unsuffixed(table.names.len()), table.names.iter());
    let entries = entries.map(|(id, name)| {
        let id = hex(*id);
        quote!((#id, #name),)
    });
    let schema = schema(table);
    let items = quote! {
        #layer

        #schema

        /// Returns the TL name of the constructor or method with this id.
        #[inline]
        #[must_use]
        #[allow(dead_code, reason = #UNUSED)]
        pub fn name_of(id: u32) -> tl::Option<&'static str> {
            let at = NAMES.binary_search_by_key(&id, |(id, _)| *id).ok()?;
            tl::Some(NAMES[at].1)
        }
    };
    print(items.into());
    let mark = pieces::wide_mark();
    pieces::print(entries, &quote!(#mark,), print, |entries| {
        quote! {
            #[allow(dead_code, reason = #UNUSED)]
            #[allow(clippy::unreadable_literal, reason = #IDS)]
            static NAMES: [(u32, &str); #count] = [#entries];
        }
    });
    if !table.facts.is_empty() {
        facts(&table.facts, print);
    }
}

/// The schema, and the type that names it.
fn schema(table: &Table) -> Option<TokenStream> {
    let embedded = match table.embedding {
        Embedding::Plain => quote!(new),
        Embedding::KeepingFreeBits => quote!(keeping_free_bits),
        Embedding::Tdlib => quote!(tdlib),
    };
    let unknown = (!table.unknown.is_empty()).then(|| {
        let names = &table.unknown;
        quote!(.with_unknown(&[#(#names),*]))
    });
    let compiled = table.reflects.then(|| {
        quote! {
            /// The compiled schema, by which `Debug` and paths in errors name things.
            #[allow(dead_code, reason = #UNUSED)]
            pub static SCHEMA: tl::Embedded = tl::Embedded::#embedded(::core::include_bytes!(#SCHEMA_FILE)) #unknown;
        }
    });
    let doc = if table.reflects {
        " Names the schema of the types in this module: [`SCHEMA`]."
    } else {
        " Names the schema of the types in this module."
    };
    let schema = table.reflects.then(|| {
        quote! {
            #[inline]
            fn schema() -> tl::Option<&'static tl::Embedded> { tl::Some(&SCHEMA) }
        }
    });
    let methods = (!table.facts.is_empty()).then(|| {
        quote! {
            #[inline]
            fn methods() -> &'static [&'static str] { &METHODS }
        }
    });
    (schema.is_some() || methods.is_some()).then(|| {
        quote! {
            #compiled

            #[doc = #doc]
            #[allow(dead_code, reason = #UNUSED)]
            #[derive(Clone, Copy, Debug)]
            pub enum Schema {}

            impl tl::HasSchema for Schema {
                #schema
                #methods
            }
        }
    })
}

/// What is known of methods, as the runtime reads it: a line for each.
fn facts(facts: &[MethodFacts], print: &mut Print<'_>) {
    let count = Literal::usize_unsuffixed(facts.len());
    let lines = facts.iter().map(|facts| {
        let line = line(facts);
        quote!(#line,)
    });
    let mark = pieces::wide_mark();
    pieces::print(lines, &quote!(#mark,), print, |lines| {
        quote! {
            #[allow(dead_code, reason = #UNUSED)]
            static METHODS: [&str; #count] = [#lines];
        }
    });
}

/// The name, the bits of callers, the first layer or 0, and the errors.
fn line(facts: &MethodFacts) -> String {
    let MethodFacts { name, callers, since, errors } = facts;
    let since = since.unwrap_or(0);
    let errors = errors.iter().map(|(code, name)| format!(" {code}:{name}"));
    format!("{name} {callers} {since}{}", errors.collect::<String>())
}
