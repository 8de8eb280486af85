//! The JSON form of `@mtcute/tl`, as TL.

use std::error::Error;

use serde_json::Value;

/// Spells all entries. Fields of 53 bits are a view of the package's; on the wire they are `long`.
pub(crate) fn to_tl(schema: &Value) -> Result<String, Box<dyn Error>> {
    let entries = || {
        let all = schema["e"].as_array().into_iter().flatten();
        all.filter(|entry| !is_own(entry["name"].as_str().unwrap_or_default()))
    };
    let mut text = String::new();
    for entry in entries().filter(|it| it["kind"] == "class") {
        text += &declaration(entry)?;
    }
    text += "---functions---\n";
    for entry in entries().filter(|it| it["kind"] == "method") {
        text += &declaration(entry)?;
    }
    Ok(text)
}

/// Whether a declaration is the package's own, or one of TDLib's beginnings of calls; neither is of Telegram's API.
fn is_own(name: &str) -> bool {
    name.starts_with("mtcute.") || name.starts_with("invokeWith") && name.ends_with("Prefix")
}

fn declaration(entry: &Value) -> Result<String, Box<dyn Error>> {
    let name = member(entry, "name")?;
    let id = entry["id"].as_u64().ok_or_else(|| format!("{name} has no id"))?;
    let mut text = format!("{name}#{id:08x}");
    for variable in entry["generics"].as_array().into_iter().flatten() {
        text.extend([" {", member(variable, "name")?, ":", member(variable, "type")?, "}"]);
    }
    for field in entry["arguments"].as_array().into_iter().flatten() {
        text.extend([" ", member(field, "name")?, ":", &ty(field)?]);
    }
    Ok(format!("{text} = {};\n", ty(entry)?))
}

/// The type of a field, or the result.
fn ty(of: &Value) -> Result<String, Box<dyn Error>> {
    let (name, how) = (member(of, "type")?, &of["typeModifiers"]);
    let name = if name == "int53" { "long" } else { name };
    let is = |key: &str| how[key] == Value::Bool(true);
    let name = if is("isVector") {
        format!("Vector<{name}>")
    } else if is("isBareVector") {
        format!("vector<{name}>")
    } else {
        name.to_owned()
    };
    Ok(match how["predicate"].as_str() {
        Some(bit) => format!("{bit}?{name}"),
        None => name,
    })
}

fn member<'v>(of: &'v Value, key: &str) -> Result<&'v str, Box<dyn Error>> {
    of[key].as_str().ok_or_else(|| format!("an entry has no {key}: {of}").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modifiers_become_types() {
        let schema = serde_json::json!({"e": [
            {"kind": "method", "name": "f", "id": 2, "type": "User",
             "typeModifiers": {"isVector": true}, "generics": [{"name": "X", "type": "Type"}],
             "arguments": [{"name": "q", "type": "!X"}]},
            {"kind": "method", "name": "mtcute.own", "id": 3, "type": "bytes", "arguments": []},
            {"kind": "class", "name": "a", "id": 1, "type": "A", "arguments": [
                {"name": "flags", "type": "#"},
                {"name": "on", "type": "true", "typeModifiers": {"predicate": "flags.0"}},
                {"name": "ids", "type": "int53",
                 "typeModifiers": {"predicate": "flags.1", "isVector": true}},
                {"name": "bare", "type": "B", "typeModifiers": {"isBareVector": true}},
            ]},
        ]});
        assert_eq!(
            to_tl(&schema).unwrap(),
            "a#00000001 flags:# on:flags.0?true ids:flags.1?Vector<long> bare:vector<B> = A;\n\
             ---functions---\nf#00000002 {X:Type} q:!X = Vector<User>;\n"
        );
        let faulty = serde_json::json!({"e": [{"kind": "class", "name": "a", "type": "A"}]});
        assert_eq!(to_tl(&faulty).unwrap_err().to_string(), "a has no id");
    }
}
