//! Which items implement serde's traits, and what each is in the schema.

use typelang_parser::schema::{CombinatorId, TypeId};

use crate::{
    plan::{
        expand::{expanded, params},
        field::{fields, tables::Context},
        model::{
            file::{File, Imports, Item},
            rust::Space,
            serde::{MODULE, Serde, SerdeImpl, SerdeImpls, SerdeModule},
        },
        shape::shapes::Shape,
    },
    queries::made_by,
};

/// The root's declaration of the module, and the module.
pub(crate) fn module(context: &Context<'_>, serde: &Serde) -> Option<(Item, File)> {
    let feature = match serde {
        Serde::Never => return None,
        Serde::Always => None,
        Serde::Feature(name) => Some(name.clone()),
    };
    let impls = impls(context);
    let file = File {
        path: format!("{MODULE}.rs"),
        depth: 1,
        modules: Vec::new(),
        parts: Vec::new(),
        imports: imports(&impls),
        items: vec![Item::SerdeImpls(impls)],
    };
    let server_feature = context.server_feature.map(str::to_owned);
    let server_feature = server_feature.filter(|server| feature.as_ref() != Some(server));
    Some((Item::SerdeModule(SerdeModule { feature, server_feature }), file))
}

fn impls(context: &Context<'_>) -> SerdeImpls {
    let structs = context.schema.combinators().filter_map(|(id, _)| of_struct(context, id));
    let enums = context.schema.types().filter_map(|(id, _)| of_enum(context, id));
    let mut all: Vec<SerdeImpl> = structs.chain(enums).collect();
    all.sort();
    let (borrowing, owned) = all.into_iter().partition(|item| item.path.borrows);
    SerdeImpls { owned, borrowing }
}

/// A struct with bytes of its own: a row or a record has no id, and what numbers elsewhere decide is no value alone.
fn of_struct(context: &Context<'_>, id: CombinatorId) -> Option<SerdeImpl> {
    let (path, origin) = (context.shapes.path(id)?, context.origin(id));
    if origin.part != expanded::Part::Whole || !fields::of(context, id).numbers.is_empty() {
        return None;
    }
    let combinator = &context.schema[id];
    // The id does not tell the arguments; the type does.
    let is_told_by_id = origin.filled.words.is_empty();
    let tl = if is_told_by_id {
        format!("{}#{:08x}", combinator.name, combinator.id)
    } else {
        name(context, made_by(combinator)?)?
    };
    Some(SerdeImpl { path: path.clone(), params: params::in_order(combinator), tl })
}

fn of_enum(context: &Context<'_>, id: TypeId) -> Option<SerdeImpl> {
    let Shape::Sum(path) = context.shapes.of(id) else { return None };
    if !context.schema[id].params.is_empty() {
        return None;
    }
    let tl = name(context, id)?;
    Some(SerdeImpl { path: path.clone(), params: Vec::new(), tl })
}

/// What TL calls a type; one that is too long to be written whole is refused.
fn name(context: &Context<'_>, id: TypeId) -> Option<String> {
    let ty = &context.schema[id];
    let name = format!("{}{}", ty.name, context.type_args(id));
    if !name.contains('…') {
        return Some(name);
    }
    if let Some(constructor) = ty.constructors.first() {
        let remedy = "declare a type of its own for what nests so deep, or leave serde out";
        let what = "serde's traits for a type of so many arguments";
        context.unsupported(context.schema[*constructor].location, what, remedy);
    }
    None
}

fn imports(impls: &SerdeImpls) -> Imports {
    let all = || impls.owned.iter().chain(&impls.borrowing);
    let uses = |space| all().any(|item| item.path.space == space);
    Imports {
        runtime: all().next().is_some(),
        types: uses(Space::Types),
        enums: uses(Space::Enums),
        functions: uses(Space::Functions),
        schema: false,
    }
}
