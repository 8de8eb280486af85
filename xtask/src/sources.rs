//! `schema/SOURCES.md`: where each schema comes from.

use std::fmt::Write;

/// What fetches a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fetcher {
    Cargo,
    Pip,
}

impl Fetcher {
    const ALL: [Self; 2] = [Self::Cargo, Self::Pip];

    const fn name(self) -> &'static str {
        match self {
            Self::Cargo => "cargo",
            Self::Pip => "pip",
        }
    }
}

/// One line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// The path below `schema/`.
    pub(crate) file: String,
    /// What its `// LAYER n` states, or else its highest mark.
    pub(crate) layer: Option<u32>,
    pub(crate) fetcher: Fetcher,
    /// The published package.
    pub(crate) package: String,
    pub(crate) version: String,
    pub(crate) licence: String,
    /// The path in that package.
    pub(crate) published: String,
    /// Of the published file, in hex.
    pub(crate) sha256: String,
}

const HEAD: &str = "\
# Where the schemas come from

`cargo xtask schema` writes this folder: it has cargo or pip fetch each package, checks the published file, and restates it with
typelang's printer. Names, ids, types and the order of declarations stay; comments do not, apart from the layer. The last
column is the published file's checksum. `containers.tl` is from no package: it declares what published schemas of
MTProto leave to code, as the protocol's description has it.

| file | layer | fetched by | package | version | licence | file in the package | sha256 |
|---|---|---|---|---|---|---|---|
";

/// Reads the table.
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
    // The table's head and its rule have as many cells, and name none.
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

/// Writes the table.
pub(crate) fn write(rows: &[Row]) -> String {
    let mut text = HEAD.to_owned();
    for row in rows {
        let Row { file, layer, fetcher, package, version, licence, published, sha256 } = row;
        let layer = layer.map_or_else(String::new, |layer| layer.to_string());
        _ = writeln!(
            text,
            "| {file} | {layer} | {} | {package} | {version} | {licence} | {published} | {sha256} |",
            fetcher.name()
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_reads_as_written() {
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
        let rows = [row("a/api.tl", Some(7)), row("a/mtproto.tl", None)];
        assert_eq!(read(&write(&rows)), rows);
    }
}
