//! `tl docs` and `tl show`

use crate::support::{Folder, SHAPES};

const DOCS: &str = "[shapes.add]\nAdds a `shape`.\n.shape What to add\n@callers users\n@error 400 SHAPE_INVALID It is no shape.\n\
                    [error SHAPE_INVALID]\nThe shape has no points.\n";

fn shapes(test: &str) -> Folder {
    let folder = Folder::new(test);
    folder.write("shapes.tl", SHAPES);
    folder.write("docs.txt", DOCS);
    folder
}

#[test]
fn a_site_has_pages_with_what_docs_files_say() {
    let folder = shapes("docs-site");
    let ran = folder.run(&["docs", "shapes.tl", "--docs", "docs.txt", "--out", "site"], b"");
    assert_eq!(ran.status, 0, "{}", ran.err);
    let page = folder.read("site/method/shapes.add.html");
    for text in ["Adds a <code>shape</code>", "What to add", "SHAPE_INVALID"] {
        assert!(page.contains(text), "{text}");
    }
    assert!(page.contains("tl encode --schema shapes.tl --method shapes.add"));
    assert!(folder.read("site/error/SHAPE_INVALID.html").contains("The shape has no points."));
    assert!(folder.read("site/search-data.js").contains("shapes.add"));
    // Again into the same folder.
    let ran = folder.run(&["docs", "shapes.tl", "--out", "site"], b"");
    assert_eq!(ran.status, 0, "{}", ran.err);
}

#[test]
fn markdown_has_an_index() {
    let folder = shapes("docs-markdown");
    let ran = folder.run(&["docs", "shapes.tl", "--format", "markdown", "--out", "md"], b"");
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(folder.read("md/llms.txt").starts_with("# shapes\n"));
    assert!(
        folder
            .read("md/method/later.md")
            .contains("Returns what the call in `query` returns, without a wrapper.")
    );
}

#[test]
fn a_folder_with_other_files_is_refused() {
    let folder = shapes("docs-refused");
    let ran = folder.run(&["docs", "shapes.tl", "--out", "."], b"");
    assert_eq!(ran.status, 2);
    assert!(
        ran.err.contains(
            ". holds files that do not belong to a reference; choose a new or empty folder"
        )
    );
}

#[test]
fn bad_docs_files_are_refused_with_places() {
    let folder = shapes("docs-bad");
    let refused = |text: &str| {
        folder.write("bad", text);
        let ran = folder.run(&["docs", "shapes.tl", "--docs", "bad", "--out", "site"], b"");
        assert_eq!(ran.status, 1, "{}", ran.err);
        ran.err
    };
    assert!(refused("{\"e\": [{\"name\":").contains("bad: invalid JSON: EOF"));
    assert!(refused("{\"l\": 1}").contains("bad: expected a list `e` of constructors and methods"));
    let wrong = "{\"e\": [{\"name\": \"a\", \"throws\": 1}, {\"name\": 2}]}";
    let err = refused(wrong);
    assert!(err.contains("bad: e[0].throws: expected a list"), "{err}");
    assert!(err.contains("bad: e[1].name: expected a string"), "{err}");
    assert!(refused("text").contains("bad:1: write a heading"));
}

#[test]
fn docs_files_that_cannot_be_read_do_not_hide_the_faults_of_others() {
    let folder = shapes("docs-unreadable");
    folder.write("latin1", b"[shapes.add]\ncaf\xe9\n");
    folder.write("bad", "text");
    let line = "docs shapes.tl --docs latin1 --docs none --docs bad --out site";
    let ran = folder.tl(line);
    let lines: Vec<&str> = ran.err.lines().collect();
    let [latin1, bad, none] = &*lines else { panic!("{}", ran.err) };
    assert!(bad.starts_with("error: bad:1: write a heading"), "{bad}");
    let said = "not UTF-8 at byte 16, in line 2; save it as UTF-8";
    assert_eq!(*latin1, format!("error: latin1: cannot be read: {said}"));
    assert!(none.starts_with("error: none: cannot be read: "), "{none}");
    assert_eq!(ran.status, 2);
    assert!(!folder.path("site").exists());
}

#[test]
fn names_that_the_schema_lacks_are_warnings() {
    let folder = shapes("docs-unmatched");
    folder.write("more.txt", "[shapes.ad]\nNothing.\n");
    let ran = folder.run(&["docs", "shapes.tl", "--docs", "more.txt", "--out", "site"], b"");
    assert_eq!(ran.status, 0);
    assert!(
        ran.err.contains("nothing in the schema is called `shapes.ad`; did you mean `shapes.add`?"),
        "{}",
        ran.err
    );
}

#[test]
fn a_page_is_shown_by_name_and_id() {
    let folder = shapes("show");
    let ran =
        folder.run(&["show", "shapes.add", "--schema", "shapes.tl", "--docs", "docs.txt"], b"");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(ran.out.starts_with("# shapes.add\n\nMethod `#"), "{}", ran.out);
    assert!(ran.out.contains("Only users can call it.\n"));
    assert!(ran.out.contains("- 400 SHAPE_INVALID: The shape has no points.\n"));
    let ran = folder.run(&["show", "#c1cd5ea9"], b"");
    assert!(ran.out.starts_with("# initConnection\n"), "{}", ran.out);
    let ran = folder.run(&["show", "circle", "--schema", "shapes.tl"], b"");
    assert!(ran.out.starts_with("# circle\n\nConstructor `#"), "{}", ran.out);
    let ran = folder.run(&["show", "Shape", "--schema", "shapes.tl"], b"");
    assert!(ran.out.starts_with("# Shape\n\nType"), "{}", ran.out);
    let ran = folder.run(&["show", "shapes.ad", "--schema", "shapes.tl"], b"");
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("is called `shapes.ad`; did you mean `shapes.add`?"), "{}", ran.err);
}

#[test]
fn similar_names_are_suggested() {
    let folder = shapes("show-similar");
    let ran = folder.run(&["show", "SHAPES.", "--schema", "shapes.tl"], b"");
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("`shapes.add`") && ran.err.contains(" or `"), "{}", ran.err);
    let ran = folder.run(&["show", "message"], b"");
    assert!(ran.out.starts_with("2 pages match `message`: "), "{}", ran.out);
}

/// The line of a page, as a shell would run it, gives the bytes of the page.
#[test]
fn the_command_of_a_page_gives_its_bytes() {
    let folder = Folder::new("docs-command");
    let ran = folder.run(&["show", "initConnection"], b"");
    let line = ran.out.lines().find(|line| line.starts_with("tl encode ")).unwrap();
    let params = line.split('\'').nth(1).unwrap();
    let ran = folder.run(&["encode", "--method", "initConnection", "--params", params], b"");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(ran.out.starts_with("a95ecdc100000000"), "{}", ran.out);
}
