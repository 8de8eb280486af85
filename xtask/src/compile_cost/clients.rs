//! The compared crates, and a client of each that sends one request, reads an update and shows it.

use std::{error::Error, fs, path::Path};

use super::arena;
use crate::{at, root};

/// Two crates for the same schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Pair {
    /// typelang-telegram and grammers-tl-types
    Telegram,
    /// typelang-td and tdlib-rs
    Td,
    /// typelang-ton and `ton_liteapi`, which has the types of tl-proto for `lite_api`
    Ton,
    /// Telegram's API in an arena, and the same with owned values
    Arena,
}

impl Pair {
    /// The first is ours.
    pub(super) const fn sides(self) -> &'static [Side; 2] {
        match self {
            Self::Telegram => &TELEGRAM,
            Self::Td => &TD,
            Self::Ton => &TON,
            Self::Arena => &arena::SIDES,
        }
    }

    /// Returns all crates that are compared in any pair.
    pub(super) fn all() -> impl Iterator<Item = &'static Side> {
        [Self::Telegram, Self::Td, Self::Ton, Self::Arena].into_iter().flat_map(Self::sides)
    }

    /// Returns the dependencies of both clients.
    fn dependencies(self, features: Features) -> [String; 2] {
        let here = root().display().to_string();
        let runtime = format!("typelang-runtime = {{ path = {:?} }}", format!("{here}/tl-runtime"));
        if self == Self::Arena {
            return arena::dependencies(&runtime);
        }
        if self == Self::Ton {
            let ours = format!("typelang-ton = {{ path = {:?} }}", format!("{here}/crates/ton"));
            let peer = "ton_liteapi = \"=0.2.0\"\ntl-proto = \"0.4\"".to_owned();
            return [format!("{ours}\n{runtime}"), peer];
        }
        if self == Self::Td {
            let ours = format!("typelang-td = {{ path = {:?} }}", format!("{here}/crates/td"));
            return [
                format!("{ours}\nserde_json = \"1\""),
                "tdlib-rs = { version = \"=1.4.0\", default-features = false, features = [\"docs\"] }\n\
                 serde_json = \"1\""
                    .to_owned(),
            ];
        }
        let [ours, peers] = features.of_telegram();
        [
            format!("typelang-telegram = {{ path = {here:?}{ours} }}\n{runtime}"),
            format!("grammers-tl-types = {{ version = \"=0.11.0\"{peers} }}"),
        ]
    }
}

/// The features of the compared crates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Features {
    /// The default features of both.
    Default,
    /// JSON and decoding of methods in both.
    Json,
    /// `reflect` alone, so that ours has no conversions and no traits of methods; the peer's default features.
    ReflectOnly,
}

impl Features {
    /// Returns what the dependencies on Telegram's types say of features.
    const fn of_telegram(self) -> [&'static str; 2] {
        match self {
            Self::Default => ["", ""],
            Self::Json => [
                r#", features = ["serde"]"#,
                r#", features = ["impl-serde", "deserializable-functions"]"#,
            ],
            Self::ReflectOnly => [r#", default-features = false, features = ["reflect"]"#, ""],
        }
    }
}

/// One of two compared crates.
#[derive(Debug)]
pub(super) struct Side {
    /// The package of the generated crate, then those that belong to it.
    pub(super) packages: &'static [&'static str],
    /// The client's package.
    pub(super) client: &'static str,
    pub(super) source: &'static str,
}

impl Side {
    /// Returns the compiler's name for the generated crate.
    pub(super) fn crate_name(&self) -> String {
        self.packages[0].replace('-', "_")
    }
}

const TELEGRAM: [Side; 2] = [
    Side {
        packages: &["typelang-telegram", "typelang-runtime"],
        client: "client-of-typelang",
        source: OURS,
    },
    Side { packages: &["grammers-tl-types"], client: "client-of-grammers", source: PEER },
];

const TD: [Side; 2] = [
    Side {
        packages: &["typelang-td", "typelang-runtime"],
        client: "client-of-typelang-td",
        source: OUR_TD,
    },
    Side { packages: &["tdlib-rs"], client: "client-of-tdlib-rs", source: PEER_TD },
];

const TON: [Side; 2] = [
    Side {
        packages: &["typelang-ton", "typelang-runtime"],
        client: "client-of-typelang-ton",
        source: OUR_TON,
    },
    Side { packages: &["ton_liteapi"], client: "client-of-ton-liteapi", source: PEER_TON },
];

const OUR_TON: &str = r#"use std::io::{Read, Write};
use typelang_runtime::{Decode, Encode};
use typelang_ton::lite::{functions::lite_server::GetVersion, types::lite_server::AccountState};

fn main() -> std::io::Result<()> {
    std::io::stdout().write_all(&GetVersion {}.to_bytes())?;
    let mut reply = Vec::new();
    std::io::stdin().read_to_end(&mut reply)?;
    match AccountState::from_bytes(&reply) {
        Ok(state) => eprintln!("{state:?}"),
        Err(error) => eprintln!("{error}"),
    }
    Ok(())
}
"#;

const PEER_TON: &str = r#"use std::io::{Read, Write};
use ton_liteapi::tl::{request::Request, response::AccountState};

fn main() -> std::io::Result<()> {
    std::io::stdout().write_all(&tl_proto::serialize(Request::GetVersion))?;
    let mut reply = Vec::new();
    std::io::stdin().read_to_end(&mut reply)?;
    match tl_proto::deserialize::<AccountState>(&reply) {
        Ok(state) => eprintln!("{state:?}"),
        Err(error) => eprintln!("{error}"),
    }
    Ok(())
}
"#;

const OUR_TD: &str = r#"use typelang_td::{Incoming, functions::GetChat, request};

fn main() {
    if let Ok(json) = request(&GetChat { chat_id: 1 }, Some(1)) {
        println!("{json}");
    }
    let mut received = String::new();
    if std::io::stdin().read_line(&mut received).is_ok() {
        println!("{:?}", Incoming::read(&received));
    }
}
"#;

const PEER_TD: &str = r#"use tdlib_rs::enums::Update;

fn main() {
    let request = serde_json::json!({ "@type": "getChat", "chat_id": 1, "@extra": 1 });
    println!("{request}");
    let mut received = String::new();
    if std::io::stdin().read_line(&mut received).is_ok() {
        println!("{:?}", serde_json::from_str::<Update>(&received));
    }
}
"#;

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
pub(super) fn write_clients(
    dir: &Path,
    pair: Pair,
    features: Features,
) -> Result<(), Box<dyn Error>> {
    let sides = pair.sides();
    let members = sides.each_ref().map(|side| side.client);
    write(dir, "Cargo.toml", &format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n"))?;
    if pair == Pair::Arena {
        arena::write_layers(dir)?;
    }
    for (side, dependencies) in sides.iter().zip(pair.dependencies(features)) {
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
