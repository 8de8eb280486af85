//! The methods of an enum.

use super::rust::{ItemPath, Name, RustType};

/// Methods of an enum in one `impl`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberBlock {
    /// The feature of the crate that enables them, if they have one.
    pub feature: Option<String>,
    /// The methods, by name.
    pub list: Vec<Member>,
}

/// A method of an enum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Member {
    /// `is_…`: returns whether a value is of this variant.
    Is {
        /// The method's name.
        name: Name,
        /// The doc line.
        doc: String,
        /// The variant, which has no payload.
        variant: Name,
    },
    /// `as_…`: returns the payload of the variant if a value is of it.
    As {
        /// The method's name.
        name: Name,
        /// The doc line.
        doc: String,
        /// The variant.
        variant: Name,
        /// The struct.
        payload: ItemPath,
        /// Whether it is behind a reference into an arena, which is returned.
        is_reference: bool,
    },
    /// A field that all variants have.
    Field {
        /// The method's name.
        name: Name,
        /// The doc line.
        doc: String,
        /// The TL names by which rustdoc's search finds it.
        aliases: Vec<String>,
        /// The form in which it is returned.
        view: View,
        /// Whether it may be absent.
        is_optional: bool,
        /// How each variant returns it.
        getters: Vec<Getter>,
    },
}

/// How a variant returns a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Getter {
    /// The variant.
    pub variant: Name,
    /// The field.
    pub field: Name,
    /// Whether it is an `Option` in this variant.
    pub is_option: bool,
    /// Whether it is behind a `Box` in this variant.
    pub is_boxed: bool,
    /// Whether it is a reference into an arena in this variant.
    pub is_reference: bool,
}

/// The form in which a method returns a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// A copy of the value.
    Copy(RustType),
    /// A reference to the value.
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

    /// Returns whether its return type is written with the lifetime of borrowed input.
    #[must_use]
    pub fn has_lifetime(&self) -> bool {
        match self {
            Self::Is { .. } => false,
            Self::As { payload, is_reference, .. } => payload.borrows || *is_reference,
            Self::Field { .. } => self.ty().is_some_and(RustType::has_lifetime),
        }
    }

    /// Returns the type of the field that it returns, if it returns one.
    #[must_use]
    pub fn ty(&self) -> Option<&RustType> {
        match self {
            Self::Field { view: View::Copy(ty) | View::Ref(ty) | View::Slice(ty), .. } => Some(ty),
            _ => None,
        }
    }
}
