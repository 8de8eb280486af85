//! Names, paths and types.

use crate::plan::model::rust::{ItemPath, Name, RustType, Space};
use crate::tokens::{Spell, Tokens, check, quote};

impl Spell for Name {
    fn spell(&self, to: &mut Tokens) {
        to.text(self.as_str());
        to.text(" ");
    }
}

/// The tokens of a type.
pub(super) fn ty(ty: &RustType) -> Tokens {
    match ty {
        RustType::Bool => quote!(bool),
        RustType::I32 => quote!(i32),
        RustType::U32 => quote!(u32),
        RustType::I64 => quote!(i64),
        RustType::F32 => quote!(f32),
        RustType::F64 => quote!(f64),
        RustType::Array(len) => {
            let len = Tokens::word(*len);
            quote!([u8; #len])
        }
        RustType::String => quote!(tl::String),
        RustType::Bytes => quote!(tl::Vec<u8>),
        RustType::Str => quote!(&'de str),
        RustType::Slice => quote!(&'de [u8]),
        RustType::Object => quote!(tl::Object),
        RustType::ObjectRef => quote!(tl::ObjectRef<'de>),
        RustType::FreeBits(free) => {
            let free = super::hex(*free);
            quote!(tl::FreeBits<#free>)
        }
        RustType::Unit => quote!(()),
        RustType::WithId(id, inner) => {
            let (id, inner) = (super::hex(*id), self::ty(inner));
            quote!(tl::WithId<#id, #inner>)
        }
        RustType::Bare(inner) => of(&quote!(tl::Bare), inner),
        RustType::BareVec(inner) => of(&quote!(tl::BareVec), inner),
        RustType::Param(name) => quote!(#name),
        RustType::Response(name) => quote!(#name::Response),
        RustType::BorrowingResponse(name) => quote!(#name::Response<'de>),
        RustType::Item(item) => path(item),
        RustType::Opaque(item) => {
            let (path, bytes) = (bare_path(item), item.borrows.then(|| quote!(, &'de [u8])));
            quote!(tl::Opaque<#path #bytes>)
        }
        RustType::Extern(path) => lexed(path),
        RustType::Applied(path, args) => {
            let (path, args) = (lexed(path), args.iter().map(self::ty));
            quote!(#path<#(#args),*>)
        }
        RustType::Repeated(inner, len) => {
            let (inner, len) = (self::ty(inner), Tokens::word(*len));
            quote!([#inner; #len])
        }
        RustType::Box(inner) => of(&quote!(tl::Box), inner),
        RustType::Option(inner) => of(&quote!(tl::Option), inner),
        RustType::Vec(inner) => of(&quote!(tl::Vec), inner),
        RustType::Tuple(parts) => {
            let parts = parts.iter().map(self::ty);
            quote!((#(#parts),*))
        }
    }
}

/// A path from the user's settings.
pub(super) fn lexed(path: &str) -> Tokens {
    check::path(path).expect("a path is one, because `Config` has checked it")
}

/// `outer<inner>`
fn of(outer: &Tokens, inner: &RustType) -> Tokens {
    let inner = ty(inner);
    quote!(#outer<#inner>)
}

/// The path of an item, relative to the file's imports.
pub(super) fn path(item: &ItemPath) -> Tokens {
    let (path, life) = (bare_path(item), item.borrows.then(|| quote!(<'de>)));
    quote!(#path #life)
}

/// The path of an item, without its lifetime.
pub(super) fn bare_path(path: &ItemPath) -> Tokens {
    let (modules, name) = (&path.modules, &path.name);
    match path.space {
        Space::Enums => quote!(enums::#(#modules::)*#name),
        Space::Functions => quote!(functions::#(#modules::)*#name),
        Space::Types => quote!(types::#(#modules::)*#name),
    }
}
