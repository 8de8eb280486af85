//! A compiled schema in memory, and what can be asked of it.

use super::Builtin;
use alloc::{borrow::Cow, boxed::Box, string::ToString, vec::Vec};

/// The types and combinators of a schema, indexed by id and by name.
#[derive(Clone, Debug)]
pub struct Schema {
    /// By name.
    pub(super) types: Vec<Type>,
    /// Constructors, then functions.
    pub(super) combinators: Vec<Combinator>,
    /// Ids and indices of constructors, by id.
    pub(super) constructors: Vec<(u32, u32)>,
    /// Ids and indices of functions, by id.
    pub(super) functions: Vec<(u32, u32)>,
    /// Indices of combinators, by name.
    pub(super) names: Vec<u32>,
    /// Whether some function answers with `Vector<int>`, and with `Vector<long>`.
    pub(super) answers: [bool; 2],
    /// Whether bits of a `#` that tell of no field are data.
    pub(super) keeps_bits: bool,
}

/// A type: what stands right of `=` in a constructor.
#[derive(Clone, Debug)]
pub struct Type {
    pub(super) name: Box<str>,
    pub(super) params: Box<[Kind]>,
    pub(super) builtin: Option<Builtin>,
    /// Indices of its constructors, in the order of the schema.
    pub(super) constructors: Vec<u32>,
    /// Whether a value can hold another one of the type.
    pub(super) is_cyclic: bool,
}

/// The kind of a variable or of a type's argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A type.
    Type,
    /// A number from 0 to 2³² - 1.
    Nat,
}

/// Constructor or function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A constructor, which makes values of a type.
    Constructor,
    /// A function, which makes calls.
    Function,
}

/// A constructor or a function.
#[derive(Clone, Debug)]
pub struct Combinator {
    /// Its place in the schema.
    pub(super) index: u32,
    pub(super) role: Role,
    pub(super) id: u32,
    pub(super) name: Box<str>,
    pub(super) vars: Vec<Var>,
    pub(super) fields: Box<[Field]>,
    pub(super) result: TypeExpr,
    /// How many bytes the fields take at least.
    pub(super) least: u64,
    /// Whether another combinator of the schema has the same name.
    pub(super) shares_name: bool,
}

/// A variable of a combinator, and what depends on it.
#[derive(Clone, Debug)]
pub(super) struct Var {
    pub(super) name: Box<str>,
    pub(super) kind: Kind,
    pub(super) is_param: bool,
    pub(super) uses: Uses,
}

/// What depends on a `#`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Uses {
    /// Bits on which fields depend, also those of types that it is given to.
    pub(super) bits: u32,
    /// Whether it is the number of something, also in types that it is given to.
    pub(super) counts: bool,
    /// Whether a dependent lies in a repetition or in another type, and so may be missing where it is not zero.
    pub(super) is_remote: bool,
    /// Bits behind which nothing is but numbers that may be 0 whatever depends on them. They are not set: an encoder takes a
    /// number that is 0 for one that is not there.
    pub(super) never: u32,
}

/// A field of a combinator or of a repetition.
#[derive(Clone, Debug)]
pub struct Field {
    pub(super) name: Box<str>,
    /// Its place among the fields.
    pub(super) place: u32,
    pub(super) condition: Option<Condition>,
    pub(super) is_call: bool,
    pub(super) ty: TypeExpr,
    /// Whether nothing but numbers is behind its bit, so that one of them is not 0 if they are there.
    pub(super) is_lone: bool,
    /// The variable that holds its value.
    pub(super) var: Option<u32>,
    /// What depends on it when it is a `#`.
    pub(super) uses: Uses,
}

/// `flags.3?`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Condition {
    pub(super) var: u32,
    pub(super) bit: u32,
}

/// A type as a field writes it: a name and its arguments, a variable, or a repetition.
#[derive(Clone, Debug)]
pub struct TypeExpr(pub(super) Node);

#[derive(Clone, Debug)]
pub(super) enum Node {
    /// `#`
    Nat,
    /// `Type`, which has no known form on the wire.
    Kind,
    Var(u32),
    Apply(Apply),
    Repetition(Repetition),
}

/// A type and its arguments.
#[derive(Clone, Debug)]
pub(super) struct Apply {
    /// Index of the type.
    pub(super) ty: u32,
    pub(super) form: Form,
    pub(super) args: Box<[Arg]>,
}

/// Whether a value starts with its constructor's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The id, then the fields.
    Boxed,
    /// The fields alone.
    Bare,
}

#[derive(Clone, Debug)]
pub(super) enum Arg {
    Type(TypeExpr),
    Nat(Nat),
}

/// A constant, or a variable and a constant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Nat {
    pub(super) var: Option<u32>,
    pub(super) plus: u32,
}

/// `n*[ … ]`
#[derive(Clone, Debug)]
pub(super) struct Repetition {
    pub(super) times: Nat,
    pub(super) fields: Box<[Field]>,
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

    /// The constructor with this id; the first one if several have it.
    #[must_use]
    pub fn constructor(&self, id: u32) -> Option<&Combinator> {
        self.with_id(&self.constructors, id).next()
    }

    /// The function with this id; the first one if several have it.
    #[must_use]
    pub fn function(&self, id: u32) -> Option<&Combinator> {
        self.with_id(&self.functions, id).next()
    }

    /// The constructor or function with this name; the first one if several have it.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&Combinator> {
        self.all_named(name).next()
    }

    /// All constructors and functions with this name, such as the versions in a schema of secret chats.
    pub fn all_named<'s>(&'s self, name: &str) -> impl Iterator<Item = &'s Combinator> {
        let at = |index: &u32| &self.combinators[*index as usize];
        let start = self.names.partition_point(|index| at(index).name() < name);
        let count = self.names[start..].iter().take_while(|index| at(index).name() == name).count();
        self.names[start..start + count].iter().map(at)
    }

    /// The type with this name.
    #[must_use]
    pub fn type_named(&self, name: &str) -> Option<&Type> {
        let found = self.types.binary_search_by(|ty| (*ty.name).cmp(name)).ok()?;
        Some(&self.types[found])
    }

    /// The constructors of a type of this schema.
    pub fn constructors_of<'s>(&'s self, ty: &'s Type) -> impl Iterator<Item = &'s Combinator> {
        ty.constructors.iter().map(|index| &self.combinators[*index as usize])
    }

    /// Whether a combinator is one of this schema's own, and not of another one's.
    #[must_use]
    pub fn has(&self, combinator: &Combinator) -> bool {
        let own = self.combinators.get(combinator.index as usize);
        own.is_some_and(|own| core::ptr::eq(own, combinator))
    }

    /// The type that a constructor makes; `None` for a function that answers with what its query answers.
    #[must_use]
    pub fn result_of(&self, combinator: &Combinator) -> Option<&Type> {
        match &combinator.result.0 {
            Node::Apply(apply) => Some(&self.types[apply.ty as usize]),
            _ => None,
        }
    }

    /// Whether some function answers with a vector of bare numbers, which are `int` or `long`.
    pub(super) fn answers_with_many(&self, builtin: Builtin) -> bool {
        let [ints, longs] = self.answers;
        match builtin {
            Builtin::Int => ints,
            Builtin::Long => longs,
            _ => false,
        }
    }

    /// Whether this is `Vector<int>`, or whatever else the item is.
    pub(super) fn is_vector_of(&self, ty: &TypeExpr, item: Builtin) -> bool {
        let Node::Apply(vector) = &ty.0 else { return false };
        let [Arg::Type(TypeExpr(Node::Apply(arg)))] = &*vector.args else { return false };
        let is_bare = vector.form == Form::Boxed && arg.form == Form::Bare;
        is_bare
            && self.builtin_of(vector) == Some(Builtin::Vector)
            && self.builtin_of(arg) == Some(item)
    }

    /// The constructor of the type at this index that has this id.
    pub(super) fn constructor_of(&self, ty: u32, id: u32) -> Option<&Combinator> {
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

    /// Whether the field at this place is an object whose length the field before it tells: `bytes:int body:Object`.
    pub(super) fn is_bounded(&self, fields: &[Field], at: usize) -> bool {
        let builtin = |at: usize| match &fields.get(at)?.ty.0 {
            Node::Apply(apply) if fields[at].condition.is_none() => self.builtin_of(apply),
            _ => None,
        };
        let Some(before) = at.checked_sub(1) else { return false };
        builtin(at) == Some(Builtin::Object)
            && builtin(before) == Some(Builtin::Int)
            && fields[before].name() == "bytes"
    }

    /// The predefined type that a constructor makes, unless the constructor is one of many that do.
    pub(super) fn builtin_made_by(&self, combinator: &Combinator) -> Option<Builtin> {
        let ty = self.result_of(combinator).filter(|_| combinator.role == Role::Constructor);
        let builtin = ty.and_then(Type::builtin);
        builtin.filter(|it| !matches!(it, Builtin::Object | Builtin::Function))
    }

    pub(super) fn builtin_of(&self, apply: &Apply) -> Option<Builtin> {
        self.types[apply.ty as usize].builtin
    }
}

impl Type {
    /// The name with its namespaces: `auth.SentCode`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The kinds of its arguments: one for `Vector t`.
    #[must_use]
    pub fn params(&self) -> &[Kind] {
        &self.params
    }

    /// The meaning that its name has, if it has one.
    #[must_use]
    pub const fn builtin(&self) -> Option<Builtin> {
        self.builtin
    }
}

impl Combinator {
    /// The name with its namespaces: `messages.sendMessage`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The id that opens the boxed form.
    #[must_use]
    pub const fn id(&self) -> u32 {
        self.id
    }

    /// Constructor or function.
    #[must_use]
    pub const fn role(&self) -> Role {
        self.role
    }

    /// The fields, in the order of the wire.
    #[must_use]
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The bits of a `#` field that tell of fields, with those fields.
    pub fn bits_of<'s>(&'s self, word: &'s Field) -> impl Iterator<Item = (u32, &'s Field)> {
        let of_word = |field: &'s Field| {
            let condition = field.condition.filter(|it| Some(it.var) == word.var)?;
            Some((condition.bit, field))
        };
        self.fields.iter().filter_map(of_word)
    }

    /// Whether another combinator of the schema has the same name, so that JSON needs the id behind it.
    #[cfg(feature = "serde")]
    pub(crate) const fn shares_name(&self) -> bool {
        self.shares_name
    }

    /// How many variables in braces it has; whoever uses its type gives them.
    #[must_use]
    pub fn params(&self) -> usize {
        self.vars.iter().filter(|var| var.is_param).count()
    }

    /// Whether it has parameters that only a type around it can give.
    pub(super) fn needs_arguments(&self) -> bool {
        self.role == Role::Constructor && self.params() > 0
    }

    /// The arguments of the type that it makes.
    pub(super) fn patterns(&self) -> &[Arg] {
        match &self.result.0 {
            Node::Apply(apply) => &apply.args,
            _ => &[],
        }
    }
}

impl Field {
    /// The name; empty when it has none.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its place among the fields, from 0.
    #[must_use]
    pub const fn place(&self) -> u32 {
        self.place
    }

    /// Its key in JSON: its name, or its place when it has none.
    #[must_use]
    pub fn key(&self) -> Cow<'_, str> {
        if self.name.is_empty() {
            Cow::Owned(self.place.to_string())
        } else {
            Cow::Borrowed(&self.name)
        }
    }

    /// Whether a bit of an earlier `#` tells whether it is there.
    #[must_use]
    pub const fn is_optional(&self) -> bool {
        self.condition.is_some()
    }

    /// The type.
    #[must_use]
    pub const fn ty(&self) -> &TypeExpr {
        &self.ty
    }

    /// Whether it is a `#`.
    #[must_use]
    pub const fn is_nat(&self) -> bool {
        matches!(self.ty.0, Node::Nat)
    }
}
