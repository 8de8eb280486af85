//! Calls as Rust with the generated code.

use typelang_codegen::{ExampleValue, Examples};
use typelang_parser::Schema;

use super::value::{Object, Value};

/// A call and its bytes in Rust; `None` where the generated code has no such method.
#[must_use]
pub fn rust(schema: &Schema, examples: &Examples, call: &Object) -> Option<String> {
    let fields = fields(schema, &call.fields);
    let example = examples.call(&schema[call.combinator].name, &fields).ok()?;
    Some(example.to_string().trim_end().to_owned())
}

fn fields(schema: &Schema, list: &[(String, Value)]) -> Vec<(String, ExampleValue)> {
    list.iter().map(|(name, it)| (name.clone(), value(schema, it))).collect()
}

fn value(schema: &Schema, it: &Value) -> ExampleValue {
    match it {
        Value::Int(number, _) => ExampleValue::Int(*number),
        Value::Nat(number) => ExampleValue::Int((*number).into()),
        Value::Double(number) => ExampleValue::Double(*number),
        Value::Bool(value) => ExampleValue::Bool(*value),
        Value::True => ExampleValue::Bool(true),
        Value::Text(text) => ExampleValue::Text(text.clone()),
        Value::Bytes(bytes) => ExampleValue::Bytes(bytes.clone()),
        Value::List(items) => {
            ExampleValue::Vector(items.iter().map(|item| value(schema, item)).collect())
        }
        Value::Object(object) => ExampleValue::Object {
            constructor: schema[object.combinator].name.clone(),
            fields: fields(schema, &object.fields),
        },
        Value::Row(row) => {
            ExampleValue::Object { constructor: String::new(), fields: fields(schema, row) }
        }
    }
}
