//! Each part of a report is limited in size, and the report says what it leaves out.

use typelang_parser::{
    Diagnostic, FileId, Location, Options, Sources, Span, check,
    diagnostic::Code,
    report::{Json, MaxReports, Report, Style, render, render_json},
};

fn checked(text: &str) -> (Sources, Vec<Diagnostic>) {
    let mut sources = Sources::new();
    sources.add("a.tl", text);
    let found = check(&sources, &Options::default()).diagnostics;
    (sources, found)
}

#[test]
fn of_a_long_line_the_place_is_shown_and_the_column_is_the_files() {
    let text = format!("// é\na {}y:lonk {}= A;", "# ".repeat(100), "# ".repeat(100));
    let (sources, found) = checked(&text);
    let found: Vec<Diagnostic> = found.into_iter().filter(|it| it.code == Code(107)).collect();
    let report = render(&found, &sources, Style::Plain);
    let expected = format!(
        "error[TL0107]: unknown type or constructor `lonk`
 --> a.tl:2:205
  |
2 | …{before}y:lonk{behind}…
  |  {blank}^^^^ not declared
  |
help: did you mean `long`?
  |
2 - …{before}y:lonk{behind}…
2 + …{before}y:long{behind}…
  |

1 error
",
        before = "# ".repeat(14),
        behind = " #".repeat(15),
        blank = " ".repeat(30),
    );
    assert_eq!(report, expected);
}

#[test]
fn labels_of_one_line_have_an_excerpt_each() {
    let text = format!("a {}x:int {}x:int = A;", "# ".repeat(150), "# ".repeat(150));
    let (sources, found) = checked(&text);
    let found: Vec<Diagnostic> = found.into_iter().filter(|it| it.code == Code(102)).collect();
    let report = render(&found, &sources, Style::Plain);
    for part in [" --> a.tl:1:609\n", " ::: a.tl:1:303\n", "^ used again here", "- first used here"]
    {
        assert!(report.contains(part), "{part:?} is not in\n{report}");
    }
    let colored = render(&found, &sources, Style::Color);
    assert!(colored.contains("a.tl:1:609") && colored.contains("a.tl:1:303"), "{colored:?}");
    assert!(!report.contains('\u{e000}') && !colored.contains('\u{e000}'), "{report}");
}

#[test]
fn long_texts_are_shortened_and_no_long_edit_is_drawn() {
    let mut sources = Sources::new();
    let file = sources.add("a.tl", "a x:int = A;\n");
    let place = Location { file, span: Span::new(2, 7) };
    let long = "b".repeat(100_000);
    let fault = Diagnostic::error(Code(1), format!("{long}!"))
        .label(place, long.clone())
        .note(long.clone())
        .suggest(format!("write {long}"), place, long.clone());
    let report = render(&[fault], &sources, Style::Plain);
    assert!(report.len() < 4_000, "{}", report.len());
    assert_eq!(report.matches('…').count(), 4, "{report}");
    assert!(report.contains("b!\n") && report.contains("help: write b"), "{report}");
    assert!(!report.contains("1 +"), "{report}");
}

/// The excerpt of an edit in another file has its own place.
#[test]
fn edits_in_long_lines_of_other_files_have_their_place() {
    let mut sources = Sources::new();
    let line = "# ".repeat(200);
    let (one, two) = (sources.add("one.tl", line.clone()), sources.add("two.tl", line));
    let place = |file: FileId, at: u32| Location { file, span: Span::new(at, at + 1) };
    let fault = Diagnostic::error(Code(1), "x").label(place(one, 300), "here").suggest(
        "write `y`",
        place(two, 200),
        "y",
    );
    let report = render(&[fault], &sources, Style::Plain);
    assert!(report.contains(" --> one.tl:1:301\n") && report.contains("two.tl:1:201"), "{report}");
    let single = Diagnostic::error(Code(1), "x").label(place(one, 300), "").suggest(
        "remove it",
        place(one, 300),
        "",
    );
    let report = render(&[single], &sources, Style::Plain);
    assert_eq!(report.matches("one.tl").count(), 1, "{report}");
}

fn three() -> (Sources, Vec<Diagnostic>) {
    checked("a int string = A;\nb int string = B;\nc x:Missing = C;\n")
}

#[test]
fn errors_come_first_and_the_rest_is_counted() {
    let (sources, found) = three();
    let report = |most| Report::new(&found, &sources).most(most, "use `all`").to_string();
    let all = report(MaxReports::All);
    assert_eq!(all, render(&found, &sources, Style::Plain));
    assert_eq!(report(MaxReports::AtMost(3)), all);
    let two = report(MaxReports::AtMost(2));
    assert!(two.contains("a.tl:1:3") && two.contains("a.tl:3:5"), "{two}");
    assert!(!two.contains("a.tl:2:3"), "{two}");
    assert!(two.ends_with("\n\n… and 1 warning more; use `all`\n\n1 error, 2 warnings\n"), "{two}");
    let none = report(MaxReports::AtMost(0));
    assert_eq!(none, "… and 1 error, 2 warnings more; use `all`\n\n1 error, 2 warnings\n");
    let plain = Report::new(&found, &sources).most(MaxReports::AtMost(0), "").to_string();
    assert_eq!(plain, "… and 1 error, 2 warnings more\n\n1 error, 2 warnings\n");
    let whole = Report::new(&found, &sources);
    assert_eq!(format!("{whole:#}\n"), whole.to_string());
}

#[test]
fn a_report_has_100_faults_unless_told_otherwise() {
    let (sources, found) = checked(&";".repeat(1_000));
    assert_eq!(found.len(), 1_000);
    let report = render(&found, &sources, Style::Plain);
    assert_eq!(report.matches("error[TL0029]").count(), 100);
    assert!(report.len() < 60_000, "{}", report.len());
    let all = Report::new(&found, &sources).most(MaxReports::All, "").to_string();
    assert_eq!(all.matches("error[TL0029]").count(), 1_000);
    assert!(all.len() < 600_000, "{}", all.len());
}

#[test]
fn json_is_whole_unless_told_otherwise() {
    let (sources, found) = three();
    let all = render_json(&found, &sources);
    assert_eq!(all.lines().count(), 3);
    let two = Json::new(&found, &sources).most(MaxReports::AtMost(2)).to_string();
    let (first, rest) = two.split_once('\n').unwrap();
    assert_eq!(Some(first), all.lines().next());
    let (second, last) = rest.split_once('\n').unwrap();
    assert_eq!(Some(second), all.lines().last());
    assert_eq!(
        last,
        "{\"code\":\"\",\"severity\":\"note\",\"message\":\"and 1 warning more\",\"labels\":[],\"notes\":[],\
         \"suggestions\":[]}\n"
    );
}

#[test]
fn the_setting_is_a_number_or_all() {
    assert_eq!("all".parse(), Ok(MaxReports::All));
    assert_eq!("7".parse(), Ok(MaxReports::AtMost(7)));
    assert!("some".parse::<MaxReports>().is_err() && "-1".parse::<MaxReports>().is_err());
    for setting in [MaxReports::All, MaxReports::AtMost(7)] {
        assert_eq!(setting.to_string().parse(), Ok(setting));
    }
    assert_eq!(MaxReports::default(), MaxReports::AtMost(100));
}
