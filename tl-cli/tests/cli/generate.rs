//! `tl generate`

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use crate::support::{Folder, SHAPES};

/// What is printed last when a module was written.
const USE: &str = "  to use it: `mod out;` in a crate that depends on typelang-runtime with the feature reflect\n";

#[test]
fn it_says_what_it_wrote_and_then_keeps_it() {
    let folder = Folder::new("generate-says");
    folder.write("shapes.tl", SHAPES);
    let first = folder.tl("generate shapes.tl --out out");
    let count = folder.files("out").len();
    assert_eq!((first.status, first.err.as_str()), (0, ""));
    assert_eq!(
        first.out,
        format!(
            "out: {count} files written, 0 kept, 0 removed\n  4 constructors, 3 methods, layer 7\n{USE}"
        )
    );
    let second = folder.tl("generate shapes.tl --out out");
    assert!(second.out.starts_with(&format!("out: 0 files written, {count} kept, 0 removed\n")));
    let check = folder.tl("generate shapes.tl --out out --check");
    assert_eq!((check.status, check.err.as_str()), (0, ""));
    assert!(check.out.starts_with(&format!("out: {count} files current\n")), "{}", check.out);
}

#[test]
fn a_faulty_schema_writes_nothing() {
    let folder = Folder::new("generate-faulty");
    folder.write("one.tl", "one x:Missing = One;\ntwo = Two;\n");
    folder.write("sound.tl", "three = Three;\n");
    for line in [
        "generate one.tl --out out",
        "generate one.tl --out out --check",
        "generate sound.tl --module other=one.tl --out out",
    ] {
        let ran = folder.tl(line);
        assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{line}");
        assert!(ran.err.contains("one.tl:1:7"), "{}", ran.err);
        assert!(!folder.path("out").exists(), "{line} wrote something");
    }
}

#[test]
fn what_is_no_longer_generated_goes_and_what_is_not_ours_stays() {
    let folder = Folder::new("generate-stale");
    folder.write("shapes.tl", SHAPES);
    folder.tl("generate shapes.tl --out out");
    assert!(folder.path("out/types/shapes.rs").exists());
    folder.write("out/types/mine.rs", "// written by hand\n");
    folder.write("out/notes.txt", "notes\n");
    folder.write("shapes.tl", "point x:int y:int = Point;\n");
    let ran = folder.tl("generate shapes.tl --out out");
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(!folder.path("out/types/shapes.rs").exists(), "{}", ran.out);
    assert!(folder.path("out/types/mine.rs").exists() && folder.path("out/notes.txt").exists());
}

#[test]
fn a_module_that_is_no_longer_asked_for_goes() {
    let folder = Folder::new("generate-former-module");
    folder.write("shapes.tl", SHAPES);
    folder.write("more.tl", "n.more x:int = n.More;\n");
    for format in ["", " --no-format"] {
        let line = format!("generate shapes.tl --out out{format}");
        folder.tl(&format!("{line} --module more=more.tl --module kept=more.tl"));
        assert!(folder.path("out/more/types/n.rs").exists());
        folder.write("out/kept/mine.txt", "written by hand\n");
        let drift = folder.tl(&format!("{line} --check"));
        assert_eq!(drift.status, 1);
        assert!(drift.err.contains("out/more/schema.tlo is left over"), "{}", drift.err);
        assert_eq!(folder.tl(&line).status, 0);
        assert!(!folder.path("out/more").exists());
        assert!(!folder.path("out/kept/mod.rs").exists());
        assert!(folder.path("out/kept/mine.txt").exists());
        assert_eq!(folder.tl(&format!("{line} --check")).status, 0);
    }
}

#[test]
fn a_folder_named_like_a_namespace_may_be_somebody_elses() {
    let folder = Folder::new("generate-neighbour");
    folder.write("shapes.tl", SHAPES);
    folder.write("more.tl", "more x:int = More;\n");
    assert_eq!(folder.tl("generate shapes.tl --out out").status, 0);
    assert_eq!(folder.tl("generate more.tl --out out/shapes").status, 0);
    assert_eq!(folder.tl("generate shapes.tl --out out --check").status, 0);
    assert!(folder.tl("generate shapes.tl --out out").out.contains(" 0 removed"));
    assert!(folder.path("out/shapes/mod.rs").exists());
}

#[test]
fn what_a_manifest_lacks_is_out_of_date() {
    let folder = Folder::new("generate-lacking");
    folder.write("shapes.tl", SHAPES);
    let line = "generate shapes.tl --out out --crate my-shapes --server-feature server";
    assert_eq!(folder.tl(line).status, 0);
    folder.write("out/Cargo.toml", folder.read("out/Cargo.toml").replace("server = []", ""));
    let says = "Cargo.toml has changes of yours and is not overwritten; it lacks the feature `server`; add what it lacks\n";
    let ran = folder.tl(line);
    assert_eq!(ran.status, 0);
    assert!(ran.err.ends_with(&format!("\nwarning: {says}")), "{}", ran.err);
    let ran = folder.tl(&format!("{line} --check"));
    assert_eq!((ran.status, ran.err), (1, format!("error: {says}")));
}

#[test]
fn a_crate_has_all_code_by_default() {
    let folder = Folder::new("generate-parts");
    folder.write("shapes.tl", SHAPES);
    let line = "generate shapes.tl --out out --crate my-shapes --conversions-feature into --method-traits-feature traits";
    assert_eq!(folder.tl(line).status, 0);
    let manifest = folder.read("out/Cargo.toml");
    let want = "\n[features]\ndefault = [\"into\", \"traits\"]\ninto = []\ntraits = []\n";
    assert!(manifest.contains(want), "{manifest}");
    // A client's choice is not undone.
    let chosen = manifest.replace("default = [\"into\", \"traits\"]", "default = []");
    folder.write("out/Cargo.toml", &chosen);
    let ran = folder.tl(line);
    assert_eq!((ran.status, folder.read("out/Cargo.toml")), (0, chosen));
    assert!(!ran.err.contains("lacks"), "{}", ran.err);
    let wrong = folder.tl("generate shapes.tl --out out --conversions-feature 2");
    assert_eq!(wrong.status, 2);
    assert!(wrong.err.contains("expected a feature"), "{}", wrong.err);
}

#[test]
fn a_crate_says_how_to_depend_on_it() {
    let folder = Folder::new("generate-use");
    folder.write("shapes.tl", SHAPES);
    fs::create_dir(folder.path("runtime")).unwrap();
    folder.write("runtime/Cargo.toml", "");
    let line = "generate shapes.tl --out my/shapes --crate my-shapes";
    let ran = folder.tl(line);
    let says = "  to use it, add dependencies:\n    my-shapes = { path = \"my/shapes\" }\n  methods are in `my_shapes::functions`";
    assert!(ran.out.contains(says), "{}", ran.out);
    assert!(
        ran.err.starts_with("note: Cargo.toml asks the registry for typelang-runtime"),
        "{}",
        ran.err
    );
    fs::remove_dir_all(folder.path("my")).unwrap();
    let ran = folder.tl(&format!("{line} --runtime runtime"));
    assert!(ran.out.contains("\n    typelang-runtime = { path = \"runtime\" }\n"), "{}", ran.out);
    assert_eq!(ran.err, "");
}

#[test]
fn a_command_that_mends_says_all_that_was_asked_for() {
    let folder = Folder::new("generate-mending");
    let line = "generate --out out --secret --only auth.logOut --module-feature secret=secret";
    assert_eq!(folder.tl(line).status, 0);
    folder.write("out/types.rs", folder.read("out/types.rs") + "\n");
    let ran = folder.tl(&format!("{line} --check"));
    assert!(ran.err.contains("--secret "), "{}", ran.err);
    let command = ran.err.trim_end().rsplit_once("run: tl ").expect("a command").1;
    assert_eq!(folder.tl(command).status, 0);
    assert_eq!(folder.tl(&format!("{line} --check")).status, 0);
}

#[test]
fn a_module_has_a_schema_of_its_own() {
    let folder = Folder::new("generate-module");
    folder.write("shapes.tl", SHAPES);
    folder.write("a.tl", "a b:B = A;\n");
    folder.write("b.tl", "b = B;\n");
    let ran = folder.tl("generate shapes.tl --out out --module more=a.tl --module more=b.tl");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let says = format!("\n  module more: 2 constructors, 0 methods\n{USE}");
    assert!(ran.out.ends_with(&says), "{}", ran.out);
    assert!(folder.read("out/mod.rs").contains("pub mod more;"));
    assert!(folder.read("out/more/types.rs").contains("pub struct A"));
}

#[test]
fn layout_can_be_left_out() {
    let folder = Folder::new("generate-no-format");
    folder.write("shapes.tl", SHAPES);
    folder.tl("generate shapes.tl --out pretty");
    folder.tl("generate shapes.tl --out plain --no-format");
    let lines =
        |dir: &str| folder.files(dir).values().map(|text| text.lines().count()).sum::<usize>();
    assert!(lines("plain") < lines("pretty"));
    assert!(folder.files("plain").keys().eq(folder.files("pretty").keys()));
}

#[test]
fn the_standard_input_is_a_schema() {
    let folder = Folder::new("generate-stdin");
    folder.write("shapes.tl", SHAPES);
    folder.tl("generate shapes.tl --out file");
    assert_eq!(folder.tl_reading("generate - --out stdin", SHAPES.as_bytes()).status, 0);
    assert_eq!(folder.files("file"), folder.files("stdin"));
}

#[test]
fn a_crate_compiles_and_its_manifest_is_the_users() {
    let folder = Folder::new("generate-crate");
    folder.write("shapes.tl", SHAPES);
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tl-runtime");
    let line = &format!(
        "generate shapes.tl --out shapes --crate my-shapes --runtime {}",
        runtime.display()
    );
    let ran = folder.tl(line);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(folder.read("shapes/Cargo.toml").contains("version = \"0.7.0\""));
    // The code needs the compiler that the runtime needs.
    let manifest = fs::read_to_string(runtime.join("Cargo.toml")).unwrap();
    let compiler = manifest.lines().find(|line| line.starts_with("rust-version = ")).unwrap();
    assert!(folder.read("shapes/Cargo.toml").lines().any(|line| line == compiler), "{compiler}");
    // As seen from the crate, so that both can be moved.
    assert!(folder.read("shapes/Cargo.toml").contains("typelang-runtime = { path = \"../"));
    // The root of a workspace, so that the one around the test does not claim it.
    let mine = folder.read("shapes/Cargo.toml") + "\n[workspace]\n";
    folder.write("shapes/Cargo.toml", &mine);
    assert_eq!(folder.tl(line).status, 0);
    assert_eq!(folder.read("shapes/Cargo.toml"), mine);
    assert_eq!(folder.tl(&format!("{line} --check")).status, 0);
    compile(&folder.path("shapes"));
    fs::remove_file(folder.path("shapes/Cargo.toml")).unwrap();
    let ran = folder.tl(&format!("{line} --check"));
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("shapes/Cargo.toml is missing\n"), "{}", ran.err);
}

/// Checks a crate, with every warning an error.
fn compile(dir: &Path) {
    let output = Command::new(env!("CARGO"))
        .args(["check", "--offline"])
        .current_dir(dir)
        .env("RUSTFLAGS", "-D warnings")
        .env("CARGO_TARGET_DIR", dir.join("target"))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn without_a_folder_the_runtime_is_the_registrys() {
    let folder = Folder::new("generate-registry");
    folder.write("shapes.tl", SHAPES);
    folder.tl("generate shapes.tl --out shapes --crate my-shapes");
    let version = env!("CARGO_PKG_VERSION");
    let wanted =
        format!("typelang-runtime = {{ version = \"{version}\", features = [\"reflect\"] }}\n");
    assert!(folder.read("shapes/Cargo.toml").ends_with(&wanted));
}

#[test]
fn what_is_committed_for_telegram_is_current() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut tl = Command::new(env!("CARGO_BIN_EXE_tl"));
    let ran = tl.args(["generate", "--check"]).current_dir(root).output().unwrap();
    let err = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "run `cargo xtask generate`\n{err}");
}

#[test]
fn a_runtime_that_is_not_there_is_named_before_anything_is_written() {
    let folder = Folder::new("generate-no-runtime");
    folder.write("shapes.tl", SHAPES);
    fs::create_dir(folder.path("empty")).unwrap();
    for (runtime, wanted) in [
        ("absent", "error: absent: "),
        ("empty", "error: --runtime empty: the folder has no Cargo.toml"),
    ] {
        let ran = folder.tl(&format!("generate shapes.tl --out out --crate a --runtime {runtime}"));
        assert_eq!(ran.status, 2, "{}", ran.err);
        assert!(ran.err.starts_with(wanted), "{}", ran.err);
        assert!(!folder.path("out").exists());
    }
}

#[test]
fn the_root_file_stays_in_the_folder_and_replaces_no_other() {
    let folder = Folder::new("generate-root");
    folder.write("shapes.tl", SHAPES);
    for name in ["types.rs", "../mod.rs", "mod"] {
        let ran = folder.tl(&format!("generate shapes.tl --out out/shapes --root-file {name}"));
        assert_eq!(ran.status, 2, "{name}: {}", ran.out);
        assert!(ran.err.contains("such as `mod.rs`"), "{}", ran.err);
        assert!(!folder.path("out").exists(), "{name}");
    }
}

#[test]
fn bits_that_tell_of_no_field_are_kept_when_asked_for() {
    let folder = Folder::new("generate-bits");
    folder.write("a.tl", "n.a mode:# x:mode.0?int = n.A;\nb mode:# x:mode.0?int = B;\n");
    let line = "generate a.tl --out out --keep-flag-bits n";
    let ran = folder.tl(line);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(folder.read("out/types/n.rs").contains("pub mode: tl::FreeBits<0xfffffffe>"));
    assert!(!folder.read("out/types.rs").contains("pub mode: tl::FreeBits<0xfffffffe>"));
    let check = folder.tl("generate a.tl --out out --keep-flag-bits . --check");
    assert_eq!(check.status, 1);
    let said = check.out + &check.err;
    assert!(said.contains("--keep-flag-bits ."), "{said}");
    let wrong = folder.tl("generate a.tl --out out --keep-flag-bits m");
    assert_ne!(wrong.status, 0);
    assert!(wrong.err.contains("nothing in the schema is called `m`"), "{}", wrong.err);
}

#[test]
fn types_with_a_place_for_values_of_other_layers_are_named_by_flag_or_key() {
    let folder = Folder::new("generate-unknown");
    folder.write("a.tl", "a x:int = A;\nb = A;\nc = C;\nd = C;\n");
    let ran = folder.tl("generate a.tl --out out --unknown A");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let enums = folder.read("out/enums.rs");
    assert_eq!(enums.matches("Unknown(tl::Unknown)").count(), 1, "{enums}");
    assert!(folder.read("out/mod.rs").contains(".with_unknown(&[\"A\"])"));
    folder.write("tl.toml", "schemas = [\"a.tl\"]\nout = \"out\"\nunknown = [\"A\"]\n");
    let check = folder.tl("generate --check");
    assert_eq!((check.status, check.err.as_str()), (0, ""));
    let wrong = folder.tl("generate --unknown a");
    assert_ne!(wrong.status, 0);
    assert!(wrong.err.contains("name a type that has several constructors"), "{}", wrong.err);
}

#[test]
fn requests_reach_the_code_and_the_command_that_mends() {
    let folder = Folder::new("generate-requests");
    folder.write("shapes.tl", SHAPES);
    let asked = "--rename circle=Disc --derive Point=PartialOrd --type-attribute .=#[non_exhaustive] --file-limit 1000";
    let ran = folder.tl(&format!("generate shapes.tl --out out {asked}"));
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let files = folder.files("out");
    let holds = |text: &str| files.values().any(|file| file.contains(text));
    assert!(holds("#[non_exhaustive]\npub struct Disc"));
    assert!(holds("#[derive(PartialOrd)]\npub struct Point"));
    assert!(files.keys().any(|path| path.ends_with("types/_disc.rs")), "{:?}", files.keys());
    folder.write("out/types.rs", "");
    let check = folder.tl(&format!("generate shapes.tl --out out {asked} --check"));
    assert_eq!(check.status, 1);
    // It is the user's own, to the word.
    let words = "run: tl generate shapes.tl --out out --rename circle=Disc --derive Point=PartialOrd --type-attribute '.=#[non_exhaustive]' --file-limit 1000\n";
    assert!(check.err.ends_with(words), "{}", check.err);
}

#[test]
fn a_module_is_compiled_by_a_feature() {
    let folder = Folder::new("generate-module-feature");
    folder.write("shapes.tl", SHAPES);
    folder.write("extra.tl", "a#00000001 = A;\n");
    let asked = "generate shapes.tl --module extra=extra.tl --module-feature extra=more --crate shapes --out out";
    assert_eq!(folder.tl(asked).status, 0);
    assert!(folder.read("out/Cargo.toml").contains("\n[features]\nmore = []\n"));
    let root = folder.read("out/src/lib.rs");
    let (_, module) = root.split_once("/// The schema `extra`.\n").expect("the module");
    assert!(module.starts_with("#[cfg(feature = \"more\")]\n"), "{}", &module[..200]);
    folder.write("out/src/types.rs", "");
    let check = folder.tl(&format!("{asked} --check"));
    assert!(check.err.contains("--module-feature extra=more"), "{}", check.err);
    let wrong = folder.tl("generate shapes.tl --module-feature extra=more --out out");
    assert_ne!(wrong.status, 0);
    assert!(wrong.err.contains("--module-feature extra: there is no module"), "{}", wrong.err);
}

#[test]
fn mistaken_requests_are_reported_by_their_flags() {
    let folder = Folder::new("generate-mistaken");
    folder.write("shapes.tl", SHAPES);
    let ran = folder.tl("generate shapes.tl --out out --rename circl=Disc --derive .=Hash+");
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    let want = "--derive .: `Hash+` is not paths of traits such as `Hash, PartialOrd`: ";
    assert!(ran.err.contains(want), "{}", ran.err);
    let want = "--rename circl: nothing in the schema is called `circl`; did you mean `circle`?\n";
    assert!(ran.err.ends_with(want), "{}", ran.err);
}

#[test]
fn docs_come_from_a_file_and_unknown_names_are_warnings() {
    let folder = Folder::new("generate-docs");
    folder.write("shapes.tl", SHAPES);
    folder.write("docs.txt", "[circle]\nRound.\n.radius How far\n[cirle]\nNot there.\n");
    let ran = folder.tl("generate shapes.tl --out out --docs docs.txt");
    assert_eq!(ran.status, 0);
    let want =
        "warning: docs.txt:4: nothing in the schema is called `cirle`; did you mean `circle`?\n";
    assert_eq!(ran.err, want);
    let types = folder.read("out/types.rs");
    assert!(types.contains("/// Round.\n") && types.contains("/// How far\n"), "{types}");
    folder.write("docs.txt", "Round.\n");
    let ran = folder.tl("generate shapes.tl --out out --docs docs.txt");
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("--docs docs.txt: docs.txt:1: write a heading"), "{}", ran.err);
}

#[test]
fn all_docs_files_that_cannot_be_read_are_told_at_once() {
    let folder = Folder::new("generate-unreadable");
    folder.write("shapes.tl", SHAPES);
    folder.write("latin1", b"[circle]\ncaf\xe9\n");
    folder.write("bad", "Round.\n");
    let ran = folder.tl("generate shapes.tl --out out --docs latin1 --docs none --docs bad");
    let lines: Vec<&str> = ran.err.lines().collect();
    let [latin1, none, bad] = &*lines else { panic!("{}", ran.err) };
    assert!(latin1.starts_with("error: --docs latin1: cannot be read: not UTF-8 at"), "{latin1}");
    assert!(none.starts_with("--docs none: cannot be read: "), "{none}");
    assert!(bad.starts_with("--docs bad: bad:1: write a heading"), "{bad}");
    assert_eq!(ran.status, 2);
    assert!(!folder.path("out").exists());
}

#[test]
fn serdes_traits_come_and_go() {
    let folder = Folder::new("generate-serde");
    folder.write("shapes.tl", SHAPES);
    let impls = folder.path("out/serde_impls.rs");
    let ran = folder.tl("generate shapes.tl --out out --serde");
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(impls.exists());
    let drift = folder.tl("generate shapes.tl --out out --serde=json --check");
    assert_eq!(drift.status, 1);
    assert!(drift.err.contains("tl generate shapes.tl --out out --serde=json"), "{}", drift.err);
    assert!(folder.tl("generate shapes.tl --out out").out.contains("1 removed"));
    assert!(!impls.exists());
    let refused = folder.tl("generate shapes.tl --out out --serde --no-reflect");
    assert_eq!(refused.status, 2, "{}", refused.err);
}

#[test]
fn only_what_is_asked_for_is_generated() {
    let folder = Folder::new("generate-only");
    folder.write("shapes.tl", SHAPES);
    let line = "generate shapes.tl --out out --only shapes.* --opaque Shape";
    let ran = folder.tl(line);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let said =
        "  4 constructors, 3 methods, layer 7\n  of it generated: 1 constructor, 2 methods\n";
    assert!(ran.out.contains(said), "{}", ran.out);
    assert!(
        folder.read("out/functions/shapes.rs").contains("pub shape: tl::Opaque<enums::Shape>,")
    );
    let types: String = ["out/types.rs", "out/functions.rs"].map(|path| folder.read(path)).concat();
    assert!(!types.contains("struct Point") && !types.contains("struct Later"));
    let check = folder.tl("generate shapes.tl --out out --only shapes.list --opaque Shape --check");
    assert_eq!(check.status, 1);
    let command = "tl generate shapes.tl --out out --only shapes.list --opaque Shape";
    assert!(check.err.contains(command), "{}", check.err);
    assert_eq!(folder.tl(&format!("{line} --check")).status, 0);
}

#[test]
fn a_root_that_is_not_there_is_named_before_anything_is_written() {
    let folder = Folder::new("generate-no-root");
    folder.write("shapes.tl", SHAPES);
    for (option, wanted) in [
        (
            "--only shapes.lst",
            "nothing in the schema is called `shapes.lst`; did you mean `shapes.list`?",
        ),
        ("--opaque circle", "did you mean `Shape`?"),
        ("--opaque Shape --no-reflect", "cannot be used with"),
    ] {
        let ran = folder.tl(&format!("generate shapes.tl --out out {option}"));
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{option}");
        assert!(ran.err.contains(wanted), "{option}: {}", ran.err);
        assert!(!folder.path("out").exists());
    }
}
