//! Text beyond a limit is reported, without a stack overflow and in linear time.

use std::time::{Duration, Instant};

use typelang_parser::{
    FileId, Parsed, diagnostic::Code, docs::docs_of, parse, print, syntax::Item,
};

fn codes(parsed: &Parsed<'_>) -> Vec<u16> {
    parsed.diagnostics.iter().map(|fault| fault.code.0).collect()
}

#[test]
fn nesting_ends_at_64_levels() {
    for (open, close) in [("(", ")"), ("%", ""), ("Vector<", ">"), ("[ ", " ]"), ("2*[ ", " ]")] {
        let nested = |levels: usize| {
            let (open, close) = (open.repeat(levels), close.repeat(levels));
            format!("a x:{open}T{close} = A;\nb = B;")
        };
        assert_eq!(codes(&parse(FileId(0), &nested(64))), [0u16; 0], "{open}");
        let text = nested(65);
        let parsed = parse(FileId(0), &text);
        assert_eq!(codes(&parsed), [21], "{open}");
        assert_eq!(parsed.file.items.len(), 2, "{open}");
        assert!(codes(&parse(FileId(0), &nested(100_000))).contains(&21), "{open}");
    }
}

#[test]
fn a_sum_has_at_most_8_operands() {
    let sum = |count: usize| format!("a n:# x:(n{})*[ int ] = A;", "+1".repeat(count - 1));
    assert_eq!(codes(&parse(FileId(0), &sum(8))), [0u16; 0]);
    assert_eq!(codes(&parse(FileId(0), &sum(9))), [21]);
    assert_eq!(codes(&parse(FileId(0), &sum(100_000))), [21]);
}

#[test]
fn a_declaration_has_at_most_a_mebibyte() {
    let long = |length: usize| format!("a{} = A;\nb = B;", " x:int".repeat(length / 6));
    assert_eq!(codes(&parse(FileId(0), &long((1 << 20) - 30))), [0u16; 0]);
    let text = long((1 << 20) + 30);
    let parsed = parse(FileId(0), &text);
    assert_eq!(codes(&parsed), [22]);
    assert!(matches!(parsed.file.items[..], [Item::Invalid(_), Item::Combinator(_)]));
}

#[test]
fn a_file_has_at_most_a_mebi_of_declarations() {
    let text = "a=A;".repeat((1 << 20) + 5);
    let parsed = parse(FileId(0), &text);
    assert_eq!(codes(&parsed), [23]);
    assert_eq!(parsed.file.items.len(), 1 << 20);
}

#[test]
fn the_faults_that_are_too_many_are_counted() {
    let text = "a x:int ) = A;\n".repeat(10_003);
    let parsed = parse(FileId(0), &text);
    assert_eq!(parsed.diagnostics.len(), 10_001);
    let last = parsed.diagnostics.last().unwrap();
    assert_eq!(last.code, Code(25));
    assert!(last.message.contains("3 not listed"), "{}", last.message);
}

/// One long line costs no more than many lines: the search for comments beside a declaration stops at the
/// first other token.
#[test]
fn a_line_may_be_long() {
    let declarations = |end: &str| format!("{}// last\n", format!("a = A;{end}").repeat(100_000));
    let comments = |end: &str| format!("a {}= A;", format!("/* c */{end}").repeat(100_000));
    for text in [&declarations as &dyn Fn(&str) -> String, &comments] {
        let (one_line, lines) = (time_of_docs(&text(" ")), time_of_docs(&text("\n")));
        let most = 20 * lines.max(Duration::from_millis(100));
        assert!(one_line < most, "{one_line:?} on one line, {lines:?} on many");
    }
}

fn time_of_docs(text: &str) -> Duration {
    let parsed = parse(FileId(0), text);
    let start = Instant::now();
    _ = docs_of(&parsed.file, text);
    start.elapsed()
}

/// Ten times the text takes about ten times as long; quadratic time would be a hundred times as long.
#[test]
#[ignore = "timed: run it alone, with --run-ignored all"]
fn time_is_linear_in_the_text() {
    let patterns = [
        "(",
        "[ ",
        "{",
        "<",
        "%",
        " ",
        "\n",
        "$ ",
        "a = A b ",
        "a = A\n",
        "a x:( $",
        "a x:( $\n\n",
        "a x:Vector ",
        "// c\n",
        "/*",
        "a+",
        "a.",
        "(a ",
        "x:[ a:",
        "a x:int, ",
        "//@class a @description b\n",
        "a x:(y /* c */ ",
        "a = A;\n",
        "x:int // c\n",
        "@a ",
        "a#",
        "a=A;",
        "/* c */",
        "a=A; /* c */ ",
        "--- ",
        "===",
    ];
    for pattern in patterns {
        let (short, long) = (time_of(pattern, 20_000), time_of(pattern, 200_000));
        assert!(
            long < 40 * short.max(Duration::from_millis(10)),
            "{pattern:?}: {short:?}, {long:?}"
        );
    }
}

/// Returns the best of three runs, since the machine may be busy.
fn time_of(pattern: &str, length: usize) -> Duration {
    let text = format!("f {}", pattern.repeat(length / pattern.len()));
    let once = || {
        let start = Instant::now();
        let parsed = parse(FileId(0), &text);
        let _ = (docs_of(&parsed.file, &text), print(&parsed.file, &text));
        start.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}
