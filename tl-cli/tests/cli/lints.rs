//! `tl check`: levels of warnings, ids and their allow list, explanations, JSON.

use crate::support::{Folder, SHAPES};

/// A warning of its own, that of a field without a name.
const ANONYMOUS: &str = "one int x:int = One;\n";

#[test]
fn a_rule_is_explained_with_examples() {
    let ran = Folder::new("lints-explain").tl("check --explain TL0119");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let (head, examples) = ran.out.split_once("\nWrong:\n").unwrap();
    assert!(head.starts_with("error[TL0119]: ") && head.lines().count() >= 3, "{head}");
    assert_eq!(
        examples,
        "\n    a x:flags.0?int = A;\n\nRight:\n\n    a flags:# x:flags.0?int = A;\n"
    );
}

#[test]
fn editors_get_an_object_a_line_and_nothing_else() {
    let folder = Folder::new("lints-json");
    folder.write("one.tl", "one x:Missing = One;\n\ntwo y:flags.0?int = Two;\n");
    let ran = folder.tl("check one.tl --format json");
    assert_eq!((ran.status, ran.err.as_str()), (1, ""));
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines.len(), 2, "{}", ran.out);
    let place = "\"file\":\"one.tl\",\"start\":6,\"end\":13,\"line\":1,\"column\":7,\"end_line\":1,\"end_column\":14,";
    assert!(lines[0].starts_with(&format!("{{\"code\":\"TL0108\",\"severity\":\"error\",{place}")));
    assert!(lines[1].contains("\"code\":\"TL0119\"") && lines[1].contains("\"line\":3"));
    let sound = folder.tl_reading("check --format json -", SHAPES.as_bytes());
    assert_eq!((sound.status, sound.out.as_str(), sound.err.as_str()), (0, "", ""));
}

#[test]
fn warnings_are_denied_and_allowed() {
    let folder = Folder::new("lints-levels");
    folder.write("one.tl", ANONYMOUS);
    for (args, status, word) in [
        ("", 0, "warning[TL0249]"),
        ("--deny warnings", 1, "error[TL0249]"),
        ("--deny TL0249", 1, "error[TL0249]"),
        ("--deny warnings --warn TL0249", 0, "warning[TL0249]"),
        ("--deny TL0250", 0, "warning[TL0249]"),
        ("--allow TL0249", 0, ""),
        ("--deny warnings --allow TL0249", 0, ""),
    ] {
        let ran = folder.tl(&format!("check one.tl {args}"));
        assert_eq!(ran.status, status, "{args}\n{}", ran.err);
        assert!(ran.err.starts_with(word), "{args}\n{}", ran.err);
        assert_eq!(ran.err.is_empty(), word.is_empty(), "{args}\n{}", ran.err);
    }
}

#[test]
fn ids_are_compared_on_demand_and_known_ones_listed_beside_the_schema() {
    let folder = Folder::new("lints-ids");
    folder.write("ids.tl", "true#3fedd338 = True;\nnull#56730bcc = Null;\n");
    assert_eq!(folder.tl("check ids.tl --deny warnings").err, "");
    let ran = folder.tl("check ids.tl --ids");
    assert_eq!(ran.status, 0);
    assert!(ran.err.starts_with("warning[TL0206]: the id of `true`"), "{}", ran.err);
    assert!(ran.err.contains("ids.tl:1:5") && ran.err.contains("`true#3fedd338`"));
    assert_eq!(folder.tl("check ids.tl --ids --deny warnings").status, 1);
    folder.write("ids.allow", "// made by hand\ntrue#3FEDD338 // long ago\n");
    let ran = folder.tl("check ids.tl --ids --deny warnings");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(ran.out.starts_with("2 constructors, 0 methods; read as telegram"), "{}", ran.out);
}

#[test]
fn an_allow_list_is_itself_checked() {
    let folder = Folder::new("lints-allow-list");
    std::fs::create_dir(folder.path("schema")).unwrap();
    folder.write("schema/ids.tl", "true#3fedd338 = True;\n");
    folder.write("schema/ids.allow", "true#3fedd338\nnull#56730bcc\n\nnonsense\n");
    let ran = folder.tl("check schema/ids.tl --ids");
    assert_eq!(ran.status, 0);
    assert!(
        ran.err.contains(
            "warning[TL0260]: `null#56730bcc` need not be allowed\n --> schema/ids.allow:2:1\n"
        ),
        "{}",
        ran.err
    );
    assert!(
        ran.err.contains(
            "warning[TL0261]: this is not a name with an id\n --> schema/ids.allow:4:1\n"
        )
    );
    assert!(ran.err.ends_with("\n2 warnings\n"), "{}", ran.err);
    assert_eq!(folder.tl("check schema/ids.tl --ids --deny warnings").status, 1);
    let ran = folder.tl("check schema/ids.tl --ids --allow TL0260 --allow TL0261");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert_eq!(folder.tl("check schema/ids.tl").err, "", "nobody asked for ids");
}
