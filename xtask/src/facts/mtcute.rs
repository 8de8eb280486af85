//! The facts in `@mtcute/core`.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
};

use serde_json::Value;

use super::{
    callers::{Caller, Callers},
    errors::Errors,
};

const SOURCE: char = 'm';

/// The error of a method that needs a login.
const NO_LOGIN: &str = "AUTH_KEY_UNREGISTERED";
/// The error of a method that looks at the business connection of the call.
const CONNECTION: &str = "BUSINESS_CONNECTION_INVALID";

/// Reads the tables of errors and the schema, which also has codes of errors and callers.
pub(crate) fn read(
    raw: &str,
    schema: &str,
    errors: &mut Errors,
    callers: &mut Callers,
) -> Result<(), Box<dyn Error>> {
    let (raw, schema): (Value, Value) = (serde_json::from_str(raw)?, serde_json::from_str(schema)?);
    let codes = codes(&raw)?;
    let by_method = by_method(&raw, &schema, &codes)?;
    let general = general(&by_method);
    let mut tied = BTreeSet::new();
    for (method, given) in &by_method {
        for (name, code) in given.iter().filter(|(name, _)| !general.contains(*name)) {
            errors.tie(SOURCE, method, *code, name);
            tied.insert(*name);
        }
        if !given.contains_key(NO_LOGIN) {
            callers.may(SOURCE, method, Caller::Anyone);
        }
        if given.contains_key(CONNECTION) {
            callers.may(SOURCE, method, Caller::Business);
        }
    }
    for (name, code) in codes.iter().filter(|(name, _)| !tied.contains(*name)) {
        errors.list(SOURCE, *code, name);
    }
    read_callers(&schema, callers);
    Ok(())
}

type Given<'a> = BTreeMap<&'a str, i32>;

fn codes(raw: &Value) -> Result<Given<'_>, Box<dyn Error>> {
    let errors = raw["errors"].as_object().ok_or("raw-errors.json has no errors")?;
    errors.iter().map(|(name, error)| Ok((name.as_str(), code(error)?))).collect()
}

fn code(error: &Value) -> Result<i32, Box<dyn Error>> {
    let code = error["code"].as_i64().and_then(|code| i32::try_from(code).ok());
    code.ok_or_else(|| format!("an error has no code: {error}").into())
}

/// The errors of the methods that the table knows. The schema has a code for each method and error, which the table has not.
fn by_method<'a>(
    raw: &'a Value,
    schema: &'a Value,
    codes: &Given<'a>,
) -> Result<BTreeMap<&'a str, Given<'a>>, Box<dyn Error>> {
    let throws = raw["throws"].as_object().ok_or("raw-errors.json has no throws")?;
    let mut methods = BTreeMap::<_, Given<'_>>::new();
    for (method, names) in throws {
        let given = methods.entry(method.as_str()).or_default();
        for name in names.as_array().into_iter().flatten().filter_map(Value::as_str) {
            let code = codes.get(name).ok_or_else(|| format!("{method}: {name} has no code"))?;
            given.insert(name, *code);
        }
    }
    for method in schema["e"].as_array().into_iter().flatten() {
        let Some(given) = method["name"].as_str().and_then(|name| methods.get_mut(name)) else {
            continue;
        };
        for error in method["throws"].as_array().into_iter().flatten() {
            given.insert(error["name"].as_str().ok_or("an error has no name")?, code(error)?);
        }
    }
    Ok(methods)
}

/// Errors that nine methods of ten give are not about the method.
fn general<'a>(by_method: &BTreeMap<&str, Given<'a>>) -> BTreeSet<&'a str> {
    let mut counts = BTreeMap::<_, usize>::new();
    by_method
        .values()
        .flat_map(BTreeMap::keys)
        .for_each(|name| *counts.entry(*name).or_default() += 1);
    let most = by_method.len() * 9 / 10;
    counts.into_iter().filter(|(_, count)| *count >= most).map(|(name, _)| name).collect()
}

fn read_callers(schema: &Value, callers: &mut Callers) {
    for method in schema["e"].as_array().into_iter().flatten() {
        let Some(name) = method["name"].as_str().filter(|_| method["kind"] == "method") else {
            continue;
        };
        let available = method["available"].as_str().unwrap_or_default();
        if matches!(available, "user" | "both") {
            callers.may(SOURCE, name, Caller::Users);
        }
        if matches!(available, "bot" | "both") {
            callers.may(SOURCE, name, Caller::Bots);
        }
    }
}
