//! `tl diff`

use serde_json::Value;

use crate::support::{Folder, Ran};

/// The changes between two schemas as JSON.
fn changes(folder: &Folder, old: &str, new: &str) -> Vec<Value> {
    folder.write("old.tl", old);
    folder.write("new.tl", new);
    let ran = folder.tl("diff --json old.tl new.tl");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Translates a random value of `a` from the old schema to the new one.
fn translated(folder: &Folder, seed: u32, more: &str) -> Ran {
    let value = folder.tl(&format!("random a --schema old.tl --seed {seed}")).out;
    let line = format!("translate --from old.tl --to new.tl --type a {more}");
    folder.tl_reading(&line, value.as_bytes())
}

#[test]
fn each_change_has_its_verdict_and_translation_agrees() {
    let folder = Folder::new("diff-verdicts");
    let b = " b#0000000b = B; c#0000000c = B; d#0000000d = D;";
    let flags = "a#00000001 flags:# x:int y:flags.0?int";
    for (old, new, verdict) in [
        ("a#00000001 x:int = A;", "a#00000001 z:int = A;", "same"),
        (flags, "a#00000001 flags:# x:int y:flags.0?int on:flags.1?true = A;", "read"),
        (flags, "a#00000002 flags:# x:int y:flags.0?int = A;", "lossless"),
        (flags, "a#00000002 flags:# x:int y:flags.3?long z:flags.0?B = A;", "lossless"),
        (flags, "a#00000001 flags:# x:flags.1?int y:flags.0?int = A;", "lossless"),
        (flags, "a#00000002 flags:# x:int = A;", "lossy"),
        (flags, "a#00000002 x:int y:int = A;", "lossy"),
        (flags, "a#00000002 flags:# x:int y:flags.0?string = A;", "lossy"),
        (flags, "a#00000002 flags:# x:int y:flags.0?int z:Vector<B> = A;", "lossy"),
        (flags, "a#00000002 flags:# x:int y:flags.0?int z:B = A;", "breaks"),
        (flags, "a#00000002 flags:# x:int y:flags.0?int z:flags.0?true = A;", "breaks"),
        (flags, "a#00000002 flags:# x:string y:flags.0?int = A;", "breaks"),
        (flags, "a#00000001 flags:# x:int y:flags.0?int = D;", "breaks"),
        ("a#00000001 v:Vector<int> = A;", "a#00000001 v:Vector<long> = A;", "lossless"),
        ("a#00000001 on:Bool = A;", "a#00000002 flags:# on:flags.0?true = A;", "lossless"),
        ("a#00000001 d:D = A;", "a#00000001 d:%D = A;", "lossless"),
    ] {
        let whole = |text: &str| {
            format!("{}{b}", if text == flags { format!("{text} = A;") } else { text.to_owned() })
        };
        let (old, new) = (whole(old), whole(new));
        let changes = changes(&folder, &old, &new);
        let change = changes.iter().find(|change| change["name"] == "a").unwrap();
        assert_eq!(change["verdict"], verdict, "{new}");
        let ran: Vec<Ran> = (0..12).map(|seed| translated(&folder, seed, "--lossless")).collect();
        let is_lossless = ran.iter().all(|ran| ran.status == 0);
        // A field under another name is another field, although its bytes are the same.
        let is_renamed = verdict == "same" || new.contains("= D; b");
        assert!(is_renamed || is_lossless == ["read", "lossless"].contains(&verdict), "{new}");
        if verdict == "lossy" {
            let ran = translated(&folder, 1, "--fill");
            assert_eq!(ran.status, 0, "{new}: {}", ran.err);
        }
    }
}

#[test]
fn what_was_added_and_removed_is_listed() {
    let folder = Folder::new("diff-lists");
    folder.write("old.tl", "a#00000001 x:int = A; b#00000002 = A; c#00000003 = C;");
    folder.write(
        "new.tl",
        "a#00000011 x:int y:A = A; d#00000004 = A; ---functions--- f#00000005 = A;",
    );
    let ran = folder.tl("diff old.tl new.tl");
    let expected = "\
changed constructor a#00000001 → #00000011: breaks
    + y: A (breaks)
removed constructor b#00000002: breaks
removed constructor c#00000003: breaks
added constructor d#00000004: translated without loss
added method f#00000005: old readers still read it
changed type A: breaks
    - b (breaks)
    + d (translated without loss)
removed type C: breaks
combinators: 2 added, 2 removed, 1 changed
     1 old readers still read it
     1 translated without loss
     3 breaks
";
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, expected, ""));
    let ran = folder.tl("diff old.tl old.tl --fail-on same");
    assert_eq!((ran.status, ran.out.as_str()), (0, "combinators: 0 added, 0 removed, 0 changed\n"));
}

#[test]
fn the_status_depends_on_the_worst_verdict() {
    let folder = Folder::new("diff-status");
    folder.write("old.tl", "a#00000001 x:int gone:int = A;");
    folder.write("new.tl", "a#00000002 x:int = A;");
    for (on, status) in [("breaks", 0), ("lossy", 1), ("lossless", 1), ("read", 1), ("same", 1)] {
        let ran = folder.tl(&format!("diff old.tl new.tl --fail-on {on}"));
        assert_eq!(ran.status, status, "{on}");
    }
    folder.write("bad.tl", "a#00000001 x:int");
    let ran = folder.tl("diff old.tl bad.tl");
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert_eq!(folder.tl("diff old.tl none.tl").status, 2);
}

#[test]
fn a_layer_is_compared_with_the_one_built_in() {
    let folder = Folder::new("diff-layers");
    let api = concat!(env!("CARGO_MANIFEST_DIR"), "/../schema/telegram/api-229.tl");
    let ran = folder.run(&["diff", "--json", api, "230"], b"");
    let find = |name: &str| {
        let lines = ran.out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        lines.into_iter().find(|change| change["name"] == name).unwrap()
    };
    let username = find("username");
    assert_eq!((&username["verdict"], &username["old_id"]), (&"read".into(), &username["new_id"]));
    assert_eq!(find("botVerification")["verdict"], "breaks");
    assert_eq!(find("inputPasskeyCredentialFirebasePNV")["how"], "removed");
    assert_eq!(find("wallet.getState")["what"], "method");
}
