//! The names in the scope of one declaration.

use std::collections::{BTreeMap, btree_map::Entry};

use crate::{
    diagnostic::{Code, Diagnostic},
    schema::{Kind, Origin, Var, VarId},
    span::{FileId, Location, Span},
    syntax::{Ident, Role},
};

/// The variables of a declaration, and its frames of field names: one for the declaration, and one for each
/// repetition that is being lowered.
#[derive(Debug)]
pub(super) struct Scope<'a> {
    pub(super) file: FileId,
    pub(super) role: Role,
    pub(super) vars: Vec<Var>,
    pub(super) uses: Vec<Uses>,
    frames: Vec<Frame<'a>>,
}

/// The first use of a variable, by purpose.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Uses {
    pub(super) any: bool,
    pub(super) mask: Option<Span>,
    pub(super) size: Option<Span>,
}

#[derive(Debug, Default)]
struct Frame<'a> {
    names: BTreeMap<&'a str, Binding>,
    last_nat: Option<VarId>,
}

#[derive(Clone, Copy, Debug)]
struct Binding {
    span: Span,
    what: Bound,
}

#[derive(Clone, Copy, Debug)]
enum Bound {
    Var(VarId),
    Field,
    /// A field that is lowered later.
    Later,
    /// A faulty item that has been reported.
    Broken,
}

/// What a name refers to within a declaration.
#[derive(Clone, Copy, Debug)]
pub(super) enum Found {
    Var(VarId, Kind, Span),
    /// A field that is not a variable.
    Field(Span),
    Later(Span),
    Broken,
    Nothing,
}

impl<'a> Scope<'a> {
    pub(super) fn new(file: FileId, role: Role) -> Self {
        let frames = vec![Frame::default()];
        Self { file, role, vars: Vec::new(), uses: Vec::new(), frames }
    }

    pub(super) fn place(&self, span: Span) -> Location {
        Location { file: self.file, span }
    }

    /// Opens the scope of a repetition.
    pub(super) fn enter(&mut self) {
        let last_nat = self.last_nat();
        self.frames.push(Frame { names: BTreeMap::new(), last_nat });
    }

    pub(super) fn leave(&mut self) {
        self.frames.pop();
    }

    fn frame(&mut self) -> &mut Frame<'a> {
        self.frames.last_mut().expect("a frame, because `leave` follows `enter`")
    }

    /// Adds a name that is not visible yet; returns the place of an earlier declaration of the same name.
    pub(super) fn announce(&mut self, name: &Ident<'a>) -> Option<Span> {
        let binding = Binding { span: name.span, what: Bound::Later };
        match self.frame().names.entry(name.text) {
            Entry::Occupied(first) => Some(first.get().span),
            Entry::Vacant(place) => {
                place.insert(binding);
                None
            }
        }
    }

    /// Creates a variable; without a name it can only be an implicit multiplicity.
    pub(super) fn bind_var(
        &mut self,
        name: Option<&Ident<'a>>,
        kind: Kind,
        origin: Origin,
    ) -> VarId {
        let id = VarId(u32::try_from(self.vars.len()).unwrap_or(u32::MAX));
        let text = name.map_or("_", |name| name.text);
        self.vars.push(Var { name: text.to_owned(), kind, origin });
        self.uses.push(Uses::default());
        if kind == Kind::Nat {
            self.frame().last_nat = Some(id);
        }
        if let Some(name) = name {
            self.bind(name, Bound::Var(id));
        }
        id
    }

    pub(super) fn bind_field(&mut self, name: &Ident<'a>) {
        self.bind(name, Bound::Field);
    }

    pub(super) fn bind_broken(&mut self, name: &Ident<'a>) {
        self.bind(name, Bound::Broken);
    }

    /// Keeps the first of two fields with one name.
    fn bind(&mut self, name: &Ident<'a>, what: Bound) {
        if let Some(binding) = self.frame().names.get_mut(name.text)
            && binding.span == name.span
        {
            binding.what = what;
        }
    }

    /// Returns the innermost binding of the name to the left of this position.
    pub(super) fn find(&self, name: &str) -> Found {
        let mut later = Found::Nothing;
        for frame in self.frames.iter().rev() {
            let Some(binding) = frame.names.get(name) else { continue };
            match binding.what {
                Bound::Var(id) => {
                    return Found::Var(id, self.vars[id.0 as usize].kind, binding.span);
                }
                Bound::Field => return Found::Field(binding.span),
                Bound::Broken => return Found::Broken,
                Bound::Later => later = Found::Later(binding.span),
            }
        }
        later
    }

    /// Returns the last number before this position, which a repetition without a multiplicity uses.
    pub(super) fn last_nat(&self) -> Option<VarId> {
        self.frames.last().and_then(|frame| frame.last_nat)
    }

    pub(super) fn uses(&mut self, var: VarId) -> &mut Uses {
        let uses = &mut self.uses[var.0 as usize];
        uses.any = true;
        uses
    }

    /// Iterates over the visible variables of this kind, for suggestions.
    pub(super) fn visible(&self, kind: Kind) -> impl Iterator<Item = &str> {
        let of_kind = self.vars.iter().filter(move |var| var.kind == kind);
        of_kind.map(|var| var.name.as_str())
    }

    pub(super) fn error(&self, code: Code, span: Span, label: &str, message: String) -> Diagnostic {
        Diagnostic::error(code, message).label(self.place(span), label)
    }
}
