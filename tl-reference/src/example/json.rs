//! Values as JSON, in the form that the command `tl` reads.

use core::fmt::Write;

use base64::{Engine, engine::general_purpose::STANDARD};
use typelang_parser::{Dialect, Schema, schema::Builtin};

use super::{
    layout::{Node, Trailing},
    value::{Object, Value},
};

/// Spells values of a schema as JSON.
#[derive(Clone, Copy, Debug)]
pub struct Json<'s> {
    schema: &'s Schema,
    /// The key for a combinator's name.
    key: &'static str,
    is_tdlib: bool,
}

impl<'s> Json<'s> {
    /// Spells as the schema's dialect does: TDLib has forms of its own.
    #[must_use]
    pub fn new(schema: &'s Schema) -> Self {
        let is_tdlib = schema.dialect == Dialect::Tdlib;
        Self { schema, key: if is_tdlib { "@type" } else { "_" }, is_tdlib }
    }

    /// An object with its name, on one line.
    #[must_use]
    pub fn line(&self, object: &Object) -> String {
        self.object(object).line()
    }

    /// An object with its name, on several lines where it is long.
    #[must_use]
    pub fn lines(&self, object: &Object) -> String {
        self.object(object).lines("  ", Trailing::Nothing)
    }

    /// The fields of a call without its name, on one line.
    #[must_use]
    pub fn params_line(&self, call: &Object) -> String {
        self.params(call).line()
    }

    /// A call as HTTP gateways take it: `method` and `params`.
    #[must_use]
    pub fn call(&self, call: &Object) -> String {
        let method = Node::Leaf(quoted(&self.name(call)));
        let items = vec![(label("method"), method), (label("params"), self.params(call))];
        Node::Group { open: "{".to_owned(), items, close: "}" }.lines("  ", Trailing::Nothing)
    }

    /// A combinator's name, with its id where the schema has several of that name.
    #[must_use]
    pub fn name(&self, object: &Object) -> String {
        let combinator = &self.schema[object.combinator];
        let same = self.schema.combinators.iter().filter(|it| it.name == combinator.name).count();
        if same > 1 {
            format!("{}#{:08x}", combinator.name, combinator.id)
        } else {
            combinator.name.clone()
        }
    }

    fn object(&self, object: &Object) -> Node {
        let name = (label(self.key), Node::Leaf(quoted(&self.name(object))));
        let items = [name].into_iter().chain(self.fields(&object.fields)).collect();
        Node::Group { open: "{".to_owned(), items, close: "}" }
    }

    fn params(&self, call: &Object) -> Node {
        let items = self.fields(&call.fields).collect();
        Node::Group { open: "{".to_owned(), items, close: "}" }
    }

    fn fields<'v>(
        &self,
        fields: &'v [(String, Value)],
    ) -> impl Iterator<Item = (String, Node)> + use<'v, 's> {
        let this = *self;
        fields.iter().map(move |(name, value)| (label(name), this.value(value)))
    }

    fn value(&self, value: &Value) -> Node {
        let leaf = match value {
            Value::Int(value, Builtin::Long | Builtin::Int64) => format!("\"{value}\""),
            Value::Int(value, Builtin::Int53) if !self.is_tdlib => format!("\"{value}\""),
            Value::Int(value, _) => value.to_string(),
            Value::Nat(value) => value.to_string(),
            Value::Double(value) => format!("{value:?}"),
            Value::Bool(value) => value.to_string(),
            Value::True => "true".to_owned(),
            Value::Text(text) => quoted(text),
            Value::Bytes(bytes) if self.is_tdlib => quoted(&STANDARD.encode(bytes)),
            Value::Bytes(bytes) => quoted(&hex(bytes)),
            Value::Object(object) => return self.object(object),
            Value::Row(fields) => {
                let items = self.fields(fields).collect();
                return Node::Group { open: "{".to_owned(), items, close: "}" };
            }
            Value::List(items) => {
                let items = items.iter().map(|item| (String::new(), self.value(item))).collect();
                return Node::Group { open: "[".to_owned(), items, close: "]" };
            }
        };
        Node::Leaf(leaf)
    }
}

fn label(key: &str) -> String {
    format!("{}: ", quoted(key))
}

pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Bytes as hex digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut out, byte| {
        _ = write!(out, "{byte:02x}");
        out
    })
}
