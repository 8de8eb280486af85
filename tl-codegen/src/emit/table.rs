//! The root's constants.

use proc_macro2::Literal;
use quote::quote;

use super::{IDS, UNUSED, hex};
use crate::{
    output::SCHEMA_FILE,
    pieces::{self, Print},
    plan::model::file::Table,
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
    let embedded = if table.keeps_bits { quote!(keeping_free_bits) } else { quote!(new) };
    let unknown = (!table.unknown.is_empty()).then(|| {
        let names = &table.unknown;
        quote!(.with_unknown(&[#(#names),*]))
    });
    let schema = table.reflects.then(|| {
        quote! {
            /// The compiled schema, by which `Debug` and paths in errors name things.
            #[allow(dead_code, reason = #UNUSED)]
            pub static SCHEMA: tl::Embedded = tl::Embedded::#embedded(::core::include_bytes!(#SCHEMA_FILE)) #unknown;

            /// Names the schema of the types in this module: [`SCHEMA`].
            #[allow(dead_code, reason = #UNUSED)]
            #[derive(Clone, Copy, Debug)]
            pub enum Schema {}

            impl tl::HasSchema for Schema {
                #[inline]
                fn schema() -> tl::Option<&'static tl::Embedded> { tl::Some(&SCHEMA) }
            }
        }
    });
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
    pieces::print(entries, &quote!(__cut,), print, |entries| {
        quote! {
            #[allow(dead_code, reason = #UNUSED)]
            #[allow(clippy::unreadable_literal, reason = #IDS)]
            static NAMES: [(u32, &str); #count] = [#entries];
        }
    });
}
