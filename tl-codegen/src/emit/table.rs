//! The root's constants.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{IDS, UNUSED, code, hex};
use crate::{
    output::SCHEMA_FILE,
    plan::model::file::{Embedding, MethodFacts, Table},
    print::{Printer, WIDE_MARK},
};

/// `LAYER` and the names by id.
pub(super) fn emit(table: &Table, printer: &mut Printer) {
    let layer = table.layer.map(|layer| {
        let layer = Literal::u32_unsuffixed(layer);
        quote! {
            /// The layer of the schema.
            #[allow(dead_code, reason = #UNUSED)]
            pub const LAYER: i32 = #layer;
        }
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
    printer.items(&code(items));
    let count = table.names.len();
    let entries = table.names.iter().map(|(id, name)| format!("({}, {name:?}),\n", hex(*id)));
    printer.list(entries, &format!("{WIDE_MARK},"), |entries| {
        format!(
            "#[allow(dead_code, reason = {UNUSED:?})]\n\
             #[allow(clippy::unreadable_literal, reason = {IDS:?})]\n\
             static NAMES: [(u32, &str); {count}] = [\n{entries}];\n"
        )
    });
    if !table.facts.is_empty() {
        facts(&table.facts, printer);
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
fn facts(facts: &[MethodFacts], printer: &mut Printer) {
    let count = facts.len();
    let lines = facts.iter().map(|facts| format!("{:?},\n", line(facts)));
    printer.list(lines, &format!("{WIDE_MARK},"), |lines| {
        format!(
            "#[allow(dead_code, reason = {UNUSED:?})]\n\
             static METHODS: [&str; {count}] = [\n{lines}];\n"
        )
    });
}

/// The name, the bits of callers, the first layer or 0, and the errors.
fn line(facts: &MethodFacts) -> String {
    let MethodFacts { name, callers, since, errors } = facts;
    let since = since.unwrap_or(0);
    let errors = errors.iter().map(|(code, name)| format!(" {code}:{name}"));
    format!("{name} {callers} {since}{}", errors.collect::<String>())
}
