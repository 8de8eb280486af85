//! `tl check`

use crate::support::{Folder, SHAPES};

#[test]
fn a_sound_schema_is_counted() {
    let folder = Folder::new("check-sound");
    folder.write("shapes.tl", SHAPES);
    let ran = folder.tl("check shapes.tl");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert_eq!(
        ran.out,
        "4 constructors, 3 methods, layer 7; read as telegram, because the comment `// LAYER 7` states a layer\n"
    );
}

#[test]
fn the_dialect_can_be_told() {
    let folder = Folder::new("check-dialect");
    folder.write("one.tl", "one = One;\n");
    let ran = folder.tl("check one.tl --dialect ton");
    assert_eq!((ran.status, ran.out.as_str()), (0, "1 constructor, 0 methods; read as ton\n"));
}

#[test]
fn all_faults_are_reported_and_what_is_sound_is_counted() {
    let folder = Folder::new("check-faults");
    folder.write("one.tl", "one x:Missing = One;\ntwo = Two;\nthree x:flags.1?int = Three;\n");
    folder.write("two.tl", "four x:Absent = Four;\n");
    let ran = folder.tl("check one.tl two.tl");
    assert_eq!(ran.status, 1);
    for place in ["one.tl:1:7", "one.tl:3:9", "two.tl:1:8"] {
        assert!(ran.err.contains(place), "{place}\n{}", ran.err);
    }
    assert!(ran.err.ends_with("\n3 errors\n"), "{}", ran.err);
    assert!(ran.out.starts_with("1 constructor, 0 methods;"), "{}", ran.out);
    assert!(!ran.err.contains('\u{1b}'), "colour without a terminal");
}

#[test]
fn files_are_one_schema() {
    let folder = Folder::new("check-one-schema");
    folder.write("uses.tl", "line from:Point to:Point = Line;\n");
    folder.write("declares.tl", "point x:int y:int = Point;\n");
    assert_eq!(folder.tl("check uses.tl").status, 1);
    assert_eq!(folder.tl("check uses.tl declares.tl").status, 0);
}

#[test]
fn warnings_alone_are_no_failure() {
    let folder = Folder::new("check-warnings");
    // An id in upper case is legal, and no writer of schemas writes it.
    folder.write("one.tl", "one#ABCDEF01 = One;\n");
    let ran = folder.tl("check one.tl");
    assert_eq!(ran.status, 0);
    assert!(ran.err.contains("warning[TL"), "{}", ran.err);
}

#[test]
fn the_standard_input_is_a_schema() {
    let folder = Folder::new("check-stdin");
    assert_eq!(folder.tl_reading("check -", SHAPES.as_bytes()).status, 0);
    let ran = folder.tl_reading("check -", b"one x:Missing = One;");
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("<stdin>:1:7"), "{}", ran.err);
}

#[test]
fn reports_are_bounded_and_a_flag_shows_all() {
    let folder = Folder::new("check-many");
    folder.write("many.tl", ";".repeat(1_000));
    let faults = |ran: &crate::support::Ran| ran.err.matches("error[TL0029]").count();
    let ran = folder.tl("check many.tl");
    assert_eq!((ran.status, faults(&ran)), (1, 100));
    let end = "… and 900 errors more; use `--max-reports all`\n\n1000 errors\n";
    assert!(ran.err.ends_with(end), "{}", &ran.err[ran.err.len() - 200..]);
    assert!(ran.err.len() < 60_000, "{}", ran.err.len());
    assert_eq!(faults(&folder.tl("check many.tl --max-reports all")), 1_000);
    assert_eq!(faults(&folder.tl("--max-reports 7 check many.tl")), 7);
    assert_eq!(faults(&folder.tl("fmt many.tl --max-reports 3")), 3);
    assert_eq!(folder.tl("check many.tl --max-reports some").status, 2);
    assert_eq!(folder.tl("check many.tl --format json").out.lines().count(), 1_000);
    let ran = folder.tl("check many.tl --format json --max-reports 10");
    assert_eq!(ran.out.lines().count(), 11);
    assert!(
        ran.out.contains("\"severity\":\"note\",\"message\":\"and 990 errors more\""),
        "{}",
        ran.out
    );
}
