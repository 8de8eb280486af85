//! `tl init`, and `tl generate` by the settings in tl.toml

use crate::support::{Folder, SHAPES};

/// A folder with the shapes and these settings.
fn with(test: &str, settings: &str) -> Folder {
    let folder = Folder::new(test);
    folder.write("shapes.tl", SHAPES);
    folder.write("tl.toml", settings);
    folder
}

#[test]
fn three_commands_without_a_flag() {
    let folder = Folder::new("settings-three");
    folder.write("shapes.tl", SHAPES);
    let ran = folder.tl("init shapes.tl");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(ran.out.starts_with("tl.toml: settings for 4 constructors"), "{}", ran.out);
    assert!(ran.out.contains("`tl generate` writes src/schema"), "{}", ran.out);
    let ran = folder.tl("generate");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(folder.read("src/schema/types.rs").contains("pub struct Point"));
    assert_eq!(folder.tl("generate --check").status, 0);
    folder.write("shapes.tl", SHAPES.replace("y:int", "z:int"));
    let ran = folder.tl("generate --check");
    assert_eq!(ran.status, 1);
    assert!(ran.err.ends_with("to fix this, run: tl generate\n"), "{:?}", ran.err);
    let ran = folder.tl("init shapes.tl");
    assert_eq!(ran.status, 2);
    assert_eq!(ran.err, "error: tl.toml exists already; edit it, or remove it first\n");
}

#[test]
fn keys_are_flags() {
    let settings = "\
schemas = ['shapes.tl']
out = 'by-file'
no-format = true
serde = 'json'
server-feature = 'server'
conversions-feature = 'into'
method-traits-feature = 'traits'
enum-limit = 64
only = [
  'shapes.add',
]
derive = { '.' = 'Hash' }
no-reflect = false
[rename]
point = 'Dot'
[module]
more = ['more.tl', 'most.tl']
";
    let folder = with("settings-keys", settings);
    folder.write("more.tl", "one = One;\n");
    folder.write("most.tl", "two = Two;\n");
    let ran = folder.tl("generate");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let flags = [
        "generate",
        "shapes.tl",
        "--out",
        "by-flags",
        "--no-format",
        "--serde=json",
        "--server-feature=server",
        "--conversions-feature=into",
        "--method-traits-feature=traits",
        "--enum-limit",
        "64",
        "--only",
        "shapes.add",
        "--derive",
        ".=Hash",
        "--rename",
        "point=Dot",
        "--module",
        "more=more.tl",
        "--module",
        "more=most.tl",
    ];
    std::fs::remove_file(folder.path("tl.toml")).unwrap();
    assert_eq!(folder.run(&flags, b"").status, 0);
    let files = folder.files("by-file");
    assert!(files.len() > 5 && files == folder.files("by-flags"));
    let methods = folder.read("by-file/functions/shapes.rs");
    assert!(methods.contains("#[cfg(feature = \"traits\")]\nimpl tl::Clone for Add"), "{methods}");
}

#[test]
fn flags_replace_keys() {
    let settings = "schemas = ['absent.tl']\nout = 'a'\nonly = ['shapes.list']\n";
    let folder = with("settings-replaced", settings);
    let ran = folder.tl("generate shapes.tl --out b --only point");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let types = folder.read("b/types.rs");
    assert!(types.contains("pub struct Point") && !types.contains("Circle"), "{types}");
    assert!(!folder.path("a").exists());
}

#[test]
fn wrong_settings_are_reported_with_their_places() {
    let faults = |test: &str, settings: &str| {
        let ran = with(test, settings).tl("generate");
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{settings}");
        ran.err
    };
    let sound = "schemas = ['shapes.tl']\nout = 'a'\n";
    for (at, (setting, fault)) in [
        ("ony = ['point']", "tl.toml:3:1: unknown key `ony`; did you mean `only`?"),
        ("check = true", "tl.toml:3:1: unknown key `check`"),
        ("no-format = 1", "tl.toml:3:13: `no-format`: expected `true` or `false`, found integer"),
        ("only = ['point', 2.5]", "tl.toml:3:18: `only`: expected a string, found float"),
        ("only = ['pont']", "tl.toml:3:9: only"),
        ("enum-limit = 'much'", "tl.toml:3:14: invalid value 'much' for 'enum-limit <BYTES>'"),
        ("dialect = 'klingon'", "tl.toml:3:11: invalid value 'klingon' for 'dialect <DIALECT>' [possible values: telegram, "),
        ("only = [", "tl.toml:3:9: "),
    ]
    .into_iter()
    .enumerate()
    {
        let err = faults(&format!("settings-wrong-{at}"), &format!("{sound}{setting}\n"));
        assert!(err.starts_with(&format!("error: {fault}")), "{setting}\n{err}");
    }
    let err = faults("settings-wrong-two", "ony = 1\nouts = 2\n");
    assert_eq!(err.lines().count(), 2, "{err}");
    let err = faults("settings-absent", "schemas = ['absent.tl']\nout = 'a'\n");
    assert!(err.starts_with("error: tl.toml:1:12: absent.tl: cannot be read"), "{err}");
    let err = faults("settings-misspelt", "schemas = ['shape.tl']\nout = 'a'\n");
    assert!(err.starts_with("error: tl.toml:1:12: shape.tl: cannot be read"), "{err}");
    assert!(err.ends_with("; did you mean `shapes.tl`?\n"), "{err}");
    let err =
        faults("settings-module", "schemas = ['shapes.tl']\nout = 'a'\nmodule = { m = 'm.tl' }\n");
    assert!(err.starts_with("error: tl.toml:3:16: m.tl: cannot be read"), "{err}");
}

#[test]
fn other_commands_do_not_read_the_settings() {
    let folder = with("settings-others", "nonsense");
    assert_eq!(folder.tl("check shapes.tl").status, 0);
    assert_eq!(folder.tl("generate --help").status, 0);
}
