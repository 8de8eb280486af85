//! What is known of a schema beyond its text: who may call methods, which errors they give, and since which layer things exist.

use std::collections::BTreeMap;

use typelang_parser::docs_file::{Applied, Caller, Methods};

/// The method's name in the table of errors that stands for all methods.
const ANY_METHOD: &str = "*";

/// Facts of a schema.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Who may call methods, by TL name.
    pub callers: BTreeMap<String, Vec<Called>>,
    /// The errors of methods, by TL name.
    pub errors: BTreeMap<String, Vec<Raised>>,
    /// The errors that any method may give.
    pub any_errors: Vec<Raised>,
    /// What errors mean, by name.
    pub meanings: BTreeMap<String, String>,
    /// The first layers of constructors and methods, by name and id or by name alone.
    pub since: BTreeMap<String, u32>,
}

/// Who may call a method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Called {
    /// The caller.
    pub caller: Caller,
    /// Which sources say so; empty for a docs file.
    pub sources: String,
}

/// An error that a method gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    /// The code, such as 400.
    pub code: i32,
    /// The name, such as `PEER_ID_INVALID`.
    pub name: String,
    /// Which sources say so; empty for a docs file.
    pub sources: String,
}

/// A line of a table that is not what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// The line, from 1.
    pub line: usize,
    /// What is expected there.
    pub expected: &'static str,
}

impl core::fmt::Display for Malformed {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "line {}: expected {}", self.line, self.expected)
    }
}

impl core::error::Error for Malformed {}

impl Facts {
    /// Reads a table of errors: method or `*`, code, name and sources, separated by tabs.
    ///
    /// # Errors
    /// The first line that is something else.
    pub fn read_errors(&mut self, table: &str) -> Result<(), Malformed> {
        for (line, words) in rows(table) {
            let malformed = Malformed { line, expected: "METHOD, CODE, NAME and SOURCES" };
            let [method, code, name, sources] = words[..] else { return Err(malformed) };
            let Ok(code) = code.parse() else { return Err(malformed) };
            let raised = Raised { code, name: name.to_owned(), sources: sources.to_owned() };
            if method == ANY_METHOD {
                self.any_errors.push(raised);
            } else {
                self.errors.entry(method.to_owned()).or_default().push(raised);
            }
        }
        Ok(())
    }

    /// Reads a table of callers: method, caller and sources, separated by tabs.
    ///
    /// # Errors
    /// The first line that is something else.
    pub fn read_callers(&mut self, table: &str) -> Result<(), Malformed> {
        for (line, words) in rows(table) {
            let malformed = Malformed { line, expected: "METHOD, CALLER and SOURCES" };
            let [method, caller, sources] = words[..] else { return Err(malformed) };
            let Some(caller) = Caller::named(caller) else { return Err(malformed) };
            let called = Called { caller, sources: sources.to_owned() };
            self.callers.entry(method.to_owned()).or_default().push(called);
        }
        Ok(())
    }

    /// Adds what docs files say; a method's callers come in place of those that are known, and its errors beside them.
    pub fn add_docs(&mut self, applied: &Applied) {
        self.add_methods(&applied.methods);
        self.meanings.extend(applied.errors.clone());
    }

    fn add_methods(&mut self, methods: &Methods) {
        for (name, method) in methods {
            if !method.callers.is_empty() {
                let called = |caller: &Caller| Called { caller: *caller, sources: String::new() };
                self.callers.insert(name.clone(), method.callers.iter().map(called).collect());
            }
            let known = self.errors.entry(name.clone()).or_default();
            for error in &method.errors {
                let name = normal(&error.name);
                if !error.text.is_empty() {
                    self.meanings.entry(name.clone()).or_insert_with(|| error.text.clone());
                }
                if !known.iter().any(|it| it.name == name && it.code == error.code) {
                    known.push(Raised { code: error.code, name, sources: String::new() });
                }
            }
        }
        self.errors.retain(|_, errors| !errors.is_empty());
    }
}

/// An error's name with `X` for its number, whichever way a source writes it.
#[must_use]
pub fn normal(name: &str) -> String {
    name.replace("%d", "X")
}

/// The rows of a table, without its head and its comments.
fn rows(table: &str) -> impl Iterator<Item = (usize, Vec<&str>)> {
    let lines = (1..).zip(table.lines());
    let rows = lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    rows.map(|(at, line)| (at, line.split('\t').collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_read_and_faults_have_a_line() {
        let mut facts = Facts::default();
        facts.read_errors("# head\na.b\t400\tX_BAD\tm\n*\t420\tFLOOD_WAIT_X\tm,t\n").unwrap();
        facts.read_callers("a.b\tusers\tm\n").unwrap();
        assert_eq!(facts.errors["a.b"][0].code, 400);
        assert_eq!(facts.any_errors[0].sources, "m,t");
        assert_eq!(facts.callers["a.b"][0].caller, Caller::Users);
        assert_eq!(facts.read_errors("\na.b\tx\tY\tm").unwrap_err().line, 2);
        assert_eq!(facts.read_callers("a.b\tnobody\tm").unwrap_err().line, 1);
    }
}
