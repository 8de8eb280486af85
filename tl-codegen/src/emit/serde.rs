//! serde's traits: a module that lists the types that implement them, for macros of the runtime.

use super::{enabled_by, joined};
use crate::plan::model::{
    names::SERDE_MODULE,
    rust::Name,
    serde::{SerdeImpl, SerdeImpls, SerdeModule},
};

/// The declaration of the module, enabled by its feature if it has one.
pub(super) fn module(module: &SerdeModule) -> String {
    let needed = match (&module.feature, &module.server_feature) {
        (Some(serde), Some(server)) => {
            let message = format!(
                "the feature `{serde}` decodes methods: let it ask for the feature `{server}`"
            );
            format!(
                "#[cfg(all(feature = {serde:?}, not(feature = {server:?})))]\n\
                 ::core::compile_error!({message:?});\n"
            )
        }
        _ => String::new(),
    };
    format!("{needed}{}mod {SERDE_MODULE};\n", enabled_by(module.feature.as_ref()))
}

/// The impls.
pub(super) fn impls(impls: &SerdeImpls) -> String {
    list("serde_impls", &impls.owned) + &list("serialize_impls", &impls.borrowing)
}

/// The call of a macro with all items, if there are any.
fn list(name: &str, items: &[SerdeImpl]) -> String {
    if items.is_empty() {
        return String::new();
    }
    let lines: String = items.iter().map(line).collect();
    format!("tl::{name}! {{\nsuper::SCHEMA;\n{lines}}}\n")
}

/// `types::Point = "point#5b8e6c53";`, `enums::Shape = "Shape";`, `functions::Later<X> where X = "later#…";`
fn line(item: &SerdeImpl) -> String {
    let SerdeImpl { path, params, tl } = item;
    let life = path.borrows.then_some("'_");
    let args = joined(life.into_iter().chain(params.iter().map(Name::as_str)), ", ");
    let args = if args.is_empty() { args } else { format!("<{args}>") };
    let params = joined(params, ", ");
    let calls = if params.is_empty() { params } else { format!(" where {params}") };
    format!("{path}{args}{calls} = {tl:?};\n")
}
