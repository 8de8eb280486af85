//! Types whose encoding no declaration describes.

/// A type that is known by its name, regardless of its declaration in a schema.
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
    /// `int53`: a `long` that a double represents exactly.
    Int53,
    /// `int64`: a `long`.
    Int64,
    /// `int128`: 16 bytes in wire order.
    Int128,
    /// `int256`: 32 bytes in wire order.
    Int256,
    /// `int512`: 64 bytes in wire order.
    Int512,
    /// `string`: text after its length.
    String,
    /// `bytes`: bytes after their length.
    Bytes,
    /// `secureString`: a `string`.
    SecureString,
    /// `secureBytes`: a `bytes`.
    SecureBytes,
    /// `true`: nothing on the wire.
    True,
    /// `Bool`: one of two ids.
    Bool,
    /// `vector t`: a count, then that number of values.
    Vector,
    /// `Object`: any boxed value.
    Object,
    /// `Function`: any call.
    Function,
}

/// The type's name, the name of its bare form, and the meaning.
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
    /// The meaning of a type with this name and this name of its only constructor.
    ///
    /// A compiled schema does not record which names its dialect predefines. A type whose constructor has another name
    /// is therefore an ordinary one. A constructor's body has no effect: `bytes data:string = Bytes` is not a struct.
    pub(crate) fn of(ty: &str, constructor: &str) -> Option<Self> {
        let known = KNOWN.iter().find(|(of, bare, _)| *of == ty && *bare == constructor);
        known.map(|(.., builtin)| *builtin)
    }

    /// The name of the type.
    pub(crate) fn name(self) -> &'static str {
        let known = KNOWN.iter().find(|(.., builtin)| *builtin == self);
        known.map_or("Bool", |(name, ..)| *name)
    }

    /// The minimum number of bytes of the bare form.
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

    /// Whether the bare form has no id and the boxed form has one before it.
    pub(crate) const fn has_bare_form(self) -> bool {
        !matches!(self, Self::Bool | Self::Object | Self::Function)
    }
}
