//! The docs of generated items: the schema's own words, the TL line, and where the item is used.

use std::collections::BTreeMap;

use typelang_parser::{
    Schema,
    schema::{Arg, Builtin, Combinator, CombinatorId, Type, TypeExpr, TypeId},
    syntax::Role,
};

use super::{method_docs, shards::Shards};
use crate::plan::expand::expanded::Part;
use crate::plan::field::tables::Tables;
use crate::plan::model::rust::{ItemPath, Space};
use crate::plan::shape::shapes::Shape;
use crate::{markdown::text, queries::number_params};
use typelang_parser::docs_file::Methods;

/// More links than this are counted, not listed.
const LIST_LIMIT: usize = 6;

/// Docs of a part of a declaration show no more bytes of it than this.
const PART_LINE_LIMIT: usize = 4_096;

/// Derive macros, with which rustdoc would confuse a struct of the name.
const DERIVES: &[&str] =
    &["Clone", "Copy", "Debug", "Default", "Eq", "Hash", "Ord", "PartialEq", "PartialOrd"];

/// Which combinators name each type.
#[derive(Debug, Default)]
pub(crate) struct Uses {
    returned: BTreeMap<TypeId, Vec<CombinatorId>>,
    taken: BTreeMap<TypeId, Vec<CombinatorId>>,
}

impl Uses {
    /// Finds them.
    pub(crate) fn new(schema: &Schema) -> Self {
        let mut uses = Self::default();
        for (id, combinator) in schema.combinators() {
            if combinator.role == Role::Function {
                note(&mut uses.returned, &combinator.result, id);
            }
            combinator.fields.iter().for_each(|field| note(&mut uses.taken, &field.ty, id));
        }
        uses
    }
}

fn note(uses: &mut BTreeMap<TypeId, Vec<CombinatorId>>, expr: &TypeExpr, by: CombinatorId) {
    let TypeExpr::Apply(apply) = expr else { return };
    let known = uses.entry(apply.ty).or_default();
    if known.last() != Some(&by) {
        known.push(by);
    }
    for arg in &apply.args {
        if let Arg::Type(arg) = arg {
            note(uses, arg, by);
        }
    }
}

/// What docs are written with: the schema, and the module that they stand in.
pub(crate) struct Docs<'c, 's> {
    pub(crate) tables: &'c Tables<'s>,
    pub(crate) uses: &'c Uses,
    pub(crate) shards: &'c Shards,
    pub(crate) methods: &'c Methods,
    /// What the docs are of.
    pub(crate) path: ItemPath,
}

impl Docs<'_, '_> {
    /// The docs of the struct for a constructor, or for a part of one; `ty` when it is the only one of its type.
    pub(crate) fn constructor(&self, id: CombinatorId, only_of: Option<TypeId>) -> Vec<String> {
        let combinator = &self.tables.schema[id];
        let role = match (&self.tables.origin(id).part, only_of, &combinator.result) {
            (Part::Row(field), ..) => format!("what its repetition `{field}` repeats"),
            (Part::Record, ..) => "the values that share a bit".to_owned(),
            (_, Some(ty), _) => format!("the only constructor of `{}`", self.type_name(ty)),
            (_, None, TypeExpr::Apply(apply)) => match self.tables.shapes.of(apply.ty) {
                Shape::Sum(path) => format!("a constructor of {}", self.link(path)),
                _ => format!("a constructor of `{}`", self.type_name(apply.ty)),
            },
            (_, None, _) => "a constructor".to_owned(),
        };
        let of_type = only_of.and_then(|ty| self.tables.schema[ty].docs.as_deref());
        let mut lines = self.declaration(id, &role, of_type);
        if let Some(ty) = only_of {
            self.uses(&mut lines, ty);
        }
        lines
    }

    /// The docs of the struct for a function.
    pub(crate) fn function(&self, id: CombinatorId) -> Vec<String> {
        let mut lines = self.declaration(id, "a method", None);
        if let Some(response) = self.response(&self.tables.schema[id].result) {
            lines.extend([String::new(), format!("Responds with {response}.")]);
        }
        if let Some(method) = self.methods.get(&self.tables.schema[id].name) {
            lines.extend(method_docs::docs(method));
        }
        lines
    }

    /// What a method responds with, where that is generated, so that there is a link to it.
    fn response(&self, result: &TypeExpr) -> Option<String> {
        let TypeExpr::Apply(apply) = result else { return None };
        match (self.tables.shapes.of(apply.ty), apply.args.first()) {
            (Shape::Sum(path), _) => Some(self.link(path)),
            (Shape::Single(only), _) => self.tables.shapes.path(*only).map(|path| self.link(path)),
            (Shape::Builtin(Builtin::Vector), Some(Arg::Type(element))) => {
                self.response(element).map(|element| format!("a vector of {element}"))
            }
            _ => None,
        }
    }

    /// The docs of an enum.
    pub(crate) fn sum(&self, id: TypeId, ty: &Type) -> Vec<String> {
        let mut lines = own(ty.docs.as_deref(), &format!("`{}`.", self.type_name(id)));
        self.uses(&mut lines, id);
        lines
    }

    /// The docs of what stands for an opaque type.
    pub(crate) fn opaque(&self, id: TypeId, ty: &Type) -> Vec<String> {
        let mut lines = own(ty.docs.as_deref(), &format!("`{}`.", ty.name));
        lines.extend([
            String::new(),
            "Its values are [`Opaque`](tl::Opaque): kept as bytes.".to_owned(),
        ]);
        self.uses(&mut lines, id);
        lines
    }

    /// The type's TL name, with the arguments that are filled in.
    fn type_name(&self, id: TypeId) -> String {
        format!("{}{}", self.tables.schema[id].name, self.tables.type_args(id))
    }

    /// The declaration; behind a limit only the start of it for parts, which may be as many as it has fields.
    fn line(&self, id: CombinatorId) -> String {
        let origin = self.tables.origin(id);
        let end = origin.line.floor_char_boundary(PART_LINE_LIMIT);
        if origin.part == Part::Whole || end == origin.line.len() {
            return origin.line.to_string();
        }
        format!("{}…", &origin.line[..end])
    }

    /// What the schema says of the combinator or else of its type, or the name and `role`, and the line of TL.
    fn declaration(&self, id: CombinatorId, role: &str, of_type: Option<&str>) -> Vec<String> {
        let (combinator, origin) = (&self.tables.schema[id], self.tables.origin(id));
        let layer = combinator.layer.map(|layer| format!(" of layer {layer}")).unwrap_or_default();
        let title = format!("`{}{}`{layer}, {role}.", combinator.name, origin.filled.tl);
        let mut lines = own(combinator.docs.as_deref().or(of_type), &title);
        lines.extend([String::new(), "```text".into(), self.line(id), "```".into()]);
        let numbers: Vec<String> =
            number_params(combinator).map(|(_, name)| format!("`{name}`")).collect();
        if !numbers.is_empty() && origin.part != Part::Record {
            let numbers = numbers.join(", ");
            lines.push(String::new());
            lines.push(format!(
                "Its encoding depends on {numbers}, supplied by the enclosing value."
            ));
        }
        lines
    }

    fn uses(&self, lines: &mut Vec<String>, id: TypeId) {
        let lists = [("Returned by", &self.uses.returned), ("Part of", &self.uses.taken)];
        for (title, users) in lists {
            let users = users.get(&id).into_iter().flatten();
            let mut paths: Vec<&ItemPath> =
                users.filter_map(|user| self.tables.shapes.path(*user)).collect();
            paths.sort();
            let mut list: Vec<String> =
                paths.iter().take(LIST_LIMIT).map(|path| self.link(path)).collect();
            if let Some(more @ 1..) = paths.len().checked_sub(LIST_LIMIT) {
                list.push(format!("and {more} more"));
            }
            if !list.is_empty() {
                lines.push(String::new());
                lines.push(format!("{title} {}.", list.join(", ")));
            }
        }
    }

    /// A link that works from the module that the docs stand in.
    fn link(&self, path: &ItemPath) -> String {
        let mut shown = String::new();
        path.modules.iter().for_each(|module| shown = format!("{shown}{}::", module.as_str()));
        let name = path.name.as_str();
        if self.is_in_reach(path) && !shown.contains('#') {
            // What is shown is the path from here already, and rustdoc warns of saying it twice.
            let kind = match path.space {
                Space::Enums => "enum@",
                Space::Functions | Space::Types => "struct@",
            };
            let kind = if DERIVES.contains(&name) { kind } else { "" };
            return format!("[`{kind}{shown}{name}`]");
        }
        let shown = format!("[`{shown}{name}`]");
        // In links `#` opens a fragment; keywords are found without.
        let target = path.to_string().replace("r#", "");
        let part = usize::from(self.shards.of(&self.path).is_some());
        let depth = self.path.modules.len() + 1 + part;
        format!("{shown}({}{target})", "super::".repeat(depth))
    }

    /// Whether the path below the space is one from the docs' module: in a part it is for the part's own items.
    fn is_in_reach(&self, path: &ItemPath) -> bool {
        let part = self.shards.of(&self.path);
        let is_beside = || path.modules.is_empty() && self.shards.of(path) == part;
        self.path.modules.is_empty()
            && self.path.space == path.space
            && (part.is_none() || is_beside())
    }
}

/// The docs of a variant: what its struct does not say.
pub(crate) fn variant(combinator: &Combinator) -> Vec<String> {
    let title = format!("`{}#{:08x}`", combinator.name, combinator.id);
    match &combinator.docs {
        Some(docs) if combinator.fields.is_empty() => own(Some(docs), &title),
        _ => vec![title],
    }
}

/// Adds that encoding may be refused.
pub(crate) fn with_disagreement(mut lines: Vec<String>, can_disagree: bool) -> Vec<String> {
    if can_disagree {
        lines.extend([
            String::new(),
            "Parts of a value may disagree: encode it with [`try_to_bytes`](tl::Encode::try_to_bytes)."
                .to_owned(),
        ]);
    }
    lines
}

/// The schema's words, or else `title`.
fn own(docs: Option<&str>, title: &str) -> Vec<String> {
    docs.map(text).filter(|lines| !lines.is_empty()).unwrap_or_else(|| vec![title.to_owned()])
}
