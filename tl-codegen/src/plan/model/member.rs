//! The methods of an enum.

use super::rust::{ItemPath, Name, RustType};

/// A method of an enum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Member {
    /// `is_…`: whether a value is of this variant.
    Is {
        /// The method's name.
        name: Name,
        /// What is said of it.
        doc: String,
        /// The variant, which holds nothing.
        variant: Name,
    },
    /// `as_…`: what the variant holds, if a value is of it.
    As {
        /// The method's name.
        name: Name,
        /// What is said of it.
        doc: String,
        /// The variant.
        variant: Name,
        /// The struct.
        payload: ItemPath,
    },
    /// A field that all variants have.
    Field {
        /// The method's name.
        name: Name,
        /// What is said of it.
        doc: String,
        /// The TL names that rustdoc's search should find it by.
        aliases: Vec<String>,
        /// What it returns.
        view: View,
        /// Whether it may be absent.
        is_optional: bool,
        /// How each variant gives it.
        getters: Vec<Getter>,
    },
}

/// How a variant gives a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Getter {
    /// The variant.
    pub variant: Name,
    /// The field.
    pub field: Name,
    /// Whether it is an `Option` there.
    pub is_option: bool,
    /// Whether it is behind a `Box` there.
    pub is_boxed: bool,
}

/// What a method gives of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// The value, which is copied.
    Copy(RustType),
    /// A reference to it.
    Ref(RustType),
    /// `&str`
    Str,
    /// `&[u8]`
    Bytes,
    /// `&[T]`
    Slice(RustType),
}

impl Member {
    /// The method's name.
    #[must_use]
    pub fn name(&self) -> &Name {
        match self {
            Self::Is { name, .. } | Self::As { name, .. } | Self::Field { name, .. } => name,
        }
    }

    /// Whether what it gives is written with the lifetime of what is borrowed from the input.
    #[must_use]
    pub fn has_lifetime(&self) -> bool {
        match self {
            Self::Is { .. } => false,
            Self::As { payload, .. } => payload.borrows,
            Self::Field { .. } => self.ty().is_some_and(RustType::has_lifetime),
        }
    }

    /// The type that it speaks of, if it gives a field.
    #[must_use]
    pub fn ty(&self) -> Option<&RustType> {
        match self {
            Self::Field { view: View::Copy(ty) | View::Ref(ty) | View::Slice(ty), .. } => Some(ty),
            _ => None,
        }
    }
}
