//! Structs of enum variants.

/// A constructor of the type that is the enum `E`; generated code implements it for the struct of each variant.
///
/// `E` is `From` all of them: `enums::Peer::from(types::PeerUser { user_id: 1 })`. One implementation of `From` for all
/// structs is far less work for the compiler than one for each.
#[diagnostic::on_unimplemented(message = "`{Self}` is not a constructor of `{E}`")]
pub trait Variant<E> {
    /// Converts the value into the enum.
    fn into_enum(self) -> E;
}
