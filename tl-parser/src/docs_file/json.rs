//! Reads `api-schema.json` of the package `@mtcute/core`: a schema with docs, callers and errors in one file.
//!
//! `e` lists constructors and methods, each with `name`, `comment`, `arguments`, `available` and `throws`;
//! `u` has the docs of types, by name. Texts are HTML.

use serde_json::Value;

use super::{
    file::{DocsFile, Entry, Said},
    html_text::plain,
    method::{Caller, Method, MethodError, error_name, is_error},
};

/// Reads the file. A fault is a path to a value, with what is wrong there.
pub(super) fn parse(name: &str, text: &str) -> Result<DocsFile, Vec<String>> {
    let value: Value = serde_json::from_str(text)
        .map_err(|error| vec![format!("{name}: invalid JSON: {error}")])?;
    let Some(Value::Array(list)) = value.get("e") else {
        let fault = "expected a list `e` of constructors and methods, as in `api-schema.json` of `@mtcute/core`";
        return Err(vec![format!("{name}: {fault}")]);
    };
    let mut file = DocsFile { name: name.to_owned(), ..DocsFile::default() };
    let mut faults = Vec::new();
    for (at, item) in list.iter().enumerate() {
        match entry(at, item) {
            Ok((item, entry)) => drop(file.entries.insert(item, entry)),
            Err((path, wanted)) => faults.push(format!("{name}: e[{at}]{path}: expected {wanted}")),
        }
    }
    for (type_name, said) in value.get("u").and_then(Value::as_object).into_iter().flatten() {
        match said.as_str() {
            Some(said) => file.entries.entry(type_name.clone()).or_default().text = plain(said),
            None => faults.push(format!("{name}: u.{type_name}: expected a string")),
        }
    }
    if faults.is_empty() { Ok(file) } else { Err(faults) }
}

/// A path within an entry, and what was expected there.
type Fault = (String, &'static str);

fn entry(place: usize, item: &Value) -> Result<(String, Entry), Fault> {
    let name = text(item, "name", "")?.ok_or_else(|| (".name".to_owned(), "a name"))?;
    let mut entry = Entry { place, text: comment(item, "")?, ..Entry::default() };
    for (at, argument) in list(item, "arguments", "")?.iter().enumerate() {
        let path = format!(".arguments[{at}]");
        let field = text(argument, "name", &path)?.unwrap_or_default();
        let said = Said { place, text: comment(argument, &path)? };
        if !said.text.is_empty() && !field.is_empty() {
            entry.fields.insert(field.to_owned(), said);
        }
    }
    entry.method = method(item)?;
    Ok((name.to_owned(), entry))
}

fn method(item: &Value) -> Result<Method, Fault> {
    let callers: &[Caller] = match text(item, "available", "")? {
        None => &[],
        Some("user") => &[Caller::Users],
        Some("bot") => &[Caller::Bots],
        Some("both") => &[Caller::Users, Caller::Bots],
        Some(_) => return Err((".available".to_owned(), "`user`, `bot` or `both`")),
    };
    let mut errors = Vec::new();
    for (at, error) in list(item, "throws", "")?.iter().enumerate() {
        let path = format!(".throws[{at}]");
        let name = text(error, "name", &path)?.filter(|name| is_error(name));
        let name = name.ok_or_else(|| (format!("{path}.name"), "the name of an error"))?;
        let code =
            error.get("code").and_then(Value::as_i64).and_then(|code| i32::try_from(code).ok());
        let code = code.ok_or_else(|| (format!("{path}.code"), "a number of 32 bits"))?;
        let text = comment(error, &path)?;
        errors.push(MethodError { code, name: error_name(name).into_owned(), text });
    }
    Ok(Method { callers: callers.iter().copied().collect(), errors })
}

fn comment(value: &Value, path: &str) -> Result<String, Fault> {
    Ok(text(value, "comment", path)?.map(plain).unwrap_or_default())
}

fn text<'v>(value: &'v Value, key: &str, path: &str) -> Result<Option<&'v str>, Fault> {
    match value.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err((format!("{path}.{key}"), "a string")),
    }
}

fn list<'v>(value: &'v Value, key: &str, path: &str) -> Result<&'v [Value], Fault> {
    match value.get(key) {
        None => Ok(&[]),
        Some(Value::Array(items)) => Ok(items),
        Some(_) => Err((format!("{path}.{key}"), "a list")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_has_texts_callers_and_errors() {
        let text = r#"{"l":1,"e":[{"kind":"method","name":"a.b","comment":"Does <b>b</b>","available":"both",
            "arguments":[{"name":"x","type":"int","comment":"An x"},{"name":"y","type":"int"}],
            "throws":[{"code":400,"name":"X_BAD","comment":"Bad"}]}],"u":{"T":"A type"}}"#;
        let file = parse("docs", text).unwrap();
        let entry = &file.entries["a.b"];
        assert_eq!((entry.text.as_str(), entry.fields["x"].text.as_str()), ("Does b", "An x"));
        assert_eq!(entry.fields.len(), 1);
        assert_eq!(entry.method.callers.len(), 2);
        assert_eq!(entry.method.errors[0].name, "X_BAD");
        assert_eq!(file.entries["T"].text, "A type");
    }

    #[test]
    fn faults_say_where_and_what() {
        let faults = |text: &str| parse("docs", text).unwrap_err().join("\n");
        assert!(faults("{\"e\":[").starts_with("docs: invalid JSON: "));
        assert!(faults("{}").contains("expected a list `e`"));
        let text = r#"{"e":[{},{"name":"a","available":1},{"name":"b","throws":[{"name":"E"}]}],"u":{"T":1}}"#;
        let want = "docs: e[0].name: expected a name\ndocs: e[1].available: expected a string\n\
                    docs: e[2].throws[0].code: expected a number of 32 bits\ndocs: u.T: expected a string";
        assert_eq!(faults(text), want);
    }
}
