//! The checked schema: every name is resolved, and every rule of the language holds.
//!
//! Generators, walkers and writers of other forms read a [`Schema`]. It knows nothing of any target language.
//! Ids are indices into its two tables, which are in the order of declaration.

use core::ops::Index;

use crate::{dialect::Dialect, span::Location, syntax::Role};

/// The types and combinators of one or more files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schema {
    /// The dialect that the files were read as.
    pub dialect: Dialect,
    /// The layer given by a `// LAYER n` comment.
    pub layer: Option<u32>,
    /// All types: the predefined ones that are used or declared, and those that have constructors.
    pub types: Vec<Type>,
    /// All constructors and functions, in the order of declaration.
    pub combinators: Vec<Combinator>,
}

/// The id of a type in one schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub u32);

/// The id of a combinator in one schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CombinatorId(pub u32);

/// The id of a variable of one combinator: an index into [`Combinator::vars`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VarId(pub u32);

/// A type: the right side of `=` in a constructor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Type {
    /// The name with its namespaces, such as `auth.SentCode`.
    pub name: String,
    /// The kinds of its parameters; `Vector t` has one.
    pub params: Vec<Kind>,
    /// Its constructors, in the order of declaration; empty for a predefined type that no file declares.
    pub constructors: Vec<CombinatorId>,
    /// The meaning of a predefined type, whatever the bodies of its constructors say.
    pub builtin: Option<Builtin>,
    /// The text of its `//@class` comment.
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
    /// The name with its namespaces; `_` if it is anonymous.
    pub name: String,
    /// The id on the wire: the written one, or else the computed one.
    pub id: u32,
    /// The written id, if any.
    pub written_id: Option<u32>,
    /// The id computed by the dialect's rule.
    pub computed_id: u32,
    /// The variables: first the parameters in braces, then the fields that later parts of the declaration
    /// refer to.
    pub vars: Vec<Var>,
    /// The fields, with groups expanded.
    pub fields: Vec<Field>,
    /// The result: an [`Apply`] of a boxed type; a function may also return a variable.
    pub result: TypeExpr,
    /// The layer given by the layer mark above it.
    pub layer: Option<u32>,
    /// Annotations without `@`, such as `read`.
    pub annotations: Vec<String>,
    /// The documentation from its comments.
    pub docs: Option<String>,
    /// Whether it is declared in the form `int ? = Int`.
    pub builtin: bool,
    /// The span of the whole declaration.
    pub location: Location,
}

/// A variable of a combinator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Var {
    /// Its name.
    pub name: String,
    /// Whether it is a type or a number.
    pub kind: Kind,
    /// Where its value comes from.
    pub origin: Origin,
}

/// Where a variable's value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// A parameter in braces: each use of the type supplies it, and it is never on the wire.
    Param,
    /// The value of a field.
    Field,
}

/// A field of a combinator or of a repetition.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Field {
    /// Its name; `None` if it is anonymous.
    pub name: Option<String>,
    /// The bit that says whether the field is present.
    pub condition: Option<Condition>,
    /// Whether it has a `!`: the field holds a whole call of a function with this result.
    pub bang: bool,
    /// Its type.
    pub ty: TypeExpr,
    /// The variable that holds its value, for a field of type `#` or `Type`.
    pub defines: Option<VarId>,
    /// The documentation from its comments.
    pub docs: Option<String>,
    /// The span of the field.
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

/// A type, as a field or a result refers to it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TypeExpr {
    /// `#`: a 32-bit number on the wire.
    Nat,
    /// `Type` as the type of a field: the value is a type.
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
    /// Whether values have an id on the wire.
    pub form: Form,
    /// One argument for each of [`Type::params`].
    pub args: Vec<Arg>,
}

/// Whether a value begins with its constructor's id.
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
    /// The argument for a parameter of kind [`Kind::Type`].
    Type(TypeExpr),
    /// The argument for a parameter of kind [`Kind::Nat`].
    Nat(NatExpr),
}

/// A number in a schema: a constant, a variable, or a variable plus a constant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NatExpr {
    /// A variable of kind [`Kind::Nat`].
    pub var: Option<VarId>,
    /// The constant that is added to it.
    pub plus: u32,
}

/// `n*[ … ]`: the fields, repeated `n` times.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Repetition {
    /// The number of turns.
    pub times: NatExpr,
    /// Whether the text omits the number, which then is the last `#` before it.
    pub implicit: bool,
    /// The repeated fields.
    pub fields: Vec<Field>,
}

/// The predefined types, which every TL implementation knows without a declaration.
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
    /// `int128`: 16 bytes.
    Int128,
    /// `int256`: 32 bytes.
    Int256,
    /// `int512`: 64 bytes.
    Int512,
    /// `string`: text, preceded by its length.
    String,
    /// `bytes`: bytes, preceded by their length.
    Bytes,
    /// `secureString`: text to be wiped after use (TON).
    SecureString,
    /// `secureBytes`: bytes to be wiped after use (TON).
    SecureBytes,
    /// `true`: has no bytes on the wire; `True` is only its id.
    True,
    /// `Bool`: one of two ids.
    Bool,
    /// `vector t`: a count, then that many values.
    Vector,
    /// `Object`: a boxed value of any type of the schema.
    Object,
    /// `Function`: a call of any function of the schema.
    Function,
}

impl Builtin {
    /// Returns the id of the boxed form in a schema that does not declare the type: the id of its usual
    /// declaration.
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
            // These have no id of their own.
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
    /// Iterates over the types with their ids.
    pub fn types(&self) -> impl Iterator<Item = (TypeId, &Type)> {
        (0..).map(TypeId).zip(&self.types)
    }

    /// Iterates over the combinators with their ids.
    pub fn combinators(&self) -> impl Iterator<Item = (CombinatorId, &Combinator)> {
        (0..).map(CombinatorId).zip(&self.combinators)
    }
}
