//! Reads the facts in Telethon's tables.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
};

use super::{
    callers::{Caller, Callers},
    errors::Errors,
};

const SOURCE: char = 't';

/// Reads the table of errors (name, codes, description) and the table of methods (name, callers, errors).
pub(crate) fn read(
    errors_csv: &str,
    methods_csv: &str,
    errors: &mut Errors,
    callers: &mut Callers,
) -> Result<(), Box<dyn Error>> {
    let mut codes = BTreeMap::new();
    for (name, rest) in errors_csv.lines().skip(1).filter_map(|line| line.split_once(',')) {
        // The description comes last, and is quoted if it has a comma.
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
            for code in codes {
                errors.tie(SOURCE, method, *code, name);
            }
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
        for code in codes {
            errors.list(SOURCE, *code, name);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_with_two_codes_is_two_facts_and_one_without_code_is_refused() {
        let codes = "name,codes,description\nODD,400 406,\"Odd, indeed\"\nFLOOD_WAIT_X,420,Slow\n";
        let methods = "method,usability,errors\na.b,bot,ODD\n";
        let (mut errors, mut callers) = (Errors::default(), Callers::default());
        read(codes, methods, &mut errors, &mut callers).unwrap();
        let known = BTreeSet::from(["a.b".to_owned()]);
        let text = errors.write(&known);
        assert!(text.ends_with("*\t420\tFLOOD_WAIT_X\tt\na.b\t400\tODD\tt\na.b\t406\tODD\tt\n"));
        assert!(callers.write(&known).ends_with("\na.b\tbots\tt\n"));
        let fault = read(codes, "head\na.b,user,NEW\n", &mut errors, &mut callers).unwrap_err();
        assert_eq!(fault.to_string(), "a.b: NEW has no code");
    }
}
