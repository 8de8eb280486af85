//! The formats that a schema can be written in.

use std::{path::Path, string::FromUtf8Error};

use typelang_parser::{Dialect, json, text::text, tlo};

/// How a schema is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// TL
    Tl,
    /// The JSON in which Telegram publishes its schema
    Json,
    /// The compiled form of the reference compiler
    Tlo,
}

impl Format {
    /// What reports call it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Tl => "TL",
            Self::Json => "JSON",
            Self::Tlo => "the compiled form",
        }
    }
}

/// The format of a file, by the end of its name or else by how it begins: no other can begin so.
pub(crate) fn format_of(path: &Path, bytes: &[u8]) -> Format {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("tl") => Format::Tl,
        Some("json") => Format::Json,
        Some("tlo") => Format::Tlo,
        _ if bytes.starts_with(&0x3a2f_9be2_u32.to_le_bytes()) => Format::Tlo,
        _ if bytes.trim_ascii_start().starts_with(b"{") => Format::Json,
        _ => Format::Tl,
    }
}

/// Turns a file into TL text, or says why that cannot be.
pub(crate) fn to_tl(
    form: Format,
    bytes: Vec<u8>,
    dialect: Option<Dialect>,
) -> Result<String, String> {
    if form == Format::Tlo {
        let schema = tlo::read(&bytes, dialect.unwrap_or_default());
        return schema.map(|schema| text(&schema)).map_err(|error| error.to_string());
    }
    let written = String::from_utf8(bytes).map_err(|error| not_text(&error))?;
    match form {
        Format::Json => json::read(&written).map_err(|error| error.to_string()),
        _ => Ok(written),
    }
}

/// Why bytes are no text, and what to do.
pub(crate) fn not_text(error: &FromUtf8Error) -> String {
    format!("not UTF-8 at byte {}; save it as UTF-8", error.utf8_error().valid_up_to())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_the_form_and_else_the_content() {
        let of = |path: &str, bytes: &[u8]| format_of(Path::new(path), bytes);
        assert_eq!(of("a.tl", b"{"), Format::Tl);
        assert_eq!(of("a.json", b""), Format::Json);
        assert_eq!(of("a.b.tlo", b""), Format::Tlo);
        assert_eq!(of("-", b"\xe2\x9b\x2f\x3a\0\0\0\0"), Format::Tlo);
        assert_eq!(of("a.txt", b" \n{}"), Format::Json);
        assert_eq!(of("-", b"// {"), Format::Tl);
    }
}
