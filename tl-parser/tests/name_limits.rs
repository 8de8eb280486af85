//! The length and the namespaces of names are limited.

use typelang_parser::{
    Dialect, FileId, Options, Sources, check,
    diagnostic::Code,
    parse,
    report::{Style, render},
    tlo,
};

fn codes(text: &str) -> Vec<u16> {
    parse(FileId(0), text).diagnostics.iter().map(|fault| fault.code.0).collect()
}

/// Makes a name with `count` namespaces.
fn deep(count: usize, last: &str) -> String {
    format!("{}{last}", "n.".repeat(count))
}

/// Makes a name of `length` bytes.
fn long(length: usize, first: &str) -> String {
    format!("{first}{}", "n".repeat(length - first.len()))
}

/// The places where a name may be, each followed by `b = B;`.
fn places(lower: &str, upper: &str) -> Vec<String> {
    let declarations = [
        format!("{lower} = A;"),
        format!("{lower}#12345678 x:int = A;"),
        format!("a = {upper};"),
        format!("a x:{upper} y:int = A;"),
        format!("a x:vector<{upper}> = A;"),
        format!("a x:%{upper} = A;"),
        format!("a x:{lower} = A;"),
        format!("a f:# x:{lower}.3?int = A;"),
        format!("a {upper} = A;"),
        format!("Final {upper};"),
        format!("{upper} int;"),
        format!("int ? = {upper};"),
    ];
    declarations.into_iter().map(|text| text + "\nb = B;").collect()
}

#[test]
fn a_name_has_at_most_32_namespaces() {
    for (fits, passes) in
        places(&deep(32, "a"), &deep(32, "A")).iter().zip(places(&deep(33, "a"), &deep(33, "A")))
    {
        assert!(!codes(fits).contains(&32), "{fits}");
        assert!(codes(&passes).contains(&32), "{passes}: {:?}", codes(&passes));
        let found = parse(FileId(0), &passes);
        assert_eq!(found.diagnostics.len(), 1, "{passes}: {:?}", found.diagnostics);
    }
    let far = format!("{} = A;\nb = B;", deep(4_000, "a"));
    let found = parse(FileId(0), &far);
    assert_eq!((codes(&far), found.file.items.len()), (vec![32], 2));
}

#[test]
fn a_name_has_at_most_1024_bytes() {
    for (fits, passes) in places(&long(1_024, "a"), &long(1_024, "A"))
        .iter()
        .zip(places(&long(1_025, "a"), &long(1_025, "A")))
    {
        assert!(!codes(fits).contains(&33), "{fits}");
        assert_eq!(codes(&passes), [33], "{passes}");
    }
    let words = |length: usize| {
        let name = long(length, "x");
        [
            format!("a {name}:int = A;"),
            format!("a ({name} y:int) = A;"),
            format!("a {{{name}:#}} = A {name};"),
        ]
    };
    for (fits, passes) in words(1_024).iter().zip(words(1_025)) {
        assert_eq!(codes(fits), [0_u16; 0], "{fits}");
        assert!(codes(&passes).contains(&33), "{passes}");
    }
    let far = format!("{} = A;\nb = B;", long(1 << 20, "a"));
    assert_eq!(codes(&far)[0], 33);
}

#[test]
fn the_report_is_short() {
    let mut sources = Sources::new();
    sources.add("a.tl", format!("{} = A;", deep(4_000, "a")));
    let found = check(&sources, &Options::default()).diagnostics;
    let report = render(&found, &sources, Style::Plain);
    assert!(
        report.starts_with("error[TL0032]: a name has more than 32 namespaces\n --> a.tl:1:1\n"),
        "{report}"
    );
    assert!(report.len() < 400, "{report}");
}

/// The compiled form has the same limits.
#[test]
fn names_of_the_compiled_form_are_bounded_too() {
    let read = |name: &str| {
        let mut sources = Sources::new();
        sources.add("a.tl", "a = A;");
        let mut schema = check(&sources, &Options::default()).schema;
        schema.combinators[0].name = name.to_owned();
        tlo::read(&tlo::write(&schema), Dialect::Telegram)
    };
    for name in [deep(32, "a"), long(1_024, "a")] {
        assert!(read(&name).is_ok(), "{name}");
    }
    for name in [deep(33, "a"), long(1_025, "a")] {
        let error = read(&name).unwrap_err();
        assert!(error.message.contains("at most 32 namespaces and 1024 bytes"), "{error}");
    }
}

#[test]
fn all_names_that_pass_a_limit_are_counted() {
    let text = format!("{} = A;\n", deep(33, "a")).repeat(3);
    assert_eq!(codes(&text), [32, 32, 32]);
    assert!(typelang_parser::catalogue::explain(Code(32)).is_some());
}
