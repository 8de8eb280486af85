//! Selectors: TL names, and names of fields and variants in them.

use std::collections::BTreeSet;

use typelang_parser::{
    Schema, nearest,
    schema::{Combinator, Field},
    syntax::Role,
};

use super::item_request::{Action, Request};
use crate::{
    item_names::item_names,
    plan::model::names::{group, last},
    queries::is_true,
};

/// Returns whether `selector` selects the item with the name `tl`.
pub(crate) fn selects(selector: &str, tl: &str) -> bool {
    let namespace = stem(selector);
    let in_namespace = || tl.strip_prefix(namespace).is_some_and(|rest| rest.starts_with('.'));
    selector == "." || selector == tl || in_namespace()
}

/// Strips the `.*` that selects a whole namespace.
pub(crate) fn stem(selector: &str) -> &str {
    selector.strip_suffix(".*").unwrap_or(selector)
}

/// All names that selectors can have.
pub(crate) struct Known {
    items: BTreeSet<String>,
    parts: BTreeSet<String>,
}

impl Known {
    pub(crate) fn of(schema: &Schema) -> Self {
        Self { items: item_names(schema), parts: parts(schema) }
    }

    /// Returns whether a selector matches an item.
    pub(crate) fn has_item(&self, selector: &str) -> bool {
        let Some(namespace) = selector.strip_suffix(".*") else {
            return self.items.contains(selector) || (selector == "." && !self.items.is_empty());
        };
        let start = format!("{namespace}.");
        let next = self.items.range(start.clone()..).next();
        next.is_some_and(|name| name.starts_with(&start))
    }

    /// Returns whether a selector matches anything, whether or not its action applies.
    pub(crate) fn has(&self, selector: &str) -> bool {
        selector == "." || self.items.contains(stem(selector)) || self.parts.contains(selector)
    }
}

/// Returns the selectors of fields, by combinator and name, and of variants, by type and constructor.
fn parts(schema: &Schema) -> BTreeSet<String> {
    let fields = schema.combinators.iter().flat_map(|combinator| {
        let names = combinator.fields.iter().filter_map(|field| field.name.as_deref());
        names.map(|name| format!("{}.{name}", combinator.name))
    });
    let variants = schema.types.iter().filter(|ty| ty.constructors.len() > 1).flat_map(|ty| {
        let names = ty.constructors.iter().map(|id| last(&schema[*id].name));
        names.map(|name| format!("{}.{name}", ty.name))
    });
    fields.chain(variants).collect()
}

/// Explains why a request matches nothing that is generated.
pub(crate) fn why_unused(schema: &Schema, names: &Known, request: &Request) -> String {
    let (prefix, selector) = (&request.prefix, request.selector.as_str());
    if !names.has(selector) {
        return why_unknown(names, request);
    }
    let what = match request.action {
        Action::ItemAttribute(_) | Action::Derive(_) => match unit_variant(schema, selector) {
            Some(variant) => {
                return format!(
                    "`{prefix}{selector}` is a variant without a struct, called `{prefix}{variant}`"
                );
            }
            None => "no struct or enum is generated for it",
        },
        Action::FieldAttribute(_) => "it has no field of its own in the code",
        Action::Rename(_) => match (unit_variant(schema, selector), joined(schema, selector)) {
            (Some(variant), _) => {
                return format!(
                    "`{prefix}{selector}` is a variant without a struct, called `{prefix}{variant}`"
                );
            }
            (None, Some(joined)) => {
                return format!(
                    "`{prefix}{selector}` shares its bit, and is part of the field `{prefix}{joined}`"
                );
            }
            (None, None) => "only structs, enums, variants and fields can be renamed",
        },
        Action::Box => "name a field of its own that holds a struct or an enum",
        Action::Extern(_) => "name a type that the schema declares",
        Action::KeepBits => "it has no flag word",
        Action::Unknown => "name a type that has several constructors and takes no arguments",
        Action::Only => "name a type, a constructor, a method or a namespace",
    };
    format!("`{prefix}{selector}` is in the schema, but this setting has no effect on it: {what}")
}

/// Explains why a selector matches nothing in the schema.
fn why_unknown(names: &Known, request: &Request) -> String {
    let (prefix, selector) = (&request.prefix, request.selector.as_str());
    let (stem, dots) = match selector.strip_suffix(".*") {
        Some(namespace) => (namespace, ".*"),
        None => (selector, ""),
    };
    if stem.contains('*') {
        return format!(
            "`{prefix}{selector}`: `*` selects a whole namespace, as in `messages.*`, and cannot match a part of a name"
        );
    }
    let takes_parts =
        matches!(request.action, Action::FieldAttribute(_) | Action::Rename(_) | Action::Box);
    let known = names.items.iter().chain(names.parts.iter().filter(|_| takes_parts));
    let near = nearest(stem, known.map(String::as_str));
    let hint =
        near.map(|near| format!("; did you mean `{prefix}{near}{dots}`?")).unwrap_or_default();
    format!("nothing in the schema is called `{prefix}{selector}`{hint}")
}

/// Returns the selector of the field that holds all values of the bit that a field shares.
fn joined(schema: &Schema, selector: &str) -> Option<String> {
    let (combinator, field) = selector.rsplit_once('.')?;
    let combinator = schema.combinators.iter().find(|it| it.name == combinator)?;
    let is_it = |it: &&Field| it.name.as_deref() == Some(field);
    let bit = combinator.fields.iter().find(is_it)?.condition?;
    let of_bit = combinator.fields.iter().filter(|it| it.condition == Some(bit));
    let values = of_bit.filter(|it| !is_true(schema, &it.ty));
    let names: Vec<&str> = values.filter_map(|it| it.name.as_deref()).collect();
    let is_joined = names.len() > 1 && names.contains(&field);
    is_joined.then(|| format!("{}.{}", combinator.name, group(&names).as_str()))
}

/// Returns the selector of the variant for a constructor without fields.
fn unit_variant(schema: &Schema, name: &str) -> Option<String> {
    let is_unit = |combinator: &Combinator| {
        combinator.name == name
            && combinator.role == Role::Constructor
            && combinator.fields.is_empty()
    };
    let sums = schema.types.iter().filter(|ty| ty.builtin.is_none() && ty.constructors.len() > 1);
    let mut owners = sums.filter(|ty| ty.constructors.iter().any(|id| is_unit(&schema[*id])));
    owners.next().map(|ty| format!("{}.{}", ty.name, last(name)))
}
