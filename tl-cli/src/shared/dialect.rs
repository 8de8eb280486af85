//! The flag `--dialect`.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use typelang_parser::Dialect;

/// Parses `--dialect`.
pub(crate) fn dialect() -> impl TypedValueParser<Value = Dialect> {
    let all = [Dialect::Telegram, Dialect::Tdlib, Dialect::Ton, Dialect::Vk];
    PossibleValuesParser::new(["telegram", "tdlib", "ton", "vk"]).map(move |name| {
        all.into_iter().find(|dialect| dialect.to_string() == name).unwrap_or_default()
    })
}
