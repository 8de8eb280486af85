//! serde's traits: a module that lists the types that implement them, for macros of the runtime.

use proc_macro2::TokenStream;
use quote::quote;

use super::types::bare_path;
use crate::plan::model::{
    names::SERDE_MODULE,
    rust::Name,
    serde::{SerdeImpl, SerdeImpls, SerdeModule},
};

/// The declaration of the module, enabled by its feature if it has one.
pub(super) fn module(module: &SerdeModule) -> TokenStream {
    let condition = module.feature.as_ref().map(|name| quote!(#[cfg(feature = #name)]));
    let name = Name(SERDE_MODULE.to_owned());
    let needed = module.feature.iter().zip(&module.server_feature).map(|(serde, server)| {
        let message =
            format!("the feature `{serde}` decodes methods: let it ask for the feature `{server}`");
        quote! {
            #[cfg(all(feature = #serde, not(feature = #server)))]
            ::core::compile_error!(#message);
        }
    });
    quote! {
        #(#needed)*
        #condition
        mod #name;
    }
}

/// The impls.
pub(super) fn impls(impls: &SerdeImpls) -> TokenStream {
    let list = |items: &[SerdeImpl]| items.iter().map(line).collect::<TokenStream>();
    let (owned, borrowing) = (list(&impls.owned), list(&impls.borrowing));
    let owned = (!owned.is_empty()).then(|| quote!(tl::serde_impls! { super::SCHEMA; #owned }));
    let borrowing =
        (!borrowing.is_empty()).then(|| quote!(tl::serialize_impls! { super::SCHEMA; #borrowing }));
    quote!(#owned #borrowing)
}

/// `types::Point = "point#5b8e6c53";`, `enums::Shape = "Shape";`, `functions::Later<X> where X = "later#…";`
fn line(item: &SerdeImpl) -> TokenStream {
    let (path, params) = (bare_path(&item.path), &item.params);
    let life = item.path.borrows.then(|| quote!('_));
    let args: Vec<TokenStream> =
        life.into_iter().chain(params.iter().map(|name| quote!(#name))).collect();
    let args = (!args.is_empty()).then(|| quote!(<#(#args),*>));
    let calls = (!params.is_empty()).then(|| quote!(where #(#params),*));
    let tl = &item.tl;
    quote!(#path #args #calls = #tl;)
}
