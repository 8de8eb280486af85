//! `tl check --fix`

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::Value;

use crate::support::Folder;

/// The schemas of the parser's reports, by name.
fn cases() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tl-parser/tests/ui");
    let mut cases = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.extension().is_some_and(|it| it == "tl") {
            cases.push((name, fs::read(path).unwrap()));
        }
    }
    cases.sort();
    cases
}

/// The certain edits that a check reports: place and replacement, in order of place.
fn certain(folder: &Folder, name: &str) -> Vec<(usize, usize, String)> {
    let ran = folder.tl(&format!("check --format json {name}"));
    let mut edits = BTreeSet::new();
    for line in ran.out.lines() {
        let report: Value = serde_json::from_str(line).unwrap();
        for edit in report["suggestions"].as_array().unwrap() {
            let place = |key: &str| usize::try_from(edit[key].as_u64().unwrap()).unwrap();
            if edit["applicability"] == "certain" {
                let replacement = edit["replacement"].as_str().unwrap().to_owned();
                edits.insert((place("start"), place("end"), replacement));
            }
        }
    }
    edits.into_iter().collect()
}

/// Makes the certain edits of a file, and those that they uncover, as a reader of the reports would.
fn edited_by_hand(folder: &Folder, name: &str) {
    loop {
        let (edits, text) = (certain(folder, name), folder.bytes(name));
        if edits.is_empty() {
            return;
        }
        let (mut edited, mut from) = (Vec::new(), 0);
        for (start, end, replacement) in edits {
            // One that meets the edit before it waits for the next round.
            if from > 0 && start <= from {
                continue;
            }
            edited.extend_from_slice(&text[from..start]);
            edited.extend_from_slice(replacement.as_bytes());
            from = end;
        }
        edited.extend_from_slice(&text[from..]);
        folder.write(name, edited);
    }
}

#[test]
fn every_certain_edit_is_made_once_and_nothing_else_changes() {
    let folder = Folder::new("fix-cases");
    let mut fixed = BTreeSet::new();
    for (name, text) in cases() {
        folder.write(&name, &text);
        let is_faulty = !certain(&folder, &name).is_empty();
        edited_by_hand(&folder, &name);
        let by_hand = folder.bytes(&name);
        folder.write(&name, &text);
        folder.tl(&format!("check --fix {name}"));
        let once = folder.bytes(&name);
        assert_eq!(once != text, is_faulty, "{name}");
        assert_eq!(String::from_utf8_lossy(&once), String::from_utf8_lossy(&by_hand), "{name}");
        folder.tl(&format!("check --fix {name}"));
        assert_eq!(folder.bytes(&name), once, "{name}: twice is once");
        if is_faulty {
            fixed.insert(name[..4].to_owned());
        }
    }
    let codes =
        ["0005", "0008", "0009", "0017", "0018", "0019", "0020", "0029", "0030", "0031", "0225"];
    assert_eq!(fixed, codes.map(str::to_owned).into());
}

#[test]
fn what_leaves_no_choice_is_mended_and_the_rest_is_reported() {
    let folder = Folder::new("fix-mends");
    let text = "// LAYER 1\r\none#ABCDEF01 x:int, y:Vector int = One\r\ntwo x:Onne = Two;;\r\n";
    folder.write("a.tl", text);
    let ran = folder.tl("check --fix a.tl");
    let mended = "// LAYER 1\r\none#abcdef01 x:int y:Vector<int> = One;\r\ntwo x:Onne = Two;\r\n";
    assert_eq!(folder.read("a.tl"), mended);
    assert_eq!(ran.status, 1);
    assert!(ran.err.starts_with("note: made 5 edits in 1 file\n"), "{}", ran.err);
    assert!(
        ran.err.contains("did you mean `One`?") && ran.err.ends_with("\n1 error\n"),
        "{}",
        ran.err
    );
}

#[test]
fn a_sound_file_is_not_written_and_the_standard_input_is_refused() {
    let folder = Folder::new("fix-sound");
    folder.write("a.tl", "one = One;\n");
    let written = || fs::metadata(folder.path("a.tl")).unwrap().modified().unwrap();
    let before = written();
    let ran = folder.tl("check --fix a.tl");
    assert_eq!((ran.status, ran.err.as_str(), written()), (0, "", before));
    let ran = folder.tl_reading("check --fix -", b"one = One");
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("--fix rewrites files"), "{}", ran.err);
}
