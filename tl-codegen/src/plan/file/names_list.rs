//! Lists every TL name with its Rust path, for `tl dump --stage plan`.
//!
//! Goldens: none, because only `tl dump` shows it.

use typelang_parser::{
    schema::{Combinator, CombinatorId, TypeExpr, TypeId},
    syntax::Role,
};

use crate::plan::expand::expanded;
use crate::plan::field::tables::Tables;
use crate::plan::model::{
    file::{Named, NamedKind},
    names,
    rust::ItemPath,
};
use crate::plan::shape::shapes::Shape;

/// Whether a plan lists all names. Generated files do not need them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Listing {
    Names,
    Nothing,
}

/// Returns the path of a combinator's struct, or else of its variant.
fn combinator_path(
    tables: &Tables<'_>,
    id: CombinatorId,
    combinator: &Combinator,
) -> Option<String> {
    if let Some(path) = tables.shapes.path(id) {
        return Some(path.to_string());
    }
    let TypeExpr::Apply(apply) = &combinator.result else { return None };
    let Shape::Sum(path) = tables.shapes.of(apply.ty) else { return None };
    tables.shapes.variant(id).map(|variant| format!("{path}::{}", variant.as_str()))
}

/// Lists the fields of a struct.
fn named_fields(tables: &Tables<'_>, id: CombinatorId, path: &ItemPath) -> Vec<Named> {
    let (tl, fields) = (&tables.schema[id].name, tables.fields(id));
    let named = |field: &str, rust: String| {
        let tl = format!("{tl}{}.{field}", tables.origin(id).filled.tl);
        Named { kind: NamedKind::Field, tl, rust: format!("{path}::{rust}"), id: None }
    };
    let own = fields.list.iter().flat_map(|field| {
        field.tl_names.iter().map(|tl| named(tl, field.name.as_str().to_owned()))
    });
    let accessors = fields.accessors.iter();
    let accessors = accessors.map(|one| named(&one.tl_name, format!("{}()", one.name.as_str())));
    own.chain(accessors).collect()
}

/// Lists the variants of an enum.
fn named_variants(tables: &Tables<'_>, id: TypeId, path: &ItemPath) -> Vec<Named> {
    let ty = &tables.schema[id];
    let variants = ty.constructors.iter().filter_map(|constructor| {
        let variant = tables.shapes.variant(*constructor)?;
        let last = names::last(&tables.schema[*constructor].name);
        let tl = format!("{}{}.{last}", ty.name, tables.type_args(id));
        Some(Named {
            kind: NamedKind::Variant,
            tl,
            rust: format!("{path}::{}", variant.as_str()),
            id: None,
        })
    });
    variants.collect()
}

/// Lists every TL name with its Rust path.
pub(crate) fn named(tables: &Tables<'_>) -> Vec<Named> {
    let mut names = Vec::new();
    for (id, combinator) in tables.schema.combinators() {
        let kind = match combinator.role {
            Role::Constructor => NamedKind::Constructor,
            Role::Function => NamedKind::Function,
        };
        let rust = combinator_path(tables, id, combinator).unwrap_or_else(|| "-".to_owned());
        let origin = tables.origin(id);
        if origin.part != expanded::Part::Whole {
            continue;
        }
        let tl = format!("{}{}", combinator.name, origin.filled.tl);
        names.push(Named { kind, tl, rust, id: Some(combinator.id) });
        if let Some(path) = tables.shapes.path(id) {
            names.extend(named_fields(tables, id, path));
        }
    }
    for (id, ty) in tables.schema.types() {
        let shape = tables.shapes.of(id);
        let kind =
            if matches!(shape, Shape::Opaque(_)) { NamedKind::Opaque } else { NamedKind::Type };
        let rust = match shape {
            Shape::Builtin(_) => "-".to_owned(),
            Shape::Extern(path) => path.clone(),
            Shape::Single(only) => {
                tables.shapes.path(*only).map_or_else(|| "-".to_owned(), ToString::to_string)
            }
            Shape::Sum(path) => {
                names.extend(named_variants(tables, id, path));
                path.to_string()
            }
            Shape::Opaque(path) => path.to_string(),
        };
        let is_part = |id: &CombinatorId| tables.origin(*id).part != expanded::Part::Whole;
        if ty.constructors.iter().any(is_part) {
            continue;
        }
        let tl = format!("{}{}", ty.name, tables.type_args(id));
        names.push(Named { kind, tl, rust, id: None });
    }
    names.sort();
    names
}
