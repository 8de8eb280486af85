//! Which changes are failures.

use clap::{
    ValueEnum as _,
    builder::{PossibleValue, PossibleValuesParser, TypedValueParser},
};
use typelang_parser::Diagnostic;

use crate::compare::{
    api::{Exhaustive, Level},
    change::Change,
    verdict::Verdict,
};

/// The kinds of changes that `--fail-on` names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailOn {
    /// Programs of both schemas cannot read each other's values.
    Wire,
    /// The generated Rust needs a new major version.
    Api,
    /// There is a change.
    Any,
    /// A change has this verdict or a worse one.
    Verdict(Verdict),
}

/// Parses a kind.
pub(super) fn fail_on() -> impl TypedValueParser<Value = FailOn> {
    let verdicts = Verdict::value_variants().iter().filter_map(Verdict::to_possible_value);
    let kinds = ["wire", "api", "any"].map(PossibleValue::new).into_iter().chain(verdicts);
    PossibleValuesParser::new(kinds).map(|word| match word.as_str() {
        "wire" => FailOn::Wire,
        "api" => FailOn::Api,
        // All other words are verdicts.
        verdict => Verdict::from_str(verdict, false).map_or(FailOn::Any, FailOn::Verdict),
    })
}

impl FailOn {
    /// Whether the changes fail; `rules` are the broken rules of schemas whose ids stay, where these apply. There an
    /// optional field is no failure: who knows its bit asks for it.
    pub(crate) fn fails(
        self,
        changes: &[Change],
        rules: Option<&[Diagnostic]>,
        exhaustive: Exhaustive,
    ) -> bool {
        let any = |is: &dyn Fn(&Change) -> bool| changes.iter().any(is);
        match (self, rules) {
            (Self::Wire, Some(rules)) => !rules.is_empty(),
            (Self::Wire, None) => any(&|it| it.verdict > Verdict::Read),
            (Self::Api, _) => any(&|it| it.api.level(exhaustive) == Level::Major),
            (Self::Any, _) => !changes.is_empty(),
            (Self::Verdict(on), _) => any(&|it| it.verdict >= on),
        }
    }
}
