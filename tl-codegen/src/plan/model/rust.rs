//! Rust names, paths and types of the plan.

use std::sync::Arc;

use super::memory::Memory;

/// An identifier, including `r#` if it needs one. Each is in many places of a plan, which share its text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(Arc<str>);

impl Name {
    /// Creates an identifier of text that is one.
    pub(crate) fn new(text: impl Into<Arc<str>>) -> Self {
        Self(text.into())
    }

    /// Returns the identifier as Rust writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the name as a word, to build other names from.
    pub(crate) fn word(&self) -> &str {
        self.0.strip_prefix("r#").unwrap_or(&self.0)
    }
}

/// The three modules that every generated schema has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Space {
    /// Types with several constructors.
    Enums,
    /// Methods.
    Functions,
    /// Constructors.
    Types,
}

impl Space {
    /// Returns the module's name.
    #[must_use]
    pub fn module(self) -> &'static str {
        match self {
            Self::Enums => "enums",
            Self::Functions => "functions",
            Self::Types => "types",
        }
    }
}

/// A module below the root: the space and the namespaces in it.
pub(crate) type ModulePath = (Space, Arc<[Name]>);

/// The path of a generated item, such as `types::messages::DialogsSlice`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemPath {
    /// The space.
    pub space: Space,
    /// The modules in the space, one for each TL namespace.
    pub modules: Arc<[Name]>,
    /// The item.
    pub name: Name,
    /// Whether the item borrows text or parts in an arena, and so has a lifetime.
    pub borrows: bool,
}

impl core::fmt::Display for ItemPath {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.space.module())?;
        for module in self.modules.iter() {
            write!(f, "::{}", module.as_str())?;
        }
        write!(f, "::{}", self.name.as_str())
    }
}

/// The type of a generated field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RustType {
    /// `bool`
    Bool,
    /// `i32`
    I32,
    /// `u32`
    U32,
    /// `i64`
    I64,
    /// `f32`
    F32,
    /// `f64`
    F64,
    /// `[u8; N]`
    Array(usize),
    /// `tl::String`
    String,
    /// `tl::Vec<u8>`
    Bytes,
    /// `&'de str`
    Str,
    /// `&'de [u8]`
    Slice,
    /// `tl::Object`
    Object,
    /// `tl::ObjectRef<'de>`
    ObjectRef,
    /// `tl::FreeBits<FREE>`
    FreeBits(u32),
    /// `()`, for a `true` that is always present.
    Unit,
    /// `tl::WithId<ID, T>`: the boxed form of a predefined type.
    WithId(u32, Box<RustType>),
    /// `tl::Bare<T>`: only the fields of a combinator.
    Bare(Box<RustType>),
    /// `tl::BareVec<T>`, or `tl::BareSlice<'de, T>` in an arena: a bare vector.
    BareVec(Box<RustType>, Memory),
    /// A type parameter.
    Param(Name),
    /// `X::Response`
    Response(Name),
    /// `X::Response<'de>`
    BorrowingResponse(Name),
    /// A generated struct or enum.
    Item(ItemPath),
    /// `tl::Opaque<T>`, or `tl::Opaque<T, &'de [u8]>` for a path that borrows.
    Opaque(ItemPath),
    /// The user's path, from `extern_path`.
    Extern(String),
    /// The user's path with type arguments.
    Applied(String, Vec<RustType>),
    /// `[T; N]`
    Repeated(Box<RustType>, u32),
    /// `tl::Box<T>`, or `&'de T` in an arena.
    Box(Box<RustType>, Memory),
    /// `tl::Option<T>`
    Option(Box<RustType>),
    /// `tl::Vec<T>`, or `&'de [T]` in an arena.
    Vec(Box<RustType>, Memory),
    /// `(A, B)`
    Tuple(Vec<RustType>),
}

impl RustType {
    /// Returns whether a value contains floating-point numbers outside of items, which compare their own.
    #[must_use]
    pub fn holds_float(&self) -> bool {
        match self {
            Self::F32 | Self::F64 => true,
            Self::WithId(_, inner)
            | Self::Bare(inner)
            | Self::BareVec(inner, _)
            | Self::Repeated(inner, _)
            | Self::Box(inner, _)
            | Self::Option(inner)
            | Self::Vec(inner, _) => inner.holds_float(),
            Self::Tuple(parts) => parts.iter().any(Self::holds_float),
            _ => false,
        }
    }
}

impl RustType {
    /// Returns whether it refers to parts in an arena, outside of items.
    #[must_use]
    pub fn points_into_arena(&self) -> bool {
        match self {
            Self::BareVec(_, Memory::Arena)
            | Self::Box(_, Memory::Arena)
            | Self::Vec(_, Memory::Arena) => true,
            Self::WithId(_, inner)
            | Self::Bare(inner)
            | Self::BareVec(inner, _)
            | Self::Repeated(inner, _)
            | Self::Box(inner, _)
            | Self::Option(inner)
            | Self::Vec(inner, _) => inner.points_into_arena(),
            Self::Tuple(parts) | Self::Applied(_, parts) => {
                parts.iter().any(Self::points_into_arena)
            }
            _ => false,
        }
    }

    /// Returns whether it is written with the lifetime of borrowed input.
    #[must_use]
    pub fn has_lifetime(&self) -> bool {
        match self {
            Self::Str
            | Self::Slice
            | Self::ObjectRef
            | Self::BorrowingResponse(_)
            | Self::BareVec(_, Memory::Arena)
            | Self::Box(_, Memory::Arena)
            | Self::Vec(_, Memory::Arena) => true,
            Self::Item(path) | Self::Opaque(path) => path.borrows,
            Self::WithId(_, inner)
            | Self::Bare(inner)
            | Self::BareVec(inner, _)
            | Self::Repeated(inner, _)
            | Self::Box(inner, _)
            | Self::Option(inner)
            | Self::Vec(inner, _) => inner.has_lifetime(),
            Self::Tuple(parts) | Self::Applied(_, parts) => parts.iter().any(Self::has_lifetime),
            _ => false,
        }
    }

    /// Calls `note` with the type and all types in it.
    pub(crate) fn visit<'t>(&'t self, note: &mut dyn FnMut(&'t Self)) {
        note(self);
        match self {
            Self::WithId(_, inner)
            | Self::Bare(inner)
            | Self::BareVec(inner, _)
            | Self::Repeated(inner, _)
            | Self::Box(inner, _)
            | Self::Option(inner)
            | Self::Vec(inner, _) => inner.visit(note),
            Self::Tuple(parts) | Self::Applied(_, parts) => {
                for part in parts {
                    part.visit(note);
                }
            }
            _ => {}
        }
    }
}
