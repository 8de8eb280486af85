//! Tests of the look of a report and of its JSON form.

use typelang_parser::{
    FileId, Location, Position, Sources, Span,
    diagnostic::{Code, Diagnostic},
    report::{Style, count, render, render_json},
};

fn place(file: u32, start: u32, end: u32) -> Location {
    Location { file: FileId(file), span: Span::new(start, end) }
}

fn two_files() -> (Vec<Diagnostic>, Sources) {
    let mut sources = Sources::new();
    sources.add("one.tl", "// é\na x:int = A;\r\nb x:foo = B;\n");
    sources.add("two.tl", "a x:int = A;");
    let duplicate = Diagnostic::error(Code(101), "`a` is declared twice")
        .label(place(1, 0, 1), "here again")
        .label(place(0, 6, 7), "first here")
        .note("names are looked up in all files");
    let unknown = Diagnostic::warning(Code(107), "no type `foo`")
        .label(place(0, 24, 27), "")
        .suggest("write `int`", place(0, 24, 27), "int");
    (vec![duplicate, unknown], sources)
}

#[test]
fn two_files_and_all_parts() {
    let (faults, sources) = two_files();
    let report = render(&faults, &sources, Style::Plain);
    let expected = "\
warning[TL0107]: no type `foo`
 --> one.tl:3:5
  |
3 | b x:foo = B;
  |     ^^^
  |
help: write `int`
  |
3 - b x:foo = B;
3 + b x:int = B;
  |

error[TL0101]: `a` is declared twice
 --> two.tl:1:1
  |
1 | a x:int = A;
  | ^ here again
  |
 ::: one.tl:2:1
  |
2 | a x:int = A;
  | - first here
  |
  = note: names are looked up in all files

1 error, 1 warning
";
    assert_eq!(report, expected);
    assert!(render(&faults, &sources, Style::Color).contains("\u{1b}["));
}

#[test]
fn one_object_a_line() {
    let (faults, sources) = two_files();
    let lines = render_json(&faults, &sources);
    let first = "{\"code\":\"TL0107\",\"severity\":\"warning\",\"file\":\"one.tl\",\"start\":24,\"end\":27,\"line\":3,\"column\":5,\
                 \"end_line\":3,\"end_column\":8,\"message\":\"no type `foo`\",\"labels\":[{\"file\":\"one.tl\",\"start\":24,\"end\":27,\
                 \"line\":3,\"column\":5,\"end_line\":3,\"end_column\":8,\"text\":\"\"}],\"notes\":[],\"suggestions\":[{\"file\":\"one.tl\",\
                 \"start\":24,\"end\":27,\"line\":3,\"column\":5,\"end_line\":3,\"end_column\":8,\"text\":\"write `int`\",\
                 \"replacement\":\"int\",\"applicability\":\"guess\"}]}";
    assert_eq!(lines.lines().next(), Some(first));
    assert_eq!(lines.lines().count(), 2);
    // Control characters are escaped in the message itself, for every consumer.
    let odd = Diagnostic::error(Code(1), "\"\\\n\u{1}é");
    assert!(render_json(&[odd], &sources).contains("\"message\":\"\\\"\\\\\\u000a\\\\u0001é\""));
}

#[test]
fn columns_count_characters() {
    let (_, sources) = two_files();
    let at = |offset| {
        sources.position(FileId(0), offset).map(|Position { line, column }| (line, column))
    };
    assert_eq!(
        [at(0), at(3), at(5), at(6)],
        [Some((1, 1)), Some((1, 4)), Some((1, 5)), Some((2, 1))]
    );
    assert_eq!(at(1_000), Some((4, 1)));
    assert_eq!(sources.position(FileId(9), 0), None);
}

#[test]
fn places_that_are_nowhere_do_no_harm() {
    let (_, sources) = two_files();
    let places =
        [place(0, 900, 950), place(0, 4, 4), place(7, 0, 1), place(1, 12, 12), place(0, 9, 2)];
    let faults: Vec<_> = places
        .map(|place| Diagnostic::error(Code(1), "x").label(place, "y").suggest("z", place, ""))
        .into();
    assert!(render(&faults, &sources, Style::Plain).ends_with("5 errors\n"));
    assert_eq!(render_json(&faults, &sources).lines().count(), 5);
    assert_eq!(
        (count(&[]).as_str(), render(&[], &sources, Style::Plain).as_str()),
        ("no errors", "")
    );
}
