//! Codes on the command line, and what is to become of warnings.

use std::{collections::BTreeMap, str::FromStr};

use typelang_parser::{
    Level, Options, Warnings,
    catalogue::{Entry, explain},
    diagnostic::{Code, Severity},
};

use crate::shared::outcome::Failure;

/// The warning that a written id is not the computed one; silent unless asked for.
pub(crate) const ID_MISMATCH: Code = Code(206);
/// The warning that something allows what is not there.
pub(crate) const UNUSED_ALLOW: Code = Code(260);
/// The warning that something allows what cannot be allowed.
pub(crate) const UNKNOWN_ALLOW: Code = Code(261);

/// What `--deny` takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denied {
    /// All warnings.
    Warnings,
    /// One.
    One(Code),
}

impl FromStr for Denied {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        if word == "warnings" { Ok(Self::Warnings) } else { warning(word).map(Self::One) }
    }
}

/// Parses the code of a rule: `TL0101`.
pub(crate) fn rule(word: &str) -> Result<&'static Entry, String> {
    let rule = code(word).and_then(explain);
    rule.ok_or("no rule has this code; reports show codes as `TL0101`".to_owned())
}

fn code(word: &str) -> Option<Code> {
    let digits = word.strip_prefix("TL").or(word.strip_prefix("tl")).unwrap_or(word);
    let is_number = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| is_number).map(Code)
}

/// Parses the code of a warning.
pub(crate) fn warning(word: &str) -> Result<Code, String> {
    let rule = rule(word)?;
    match rule.severity {
        Severity::Warning => Ok(rule.code),
        Severity::Error => Err(format!("`{}` is an error, and stays one", rule.title)),
    }
}

/// The lint arguments of `tl check`.
#[derive(Clone, Debug, clap::Args)]
pub struct Lints {
    /// Report a warning as an error, or all of them: `warnings`; may be repeated
    #[arg(long, value_name = "CODE|warnings")]
    pub deny: Vec<Denied>,
    /// Report a warning, also if all others are denied; may be repeated
    #[arg(long, value_name = "CODE", value_parser = warning)]
    pub warn: Vec<Code>,
    /// Do not report a warning; may be repeated
    #[arg(long, value_name = "CODE", value_parser = warning)]
    pub allow: Vec<Code>,
    /// Report written ids that are not the computed ones (`--warn TL0206`)
    #[arg(long)]
    pub ids: bool,
}

/// Enters what the command line says of warnings.
pub(crate) fn apply(lints: &Lints, options: &mut Options) -> Result<(), Failure> {
    let denied = lints.deny.iter().filter_map(|denied| match denied {
        Denied::Warnings => None,
        Denied::One(code) => Some((*code, Level::Deny)),
    });
    let warned = lints.warn.iter().map(|code| (*code, Level::Warn));
    let allowed = lints.allow.iter().map(|code| (*code, Level::Allow));
    let mut levels = BTreeMap::new();
    for (code, level) in denied.chain(warned).chain(allowed) {
        if levels.insert(code, level).is_some_and(|other| other != level) {
            let message = format!("{code} can be denied, warned of or allowed, not two of it");
            return Err(Failure::Usage(message));
        }
    }
    if lints.deny.contains(&Denied::Warnings) {
        options.warnings = Warnings::Deny;
    }
    if lints.ids {
        let level = if options.warnings == Warnings::Deny { Level::Deny } else { Level::Warn };
        levels.entry(ID_MISMATCH).or_insert(level);
    }
    options.levels = levels;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_have_four_digits() {
        for word in ["TL0249", "tl0249", "0249"] {
            assert_eq!(warning(word), Ok(Code(249)), "{word}");
        }
        for word in ["", "TL", "249", "TL249", "TL00249", "TL+249", "TL9999", "TLé249"] {
            assert!(rule(word).is_err(), "{word}");
        }
        assert!(rule("TL0101").is_ok() && warning("TL0101").is_err(), "an error is no warning");
    }
}
