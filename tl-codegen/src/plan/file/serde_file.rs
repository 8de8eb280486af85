//! The module with the impls of serde's traits.
//!
//! Goldens: `serde`, `empty`.

use crate::plan::model::{
    file::{File, Imports, Item},
    names::SERDE_MODULE,
    rust::Space,
    serde::{SerdeImpls, SerdeModule},
};
use crate::request::settings::Serde;

/// Returns the module's declaration in the root, and the module's file.
pub(crate) fn serde_file(
    impls: SerdeImpls,
    serde: &Serde,
    server_feature: Option<&str>,
) -> (Item, File) {
    let file = File {
        path: format!("{SERDE_MODULE}.rs"),
        depth: 1,
        module: None,
        modules: Vec::new(),
        parts: Vec::new(),
        imports: imports(&impls),
        items: vec![Item::SerdeImpls(impls)],
    };
    let feature = match serde {
        Serde::Never | Serde::Always => None,
        Serde::Feature(name) => Some(name.clone()),
    };
    let server_feature = server_feature.map(str::to_owned);
    let server_feature = server_feature.filter(|server| feature.as_ref() != Some(server));
    (Item::SerdeModule(SerdeModule { feature, server_feature }), file)
}

fn imports(impls: &SerdeImpls) -> Imports {
    let all = || impls.owned.iter().chain(&impls.borrowing);
    let uses = |space| all().any(|item| item.path.space == space);
    Imports {
        runtime: all().next().is_some(),
        types: uses(Space::Types),
        enums: uses(Space::Enums),
        functions: uses(Space::Functions),
        schema: false,
    }
}
