//! The checked schema: every name looked up, every rule of the language held.
//!
//! A [`Schema`] is what generators, printers of other forms and walkers over bytes read. It says nothing
//! about any target language. Ids index its two tables; both are in the order of declaration.

use core::ops::Index;

use crate::{dialect::Dialect, span::Location, syntax::Role};

/// The types and combinators of one or more files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schema {
    /// Which dialect the files were read as.
    pub dialect: Dialect,
    /// The layer that a `// LAYER n` comment states.
    pub layer: Option<u32>,
    /// All types: the predefined ones that are used or declared, and those that constructors make.
    pub types: Vec<Type>,
    /// All constructors and functions, in the order of declaration.
    pub combinators: Vec<Combinator>,
}

/// Names a type of one schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub u32);

/// Names a combinator of one schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CombinatorId(pub u32);

/// Names a variable of one combinator; an index into [`Combinator::vars`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VarId(pub u32);

/// A type: what stands right of `=` in a constructor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Type {
    /// The name with its namespaces, `auth.SentCode`.
    pub name: String,
    /// The kinds of its arguments: one for `Vector t`.
    pub params: Vec<Kind>,
    /// Its constructors, in the order of declaration; none for a predefined type that no file declares.
    pub constructors: Vec<CombinatorId>,
    /// The predefined meaning, when it has one, which its constructors' bodies do not change.
    pub builtin: Option<Builtin>,
    /// What `//@class` says of it.
    pub docs: Option<String>,
}

/// The kind of a variable or of a type's argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A type.
    Type,
    /// A number from 0 to 2^32-1.
    Nat,
}

/// A constructor or a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Combinator {
    /// Constructor or function.
    pub role: Role,
    /// The name with its namespaces; `_` when anonymous.
    pub name: String,
    /// The id on the wire: the written one, else the computed one.
    pub id: u32,
    /// The id that the declaration writes.
    pub written_id: Option<u32>,
    /// The id that the dialect's rule computes.
    pub computed_id: u32,
    /// The variables: first those in braces, then the fields that later parts of the declaration name.
    pub vars: Vec<Var>,
    /// The fields, groups expanded.
    pub fields: Vec<Field>,
    /// The result: an [`Apply`] of a boxed type, or for a function also a variable.
    pub result: TypeExpr,
    /// The layer mark that it stands under.
    pub layer: Option<u32>,
    /// `read` for `@read`.
    pub annotations: Vec<String>,
    /// What the comment before it says of it.
    pub docs: Option<String>,
    /// Whether it is written `int ? = Int`.
    pub builtin: bool,
    /// Its whole declaration.
    pub location: Location,
}

/// A variable of a combinator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Var {
    /// Its name.
    pub name: String,
    /// What it stands for.
    pub kind: Kind,
    /// Where its value comes from.
    pub origin: Origin,
}

/// Where a variable's value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// It stands in braces; whoever uses the type gives it, and it is never on the wire.
    Param,
    /// It is the value of a field.
    Field,
}

/// A field of a combinator or of a repetition.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Field {
    /// Its name; `None` when anonymous.
    pub name: Option<String>,
    /// The bit that says whether it is there.
    pub condition: Option<Condition>,
    /// Whether it is `!`: a whole call of a function with this result.
    pub bang: bool,
    /// Its type.
    pub ty: TypeExpr,
    /// The variable that holds its value, for a `#` or `Type` field.
    pub defines: Option<VarId>,
    /// What a comment says of it.
    pub docs: Option<String>,
    /// Where it stands.
    pub location: Location,
}

/// `flags.3?`
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Condition {
    /// A variable of kind [`Kind::Nat`].
    pub mask: VarId,
    /// 0 to 31.
    pub bit: u8,
}

/// A type as a field or a result writes it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TypeExpr {
    /// `#`, a number of 32 bits on the wire.
    Nat,
    /// `Type` as the type of a field: a type as a value.
    Type,
    /// A variable of kind [`Kind::Type`].
    Var(VarId),
    /// A type and its arguments.
    Apply(Apply),
    /// `n*[ … ]`
    Repetition(Repetition),
}

/// A type applied to all its arguments.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Apply {
    /// The type.
    pub ty: TypeId,
    /// With or without an id on the wire.
    pub form: Form,
    /// As many as [`Type::params`].
    pub args: Vec<Arg>,
}

/// Whether a value starts with its constructor's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// The id, then the fields.
    Boxed,
    /// The fields alone; the constructor is known from the schema.
    Bare,
}

/// An argument of a type.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Arg {
    /// For a parameter of kind [`Kind::Type`].
    Type(TypeExpr),
    /// For a parameter of kind [`Kind::Nat`].
    Nat(NatExpr),
}

/// A number in a schema: a constant, a variable, or a variable and a constant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NatExpr {
    /// A variable of kind [`Kind::Nat`].
    pub var: Option<VarId>,
    /// What is added to it.
    pub plus: u32,
}

/// `n*[ … ]`: the fields, so many times.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Repetition {
    /// How many times.
    pub times: NatExpr,
    /// Whether the text leaves the number out, meaning the last `#` before.
    pub implicit: bool,
    /// What is repeated.
    pub fields: Vec<Field>,
}

/// The types that every TL implementation knows without a declaration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Builtin {
    /// `int`: 32 bits, signed.
    Int,
    /// `long`: 64 bits, signed.
    Long,
    /// `double`: IEEE 754 binary64.
    Double,
    /// `float`: IEEE 754 binary32 (VK).
    Float,
    /// `int32`: `int` under another name (TDLib, TON).
    Int32,
    /// `int53`: a `long` that JSON numbers can hold (TDLib, TON).
    Int53,
    /// `int64`: `long` under another name (TDLib, TON).
    Int64,
    /// `int128`: 16 bytes in the order given.
    Int128,
    /// `int256`: 32 bytes in the order given.
    Int256,
    /// `int512`: 64 bytes in the order given.
    Int512,
    /// `string`: text behind its length.
    String,
    /// `bytes`: bytes behind their length.
    Bytes,
    /// `secureString`: text that is to be wiped after use (TON).
    SecureString,
    /// `secureBytes`: bytes that are to be wiped after use (TON).
    SecureBytes,
    /// `true`: nothing on the wire; `True` is its id.
    True,
    /// `Bool`: one of two ids.
    Bool,
    /// `vector t`: a count and as many values.
    Vector,
    /// `Object`: a value of any type of the schema, with its id.
    Object,
    /// `Function`: a call of any function of the schema.
    Function,
}

impl Builtin {
    /// The id of the boxed form in a schema that does not declare the type: that of its usual declaration.
    #[must_use]
    pub const fn usual_id(self) -> Option<u32> {
        let id = match self {
            // `int ? = Int`, and so on.
            Self::Int => 0xa850_9bda,
            Self::Long => 0x2207_6cba,
            Self::Double => 0x2210_c154,
            Self::Float => 0x824d_ab22,
            Self::String => 0xb528_6e24,
            // `int32 = Int32`, and so on.
            Self::Int32 => 0x5cb9_34fa,
            Self::Int53 => 0x6781_c7ee,
            Self::Int64 => 0x5d9e_d744,
            Self::Bytes => 0xe937_bb82,
            Self::SecureString => 0x8ea8_c283,
            Self::SecureBytes => 0xbad7_1dc7,
            Self::True => 0x3fed_d339,
            // `int128 4*[ int ] = Int128`, and so on.
            Self::Int128 => 0x84cc_f7b7,
            Self::Int256 => 0x7bed_eb5b,
            Self::Int512 => 0x6ff8_2434,
            // They have no id of their own.
            Self::Bool | Self::Vector | Self::Object | Self::Function => return None,
        };
        Some(id)
    }
}

impl Index<TypeId> for Schema {
    type Output = Type;

    fn index(&self, id: TypeId) -> &Type {
        &self.types[id.0 as usize]
    }
}

impl Index<CombinatorId> for Schema {
    type Output = Combinator;

    fn index(&self, id: CombinatorId) -> &Combinator {
        &self.combinators[id.0 as usize]
    }
}

impl Index<VarId> for Combinator {
    type Output = Var;

    fn index(&self, id: VarId) -> &Var {
        &self.vars[id.0 as usize]
    }
}

impl Schema {
    /// The types with their ids.
    pub fn types(&self) -> impl Iterator<Item = (TypeId, &Type)> {
        (0..).map(TypeId).zip(&self.types)
    }

    /// The combinators with their ids.
    pub fn combinators(&self) -> impl Iterator<Item = (CombinatorId, &Combinator)> {
        (0..).map(CombinatorId).zip(&self.combinators)
    }
}
