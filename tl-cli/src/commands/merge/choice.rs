//! Which of several declarations is kept.

use std::collections::BTreeMap;

use super::declared::{Declared, Key};

/// The declarations of one key, and which is kept.
#[derive(Debug, Default)]
pub(super) struct Choice<'t> {
    /// The first in each distinct form.
    pub(super) forms: Vec<Declared<'t>>,
    /// The index of the first form in each source: a source may repeat the form of an earlier one.
    of_source: BTreeMap<usize, usize>,
    /// The index of the form that is kept, and why; `None` if nothing decides.
    pub(super) kept: Option<(usize, Why)>,
}

/// Why a form is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// There is no other.
    Alone,
    /// `--prefer` names its source.
    Preferred,
    /// It has the id of the others, and all their fields.
    HasMore,
}

/// Chooses for each key, in the order of the sources; `preferred` are indices of sources.
pub(super) fn choices<'t>(
    all: &[Declared<'t>],
    preferred: &[usize],
) -> BTreeMap<Key<'t>, Choice<'t>> {
    let mut choices: BTreeMap<Key<'t>, Choice<'t>> = BTreeMap::new();
    for declared in all {
        let choice = choices.entry(declared.key).or_default();
        let same = choice.forms.iter().position(|form| form.is_same(declared));
        let at = same.unwrap_or(choice.forms.len());
        if same.is_none() {
            choice.forms.push(*declared);
        }
        choice.of_source.entry(declared.source).or_insert(at);
    }
    for choice in choices.values_mut() {
        choice.kept = kept(choice, preferred);
    }
    choices
}

fn kept(Choice { forms, of_source, .. }: &Choice<'_>, preferred: &[usize]) -> Option<(usize, Why)> {
    if let [_] = forms[..] {
        return Some((0, Why::Alone));
    }
    if let Some(at) = preferred.iter().find_map(|source| of_source.get(source)) {
        return Some((*at, Why::Preferred));
    }
    let has_more = |(at, form): (usize, &Declared<'_>)| {
        let others = || forms.iter().enumerate().filter(|(other, _)| *other != at);
        others().all(|(_, other)| form.id() == other.id() && form.has_more(other)).then_some(at)
    };
    forms.iter().enumerate().find_map(has_more).map(|at| (at, Why::HasMore))
}
