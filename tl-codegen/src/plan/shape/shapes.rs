//! Decides what each type and each combinator becomes, and its path.
//!
//! Goldens: `shapes`, `collisions`, `namespaces`, `opaque`.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use typelang_parser::{
    Schema,
    schema::{Builtin, CombinatorId, Type, TypeId},
    syntax::Role,
};

use super::{
    borrows::{Pointing, borrows},
    holders::Holders,
    layers::superseded,
};
use crate::plan::expand::expanded::Expanded;
use crate::plan::model::{
    names,
    rust::{ItemPath, ModulePath, Name, Space},
};
use crate::queries::{self, selected_by};
use crate::request::{
    matching::{Answers, Requests},
    settings::TextTypes,
};

/// The shape of a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A type of Rust or of the runtime.
    Builtin(Builtin),
    /// The user's own type, by its path.
    Extern(String),
    /// The struct of its only constructor.
    Single(CombinatorId),
    /// An enum.
    Sum(ItemPath),
    /// The bytes of a value: no constructor was selected. The path is that of an enum without variants.
    Opaque(ItemPath),
}

/// The shapes of all types and the paths of all combinators.
#[derive(Debug)]
pub(crate) struct Shapes {
    types: Vec<Shape>,
    combinators: Vec<Option<ItemPath>>,
    variants: Vec<Option<Name>>,
}

impl Shapes {
    /// Returns the shape of a type.
    pub(crate) fn of(&self, id: TypeId) -> &Shape {
        &self.types[id.0 as usize]
    }

    /// Returns the struct for `id`, if it has one of its own.
    pub(crate) fn path(&self, id: CombinatorId) -> Option<&ItemPath> {
        self.combinators[id.0 as usize].as_ref()
    }

    /// Returns the variant for `id`, if its type is an enum.
    pub(crate) fn variant(&self, id: CombinatorId) -> Option<&Name> {
        self.variants[id.0 as usize].as_ref()
    }
}

/// Decides the shape of every type; `externs` maps TL type names to the user's paths.
pub(crate) fn shapes(
    expanded: &Expanded,
    externs: &BTreeMap<String, String>,
    text: &TextTypes,
    pointing: &Pointing,
    requests: &Requests<'_>,
    answers: &mut Answers,
) -> Shapes {
    let schema = &expanded.schema;
    let borrows = borrows(schema, externs, text, pointing);
    let naming = Naming { expanded, externs, borrows, requests, superseded: superseded(schema) };
    let sums = naming.sum_paths(answers);
    let combinators = naming.combinator_paths(answers);
    let mut variants = vec![None; schema.combinators.len()];
    for (id, name) in sums.keys().flat_map(|id| naming.variants(answers, &schema[*id])) {
        variants[id.0 as usize] = Some(name);
    }
    let types = schema.types().map(|(id, ty)| shape(id, ty, externs, &sums)).collect();
    Shapes { types, combinators, variants }
}

/// Returns whether the type becomes an item of its own.
fn is_generated(ty: &Type, externs: &BTreeMap<String, String>) -> bool {
    ty.builtin.is_none() && !externs.contains_key(&ty.name)
}

fn shape(
    id: TypeId,
    ty: &Type,
    externs: &BTreeMap<String, String>,
    sums: &BTreeMap<TypeId, ItemPath>,
) -> Shape {
    match (ty.builtin, externs.get(&ty.name), ty.constructors.as_slice()) {
        (Some(builtin), ..) => Shape::Builtin(builtin),
        (None, Some(path), _) => Shape::Extern(path.clone()),
        (None, None, []) => Shape::Opaque(sums[&id].clone()),
        (None, None, [only]) => Shape::Single(*only),
        (None, None, _) => Shape::Sum(sums[&id].clone()),
    }
}

/// The context of naming.
struct Naming<'n> {
    expanded: &'n Expanded,
    externs: &'n BTreeMap<String, String>,
    borrows: Holders,
    requests: &'n Requests<'n>,
    superseded: BTreeMap<CombinatorId, u32>,
}

impl Naming<'_> {
    /// Returns the layer suffix of a name that a later layer reuses.
    fn layer(&self, id: CombinatorId) -> String {
        self.superseded.get(&id).map(u32::to_string).unwrap_or_default()
    }

    /// Returns the constructors of `ty`, each with its variant.
    fn variants(&self, answers: &mut Answers, ty: &Type) -> Vec<(CombinatorId, Name)> {
        let schema = &self.expanded.schema;
        let mut renamed = Vec::new();
        let variants = ty.constructors.iter().map(|&id| {
            let name = &schema[id].name;
            let layer = self.layer(id);
            let new = match self.requests.variant_name(answers, &ty.name, name) {
                Some(new) => {
                    renamed.push(new);
                    names::with_suffix(new, &layer)
                }
                None => names::variant(name, &ty.name, &layer),
            };
            ((name, schema[id].id, id), new)
        });
        let variants: Vec<_> = variants.collect();
        if !renamed.is_empty() {
            let known = names::counted(variants.iter().map(|(_, name)| name));
            for new in renamed.into_iter().filter(|new| known[new] > 1) {
                self.requests.collide(answers, new, &format!("the variants of `{}`", ty.name));
            }
        }
        names::distinct(variants).into_iter().map(|((.., id), name)| (id, name)).collect()
    }

    /// Returns the paths of the structs: functions, and constructors of generated types and of `Object`,
    /// except constructors that become unit variants.
    fn combinator_paths(&self, answers: &mut Answers) -> Vec<Option<ItemPath>> {
        let (schema, externs) = (&self.expanded.schema, self.externs);
        let mut skipped = vec![false; schema.combinators.len()];
        for ty in &schema.types {
            let is_object = ty.builtin == Some(Builtin::Object);
            for id in &ty.constructors {
                let is_struct = if is_object {
                    !externs.contains_key(&schema[*id].name)
                } else {
                    is_generated(ty, externs)
                };
                let is_unit = schema[*id].fields.is_empty() && ty.constructors.len() > 1;
                skipped[id.0 as usize] = !is_struct || is_unit;
            }
        }
        let suffix = |id: CombinatorId| {
            let filled = &self.expanded.combinators[id.0 as usize].filled;
            names::join_suffix(filled.suffix.clone(), &self.layer(id))
        };
        let structs: Vec<Wanted<'_, CombinatorId>> = schema
            .combinators()
            .filter(|(id, _)| !skipped[id.0 as usize])
            .map(|(id, combinator)| Wanted {
                id,
                space: space(combinator.role),
                tl: &combinator.name,
                new: self
                    .requests
                    .item_name(answers, &selected_by(schema, combinator, only_of(schema, id))),
                suffix: suffix(id),
                number: combinator.id,
            })
            .collect();
        let mut paths = self.assign(answers, &structs, |id| self.borrows.by_combinator(id));
        schema.combinators().map(|(id, _)| paths.remove(&id)).collect()
    }

    /// Returns the paths of the enums, including the marker types of opaque types.
    fn sum_paths(&self, answers: &mut Answers) -> BTreeMap<TypeId, ItemPath> {
        let schema = &self.expanded.schema;
        let sums: Vec<Wanted<'_, TypeId>> = schema
            .types()
            .filter(|(_, ty)| is_generated(ty, self.externs) && ty.constructors.len() != 1)
            .map(|(id, ty)| Wanted {
                id,
                space: Space::Enums,
                tl: &ty.name,
                new: self.requests.item_name(answers, &[&ty.name]),
                suffix: self.expanded.types[id.0 as usize].suffix.clone(),
                number: 0,
            })
            .collect();
        self.assign(answers, &sums, |id| self.borrows.by_type(id))
    }

    /// Assigns each item a distinct path.
    fn assign<Id: Copy + Ord>(
        &self,
        answers: &mut Answers,
        items: &[Wanted<'_, Id>],
        borrows: impl Fn(Id) -> bool,
    ) -> BTreeMap<Id, ItemPath> {
        let mut scopes: Scopes<'_, Id> = BTreeMap::new();
        let mut modules: BTreeMap<&str, Arc<[Name]>> = BTreeMap::new();
        for item in items {
            let name = match item.new {
                Some(new) => names::with_suffix(new, &item.suffix),
                None => names::item_with(item.tl, &item.suffix),
            };
            let namespaces = &item.tl[..item.tl.len() - names::last(item.tl).len()];
            let modules = modules.entry(namespaces).or_insert_with(|| names::modules(item.tl));
            let scope = scopes.entry((item.space, Arc::clone(modules))).or_default();
            scope.push((item.key(), name));
        }
        let renamed = || items.iter().filter_map(|item| Some((item, item.new?)));
        let wanted = renamed().map(|(item, _)| (item.space, names::modules(item.tl)));
        let wanted: BTreeSet<ModulePath> = wanted.collect();
        let known = wanted.into_iter().map(|place| {
            let names = names::counted(scopes[&place].iter().map(|(_, name)| name));
            (place, names)
        });
        let known: BTreeMap<ModulePath, BTreeMap<&Name, usize>> = known.collect();
        for (&Wanted { space, tl, .. }, new) in renamed() {
            let modules = names::modules(tl);
            let count = known[&(space, modules.clone())].get(new);
            if count.is_some_and(|count| *count > 1) {
                let path = modules.iter().map(|name| format!("::{}", name.as_str()));
                let path: String = path.collect();
                self.requests.collide(answers, new, &format!("`{}{path}`", space.module()));
            }
        }
        paths(scopes, borrows)
    }
}

/// Returns the type whose only constructor is `id`.
fn only_of(schema: &Schema, id: CombinatorId) -> Option<TypeId> {
    let ty = queries::made_by(&schema[id])?;
    (schema[ty].builtin.is_none() && schema[ty].constructors.len() == 1).then_some(ty)
}

/// An item that needs a path.
struct Wanted<'a, Id> {
    id: Id,
    space: Space,
    tl: &'a str,
    /// The user's name for it.
    new: Option<&'a Name>,
    /// The suffix of its name.
    suffix: String,
    /// The id of a combinator; 0 for a type.
    number: u32,
}

/// Orders items that prefer the same name.
type Key<'a, Id> = (&'a str, &'a str, u32, Id);

/// The items of each module, with the names that they prefer.
type Scopes<'a, Id> = BTreeMap<ModulePath, Vec<(Key<'a, Id>, Name)>>;

impl<Id: Copy> Wanted<'_, Id> {
    fn key(&self) -> Key<'_, Id> {
        (&self.suffix, self.tl, self.number, self.id)
    }
}

fn space(role: Role) -> Space {
    match role {
        Role::Constructor => Space::Types,
        Role::Function => Space::Functions,
    }
}

/// Makes equal names in each scope distinct.
fn paths<Id: Copy + Ord>(
    scopes: Scopes<'_, Id>,
    borrows: impl Fn(Id) -> bool,
) -> BTreeMap<Id, ItemPath> {
    let mut paths = BTreeMap::new();
    for ((space, modules), members) in scopes {
        for ((.., id), name) in names::distinct(members) {
            let (modules, borrows) = (modules.clone(), borrows(id));
            paths.insert(id, ItemPath { space, modules, name, borrows });
        }
    }
    paths
}
