//! Formats warnings for cargo, one line each.

use std::collections::BTreeMap;

use typelang_parser::{Diagnostic, FileId, Lines, Sources, counted, report::MaxReports};

use crate::faults::REMEDY;

/// Returns the first `most` warnings, and a line with the number of the others.
pub(crate) fn lines(sources: &Sources, warnings: &[Diagnostic], most: MaxReports) -> Vec<String> {
    let shown = match most {
        MaxReports::AtMost(most) => most.min(warnings.len()),
        MaxReports::All => warnings.len(),
    };
    let mut files = BTreeMap::new();
    let mut lines: Vec<String> =
        warnings[..shown].iter().map(|warning| line(sources, &mut files, warning)).collect();
    let left = warnings.len() - shown;
    if left > 0 {
        lines.push(format!("… and {}; {REMEDY}", counted(left, "more warning")));
    }
    lines
}

/// Formats place, message and code; the lines of a file are found once.
fn line<'s>(
    sources: &'s Sources,
    files: &mut BTreeMap<FileId, Lines<'s>>,
    warning: &Diagnostic,
) -> String {
    let place = warning.location().and_then(|place| {
        let source = sources.get(place.file)?;
        let lines = files.entry(place.file).or_insert_with(|| Lines::new(&source.text));
        let at = lines.position(place.span.start);
        Some(format!("{}:{}:{}: ", source.name, at.line, at.column))
    });
    format!("{}{} ({})", place.unwrap_or_default(), warning.message, warning.code)
}

#[cfg(test)]
mod tests {
    use typelang_parser::{Options, check};

    use super::*;

    #[test]
    fn warnings_have_places_and_an_end() {
        let mut sources = Sources::new();
        sources.add("one.tl", "a = A;\n");
        sources.add("two.tl", "b int string = B;\n  c int string = C;\nd int string = D;\n");
        let found = check(&sources, &Options::default()).diagnostics;
        assert_eq!(found.len(), 3);
        let all = lines(&sources, &found, MaxReports::All);
        assert_eq!(all.len(), 3);
        assert_eq!(all[1], "two.tl:2:5: `c` has a field without a name (TL0249)");
        assert_eq!(lines(&sources, &found, MaxReports::AtMost(3)), all);
        let two = lines(&sources, &found, MaxReports::AtMost(2));
        assert_eq!(two[..2], all[..2]);
        assert_eq!(two[2], format!("… and 1 more warning; {REMEDY}"));
    }
}
