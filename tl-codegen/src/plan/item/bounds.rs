//! What rustc and the programs that it makes could not stand, and what the user may not expect.

use typelang_parser::{
    Schema,
    diagnostic::Code,
    schema::{Combinator, Kind, Type, TypeId},
};

use crate::plan::{
    field::{fields, tables::Context},
    model::{
        names::{self, EQUAL_LIMIT},
        rust::Name,
    },
    shape::shapes::Shape,
};

/// A struct has no more bytes than this by estimate: threads have a stack of 2 MiB.
const STRUCT_LIMIT: u32 = 1 << 20;

const EQUAL_NAMES: Code = Code(903);
const LARGE_STRUCT: Code = Code(904);
const UNUSED_TYPE: Code = Code(905);

/// Refuses structs that are larger than the stack, and names that too many have.
pub(crate) fn refuse(context: &Context<'_>) {
    refuse_crowded_enums(context);
    for (id, combinator) in context.schema.combinators() {
        let paths = context.shapes.path(id).map(|path| &path.name);
        refuse_crowd(context, combinator, paths.into_iter().chain(context.shapes.variant(id)));
        if paths.is_none() {
            continue;
        }
        let decided = fields::of(context, id);
        refuse_crowd(context, combinator, decided.list.iter().map(|field| &field.name));
        if decided.size.bytes > STRUCT_LIMIT {
            let message =
                format!("a struct of more than 1 MiB would be generated for `{}`", combinator.name);
            let remedy = "put some of its fields into types of their own";
            context.refuse(LARGE_STRUCT, combinator.location, message, remedy);
        }
    }
}

/// Refuses enums of which too many have one name.
fn refuse_crowded_enums(context: &Context<'_>) {
    for (id, ty) in context.schema.types() {
        let (Shape::Sum(path) | Shape::Opaque(path)) = context.shapes.of(id) else { continue };
        if let Some(first) = first(context.schema, ty) {
            refuse_crowd(context, first, [&path.name]);
        }
    }
}

/// Refuses names that have underscores behind them to tell them from too many others.
pub(crate) fn refuse_crowd<'n>(
    context: &Context<'_>,
    combinator: &Combinator,
    names: impl IntoIterator<Item = &'n Name>,
) {
    if let Some(name) = names.into_iter().find(|name| names::is_crowded(name)) {
        let name = name.as_str().trim_end_matches('_');
        let message = format!("more than {EQUAL_LIMIT} names in one place are `{name}` in Rust");
        let remedy = "choose names that differ in more than underscores and case";
        context.refuse(EQUAL_NAMES, combinator.location, message, remedy);
    }
}

/// Tells of types that take types and are given none: they vanish, since each set of arguments would be a type.
pub(crate) fn tell_unused(context: &Context<'_>, schema: &Schema, unused: &[TypeId]) {
    for ty in unused.iter().map(|ty| &schema[*ty]) {
        let Some(location) = first(schema, ty).map(|first| first.location) else { continue };
        let arg = |kind: &Kind| if *kind == Kind::Type { "int" } else { "1" };
        let args = ty.params.iter().map(arg).collect::<Vec<_>>().join(" ");
        let name = &ty.name;
        let message = format!(
            "nothing gives `{name}` arguments, so no Rust is generated for it; \
             let a field have the type, such as `({name} {args})`, or leave it out"
        );
        context.warn(UNUSED_TYPE, location, message);
    }
}

fn first<'s>(schema: &'s Schema, ty: &Type) -> Option<&'s Combinator> {
    ty.constructors.first().map(|id| &schema[*id])
}
