//! The Rust types of `string` and `bytes`.
//!
//! Goldens: `borrowed`, `other_text`.

use super::value::Value;
use crate::plan::model::{
    codec::{Codec, TextKind},
    rust::RustType,
    size::Size,
};
use crate::request::settings::{TextType, TextTypes};

impl TextTypes {
    /// Returns whether any text is borrowed, so that types have a lifetime.
    pub(crate) fn borrow(&self) -> bool {
        [&self.string, &self.bytes].contains(&&TextType::Borrowed)
    }

    /// Returns the type of an `Object`, whose bytes are held like those of `bytes`.
    pub(crate) fn object(&self) -> Value {
        let (ty, size) = match self.bytes {
            TextType::Borrowed => (RustType::ObjectRef, Size::SLICE),
            TextType::Owned | TextType::Extern(_) => (RustType::Object, Size::VEC),
        };
        Value { ty, codec: Codec::Natural, min_len: 4, size }
    }

    /// Returns the type of a `string`.
    pub(crate) fn string(&self) -> Value {
        value(&self.string, RustType::String, RustType::Str, TextKind::String)
    }

    /// Returns the type of a `bytes`.
    pub(crate) fn bytes(&self) -> Value {
        value(&self.bytes, RustType::Bytes, RustType::Slice, TextKind::Bytes)
    }
}

fn value(text: &TextType, owned: RustType, borrowed: RustType, form: TextKind) -> Value {
    let (ty, codec, size) = match text {
        TextType::Owned => (owned, Codec::Text(form), Size::VEC),
        TextType::Borrowed => (borrowed, Codec::Natural, Size::SLICE),
        TextType::Extern(path) => {
            (RustType::Extern(path.clone()), Codec::Natural, size_of_extern(path))
        }
    };
    Value { ty, codec, min_len: 4, size }
}

/// Returns the size of a well-known type, which decides what is boxed; the generated code asserts the size of
/// enums.
fn size_of_extern(path: &str) -> Size {
    match path.trim_start_matches("::") {
        "compact_str::CompactString" | "smol_str::SmolStr" => Size::VEC,
        "bytes::Bytes" | "bytestring::ByteString" => Size { niche: true, ..Size::UNKNOWN },
        _ => Size::UNKNOWN,
    }
}
