//! The public surface of generated code: its structs and enums, and which of them can be encoded.

use std::collections::{BTreeMap, BTreeSet};

use typelang_codegen::Output;

use super::settings::INNER;

/// The types of a generated module, by path, such as `types::messages::Chat`.
pub(crate) type Surface = BTreeMap<String, Item>;

/// A struct or an enum.
#[expect(clippy::struct_excessive_bools, reason = "they are found one by one, in any order")]
#[derive(Debug, Default)]
pub(crate) struct Item {
    is_declared: bool,
    pub(crate) has_lifetime: bool,
    /// Its type parameters, which are calls.
    pub(crate) params: Vec<String>,
    pub(crate) body: Body,
    /// Whether it has one more variant, for values of other layers.
    pub(crate) keeps_unknown: bool,
    /// The number of arguments of `new`, if it exists.
    pub(crate) new: Option<usize>,
    pub(crate) has_default: bool,
    pub(crate) is_encoded: bool,
    pub(crate) is_decoded: bool,
    /// Whether it is decoded only with the feature `server`.
    pub(crate) is_servers: bool,
    /// The id of the constructor or method.
    pub(crate) id: Option<u32>,
    /// The trait of calls that it implements, if its response can be read without the call.
    pub(crate) call: Option<&'static str>,
    /// Whether `Debug` shows it by the schema.
    pub(crate) is_shown: bool,
}

/// The contents of a struct or enum.
#[derive(Debug)]
pub(crate) enum Body {
    /// The names and types of the fields.
    Struct(Vec<(String, Holds)>),
    /// The names of the variants, with the types of their payloads.
    Enum(Vec<(String, Vec<Holds>)>),
}

impl Default for Body {
    fn default() -> Self {
        Self::Struct(Vec::new())
    }
}

/// The generated types that every value of a field contains.
pub(crate) type Holds = BTreeSet<String>;

/// Returns all types of the root module and of the inner one.
pub(crate) fn surface(output: &Output) -> Result<Surface, String> {
    let mut surface = Surface::new();
    for (path, text) in &output.files {
        let Some(module) = module(path) else { continue };
        let file = syn::parse_file(text).map_err(|error| format!("{path}: {error}"))?;
        for item in &file.items {
            add(&module, item, &mut surface);
        }
    }
    // Impls may precede their types, or belong to another module's; an enum without variants has no values.
    let is_empty = |body: &Body| matches!(body, Body::Enum(variants) if variants.is_empty());
    surface.retain(|_, item| item.is_declared && !is_empty(&item.body));
    Ok(surface)
}

/// Returns the module path of a file of items; shards are re-exported by the enclosing module.
fn module(path: &str) -> Option<String> {
    let steps = path.strip_suffix(".rs")?.split('/').filter(|step| !step.starts_with('_'));
    let steps: Vec<String> = steps.map(ident).collect();
    let first = usize::from(steps.first().is_some_and(|first| first == INNER));
    let is_items = ["types", "enums", "functions"].contains(&steps.get(first)?.as_str());
    is_items.then(|| steps.join("::"))
}

/// Makes an identifier of a word.
fn ident(word: &str) -> String {
    match syn::parse_str::<syn::Ident>(word) {
        Ok(_) => word.to_owned(),
        Err(_) => format!("r#{word}"),
    }
}

fn add(module: &str, item: &syn::Item, surface: &mut Surface) {
    match item {
        syn::Item::Struct(item) => {
            let holds = |ty: &syn::Type| holds(module, ty);
            let fields = item
                .fields
                .iter()
                .filter_map(|field| Some((field.ident.as_ref()?.to_string(), holds(&field.ty))));
            let body = Body::Struct(fields.collect());
            declare(module, &item.ident, &item.generics, body, surface);
        }
        syn::Item::Enum(item) => {
            let holds = |ty: &syn::Type| holds(module, ty);
            let (kept, variants): (Vec<_>, Vec<_>) =
                item.variants.iter().partition(|variant| is_unknown(variant));
            let variants = variants.iter().map(|variant| {
                let held = variant.fields.iter().map(|field| holds(&field.ty));
                (variant.ident.to_string(), held.collect())
            });
            let body = Body::Enum(variants.collect());
            let declared = declare(module, &item.ident, &item.generics, body, surface);
            declared.keeps_unknown = !kept.is_empty();
        }
        syn::Item::Impl(item) => implement(module, item, surface),
        _ => {}
    }
}

/// Whether a variant holds a value of another layer.
fn is_unknown(variant: &syn::Variant) -> bool {
    let mut held = variant.fields.iter().map(|field| &field.ty);
    let is_it = |ty: &syn::Type| {
        let syn::Type::Path(ty) = ty else { return false };
        let names = || ty.path.segments.iter().map(|it| it.ident.to_string());
        names().eq(["tl", "Unknown"]) || names().eq(["tl", "UnknownRef"])
    };
    held.any(is_it)
}

fn declare<'s>(
    module: &str,
    name: &syn::Ident,
    generics: &syn::Generics,
    body: Body,
    surface: &'s mut Surface,
) -> &'s mut Item {
    let item = surface.entry(format!("{module}::{name}")).or_default();
    item.has_lifetime = generics.lifetimes().next().is_some();
    item.params = generics.type_params().map(|param| param.ident.to_string()).collect();
    item.body = body;
    item.is_declared = true;
    item
}

fn implement(module: &str, item: &syn::ItemImpl, surface: &mut Surface) {
    let syn::Type::Path(of) = &*item.self_ty else { return };
    let Some(of) = of.path.segments.last().map(|last| &last.ident) else { return };
    // `impl Variant<E> for types::S` is beside the enum.
    let known = surface.entry(format!("{module}::{of}")).or_default();
    let Some(name) = item.trait_.as_ref().and_then(|(path, _)| path.segments.last()) else {
        known.new = known.new.or_else(|| new(item));
        return;
    };
    match name.ident.to_string().as_str() {
        "Encode" | "EncodeBare" => known.is_encoded = true,
        "Decode" | "DecodeBare" => {
            known.is_decoded = true;
            known.is_servers =
                !item.attrs.is_empty() && item.attrs.iter().any(|one| one.path().is_ident("cfg"));
        }
        "Default" => known.has_default = true,
        "Combinator" => known.id = declared_id(item),
        "Function" => known.call = answered(item).then_some("Function"),
        "BorrowingFunction" => known.call = answered(item).then_some("BorrowingFunction"),
        "Debug" => known.is_shown = true,
        _ => {}
    }
}

/// Returns the number of arguments of the function `new` in an impl.
fn new(item: &syn::ItemImpl) -> Option<usize> {
    item.items.iter().find_map(|one| {
        let syn::ImplItem::Fn(one) = one else { return None };
        // A field of this name may have a method.
        let is_new = one.sig.ident == "new" && one.sig.receiver().is_none();
        is_new.then(|| one.sig.inputs.len())
    })
}

/// Returns the id in `const DECLARED: tl::Declared = tl::Declared { id: 0x…, … }`.
fn declared_id(item: &syn::ItemImpl) -> Option<u32> {
    item.items.iter().find_map(|one| {
        let syn::ImplItem::Const(one) = one else { return None };
        let syn::Expr::Struct(declared) = &one.expr else { return None };
        let field = declared
            .fields
            .iter()
            .find(|field| matches!(&field.member, syn::Member::Named(name) if name == "id"))?;
        let syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Int(id), .. }) = &field.expr else {
            return None;
        };
        id.base10_parse().ok()
    })
}

/// Returns whether a response is read without numbers of the call.
fn answered(item: &syn::ItemImpl) -> bool {
    item.items.iter().any(|one| {
        let syn::ImplItem::Type(one) = one else { return false };
        let syn::Type::Path(path) = &one.ty else { return true };
        path.path.segments.last().is_none_or(|last| last.ident != "Deferred")
    })
}

/// Returns the generated types that every value of a type contains; `module` is where the type is written.
fn holds(module: &str, ty: &syn::Type) -> Holds {
    let inside = |ty: &syn::Type| holds(module, ty);
    match ty {
        syn::Type::Path(path) => {
            let segments = &path.path.segments;
            let begins =
                |name: &syn::Ident| name == "types" || name == "enums" || name == "functions";
            if let Some(start) = segments.iter().position(|segment| begins(&segment.ident)) {
                let inner = |one: &syn::PathSegment| one.ident == INNER;
                let is_inner = segments.iter().take(start).any(inner) || module.starts_with(INNER);
                let names = segments.iter().skip(start).map(|one| one.ident.to_string());
                let names: Vec<String> =
                    is_inner.then(|| INNER.to_owned()).into_iter().chain(names).collect();
                return Holds::from([names.join("::")]);
            }
            let Some(last) = segments.last() else { return Holds::new() };
            if last.ident == "Option"
                || last.ident == "Vec"
                || last.ident == "BareVec"
                || last.ident == "Opaque"
            {
                return Holds::new();
            }
            match &last.arguments {
                syn::PathArguments::AngleBracketed(args) => args
                    .args
                    .iter()
                    .flat_map(|arg| match arg {
                        syn::GenericArgument::Type(ty) => inside(ty),
                        _ => Holds::new(),
                    })
                    .collect(),
                _ => Holds::new(),
            }
        }
        syn::Type::Tuple(tuple) => tuple.elems.iter().flat_map(inside).collect(),
        syn::Type::Array(array) => inside(&array.elem),
        // A slice may be empty.
        syn::Type::Reference(reference) => inside(&reference.elem),
        _ => Holds::new(),
    }
}

/// Returns, for each enum, the variant with the smallest value.
pub(crate) fn least(surface: &Surface) -> BTreeMap<&str, usize> {
    let (mut least, mut finite): (BTreeMap<&str, usize>, BTreeSet<&str>) = Default::default();
    loop {
        let before = finite.len();
        for (path, item) in surface {
            let ends = |held: &Holds| {
                held.iter().all(|one| finite.contains(one.as_str()) || !surface.contains_key(one))
            };
            if finite.contains(path.as_str()) {
                continue;
            }
            let is_finite = match &item.body {
                Body::Struct(fields) => fields.iter().all(|(_, held)| ends(held)),
                Body::Enum(variants) => {
                    let place = variants.iter().position(|(_, held)| held.iter().all(ends));
                    if let Some(place) = place {
                        least.insert(path, place);
                    }
                    place.is_some()
                }
            };
            if is_finite {
                finite.insert(path);
            }
        }
        if finite.len() == before {
            return least;
        }
    }
}
