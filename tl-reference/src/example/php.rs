//! Calls as `MadelineProto` has them, by its rules for names.

use typelang_parser::Schema;

use super::{
    json::hex,
    layout::{Node, Trailing},
    value::{Object, Value},
};

/// A call by `MadelineProto`'s methods, with named arguments.
#[must_use]
pub fn madeline(schema: &Schema, call: &Object) -> String {
    let name = schema[call.combinator].name.replace('.', "->");
    let open = format!("$result = $MadelineProto->{name}(");
    let items = call.fields.iter().map(|(name, it)| (format!("{name}: "), value(schema, it)));
    let call = Node::Group { open, items: items.collect(), close: ")" };
    format!("{};", call.lines("    ", Trailing::Comma))
}

fn value(schema: &Schema, it: &Value) -> Node {
    let leaf = match it {
        Value::Int(value, _) => value.to_string(),
        Value::Nat(value) => value.to_string(),
        Value::Double(value) => format!("{value:?}"),
        Value::Bool(value) => value.to_string(),
        Value::True => "true".to_owned(),
        Value::Text(text) => quoted(text),
        Value::Bytes(bytes) => format!("hex2bin('{}')", hex(bytes)),
        Value::Object(it) => {
            let name = (
                String::new(),
                Node::Leaf(format!("'_' => {}", quoted(&schema[it.combinator].name))),
            );
            return array([name].into_iter().chain(fields(schema, &it.fields)).collect());
        }
        Value::Row(list) => return array(fields(schema, list).collect()),
        Value::List(items) => {
            return array(items.iter().map(|item| (String::new(), value(schema, item))).collect());
        }
    };
    Node::Leaf(leaf)
}

fn fields<'v>(
    schema: &'v Schema,
    list: &'v [(String, Value)],
) -> impl Iterator<Item = (String, Node)> + use<'v> {
    list.iter().map(move |(name, it)| (format!("'{name}' => "), value(schema, it)))
}

fn array(items: Vec<(String, Node)>) -> Node {
    Node::Group { open: "[".to_owned(), items, close: "]" }
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}
