//! Checks that the schemas are as `cargo xtask schema` writes them.

#![expect(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

use std::{fs, path::Path};

use typelang_parser::{FileId, parse, print};

fn schema(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

#[test]
fn every_file_is_sound_and_in_canonical_form() {
    for file in [
        "containers.tl",
        "telegram/api.tl",
        "telegram/api-224.tl",
        "telegram/api-229.tl",
        "telegram/mtproto.tl",
        "telegram/secret.tl",
        "td/td_api.tl",
        "ton/lite_api.tl",
        "ton/ton_api.tl",
        "ton/tonlib_api.tl",
    ] {
        let text = schema(file);
        let parsed = parse(FileId::default(), &text);
        assert_eq!(parsed.diagnostics, [], "{file}");
        assert!(print(&parsed.file, &text) == text, "{file}: somebody has edited it");
        // The layer is a fact; other comments belong to their authors.
        let comments: Vec<_> = parsed.file.comments.iter().map(|comment| comment.text).collect();
        assert!(comments.iter().all(|text| text.starts_with("// LAYER ")), "{file}: {comments:?}");
    }
}

#[test]
fn every_file_has_its_row_of_origin() {
    let rows = schema("SOURCES.md");
    let mut files = 0;
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["telegram", "td", "ton"].map(|folder| (folder, root.join(folder)));
    let entries = folders.into_iter().flat_map(|(folder, path)| {
        fs::read_dir(path).unwrap().map(move |entry| (folder, entry.unwrap()))
    });
    for (folder, entry) in entries {
        let name = entry.file_name().into_string().unwrap();
        if Path::new(&name).extension().is_none_or(|ext| ext != "tl") {
            continue;
        }
        let row = rows.lines().find(|row| row.starts_with(&format!("| {folder}/{name} |")));
        let cells: Vec<&str> = row.expect(&name).split('|').map(str::trim).collect();
        let [_, _, _, fetcher, package, version, licence, _, sha256, _] = *cells else {
            unreachable!("{row:?}")
        };
        assert!(matches!(fetcher, "cargo" | "pip"), "{row:?}");
        assert!(!package.is_empty() && !version.is_empty() && !licence.is_empty(), "{row:?}");
        assert!(
            sha256.len() == 64 && sha256.bytes().all(|byte| byte.is_ascii_hexdigit()),
            "{row:?}"
        );
        files += 1;
    }
    assert_eq!(files, 9);
}
