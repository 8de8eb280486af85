//! `callers.tsv`: who may call which method, by source.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::{lines, sources};

const HEAD: &str = "\
# Who may call which method. Written by `cargo xtask facts`.
#
# method<TAB>caller<TAB>sources
#
# caller   users     An account of a person.
#          bots      A bot.
#          business  A bot for the account that it is connected to, in `invokeWithBusinessConnection`.
#          anyone    Nobody need be logged in. One source says so by tying AUTH_KEY_UNREGISTERED to all other methods.
#          -users, -bots   These sources say that users or bots may not call the method, and others say that they may.
# sources  A letter for each source; SOURCES.md has them.
#
# A method without lines is not known to any source. Lines are sorted by their bytes.
";

/// A kind of caller: a kind of account, or anyone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Caller {
    Users,
    Bots,
    Business,
    Anyone,
}

impl Caller {
    const fn name(self) -> &'static str {
        match self {
            Self::Users => "users",
            Self::Bots => "bots",
            Self::Business => "business",
            Self::Anyone => "anyone",
        }
    }
}

/// What the sources say about callers.
#[derive(Debug, Default)]
pub(crate) struct Callers {
    may: BTreeMap<(String, Caller), BTreeSet<char>>,
    /// The sources that know a method's users and bots.
    known: BTreeMap<String, BTreeSet<char>>,
}

impl Callers {
    /// Records that a source says that somebody may call a method.
    pub(crate) fn may(&mut self, source: char, method: &str, caller: Caller) {
        self.may.entry((method.to_owned(), caller)).or_default().insert(source);
        if matches!(caller, Caller::Users | Caller::Bots) {
            self.known.entry(method.to_owned()).or_default().insert(source);
        }
    }

    /// Formats the file.
    pub(crate) fn write(&self, methods: &BTreeSet<String>) -> String {
        let known = self.may.iter().filter(|((method, _), _)| methods.contains(method));
        lines(
            HEAD,
            known.flat_map(|((method, caller), from)| {
                let (no, caller) = (self.deny(method, *caller), caller.name());
                let yes = format!("{method}\t{caller}\t{}", sources(from));
                let no = (!no.is_empty()).then(|| format!("{method}\t-{caller}\t{}", sources(&no)));
                std::iter::once(yes).chain(no)
            }),
        )
    }

    /// Returns the sources that know the method and leave out this caller, although another source has it.
    fn deny(&self, method: &str, caller: Caller) -> BTreeSet<char> {
        let yes = self.may.get(&(method.to_owned(), caller));
        match (yes, self.known.get(method)) {
            (Some(yes), Some(known)) if matches!(caller, Caller::Users | Caller::Bots) => {
                known - yes
            }
            _ => BTreeSet::new(),
        }
    }

    /// Summarizes the facts, and those that were left out.
    pub(crate) fn summary(&self, methods: &BTreeSet<String>) -> String {
        let (known, unknown): (Vec<_>, Vec<_>) =
            self.known.iter().partition(|(method, _)| methods.contains(*method));
        let of = |wanted: Caller| {
            self.may
                .keys()
                .filter(|(method, caller)| *caller == wanted && methods.contains(method))
                .count()
        };
        let both: Vec<_> = known.iter().filter(|(_, from)| from.len() > 1).collect();
        let differ = both.iter().filter(|(method, _)| {
            [Caller::Users, Caller::Bots]
                .into_iter()
                .any(|caller| !self.deny(method, caller).is_empty())
        });
        format!(
            "callers: of {} of {} methods; users {}, bots {}, business {}, anyone {}; \
             two sources agree on {} of {}; left out: {} methods that the layer does not have",
            known.len(),
            methods.len(),
            of(Caller::Users),
            of(Caller::Bots),
            of(Caller::Business),
            of(Caller::Anyone),
            both.len() - differ.count(),
            both.len(),
            unknown.len(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_of_a_conflict_are_written() {
        let mut callers = Callers::default();
        callers.may('m', "a", Caller::Users);
        callers.may('m', "a", Caller::Bots);
        callers.may('t', "a", Caller::Users);
        callers.may('m', "b", Caller::Anyone);
        callers.may('m', "gone", Caller::Bots);
        let methods = BTreeSet::from(["a".to_owned(), "b".to_owned()]);
        let text = callers.write(&methods);
        let facts: Vec<_> = text.lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(facts, ["a\t-bots\tt", "a\tbots\tm", "a\tusers\tmt", "b\tanyone\tm"]);
        let summary = callers.summary(&methods);
        assert!(summary.contains("agree on 0 of 1"), "{summary}");
        assert!(summary.contains("left out: 1 methods"), "{summary}");
    }
}
