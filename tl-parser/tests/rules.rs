//! Breaks each rule of the language as briefly as possible, and checks code and place.

use typelang_parser::{
    Options, Sources, Span, check,
    diagnostic::{Code, Diagnostic},
    report::{Style, render},
};

const TABLE: &str = include_str!("rules.tsv");

fn faults(text: &str) -> (Vec<Diagnostic>, String) {
    let mut sources = Sources::new();
    sources.add("rule.tl", text);
    let found = check(&sources, &Options::default()).diagnostics;
    let report = render(&found, &sources, Style::Plain);
    (found, report)
}

/// Returns the text without its two marks, and the span between them.
fn unmarked(marked: &str) -> (String, Span) {
    let (before, rest) = marked.split_once('«').expect("a mark");
    let (inside, after) = rest.split_once('»').expect("its end");
    let start = u32::try_from(before.len()).expect("a short row");
    let end = start + u32::try_from(inside.len()).expect("a short row");
    (format!("{before}{inside}{after}"), Span::new(start, end))
}

#[test]
fn each_breach_is_reported_once_and_in_its_place() {
    let mut wrong = Vec::new();
    for row in TABLE.lines().skip(1) {
        let [rule, code, marked] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not three columns: {row}");
        };
        let (text, place) = unmarked(marked);
        let (found, report) = faults(&text);
        let shown: Vec<_> =
            found.iter().map(|it| (it.code.to_string(), it.location().map(|at| at.span))).collect();
        if shown != [(code.to_owned(), Some(place))] {
            wrong.push(format!("{rule} {code} {marked}\n{report}\n"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The verdict on each small schema, by title: the codes of its faults, without the lints.
const VERDICTS: &[(&str, &[u16])] = &[
    ("dup field name", &[102]),
    ("dup constructor", &[101]),
    ("dup function", &[101]),
    ("opt arg unused", &[125]),
    ("opt arg bad type", &[124]),
    ("unknown lc type", &[107]),
    ("lc constructor used before declared (forward)", &[]),
    ("bare of multi constructor via lc", &[110]),
    ("bare of multi constructor via %", &[111]),
    ("arity too many", &[114]),
    ("arg kind mismatch nat for Type", &[115]),
    ("arg kind mismatch Type for nat", &[115]),
    ("flags undeclared", &[119]),
    ("flags after use", &[120]),
    ("flags not nat", &[121]),
    ("flags?int without bit", &[123]),
    ("cond #", &[]),
    ("cond # then use as flags", &[]),
    ("multiplicity type var", &[130]),
    ("multiplicity unknown", &[130]),
    ("repetition nested duplicates", &[]),
    ("function returning var not marked", &[126]),
    ("function {X} not used in excl", &[125]),
    ("constructor returning var", &[128]),
    ("nat two vars sum", &[131]),
    ("result S n", &[]),
    ("overlapping constructors bare", &[]),
    ("id 6 digits", &[]),
    ("id 5 digits", &[]),
    ("id 4 digits", &[]),
    ("id zero", &[104]),
    ("dup id", &[103]),
    ("id space before eq, 7 digits no fields", &[]),
    ("final ok", &[]),
    ("final violated", &[140]),
    ("New ok", &[]),
    ("Empty violated", &[140]),
    // `bytes` is predefined, even if the reference compiler does not know it.
    ("unknown builtin", &[]),
    ("builtin mismatched", &[136]),
    ("angle result", &[]),
    ("angle two args", &[]),
    ("opt group", &[]),
    ("percent var", &[]),
    ("percent percent", &[]),
    ("Type arg explicit", &[147]),
    ("underscore field", &[]),
    ("multi namespace", &[]),
    ("ns uppercase", &[13]),
    ("partial comb", &[]),
    ("types after functions", &[]),
    ("functions spaced", &[]),
    ("double functions", &[]),
    ("field named as type var uc", &[]),
    ("mask from inside array", &[]),
    ("nat var named like type", &[146]),
    ("function as arg type", &[138]),
    ("boxed vs bare result function", &[141]),
    ("excl after cond", &[]),
    ("opt arg #", &[]),
    ("opt arg order differs", &[]),
];

#[test]
fn small_schemas_have_their_verdicts() {
    let schemas = include_str!("small-schemas.txt").split("\n---\n");
    let mut wrong = Vec::new();
    for schema in schemas.clone() {
        let (title, text) = schema.split_once('\n').expect("a title");
        let (_, verdict) =
            VERDICTS.iter().find(|(it, _)| *it == title).unwrap_or_else(|| panic!("{title}"));
        let (found, report) = faults(text);
        let errors: Vec<Code> =
            found.iter().map(|it| it.code).filter(|code| code.0 < 200).collect();
        if errors != verdict.iter().copied().map(Code).collect::<Vec<_>>() {
            wrong.push(format!("{title}: {verdict:?}\n{text}\n{report}\n"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(schemas.count(), VERDICTS.len());
}
