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
    /// Adds the facts of docs files, which override the tables' callers of a method and add to its errors.
    pub(crate) fn with_docs(mut self, docs: &Applied) -> Self {
        for (name, method) in &docs.methods {
            self.add_method(name, method);
        }
        self.meanings.extend(docs.errors.iter().map(|(name, text)| (numbered(name), text.clone())));
        self
    }

    fn add_method(&mut self, name: &str, method: &Method) {
        let known = self.methods.entry(name.to_owned()).or_default();
        if !method.callers.is_empty() {
            known.callers.clone_from(&method.callers);
            known.disputed.clear();
        }
        for MethodError { code, name, text } in &method.errors {
            let name = numbered(name);
            if !text.is_empty() {
                self.meanings.entry(name.clone()).or_insert_with(|| text.clone());
            }
            known.errors.insert((*code, name));
        }
    }
}

/// Returns the name of an error with `%d` for its number; sources write `%d` or `X`.
pub(crate) fn numbered(name: &str) -> String {
    let is_number = |word: &&str| matches!(*word, "X" | "XMIN");
    let number = |word: &str| word.replacen('X', "%d", 1);
    let words = name.split('_');
    let words = words.map(|word| if is_number(&word) { number(word) } else { word.to_owned() });
    words.collect::<Vec<_>>().join("_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_are_written_one_way() {
        assert_eq!(numbered("FLOOD_WAIT_X"), "FLOOD_WAIT_%d");
        assert_eq!(
            numbered("PREVIOUS_CHAT_IMPORT_ACTIVE_WAIT_XMIN"),
            "PREVIOUS_CHAT_IMPORT_ACTIVE_WAIT_%dMIN"
        );
        assert_eq!(numbered("FILE_PART_%d_MISSING"), "FILE_PART_%d_MISSING");
        assert_eq!(numbered("XBOX_INVALID"), "XBOX_INVALID");
    }
}
