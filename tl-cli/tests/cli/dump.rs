//! `tl dump`

use crate::support::{Folder, SHAPES};

#[test]
fn plan_prints_name_kind_and_path() {
    let folder = Folder::new("dump-plan");
    folder.write("shapes.tl", SHAPES);
    let ran = folder.tl("dump --stage plan shapes.tl");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let rows: Vec<Vec<&str>> = ran.out.lines().map(|line| line.split('\t').collect()).collect();
    for row in [
        ["circle", "constructor", "types::Circle"],
        ["point", "constructor", "types::Point"],
        ["shapes.page", "constructor", "types::shapes::Page"],
        ["later", "function", "functions::Later"],
        ["shapes.add", "function", "functions::shapes::Add"],
        ["Point", "type", "types::Point"],
        ["Shape", "type", "enums::Shape"],
        ["shapes.Page", "type", "types::shapes::Page"],
    ] {
        assert!(rows.contains(&row.to_vec()), "{row:?}\n{}", ran.out);
    }
    assert!(rows.iter().all(|row| row.len() == 3), "{}", ran.out);
}

#[test]
fn plan_does_not_depend_on_the_order_of_declarations() {
    let folder = Folder::new("dump-order");
    folder.write("shapes.tl", SHAPES);
    let mut lines: Vec<&str> = SHAPES.lines().collect();
    lines[1..5].reverse();
    lines[6..].reverse();
    folder.write("turned.tl", lines.join("\n"));
    let turned = folder.tl("dump --stage plan turned.tl");
    assert_eq!(turned.status, 0, "{}", turned.err);
    assert_eq!(turned.out, folder.tl("dump --stage plan shapes.tl").out);
}

#[test]
fn without_a_schema_telegrams_are_dumped() {
    let ran = Folder::new("dump-embedded").tl("dump --stage plan");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    for row in [
        "help.getConfig\tfunction\tfunctions::help::GetConfig",
        "inputPeerUser\tconstructor\ttypes::InputPeerUser",
        "ping\tfunction\tmtproto::functions::Ping",
    ] {
        assert!(ran.out.lines().any(|line| line == row), "{row}");
    }
}

#[test]
fn earlier_stages_print_what_they_have_of_a_faulty_schema() {
    let folder = Folder::new("dump-faulty");
    folder.write("one.tl", "one x:Missing = One;\ntwo = Two;\n");
    let syntax = folder.tl("dump --stage syntax one.tl");
    assert_eq!(syntax.status, 0, "its syntax is sound: {}", syntax.err);
    assert!(syntax.out.contains("Missing"), "{}", syntax.out);
    let schema = folder.tl("dump --stage schema one.tl");
    assert_eq!(schema.status, 1);
    assert!(schema.out.contains("\"two\"") && !schema.out.contains("\"one\""), "{}", schema.out);
    assert!(schema.err.contains("one.tl:1:7"), "{}", schema.err);
    let plan = folder.tl("dump --stage plan one.tl");
    assert_eq!((plan.status, plan.out.as_str()), (1, ""));
    assert!(plan.err.contains("Missing"), "{}", plan.err);
}

#[test]
fn plan_has_fields_and_variants_and_new_names() {
    let folder = Folder::new("dump-parts");
    folder.write("shapes.tl", SHAPES);
    let ran = folder.tl("dump --stage plan shapes.tl --rename point.x=left --rename circle=Disc");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    for row in [
        "point.x\tfield\ttypes::Point::left",
        "point.y\tfield\ttypes::Point::y",
        "circle\tconstructor\ttypes::Disc",
        "Shape.circle\tvariant\tenums::Shape::Circle",
    ] {
        assert!(ran.out.lines().any(|line| line == row), "{row}\n{}", ran.out);
    }
}

#[test]
fn plan_shows_what_is_selected_and_what_is_opaque() {
    let folder = Folder::new("dump-selection");
    folder.write("shapes.tl", SHAPES);
    let ran = folder.tl("dump --stage plan shapes.tl --only shapes.add --opaque Shape");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let rows: Vec<&str> = ran.out.lines().filter(|row| !row.ends_with('-')).collect();
    let want = [
        "shapes.add\tfunction\tfunctions::shapes::Add",
        "shapes.add.shape\tfield\tfunctions::shapes::Add::shape",
        "Shape\topaque\tenums::Shape",
    ];
    assert_eq!(rows.len(), want.len(), "{rows:?}");
    assert!(want.iter().all(|row| rows.contains(row)), "{rows:?}");
}

#[test]
fn what_is_asked_for_of_a_module_reaches_it() {
    let folder = Folder::new("dump-module");
    let line =
        "dump --stage plan --only auth.logOut --only mtproto::ping --rename mtproto::ping=Knock";
    let ran = folder.tl(line);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("\nping\tfunction\tmtproto::functions::Knock\n"), "{}", ran.out);
    assert!(!ran.out.contains("mtproto::types::ResPq"));
    assert!(
        ran.out.contains("\tsecret::types::DecryptedMessage45\n"),
        "whole, as nothing of it is named"
    );
    let ran = folder.tl("dump --stage plan --only absent::ping");
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("there is no module `absent`"), "{}", ran.err);
}
