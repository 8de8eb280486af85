//! The declarations of all files, in order, with the section and layer that each is in.

use std::collections::BTreeSet;

use crate::{
    id::is_boxed_name,
    span::{FileId, Location, Span},
    syntax::{Builtin, Combinator, Equals, File, Finality, Item, Partial, Role},
};

/// A constructor or function, and its place.
#[derive(Debug)]
pub(crate) struct Declaration<'a> {
    pub(crate) file: FileId,
    /// Its index among the items of the file.
    pub(crate) item: usize,
    pub(crate) role: Role,
    pub(crate) layer: Option<u32>,
    pub(crate) body: Body<'a>,
}

/// The declared item.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Body<'a> {
    Combinator(&'a Combinator<'a>),
    Builtin(&'a Builtin<'a>),
}

/// A statement that is not a declaration, with the number of declarations before it.
#[derive(Debug)]
pub(crate) struct Statement<'a, T> {
    pub(crate) file: FileId,
    pub(crate) after: usize,
    pub(crate) what: &'a T,
}

/// The contents of all files.
#[derive(Debug, Default)]
pub(crate) struct Program<'a> {
    pub(crate) declarations: Vec<Declaration<'a>>,
    pub(crate) finalities: Vec<Statement<'a, Finality<'a>>>,
    pub(crate) partials: Vec<Statement<'a, Partial<'a>>>,
    /// Names in text that could not be parsed; they may be declared there.
    pub(crate) unreadable: BTreeSet<&'a str>,
}

impl<'a> Declaration<'a> {
    pub(crate) fn name(&self) -> &'a str {
        match self.body {
            Body::Combinator(combinator) => combinator.name.text,
            Body::Builtin(builtin) => builtin.name.text,
        }
    }

    pub(crate) fn name_place(&self) -> Location {
        self.place(match self.body {
            Body::Combinator(combinator) => combinator.name.span,
            Body::Builtin(builtin) => builtin.name.span,
        })
    }

    pub(crate) fn written_id(&self) -> Option<u32> {
        let id = match self.body {
            Body::Combinator(combinator) => combinator.id,
            Body::Builtin(builtin) => builtin.id,
        };
        id.map(|id| id.value)
    }

    /// Returns the place of the written id, or else of the name.
    pub(crate) fn id_place(&self) -> Location {
        let id = match self.body {
            Body::Combinator(combinator) => combinator.id,
            Body::Builtin(builtin) => builtin.id,
        };
        id.map_or(self.name_place(), |id| self.place(id.span))
    }

    pub(crate) fn place(&self, span: Span) -> Location {
        Location { file: self.file, span }
    }
}

impl<'a> Program<'a> {
    /// Adds one file. Its sections and layer marks do not depend on other files.
    pub(crate) fn add(&mut self, file: FileId, tree: &'a File<'a>, text: &'a str) {
        let (mut section, mut layer) = (Role::Constructor, None);
        self.declarations.reserve_exact(tree.items.len());
        for (at, item) in tree.items.iter().enumerate() {
            let after = self.declarations.len();
            match item {
                Item::Section(mark) => section = mark.role,
                Item::LayerMark(mark) => layer = Some(mark.layer),
                Item::Combinator(combinator) => {
                    let role =
                        if combinator.equals == Equals::Arrow { Role::Function } else { section };
                    let body = Body::Combinator(combinator);
                    self.declarations.push(Declaration { file, item: at, role, layer, body });
                }
                Item::Builtin(builtin) => {
                    let body = Body::Builtin(builtin);
                    self.declarations.push(Declaration {
                        file,
                        item: at,
                        role: section,
                        layer,
                        body,
                    });
                }
                Item::Partial(what) => self.partials.push(Statement { file, after, what }),
                Item::Finality(what) => self.finalities.push(Statement { file, after, what }),
                Item::Invalid(span) => self.unreadable.extend(names_in(text, *span)),
            }
        }
    }
}

fn names_in(text: &str, span: Span) -> impl Iterator<Item = &str> {
    let text = text.get(span.range()).unwrap_or_default();
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '.'))
        .map(|name| name.trim_matches('.'))
        .filter(|name| name.starts_with(|c: char| c.is_ascii_lowercase()) || is_boxed_name(name))
}
