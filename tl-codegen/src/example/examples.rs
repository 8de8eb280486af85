//! Spells values of one schema as Rust.

use core::fmt;

use typelang_parser::Sources;

use super::{
    error::ExampleError,
    imports::Imports,
    index::Index,
    layout,
    spelling::{Spelled, Spelling},
    value::ExampleValue,
};
use crate::{config::setters::Config, error::Error, rust_text};

/// Spells values as Rust that uses the generated code.
///
/// ```
/// use typelang_codegen::{Config, ExampleValue, Examples, Sources};
///
/// let mut sources = Sources::new();
/// sources.add("ping.tl", "pong ping_id:long = Pong;\n---functions---\nping ping_id:long = Pong;");
/// let examples = Examples::new(&Config::new(), &sources, "crate::api")?;
/// let example = examples.call("ping", &[("ping_id".to_owned(), ExampleValue::Int(7))]).unwrap();
/// assert_eq!(example.expression, "Ping { ping_id: 7 }");
/// # Ok::<(), typelang_codegen::Error>(())
/// ```
#[derive(Debug)]
pub struct Examples {
    index: Index,
    /// The path of the module with the generated code.
    root: String,
}

/// A value as Rust.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Example {
    /// The formatted `use` declarations that the expression needs, including the one of the runtime's
    /// `Encode`.
    pub uses: String,
    /// The expression, formatted as in a statement of a function: `let call = …;`.
    pub expression: String,
    /// Whether encoding can fail, so that the value needs `try_to_bytes`.
    pub can_disagree: bool,
}

impl Examples {
    /// Plans one schema, without those of modules; `root` is the module with the generated code, such as
    /// `typelang_telegram`.
    ///
    /// # Errors
    /// See [`Config::generate`]; also returns an error if `root` is not a path.
    pub fn new(config: &Config, sources: &Sources, root: &str) -> Result<Self, Error> {
        if rust_text::path(root).is_err() {
            let message = format!("`{root}` is not a path; write one such as `typelang_telegram`");
            return Err(Error::Config { message });
        }
        Ok(Self { index: Index::new(config.plan(sources)?), root: root.to_owned() })
    }

    /// Spells a call of a method. Fields that are not given are absent.
    ///
    /// # Errors
    /// Returns an error if the method or a field is unknown, a required field is missing, or a value does not
    /// fit its field.
    pub fn call(
        &self,
        method: &str,
        fields: &[(String, ExampleValue)],
    ) -> Result<Example, ExampleError> {
        self.example(|spelling| spelling.call(method, fields))
    }

    /// Spells a value of a constructor: its struct, or a variant if it has no fields.
    ///
    /// # Errors
    /// See [`Examples::call`].
    pub fn value(
        &self,
        constructor: &str,
        fields: &[(String, ExampleValue)],
    ) -> Result<Example, ExampleError> {
        self.example(|spelling| spelling.constructor(constructor, fields))
    }

    /// Spells the value twice: the first pass collects the items to import.
    fn example(
        &self,
        spell: impl Fn(&mut Spelling<'_>) -> Spelled,
    ) -> Result<Example, ExampleError> {
        let none = Imports::default();
        let mut first = Spelling::new(&self.index, &none);
        spell(&mut first)?;
        let imports = Imports::new(first.used);
        let expression = spell(&mut Spelling::new(&self.index, &imports))?;
        Ok(Example {
            uses: layout::declarations(&imports.declarations(&self.root)),
            expression: layout::expression(&expression),
            can_disagree: first.can_disagree,
        })
    }
}

impl fmt::Display for Example {
    /// Writes the declarations, and statements that encode the value.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let encode = if self.can_disagree { "try_to_bytes()?" } else { "to_bytes()" };
        writeln!(f, "{}", self.uses)?;
        writeln!(f, "let value = {};", self.expression)?;
        writeln!(f, "let bytes = value.{encode};")
    }
}
