//! `--layer`, and what is said of ids of other layers.

use serde_json::Value;

use crate::support::Folder;

#[test]
fn every_command_that_takes_a_schema_takes_a_layer() {
    let folder = Folder::new("layer-commands");
    for line in [
        "check --layer 57",
        "check layer:57",
        "cost --layer 181 --only help.getConfig",
        "dump --stage plan --layer 181",
        "convert --layer 57 --to json",
        "convert layer:57 --to json",
        "id --layer 57 user",
        "random --layer 57 user",
        "encode --layer 57 --method help.getConfig",
        "decode --layer 57 6b18f9c4",
        "explain --layer 57 6b18f9c4",
        "show --layer 57 user",
        "docs --layer 57 --out docs",
        "schema --layer 57",
        "diff 57 layer:109 --only user",
        "generate --layer 57 --out out --only help.getConfig",
        "init --layer 57",
    ] {
        let ran = folder.tl(line);
        assert_eq!(ran.status, 0, "{line}\n{}", ran.err);
        assert!(!ran.out.is_empty() || line.starts_with("docs"), "{line}");
    }
    assert!(folder.read("tl.toml").contains("\nlayer = 57\n"));
    let ran = folder.tl("check --layer 58");
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("the nearest are 57 and 109"), "{}", ran.err);
    assert_eq!(folder.tl("check --fix layer:57").status, 2);
    assert!(!folder.path("layer:57").exists());
    assert_eq!(folder.tl("schema --list").out.lines().count(), 62);
}

/// The error in an answer of a batch.
fn error_of(line: &str) -> Option<String> {
    let line: Value = serde_json::from_str(line).unwrap();
    line["error"].as_str().map(str::to_owned)
}

#[test]
fn an_id_of_another_layer_is_named_with_its_layers() {
    let folder = Folder::new("layer-ids");
    let value = folder.tl("random user --layer 222 --seed 1").out;
    let ran = folder.tl(&format!("decode {}", value.trim()));
    assert_eq!(ran.status, 1);
    let said = "31774388 is the constructor `user` of `User`, in layers 218 to 227; `--layer 227` reads it";
    assert!(ran.err.contains(said), "{}", ran.err);
    let ran = folder.tl(&format!("explain {}", value.trim()));
    assert!(ran.err.contains(said), "{}", ran.err);
    // A batch says the same of each line.
    let lines = format!("{0}\n6b18f9c4\n{0}\nefbeadde\n", value.trim());
    let ran = folder.run(&["decode", "--batch"], lines.as_bytes());
    let errors: Vec<Option<String>> = ran.out.lines().map(error_of).collect();
    let [Some(first), None, Some(third), Some(last)] = &errors[..] else { panic!("{errors:#?}") };
    assert!(first.ends_with(&format!("; {said}")), "{first}");
    assert_eq!(first, third);
    assert!(last.contains("; no schema that was searched has the id deadbeef"), "{last}");
    let row = "user\t215c4438\t215c4438\tlayers 167 to 184\n";
    for id in ["215c4438", "#215c4438", "0x215c4438", "user#215c4438"] {
        let ran = folder.tl(&format!("id {id}"));
        assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, row, ""), "{id}");
    }
    assert_eq!(folder.tl("id c4f9186b").out, folder.tl("id help.getConfig").out);
    let ran = folder.tl(&format!("decode --layer 222 {}", value.trim()));
    assert_eq!(ran.status, 0, "{}", ran.err);
}

#[test]
fn the_layer_of_bytes_is_guessed_without_a_folder() {
    let folder = Folder::new("layer-guess");
    let value = folder.tl("random user --layer 222 --seed 1").out;
    let ran = folder.tl(&format!("decode --guess {}", value.trim()));
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.starts_with("{\"_\":\"user\""), "{}", ran.out);
    assert!(ran.err.starts_with("note: 1. layer 22"), "{}", ran.err);
    let unknown = folder.tl("decode --guess 7f3b18eb");
    assert_eq!((unknown.status, unknown.err.matches("note:").count()), (1, 1), "{}", unknown.err);
    folder.write("value.hex", &value);
    assert_eq!(folder.tl("explain --guess value.hex").status, 0);
    assert_eq!(folder.tl("decode value.hex --guess").out, ran.out);
}
