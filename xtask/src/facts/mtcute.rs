//! Reads the facts in `@mtcute/core`.

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
/// The error of a method that needs the business connection of the call.
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

/// Returns the errors of the methods in the table. The schema has codes for single methods, which the table
/// lacks.
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

/// Returns the errors that nine of ten methods give; they do not concern the method.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_the_schema_come_first_and_general_errors_tell_who_may_call() {
        // Nine of ten methods need a login.
        let many: Vec<_> = (0..18).map(|at| format!("m.{at}")).collect();
        let mut throws: BTreeMap<_, Vec<_>> =
            many.iter().map(|name| (name.as_str(), vec![NO_LOGIN])).collect();
        throws.insert("a.login", vec!["ODD"]);
        throws.insert("a.business", vec![NO_LOGIN, CONNECTION, "ODD"]);
        let raw = serde_json::json!({
            "errors": {
                NO_LOGIN: {"code": 401}, "ODD": {"code": 400}, CONNECTION: {"code": 400},
                "FLOOD_WAIT_%d": {"code": 420},
            },
            "throws": throws,
        });
        let schema = serde_json::json!({"e": [
            {"kind": "method", "name": "a.login", "available": "both",
             "throws": [{"code": 406, "name": "ODD"}]},
            {"kind": "class", "name": "a.thing"},
        ]});
        let (mut errors, mut callers) = (Errors::default(), Callers::default());
        read(&raw.to_string(), &schema.to_string(), &mut errors, &mut callers).unwrap();
        let methods = BTreeSet::from(["a.login".to_owned(), "a.business".to_owned()]);
        let facts = |text: String| {
            text.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n")
        };
        assert_eq!(
            facts(errors.write(&methods)),
            "*\t401\tAUTH_KEY_UNREGISTERED\tm\n*\t420\tFLOOD_WAIT_X\tm\n\
             a.business\t400\tBUSINESS_CONNECTION_INVALID\tm\na.business\t400\tODD\tm\n\
             a.login\t406\tODD\tm"
        );
        assert_eq!(
            facts(callers.write(&methods)),
            "a.business\tbusiness\tm\na.login\tanyone\tm\na.login\tbots\tm\na.login\tusers\tm"
        );
    }
}
