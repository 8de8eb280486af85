//! Simple values of a schema's combinators, as examples and as JSON.

use serde_json::{Map, Value, json};
use typelang_codegen::ExampleValue;
use typelang_parser::{
    Schema,
    schema::{Apply, Arg, Builtin, Combinator, CombinatorId, Field, TypeExpr},
    syntax::Role,
};

/// A method without parameters, which wrappers carry.
const QUERIES: [&str; 2] = ["help.getConfig", "plain"];

/// How much of a combinator is present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Only required fields.
    Required,
    /// Optional fields too, but not those of nested values.
    All,
}

/// The fields of a value, and the whole value as JSON.
pub struct Sample {
    pub fields: Vec<(String, ExampleValue)>,
    pub json: Value,
}

/// The samples of a schema.
pub struct Samples<'s> {
    schema: &'s Schema,
    /// For each type, the constructor with the shallowest value.
    least: Vec<Option<CombinatorId>>,
}

impl<'s> Samples<'s> {
    pub fn new(schema: &'s Schema) -> Self {
        let mut least: Vec<Option<(usize, CombinatorId)>> = vec![None; schema.types.len()];
        for depth in 0.. {
            let mut found = Vec::new();
            for (id, combinator) in schema.combinators() {
                let TypeExpr::Apply(made) = &combinator.result else { continue };
                let at = made.ty.0 as usize;
                let is_ready = |field: &Field| {
                    field.condition.is_some() || is_ready(schema, &least, &field.ty)
                };
                let is_constructor = combinator.role == Role::Constructor;
                if is_constructor && least[at].is_none() && combinator.fields.iter().all(is_ready) {
                    found.push((at, id));
                }
            }
            if found.is_empty() {
                break;
            }
            for (at, id) in found {
                least[at].get_or_insert((depth, id));
            }
        }
        let least = least.into_iter().map(|found| found.map(|(_, id)| id)).collect();
        Self { schema, least }
    }

    pub fn combinator(&self, combinator: &Combinator, extent: Extent) -> Sample {
        self.sample(Some(&combinator.name), &combinator.fields, extent)
    }

    fn sample(&self, name: Option<&str>, all: &[Field], extent: Extent) -> Sample {
        let (mut fields, mut json) = (Vec::new(), Map::new());
        json.extend(name.map(|name| ("_".to_owned(), json!(name))));
        let is_present = |field: &&Field| field.condition.is_none() || extent == Extent::All;
        for (at, field) in all.iter().enumerate().filter(|(_, field)| is_present(field)) {
            let is_computed = field.ty == TypeExpr::Nat
                && field.defines.is_some_and(|var| {
                    all.iter().any(|other| other.condition.is_some_and(|bit| bit.mask == var))
                        || all.iter().any(|other| {
                            matches!(&other.ty,
                            TypeExpr::Repetition(it) if it.times.var == Some(var))
                        })
                });
            if is_computed {
                continue;
            }
            let name = field.name.clone().expect("fields have names here");
            let (value, shown) = self.value(field, at);
            fields.push((name.clone(), value));
            json.insert(name, shown);
        }
        Sample { fields, json: Value::Object(json) }
    }

    fn value(&self, field: &Field, at: usize) -> (ExampleValue, Value) {
        if field.bang {
            let is_query = |one: &&Combinator| QUERIES.contains(&one.name.as_str());
            let query = self.schema.combinators.iter().find(is_query);
            return self.object(query.expect("there is a method without parameters"));
        }
        self.of_type(&field.ty, i64::try_from(at).expect("a field has a place"))
    }

    fn object(&self, combinator: &Combinator) -> (ExampleValue, Value) {
        let Sample { fields, json } = self.combinator(combinator, Extent::Required);
        (ExampleValue::Object { constructor: combinator.name.clone(), fields }, json)
    }

    fn of_type(&self, ty: &TypeExpr, at: i64) -> (ExampleValue, Value) {
        match ty {
            TypeExpr::Nat => (ExampleValue::Int(at), json!(at)),
            TypeExpr::Apply(apply) => self.applied(apply, at),
            TypeExpr::Repetition(repetition) => {
                let times = if repetition.times.var.is_none() { repetition.times.plus } else { 2 };
                let element = || match repetition.fields.as_slice() {
                    [Field { name: None, ty, .. }] => self.of_type(ty, at),
                    fields => {
                        let Sample { fields, json } = self.sample(None, fields, Extent::All);
                        (ExampleValue::Object { constructor: String::new(), fields }, json)
                    }
                };
                let all = (0..times).map(|_| element());
                let (values, json) = all.unzip();
                (ExampleValue::Vector(values), Value::Array(json))
            }
            TypeExpr::Type | TypeExpr::Var(_) => unreachable!("no schema here has such a field"),
        }
    }

    fn applied(&self, apply: &Apply, at: i64) -> (ExampleValue, Value) {
        let bytes = |len: usize| vec![u8::try_from(at).expect("fields are few") + 0xa0; len];
        let hex = |bytes: &[u8]| -> String { bytes.iter().map(|it| format!("{it:02x}")).collect() };
        let raw = |bytes: Vec<u8>| {
            let shown = json!(hex(&bytes));
            (ExampleValue::Bytes(bytes), shown)
        };
        match self.schema[apply.ty].builtin {
            Some(Builtin::Int) => (ExampleValue::Int(-at), json!(-at)),
            Some(Builtin::Long) => {
                let value = (at << 40) - 1;
                (ExampleValue::Int(value), json!(value.to_string()))
            }
            Some(Builtin::Double | Builtin::Float) => (ExampleValue::Double(-0.5), json!(-0.5)),
            Some(Builtin::String) => {
                let text = ["", "Hi \"there\"\n{} 🙂"][usize::from(at % 2 == 0)];
                (ExampleValue::Text(text.to_owned()), json!(text))
            }
            Some(Builtin::Bytes) if at % 2 == 0 => raw(b"text".to_vec()),
            Some(Builtin::Bytes) => raw(vec![0, 1, 0xff]),
            Some(Builtin::Int128) => raw((0..16).collect()),
            Some(Builtin::Int256) => raw(bytes(32)),
            Some(Builtin::True | Builtin::Bool) => (ExampleValue::Bool(true), json!(true)),
            Some(Builtin::Vector) => {
                let Some(Arg::Type(element)) = apply.args.first() else {
                    unreachable!("a vector has elements")
                };
                let (value, shown) = self.of_type(element, at);
                (ExampleValue::Vector(vec![value]), json!([shown]))
            }
            Some(Builtin::Object) => {
                let query = self.schema.combinators.iter().find(|one| one.name == "point");
                self.object(query.expect("the schema has a point"))
            }
            Some(other) => unreachable!("no schema here has {other:?}"),
            None => {
                let least = self.least[apply.ty.0 as usize];
                self.object(&self.schema[least.expect("every type here has values")])
            }
        }
    }
}

fn is_ready(schema: &Schema, least: &[Option<(usize, CombinatorId)>], ty: &TypeExpr) -> bool {
    let TypeExpr::Apply(apply) = ty else { return true };
    let is_known = schema[apply.ty].builtin.is_some() || least[apply.ty.0 as usize].is_some();
    is_known
        && apply.args.iter().all(|arg| match arg {
            Arg::Type(ty) => is_ready(schema, least, ty),
            Arg::Nat(_) => true,
        })
}
