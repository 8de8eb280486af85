//! The declarations of a source, by what they declare.

use typelang_parser::{
    id::{IdRule, compute},
    syntax::{Combinator, Equals, Field, File, Item, Role},
};

/// What a declaration declares: a method or a constructor, its layer mark, and its name.
pub(super) type Key<'t> = (bool, Option<u32>, &'t str);

/// A declaration of one of the sources.
#[derive(Clone, Copy, Debug)]
pub(super) struct Declared<'t> {
    pub(super) key: Key<'t>,
    /// The index of its source.
    pub(super) source: usize,
    /// The index of its item.
    pub(super) item: usize,
    pub(super) combinator: &'t Combinator<'t>,
    text: &'t str,
}

/// The declarations of a source in their order.
pub(super) fn declared<'t>(source: usize, file: &'t File<'t>, text: &'t str) -> Vec<Declared<'t>> {
    let (mut role, mut layer) = (Role::Constructor, None);
    let mut all = Vec::new();
    for (item, it) in file.items.iter().enumerate() {
        match it {
            Item::Section(section) => role = section.role,
            Item::LayerMark(mark) => layer = Some(mark.layer),
            Item::Combinator(combinator) => {
                let is_method = role == Role::Function || combinator.equals == Equals::Arrow;
                let key = (is_method, layer, combinator.name.text);
                all.push(Declared { key, source, item, combinator, text });
            }
            _ => {}
        }
    }
    all
}

impl Declared<'_> {
    /// Whether both declare the same, however they are written.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let computed = |it: &Self| compute(it.combinator, IdRule::Reference);
        self.id() == other.id() && computed(self) == computed(other)
    }

    /// The id on the wire, by Telegram's rule if none is written.
    pub(super) fn id(&self) -> u32 {
        let computed = || compute(self.combinator, IdRule::Telegram);
        self.combinator.id.as_ref().map_or_else(computed, |id| id.value)
    }

    /// Whether it has all fields of another one, and more.
    pub(super) fn has_more(&self, other: &Self) -> bool {
        let (own, others) = (self.fields(), other.fields());
        own.len() > others.len() && others.iter().all(|field| own.contains(field))
    }

    fn fields(&self) -> Vec<String> {
        let spelled = |field: &Field<'_>| {
            let text = self.text.get(field.span.range()).unwrap_or_default();
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        self.combinator.fields.iter().map(spelled).collect()
    }
}
