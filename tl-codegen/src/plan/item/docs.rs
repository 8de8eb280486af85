//! The docs of generated items: the schema's text, the declaration, facts, and uses.
//!
//! Goldens: `docs`, `numbers`.

use std::{
    collections::BTreeMap,
    fmt::{Display, from_fn},
};

use typelang_parser::schema::{
    Arg, Builtin, Combinator, CombinatorId, Field, Type, TypeExpr, TypeId,
};

use super::{
    links::{link, link_named, page},
    method_docs,
    shards::Shards,
    tl_block::tl_block,
    uses::{Uses, UsesOf},
};
use crate::plan::expand::expanded::Part;
use crate::plan::field::tables::Tables;
use crate::plan::model::rust::ItemPath;
use crate::plan::shape::shapes::Shape;
use crate::{
    facts::known::{Facts, First},
    markdown::{linked, text},
    queries::number_params,
};

/// The most links in a list; further ones are counted.
const LIST_LIMIT: usize = 6;

/// The most bytes of a declaration in the docs of one of its parts.
const PART_LINE_LIMIT: usize = 4_096;

/// The context of docs: the schema, and the module that contains them.
pub(crate) struct Docs<'c, 's> {
    pub(crate) tables: &'c Tables<'s>,
    pub(crate) uses: &'c Uses,
    pub(crate) shards: &'c Shards,
    pub(crate) facts: &'c Facts,
    /// The items by their TL names.
    pub(crate) named: &'c BTreeMap<&'c str, &'c ItemPath>,
    /// The pattern of links to a reference.
    pub(crate) url: Option<&'c str>,
    /// The item that the docs belong to.
    pub(crate) path: ItemPath,
}

/// Paragraphs, separated by blank lines.
#[derive(Default)]
struct Paragraphs(Vec<String>);

impl Paragraphs {
    fn add(&mut self, lines: impl IntoIterator<Item = String>) {
        let mut lines = lines.into_iter().peekable();
        if lines.peek().is_some() && !self.0.is_empty() {
            self.0.push(String::new());
        }
        self.0.extend(lines);
    }
}

impl Docs<'_, '_> {
    /// Returns the docs of the struct for a constructor, or for a part of one; `only_of` is the type if this
    /// is its only constructor.
    pub(crate) fn constructor(
        &self,
        id: CombinatorId,
        only_of: Option<TypeId>,
        can_disagree: bool,
    ) -> Vec<String> {
        let (schema, origin) = (self.tables.schema, self.tables.origin(id));
        let combinator = &schema[id];
        let of_type = only_of.and_then(|ty| schema[ty].docs.as_deref());
        let docs = combinator.docs.as_deref().or(of_type);
        let name = self.name(id);
        let (title, of) = match (&origin.part, only_of) {
            (Part::Row(field), _) => {
                (format!("A row of the repetition `{field}` of {name}."), None)
            }
            (Part::Record, _) => (format!("The fields of {name} that share a bit."), None),
            (Part::Whole, Some(ty)) => {
                let ty = self.type_name(ty);
                (format!("The type `{ty}`, whose only constructor is {name}."), None)
            }
            (Part::Whole, None) => match self.made(combinator) {
                Some(ty) => (
                    format!("The constructor {name} of {ty}."),
                    Some(format!("A constructor of {ty}.")),
                ),
                None => (format!("The constructor {name}."), None),
            },
        };
        let mut lines = Paragraphs::default();
        let has_docs = docs.is_some_and(|docs| !text(docs).is_empty());
        lines.add(self.own(docs, &combinator.fields, title));
        self.declaration(&mut lines, id, can_disagree);
        lines.add(of.filter(|_| has_docs));
        if origin.part == Part::Whole {
            self.facts(&mut lines, None, &combinator.name);
            self.page(&mut lines, "constructor", &combinator.name);
        }
        if let Some(ty) = only_of {
            self.uses(&mut lines, ty);
        }
        lines.0
    }

    /// Returns the docs of the struct for a function.
    pub(crate) fn function(&self, id: CombinatorId, can_disagree: bool) -> Vec<String> {
        let combinator = &self.tables.schema[id];
        let known = self.facts.methods.get(&combinator.name);
        let mut lines = Paragraphs::default();
        let title = format!("The method {}.", self.name(id));
        lines.add(self.own(combinator.docs.as_deref(), &combinator.fields, title));
        self.declaration(&mut lines, id, can_disagree);
        lines.add(self.response(combinator).map(|response| format!("Returns {response}.")));
        self.facts(&mut lines, known.and_then(method_docs::callers), &combinator.name);
        self.page(&mut lines, "method", &combinator.name);
        let errors = known.map(|known| {
            let fields = &combinator.fields;
            let meaning = |name: &str| self.facts.meanings.get(name);
            method_docs::errors(known, |name| self.text(meaning(name)?, fields).into())
        });
        lines.add(errors.unwrap_or_default());
        lines.0
    }

    /// Returns the docs of an enum.
    pub(crate) fn sum(&self, id: TypeId, ty: &Type) -> Vec<String> {
        self.ty(id, ty, None)
    }

    /// Returns the docs of the marker type for an opaque type.
    pub(crate) fn opaque(&self, id: TypeId, ty: &Type) -> Vec<String> {
        let kept = "Values of this type are kept as bytes, in an [`Opaque`](tl::Opaque).";
        self.ty(id, ty, Some(kept.to_owned()))
    }

    fn ty(&self, id: TypeId, ty: &Type, more: Option<String>) -> Vec<String> {
        let mut lines = Paragraphs::default();
        let title = format!("The type `{}`.", self.type_name(id));
        lines.add(self.own(ty.docs.as_deref(), &[], title));
        lines.add(more);
        self.facts(&mut lines, None, &ty.name);
        self.page(&mut lines, "type", &ty.name);
        self.uses(&mut lines, id);
        lines.0
    }

    /// Returns the name of a combinator, with its arguments and its layer.
    fn name(&self, id: CombinatorId) -> impl Display {
        let (combinator, filled) = (&self.tables.schema[id], &self.tables.origin(id).filled);
        from_fn(move |f| {
            write!(f, "`{}{}`", combinator.name, filled.tl)?;
            combinator.layer.map_or(Ok(()), |layer| write!(f, " of layer {layer}"))
        })
    }

    /// Returns the TL name of a type, including filled-in arguments.
    fn type_name(&self, id: TypeId) -> String {
        format!("{}{}", self.tables.schema[id].name, self.tables.type_args(id))
    }

    /// Returns the type that a constructor makes.
    fn made(&self, combinator: &Combinator) -> Option<String> {
        let TypeExpr::Apply(apply) = &combinator.result else { return None };
        Some(match self.tables.shapes.of(apply.ty) {
            Shape::Sum(path) => self.link(path),
            _ => format!("`{}`", self.type_name(apply.ty)),
        })
    }

    /// Describes the response of a method.
    fn response(&self, method: &Combinator) -> Option<String> {
        if let TypeExpr::Var(var) = method.result {
            let is_query = |ty: &TypeExpr| *ty == TypeExpr::Var(var);
            let query = method.fields.iter().find(|field| field.bang && is_query(&field.ty))?;
            return query.name.as_ref().map(|name| format!("what `{name}` returns"));
        }
        self.returned(&method.result)
    }

    fn returned(&self, result: &TypeExpr) -> Option<String> {
        let TypeExpr::Apply(apply) = result else { return None };
        match (self.tables.shapes.of(apply.ty), apply.args.first()) {
            (Shape::Sum(path), _) => Some(self.link(path)),
            (Shape::Single(only), _) => self.tables.shapes.path(*only).map(|path| self.link(path)),
            (Shape::Builtin(Builtin::Vector), Some(Arg::Type(element))) => {
                self.returned(element).map(|element| format!("a vector of {element}"))
            }
            _ => Some(format!("`{}`", self.type_name(apply.ty))),
        }
    }

    /// Returns the declaration. For a part it is cut at a limit, since a declaration may have as many parts
    /// as fields.
    fn line(&self, id: CombinatorId) -> String {
        let origin = self.tables.origin(id);
        let end = origin.line.floor_char_boundary(PART_LINE_LIMIT);
        if origin.part == Part::Whole || end == origin.line.len() {
            return origin.line.to_string();
        }
        format!("{}…", &origin.line[..end])
    }

    /// Adds the declaration, and what its encoding depends on.
    fn declaration(&self, lines: &mut Paragraphs, id: CombinatorId, can_disagree: bool) {
        lines.add(tl_block(&self.line(id)));
        let numbers = number_params(&self.tables.schema[id]);
        let numbers: Vec<String> = numbers.map(|(_, name)| format!("`{name}`")).collect();
        if !numbers.is_empty() && self.tables.origin(id).part != Part::Record {
            let numbers = numbers.join(", ");
            lines.add([format!(
                "Its encoding depends on {numbers}, supplied by the enclosing value."
            )]);
        }
        let failing = "Encoding fails if parts of the value disagree: use [`try_to_bytes`](tl::Encode::try_to_bytes).";
        lines.add(can_disagree.then(|| failing.to_owned()));
    }

    /// Adds the callers and the first layer.
    fn facts(&self, lines: &mut Paragraphs, callers: Option<String>, name: &str) {
        let since = self.facts.since.item(name).map(First::sentence);
        let sentences: Vec<String> = callers.into_iter().chain(since).collect();
        lines.add((!sentences.is_empty()).then(|| sentences.join(" ")));
    }

    fn page(&self, lines: &mut Paragraphs, kind: &str, name: &str) {
        lines.add(self.url.map(|pattern| page(pattern, kind, name)));
    }

    fn uses(&self, lines: &mut Paragraphs, id: TypeId) {
        let UsesOf { returned, taken, contained } = self.uses.of(id);
        let lists = [("Returned by", returned), ("Taken by", taken), ("Contained in", contained)];
        for (title, users) in lists {
            let users = users.iter().filter_map(|user| self.tables.shapes.path(*user));
            let mut paths: Vec<&ItemPath> = users.collect();
            paths.sort();
            let mut list: Vec<String> =
                paths.iter().take(LIST_LIMIT).map(|path| self.link(path)).collect();
            if let Some(more @ 1..) = paths.len().checked_sub(LIST_LIMIT) {
                list.push(format!("{more} more"));
            }
            let end = list.pop();
            let and = if list.is_empty() { "" } else { " and " };
            lines.add(end.map(|end| format!("{title} {}{and}{end}.", list.join(", "))));
        }
    }

    /// The schema's words, or else `title`.
    fn own(&self, docs: Option<&str>, fields: &[Field], title: String) -> Vec<String> {
        or_title(docs.map(|docs| self.text(docs, fields)), title)
    }

    /// Free text, with links to what it has the TL names of; names of `fields` are theirs.
    fn text(&self, docs: &str, fields: &[Field]) -> Vec<String> {
        linked(docs, &|name| {
            let path = self.named.get(name)?;
            let is_field = fields.iter().any(|field| field.name.as_deref() == Some(name));
            let is_other = !is_field && **path != self.path;
            is_other.then(|| link_named(self.shards, &self.path, path, name))
        })
    }

    /// A link that works from the module that contains the docs.
    fn link(&self, path: &ItemPath) -> String {
        link(self.shards, &self.path, path)
    }
}

/// Returns the docs of a variant: of one with a struct the first paragraph, because the struct has the others.
pub(crate) fn variant(combinator: &Combinator) -> Vec<String> {
    let title = format!("`{}#{:08x}`", combinator.name, combinator.id);
    let mut lines = text(combinator.docs.as_deref().unwrap_or_default());
    if !combinator.fields.is_empty() {
        let first = lines.iter().take_while(|line| !line.is_empty()).count();
        lines.truncate(first);
    }
    or_title(Some(lines), title)
}

/// The text, or else `title`.
fn or_title(text: Option<Vec<String>>, title: String) -> Vec<String> {
    text.filter(|lines| !lines.is_empty()).unwrap_or_else(|| vec![title])
}
