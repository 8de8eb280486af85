//! Calls as Telethon has them, by its rules for names.

use typelang_parser::{Schema, syntax::Role};

use super::{
    json::hex,
    layout::{Node, Trailing},
    value::{Object, Value},
};

/// A call by Telethon's raw API.
#[must_use]
pub fn telethon(schema: &Schema, call: &Object) -> String {
    let call = object(schema, call);
    let items = vec![(String::new(), call)];
    let call = Node::Group { open: "result = await client(".to_owned(), items, close: ")" };
    let call = call.lines("    ", Trailing::Nothing);
    let modules: Vec<&str> = ["functions", "types"]
        .into_iter()
        .filter(|name| call.contains(&format!("{name}.")))
        .collect();
    format!("from telethon.tl import {}\n\n{call}", modules.join(", "))
}

fn object(schema: &Schema, object: &Object) -> Node {
    let combinator = &schema[object.combinator];
    let (module, suffix) = match combinator.role {
        Role::Function => ("functions", "Request"),
        Role::Constructor => ("types", ""),
    };
    let (namespace, name) = match combinator.name.rsplit_once('.') {
        Some((namespace, name)) => (format!("{module}.{namespace}"), name),
        None => (module.to_owned(), combinator.name.as_str()),
    };
    let open = format!("{namespace}.{}{suffix}(", class(name));
    let items =
        object.fields.iter().map(|(name, it)| (format!("{}=", argument(name)), value(schema, it)));
    Node::Group { open, items: items.collect(), close: ")" }
}

/// `some_thing` is `SomeThing`, and `sendMessage` is `SendMessage`.
fn class(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut is_upper = true;
    for char in name.chars() {
        if char == '_' {
            is_upper = true;
        } else {
            out.push(if is_upper { char.to_ascii_uppercase() } else { char });
            is_upper = false;
        }
    }
    out
}

/// Python's keywords that the schemas use as names of fields, and `self`, are other names in Telethon.
fn argument(name: &str) -> String {
    match name {
        "self" => "is_self".to_owned(),
        "from" => "from_".to_owned(),
        _ => name.to_owned(),
    }
}

fn value(schema: &Schema, it: &Value) -> Node {
    let leaf = match it {
        Value::Int(value, _) => value.to_string(),
        Value::Nat(value) => value.to_string(),
        Value::Double(value) => format!("{value:?}"),
        Value::Bool(true) | Value::True => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Text(text) => quoted(text),
        Value::Bytes(bytes) => format!("bytes.fromhex('{}')", hex(bytes)),
        Value::Object(it) if schema[it.combinator].name == "true" => "True".to_owned(),
        Value::Object(it) => return object(schema, it),
        Value::List(items) => {
            let items = items.iter().map(|item| (String::new(), value(schema, item))).collect();
            return Node::Group { open: "[".to_owned(), items, close: "]" };
        }
        Value::Row(fields) => {
            let items = fields.iter().map(|(name, it)| (format!("'{name}': "), value(schema, it)));
            return Node::Group { open: "{".to_owned(), items: items.collect(), close: "}" };
        }
    };
    Node::Leaf(leaf)
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'").replace('\n', "\\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_telethon() {
        assert_eq!(class("sendMessage"), "SendMessage");
        assert_eq!(class("req_pq_multi"), "ReqPqMulti");
        assert_eq!((argument("self").as_str(), argument("peer").as_str()), ("is_self", "peer"));
        assert_eq!(quoted("it's\n"), "'it\\'s\\n'");
    }
}
