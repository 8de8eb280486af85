//! The methods of an enum.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    enums::generics,
    types::{path, ty},
};
use crate::pieces::{self, Print};
use crate::plan::model::{
    item::Enum,
    member::{Getter, Member, View},
    rust::Name,
};

/// Emits all methods in one impl block.
pub(super) fn emit(item: &Enum, print: &mut Print<'_>) {
    let name = &item.name;
    let (declared, named) = generics(item).around(item.members.iter().any(Member::has_lifetime));
    pieces::print(
        item.members.iter().map(|each| member(each, item.unknown.as_ref())),
        &quote!(__cut! {}),
        print,
        |methods| quote!(impl #declared #name #named { #methods }),
    );
}

fn member(member: &Member, unknown: Option<&Name>) -> TokenStream {
    match member {
        Member::Is { name, doc, variant } => {
            let doc = format!(" {doc}");
            quote! {
                #[doc = #doc]
                #[inline]
                #[must_use]
                pub const fn #name(&self) -> bool {
                    tl::matches!(self, Self::#variant)
                }
            }
        }
        Member::As { name, doc, variant, payload, is_reference } => {
            let (doc, payload) = (format!(" {doc}"), path(payload));
            let (life, value) = if *is_reference {
                (quote!('de), quote!(*value))
            } else {
                (quote!(), quote!(value))
            };
            quote! {
                #[doc = #doc]
                #[inline]
                #[must_use]
                pub fn #name(&self) -> tl::Option<&#life #payload> {
                    if let Self::#variant(value) = self { tl::Some(#value) } else { tl::None }
                }
            }
        }
        Member::Field { name, doc, aliases, view, is_optional, getters } => {
            let (doc, aliases) = (format!(" {doc}"), super::aliases(aliases));
            let view_ty = view_ty(view);
            let returned = if *is_optional { quote!(tl::Option<#view_ty>) } else { view_ty };
            let arms = getters.iter().map(|getter| {
                let (variant, value) = (&getter.variant, value(getter, view, *is_optional));
                quote!(Self::#variant(value) => #value)
            });
            let unknown = unknown.map(|variant| quote!(Self::#variant(_) => tl::None));
            let arms = arms.chain(unknown);
            quote! {
                #[doc = #doc]
                #aliases
                #[inline]
                #[must_use]
                pub fn #name(&self) -> #returned { match self { #(#arms),* } }
            }
        }
    }
}

fn view_ty(view: &View) -> TokenStream {
    match view {
        View::Copy(copied) => ty(copied),
        View::Str => quote!(&str),
        View::Bytes => quote!(&[u8]),
        View::Slice(element) => {
            let element = ty(element);
            quote!(&[#element])
        }
        View::Ref(referred) => {
            let referred = ty(referred);
            quote!(&#referred)
        }
    }
}

/// The field of one variant, as the method returns it.
fn value(getter: &Getter, view: &View, is_optional: bool) -> TokenStream {
    let field = &getter.field;
    let copies = matches!(view, View::Copy(_)) || getter.is_reference;
    let derefs = getter.is_boxed || matches!(view, View::Str | View::Bytes | View::Slice(_));
    match (getter.is_option, copies) {
        (true, false) if derefs => quote!(value.#field.as_deref()),
        (true, false) => quote!(value.#field.as_ref()),
        (false, true) if is_optional => quote!(tl::Some(value.#field)),
        (_, true) => quote!(value.#field),
        (false, false) if is_optional => quote!(tl::Some(&value.#field)),
        (false, false) => quote!(&value.#field),
    }
}
