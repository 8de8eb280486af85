//! Predefined types, and the dialects that know them.

use crate::{
    dialect::Dialect,
    schema::{Builtin, Kind},
};

/// A type that needs no declaration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Predefined {
    /// The name of its bare form; empty if it has none.
    pub(crate) constructor: &'static str,
    /// The name of the type.
    pub(crate) ty: &'static str,
    /// Its meaning.
    pub(crate) builtin: Builtin,
    /// The dialects that know it.
    dialects: &'static [Dialect],
}

impl Predefined {
    /// Returns the kinds of its parameters.
    pub(crate) fn params(&self) -> &'static [Kind] {
        if self.builtin == Builtin::Vector { &[Kind::Type] } else { &[] }
    }
}

const ALL: &[Dialect] = &[Dialect::Telegram, Dialect::Tdlib, Dialect::Ton, Dialect::Vk];
const TELEGRAM: &[Dialect] = &[Dialect::Telegram, Dialect::Tdlib, Dialect::Ton];
const TD: &[Dialect] = &[Dialect::Tdlib, Dialect::Ton];
const TON: &[Dialect] = &[Dialect::Ton];
const VK: &[Dialect] = &[Dialect::Vk];

/// All predefined types. The generators of TDLib and TON identify them by the *type's* name, whatever the
/// body of the declaration is: `bytes data:string = Bytes` is not a struct.
const PREDEFINED: &[Predefined] = &[
    known("int", "Int", Builtin::Int, ALL),
    known("long", "Long", Builtin::Long, ALL),
    known("double", "Double", Builtin::Double, ALL),
    known("float", "Float", Builtin::Float, VK),
    known("string", "String", Builtin::String, ALL),
    known("bytes", "Bytes", Builtin::Bytes, TELEGRAM),
    // tl-proto's name for `bytes` that are expected to be long.
    known("bigBytes", "BigBytes", Builtin::Bytes, TON),
    known("int128", "Int128", Builtin::Int128, TELEGRAM),
    known("int256", "Int256", Builtin::Int256, TELEGRAM),
    known("int512", "Int512", Builtin::Int512, TELEGRAM),
    known("int32", "Int32", Builtin::Int32, TD),
    known("int53", "Int53", Builtin::Int53, TD),
    known("int64", "Int64", Builtin::Int64, TD),
    known("secureString", "SecureString", Builtin::SecureString, TD),
    known("secureBytes", "SecureBytes", Builtin::SecureBytes, TD),
    known("true", "True", Builtin::True, ALL),
    known("", "Bool", Builtin::Bool, ALL),
    known("vector", "Vector", Builtin::Vector, ALL),
    known("object", "Object", Builtin::Object, TELEGRAM),
    known("function", "Function", Builtin::Function, TD),
];

const fn known(
    constructor: &'static str,
    ty: &'static str,
    builtin: Builtin,
    dialects: &'static [Dialect],
) -> Predefined {
    Predefined { constructor, ty, builtin, dialects }
}

impl Dialect {
    /// Returns the predefined type with this name, such as `Vector`.
    pub(crate) fn predefined_type(self, name: &str) -> Option<&'static Predefined> {
        predefined(|known| known.ty == name && known.dialects.contains(&self))
    }

    /// Returns the predefined type whose bare form has this name, such as `vector`.
    pub(crate) fn predefined_bare(self, name: &str) -> Option<&'static Predefined> {
        predefined(|known| known.constructor == name && known.dialects.contains(&self))
    }
}

/// Returns the type that `name ? = ty` may declare, in any dialect.
pub(crate) fn declarable(name: &str, ty: &str) -> Option<&'static Predefined> {
    predefined(|known| known.constructor == name && known.ty == ty)
}

/// Returns the predefined type with this name, in any dialect.
pub(crate) fn predefined_named(ty: &str) -> Option<&'static Predefined> {
    predefined(|known| known.ty == ty)
}

/// Returns a dialect that knows the name, as a type or as a bare form.
pub(crate) fn knows(name: &str) -> Option<Dialect> {
    predefined(|known| known.ty == name || known.constructor == name)
        .and_then(|known| known.dialects.first().copied())
}

fn predefined(is_it: impl Fn(&Predefined) -> bool) -> Option<&'static Predefined> {
    PREDEFINED.iter().find(|known| is_it(known))
}
