//! The events of a walk.

use crate::reflect::schema::{builtin::Builtin, combinator::Combinator, expr::Form, field::Field};

/// Receives the events of a walk, in wire order.
///
/// A closure that takes a [`Piece`] and an [`Event`] is a visitor.
pub trait Visitor<'s> {
    /// Why a visitor ends a walk, for example because an output is full.
    type Stop;

    /// Receives an event and its bytes. The bytes of opening and closing events are ids and counts, or empty.
    ///
    /// # Errors
    /// Ends the walk with this reason.
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

/// Bytes of the input, and their offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'b> {
    /// The offset in bytes from the start of the input.
    pub offset: u64,
    /// The bytes.
    pub bytes: &'b [u8],
}

/// One event of a walk. `'s` is the lifetime of the schema, `'b` that of the bytes.
#[derive(Clone, Copy, Debug)]
pub enum Event<'s, 'b> {
    /// The next value may have any type; its id determines it.
    Any,
    /// A value of a combinator begins; its bytes are the id if it is boxed.
    Begin(&'s Combinator, Form),
    /// The value ends.
    End(&'s Combinator),
    /// A field begins; the events up to the next field are its value.
    Field(&'s Field),
    /// An optional field is unset.
    Absent(&'s Field),
    /// A list with this number of items begins; its bytes are the id and the count, if they are on the wire.
    BeginList(u32, List),
    /// An item begins; the events up to the next item are its value.
    Item(u32),
    /// The list ends.
    EndList,
    /// An item with fields and without a type begins: one round of a repetition.
    BeginRound,
    /// The round ends.
    EndRound,
    /// A number, text, or bytes.
    Scalar(Scalar<'b>),
}

/// Where the number of items in a list comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// `Vector t`: from the wire, after an id.
    Boxed,
    /// `vector t`: from the wire.
    Bare,
    /// `n*[ … ]`: from elsewhere.
    Repetition,
}

/// A value without parts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scalar<'b> {
    /// A `#`.
    Nat(u32),
    /// 32 bits, signed.
    Int(i32),
    /// 64 bits, signed; the type distinguishes `int53` from the others.
    Long(i64, Builtin),
    /// A `double`.
    Double(f64),
    /// A `float`.
    Float(f32),
    /// A `Bool`.
    Bool(bool),
    /// A `true`, whose presence is its value.
    True,
    /// Text.
    Text(&'b str),
    /// Bytes; the type says whether their number is fixed.
    Bytes(&'b [u8], Builtin),
    /// A boxed value whose constructor no schema has; an earlier field gives its length.
    Unknown(&'b [u8]),
    /// A boxed value whose constructor only another layer has. Only generated types whose values may hold one
    /// ([`Unknown`](crate::Unknown)) show it; no walk over bytes of yours does.
    OfLayer {
        /// The layer.
        layer: i32,
        /// The constructor's name in that layer.
        name: &'b str,
        /// The value's bytes, starting with the id.
        bytes: &'b [u8],
    },
}
