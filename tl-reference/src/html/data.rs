//! The data of the site's scripts: an index to search, and schemas to decode bytes by.

use core::fmt::Write;

use serde_json::{Value, json};
use typelang_parser::{
    Schema,
    schema::{Arg, Builtin, Combinator, Field, Form, NatExpr, Origin, TypeExpr},
    syntax::Role,
};

use crate::{
    file::File,
    model::{Part, Reference},
};

/// The index that the search reads: lines of kind, name, id and page, the last one only where it is not told by the
/// others.
pub(super) fn search(reference: &Reference) -> File {
    let part = |part: &Part| {
        let mut rows = String::new();
        let mut row = |kind: &str, room: &str, name: &str, id: &str, page: &str| {
            let usual = format!("{}{room}/{name}", part.folder);
            let page = if page == usual { "" } else { page };
            let line = format!("{kind}\t{name}\t{id}\t{page}");
            _ = writeln!(rows, "{}", line.trim_end_matches('\t'));
        };
        for it in &part.methods {
            row("m", "method", &it.name, &it.id, &it.page);
        }
        for it in &part.types {
            row("t", "type", &it.name, "", &it.page);
        }
        for it in &part.constructors {
            row("c", "constructor", &it.name, &it.id, &it.page);
        }
        for it in &part.errors {
            row("e", "error", &it.name, "", &it.page);
        }
        json!({ "title": part.title, "folder": part.folder, "rows": rows })
    };
    let parts: Vec<Value> = reference.parts.iter().map(part).collect();
    script("search-data.js", "TL_SEARCH", &json!(parts))
}

/// The schemas, for the box that decodes bytes.
pub(super) fn schemas(reference: &Reference, schemas: &[&Schema]) -> File {
    let parts = reference.parts.iter().zip(schemas);
    let all: Vec<Value> = parts.map(|(part, schema)| compiled(part, schema)).collect();
    script("schema-data.js", "TL_SCHEMAS", &json!(all))
}

fn script(path: &str, name: &str, value: &Value) -> File {
    File { path: path.to_owned(), text: format!("window.{name} = {value};\n") }
}

/// `types`: name and predefined meaning; `combinators`: id, name, role, result, parameters in braces, fields.
fn compiled(part: &Part, schema: &Schema) -> Value {
    let types: Vec<Value> = schema
        .types
        .iter()
        .map(|ty| match ty.builtin {
            Some(builtin) => json!([ty.name, word(builtin), bare_name(&ty.name, builtin)]),
            None => json!([ty.name]),
        })
        .collect();
    let own = schema.combinators.iter().filter(|it| !it.builtin);
    let combinators: Vec<Value> = own.map(combinator).collect();
    json!({ "title": part.title, "types": types, "combinators": combinators })
}

fn combinator(it: &Combinator) -> Value {
    let role = u8::from(it.role == Role::Function);
    let params: Vec<&str> = it
        .vars
        .iter()
        .filter(|var| var.origin == Origin::Param)
        .map(|var| var.name.as_str())
        .collect();
    json!([it.id, it.name, role, expr(&it.result), params, fields(&it.fields)])
}

/// A field: name, type, and where they are not usual the variable and bit that say whether it is present, the variable
/// that it defines, and whether it is a call.
fn fields(list: &[Field]) -> Vec<Value> {
    let field = |field: &Field| {
        let name = field.name.as_deref().unwrap_or_default();
        let ty = expr(&field.ty);
        let (mask, bit) = field.condition.map_or((-1, 0), |it| (i64::from(it.mask.0), it.bit));
        let defines = field.defines.map_or(-1, |var| i64::from(var.0));
        match (mask, defines, field.bang) {
            (-1, -1, false) => json!([name, ty]),
            (_, -1, false) => json!([name, ty, mask, bit]),
            _ => json!([name, ty, mask, bit, defines, u8::from(field.bang)]),
        }
    };
    list.iter().map(field).collect()
}

/// A type: `"#"`, `"Type"`, `{"var": n}`, `{"times": n, "fields": […]}`, or `[type, bare, arguments…]`.
fn expr(ty: &TypeExpr) -> Value {
    match ty {
        TypeExpr::Nat => json!("#"),
        TypeExpr::Type => json!("Type"),
        TypeExpr::Var(var) => json!({ "var": var.0 }),
        TypeExpr::Repetition(it) => json!({ "times": nat(it.times), "fields": fields(&it.fields) }),
        TypeExpr::Apply(apply) => {
            let bare = u8::from(apply.form == Form::Bare);
            let args = apply.args.iter().map(|arg| match arg {
                Arg::Type(ty) => expr(ty),
                Arg::Nat(number) => nat(*number),
            });
            let head = [json!(apply.ty.0), json!(bare)];
            Value::Array(head.into_iter().chain(args).collect())
        }
    }
}

fn nat(number: NatExpr) -> Value {
    match number.var {
        Some(var) => json!({ "nat": var.0, "plus": number.plus }),
        None => json!({ "plus": number.plus }),
    }
}

/// The name of the bare form of a predefined type.
fn bare_name(name: &str, builtin: Builtin) -> String {
    let mut chars = name.chars();
    match (builtin, chars.next()) {
        (Builtin::Object | Builtin::Function | Builtin::Bool, _) | (_, None) => String::new(),
        (_, Some(first)) => first.to_lowercase().chain(chars).collect(),
    }
}

const fn word(builtin: Builtin) -> &'static str {
    match builtin {
        Builtin::Int | Builtin::Int32 => "int",
        Builtin::Long | Builtin::Int53 | Builtin::Int64 => "long",
        Builtin::Double => "double",
        Builtin::Float => "float",
        Builtin::Int128 => "int128",
        Builtin::Int256 => "int256",
        Builtin::Int512 => "int512",
        Builtin::String | Builtin::SecureString => "string",
        Builtin::Bytes | Builtin::SecureBytes => "bytes",
        Builtin::True => "true",
        Builtin::Bool => "Bool",
        Builtin::Vector => "vector",
        Builtin::Object => "Object",
        Builtin::Function => "Function",
    }
}
