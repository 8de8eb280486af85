//! `tl fmt`

use crate::support::{Folder, SHAPES};

const LOOSE: &str =
    "// points\npoint  x : int y:int=Point ; // flat\n\n\n\nline#001A p:Vector < Point > = Line;";
const CANONICAL: &str =
    "// points\npoint x:int y:int = Point; // flat\n\nline#0000001a p:Vector<Point> = Line;\n";

#[test]
fn files_are_rewritten_and_then_kept() {
    let folder = Folder::new("fmt-rewrites");
    folder.write("one.tl", LOOSE);
    folder.write("two.tl", SHAPES);
    let ran = folder.tl("fmt one.tl two.tl");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert_eq!(ran.out, "1 file formatted, 1 file kept\n");
    assert_eq!(
        (folder.read("one.tl").as_str(), folder.read("two.tl").as_str()),
        (CANONICAL, SHAPES)
    );
    assert_eq!(folder.tl("fmt one.tl two.tl").out, "2 files kept\n");
}

#[test]
fn a_check_names_the_files_and_the_command_that_mends_them() {
    let folder = Folder::new("fmt-check");
    folder.write("one.tl", LOOSE);
    folder.write("two.tl", SHAPES);
    let ran = folder.tl("fmt --check one.tl two.tl");
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert_eq!(
        ran.err,
        "error: one.tl is not in canonical form, from line 2 on\n    \
         -point  x : int y:int=Point ; // flat\n    -\n    -\n    \
         +point x:int y:int = Point; // flat\n    +\n    \
         +line#0000001a p:Vector<Point> = Line;\n\
         to fix this, run: tl fmt one.tl\n"
    );
    assert_eq!(folder.read("one.tl"), LOOSE, "a check writes nothing");
    let command = ran.err.trim_end().rsplit_once("run: tl ").unwrap().1;
    assert_eq!(folder.tl(command).status, 0);
    let ran = folder.tl("fmt --check one.tl two.tl");
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, "2 files canonical\n", ""));
}

#[test]
fn line_ends_of_a_checkout_are_no_difference() {
    let folder = Folder::new("fmt-crlf");
    folder.write("one.tl", CANONICAL.replace('\n', "\r\n"));
    assert_eq!(folder.tl("fmt --check one.tl").status, 0);
    folder.tl("fmt one.tl");
    assert_eq!(folder.read("one.tl"), CANONICAL);
}

#[test]
fn a_file_with_errors_of_syntax_is_left_as_it_is() {
    let folder = Folder::new("fmt-faulty");
    let faulty = "one  x:( = One;\ntwo=Two;\n";
    folder.write("faulty.tl", faulty);
    folder.write("one.tl", LOOSE);
    for check in ["", " --check"] {
        folder.write("one.tl", LOOSE);
        let ran = folder.tl(&format!("fmt faulty.tl one.tl{check}"));
        assert_eq!(ran.status, 1);
        assert!(ran.err.contains("faulty.tl:1:"), "{}", ran.err);
        assert!(ran.err.contains("note: faulty.tl is not changed\n"), "{}", ran.err);
        assert_eq!(folder.read("faulty.tl"), faulty);
        assert_eq!(folder.read("one.tl"), if check.is_empty() { CANONICAL } else { LOOSE });
    }
    // Whether the names mean something is not asked: that is for `tl check`.
    folder.write("unknown.tl", "one  x:Missing = One;\n");
    assert_eq!(folder.tl("fmt unknown.tl").status, 0);
    assert_eq!(folder.read("unknown.tl"), "one x:Missing = One;\n");
}

#[test]
fn the_standard_input_goes_to_the_standard_output() {
    let folder = Folder::new("fmt-stdin");
    let ran = folder.tl_reading("fmt -", LOOSE.as_bytes());
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, CANONICAL, ""));
    let ran = folder.tl_reading("fmt -", b"one x:( = One;");
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert_eq!(folder.tl_reading("fmt --check -", LOOSE.as_bytes()).status, 1);
    assert_eq!(folder.tl_reading("fmt --check -", CANONICAL.as_bytes()).status, 0);
}
