//! The formats that a schema can be written in.

use std::path::Path;

use typelang_codegen::text_of;
use typelang_parser::{Dialect, json, text::text, tlo};

use crate::shared::{
    outcome::Failure,
    text::{decoded, unmarked_bytes},
};

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
        _ if unmarked_bytes(bytes).trim_ascii_start().starts_with(b"{") => Format::Json,
        _ => Format::Tl,
    }
}

/// Turns the file `name` into TL text, or says why that cannot be.
pub(crate) fn to_tl(
    name: &str,
    form: Format,
    bytes: Vec<u8>,
    dialect: Option<Dialect>,
) -> Result<String, Failure> {
    match form {
        Format::Tlo => {
            let schema = tlo::read(&bytes, dialect.unwrap_or_default());
            schema.map(|schema| text(&schema)).map_err(|error| {
                let remedy = "`tl convert --to tlo` writes one";
                Failure::Schema(format!("{name}: not a compiled schema: {error}; {remedy}"))
            })
        }
        Format::Json => {
            let read = json::read(&decoded(name, bytes)?);
            read.map_err(|error| Failure::Schema(format!("{name}: {error}{}", remedy(&error))))
        }
        // The mark stays, for `tl fmt` to remove.
        Format::Tl => text_of(bytes).map_err(Failure::io("read", name)),
    }
}

/// What to do about a file that is no schema in JSON at all, rather than one with a fault in a declaration.
fn remedy(error: &json::Malformed) -> &'static str {
    if error.path.contains('[') {
        return "";
    }
    "; a schema in JSON is an object with the lists `constructors` and `methods`"
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
        assert_eq!(of("-", b"\xef\xbb\xbf{}"), Format::Json);
        assert_eq!(of("-", b"// {"), Format::Tl);
    }
}
