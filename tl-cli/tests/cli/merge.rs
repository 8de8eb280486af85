//! `tl merge`

use crate::support::Folder;

const API: &str = "// LAYER 7\n// A point.\npoint#00000001 x:int y:int = Point; // flat\n// A circle.\ncircle#00000002 p:Point = Shape;\n---functions---\nget#00000003 = Point;\n";

#[test]
fn schemas_become_one_with_the_source_of_each_declaration() {
    let folder = Folder::new("merge-whole");
    folder.write("api.tl", API);
    folder.write("more.tl", "point#1 x:int\n  y:int = Point;\nsquare#4 p:Point = Shape;\n");
    let ran = folder.tl("merge api.tl more.tl");
    let whole = "\
// LAYER 7

// from api.tl

// A point.
point#00000001 x:int y:int = Point; // flat
// A circle.
circle#00000002 p:Point = Shape;
---functions---
get#00000003 = Point;

---types---
// from more.tl

square#00000004 p:Point = Shape;
";
    let notes = "note: api.tl: 3 declarations, 3 of them kept\nnote: more.tl: 2 declarations, 1 of them kept\n";
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, whole, notes));
    folder.write("whole.tl", whole);
    assert_eq!(folder.tl("check whole.tl").status, 0);
    assert_eq!(folder.tl("merge api.tl more.tl -o out.tl").status, 0);
    assert_eq!(folder.read("out.tl"), whole);
}

#[test]
fn differences_are_chosen_by_rule_or_by_the_user() {
    let folder = Folder::new("merge-choice");
    folder.write("api.tl", API);
    // Equal ids, and more fields: a flag takes no part in an id.
    folder.write("more.tl", "circle#00000002 flags:# p:Point big:flags.0?true = Shape;\n");
    let ran = folder.tl("merge api.tl more.tl");
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(
        ran.err
            .contains("note: `circle` is from more.tl (has more fields); api.tl, more.tl differ\n"),
        "{}",
        ran.err
    );
    assert!(ran.out.contains("big:flags.0?true") && !ran.out.contains("A circle"), "{}", ran.out);
    // Another id: nothing decides.
    folder.write("other.tl", "point#00000009 x:long y:long = Point;\n");
    let ran = folder.tl("merge api.tl other.tl");
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert_eq!(ran.err, "error: `point` differs in api.tl, other.tl; choose with `--prefer`\n");
    let ran = folder.tl("merge api.tl other.tl --prefer other.tl");
    assert!(
        ran.out.contains("point#00000009") && !ran.out.contains("point#00000001"),
        "{}",
        ran.out
    );
    let ran = folder.tl("merge api.tl other.tl --prefer api.tl");
    assert!(ran.out.contains("point#00000001") && !ran.out.contains("other.tl"), "{}", ran.out);
    assert!(ran.err.contains("`point` is from api.tl (preferred)"), "{}", ran.err);
    assert_eq!(folder.tl("merge api.tl other.tl --prefer absent.tl").status, 2);
}

#[test]
fn the_whole_is_checked() {
    let folder = Folder::new("merge-checked");
    folder.write("api.tl", API);
    folder.write("same-id.tl", "line#00000001 = Line;\n");
    let ran = folder.tl("merge api.tl same-id.tl");
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("TL0103"), "{}", ran.err);
    folder.write("bad.tl", "a x: = A;\n");
    assert_eq!(folder.tl("merge api.tl bad.tl").status, 1);
    assert_eq!(folder.tl("merge api.tl").status, 2);
}
