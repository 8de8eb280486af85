//! `new` and `Default` of structs that have optional fields, or that other crates cannot write as a literal.

use quote::quote;

use super::{structs::generics, types::ty};
use crate::pieces::{self, Print};
use crate::plan::model::{
    item::Struct,
    new::{Initial, New, Zero},
};

/// Emits both.
pub(super) fn emit(item: &Struct, print: &mut Print<'_>) {
    let Some(new) = &item.new else { return };
    constructor(item, new, print);
    default(item, new, print);
}

fn constructor(item: &Struct, new: &New, print: &mut Print<'_>) {
    let name = &item.name;
    let params = new.params.iter().map(|(name, param)| {
        let ty = ty(param);
        quote!(#name: #ty,)
    });
    let (declared, named) = generics(item).around(new.has_lifetime);
    let fields = new.fields.iter().map(|(name, initial)| match initial {
        Initial::Param => quote!(#name,),
        Initial::Boxed => quote!(#name: tl::Box::new(#name),),
        Initial::None => quote!(#name: tl::None,),
        Initial::False => quote!(#name: false,),
        Initial::FreeBits => quote!(#name: tl::FreeBits::EMPTY,),
    });
    let doc = format!(" {}", new.doc);
    let mark = pieces::wide_mark();
    let (mark, parts) = (quote!(#mark: (),), params.map(|param| (0, param)));
    let parts = parts.chain(fields.map(|field| (1, field)));
    pieces::print_lists(parts, &[mark.clone(), mark], print, |[params, fields]| {
        quote! {
            impl #declared #name #named {
                #[doc = #doc]
                #[inline]
                #[must_use]
                pub fn new(#params) -> Self { Self { #fields } }
            }
        }
    });
}

fn default(item: &Struct, new: &New, print: &mut Print<'_>) {
    let Some(zeros) = &new.defaults else { return };
    let (name, generics) = (&item.name, generics(item));
    let (declared, named) = (generics.types(), generics.elided());
    let zeros = zeros.iter().map(|zero| match zero {
        Zero::False => quote!(false),
        Zero::Number => quote!(0),
        Zero::Float => quote!(0.0),
        Zero::Str => quote!(""),
        Zero::Slice => quote!(&[]),
        Zero::String => quote!(tl::String::new()),
        Zero::Vec => quote!(tl::Vec::new()),
        Zero::Read => quote!(tl::zero()),
    });
    let (mark, zeros) = (pieces::wide_mark(), zeros.map(|zero| quote!(#zero,)));
    pieces::print(zeros, &quote!(#mark,), print, |zeros| {
        quote! {
            impl #declared tl::Default for #name #named {
                #[inline]
                fn default() -> Self { Self::new(#zeros) }
            }
        }
    });
}
