//! Telegram's schemas, which the command brings along.

use typelang_parser::Sources;

/// The module that `MTProto` goes to.
pub(crate) const MTPROTO_MODULE: &str = "mtproto";

/// Telegram's API.
pub(crate) fn api() -> Sources {
    let mut sources = Sources::new();
    sources.add("telegram/api.tl", typelang_schema::API);
    sources
}

/// `MTProto`.
pub(crate) fn mtproto() -> Sources {
    let mut sources = Sources::new();
    sources.add("telegram/mtproto.tl", typelang_schema::MTPROTO);
    sources.add("containers.tl", typelang_schema::CONTAINERS);
    sources
}
