//! Telegram's schemas, which the command brings along.

use typelang_parser::Sources;

/// The module that `MTProto` goes to.
pub(crate) const MTPROTO_MODULE: &str = "mtproto";

/// Telegram's API.
pub(crate) fn api() -> Sources {
    source("telegram/api.tl", typelang_schema::API)
}

/// `MTProto`.
pub(crate) fn mtproto() -> Sources {
    source("telegram/mtproto.tl", typelang_schema::MTPROTO)
}

fn source(name: &str, text: &str) -> Sources {
    let mut sources = Sources::new();
    sources.add(name, text);
    sources
}
