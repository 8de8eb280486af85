//! Files survive: a full disk, a kill at any moment, and another run at the same time.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use crate::support::{Folder, SHAPES};

/// A schema that `tl fmt` changes, of this many lines.
fn loose(lines: usize) -> String {
    let lines: Vec<String> =
        (0..lines).map(|at| format!("point{at}  x : int = Point ;\n")).collect();
    lines.concat()
}

/// The entries of a folder.
fn names(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = entries.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

/// Runs `tl` with files limited to this many blocks of 512 bytes, as on a full disk.
#[cfg(unix)]
fn on_a_full_disk(folder: &Folder, blocks: usize, line: &str) -> (bool, String) {
    // The signal would end the command before it sees the error.
    let script =
        format!("trap '' XFSZ; ulimit -f {blocks}; exec '{}' {line}", env!("CARGO_BIN_EXE_tl"));
    let output =
        Command::new("sh").args(["-c", &script]).current_dir(folder.path("")).output().unwrap();
    (output.status.success(), String::from_utf8(output.stderr).unwrap())
}

#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_old_bytes() {
    let folder = Folder::new("files-full");
    let text = loose(500);
    folder.write("a.tl", &text);
    folder.write("out.json", "old");
    for blocks in [0, 1, 10] {
        let (success, err) = on_a_full_disk(&folder, blocks, "fmt a.tl");
        assert!(!success);
        assert!(err.starts_with("error: a.tl: cannot write `a.tl`: File too large"), "{err}");
        assert_eq!(folder.read("a.tl"), text);
        let (success, err) = on_a_full_disk(&folder, blocks, "convert --to tl a.tl -o out.json");
        assert!(!success && err.contains("cannot write `out.json`: "), "{err}");
        assert_eq!(folder.read("out.json"), "old");
    }
    assert_eq!(names(&folder.path("")), ["a.tl", "out.json"]);
}

#[cfg(unix)]
#[test]
fn a_full_disk_leaves_all_that_was_generated() {
    let folder = Folder::new("files-full-generate");
    folder.write("shapes.tl", SHAPES);
    let line = "generate shapes.tl --out out --crate shapes";
    assert_eq!(folder.tl(line).status, 0);
    let old = folder.files("out");
    folder.write("shapes.tl", SHAPES.replace("radius:int", "radius:long"));
    // The larger files do not fit, and the smaller ones would.
    let (success, err) = on_a_full_disk(&folder, 8, line);
    assert!(!success && err.contains("cannot write `out/src/"), "{err}");
    assert_eq!(folder.files("out"), old);
    assert_eq!(folder.tl(line).status, 0);
    assert_ne!(folder.files("out"), old);
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new("files-permissions");
    folder.write("a.tl", loose(1));
    fs::set_permissions(folder.path("a.tl"), fs::Permissions::from_mode(0o640)).unwrap();
    symlink("a.tl", folder.path("link.tl")).unwrap();
    assert_eq!(folder.tl("fmt link.tl").status, 0);
    assert!(folder.path("link.tl").is_symlink());
    assert_eq!(folder.read("a.tl"), "point0 x:int = Point;\n");
    let mode = fs::metadata(folder.path("a.tl")).unwrap().permissions().mode();
    assert_eq!(mode & 0o7777, 0o640);
    let ran = folder.tl("convert --to json a.tl -o /dev/stdout");
    assert!(ran.out.contains("\"constructors\""), "a pipe is written to: {}", ran.err);
}

#[test]
fn a_kill_leaves_old_or_new_files_and_the_next_run_does_the_rest() {
    let folder = Folder::new("files-kill");
    let schema = |types: usize, field: &str| -> String {
        let line = |at| format!("n{0}.c{at} x:{field} = n{0}.C{at};\n", at % 40);
        (0..types).map(line).collect::<Vec<_>>().concat()
    };
    let line = ["generate", "a.tl", "--out", "out", "--root-file", "lib.rs"];
    let wanted = |text: String| -> BTreeMap<PathBuf, String> {
        folder.write("a.tl", text);
        assert_eq!(folder.run(&line, b"").status, 0);
        folder.files("out")
    };
    let new = wanted(schema(200, "long"));
    let old = wanted(schema(240, "int"));
    folder.write("a.tl", schema(200, "long"));
    let mut is_killed = false;
    for delay in 0..40 {
        let mut child = Command::new(env!("CARGO_BIN_EXE_tl"))
            .args(line)
            .current_dir(folder.path(""))
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_millis(delay * 8));
        child.kill().unwrap();
        is_killed |= !child.wait().unwrap().success();
        for (path, text) in folder.files("out") {
            let is_staged =
                path.starts_with(".") || path.to_str().unwrap().starts_with(".typelang-");
            let is_whole = old.get(&path) == Some(&text) || new.get(&path) == Some(&text);
            assert!(is_staged || is_whole, "{}", path.display());
        }
    }
    assert!(is_killed);
    assert_eq!(folder.run(&line, b"").status, 0);
    assert_eq!(folder.files("out"), new);
    let staged = names(&folder.path("out")).into_iter().filter(|name| name.starts_with('.'));
    assert_eq!(staged.count(), 0);
}

#[test]
fn runs_at_the_same_time_agree() {
    let folder = Folder::new("files-at-once");
    folder.write("shapes.tl", SHAPES);
    folder.write("a.tl", loose(300));
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let ran = folder.tl("generate shapes.tl --out out --crate shapes");
                assert_eq!(ran.status, 0, "{}", ran.err);
                let ran = folder.tl("fmt a.tl");
                assert_eq!(ran.status, 0, "{}", ran.err);
            });
        }
    });
    assert_eq!(folder.tl("generate shapes.tl --out out --crate shapes --check").status, 0);
    assert_eq!(folder.tl("fmt --check a.tl").status, 0);
    assert_eq!(names(&folder.path("")), ["a.tl", "out", "shapes.tl"]);
    assert_eq!(names(&folder.path("out")), ["Cargo.toml", "src"]);
}

#[test]
fn what_is_somebodys_own_is_refused() {
    let folder = Folder::new("files-own");
    folder.write("shapes.tl", SHAPES);
    for name in ["schema.tlo", "mod.rs"] {
        fs::create_dir_all(folder.path("out")).unwrap();
        folder.write(&format!("out/{name}"), "mine");
        let ran = folder.tl("generate shapes.tl --out out");
        assert_eq!(ran.status, 2);
        let want = format!(
            "error: out: `out/{name}` is not generated, so it is not overwritten: choose another folder, or move it away\n"
        );
        assert_eq!(ran.err, want);
        assert_eq!(names(&folder.path("out")), [name]);
        fs::remove_dir_all(folder.path("out")).unwrap();
    }
}

#[test]
fn a_manifest_that_was_cut_is_mended_and_one_of_somebodys_own_stays() {
    let folder = Folder::new("files-manifest");
    folder.write("shapes.tl", SHAPES);
    let line = "generate shapes.tl --out out --crate shapes";
    assert_eq!(folder.tl(line).status, 0);
    let whole = folder.read("out/Cargo.toml");
    for length in [0, 1, 10, whole.len() - 1] {
        folder.write("out/Cargo.toml", &whole[..length]);
        assert_eq!(folder.tl(line).status, 0);
        assert_eq!(folder.read("out/Cargo.toml"), whole, "{length}");
    }
    folder.write("out/Cargo.toml", format!("{whole}\n[workspace]\n"));
    assert_eq!(folder.tl(line).status, 0);
    assert!(folder.read("out/Cargo.toml").ends_with("\n[workspace]\n"));
}

#[test]
fn modules_that_rustc_or_cargo_takes_for_something_else_are_refused() {
    let folder = Folder::new("files-modules");
    folder.write("shapes.tl", SHAPES);
    for (module, package) in [("é", ""), ("lib", "--crate a"), ("main", ""), ("bin", "--crate a")]
    {
        let ran = folder
            .tl(&format!("generate shapes.tl --module {module}=shapes.tl --out out {package}"));
        assert_eq!(ran.status, 2);
        assert!(ran.err.starts_with(&format!("error: --module {module}: ")), "{}", ran.err);
        assert!(!folder.path("out").exists());
    }
    let ran = folder.tl("generate shapes.tl --module bin=shapes.tl --out out");
    assert_eq!(ran.status, 0, "{}", ran.err);
}
