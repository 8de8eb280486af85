//! Every command that takes a schema takes it in any form.

use std::collections::BTreeSet;

use crate::support::{Folder, SHAPES};

/// Shapes in TL, in JSON and compiled.
fn shapes(test: &str) -> Folder {
    let folder = Folder::new(test);
    folder.write("shapes.tl", SHAPES);
    for form in ["json", "tlo"] {
        let line = format!("convert --to {form} shapes.tl -o shapes.{form}");
        assert_eq!(folder.tl(&line).status, 0);
    }
    folder
}

#[test]
fn all_forms_are_read_alike() {
    let folder = shapes("forms-alike");
    for command in ["cost --only shapes.add", "dump --stage plan"] {
        let of = |form: &str| {
            let ran = folder.tl(&format!("{command} shapes.{form}"));
            assert_eq!(ran.status, 0, "{command} {form}: {}", ran.err);
            // The compiled form declares what is predefined in the others.
            let has_rust = |line: &&str| !line.ends_with("\t-");
            ran.out.lines().filter(has_rust).map(str::to_owned).collect::<Vec<_>>()
        };
        assert!(of("tl").len() > 1, "{command}");
        assert_eq!((of("json"), of("tlo")), (of("tl"), of("tl")), "{command}");
    }
    let computed = |form: &str| {
        let ran = folder.tl(&format!("id shapes.{form}"));
        let columns = |line: &str| line.split('\t').step_by(2).collect::<Vec<_>>().join(" ");
        ran.out.lines().map(columns).collect::<BTreeSet<_>>()
    };
    assert!(computed("tl").contains("point e3fe70f4"));
    assert_eq!(computed("json"), computed("tl"));
    assert!(computed("tlo").is_superset(&computed("tl")));
    for form in ["tl", "json", "tlo"] {
        let ran = folder.tl(&format!("check shapes.{form}"));
        assert_eq!(ran.status, 0, "{form}: {}", ran.err);
        assert!(ran.out.contains(", 3 methods"), "{}", ran.out);
        let ran = folder.tl(&format!("generate shapes.{form} --out {form}"));
        assert_eq!(ran.status, 0, "{form}: {}", ran.err);
    }
    assert_eq!(folder.read("json/types.rs"), folder.read("tl/types.rs"));
    assert_eq!(folder.read("tlo/functions.rs"), folder.read("tl/functions.rs"));
}

#[test]
fn what_rewrites_files_takes_tl_alone() {
    let folder = shapes("forms-rewritten");
    for line in ["fmt shapes.json", "check --fix shapes.json"] {
        let before = folder.read("shapes.json");
        let ran = folder.tl(line);
        assert_eq!(ran.status, 2, "{line}");
        let message = "error: shapes.json is not written in TL; `tl convert --to tl` converts it\n";
        assert_eq!(ran.err, message);
        assert_eq!(folder.read("shapes.json"), before);
    }
}

#[test]
fn a_faulty_form_is_a_fault_of_the_schema() {
    let folder = Folder::new("forms-faulty");
    folder.write("a.json", "{\"constructors\": 1}");
    let ran = folder.tl("check a.json");
    assert_eq!(ran.status, 1);
    assert!(ran.err.starts_with("error: a.json: "), "{}", ran.err);
}
