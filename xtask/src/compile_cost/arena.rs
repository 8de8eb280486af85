//! Telegram's API in an arena and with owned values, generated for the measurement: the crates differ in nothing else.

use std::{error::Error, path::Path};

use typelang_codegen::{Config, Memory};

use super::clients::{Side, write};
use crate::root;

pub(super) const SIDES: [Side; 2] = [
    Side {
        packages: &["layer-in-arena", "typelang-runtime"],
        client: "client-of-arena",
        source: IN_ARENA,
    },
    Side {
        packages: &["layer-owned", "typelang-runtime"],
        client: "client-of-owned",
        source: OWNED,
    },
];

const IN_ARENA: &str = r#"use std::io::{Read, Write};
use typelang_runtime::{Bump, Decode, Encode};
use layer_in_arena::{enums, functions::messages};

fn main() -> std::io::Result<()> {
    let peer = enums::InputPeer::InputPeerSelf;
    let request = messages::SendMessage::new(peer, "hello", 1);
    std::io::stdout().write_all(&request.to_bytes())?;
    let mut reply = Vec::new();
    std::io::stdin().read_to_end(&mut reply)?;
    match enums::Updates::from_bytes_in(&reply, &Bump::new()) {
        Ok(updates) => eprintln!("{updates:?}"),
        Err(error) => eprintln!("{error}"),
    }
    Ok(())
}
"#;

const OWNED: &str = r#"use std::io::{Read, Write};
use typelang_runtime::{Decode, Encode};
use layer_owned::{enums, functions::messages};

fn main() -> std::io::Result<()> {
    let peer = enums::InputPeer::InputPeerSelf;
    let request = messages::SendMessage::new(peer, "hello".to_owned(), 1);
    std::io::stdout().write_all(&request.to_bytes())?;
    let mut reply = Vec::new();
    std::io::stdin().read_to_end(&mut reply)?;
    match enums::Updates::from_bytes(&reply) {
        Ok(updates) => eprintln!("{updates:?}"),
        Err(error) => eprintln!("{error}"),
    }
    Ok(())
}
"#;

/// Returns the dependencies of both clients.
pub(super) fn dependencies(runtime: &str) -> [String; 2] {
    SIDES.each_ref().map(|side| {
        let layer = side.packages[0];
        format!("{layer} = {{ path = \"../{layer}\" }}\n{runtime}")
    })
}

/// Writes both crates.
pub(super) fn write_layers(dir: &Path) -> Result<(), Box<dyn Error>> {
    write_layer(dir, SIDES[0].packages[0], Memory::Arena)?;
    write_layer(dir, SIDES[1].packages[0], Memory::Heap)
}

/// Writes a crate of Telegram's API, as committed but without MTProto and secret chats.
fn write_layer(dir: &Path, name: &str, memory: Memory) -> Result<(), Box<dyn Error>> {
    let features = ["reflect"].into_iter().chain((memory == Memory::Arena).then_some("bumpalo"));
    let manifest = format!(
        "[package]\nname = {name:?}\nedition = \"2024\"\n\n[features]\nserver = []\n\n[dependencies]\n\
         typelang-runtime = {{ path = {:?}, features = {:?} }}\n",
        root().join("tl-runtime").display().to_string(),
        features.collect::<Vec<_>>()
    );
    let package = dir.join(name);
    write(&package, "Cargo.toml", &manifest)?;
    let telegram = root().join("schema/telegram");
    let mut config = Config::new();
    config.memory(memory).server_feature("server").facts(&telegram);
    config.docs(telegram.join("api-docs.txt")).docs(telegram.join("error-docs.txt"));
    config.out_dir(package.join("src")).root_file("lib.rs").compile(&[telegram.join("api.tl")])?;
    Ok(())
}
