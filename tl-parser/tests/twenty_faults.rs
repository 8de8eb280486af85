//! Every fault is reported once, and every sound declaration survives.

mod common;

use common::combinators;
use typelang_parser::{FileId, diagnostic::Code, parse};

/// Each line is sound, or has one fault whose code is given.
const LINES: &[(&str, Option<u16>)] = &[
    ("---types---", None),
    ("int ? = Int;", None),
    ("one#123456789 x:int = One;", Some(7)),
    ("sound1 x:int = Sound;", None),
    ("two x:(Vector int = Two;", Some(16)),
    ("sound2#00000002 x:int = Sound;", None),
    ("three x: y:int = Three;", Some(11)),
    ("four x:Vector int = Four;", Some(18)),
    ("sound3 {X:Type} x:X = Sound3 X;", None),
    ("five x:int, y:int = Five;", Some(30)),
    ("six x:int", Some(10)),
    ("sound4#00000004 = Sound;", None),
    ("seven = Seven", Some(9)),
    ("sound5 x:int = Sound;", None),
    ("eight x:“int” = Eight;", Some(2)),
    ("nine n:# x:n*int = Nine;", Some(1)),
    ("ten x:int ) = Ten;", Some(17)),
    ("sound6 flags:# x:flags.0?int = Sound;", None),
    ("eleven flags:# x:flags.one?int = Eleven;", Some(27)),
    ("twelve x:int {X:Type} = Twelve X;", Some(26)),
    ("Thirteen x:int = Thirteen;", Some(14)),
    ("Space.fourteen = Fourteen;", Some(13)),
    ("fifteen a.b:int = Fifteen;", Some(15)),
    ("sound7 x:4*[ int ] = Sound;", None),
    ("sixteen _x:int = Sixteen;", Some(12)),
    ("seventeen n:# x:n+1*[ int ] = Seventeen;", Some(19)),
    ("---methods---", Some(5)),
    ("---functions---", None),
    ("eighteen {X:Type} f:# q:!f.0?X = X;", Some(20)),
    ("===x===", Some(6)),
    ("sound8 {X:Type} q:!X = X;", None),
    ("nineteen x:$int = Nineteen;", Some(3)),
    ("# twenty", Some(31)),
    ("@read sound9 => Sound;", None),
    ("twenty_one = A;;", Some(29)),
    ("sound10 = Sound;", None),
    ("twenty_two x:int ? y:int = B;", Some(11)),
    ("/* twenty-three", Some(4)),
];

/// Returns all lines.
fn whole() -> String {
    LINES.iter().flat_map(|(line, _)| [*line, "\n"]).collect()
}

#[test]
fn each_fault_has_its_report_on_its_line() {
    let text = whole();
    let parsed = parse(FileId(0), &text);
    let found: Vec<(usize, Code)> = parsed
        .diagnostics
        .iter()
        .map(|fault| {
            let at = fault.location().expect("every fault has a place").span.start as usize;
            (text[..at].matches('\n').count(), fault.code)
        })
        .collect();
    let planted: Vec<(usize, Code)> = LINES
        .iter()
        .enumerate()
        .filter_map(|(line, (_, code))| code.map(|code| (line, Code(code))))
        .collect();
    assert!(planted.len() >= 20);
    assert_eq!(found, planted);
}

#[test]
fn every_sound_declaration_survives() {
    let text = whole();
    let parsed = parse(FileId(0), &text);
    let names = combinators(&parsed);
    let sound = names.iter().filter(|name| name.starts_with("sound")).count();
    assert_eq!(sound, LINES.iter().filter(|(line, _)| line.contains("sound")).count(), "{names:?}");
    // Declarations whose fault does not affect their name also survive: all but the one without a result.
    assert_eq!(names.len(), sound + 20, "{names:?}");
}

/// Two faults in a row, in either order, do not hide each other.
#[test]
fn faults_do_not_meet() {
    // A text that does not end includes whatever follows it.
    let ends = |(line, code): &&(&str, Option<u16>)| code.is_some() && !line.starts_with("/*");
    let faulty: Vec<_> = LINES.iter().filter(ends).collect();
    for (first, one) in &faulty {
        for (second, two) in &faulty {
            let text =
                format!("{first}\nmiddle#00000001 = Middle;\n{second}\nlast#00000002 = Last;\n");
            let parsed = parse(FileId(0), &text);
            let codes: Vec<_> = parsed.diagnostics.iter().map(|fault| Some(fault.code.0)).collect();
            assert_eq!(codes, [*one, *two], "{text}");
            let names = combinators(&parsed);
            assert!(names.contains(&"middle".to_owned()) && names.contains(&"last".to_owned()));
        }
    }
}
