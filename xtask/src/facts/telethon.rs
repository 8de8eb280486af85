//! The facts in Telethon's tables.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
};

use super::{
    callers::{Caller, Callers},
    errors::Errors,
};

const SOURCE: char = 't';

/// Reads the table of errors (name, codes, description) and that of methods (name, callers, errors).
pub(crate) fn read(
    errors_csv: &str,
    methods_csv: &str,
    errors: &mut Errors,
    callers: &mut Callers,
) -> Result<(), Box<dyn Error>> {
    let mut codes = BTreeMap::new();
    for (name, rest) in errors_csv.lines().skip(1).filter_map(|line| line.split_once(',')) {
        // The description is quoted when it has a comma, and comes last.
        let written = rest.split(',').next().unwrap_or_default();
        let numbers: Result<Vec<i32>, _> = written.split_whitespace().map(str::parse).collect();
        codes.insert(name, numbers.map_err(|error| format!("errors.csv: {name}: {error}"))?);
    }
    let mut tied = BTreeSet::new();
    for line in methods_csv.lines().skip(1) {
        let [method, usability, names] = line.split(',').collect::<Vec<_>>()[..] else {
            return Err(format!("methods.csv: three columns expected: {line}").into());
        };
        for name in names.split_whitespace() {
            let codes = codes.get(name).ok_or_else(|| format!("{method}: {name} has no code"))?;
            codes.iter().for_each(|code| errors.tie(SOURCE, method, *code, name));
            tied.insert(name);
        }
        if matches!(usability, "user" | "both") {
            callers.may(SOURCE, method, Caller::Users);
        }
        if matches!(usability, "bot" | "both") {
            callers.may(SOURCE, method, Caller::Bots);
        }
    }
    for (name, codes) in codes.iter().filter(|(name, _)| !tied.contains(*name)) {
        codes.iter().for_each(|code| errors.list(SOURCE, *code, name));
    }
    Ok(())
}
