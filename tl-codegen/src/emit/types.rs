//! Names, paths and types.

use std::fmt::{Display, Formatter, Result};

use super::{hex, joined};
use crate::plan::model::{
    memory::Memory,
    rust::{ItemPath, Name, RustType},
};

impl Display for Name {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(self.as_str())
    }
}

/// Spells the type as generated files do.
impl Display for RustType {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Bool => f.write_str("bool"),
            Self::I32 => f.write_str("i32"),
            Self::U32 => f.write_str("u32"),
            Self::I64 => f.write_str("i64"),
            Self::F32 => f.write_str("f32"),
            Self::F64 => f.write_str("f64"),
            Self::Array(len) => write!(f, "[u8; {len}]"),
            Self::String => f.write_str("tl::String"),
            Self::Bytes => f.write_str("tl::Vec<u8>"),
            Self::Str => f.write_str("&'de str"),
            Self::Slice => f.write_str("&'de [u8]"),
            Self::Object => f.write_str("tl::Object"),
            Self::ObjectRef => f.write_str("tl::ObjectRef<'de>"),
            Self::FreeBits(free) => write!(f, "tl::FreeBits<{}>", hex(*free)),
            Self::Unit => f.write_str("()"),
            Self::WithId(id, inner) => write!(f, "tl::WithId<{}, {inner}>", hex(*id)),
            Self::Bare(inner) => write!(f, "tl::Bare<{inner}>"),
            Self::BareVec(inner, Memory::Heap) => write!(f, "tl::BareVec<{inner}>"),
            Self::Box(inner, Memory::Heap) => write!(f, "tl::Box<{inner}>"),
            Self::Vec(inner, Memory::Heap) => write!(f, "tl::Vec<{inner}>"),
            Self::BareVec(inner, Memory::Arena) => write!(f, "tl::BareSlice<'de, {inner}>"),
            Self::Box(inner, Memory::Arena) => write!(f, "&'de {inner}"),
            Self::Vec(inner, Memory::Arena) => write!(f, "&'de [{inner}]"),
            Self::Param(name) => name.fmt(f),
            Self::Response(name) => write!(f, "{name}::Response"),
            Self::BorrowingResponse(name) => write!(f, "{name}::Response<'de>"),
            Self::Item(item) => path(item).fmt(f),
            Self::Opaque(item) if item.borrows => write!(f, "tl::Opaque<{item}, &'de [u8]>"),
            Self::Opaque(item) => write!(f, "tl::Opaque<{item}>"),
            Self::Extern(path) => f.write_str(path),
            Self::Applied(path, args) => write!(f, "{path}<{}>", joined(args.iter(), ", ")),
            Self::Repeated(inner, len) => write!(f, "[{inner}; {len}]"),
            Self::Option(inner) => write!(f, "tl::Option<{inner}>"),
            Self::Tuple(parts) => write!(f, "({})", joined(parts.iter(), ", ")),
        }
    }
}

/// The path of an item, relative to the file's imports; the path alone is without the lifetime.
pub(super) fn path(item: &ItemPath) -> impl Display {
    let life = if item.borrows { "<'de>" } else { "" };
    text!("{item}{life}")
}

/// Whether the type is spelled as the formatter does: the user's paths are, if they have no arguments.
pub(super) fn is_plain(ty: &RustType) -> bool {
    match ty {
        RustType::Extern(path) => !path.contains('<'),
        RustType::Applied(path, args) => !path.contains('<') && args.iter().all(is_plain),
        RustType::WithId(_, inner)
        | RustType::Bare(inner)
        | RustType::BareVec(inner, _)
        | RustType::Repeated(inner, _)
        | RustType::Box(inner, _)
        | RustType::Option(inner)
        | RustType::Vec(inner, _) => is_plain(inner),
        RustType::Tuple(parts) => parts.iter().all(is_plain),
        _ => true,
    }
}
