//! Facts of a schema beyond its text: callers and errors of methods, and first layers.

use std::collections::BTreeMap;

use typelang_parser::docs_file::{Applied, Caller, Methods};

/// Facts of a schema.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The callers of methods, by TL name.
    pub callers: BTreeMap<String, Vec<Called>>,
    /// The errors of methods, by TL name.
    pub errors: BTreeMap<String, Vec<Raised>>,
    /// The errors that any method may return.
    pub any_errors: Vec<Raised>,
    /// The errors that no source ties to a method.
    pub untied_errors: Vec<Raised>,
    /// The meanings of errors, by name.
    pub meanings: BTreeMap<String, String>,
    /// The first layers of constructors, methods and types, by name.
    pub since: BTreeMap<String, Since>,
    /// The layers that were compared for them, oldest first.
    pub layers: Vec<u32>,
}

/// A caller that may call a method, or may not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Called {
    /// The caller.
    pub caller: Caller,
    /// Whether it may.
    pub may: bool,
    /// Which sources say so; empty for a docs file.
    pub sources: String,
}

/// An error that a method returns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    /// The code, such as 400.
    pub code: i32,
    /// The name, such as `PEER_ID_INVALID`.
    pub name: String,
    /// Which sources say so; empty for a docs file.
    pub sources: String,
}

/// The first layer of an item, and of fields that came later.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Since {
    /// The item's first layer.
    pub layer: u32,
    /// The first layers of later fields, by name.
    pub fields: BTreeMap<String, u32>,
}

impl Facts {
    /// Adds what docs files say; a method's callers replace the known ones, and its errors are added.
    pub fn add_docs(&mut self, applied: &Applied) {
        self.add_methods(&applied.methods);
        self.meanings.extend(applied.errors.clone());
    }

    fn add_methods(&mut self, methods: &Methods) {
        for (name, method) in methods {
            if !method.callers.is_empty() {
                let called =
                    |caller: &Caller| Called { caller: *caller, may: true, sources: String::new() };
                self.callers.insert(name.clone(), method.callers.iter().map(called).collect());
            }
            let known = self.errors.entry(name.clone()).or_default();
            for error in &method.errors {
                let name = error.name.clone();
                if !error.text.is_empty() {
                    self.meanings.entry(name.clone()).or_insert_with(|| error.text.clone());
                }
                let is_any = self.any_errors.iter().any(|it| it.name == name);
                if !is_any && !known.iter().any(|it| it.name == name && it.code == error.code) {
                    known.push(Raised { code: error.code, name, sources: String::new() });
                }
            }
        }
        self.errors.retain(|_, errors| !errors.is_empty());
    }
}

#[cfg(test)]
mod tests {
    use typelang_parser::docs_file::{Method, MethodError};

    use super::*;

    #[test]
    fn docs_files_replace_callers_and_add_errors() {
        let raised = |name: &str, sources: &str| Raised {
            code: 400,
            name: name.to_owned(),
            sources: sources.to_owned(),
        };
        let mut facts = Facts::default();
        let bots = Called { caller: Caller::Bots, may: true, sources: "m".to_owned() };
        facts.callers.insert("a".to_owned(), vec![bots]);
        facts.errors.insert("a".to_owned(), vec![raised("OLD", "m")]);
        let error = |name: &str, text: &str| MethodError {
            code: 400,
            name: name.to_owned(),
            text: text.to_owned(),
        };
        let method = Method {
            callers: [Caller::Users].into(),
            errors: vec![error("OLD", "It is old."), error("NEW_X", "")],
        };
        let methods = [("a".to_owned(), method)].into();
        facts.add_docs(&Applied { methods, ..Applied::default() });
        assert_eq!(
            facts.callers["a"].iter().map(|it| it.caller).collect::<Vec<_>>(),
            [Caller::Users]
        );
        assert_eq!(facts.errors["a"], [raised("OLD", "m"), raised("NEW_X", "")]);
        assert_eq!(facts.meanings["OLD"], "It is old.");
    }
}
