//! `schema/SOURCES.md`: the source of each schema and each fact.

use std::{error::Error, fmt::Write};

use crate::{fetch, npm, package::Package, pip};

/// The tool that fetches a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fetcher {
    Cargo,
    Npm,
    Pip,
}

impl Fetcher {
    const ALL: [Self; 3] = [Self::Cargo, Self::Npm, Self::Pip];

    const fn name(self) -> &'static str {
        match self {
            Self::Cargo => "cargo",
            Self::Npm => "npm",
            Self::Pip => "pip",
        }
    }
}

/// One line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// For a schema, its path below `schema/`; otherwise [`SINCE`], or the letter of a source of facts.
    pub(crate) file: String,
    /// The layer of its `// LAYER n` comment, or else of its highest layer mark.
    pub(crate) layer: Option<u32>,
    pub(crate) fetcher: Fetcher,
    /// The published package.
    pub(crate) package: String,
    pub(crate) version: String,
    pub(crate) licence: String,
    /// The path in the package.
    pub(crate) published: String,
    /// The checksum of the published file, in hexadecimal.
    pub(crate) sha256: String,
}

/// The name used instead of a file in rows that give the package of a layer.
pub(crate) const SINCE: &str = "since";

/// The purpose of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    Schema,
    Facts,
    Layer,
}

impl Row {
    pub(crate) fn purpose(&self) -> Purpose {
        if self.file == SINCE {
            Purpose::Layer
        } else if self.file.len() == 1 {
            Purpose::Facts
        } else {
            Purpose::Schema
        }
    }

    /// Fetches the package that the row names.
    pub(crate) fn fetch(&self) -> Result<Package, Box<dyn Error>> {
        match self.fetcher {
            Fetcher::Cargo => fetch::fetch(&self.package, &self.version),
            Fetcher::Npm => npm::fetch(&self.package, &self.version),
            Fetcher::Pip => pip::fetch(&self.package, &self.version),
        }
    }
}

const HEAD: &str = "\
# Where the schemas and facts come from

Each file is from a published package. Cargo, npm or pip fetches it by name and version; the last column is the
published file's checksum.

## Schemas

`cargo xtask schema` checks each published file and restates it with
typelang's printer. Names, ids, types and the order of declarations stay; comments do not, apart from the layer.
`containers.tl` is from no package: it declares what published schemas of
MTProto leave to code, as the protocol's description has it.

TDLib says in the text of a field whether it may be null. The text stays in the package. `td/null.tsv` lists the fields,
found by the phrases of `typelang_parser::nullable::PHRASES`. The file of `tdlib-rs` is `td_api.tl` of TDLib 1.8.61.

";

const FACTS: &str = "
## Facts

`cargo xtask facts` writes `telegram/errors.tsv` and `telegram/callers.tsv`: the names of methods and errors, the
codes of errors, and who may call what. Descriptions stay in the packages. The letters are those of the column
of sources. `t` is Telethon's table, which its own package leaves out.

";

const LAYERS: &str = "
## Layers

`cargo xtask layers` stores the declarations of each of these schemas in the archive `layers/layers.zlib`, and
`cargo xtask facts` writes to `telegram/since.tsv` which layer has which name first. Only names, ids and types are
taken over. Add a row for each new layer, with an empty checksum.

";

/// Reads the tables.
pub(crate) fn read(text: &str) -> Vec<Row> {
    text.lines().filter_map(row).collect()
}

fn row(line: &str) -> Option<Row> {
    let cells: Vec<_> =
        line.strip_prefix('|')?.strip_suffix('|')?.split('|').map(str::trim).collect();
    let [file, layer, fetcher, package, version, licence, published, sha256] = *cells else {
        return None;
    };
    let owned = str::to_owned;
    // The heads and rules of tables have as many cells, but name no tool.
    let fetcher = Fetcher::ALL.into_iter().find(|it| it.name() == fetcher)?;
    Some(Row {
        file: owned(file),
        layer: layer.parse().ok(),
        fetcher,
        package: owned(package),
        version: owned(version),
        licence: owned(licence),
        published: owned(published),
        sha256: owned(sha256),
    })
}

/// Writes the tables.
pub(crate) fn write(rows: &[Row]) -> String {
    let tables = [
        (HEAD, "file", Purpose::Schema),
        (FACTS, "source", Purpose::Facts),
        (LAYERS, "for", Purpose::Layer),
    ];
    let mut text = String::new();
    for (prose, head, purpose) in tables {
        text += prose;
        _ = write!(
            text,
            "| {head} | layer | fetched by | package | version | licence | file in the package | sha256 |\n\
             |---|---|---|---|---|---|---|---|\n"
        );
        rows.iter()
            .filter(|row| row.purpose() == purpose)
            .for_each(|row| write_row(&mut text, row));
    }
    text
}

fn write_row(text: &mut String, row: &Row) {
    let Row { file, layer, fetcher, package, version, licence, published, sha256 } = row;
    let layer = layer.map_or_else(String::new, |layer| layer.to_string());
    let fetcher = fetcher.name();
    _ = writeln!(
        text,
        "| {file} | {layer} | {fetcher} | {package} | {version} | {licence} | {published} | {sha256} |"
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_read_as_written() {
        let row = |file: &str, layer| Row {
            file: file.to_owned(),
            layer,
            fetcher: if layer.is_some() { Fetcher::Cargo } else { Fetcher::Pip },
            package: "some-types".to_owned(),
            version: "1.2.3".to_owned(),
            licence: "MIT OR Apache-2.0".to_owned(),
            published: "tl/api.tl".to_owned(),
            sha256: "00ff".to_owned(),
        };
        let rows = ["a/api.tl", "a/mtproto.tl", "m", SINCE];
        let rows = rows.map(|file| row(file, (file != "m").then_some(7)));
        let purposes = rows.each_ref().map(Row::purpose);
        let schema = Purpose::Schema;
        assert_eq!(purposes, [schema, schema, Purpose::Facts, Purpose::Layer]);
        assert_eq!(read(&write(&rows)), rows);
    }
}
