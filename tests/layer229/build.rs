//! Generates layer 229, and for each vector and each combinator the list of types to decode and encode its
//! bytes.

use std::{collections::BTreeMap, env, error::Error, fmt::Write, fs, path::Path};

use serde_json::Value;
use typelang_codegen::{Config, Memory, Serde, Sources, Text};
use typelang_parser::{
    Options, Schema, check,
    schema::{Apply, Builtin, Combinator, TypeExpr},
    syntax::Role,
    tlo,
};

const API: &[&str] = &["../../schema/telegram/api-229.tl"];
const MTPROTO: &[&str] = &["../../schema/telegram/mtproto.tl", "../../schema/containers.tl"];
/// One of each combinator, then corner cases: lengths of text, extreme numbers, wrappers in wrappers.
const VECTORS: [&str; 2] = ["vectors/telegram-229.jsonl", "vectors/hand.jsonl"];

fn main() -> Result<(), Box<dyn Error>> {
    Config::new().serde(Serde::Always).module("mtproto", MTPROTO).compile(API)?;
    let out = env::var("OUT_DIR")?;
    let mut borrowed = Config::new();
    borrowed.text(Text::Borrowed).module("mtproto", MTPROTO);
    borrowed.out_dir(Path::new(&out).join("borrowed")).compile(API)?;
    let mut arena = Config::new();
    arena.memory(Memory::Arena).module("mtproto", MTPROTO);
    arena.out_dir(Path::new(&out).join("arena")).compile(API)?;
    let mut subset = Config::new();
    subset.only(["messages.sendMessage"]).opaque(["Update", "MessageMedia"]);
    subset.out_dir(Path::new(&out).join("subset")).compile(API)?;
    let schemas =
        [Names::read(API, "api", "api.tlo")?, Names::read(MTPROTO, "api::mtproto", "mtproto.tlo")?];
    let mut rows = String::from("/// What each row's bytes must go through, by row.\n");
    rows.push_str("pub static ROWS: &[&[RoundTrip]] = &[\n");
    for path in VECTORS {
        println!("cargo::rerun-if-changed={path}");
        for line in fs::read_to_string(path)?.lines() {
            let types = types(&schemas, &serde_json::from_str(line)?)?;
            let trips: Vec<String> = types.iter().map(|ty| format!("round_trip::<{ty}>")).collect();
            writeln!(rows, "    &[{}],", trips.join(", "))?;
        }
    }
    rows.push_str("];\n");
    fs::write(Path::new(&out).join("rows.rs"), rows)?;
    fs::write(Path::new(&out).join("combinators.rs"), combinators(&schemas)?)?;
    for names in &schemas {
        fs::write(Path::new(&out).join(names.compiled), tlo::write(&names.schema))?;
    }
    Ok(())
}

/// Lists the types for the bytes of each combinator, by id; the query of a wrapper may be any.
fn combinators(schemas: &[Names]) -> Result<String, Box<dyn Error>> {
    let mut all = BTreeMap::new();
    for names in schemas {
        for combinator in &names.schema.combinators {
            let types = match combinator.role {
                Role::Function => vec![names.method(combinator, "typelang_runtime::Object")?],
                Role::Constructor => constructor(names, combinator).unwrap_or_default(),
            };
            if !types.is_empty() {
                let is_open = is_wrapper(combinator) || ends_open(names, combinator);
                all.entry(combinator.id).or_insert((is_open, types));
            }
        }
    }
    let mut functions = String::new();
    let mut text = String::from("/// What each combinator's bytes must go through, by id.\n");
    text.push_str("pub static GENERATED: &[Generated] = &[\n");
    for (id, (is_open, types)) in all {
        let trips: Vec<String> = types.iter().map(|ty| format!("round_trip::<{ty}>")).collect();
        // Predefined types and the runtime's own have no impls.
        let generated = types.iter().filter(|ty| ty.starts_with("api::"));
        let jsons: Vec<String> = generated.map(|ty| format!("json_trip::<{ty}>")).collect();
        // Named functions: the compiler would check a table of closures, which is one body, for minutes.
        let mut borrowed = Vec::new();
        for (at, ty) in types.iter().enumerate() {
            for family in ["borrowed", "arena"] {
                let (name, ty) = (format!("{family}_{id:08x}_{at}"), borrowing(ty, family));
                writeln!(functions, "{family}!({name}, {ty});")?;
                borrowed.push(name);
            }
        }
        let (trips, borrowed, jsons) = (trips.join(", "), borrowed.join(", "), jsons.join(", "));
        writeln!(
            text,
            "    Generated {{ id: {id:#010x}, is_open: {is_open}, trips: &[{trips}], \
             borrowed: &[{borrowed}], jsons: &[{jsons}] }},"
        )?;
    }
    text.push_str("];\n");
    Ok(functions + &text)
}

/// Returns the same type of the module for another family, with its text borrowed.
fn borrowing(ty: &str, family: &str) -> String {
    ty.replace("api::", &format!("{family}::")).replace("::Object", "::ObjectRef")
}

/// The Rust paths for the names of one schema.
struct Names {
    module: &'static str,
    /// The file with the schema's compiled form.
    compiled: &'static str,
    schema: Schema,
    paths: BTreeMap<(&'static str, String), String>,
}

impl Names {
    fn read(
        paths: &[&str],
        module: &'static str,
        compiled: &'static str,
    ) -> Result<Self, Box<dyn Error>> {
        let mut sources = Sources::new();
        for path in paths {
            sources.add(*path, fs::read_to_string(path)?);
        }
        let plan = Config::new().plan(&sources)?;
        let schema = check(&sources, &Options::default()).schema;
        let paths = plan
            .names
            .into_iter()
            .map(|named| ((named.kind.word(), named.tl), named.rust))
            .collect();
        Ok(Self { module, compiled, schema, paths })
    }

    fn find(&self, name: &str) -> Option<&Combinator> {
        self.schema.combinators.iter().find(|combinator| combinator.name == name)
    }

    fn path(&self, kind: &'static str, name: &str) -> Result<String, Box<dyn Error>> {
        let found = self.paths.get(&(kind, name.to_owned()));
        found.cloned().ok_or_else(|| format!("no {kind} {name} in the plan").into())
    }

    /// Returns the type of a call; `query` is the type of the call in it, if it is a wrapper.
    fn method(&self, method: &Combinator, query: &str) -> Result<String, Box<dyn Error>> {
        let path = format!("{}::{}", self.module, self.path("function", &method.name)?);
        Ok(if is_wrapper(method) { format!("{path}<{query}>") } else { path })
    }
}

/// Returns the types for a row: the method, or the constructor's type and its struct, if it has one.
fn types(schemas: &[Names], row: &Value) -> Result<Vec<String>, Box<dyn Error>> {
    // A few names are in both schemas; the id decides.
    let id = u32::from_str_radix(row["id"].as_str().unwrap_or_default(), 16)?;
    let has_id =
        |names: &&Names| names.schema.combinators.iter().any(|combinator| combinator.id == id);
    let names = schemas.iter().find(has_id).ok_or("an id of neither schema")?;
    if row["k"] == "f" || row["kind"] == "function" {
        return Ok(vec![function(schemas, &row["value"])?]);
    }
    let name = row["name"].as_str().ok_or("a row without a name")?;
    constructor(names, names.find(name).ok_or("a name of neither schema")?)
}

/// Returns a constructor's type and its struct, if it has one.
fn constructor(names: &Names, constructor: &Combinator) -> Result<Vec<String>, Box<dyn Error>> {
    let name = &constructor.name;
    let TypeExpr::Apply(result) = &constructor.result else {
        return Err("a constructor of no type".into());
    };
    let ty = names.path("type", &names.schema[result.ty].name)?;
    let own = names.path("constructor", name)?;
    let module = names.module;
    Ok(match (ty.as_str(), own.as_str()) {
        ("-", _) if names.schema[result.ty].builtin == Some(Builtin::Bool) => {
            vec!["bool".to_owned()]
        }
        // One of the runtime's own types.
        (ty, _) if ty.starts_with("::") => vec![ty.to_owned()],
        ("-", _) => return Err(format!("{name} makes a predefined type").into()),
        // A constructor without fields is only a variant.
        (ty, own) if own.strip_prefix(ty).is_some_and(|rest| rest.starts_with("::")) => {
            vec![format!("{module}::{ty}")]
        }
        (ty, own) if ty == own => vec![format!("{module}::{ty}")],
        (ty, own) => vec![format!("{module}::{ty}"), format!("{module}::{own}")],
    })
}

/// Returns the type of a call, including the type of its query.
fn function(schemas: &[Names], value: &Value) -> Result<String, Box<dyn Error>> {
    let name = value["_"].as_str().ok_or("a call without a name")?;
    let is_call = |combinator: &&Combinator| combinator.role == Role::Function;
    let (names, combinator) = schemas
        .iter()
        .find_map(|names| Some((names, names.find(name).filter(is_call)?)))
        .ok_or_else(|| format!("no method {name}"))?;
    let query =
        if is_wrapper(combinator) { function(schemas, &value["query"])? } else { String::new() };
    names.method(combinator, &query)
}

fn is_wrapper(method: &Combinator) -> bool {
    method.fields.iter().any(|field| field.bang)
}

/// Returns whether the last field is an object without a length before it.
fn ends_open(names: &Names, constructor: &Combinator) -> bool {
    let is_object = |ty: &TypeExpr| {
        let builtin = |ty: &Apply| names.schema[ty.ty].builtin;
        matches!(ty, TypeExpr::Apply(apply) if builtin(apply) == Some(Builtin::Object))
    };
    let has_length = constructor.fields.iter().any(|field| field.name.as_deref() == Some("bytes"));
    constructor.fields.last().is_some_and(|last| is_object(&last.ty)) && !has_length
}
