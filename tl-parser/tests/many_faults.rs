//! The number of kept faults is limited; the rest are counted by severity.

use std::collections::BTreeMap;

use typelang_parser::{
    Diagnostic, Level, Options, Sources, Warnings, check,
    diagnostic::{Code, Severity},
};

fn found(text: &str, options: &Options) -> Vec<Diagnostic> {
    let mut sources = Sources::new();
    sources.add("a.tl", text);
    check(&sources, options).diagnostics
}

fn warnings(count: usize) -> String {
    (0..count).map(|at| format!("a{at} int string = A;\n")).collect::<Vec<_>>().concat()
}

fn last(found: &[Diagnostic]) -> (u16, Severity, String) {
    let excess = found.iter().find(|fault| fault.code == Code(25)).expect("the others are counted");
    (excess.code.0, excess.severity, excess.message.clone())
}

#[test]
fn of_warnings_10_000_are_kept_and_none_becomes_an_error() {
    let all = found(&warnings(10_000), &Options::default());
    assert_eq!(all.len(), 10_000);
    let all = found(&(warnings(10_003) + "z x:Missing = Z;"), &Options::default());
    assert_eq!(all.len(), 10_002, "10,000 warnings, their end, and the error");
    let message = "more than 10000 faults: 3 not listed".to_owned();
    assert_eq!(last(&all), (25, Severity::Warning, message.clone()));
    assert_eq!(all.iter().filter(|fault| fault.severity == Severity::Error).count(), 1);
    let denied = Options { warnings: Warnings::Deny, ..Options::default() };
    assert_eq!(last(&found(&warnings(10_003), &denied)), (25, Severity::Error, message));
}

#[test]
fn of_errors_10_000_are_kept() {
    let text = "a = A;\n".repeat(10_004);
    let all = found(&text, &Options::default());
    assert_eq!(all.len(), 10_001);
    assert_eq!(
        last(&all),
        (25, Severity::Error, "more than 10000 faults: 3 not listed".to_owned())
    );
}

/// Allowed warnings do not count towards the limit.
#[test]
fn allowed_warnings_do_not_count() {
    let allowed =
        Options { levels: BTreeMap::from([(Code(249), Level::Allow)]), ..Options::default() };
    assert_eq!(found(&warnings(10_003), &allowed), []);
    let by_comment = warnings(10_003).replace('\n', " // tl:allow(TL0249)\n");
    assert_eq!(found(&by_comment, &Options::default()), []);
}

/// Each warning uses all allowances of its line and code, and no others.
#[test]
fn allowances_are_found_by_line_and_code() {
    let codes = |text: &str| {
        let found = found(text, &Options::default());
        found.iter().map(|fault| fault.code.0).collect::<Vec<_>>()
    };
    assert_eq!(
        codes("// tl:allow(TL0249)\na int string = A; // tl:allow(TL0249,TL0249)\n"),
        [0_u16; 0]
    );
    assert_eq!(codes("a int string = A; // tl:allow(TL0250,TL0249)\n"), [260]);
    assert_eq!(codes("// tl:allow(TL0249)\n\na int string = A;\n"), [260, 249]);
    assert_eq!(codes("a int string = A;\n// tl:allow(TL0249)\n"), [249, 260]);
    assert_eq!(codes("a int string = A; // tl:allow(nothing)\n"), [249, 261]);
    assert_eq!(codes("/* tl:allow(TL0249) */ a int string = A; b int string = B;\n"), [0_u16; 0]);
}
