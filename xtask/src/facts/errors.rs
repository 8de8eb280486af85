//! `errors.tsv`: which method gives which error, by source.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::{lines, sources};

const HEAD: &str = "\
# Which method gives which error. Written by `cargo xtask facts`.
#
# method<TAB>code<TAB>name<TAB>sources
#
# method   `*`: any method may give the error. `?`: no source says which methods give it.
# code     The number in `rpc_error`.
# name     The text in `rpc_error`. `_X` means `_` and a decimal number: `FLOOD_WAIT_X` is `FLOOD_WAIT_17`.
# sources  A letter for each source; SOURCES.md has them. A source may be wrong: sources that differ have lines of
#          their own.
#
# Lines are sorted by their bytes.
";

/// Errors that any method may give by their nature: they concern the login, the data center, the encoding of
/// the call, the load, or a fault of the server. Sources list them without methods.
const ANY_METHOD: [&str; 40] = [
    "API_CALL_ERROR",
    "AUTH_KEY_DUPLICATED",
    "AUTH_KEY_INVALID",
    "AUTH_KEY_PERM_EMPTY",
    "AUTH_KEY_UNREGISTERED",
    "ApiCallError",
    "BOT_METHOD_INVALID",
    "BUSINESS_CONNECTION_NOT_ALLOWED",
    "CONNECTION_NOT_INITED",
    "FILE_MIGRATE_X",
    "FLOOD_PREMIUM_WAIT_X",
    "FLOOD_WAIT_X",
    "INPUT_CONSTRUCTOR_INVALID",
    "INPUT_FETCH_ERROR",
    "INPUT_FETCH_FAIL",
    "INPUT_LAYER_INVALID",
    "INPUT_METHOD_INVALID",
    "INPUT_REQUEST_TOO_LONG",
    "INTERDC_X_CALL_ERROR",
    "INTERDC_X_CALL_RICH_ERROR",
    "MSGID_DECREASE_RETRY",
    "MSG_WAIT_FAILED",
    "MSG_WAIT_TIMEOUT",
    "MT_SEND_QUEUE_TOO_LONG",
    "NETWORK_MIGRATE_X",
    "PHONE_MIGRATE_X",
    "POSTPONED_TIMEOUT",
    "RPC_CALL_FAIL",
    "RPC_CONNECT_FAILED",
    "RPC_MCGET_FAIL",
    "SESSION_EXPIRED",
    "SESSION_REVOKED",
    "TYPE_CONSTRUCTOR_INVALID",
    "Timedout",
    "Timeout",
    "UNKNOWN_ERROR",
    "USER_DEACTIVATED",
    "USER_DEACTIVATED_BAN",
    "USER_MIGRATE_X",
    "WORKER_BUSY_TOO_LONG_RETRY",
];

/// What the sources say about errors.
#[derive(Debug, Default)]
pub(crate) struct Errors {
    tied: BTreeMap<(String, i32, String), BTreeSet<char>>,
    /// Errors without a method.
    loose: BTreeMap<(i32, String), BTreeSet<char>>,
    /// Texts that are not names, such as sentences.
    unreadable: BTreeSet<String>,
}

impl Errors {
    /// Records that a source assigns an error to a method.
    pub(crate) fn tie(&mut self, source: char, method: &str, code: i32, name: &str) {
        if let Some(name) = self.name(name) {
            self.tied.entry((method.to_owned(), code, name)).or_default().insert(source);
        }
    }

    /// Records that a source knows an error but assigns it to no method.
    pub(crate) fn list(&mut self, source: char, code: i32, name: &str) {
        if let Some(name) = self.name(name) {
            self.loose.entry((code, name)).or_default().insert(source);
        }
    }

    /// Returns the name in the file's notation.
    fn name(&mut self, name: &str) -> Option<String> {
        if name.is_empty()
            || !name.bytes().all(|it| it.is_ascii_alphanumeric() || b"_%".contains(&it))
        {
            self.unreadable.insert(name.to_owned());
            return None;
        }
        // Two sources have an example among their names.
        Some(if name == "FILE_PART_0_MISSING" {
            "FILE_PART_X_MISSING".to_owned()
        } else {
            name.replace("%d", "X")
        })
    }

    /// Returns the facts, each with its sources.
    fn facts<'a>(
        &'a self,
        methods: &BTreeSet<String>,
    ) -> BTreeMap<(&'a str, i32, &'a str), String> {
        let known = self.tied.iter().filter(|((method, ..), _)| methods.contains(method));
        let mut facts: BTreeMap<_, _> = known
            .map(|((method, code, name), from)| {
                ((method.as_str(), *code, name.as_str()), sources(from))
            })
            .collect();
        let tied: BTreeSet<_> =
            self.tied.keys().map(|(_, code, name)| (*code, name.as_str())).collect();
        for ((code, name), from) in &self.loose {
            let method = if ANY_METHOD.contains(&name.as_str()) { "*" } else { "?" };
            if method == "*" || !tied.contains(&(*code, name)) {
                facts.insert((method, *code, name), sources(from));
            }
        }
        facts
    }

    /// Returns all names in the file.
    pub(crate) fn names<'a>(&'a self, methods: &BTreeSet<String>) -> BTreeSet<&'a str> {
        self.facts(methods).keys().map(|key| key.2).collect()
    }

    /// Formats the file.
    pub(crate) fn write(&self, methods: &BTreeSet<String>) -> String {
        let facts = self.facts(methods);
        lines(
            HEAD,
            facts
                .iter()
                .map(|((method, code, name), from)| format!("{method}\t{code}\t{name}\t{from}")),
        )
    }

    /// Summarizes the facts, and those that were left out.
    pub(crate) fn summary(&self, methods: &BTreeSet<String>) -> String {
        let facts = self.facts(methods);
        let of = |wanted: fn(&str) -> bool| facts.keys().filter(|key| wanted(key.0)).count();
        let with: BTreeSet<_> =
            facts.keys().map(|key| key.0).filter(|it| methods.contains(*it)).collect();
        let names: BTreeSet<_> = facts.keys().map(|key| key.2).collect();
        let unknown: BTreeSet<_> =
            self.tied.keys().map(|key| &key.0).filter(|it| !methods.contains(*it)).collect();
        let left_out = self.tied.keys().filter(|key| unknown.contains(&key.0)).count();
        format!(
            "errors: {} names; {} of {} methods have errors of their own; {} facts ({} of any method, \
             {} of unknown methods); left out: {left_out} facts of {} methods that the layer does not have, \
             and names that are none: {:?}",
            names.len(),
            with.len(),
            methods.len(),
            facts.len(),
            of(|method| method == "*"),
            of(|method| method == "?"),
            unknown.len(),
            self.unreadable,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_that_differ_have_lines_of_their_own_and_unknown_methods_are_left_out() {
        let mut errors = Errors::default();
        errors.tie('m', "a.b", 400, "WAIT_%d");
        errors.tie('t', "a.b", 400, "WAIT_X");
        errors.tie('t', "a.b", 420, "WAIT_X");
        errors.tie('m', "a.gone", 400, "GONE");
        errors.list('m', 400, "FILE_MIGRATE_%d");
        errors.list('e', 303, "FILE_MIGRATE_X");
        errors.list('e', 400, "WAIT_X");
        errors.list('e', 500, "ODD");
        errors.list('e', 500, "No workers");
        let methods = BTreeSet::from(["a.b".to_owned(), "a.c".to_owned()]);
        let text = errors.write(&methods);
        let facts: Vec<_> = text.lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(
            facts,
            [
                "*\t303\tFILE_MIGRATE_X\te",
                "*\t400\tFILE_MIGRATE_X\tm",
                "?\t500\tODD\te",
                "a.b\t400\tWAIT_X\tmt",
                "a.b\t420\tWAIT_X\tt",
            ]
        );
        let summary = errors.summary(&methods);
        assert!(summary.contains("1 of 2 methods"), "{summary}");
        assert!(summary.contains("1 facts of 1 methods that the layer does not have"), "{summary}");
        assert!(summary.contains("No workers"), "{summary}");
    }
}
