//! What is read or written, found in the schema.

use crate::{
    reflect::{
        schema::{combinator::Combinator, expr::TypeExpr, table::Schema},
        walk::root::Root,
    },
    traits::embedded::Embedded,
};
use alloc::{
    format,
    string::{String, ToString},
};

/// What is read or written, found in the schema.
pub(super) struct Wanted {
    pub(super) schemas: &'static [Schema],
    target: Target,
}

enum Target {
    Combinator(&'static Combinator),
    Type(TypeExpr),
}

impl Wanted {
    pub(super) fn new(tl: &'static str, embedded: &'static Embedded) -> Result<Self, String> {
        let schema = embedded.schema().ok_or("the compiled schema cannot be read")?;
        let target = match tl.split_once('#') {
            Some((name, id)) => {
                let id = u32::from_str_radix(id, 16).ok();
                let found = schema.all_named(name).find(|it| Some(it.id()) == id);
                Target::Combinator(found.ok_or_else(|| format!("the schema has no `{tl}`"))?)
            }
            None => Target::Type(TypeExpr::parse(schema, tl).map_err(|error| error.to_string())?),
        };
        Ok(Self { schemas: core::slice::from_ref(schema), target })
    }

    pub(super) fn root(&self) -> Root<'_> {
        let schema = &self.schemas[0];
        match &self.target {
            Target::Combinator(combinator) => Root::Boxed(schema, combinator),
            Target::Type(ty) => Root::Type(schema, ty),
        }
    }
}
