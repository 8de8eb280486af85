//! The committed modules are current.

mod common;

use std::fs;

use common::{config, folder, schemas, sources};

#[test]
fn modules_are_what_the_schemas_generate() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut faults = Vec::new();
    for (name, text) in schemas() {
        let dir = folder("src").join(&name);
        let output = match config(&text).generate(&sources(&name, &text)) {
            Ok(output) => output,
            Err(error) => {
                faults.push(format!("{name}: {error}"));
                continue;
            }
        };
        if update {
            output.write(&dir).unwrap();
        }
        let mut config = config(&text);
        config
            .mending_command("UPDATE=1 cargo test --package typelang-golden --no-default-features");
        if let Err(error) = config.check_output(&output, &dir) {
            faults.push(format!("{name}: {error}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_schema_is_a_module_and_every_module_a_schema() {
    let lib = fs::read_to_string(folder("src/lib.rs")).unwrap();
    let declared: Vec<&str> =
        lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let schemas: Vec<String> = schemas().into_iter().map(|(name, _)| name).collect();
    assert_eq!(declared, schemas);
}
