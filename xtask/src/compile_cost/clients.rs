//! The compared crates, and a client of each that sends one request, decodes `Updates` and shows them.

use std::{error::Error, fs, path::Path};

use crate::{at, root};

/// One of the two compared crates.
#[derive(Debug)]
pub(super) struct Side {
    /// The package of the generated crate, then those that belong to it.
    pub(super) packages: &'static [&'static str],
    /// The client's package.
    pub(super) client: &'static str,
    source: &'static str,
}

impl Side {
    /// Returns the compiler's name for the generated crate.
    pub(super) fn crate_name(&self) -> String {
        self.packages[0].replace('-', "_")
    }
}

/// The first is ours.
pub(super) const SIDES: [Side; 2] = [
    Side {
        packages: &["typelang-telegram", "typelang-runtime"],
        client: "client-of-typelang",
        source: OURS,
    },
    Side { packages: &["grammers-tl-types"], client: "client-of-grammers", source: PEER },
];

pub(super) const OURS: &str = r#"use std::io::{Read, Write};
use typelang_runtime::{Decode, Encode};
use typelang_telegram::{enums, functions::messages};

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

pub(super) const PEER: &str = r#"use grammers_tl_types::{Deserializable, Serializable, enums, functions::messages};
use std::io::{Read, Write};

fn main() -> std::io::Result<()> {
    let request = messages::SendMessage {
        no_webpage: false,
        silent: false,
        background: false,
        clear_draft: false,
        noforwards: false,
        update_stickersets_order: false,
        invert_media: false,
        allow_paid_floodskip: false,
        peer: enums::InputPeer::PeerSelf,
        reply_to: None,
        message: "hello".to_owned(),
        random_id: 1,
        reply_markup: None,
        entities: None,
        schedule_date: None,
        schedule_repeat_period: None,
        send_as: None,
        quick_reply_shortcut: None,
        effect: None,
        allow_paid_stars: None,
        suggested_post: None,
        rich_message: None,
    };
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

/// Writes a workspace with both clients.
pub(super) fn write_clients(dir: &Path, json: bool) -> Result<(), Box<dyn Error>> {
    let here = root().display().to_string();
    let (ours, peers) = if json {
        (r#", features = ["serde"]"#, r#", features = ["impl-serde", "deserializable-functions"]"#)
    } else {
        ("", "")
    };
    let dependencies = [
        format!(
            "typelang-telegram = {{ path = {here:?}{ours} }}\ntypelang-runtime = {{ path = {:?} }}",
            format!("{here}/tl-runtime")
        ),
        format!("grammers-tl-types = {{ version = \"=0.11.0\"{peers} }}"),
    ];
    let members = SIDES.each_ref().map(|side| side.client);
    write(dir, "Cargo.toml", &format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n"))?;
    for (side, dependencies) in SIDES.iter().zip(dependencies) {
        let manifest = format!(
            "[package]\nname = {:?}\nedition = \"2024\"\n\n[dependencies]\n{dependencies}\n",
            side.client
        );
        let package = dir.join(side.client);
        write(&package, "Cargo.toml", &manifest)?;
        write(&package.join("src"), "main.rs", side.source)?;
    }
    Ok(())
}

pub(super) fn write(dir: &Path, name: &str, text: &str) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(dir).map_err(at(dir))?;
    let path = dir.join(name);
    fs::write(&path, text).map_err(at(&path))
}
