//! Writes the Rust example of every method's page as a function, with the bytes that the page shows.

use std::{env, error::Error, fmt::Write, fs, path::Path};

use typelang_codegen::{Config, Examples};
use typelang_parser::{Options, Sources, check};
use typelang_reference::{
    facts::Facts,
    model::{Reference, Source},
};

const API: &str = "../../schema/telegram/api.tl";

const ALLOW: &str = "#[allow(clippy::let_and_return, reason = \"a page names the bytes\")]";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={API}");
    let mut sources = Sources::new();
    sources.add(API, fs::read_to_string(API)?);
    let examples = Examples::new(&Config::new(), &sources, "typelang_telegram")?;
    let schema = check(&sources, &Options::default()).schema;
    let source = Source {
        title: "Telegram API",
        folder: "",
        schema: &schema,
        facts: &Facts::default(),
        is_api: true,
        encode_options: &[],
        rust: Some(&examples),
    };
    let reference = Reference::new("Telegram API", &[source]);
    let methods = reference.parts.iter().flat_map(|part| &part.methods);
    let mut list = String::from("/// The examples.\npub static EXAMPLES: &[Example] = &[\n");
    let mut functions = String::new();
    for (at, method) in methods.enumerate() {
        let name = &method.name;
        let example = method.example.as_ref().ok_or_else(|| format!("{name} has no example"))?;
        let hex = example.wire.as_ref().map(|wire| wire.hex.as_str()).unwrap_or_default();
        // A failure panics and so fails the test.
        let rust = example.rust.replace("try_to_bytes()?", "try_to_bytes().unwrap()");
        writeln!(list, "    Example {{ name: {name:?}, hex: {hex:?}, bytes: example_{at} }},")?;
        writeln!(functions, "{ALLOW}\nfn example_{at}() -> Vec<u8> {{\n{rust}\nbytes\n}}")?;
    }
    list.push_str("];\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("examples.rs"), list + &functions)?;
    Ok(())
}
