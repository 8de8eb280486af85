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
        (
            "a#00000001 flags:# x:flags.0?int y:flags.1?int = A;",
            "a#00000001 flags:# x:flags.0?int y:flags.0?int = A;",
            "lossy",
        ),
        (
            "a#00000001 flags:# x:flags.0?B y:flags.1?int = A;",
            "a#00000001 flags:# x:flags.0?B y:flags.0?int = A;",
            "breaks",
        ),
        ("a#00000001 n:# x:int = A;", "a#00000001 n:# x:int y:n.0?true = A;", "lossy"),
        (
            "a#00000001 flags:# x:flags.0?int on:flags.0?true = A;",
            "a#00000002 flags:# x:flags.0?string on:flags.0?true = A;",
            "breaks",
        ),
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
changed constructor a#00000001 → #00000011: breaks; in Rust: new required field
    + y: A (breaks; new required field)
removed constructor b#00000002: breaks; in Rust: removed variant
removed constructor c#00000003: breaks; in Rust: removed item
added constructor d#00000004: translated without loss; in Rust: new variant
added method f#00000005: old readers still read it; in Rust: new item
changed type A: breaks; in Rust: removed variant
    - b (breaks; removed variant)
    + d (translated without loss; new variant)
removed type C: breaks; in Rust: removed item
combinators: 2 added, 2 removed, 1 changed
     1 old readers still read it
     1 translated without loss
     3 breaks
generated Rust: major version
     1 new item
     1 new variant
     1 new required field
     1 removed variant
     1 removed item
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
    for (on, status) in [
        ("breaks", 0),
        ("lossy", 1),
        ("lossless", 1),
        ("read", 1),
        ("same", 1),
        ("wire", 1),
        ("api", 1),
        ("any", 1),
    ] {
        let ran = folder.tl(&format!("diff old.tl new.tl --fail-on {on}"));
        assert_eq!(ran.status, status, "{on}");
    }
    folder.write("more.tl", "a#00000001 x:int gone:int = A; ---functions--- f#00000002 = A;");
    for (on, status) in [("wire", 0), ("api", 0), ("any", 1)] {
        assert_eq!(
            folder.tl(&format!("diff old.tl more.tl --fail-on {on}")).status,
            status,
            "{on}"
        );
    }
    folder.write("bad.tl", "a#00000001 x:int");
    let ran = folder.tl("diff old.tl bad.tl");
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert_eq!(folder.tl("diff old.tl none.tl").status, 2);
}

#[test]
fn layers_are_compared_by_number() {
    let folder = Folder::new("diff-layers");
    let ran = folder.tl("diff --json 229 layer:230");
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

/// The lines of a diff that describe changes in Rust.
fn in_rust(folder: &Folder, old: &str, new: &str, more: &str) -> Vec<String> {
    folder.write("old.tl", old);
    folder.write("new.tl", new);
    let ran = folder.tl(&format!("diff old.tl new.tl {more}"));
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let lines = ran.out.lines().skip_while(|line| !line.starts_with("generated Rust"));
    lines.map(|line| line.trim().to_owned()).collect()
}

#[test]
fn changes_in_rust_have_their_version() {
    let folder = Folder::new("diff-api");
    let a = "a#00000001 flags:# x:int y:flags.0?int z:flags.1?true = A;";
    let b = "b#00000002 = B; c#00000003 = B;";
    for (new, version, item) in [
        ("a#00000009 flags:# x:int y:flags.3?int z:flags.1?true = A;", "patch", ""),
        ("a#00000009 x:int flags:# y:flags.0?int z:Bool = A;", "patch", ""),
        ("a#00000009 flags:# x:long y:flags.0?int z:flags.1?true = A;", "major", "1 changed type"),
        ("a#00000009 flags:# x:int y:int z:flags.1?true = A;", "major", "1 changed type"),
        (
            "a#00000009 flags:# x:int y:flags.0?int z:flags.1?true w:flags.2?int = A;",
            "major",
            "1 new optional field",
        ),
        ("a#00000009 flags:# x:int z:flags.1?true = A;", "major", "1 removed field"),
        (&format!("{a} a2#00000007 = A;"), "major", "1 moved item"),
        (&format!("{a} d#00000007 = D;"), "minor", "1 new item"),
        (&format!("{a} d#00000007 = B;"), "major", "1 new variant"),
    ] {
        let found = in_rust(&folder, &format!("{a} {b}"), &format!("{new} {b}"), "");
        assert_eq!(found[0], format!("generated Rust: {version} version"), "{new}");
        assert_eq!(found.get(1).map_or("", String::as_str), item, "{new}");
    }
    let new = format!("{a} {b} d#00000007 = B;");
    let found = in_rust(&folder, &format!("{a} {b}"), &new, "--non-exhaustive");
    assert_eq!(found[0], "generated Rust: minor version");
}

#[test]
fn a_selection_keeps_what_it_needs() {
    let folder = Folder::new("diff-only");
    let text = |id: u32| {
        format!(
            "a#0000000{id} b:B = A; b#0000001{id} = B; c#0000002{id} a:A = C; d#0000003{id} = D;\n\
             ---functions--- n.f#0000004{id} a:A = D; n.g#0000005{id} = C;"
        )
    };
    folder.write("old.tl", text(1));
    folder.write("new.tl", text(2));
    let names = |more: &str| {
        let ran = folder.tl(&format!("diff --json old.tl new.tl {more}"));
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{more}");
        let name = |line: &str| {
            let change: Value = serde_json::from_str(line).unwrap();
            change["name"].as_str().unwrap().to_owned()
        };
        ran.out.lines().map(name).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(names(""), "a b c d n.f n.g");
    assert_eq!(names("--only n.f"), "a b d n.f");
    assert_eq!(names("--only n.f --opaque A"), "d n.f");
    assert_eq!(names("--only n.*"), "a b c d n.f n.g");
    assert_eq!(names("--only B"), "b");
    let ran = folder.tl("diff old.tl new.tl --only n.ff");
    assert_eq!(
        (ran.status, ran.err.as_str()),
        (2, "error: `n.ff` is in neither schema; did you mean `n.f`?\n")
    );
}

#[test]
fn one_new_item_is_no_plural_in_a_changelog() {
    let folder = Folder::new("diff-changelog-one");
    folder.write("old.tl", "a#00000001 x:int = A;");
    folder.write("new.tl", "a#00000001 x:int = A; b#00000002 = B;");
    folder.write("LOG.md", "");
    folder.tl("diff old.tl new.tl --changelog LOG.md");
    let log = folder.read("LOG.md");
    let said = "Compared with `old.tl`: 1 constructor or method added, 0 changed, 0 removed.";
    assert!(log.contains(said), "{log}");
}

#[test]
fn a_changelog_gets_a_section() {
    let folder = Folder::new("diff-changelog");
    folder.write("old.tl", "// LAYER 7\na#00000001 x:int = A; gone#00000002 = B; b#00000003 = B;");
    folder.write(
        "new.tl",
        "// LAYER 8\na#00000004 flags:# x:int y:flags.0?long = A; b#00000003 = B; e#00000006 = E;\n\
         ---functions--- f#00000005 = A;",
    );
    folder.write("LOG.md", "# Changelog\n\n## Layer 7\n\nFirst.\n");
    let section = "\
## Layer 8

Compared with layer 7: 2 constructors and methods added, 1 changed, 1 removed. The generated Rust needs a major version.

### Added methods

- `f`, returns `A`

### Added constructors

- `e` of `E`

### Changed

- `a` (`#00000001 → #00000004`): translated without loss; new optional field
  - `+ flags: #`
  - `+ y: flags.0?long`

### Moved types

- `B` is now a struct of `types`

### Removed constructors

- `gone` of `B`
";
    assert_eq!(folder.tl("diff old.tl new.tl --markdown").out, section);
    assert_eq!(folder.tl("diff old.tl new.tl --changelog LOG.md").status, 0);
    let expected = format!("# Changelog\n\n{section}\n## Layer 7\n\nFirst.\n");
    assert_eq!(folder.read("LOG.md"), expected);
}

#[test]
fn a_revision_is_compared_with_a_file() {
    let folder = Folder::new("diff-git");
    folder.write("a.tl", "a#00000001 = A;");
    let git = "git -c user.name=t -c user.email=t@example.org -c commit.gpgsign=false";
    let line = format!("git init -q . && git add a.tl && {git} commit -qm one");
    assert_eq!(folder.shell(&line).status, 0);
    folder.write("a.tl", "a#00000001 = A; b#00000002 = B;");
    let ran = folder.tl("diff HEAD:./a.tl a.tl --fail-on any");
    assert_eq!((ran.status, ran.err.as_str()), (1, ""));
    assert!(ran.out.starts_with("added constructor b#00000002"), "{}", ran.out);
    assert_eq!(folder.tl("check HEAD:./a.tl").status, 0);
    let ran = folder.tl("diff HEAD:./b.tl a.tl");
    assert_eq!(ran.status, 2);
    assert!(ran.err.starts_with("error: HEAD:./b.tl: cannot be read: "), "{}", ran.err);
    let ran = folder.tl("diff --help:x a.tl");
    assert_eq!(ran.status, 2);
}
