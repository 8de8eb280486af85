//! Sixteen times the text takes about sixteen times as long, whatever its contents; quadratic time would be
//! 256 times as long.

#[path = "common/nasty.rs"]
mod nasty;

use std::time::{Duration, Instant};

use nasty::{FAULTS, Make, SOUND};
use typelang_parser::{
    Checked, FileId, Options, Sources, check,
    docs::docs_of,
    parse, print,
    report::{MaxReports, Report, render_json},
    text::text,
    tlo,
};

/// The smallest sizes; the others are 4 and 16 times as large. Rendering all faults takes a thousand times as
/// long as finding them.
const SIZE: usize = 250;
const REPORTS: usize = 50;

/// Times below this are noise.
const LEAST: Duration = Duration::from_millis(10);

#[test]
#[ignore = "timed: run it alone, with --run-ignored all"]
fn reading_is_linear() {
    all_scale(SIZE, &[FAULTS, SOUND], |text| {
        let parsed = parse(FileId(0), text);
        let _ = (docs_of(&parsed.file, text), print(&parsed.file, text));
    });
}

#[test]
#[ignore = "timed: run it alone, with --run-ignored all"]
fn checking_is_linear() {
    all_scale(SIZE, &[FAULTS, SOUND], |text| _ = checked(text));
}

#[test]
#[ignore = "timed: run it alone, with --run-ignored all"]
fn reports_are_linear() {
    all_scale(REPORTS, &[FAULTS], |text| {
        let (sources, checked) = checked(text);
        let report = Report::new(&checked.diagnostics, &sources).most(MaxReports::All, "");
        let _ = (report.to_string(), render_json(&checked.diagnostics, &sources));
    });
}

#[test]
#[ignore = "timed: run it alone, with --run-ignored all"]
fn other_forms_are_linear() {
    all_scale(SIZE, &[SOUND], |source| {
        let (_, checked) = checked(source);
        let bytes = tlo::write(&checked.schema);
        let _ = (text(&checked.schema), tlo::read(&bytes, checked.schema.dialect));
    });
}

fn checked(text: &str) -> (Sources, Checked) {
    let mut sources = Sources::new();
    sources.add("nasty.tl", text);
    let checked = check(&sources, &Options::default());
    (sources, checked)
}

fn all_scale(size: usize, inputs: &[&[(&str, Make)]], work: impl Fn(&str)) {
    let mut wrong = Vec::new();
    for (name, make) in inputs.iter().copied().flatten() {
        // The machine may be busy, so one good run of three is enough.
        let runs: Vec<_> =
            (0..3).map(|_| times(size, *make, &work)).take_while_inclusive(is_steep).collect();
        if runs.iter().all(is_steep) {
            wrong.push(format!("{name}: {:?}", runs.last()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn is_steep(times: &[Duration; 3]) -> bool {
    let [one, four, sixteen] = times;
    *sixteen > 50 * *one.max(&LEAST) || *sixteen > 12 * *four.max(&LEAST)
}

fn times(size: usize, make: Make, work: &impl Fn(&str)) -> [Duration; 3] {
    [1, 4, 16].map(|factor| {
        let text = make(size * factor);
        let start = Instant::now();
        work(&text);
        start.elapsed()
    })
}

/// Like `take_while`, but includes the first item that fails the condition.
trait TakeWhileInclusive: Iterator + Sized {
    fn take_while_inclusive(
        self,
        holds: impl Fn(&Self::Item) -> bool,
    ) -> impl Iterator<Item = Self::Item> {
        let mut goes_on = true;
        self.take_while(move |item| core::mem::replace(&mut goes_on, holds(item)))
    }
}

impl<I: Iterator> TakeWhileInclusive for I {}
