//! Types whose form on the wire no declaration tells.

/// A type that is known by its name, whatever a schema declares for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Builtin {
    /// `int`: 32 bits, signed.
    Int,
    /// `long`: 64 bits, signed.
    Long,
    /// `double`: IEEE 754 binary64.
    Double,
    /// `float`: IEEE 754 binary32.
    Float,
    /// `int32`: an `int`.
    Int32,
    /// `int53`: a `long` that a double holds exactly.
    Int53,
    /// `int64`: a `long`.
    Int64,
    /// `int128`: 16 bytes as they come.
    Int128,
    /// `int256`: 32 bytes as they come.
    Int256,
    /// `int512`: 64 bytes as they come.
    Int512,
    /// `string`: text behind its length.
    String,
    /// `bytes`: bytes behind their length.
    Bytes,
    /// `secureString`: a `string`.
    SecureString,
    /// `secureBytes`: a `bytes`.
    SecureBytes,
    /// `true`: nothing on the wire.
    True,
    /// `Bool`: one of two ids.
    Bool,
    /// `vector t`: a count and so many values.
    Vector,
    /// `Object`: any boxed value.
    Object,
    /// `Function`: any call.
    Function,
}

/// The type's name, that of its bare form, and the meaning.
const KNOWN: &[(&str, &str, Builtin)] = &[
    ("Int", "int", Builtin::Int),
    ("Long", "long", Builtin::Long),
    ("Double", "double", Builtin::Double),
    ("Float", "float", Builtin::Float),
    ("Int32", "int32", Builtin::Int32),
    ("Int53", "int53", Builtin::Int53),
    ("Int64", "int64", Builtin::Int64),
    ("Int128", "int128", Builtin::Int128),
    ("Int256", "int256", Builtin::Int256),
    ("Int512", "int512", Builtin::Int512),
    ("String", "string", Builtin::String),
    ("Bytes", "bytes", Builtin::Bytes),
    ("BigBytes", "bigBytes", Builtin::Bytes),
    ("SecureString", "secureString", Builtin::SecureString),
    ("SecureBytes", "secureBytes", Builtin::SecureBytes),
    ("True", "true", Builtin::True),
    ("Vector", "vector", Builtin::Vector),
    ("Object", "object", Builtin::Object),
    ("Function", "function", Builtin::Function),
];

impl Builtin {
    /// The meaning of a type, by its name and that of its only constructor.
    ///
    /// A compiled schema does not say which names its dialect knows. So a type whose constructor is called otherwise
    /// is an ordinary one, and a constructor's body never matters: `bytes data:string = Bytes` is no struct.
    pub(crate) fn of(ty: &str, constructor: &str) -> Option<Self> {
        let known = KNOWN.iter().find(|(of, bare, _)| *of == ty && *bare == constructor);
        known.map(|(.., builtin)| *builtin)
    }

    /// The name of the type.
    pub(crate) fn name(self) -> &'static str {
        let known = KNOWN.iter().find(|(.., builtin)| *builtin == self);
        known.map_or("Bool", |(name, ..)| *name)
    }

    /// How many bytes the bare form takes at least.
    pub(crate) const fn least(self) -> u64 {
        match self {
            Self::True => 0,
            Self::Long | Self::Double | Self::Int53 | Self::Int64 => 8,
            Self::Int128 => 16,
            Self::Int256 => 32,
            Self::Int512 => 64,
            _ => 4,
        }
    }

    /// Whether the bare form is written as such, and the boxed form with an id before it.
    pub(crate) const fn has_bare_form(self) -> bool {
        !matches!(self, Self::Bool | Self::Object | Self::Function)
    }
}
