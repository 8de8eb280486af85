//! Telegram's schemas, which are built in, and what is known of them.

use typelang_codegen::Config;
use typelang_parser::Sources;
use typelang_schema::facts;

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

/// Adds the facts about the schemas, and what their items and errors mean.
pub(crate) fn add_facts(config: &mut Config) {
    config.facts_text("errors.tsv", facts::ERRORS);
    config.facts_text("callers.tsv", facts::CALLERS);
    config.facts_text("since.tsv", facts::SINCE);
    config.docs_text("telegram/api-docs.txt", facts::API_DOCS);
    config.docs_text("telegram/mtproto-docs.txt", facts::MTPROTO_DOCS);
    config.docs_text("telegram/error-docs.txt", facts::ERROR_DOCS);
}
