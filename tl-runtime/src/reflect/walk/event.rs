//! What a walk tells.

use crate::reflect::schema::{builtin::Builtin, combinator::Combinator, expr::Form, field::Field};

/// Is told what a walk meets, in the order of the wire.
///
/// A closure that takes a [`Piece`] and an [`Event`] is a visitor.
pub trait Visitor<'s> {
    /// Why a visitor ends a walk, such as an output that takes no more.
    type Stop;

    /// Takes an event and the bytes that it stands for; opening and closing events take ids and counts, or nothing.
    ///
    /// # Errors
    /// Ends the walk.
    fn visit(&mut self, at: Piece<'_>, event: Event<'s, '_>) -> Result<(), Self::Stop>;
}

impl<'s, F, E> Visitor<'s> for F
where
    F: FnMut(Piece<'_>, Event<'s, '_>) -> Result<(), E>,
{
    type Stop = E;

    fn visit(&mut self, at: Piece<'_>, event: Event<'s, '_>) -> Result<(), E> {
        self(at, event)
    }
}

/// Bytes of the input, and where they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'b> {
    /// How many bytes are before them, from the start of the input.
    pub offset: u64,
    /// The bytes themselves.
    pub bytes: &'b [u8],
}

/// One thing that a walk meets; `'s` is the life of the schema, `'b` that of the bytes.
#[derive(Clone, Copy, Debug)]
pub enum Event<'s, 'b> {
    /// The schema does not tell the type of the value that comes: its id does.
    Any,
    /// A value of a combinator begins; its bytes are the id when it is boxed.
    Begin(&'s Combinator, Form),
    /// It ends.
    End(&'s Combinator),
    /// A field comes; its value is what the events up to the next field tell.
    Field(&'s Field),
    /// An optional field is not there.
    Absent(&'s Field),
    /// A list of so many items begins; its bytes are the id and the count, as far as they are on the wire.
    BeginList(u32, List),
    /// An item comes; its value is what the events up to the next item tell.
    Item(u32),
    /// The list ends.
    EndList,
    /// An item with fields and no type of its own begins: one round of a repetition.
    BeginRound,
    /// It ends.
    EndRound,
    /// A number, text, or bytes.
    Scalar(Scalar<'b>),
}

/// Where a list's number of items is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// `Vector t`: behind an id.
    Boxed,
    /// `vector t`: at its start.
    Bare,
    /// `n*[ … ]`: elsewhere.
    Repetition,
}

/// A value without parts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scalar<'b> {
    /// A `#`.
    Nat(u32),
    /// 32 bits, signed.
    Int(i32),
    /// 64 bits, signed; the type tells `int53` from the others.
    Long(i64, Builtin),
    /// A `double`.
    Double(f64),
    /// A `float`.
    Float(f32),
    /// A `Bool`.
    Bool(bool),
    /// A `true`: its being there is its value.
    True,
    /// Text.
    Text(&'b str),
    /// Bytes, of a fixed or of any number, as the type says.
    Bytes(&'b [u8], Builtin),
    /// A boxed value whose constructor no schema has; its length is known from elsewhere.
    Unknown(&'b [u8]),
}
