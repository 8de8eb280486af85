//! A section in a changelog.

use std::path::Path;

use typelang_codegen::replace_file;

use super::{input::Input, markdown};
use crate::{
    compare::{api::Exhaustive, change::Change},
    shared::{outcome::Failure, text},
};

/// Adds the changes to a changelog, which need not exist.
pub(crate) fn add(
    path: &Path,
    both: (&Input, &Input),
    changes: &[Change],
    exhaustive: Exhaustive,
) -> Result<(), Failure> {
    let mut section = Vec::new();
    markdown::write(both, changes, exhaustive, &mut section)?;
    let before = text::read_if_there(path)?.unwrap_or_default();
    let text = with_section(&before, &String::from_utf8_lossy(&section));
    replace_file(path, text.as_bytes()).map_err(Failure::write(path))?;
    Ok(())
}

/// Adds a section before the first one. A changelog without sections gets it at its end, and one that has a section of
/// the same title gets it in its place.
fn with_section(changelog: &str, section: &str) -> String {
    let title = section.lines().next().unwrap_or_default();
    let starts = || {
        let mut at = 0;
        changelog.split_inclusive('\n').filter_map(move |line| {
            let start = at;
            at += line.len();
            line.starts_with("## ").then_some((start, line.trim_end()))
        })
    };
    let same = starts().find(|(_, line)| *line == title).map(|(start, _)| start);
    let start = same.or_else(|| starts().next().map(|(start, _)| start)).unwrap_or(changelog.len());
    let end = match same {
        Some(same) => starts().map(|(at, _)| at).find(|at| *at > same).unwrap_or(changelog.len()),
        None => start,
    };
    let (before, after) = (&changelog[..start], &changelog[end..]);
    let gap = if before.is_empty() || before.ends_with("\n\n") { "" } else { "\n" };
    let after = if after.is_empty() { String::new() } else { format!("\n{after}") };
    format!("{before}{gap}{}\n{after}", section.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_comes_first_and_once() {
        let section = "## Layer 2\n\nNews.\n";
        assert_eq!(with_section("", section), section);
        let log = "# Changelog\n\n## Layer 1\n\nOld.\n";
        let with = "# Changelog\n\n## Layer 2\n\nNews.\n\n## Layer 1\n\nOld.\n";
        assert_eq!(with_section(log, section), with);
        assert_eq!(with_section(with, section), with);
        let newer = "## Layer 2\n\nMore news.\n";
        assert_eq!(with_section(with, newer), with.replace("News", "More news"));
        assert_eq!(with_section("# Changelog\n", section), "# Changelog\n\n## Layer 2\n\nNews.\n");
    }
}
