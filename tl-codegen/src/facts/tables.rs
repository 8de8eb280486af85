//! Reads tables of facts: lines of words separated by tabs, and comments after `#`. `docs/docs-file.md`
//! describes the format.

use typelang_parser::docs_file::Caller;

use super::known::{Facts, numbered};

/// The table of errors.
pub(crate) const ERRORS: &str = "errors.tsv";
/// The table of callers.
pub(crate) const CALLERS: &str = "callers.tsv";
/// The table of first layers.
pub(crate) const SINCE: &str = "since.tsv";
/// The table of fields that may be null.
pub(crate) const NULL: &str = "null.tsv";

/// Adds the facts of the table called `file`. A fault is a line number, with what is expected there.
pub(crate) fn read(facts: &mut Facts, file: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, line) in (1..).zip(text.lines()) {
        if let Some(layers) = line.strip_prefix("# layers ") {
            facts.since.looked_at(layers.split(' ').filter_map(|layer| layer.parse().ok()));
        }
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let words: Vec<&str> = line.split('\t').collect();
        let (row, expected) = match file {
            ERRORS => (error(facts, &words), "a method, a code, a name and sources"),
            CALLERS => (caller(facts, &words), "a method, a caller and sources"),
            NULL => (null(facts, &words), "a constructor or method, and a field"),
            _ => (first(facts, &words), "a name, a layer, and fields with layers"),
        };
        if row.is_none() {
            faults.push(format!("line {at}: write {expected}, with tabs between them"));
        }
    }
    faults
}

/// Adds `messages.sendMessage⇥400⇥PEER_ID_INVALID⇥mt`; `*` and `?` are not methods.
fn error(facts: &mut Facts, words: &[&str]) -> Option<()> {
    let [method, code, name, _] = *words else { return None };
    let error = (code.parse().ok()?, numbered(name));
    if !matches!(method, "*" | "?") {
        facts.methods.entry(method.to_owned()).or_default().errors.insert(error);
    }
    Some(())
}

/// Adds `messages.sendMessage⇥users⇥mt`; `-users` if sources deny it.
fn caller(facts: &mut Facts, words: &[&str]) -> Option<()> {
    let [method, caller, _] = *words else { return None };
    let known = facts.methods.entry(method.to_owned()).or_default();
    match caller.strip_prefix('-') {
        Some(caller) => known.disputed.insert(Caller::named(caller)?),
        None => known.callers.insert(Caller::named(caller)?),
    };
    Some(())
}

/// Adds `chat⇥photo`.
fn null(facts: &mut Facts, words: &[&str]) -> Option<()> {
    let [combinator, field] = *words else { return None };
    facts.nullable.add(combinator, field);
    Some(())
}

/// Adds `user⇥45⇥emoji_status=144 usernames=148`.
fn first(facts: &mut Facts, words: &[&str]) -> Option<()> {
    let (name, layer, fields) = match *words {
        [name, layer] => (name, layer, ""),
        [name, layer, fields] => (name, layer, fields),
        _ => return None,
    };
    facts.since.add_item(name, layer.parse().ok()?);
    for field in fields.split(' ').filter(|field| !field.is_empty()) {
        let (field, layer) = field.split_once('=')?;
        facts.since.add_field(name, field, layer.parse().ok()?);
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::layers::First;

    #[test]
    fn tables_are_read_and_faulty_lines_are_told() {
        let mut facts = Facts::default();
        let errors = "# head\na.b\t400\tBAD_X\tm\n\n*\t420\tFLOOD_WAIT_X\tm\na.b\tx\tY\tm\n";
        let fault = "line 5: write a method, a code, a name and sources, with tabs between them";
        assert_eq!(read(&mut facts, ERRORS, errors), [fault]);
        let callers = "a.b\tusers\tm\na.b\tbots\tm\na.b\t-bots\tt\n";
        assert!(read(&mut facts, CALLERS, callers).is_empty());
        let since = "# layers 5 7 9\na.b\t5\tc=7 d=9\nuser\t9\n";
        assert!(read(&mut facts, SINCE, since).is_empty());
        let fault = "line 2: write a constructor or method, and a field, with tabs between them";
        assert_eq!(read(&mut facts, NULL, "chat\tphoto\nchat\n"), [fault]);
        assert!(facts.nullable.has("chat", "photo"));
        let known = &facts.methods["a.b"];
        assert_eq!(known.errors, [(400, "BAD_%d".to_owned())].into());
        assert_eq!(known.callers, [Caller::Users, Caller::Bots].into());
        assert_eq!(known.disputed, [Caller::Bots].into());
        assert_eq!(facts.since.item("a.b"), Some(First::OrEarlier(5)));
        assert_eq!(facts.since.item("user"), Some(First::Between(8, 9)));
        assert_eq!(facts.since.field("a.b", "c"), Some(First::Between(6, 7)));
        assert_eq!(facts.since.field("user", "d"), None);
    }
}
