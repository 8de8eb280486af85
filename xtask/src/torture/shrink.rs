//! Reduces a schema as long as the same fault occurs.

use std::{collections::BTreeSet, error::Error};

use super::{
    batch::{Case, judge},
    failure::Fault,
    schema::Declaration,
};

/// The number of smaller cases that are tried together, and the number of rounds.
const AT_ONCE: usize = 12;
const ROUNDS: usize = 10;

/// Returns the smallest case found, and its fault.
pub(crate) fn shrink(mut case: Case, mut fault: Fault) -> Result<(Case, Fault), Box<dyn Error>> {
    let mut steps =
        [closures, without_declarations, without_settings, without_fields].iter().cycle();
    let mut idle = 0;
    for _ in 0..ROUNDS {
        let Some(step) = steps.next() else { break };
        let mut smaller = step(&case);
        smaller.sort_by_key(|one| one.schema.text().len());
        smaller.truncate(AT_ONCE);
        let verdicts = judge(&smaller)?;
        let mut found = smaller.into_iter().zip(verdicts).filter_map(|(case, verdict)| {
            let same = verdict.faults.into_iter().find(|one| one.kind == fault.kind)?;
            Some((case, same))
        });
        match found.next() {
            Some(smallest) => {
                (case, fault) = smallest;
                idle = 0;
            }
            None => idle += 1,
        }
        if idle == 4 {
            break;
        }
    }
    Ok((case, fault))
}

fn with_declarations(case: &Case, declarations: Vec<Declaration>) -> Case {
    let mut case = case.clone();
    case.schema.declarations = declarations;
    case.settings = case.settings.without_selectors();
    case
}

/// Returns, for each declaration, only what it depends on.
fn closures(case: &Case) -> Vec<Case> {
    let all = &case.schema.declarations;
    let sets: BTreeSet<Vec<usize>> = (0..all.len()).map(|at| closure(all, at)).collect();
    sets.into_iter()
        .filter(|set| set.len() < all.len())
        .map(|set| with_declarations(case, set.into_iter().map(|at| all[at].clone()).collect()))
        .collect()
}

pub(super) fn closure(all: &[Declaration], at: usize) -> Vec<usize> {
    let (mut set, mut open) = (BTreeSet::from([at]), vec![at]);
    while let Some(at) = open.pop() {
        let text = format!("{} {}", all[at].fields.join(" "), all[at].result);
        let words: BTreeSet<&str> = text
            .split(|letter: char| !letter.is_ascii_alphanumeric() && !"._".contains(letter))
            .collect();
        for (other, one) in all.iter().enumerate() {
            let name = one.name.split('#').next().unwrap_or_default();
            let result = one.result.split([' ', '<']).next().unwrap_or_default();
            let is_named = !one.is_method && (words.contains(name) || words.contains(result));
            if is_named && set.insert(other) {
                open.push(other);
            }
        }
    }
    set.into_iter().collect()
}

fn without_declarations(case: &Case) -> Vec<Case> {
    let all = &case.schema.declarations;
    let without = |at: usize| {
        let mut rest = all.clone();
        rest.remove(at);
        with_declarations(case, rest)
    };
    (0..all.len()).filter(|_| all.len() > 1).map(without).collect()
}

fn without_settings(case: &Case) -> Vec<Case> {
    let mut all = Vec::new();
    while let Some(settings) = case.settings.without(all.len()) {
        all.push(Case { settings, ..case.clone() });
    }
    all
}

fn without_fields(case: &Case) -> Vec<Case> {
    let mut all = Vec::new();
    for (at, one) in case.schema.declarations.iter().enumerate() {
        for field in 0..one.fields.len() {
            let mut smaller = case.clone();
            smaller.schema.declarations[at].fields.remove(field);
            all.push(smaller);
        }
        if !one.docs.is_empty() {
            let mut smaller = case.clone();
            smaller.schema.declarations[at].docs.clear();
            all.push(smaller);
        }
    }
    all
}
