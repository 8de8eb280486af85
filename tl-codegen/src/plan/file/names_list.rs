//! Every TL name, and what became of it: what `tl dump --stage plan` lists.

use typelang_parser::{
    schema::{Combinator, CombinatorId, TypeExpr, TypeId},
    syntax::Role,
};

use crate::plan::{
    expand::expanded,
    field::{fields, tables::Context},
    model::{file::Named, names, rust::ItemPath},
    shape::shapes::Shape,
};

/// The path of a combinator's struct, or else of its variant.
fn combinator_path(
    context: &Context<'_>,
    id: CombinatorId,
    combinator: &Combinator,
) -> Option<String> {
    if let Some(path) = context.shapes.path(id) {
        return Some(path.to_string());
    }
    let TypeExpr::Apply(apply) = &combinator.result else { return None };
    let Shape::Sum(path) = context.shapes.of(apply.ty) else { return None };
    context.shapes.variant(id).map(|variant| format!("{path}::{}", variant.as_str()))
}

/// What the fields of a struct became.
fn named_fields(context: &Context<'_>, id: CombinatorId, path: &ItemPath) -> Vec<Named> {
    let (tl, fields) = (&context.schema[id].name, fields::of(context, id));
    let named = |field: &str, rust: String| {
        let tl = format!("{tl}{}.{field}", context.origin(id).filled.tl);
        Named { kind: "field", tl, rust: format!("{path}::{rust}"), id: None }
    };
    let own = fields.list.iter().flat_map(|field| {
        field.tl_names.iter().map(|tl| named(tl, field.name.as_str().to_owned()))
    });
    let accessors = fields.accessors.iter();
    let accessors = accessors.map(|one| named(&one.tl_name, format!("{}()", one.name.as_str())));
    own.chain(accessors).collect()
}

/// What the constructors of an enum became.
fn named_variants(context: &Context<'_>, id: TypeId, path: &ItemPath) -> Vec<Named> {
    let ty = &context.schema[id];
    let variants = ty.constructors.iter().filter_map(|constructor| {
        let variant = context.shapes.variant(*constructor)?;
        let last = names::last(&context.schema[*constructor].name);
        let tl = format!("{}{}.{last}", ty.name, context.type_args(id));
        Some(Named { kind: "variant", tl, rust: format!("{path}::{}", variant.as_str()), id: None })
    });
    variants.collect()
}

/// Every TL name, and what became of it.
pub(crate) fn named(context: &Context<'_>) -> Vec<Named> {
    let mut names = Vec::new();
    for (id, combinator) in context.schema.combinators() {
        let kind = match combinator.role {
            Role::Constructor => "constructor",
            Role::Function => "function",
        };
        let rust = combinator_path(context, id, combinator).unwrap_or_else(|| "-".to_owned());
        let origin = context.origin(id);
        if origin.part != expanded::Part::Whole {
            continue;
        }
        let tl = format!("{}{}", combinator.name, origin.filled.tl);
        names.push(Named { kind, tl, rust, id: Some(combinator.id) });
        if let Some(path) = context.shapes.path(id) {
            names.extend(named_fields(context, id, path));
        }
    }
    for (id, ty) in context.schema.types() {
        let shape = context.shapes.of(id);
        let kind = if matches!(shape, Shape::Opaque(_)) { "opaque" } else { "type" };
        let rust = match shape {
            Shape::Builtin(_) => "-".to_owned(),
            Shape::Extern(path) => path.clone(),
            Shape::Single(only) => {
                context.shapes.path(*only).map_or_else(|| "-".to_owned(), ToString::to_string)
            }
            Shape::Sum(path) => {
                names.extend(named_variants(context, id, path));
                path.to_string()
            }
            Shape::Opaque(path) => path.to_string(),
        };
        let is_part = |id: &CombinatorId| context.origin(*id).part != expanded::Part::Whole;
        if ty.constructors.iter().any(is_part) {
            continue;
        }
        let tl = format!("{}{}", ty.name, context.type_args(id));
        names.push(Named { kind, tl, rust, id: None });
    }
    names.sort();
    names
}
