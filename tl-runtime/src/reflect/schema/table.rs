//! A compiled schema in memory.

use crate::reflect::schema::{
    builtin::Builtin,
    combinator::{Combinator, Role},
    expr::{Apply, Arg, Form, Node, TypeExpr},
    types::Type,
};
use alloc::vec::Vec;

/// The types and combinators of a schema, indexed by id and by name.
#[derive(Clone, Debug)]
pub struct Schema {
    /// Sorted by name.
    pub(crate) types: Vec<Type>,
    /// Constructors, then functions.
    pub(crate) combinators: Vec<Combinator>,
    /// Ids and indices of constructors, sorted by id.
    pub(crate) constructors: Vec<(u32, u32)>,
    /// Ids and indices of functions, sorted by id.
    pub(crate) functions: Vec<(u32, u32)>,
    /// Indices of combinators, sorted by name.
    pub(crate) names: Vec<u32>,
    /// Whether some function returns `Vector<int>`, and `Vector<long>`.
    pub(crate) answers: [bool; 2],
}

impl Schema {
    /// All constructors and functions.
    pub fn combinators(&self) -> impl Iterator<Item = &Combinator> {
        self.combinators.iter()
    }

    /// All types.
    pub fn types(&self) -> impl Iterator<Item = &Type> {
        self.types.iter()
    }

    /// The constructor with this id; the first one if there are several.
    #[must_use]
    pub fn constructor(&self, id: u32) -> Option<&Combinator> {
        self.with_id(&self.constructors, id).next()
    }

    /// The function with this id; the first one if there are several.
    #[must_use]
    pub fn function(&self, id: u32) -> Option<&Combinator> {
        self.with_id(&self.functions, id).next()
    }

    /// The constructor or function with this name; the first one if there are several.
    #[must_use]
    #[inline]
    pub fn named(&self, name: &str) -> Option<&Combinator> {
        self.all_named(name).next()
    }

    /// All constructors and functions with this name, such as the versions in a schema of secret chats.
    #[inline]
    pub fn all_named<'s>(&'s self, name: &str) -> impl Iterator<Item = &'s Combinator> {
        let at = |index: &u32| &self.combinators[*index as usize];
        let start = self.names.partition_point(|index| at(index).name() < name);
        let count = self.names[start..].iter().take_while(|index| at(index).name() == name).count();
        self.names[start..start + count].iter().map(at)
    }

    /// The type with this name.
    #[must_use]
    #[inline]
    pub fn type_named(&self, name: &str) -> Option<&Type> {
        let found = self.types.binary_search_by(|ty| (*ty.name).cmp(name)).ok()?;
        Some(&self.types[found])
    }

    /// The constructors of a type of this schema.
    pub fn constructors_of<'s>(&'s self, ty: &'s Type) -> impl Iterator<Item = &'s Combinator> {
        ty.constructors.iter().map(|index| &self.combinators[*index as usize])
    }

    /// Whether a combinator belongs to this schema.
    #[must_use]
    pub fn has(&self, combinator: &Combinator) -> bool {
        let own = self.combinators.get(combinator.index as usize);
        own.is_some_and(|own| core::ptr::eq(own, combinator))
    }

    /// The type that a combinator makes or returns; `None` for a function that returns the response of its query.
    #[must_use]
    pub fn result_of(&self, combinator: &Combinator) -> Option<&Type> {
        match &combinator.result.0 {
            Node::Apply(apply) => Some(&self.types[apply.ty as usize]),
            _ => None,
        }
    }

    /// Whether some function returns a vector of bare numbers of this type, `int` or `long`.
    pub(crate) fn answers_with_many(&self, builtin: Builtin) -> bool {
        let [ints, longs] = self.answers;
        match builtin {
            Builtin::Int => ints,
            Builtin::Long => longs,
            _ => false,
        }
    }

    /// Whether this is a vector of the given item.
    pub(crate) fn is_vector_of(&self, ty: &TypeExpr, item: Builtin) -> bool {
        let Node::Apply(vector) = &ty.0 else { return false };
        let [Arg::Type(TypeExpr(Node::Apply(arg)))] = &*vector.args else { return false };
        let is_bare = vector.form == Form::Boxed && arg.form == Form::Bare;
        is_bare
            && self.builtin_of(vector) == Some(Builtin::Vector)
            && self.builtin_of(arg) == Some(item)
    }

    /// The constructor of the type at this index that has this id.
    pub(crate) fn constructor_of(&self, ty: u32, id: u32) -> Option<&Combinator> {
        let mut found = self.with_id(&self.constructors, id);
        found.find(|it| matches!(&it.result.0, Node::Apply(apply) if apply.ty == ty))
    }

    fn with_id<'s>(
        &'s self,
        table: &'s [(u32, u32)],
        id: u32,
    ) -> impl Iterator<Item = &'s Combinator> {
        let start = table.partition_point(|(known, _)| *known < id);
        let equal = table[start..].iter().take_while(move |(known, _)| *known == id);
        equal.map(|(_, index)| &self.combinators[*index as usize])
    }

    /// The predefined type that a constructor makes, unless the type has several constructors.
    #[inline]
    pub(crate) fn builtin_made_by(&self, combinator: &Combinator) -> Option<Builtin> {
        let ty = self.result_of(combinator).filter(|_| combinator.role == Role::Constructor);
        let builtin = ty.and_then(Type::builtin);
        builtin.filter(|it| !matches!(it, Builtin::Object | Builtin::Function))
    }

    pub(crate) fn builtin_of(&self, apply: &Apply) -> Option<Builtin> {
        self.types[apply.ty as usize].builtin
    }
}
