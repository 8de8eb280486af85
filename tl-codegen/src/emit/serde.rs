//! serde's traits: a module that lists the types that implement them, for macros of the runtime.

use std::fmt::Display;

use super::{each, enabled_by, generics::Generics, joined, optional};
use crate::plan::model::{
    names::SERDE_MODULE,
    serde::{SerdeImpl, SerdeImpls, SerdeModule},
};

/// The declaration of the module, enabled by its feature if it has one.
pub(super) fn module(module: &SerdeModule) -> impl Display {
    let both = module.feature.as_ref().zip(module.server_feature.as_ref());
    let needed = optional(both.map(|(serde, server)| {
        let message =
            format!("the feature `{serde}` decodes methods: let it ask for the feature `{server}`");
        text!(
            "#[cfg(all(feature = {serde:?}, not(feature = {server:?})))]\n\
             ::core::compile_error!({message:?});\n"
        )
    }));
    let enabled = enabled_by(module.feature.as_ref());
    text!("{needed}{enabled}mod {SERDE_MODULE};\n")
}

/// The impls.
pub(super) fn impls(impls: &SerdeImpls) -> impl Display {
    let owned = list("serde_impls", &impls.owned);
    let borrowing = list("serialize_impls", &impls.borrowing);
    text!("{owned}{borrowing}")
}

/// The call of a macro with all items, if there are any.
fn list(name: &str, items: &[SerdeImpl]) -> impl Display {
    let lines = each(items.iter().map(line));
    let call = text!("tl::{name}! {{\nsuper::SCHEMA;\n{lines}}}\n");
    optional((!items.is_empty()).then_some(call))
}

/// `types::Point = "point#5b8e6c53";`, `enums::Shape = "Shape";`, `functions::Later<X> where X = "later#…";`
fn line(item: &SerdeImpl) -> impl Display {
    let SerdeImpl { path, params, tl } = item;
    let args = Generics { borrows: path.borrows, params }.elided();
    let all = joined(params.iter(), ", ");
    let calls = optional((!params.is_empty()).then_some(text!(" where {all}")));
    text!("{path}{args}{calls} = {tl:?};\n")
}
