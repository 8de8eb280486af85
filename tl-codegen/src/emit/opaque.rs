//! Marker types for types whose values are kept as bytes.

use proc_macro2::TokenStream;
use quote::quote;

use super::{attributes, docs};
use crate::plan::model::item::Opaque;

/// Emits an enum without variants, and the type's name and schema.
pub(super) fn emit(item: &Opaque) -> TokenStream {
    let (docs, attributes) = (docs(&item.docs), attributes(&item.attributes));
    let (name, tl_name) = (&item.name, &item.tl_name);
    quote! {
        #docs
        #attributes
        #[derive(Clone, Debug)]
        pub enum #name {}
        impl tl::OpaqueType for #name {
            type Schema = Schema;
            const NAME: &'static str = #tl_name;
        }
    }
}
