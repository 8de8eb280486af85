//! Generates TON's schemas, and for each vector the types to decode and encode its bytes.

use std::{collections::BTreeMap, env, error::Error, fmt::Write, fs, path::Path};

use serde_json::Value;
use typelang_codegen::{Config, Dialect, Memory, Sources};
use typelang_parser::{Options, Schema, check, schema::TypeExpr};

const SCHEMAS: [&str; 3] = ["ton_api", "lite_api", "tonlib_api"];

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    let (mut config, mut arena) = (Config::new(), Config::new());
    arena.memory(Memory::Arena).out_dir(Path::new(&out).join("arena"));
    for config in [&mut config, &mut arena] {
        config.dialect(Dialect::Ton);
        for name in SCHEMAS {
            config.module(name, &[path(name, "tl")]);
        }
        config.compile(&[] as &[&str])?;
    }
    let mut functions = String::new();
    let mut rows = String::from("/// What each row's bytes must go through, by file and row.\n");
    rows.push_str("pub static ROWS: &[&[&[RoundTrip]]] = &[\n");
    for name in SCHEMAS {
        let (names, path) = (Names::read(name)?, path(name, "jsonl"));
        println!("cargo::rerun-if-changed={path}");
        rows.push_str("    &[\n");
        for (row, line) in fs::read_to_string(path)?.lines().enumerate() {
            let types = names.types(&serde_json::from_str(line)?)?;
            let mut trips: Vec<String> =
                types.iter().map(|ty| format!("round_trip::<{ty}>")).collect();
            // Named functions: the compiler would check a table of closures, which is one body, for minutes.
            for (at, ty) in types.iter().enumerate() {
                let function = format!("arena_{name}_{row}_{at}");
                writeln!(functions, "arena!({function}, arena::{ty});")?;
                trips.push(function);
            }
            writeln!(rows, "        &[{}],", trips.join(", "))?;
        }
        rows.push_str("    ],\n");
    }
    rows.push_str("];\n");
    fs::write(Path::new(&out).join("rows.rs"), functions + &rows)?;
    Ok(())
}

fn path(name: &str, extension: &str) -> String {
    format!("../vectors/ton/{name}.{extension}")
}

/// The Rust paths for the names of one schema.
struct Names {
    module: &'static str,
    schema: Schema,
    paths: BTreeMap<(&'static str, String), String>,
}

impl Names {
    fn read(module: &'static str) -> Result<Self, Box<dyn Error>> {
        let mut sources = Sources::new();
        sources.add(module, fs::read_to_string(path(module, "tl"))?);
        let plan = Config::new().dialect(Dialect::Ton).plan(&sources)?;
        let options = Options { dialect: Some(Dialect::Ton), ..Options::default() };
        let schema = check(&sources, &options).schema;
        let paths = plan
            .names
            .into_iter()
            .map(|named| ((named.kind.word(), named.tl), named.rust))
            .collect();
        Ok(Self { module, schema, paths })
    }

    /// Returns the types for a row: the method, or the constructor's type and its struct, if it has one.
    fn types(&self, row: &Value) -> Result<Vec<String>, Box<dyn Error>> {
        let name = row["name"].as_str().ok_or("a row without a name")?;
        if row["kind"] == "function" {
            return Ok(vec![format!("{}::{}", self.module, self.path("function", name)?)]);
        }
        let constructor = self.schema.combinators.iter().find(|it| it.name == name);
        let constructor = constructor.ok_or_else(|| format!("no constructor {name}"))?;
        let TypeExpr::Apply(result) = &constructor.result else {
            return Err("a constructor of no type".into());
        };
        let ty = self.path("type", &self.schema[result.ty].name)?;
        let own = self.path("constructor", name)?;
        if ty == "-" {
            return Err(format!("{name} makes a predefined type").into());
        }
        // A constructor without fields is only a variant.
        let is_variant = own.strip_prefix(&*ty).is_some_and(|rest| rest.starts_with("::"));
        let types = if is_variant || ty == own { vec![ty] } else { vec![ty, own] };
        Ok(types.into_iter().map(|path| format!("{}::{path}", self.module)).collect())
    }

    fn path(&self, kind: &'static str, name: &str) -> Result<String, Box<dyn Error>> {
        let found = self.paths.get(&(kind, name.to_owned()));
        found.cloned().ok_or_else(|| format!("no {kind} {name} in the plan").into())
    }
}
