//! The docs of generated items: the schema's own words, the TL line, and where the item is used.

use std::collections::BTreeMap;

use typelang_parser::{
    Schema,
    schema::{Arg, Combinator, CombinatorId, Field, Type, TypeExpr, TypeId},
    syntax::Role,
};

use super::{Presence, context::Context, rust::ItemPath, shapes::Shape, tl_line::tl_line};

/// More links than this are counted, not listed.
const LIST_LIMIT: usize = 6;

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
    let users = uses.entry(apply.ty).or_default();
    if users.last() != Some(&by) {
        users.push(by);
    }
    for arg in &apply.args {
        if let Arg::Type(arg) = arg {
            note(uses, arg, by);
        }
    }
}

/// What docs are written with: the schema, and how deep below its root the module is.
pub(crate) struct Docs<'c, 's> {
    pub(crate) context: &'c Context<'s>,
    pub(crate) uses: &'c Uses,
    pub(crate) depth: usize,
}

impl Docs<'_, '_> {
    /// The docs of the struct for a constructor; `ty` when it is the only one of its type.
    pub(crate) fn constructor(
        &self,
        combinator: &Combinator,
        only_of: Option<TypeId>,
    ) -> Vec<String> {
        let role = match (only_of, &combinator.result) {
            (Some(ty), _) => format!("the only constructor of `{}`", self.context.schema[ty].name),
            (None, TypeExpr::Apply(apply)) => match self.context.shapes.of(apply.ty) {
                Shape::Sum(path) => format!("a constructor of {}", self.link(path)),
                _ => format!("a constructor of `{}`", self.context.schema[apply.ty].name),
            },
            (None, _) => "a constructor".to_owned(),
        };
        let mut lines = self.declaration(combinator, &role);
        if let Some(ty) = only_of {
            self.uses(&mut lines, ty);
        }
        lines
    }

    /// The docs of the struct for a function.
    pub(crate) fn function(&self, combinator: &Combinator) -> Vec<String> {
        self.declaration(combinator, "a method")
    }

    /// The docs of an enum.
    pub(crate) fn sum(&self, id: TypeId, ty: &Type) -> Vec<String> {
        let mut lines = own(ty.docs.as_deref(), &format!("`{}`.", ty.name));
        self.uses(&mut lines, id);
        lines
    }

    /// The docs of a variant: what its struct does not say.
    pub(crate) fn variant(&self, combinator: &Combinator) -> Vec<String> {
        let title = format!("`{}#{:08x}`", combinator.name, combinator.id);
        match &combinator.docs {
            Some(docs) if combinator.fields.is_empty() => own(Some(docs), &title),
            _ => vec![title],
        }
    }

    /// What the schema says, or the name and `role`, and the line of TL.
    fn declaration(&self, combinator: &Combinator, role: &str) -> Vec<String> {
        let mut lines = own(combinator.docs.as_deref(), &format!("`{}`, {role}.", combinator.name));
        let declaration = tl_line(self.context.schema, combinator);
        lines.extend([String::new(), "```text".into(), declaration, "```".into()]);
        lines
    }

    fn uses(&self, lines: &mut Vec<String>, id: TypeId) {
        let lists = [("Returned by", &self.uses.returned), ("Part of", &self.uses.taken)];
        for (title, users) in lists {
            let users = users.get(&id).into_iter().flatten();
            let mut paths: Vec<&ItemPath> =
                users.filter_map(|user| self.context.shapes.path(*user)).collect();
            paths.sort();
            let mut links: Vec<String> =
                paths.iter().take(LIST_LIMIT).map(|path| self.link(path)).collect();
            if let Some(more @ 1..) = paths.len().checked_sub(LIST_LIMIT) {
                links.push(format!("and {more} more"));
            }
            if !links.is_empty() {
                lines.push(String::new());
                lines.push(format!("{title} {}.", links.join(", ")));
            }
        }
    }

    /// A link that works from the module that the docs stand in.
    fn link(&self, path: &ItemPath) -> String {
        let mut shown = String::new();
        path.modules.iter().for_each(|module| shown = format!("{shown}{}::", module.as_str()));
        format!("[`{shown}{}`]({}{path})", path.name.as_str(), "super::".repeat(self.depth))
    }
}

/// The docs of a field: what the schema says.
pub(crate) fn field(field: &Field) -> Vec<String> {
    field.docs.as_deref().map(text).unwrap_or_default()
}

/// The docs of the method for a `true` whose bit another field tells of.
pub(crate) fn accessor(field: &Field, presence: &Presence) -> Vec<String> {
    let (Presence::Flag(other) | Presence::Some(other)) = presence;
    let mut lines = self::field(field);
    if !lines.is_empty() {
        lines.push(String::new());
    }
    let name = field.name.as_deref().unwrap_or_default();
    lines.push(format!(
        "Whether the flag `{name}` is set, which it is if and only if `{}` is.",
        other.as_str()
    ));
    lines
}

/// The docs of the field that holds all values of one bit.
pub(crate) fn tuple(fields: &[&Field]) -> Vec<String> {
    let names: Vec<String> = fields
        .iter()
        .map(|field| format!("`{}`", field.name.as_deref().unwrap_or_default()))
        .collect();
    let mut lines =
        vec![format!("{}: all there or none, since they share a bit.", names.join(", "))];
    for (name, docs) in names.iter().zip(fields) {
        if let Some(docs) = &docs.docs {
            lines.push(String::new());
            lines.extend(text(&format!("{name}: {docs}")));
        }
    }
    lines
}

/// The schema's words, or else `title`.
fn own(docs: Option<&str>, title: &str) -> Vec<String> {
    docs.map(text).filter(|lines| !lines.is_empty()).unwrap_or_else(|| vec![title.to_owned()])
}

/// Free text as Markdown that means no more than it says: no indented code, no HTML, no links.
fn text(docs: &str) -> Vec<String> {
    docs.trim().lines().map(|line| escape(line.trim())).collect()
}

fn escape(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for char in line.chars() {
        if matches!(char, '<' | '>' | '[' | ']' | '*' | '_' | '`' | '\\') {
            out.push('\\');
        }
        out.push(char);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schema_text_cannot_become_code_or_links() {
        assert_eq!(text("    a <b> [c]\r\n\n d_e "), ["a \\<b\\> \\[c\\]", "", "d\\_e"]);
    }
}
