//! The ready-made crates for TDLib and TON, and what each is generated from.

use std::path::{Path, PathBuf};

use typelang_codegen::{Config, Dialect, Serde, Text};

/// One folder of committed output.
pub(crate) struct Generated {
    /// The folder, below the root.
    pub(crate) folder: &'static str,
    pub(crate) config: Config,
    /// The files of the root's schema.
    pub(crate) schemas: Vec<PathBuf>,
}

/// TON's schemas: the module and feature of each, and its file.
const TON: [(&str, &str); 3] =
    [("lite", "lite_api.tl"), ("node", "ton_api.tl"), ("tonlib", "tonlib_api.tl")];

/// Returns what is generated from `schema`, besides the root package.
pub(crate) fn all(schema: &Path) -> [Generated; 3] {
    [
        td(&schema.join("td")),
        ton(
            &schema.join("ton"),
            "crates/ton/generated",
            Text::Owned,
            Serde::Feature("serde".to_owned()),
        ),
        ton(&schema.join("ton"), "crates/ton/borrowed", Text::Borrowed, Serde::Never),
    ]
}

fn td(folder: &Path) -> Generated {
    let mut config = Config::new();
    config.dialect(Dialect::Tdlib).facts(folder).serde(Serde::Always);
    Generated { folder: "crates/td/generated", config, schemas: vec![folder.join("td_api.tl")] }
}

fn ton(from: &Path, folder: &'static str, text: Text, serde: Serde) -> Generated {
    let mut config = Config::new();
    config.dialect(Dialect::Ton).text(text).serde(serde);
    for (module, file) in TON {
        config.module(module, &[from.join(file)]).module_feature(module, module);
    }
    Generated { folder, config, schemas: Vec::new() }
}
