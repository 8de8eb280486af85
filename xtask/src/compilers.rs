//! The compilers that the published packages ask for.

use std::collections::BTreeSet;

use serde_json::Value;

/// The packages that are compiled in other people's programs: generated code, and what it calls. They take an older
/// compiler than the others.
const IN_PROGRAMS: [&str; 4] =
    ["typelang-runtime", "typelang-telegram", "typelang-td", "typelang-ton"];

/// Returns what is wrong with the versions in the manifests. `judged` is the text that says how they were found.
pub(crate) fn faults(packages: &[Value], judged: &str) -> Vec<String> {
    let is_in_programs = |package: &&Value| IN_PROGRAMS.iter().any(|name| package["name"] == *name);
    let (in_programs, others): (Vec<&Value>, Vec<&Value>) =
        packages.iter().partition(is_in_programs);
    let mut faults = Vec::new();
    for group in [in_programs, others] {
        let versions: BTreeSet<&str> =
            group.iter().filter_map(|package| package["rust_version"].as_str()).collect();
        if versions.len() > 1 {
            let names: Vec<&str> = group.iter().filter_map(|it| it["name"].as_str()).collect();
            faults.push(format!("{} ask for compilers {versions:?}", names.join(", ")));
        }
        let unsaid = versions.into_iter().filter(|version| !says(judged, version));
        faults.extend(unsaid.map(|version| format!("CONTRIBUTING.md says nothing of {version}")));
    }
    faults
}

/// Whether a text has a version, and not as the start of a longer one.
fn says(text: &str, version: &str) -> bool {
    let goes_on =
        |rest: &str| rest.trim_start_matches('.').starts_with(|it: char| it.is_ascii_digit());
    text.match_indices(version).any(|(at, _)| !goes_on(&text[at + version.len()..]))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{archives::published, root};

    #[test]
    fn the_packages_agree_and_contributing_says_why() {
        let judged = std::fs::read_to_string(root().join("CONTRIBUTING.md")).unwrap();
        assert_eq!(faults(&published().unwrap(), &judged), [] as [&str; 0]);
    }

    #[test]
    fn a_package_that_differs_is_told_and_a_version_without_a_reason_too() {
        let package = |name, version| json!({"name": name, "rust_version": version});
        let packages = [
            package("typelang-runtime", "1.85"),
            package("typelang-td", "1.9"),
            package("typelang-cli", "1.95"),
        ];
        let told = faults(&packages, "1.85. Not 1.95, but 1.93");
        let want = [
            "typelang-runtime, typelang-td ask for compilers {\"1.85\", \"1.9\"}",
            "CONTRIBUTING.md says nothing of 1.9",
        ];
        assert_eq!(told, want);
    }
}
