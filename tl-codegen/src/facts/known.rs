//! Facts about a schema: callers and errors of methods, and first layers of items.

use std::collections::{BTreeMap, BTreeSet};

use typelang_parser::{
    docs_file::{Applied, Caller, Method, MethodError},
    nullable::Nullable,
};

pub(crate) use super::layers::{First, Since};

/// Facts about a schema beyond its text and its docs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    /// Methods by TL name.
    pub(crate) methods: BTreeMap<String, Known>,
    /// The meanings of errors, by name.
    pub(crate) meanings: BTreeMap<String, String>,
    /// The first layers.
    pub(crate) since: Since,
    /// The fields that may be null in TDLib's schema.
    pub(crate) nullable: Nullable,
}

/// The facts about a method.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Known {
    /// The callers that may call it.
    pub(crate) callers: BTreeSet<Caller>,
    /// The callers about whom sources disagree.
    pub(crate) disputed: BTreeSet<Caller>,
    /// Its errors, by code and name.
    pub(crate) errors: BTreeSet<(i32, String)>,
}

impl Facts {
    /// Returns whether something is known of the method called `name`.
    pub(crate) fn is_about(&self, name: &str) -> bool {
        self.methods.contains_key(name) || self.since.item(name).is_some()
    }

    /// Adds the facts of docs files, which override the tables' callers of a method and add to its errors.
    pub(crate) fn with_docs(mut self, docs: &Applied) -> Self {
        for (name, method) in &docs.methods {
            self.add_method(name, method);
        }
        self.meanings.extend(docs.errors.clone());
        self
    }

    fn add_method(&mut self, name: &str, method: &Method) {
        let known = self.methods.entry(name.to_owned()).or_default();
        if !method.callers.is_empty() {
            known.callers.clone_from(&method.callers);
            known.disputed.clear();
        }
        for MethodError { code, name, text } in &method.errors {
            if !text.is_empty() {
                self.meanings.entry(name.clone()).or_insert_with(|| text.clone());
            }
            known.errors.insert((*code, name.clone()));
        }
    }
}
