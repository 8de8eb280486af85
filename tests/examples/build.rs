//! Writes an example for every method of Telegram's newest layer, and for everything in `schema.tl`.

#[path = "build/sample.rs"]
mod sample;

use std::{env, error::Error, fmt::Write, fs, path::Path};

use sample::{Extent, Sample, Samples};
use typelang_codegen::{Config, Examples, Sources};
use typelang_parser::{Options, check, schema::Combinator, syntax::Role};

const TELEGRAM: &str = "../../schema/telegram/api.tl";
const SMALL: &str = "schema.tl";

fn main() -> Result<(), Box<dyn Error>> {
    let mut small = Config::new();
    small.type_attribute("sealed", "#[non_exhaustive]").boxed("photo.size");
    small.compile(&[SMALL])?;
    println!("cargo::rerun-if-changed={TELEGRAM}");
    println!("cargo::rerun-if-changed=build");
    let mut text = String::from("/// The examples.\npub static EXAMPLES: &[Compiled] = &[\n");
    let mut functions = String::new();
    let mut add = |path: &str, config: &Config, root: &str| -> Result<(), Box<dyn Error>> {
        let mut sources = Sources::new();
        sources.add(path, fs::read_to_string(path)?);
        let examples = Examples::new(config, &sources, root)?;
        let schema = check(&sources, &Options::default()).schema;
        let samples = Samples::new(&schema);
        let is_small = path == SMALL;
        let is_shown = |one: &&Combinator| is_small || one.role == Role::Function;
        for combinator in schema.combinators.iter().filter(is_shown) {
            for extent in [Extent::Required, Extent::All] {
                let name = format!("example_{}", functions.len());
                functions += &function(&name, &examples, &samples, combinator, extent)?;
                let json = samples.combinator(combinator, extent).json;
                writeln!(
                    text,
                    "    Compiled {{ name: {:?}, is_small: {is_small}, json: {:?}, bytes: {name} }},",
                    combinator.name,
                    json.to_string()
                )?;
            }
        }
        Ok(())
    };
    add(TELEGRAM, &Config::new(), "typelang_telegram")?;
    add(SMALL, &small, "crate::small")?;
    text.push_str("];\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("examples.rs"), text + &functions)?;
    Ok(())
}

/// Writes a function that contains the example, as it is shown on a page.
fn function(
    name: &str,
    examples: &Examples,
    samples: &Samples<'_>,
    combinator: &Combinator,
    extent: Extent,
) -> Result<String, Box<dyn Error>> {
    let Sample { fields, .. } = samples.combinator(combinator, extent);
    let example = match combinator.role {
        Role::Function => examples.call(&combinator.name, &fields),
        Role::Constructor => examples.value(&combinator.name, &fields),
    };
    let example = example.map_err(|error| format!("{}: {error}", combinator.name))?;
    // A failure panics and so fails the test.
    let text = example.to_string().replace("try_to_bytes()?", "try_to_bytes().unwrap()");
    Ok(format!("fn {name}() -> Vec<u8> {{\n{text}bytes\n}}\n"))
}
