//! One crate with several schemas, built and run.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fs, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::Value;
use typelang_parser::Dialect;

use super::{
    driver,
    failure::Fault,
    schema::Schema,
    settings::{PLACE, Setting, Settings},
    stages::{Generated, Staged, stage},
    surface::surface,
};
use crate::{at, root};

/// A schema with settings, and the seed of its values.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) seed: u64,
    pub(crate) schema: Schema,
    pub(crate) settings: Settings,
}

/// The result of a case.
#[derive(Clone, Debug, Default)]
pub(crate) struct Verdict {
    /// Why nothing was generated, if the refusal is valid.
    pub(crate) refused: Vec<String>,
    pub(crate) faults: Vec<Fault>,
    /// The number of types that were tried.
    pub(crate) types: u64,
    /// The number of values that could be encoded, and of those that were refused.
    pub(crate) made: [u64; 2],
    /// The number of values of a later layer that were kept.
    pub(crate) kept: u64,
}

/// Returns the folder of the crate, which is not a member of the workspace.
fn folder() -> PathBuf {
    root().join("target/torture/crate")
}

/// Tries all cases, and returns the verdicts in the same order.
pub(crate) fn judge(cases: &[Case]) -> Result<Vec<Verdict>, Box<dyn Error>> {
    let mut verdicts = vec![Verdict::default(); cases.len()];
    let mut left = BTreeMap::new();
    for (place, case) in cases.iter().enumerate() {
        match stage(&case.schema, &case.settings) {
            Staged::Generated(generated) => _ = left.insert(place, generated),
            Staged::Refused(codes) => verdicts[place].refused = codes,
            Staged::Failed(fault) => verdicts[place].faults.push(fault),
        }
    }
    let source = folder().join("src");
    _ = fs::remove_dir_all(&source);
    let mut texts = BTreeMap::new();
    for (place, generated) in &left {
        match write(&source, *place, generated, &cases[*place]) {
            Ok(line) => _ = texts.insert(*place, line),
            Err(error) => verdicts[*place].faults.push(Fault::new("surface", error.to_string())),
        }
    }
    while !texts.is_empty() {
        manifest(&source, &texts)?;
        let mut faults = cargo(&["check", "--no-default-features"])?;
        if faults.is_empty() {
            faults = cargo(&["build"])?;
        }
        if faults.is_empty() {
            run(texts.keys().copied().collect(), &mut verdicts)?;
            break;
        }
        for (place, fault) in faults {
            texts.remove(&place);
            verdicts[place].faults.push(fault);
        }
    }
    Ok(verdicts)
}

/// Writes the module of a case and its driver, and returns the driver's entry.
fn write(
    source: &Path,
    place: usize,
    generated: &Generated,
    case: &Case,
) -> Result<String, Box<dyn Error>> {
    let module = source.join(format!("s{place}"));
    for (path, text) in &generated.output.files {
        put(&module.join(path), text.replace(PLACE, &format!("s{place}")).as_bytes())?;
    }
    for (path, bytes) in &generated.output.data {
        put(&module.join(path), bytes)?;
    }
    put(&source.join(format!("s{place}.tlo")), &generated.tlo)?;
    let newer = generated.newer.as_deref().unwrap_or_default();
    put(&source.join(format!("s{place}.newer.tlo")), newer)?;
    let listed = generated.listed.as_ref().map(driver::listed).unwrap_or_default();
    let text = case.schema.text();
    let is_open = text.contains("Object") || case.settings.has_opaque();
    let surface = surface(&generated.output)?;
    let driver = driver::driver(&format!("s{place}"), &surface, &listed, &case.settings, is_open);
    put(&source.join(format!("d{place}.rs")), driver.as_bytes())?;
    let seed = case.seed;
    let is_tdlib = case.schema.dialect == Dialect::Tdlib;
    let keeps_bits = matches!(case.schema.dialect, Dialect::Ton | Dialect::Vk)
        || case.settings.has(&Setting::KeepFlagBits);
    let newer = generated.newer.as_ref().map_or_else(|| "None".to_owned(), |_| {
        format!(
            "Some(::typelang_torture::Newer {{ current: &s{place}::SCHEMA, tlo: include_bytes!(\"s{place}.newer.tlo\") }})"
        )
    });
    Ok(format!(
        "::typelang_torture::Driver {{ place: {place}, seed: {seed}, tlo: include_bytes!(\"s{place}.tlo\"), keeps_bits: {keeps_bits}, is_tdlib: {is_tdlib}, newer: {newer}, subjects: d{place}::subjects }},\n"
    ))
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).map_err(at(folder))?;
    fs::write(path, bytes).map_err(at(path))
}

/// Writes the manifest and the root of the crate.
fn manifest(source: &Path, drivers: &BTreeMap<usize, String>) -> Result<(), Box<dyn Error>> {
    let manifest = format!(
        "[package]\nname = \"torture\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[profile.dev]\ndebug = \"line-tables-only\"\n\n\
         [profile.dev.package.torture]\ndebug = false\n\n\
         [features]\ndefault = [\"conversions\", \"drivers\", \"method-traits\", \"server\", \"serde\"]\n\
         conversions = []\ndrivers = []\nmethod-traits = []\nserver = []\nserde = []\n\n[dependencies]\n\
         bytes = {{ version = \"1\", default-features = false }}\n\
         compact_str = {{ version = \"0.10\", default-features = false }}\n\
         typelang-runtime = {{ path = \"{}\" }}\ntypelang-torture = {{ path = \"{}\" }}\n",
        root().join("tl-runtime").display(),
        root().join("tests/torture").display(),
    );
    put(&folder().join("Cargo.toml"), manifest.as_bytes())?;
    let lock = root().join("Cargo.lock");
    if !folder().join("Cargo.lock").exists() {
        fs::copy(&lock, folder().join("Cargo.lock")).map_err(at(&lock))?;
    }
    let module = |place| format!("#[cfg(feature = \"drivers\")]\nmod d{place};\nmod s{place};\n");
    let modules: Vec<String> = drivers.keys().map(module).collect();
    let modules = modules.concat();
    let list: String = drivers.values().map(String::as_str).collect();
    let main = format!(
        "#![deny(warnings)]\n\n{modules}\n\
         #[cfg(feature = \"drivers\")]\nfn main() {{\n::typelang_torture::main(&[\n{list}]);\n}}\n\n\
         #[cfg(not(feature = \"drivers\"))]\nfn main() {{}}\n"
    );
    put(&source.join("main.rs"), main.as_bytes())
}

/// Compiles the crate, and returns the compiler's errors by case.
fn cargo(args: &[&str]) -> Result<BTreeMap<usize, Fault>, Box<dyn Error>> {
    let output = Command::new(env!("CARGO"))
        .args(args)
        .args(["--quiet", "--offline", "--message-format=json", "--manifest-path"])
        .arg(folder().join("Cargo.toml"))
        .arg("--target-dir")
        .arg(root().join("target"))
        // Each crate is built only once.
        .env("CARGO_INCREMENTAL", "0")
        .stderr(Stdio::piped())
        .output()
        .map_err(at("cargo"))?;
    if output.status.success() {
        return Ok(BTreeMap::new());
    }
    let mut faults = BTreeMap::new();
    let lines = String::from_utf8_lossy(&output.stdout);
    for line in lines.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
        let message = &line["message"];
        if message["level"] != "error" {
            continue;
        }
        if let Some(place) = place_of(message) {
            let code = message["code"]["code"].as_str().unwrap_or("error");
            let rendered = message["rendered"].as_str().unwrap_or_default();
            faults
                .entry(place)
                .or_insert_with(|| Fault::new(format!("does not compile: {code}"), rendered));
        }
    }
    if faults.is_empty() {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        return Err(format!(
            "the crate does not compile, and no case is at fault:\n{said}\n{lines}"
        )
        .into());
    }
    Ok(faults)
}

/// Returns the case whose files a message of the compiler refers to.
fn place_of(message: &Value) -> Option<usize> {
    let spans = message["spans"].as_array()?.iter();
    let children = message["children"].as_array()?.iter();
    let own = spans.filter_map(|span| {
        let file = span["file_name"].as_str()?;
        let name = file.split_once("src/")?.1.get(1..)?;
        let end = name.find(|letter: char| !letter.is_ascii_digit())?;
        name[..end].parse().ok()
    });
    own.chain(children.filter_map(place_of)).next()
}

/// Runs the crate. If a case ends the process, it is left out and the others are run again.
fn run(mut places: BTreeSet<usize>, verdicts: &mut [Verdict]) -> Result<(), Box<dyn Error>> {
    let program = root().join("target/debug/torture");
    while !places.is_empty() {
        let output = Command::new(&program)
            .args(places.iter().map(usize::to_string))
            .stderr(Stdio::piped())
            .output()
            .map_err(at(&program))?;
        let mut last = String::new();
        let lines = String::from_utf8_lossy(&output.stdout);
        for line in lines.lines() {
            let line: Value = serde_json::from_str(line).map_err(io::Error::from)?;
            if let Some(begun) = line["begin"].as_str() {
                begun.clone_into(&mut last);
            } else if let Some(seconds) = line["hang"].as_u64() {
                last = format!("{last} hung for {seconds} s");
            }
            let Some(place) = line["place"].as_u64().and_then(|place| usize::try_from(place).ok())
            else {
                continue;
            };
            if let Some(types) = line["done"].as_u64() {
                verdicts[place].types = types;
                verdicts[place].made =
                    ["made", "refused"].map(|key| line[key].as_u64().unwrap_or_default());
                verdicts[place].kept = line["kept"].as_u64().unwrap_or_default();
                places.remove(&place);
            } else if let (Some(kind), Some(details)) =
                (line["kind"].as_str(), line["details"].as_str())
            {
                let subject = line["subject"].as_str().unwrap_or_default();
                verdicts[place].faults.push(Fault::new(kind, format!("{subject}\n{details}")));
            }
        }
        if output.status.success() {
            return Ok(());
        }
        let Some(place) = places.pop_first() else { return Ok(()) };
        let said = String::from_utf8_lossy(&output.stderr);
        let fault = Fault::new("the process ended", format!("{last}: {}\n{said}", output.status));
        verdicts[place].faults.push(fault);
    }
    Ok(())
}
