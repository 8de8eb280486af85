//! Telegram's schemas, which are built in.

use typelang_parser::Sources;

/// The module that `MTProto` goes to.
pub(crate) const MTPROTO_MODULE: &str = "mtproto";

/// The module that secret chats go to.
pub(crate) const SECRET_MODULE: &str = "secret";

/// The modules beside the API.
pub(crate) fn modules() -> [(&'static str, Sources); 2] {
    [(MTPROTO_MODULE, mtproto()), (SECRET_MODULE, secret())]
}

/// All of them, with their names.
pub(crate) fn all() -> [(&'static str, Sources); 3] {
    [("api", api()), (MTPROTO_MODULE, mtproto()), (SECRET_MODULE, secret())]
}

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

/// Secret chats.
pub(crate) fn secret() -> Sources {
    let mut sources = Sources::new();
    sources.add("telegram/secret.tl", typelang_schema::SECRET);
    sources
}
