//! Names, paths and types.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote};

use crate::plan::model::{
    memory::Memory,
    rust::{ItemPath, Name, RustType, Space},
};

impl ToTokens for Name {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let ident = match self.as_str().strip_prefix("r#") {
            Some(word) => Ident::new_raw(word, Span::call_site()),
            None => Ident::new(self.as_str(), Span::call_site()),
        };
        ident.to_tokens(tokens);
    }
}

/// The tokens of a type.
pub(super) fn ty(ty: &RustType) -> TokenStream {
    match ty {
        RustType::Bool => quote!(bool),
        RustType::I32 => quote!(i32),
        RustType::U32 => quote!(u32),
        RustType::I64 => quote!(i64),
        RustType::F32 => quote!(f32),
        RustType::F64 => quote!(f64),
        RustType::Array(len) => {
            let len = Literal::usize_unsuffixed(*len);
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
        RustType::BareVec(inner, Memory::Heap) => of(&quote!(tl::BareVec), inner),
        RustType::Box(inner, Memory::Heap) => of(&quote!(tl::Box), inner),
        RustType::Vec(inner, Memory::Heap) => of(&quote!(tl::Vec), inner),
        RustType::BareVec(_, Memory::Arena)
        | RustType::Box(_, Memory::Arena)
        | RustType::Vec(_, Memory::Arena) => in_arena(ty),
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
            let (inner, len) = (self::ty(inner), Literal::u32_unsuffixed(*len));
            quote!([#inner; #len])
        }
        RustType::Option(inner) => of(&quote!(tl::Option), inner),
        RustType::Tuple(parts) => {
            let parts = parts.iter().map(self::ty);
            quote!((#(#parts),*))
        }
    }
}

/// The tokens of a type whose content lies in an arena.
fn in_arena(ty: &RustType) -> TokenStream {
    match ty {
        RustType::BareVec(inner, _) => {
            let inner = self::ty(inner);
            quote!(tl::BareSlice<'de, #inner>)
        }
        RustType::Vec(inner, _) => {
            let inner = self::ty(inner);
            quote!(&'de [#inner])
        }
        RustType::Box(inner, _) => {
            let inner = self::ty(inner);
            quote!(&'de #inner)
        }
        ty => self::ty(ty),
    }
}

/// A path from the user's settings.
pub(super) fn lexed(path: &str) -> TokenStream {
    path.parse().expect("a path lexes, because `Config` parsed it")
}

/// `outer<inner>`
fn of(outer: &TokenStream, inner: &RustType) -> TokenStream {
    let inner = ty(inner);
    quote!(#outer<#inner>)
}

/// The path of an item, relative to the file's imports.
pub(super) fn path(item: &ItemPath) -> TokenStream {
    let (path, life) = (bare_path(item), item.borrows.then(|| quote!(<'de>)));
    quote!(#path #life)
}

/// The path of an item, without its lifetime.
pub(super) fn bare_path(path: &ItemPath) -> TokenStream {
    let (modules, name) = (&path.modules, &path.name);
    match path.space {
        Space::Enums => quote!(enums::#(#modules::)*#name),
        Space::Functions => quote!(functions::#(#modules::)*#name),
        Space::Types => quote!(types::#(#modules::)*#name),
    }
}
