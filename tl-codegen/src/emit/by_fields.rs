//! Equality and hashing of a struct by its fields, with floating-point numbers compared by their bits.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::{joined, structs::generics};
use crate::plan::model::{item::Struct, memory::Memory, rust::RustType, traits::Means};

/// Implements `PartialEq` and `Eq`, and `Hash` if requested, for a struct that is compared by its fields.
pub(super) fn impls(item: &Struct) -> String {
    if item.traits.equality != Means::Fields {
        return String::new();
    }
    let (name, generics) = (&item.name, generics(item));
    let (declared, params) = (generics.types(), generics.elided());
    let same = item.fields.iter().map(|field| {
        let name = &field.name;
        same(&field.ty, &Operand::place(quote!(self.#name)), &Operand::place(quote!(other.#name)))
    });
    let same = joined(same, " && ");
    let hash = if item.traits.hash == Some(Means::Fields) { hashing(item) } else { String::new() };
    format!(
        "impl{declared} tl::PartialEq for {name}{params} {{\n\
         #[inline]\n\
         fn eq(&self, other: &Self) -> bool {{ {same} }}\n\
         }}\n\
         impl{declared} tl::Eq for {name}{params} {{}}\n\
         {hash}"
    )
}

/// Implements `Hash`.
fn hashing(item: &Struct) -> String {
    let (name, generics) = (&item.name, generics(item));
    let (declared, params) = (generics.types(), generics.elided());
    let fields = item.fields.iter().map(|field| {
        let name = &field.name;
        hash(&field.ty, &Operand::place(quote!(self.#name)))
    });
    let fields = joined(fields, "\n");
    format!(
        "impl{declared} tl::Hash for {name}{params} {{\n\
         #[inline]\n\
         fn hash<H: tl::Hasher>(&self, state: &mut H) {{\n\
         {fields}\n\
         }}\n\
         }}\n"
    )
}

/// An expression for a value.
struct Operand {
    tokens: TokenStream,
    /// Whether it is the value itself rather than a reference.
    is_place: bool,
}

impl Operand {
    fn place(tokens: TokenStream) -> Self {
        Self { tokens, is_place: true }
    }

    fn reference(tokens: TokenStream) -> Self {
        Self { tokens, is_place: false }
    }

    fn part(&self, index: usize) -> Self {
        let (tokens, index) = (&self.tokens, Literal::usize_unsuffixed(index));
        Self::place(quote!(#tokens.#index))
    }

    fn borrowed(&self) -> TokenStream {
        let tokens = &self.tokens;
        if self.is_place { quote!(&#tokens) } else { quote!(#tokens) }
    }

    fn unboxed(&self) -> Self {
        let tokens = &self.tokens;
        Self::place(if self.is_place { quote!((*#tokens)) } else { quote!((**#tokens)) })
    }
}

/// The name of a floating-point type.
fn float(ty: &RustType) -> Ident {
    Ident::new(&ty.to_string(), Span::call_site())
}

fn is_float(ty: &RustType) -> bool {
    matches!(ty, RustType::F32 | RustType::F64)
}

/// Compares two values of a type.
fn same(ty: &RustType, one: &Operand, other: &Operand) -> TokenStream {
    let (left, right) = (&one.tokens, &other.tokens);
    let inside = |inner: &RustType| {
        same(inner, &Operand::reference(quote!(one)), &Operand::reference(quote!(other)))
    };
    match ty {
        ty if !ty.holds_float() => quote!(#left == #right),
        RustType::Option(inner) if is_float(inner) => {
            let float = float(inner);
            quote!(#left.map(#float::to_bits) == #right.map(#float::to_bits))
        }
        RustType::Vec(inner, Memory::Arena) => {
            let inside = inside(inner);
            quote! {
                #left.len() == #right.len()
                    && #left.iter().zip(#right.iter()).all(|(one, other)| #inside)
            }
        }
        RustType::Option(inner) | RustType::Vec(inner, _) | RustType::Repeated(inner, _) => {
            let (borrowed, inside) = (other.borrowed(), inside(inner));
            let count =
                if matches!(ty, RustType::Option(_)) { quote!(is_some) } else { quote!(len) };
            quote! {
                #left.#count() == #right.#count()
                    && #left.iter().zip(#borrowed).all(|(one, other)| #inside)
            }
        }
        RustType::Tuple(parts) => {
            let parts = parts.iter().enumerate();
            let parts = parts.map(|(at, part)| same(part, &one.part(at), &other.part(at)));
            quote!(#(#parts)&&*)
        }
        RustType::Box(inner, _) => same(inner, &one.unboxed(), &other.unboxed()),
        RustType::WithId(_, inner) | RustType::Bare(inner) => {
            same(inner, &one.part(0), &other.part(0))
        }
        RustType::BareVec(inner, memory) => {
            same(&RustType::Vec(inner.clone(), *memory), &one.part(0), &other.part(0))
        }
        _ => quote!(#left.to_bits() == #right.to_bits()),
    }
}

/// Hashes the parts that [`same`] compares.
fn hash(ty: &RustType, value: &Operand) -> TokenStream {
    let (tokens, borrowed) = (&value.tokens, value.borrowed());
    let inside = |inner: &RustType| hash(inner, &Operand::reference(quote!(one)));
    match ty {
        ty if !ty.holds_float() => quote!(tl::Hash::hash(#borrowed, state);),
        RustType::Option(inner) if is_float(inner) => {
            let float = float(inner);
            quote!(tl::Hash::hash(&#tokens.map(#float::to_bits), state);)
        }
        RustType::Option(inner) => {
            let inside = inside(inner);
            quote! {
                tl::Hash::hash(&#tokens.is_some(), state);
                if let tl::Some(one) = #borrowed { #inside }
            }
        }
        RustType::Vec(inner, Memory::Arena) => {
            let inside = inside(inner);
            quote! {
                tl::Hash::hash(&#tokens.len(), state);
                for one in #tokens.iter() { #inside }
            }
        }
        RustType::Vec(inner, _) | RustType::Repeated(inner, _) => {
            let inside = inside(inner);
            quote! {
                tl::Hash::hash(&#tokens.len(), state);
                for one in #borrowed { #inside }
            }
        }
        RustType::Tuple(parts) => {
            let parts = parts.iter().enumerate();
            parts.map(|(at, part)| hash(part, &value.part(at))).collect()
        }
        RustType::Box(inner, _) => hash(inner, &value.unboxed()),
        RustType::WithId(_, inner) | RustType::Bare(inner) => hash(inner, &value.part(0)),
        RustType::BareVec(inner, memory) => {
            hash(&RustType::Vec(inner.clone(), *memory), &value.part(0))
        }
        _ => quote!(tl::Hash::hash(&#tokens.to_bits(), state);),
    }
}
