//! The items that an example uses, and how it refers to them.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::model::rust::{ItemPath, Name};

/// Names that have another meaning in every expression.
const TAKEN: [&str; 16] = [
    "Box", "Default", "Encode", "Err", "Fn", "FreeBits", "Iterator", "None", "Object", "Ok",
    "Option", "Result", "Self", "Some", "String", "Vec",
];

/// The names that an expression needs.
#[derive(Clone, Debug, Default)]
pub(super) struct Used {
    pub(super) items: BTreeSet<ItemPath>,
    /// Items of the runtime.
    pub(super) runtime: BTreeSet<&'static str>,
}

/// How items are named: by their own names, unless these are ambiguous.
#[derive(Debug, Default)]
pub(super) struct Imports {
    used: Used,
    ambiguous: BTreeSet<Name>,
}

impl Imports {
    /// Creates the imports for an expression that uses these items.
    pub(super) fn new(used: Used) -> Self {
        let mut seen = BTreeSet::new();
        let is_ambiguous =
            |name: &&Name| TAKEN.contains(&name.as_str()) || !seen.insert((*name).clone());
        let names = used.items.iter().map(|path| &path.name);
        let ambiguous = names.filter(is_ambiguous).cloned().collect();
        Self { used, ambiguous }
    }

    /// Returns the path by which the expression refers to an item.
    pub(super) fn path(&self, path: &ItemPath) -> TokenStream {
        let name = &path.name;
        if !self.ambiguous.contains(name) {
            return quote!(#name);
        }
        let (space, modules) = (space(path), path.modules.iter());
        quote!(#space::#(#modules::)*#name)
    }

    /// Returns the `use` declarations; generated code is in the module `root`.
    pub(super) fn declarations(&self, root: &str) -> TokenStream {
        let root: TokenStream =
            root.parse().expect("a path lexes, because `Examples::new` parsed it");
        let runtime = self.used.runtime.iter().map(|name| Name::new(*name));
        let runtime = runtime.map(|name| quote!(#name));
        let runtime = braced(&[quote!(Encode)].into_iter().chain(runtime).collect::<Vec<_>>());
        let mut tree = Tree::default();
        for path in &self.used.items {
            let space = Name::new(path.space.module());
            let modules = [space].into_iter().chain(path.modules.iter().cloned());
            if self.ambiguous.contains(&path.name) {
                tree.add(modules.take(1));
            } else {
                tree.add(modules.chain([path.name.clone()]));
            }
        }
        let items = tree.tokens();
        quote! {
            use typelang_runtime::#runtime;
            use #root::#items;
        }
    }
}

fn space(path: &ItemPath) -> Name {
    Name::new(path.space.module())
}

/// A name, and the names below it.
#[derive(Debug, Default)]
struct Tree {
    is_used: bool,
    below: BTreeMap<Name, Self>,
}

impl Tree {
    fn add(&mut self, path: impl Iterator<Item = Name>) {
        let last = path.fold(self, |at, name| at.below.entry(name).or_default());
        last.is_used = true;
    }

    /// Returns the tokens after `::`.
    fn tokens(&self) -> TokenStream {
        let own = self.is_used.then(|| quote!(self));
        let each = self.below.iter().map(|(name, tree)| {
            if tree.below.is_empty() {
                return quote!(#name);
            }
            let below = tree.tokens();
            quote!(#name::#below)
        });
        braced(&own.into_iter().chain(each).collect::<Vec<_>>())
    }
}

/// Returns a single name, or several names in braces.
fn braced(names: &[TokenStream]) -> TokenStream {
    match names {
        [only] => only.clone(),
        names => quote!({#(#names),*}),
    }
}
