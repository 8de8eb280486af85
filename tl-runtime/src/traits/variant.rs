//! Structs that an enum holds.

/// A constructor of the type that is the enum `E`; generated code implements it for each struct that a variant holds.
///
/// `E` is `From` all of them: `enums::Peer::from(types::PeerUser { user_id: 1 })`. One implementation of `From` for all
/// structs is far less work for the compiler than one for each.
#[diagnostic::on_unimplemented(message = "`{Self}` is not a constructor of `{E}`")]
pub trait Variant<E> {
    /// The value as one of the enum.
    fn into_enum(self) -> E;
}
