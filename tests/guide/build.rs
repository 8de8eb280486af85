//! Generates the schemas that the guide uses, and a doctest for each chapter.

#![allow(clippy::print_stdout, reason = "a build script prints for cargo")]

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use typelang_codegen::{Config, Memory, Serde, Text};

const SHAPES: &str = "../../examples/tiny/schema/shapes.tl";

/// The modules that the text introduces, which a block may use without declaring them.
const PRELUDE: &str = "# #[allow(unused_imports)]\n# use typelang_guide::{arena, borrowed, chat, kept, lite, owned, shapes, td};\n";

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    Config::new().serde(Serde::Always).compile(&[SHAPES])?;
    Config::new().text(Text::Borrowed).out_dir(out.join("borrowed")).compile(&[SHAPES])?;
    Config::new().memory(Memory::Arena).out_dir(out.join("arena")).compile(&[SHAPES])?;
    let chat = &["schema/chat.tl"];
    let mut config = Config::new();
    config.memory(Memory::Arena).unknown(["Entity"]).out_dir(out.join("chat")).compile(chat)?;
    Config::new().unknown(["Entity"]).out_dir(out.join("owned")).compile(chat)?;
    Config::new().unknown(["Shape"]).out_dir(out.join("kept")).compile(&[SHAPES])?;
    Config::new().serde(Serde::Always).out_dir(out.join("td")).compile(&["schema/td.tl"])?;
    Config::new().out_dir(out.join("lite")).compile(&["../vectors/ton/lite_api.tl"])?;
    let mut chapters = vec![PathBuf::from("../../README.md")];
    collect(Path::new("../../docs/guide"), &mut chapters)?;
    let mut modules = String::new();
    for (at, path) in chapters.iter().enumerate() {
        println!("cargo::rerun-if-changed={}", path.display());
        fs::write(out.join(format!("chapter_{at}.md")), prepared(&fs::read_to_string(path)?))?;
        let name = name(path);
        let line = format!("#[doc = include_str!(\"chapter_{at}.md\")]\nmod {name} {{}}\n");
        modules.push_str(&line);
    }
    fs::write(out.join("chapters.rs"), modules)?;
    Ok(())
}

/// Collects all Markdown below a folder, in order.
fn collect(folder: &Path, into: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, Box<dyn Error>>>()?;
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(&path, into)?;
        } else if path.extension().is_some_and(|extension| extension == "md") {
            into.push(path);
        }
    }
    Ok(())
}

/// Returns the name of the module, which is part of the name of each doctest.
fn name(path: &Path) -> String {
    let stem = path.with_extension("");
    let parts = stem.components().filter_map(|part| part.as_os_str().to_str());
    let parts: Vec<&str> = parts.filter(|part| *part != "..").collect();
    parts.join("_").replace('-', "_").to_lowercase()
}

/// Adds hidden lines to the chapter, so that its Rust compiles.
fn prepared(text: &str) -> String {
    let (mut out, mut block) = (String::new(), None::<String>);
    for line in text.lines() {
        let is_rust = line == "```rust" || line.starts_with("```rust,");
        match (&mut block, line) {
            (None, _) if is_rust => {
                out.push_str(line);
                block = Some(String::new());
            }
            (Some(code), "```") => {
                out = format!("{out}\n{}```", wrapped(code));
                block = None;
            }
            (Some(code), _) => {
                code.push_str(line);
                code.push('\n');
                continue;
            }
            (None, _) => out.push_str(line),
        }
        out.push('\n');
    }
    out
}

fn wrapped(code: &str) -> String {
    if code.contains("fn main()") || code.contains("mod shapes {") {
        return code.to_owned();
    }
    let end = if code.contains('?') { "# Ok::<(), Box<dyn std::error::Error>>(())\n" } else { "" };
    format!("{PRELUDE}{code}{end}")
}
