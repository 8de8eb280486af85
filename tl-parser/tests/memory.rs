//! Checking uses at most 40 times the text's length plus 32 MiB of memory, or refuses the text.

#[path = "common/nasty.rs"]
mod nasty;

use nasty::{FAULTS, SOUND};
use typelang_parser::{
    Checked, Options, Sources, check,
    report::{MaxReports, Report},
};

/// The number of faults or declarations. One kilobyte for each comes on top of 40 times the text, at most 32
/// MiB.
const SIZES: [usize; 3] = [100, 1_000, 10_000];

/// Returns the peak memory while a text is checked, without the text itself.
fn peak(text: &str) -> (usize, Checked, Sources) {
    let mut sources = Sources::new();
    sources.add("nasty.tl", text);
    let mut checked = None;
    let used = allocation_counter::measure(|| checked = Some(check(&sources, &Options::default())));
    (
        usize::try_from(used.bytes_max).expect("bytes in memory have a number"),
        checked.expect("the closure ran"),
        sources,
    )
}

#[test]
fn real_schemas_take_less_than_40_times_their_length() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../schema");
    for name in ["telegram/api.tl", "telegram/mtproto.tl"] {
        let text = std::fs::read_to_string(format!("{folder}/{name}")).unwrap();
        let (peak, checked, _) = peak(&text);
        assert!(!checked.has_errors());
        assert!(peak < 40 * text.len(), "{name}: {peak} bytes for {}", text.len());
    }
}

#[test]
#[ignore = "long without optimization: run it alone, with --run-ignored all"]
fn nasty_texts_take_little_more() {
    let mut wrong = Vec::new();
    for (name, make) in FAULTS.iter().chain(SOUND) {
        for size in SIZES {
            let text = make(size);
            let (peak, ..) = peak(&text);
            if peak > 40 * text.len() + (size << 10).clamp(64 << 10, 32 << 20) {
                wrong.push(format!("{name}: {peak} bytes for {}", text.len()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Dense text is refused before it uses more than its allowance.
#[test]
#[ignore = "long without optimization: run it alone, with --run-ignored all"]
fn what_spells_out_too_much_is_refused() {
    let dense = ["a=A;".repeat(1 << 18), format!("a {} = A;", "# ".repeat(1 << 18))];
    let nested = |levels: usize| {
        let (open, close) = ("(x y:2*[ ".repeat(levels), " ])".repeat(levels));
        format!("a {open}int{close} = A;\nb = B;\n")
    };
    for text in dense.into_iter().chain([nested(20), nested(31)]) {
        let (peak, checked, _) = peak(&text);
        let codes: Vec<u16> = checked.diagnostics.iter().map(|fault| fault.code.0).collect();
        assert!(codes.contains(&34), "{codes:?}");
        assert!(peak < 40 * text.len() + (32 << 20), "{peak} bytes for {}", text.len());
    }
    let (_, checked, _) = peak(&nested(8));
    assert!(!checked.has_errors(), "{:?}", checked.diagnostics);
    let constructors: Vec<String> = (0..100_000).map(|at| format!("a{at} = A;\n")).collect();
    let constructors = constructors.concat();
    let (peak, checked, _) = peak(&constructors);
    assert_eq!(checked.schema.combinators.len(), 100_000);
    assert!(peak < 40 * constructors.len() + (24 << 20), "{peak} bytes for {}", constructors.len());
}

/// A report is written piece by piece.
#[test]
fn a_report_is_not_held_in_memory() {
    let (_, checked, sources) = peak(&";".repeat(10_000));
    let report = Report::new(&checked.diagnostics, &sources).most(MaxReports::All, "");
    let mut length = Length(0);
    let used = allocation_counter::measure(|| {
        core::fmt::write(&mut length, format_args!("{report}")).expect("counting does not fail");
    });
    assert!(length.0 > 1_000_000 && length.0 < 10_000_000, "{} bytes", length.0);
    assert!(used.bytes_max < 300_000, "{} bytes held for {}", used.bytes_max, length.0);
}

/// Counts written bytes.
struct Length(usize);

impl core::fmt::Write for Length {
    fn write_str(&mut self, text: &str) -> core::fmt::Result {
        self.0 += text.len();
        Ok(())
    }
}
