//! Methods.

use super::types;
use ::typelang_runtime::tl;

/// The schema of the methods whose errors are known.
#[derive(Clone, Copy, Debug)]
pub enum Schema {}

impl tl::HasSchema for Schema {
    fn methods() -> &'static [&'static str] {
        &["getUsers 0 0 400:PEER_ID_INVALID", "invokeWithLayer 0 0 400:PART_X_MISSING"]
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct GetUsers {
    pub ids: tl::Vec<i64>,
}

impl tl::Combinator for GetUsers {
    type Schema = Schema;
    const DECLARED: tl::Declared = tl::Declared { id: 0xee00_0020, name: "getUsers", min_len: 8 };
}

impl tl::EncodeBare for GetUsers {
    fn encode_bare(&self, out: &mut tl::Writer<'_>) {
        out.vector(&self.ids);
    }
}

impl<'de> tl::DecodeBare<'de> for GetUsers {
    fn decode_bare(reader: &mut tl::Reader<'de>) -> Self {
        Self { ids: reader.vector() }
    }
}

impl tl::Function for GetUsers {
    type Response = tl::Vec<types::User>;
}

#[derive(Clone, Debug, PartialEq)]
pub struct InvokeWithLayer<X> {
    pub layer: i32,
    pub query: X,
}

impl<X> tl::Combinator for InvokeWithLayer<X> {
    type Schema = Schema;
    const DECLARED: tl::Declared =
        tl::Declared { id: 0xee00_0021, name: "invokeWithLayer", min_len: 4 };
}

impl<X: tl::Encode> tl::EncodeBare for InvokeWithLayer<X> {
    fn encode_bare(&self, out: &mut tl::Writer<'_>) {
        out.int(self.layer);
        tl::Encode::encode(&self.query, out);
    }
}

impl<'de, X: tl::Decode<'de>> tl::DecodeBare<'de> for InvokeWithLayer<X> {
    const MIN_LEN: usize = 4 + <X as tl::Decode<'de>>::MIN_LEN;

    fn decode_bare(reader: &mut tl::Reader<'de>) -> Self {
        Self { layer: reader.int(), query: tl::Decode::decode(reader) }
    }
}

impl<X: tl::Function> tl::Function for InvokeWithLayer<X> {
    type Response = X::Response;

    fn expects(kind: tl::RpcErrorKind<'_>) -> bool {
        Self::facts().has_error(kind) || X::expects(kind)
    }
}

/// Bounded as strictly as a generator might do it: by `Function` everywhere.
#[derive(Clone, Debug, PartialEq)]
pub struct InitConnection<X> {
    pub api_id: i32,
    pub device_model: tl::String,
    pub system_version: tl::String,
    pub app_version: tl::String,
    pub system_lang_code: tl::String,
    pub lang_pack: tl::String,
    pub lang_code: tl::String,
    pub query: X,
}

impl<X> InitConnection<X> {
    pub fn sample(query: X) -> Self {
        Self {
            api_id: 12345,
            device_model: "Rust".into(),
            system_version: "Linux".into(),
            app_version: "0.1".into(),
            system_lang_code: "en".into(),
            lang_pack: tl::String::new(),
            lang_code: "en".into(),
            query,
        }
    }
}

impl<X: tl::Function> tl::Combinator for InitConnection<X> {
    type Schema = ();
    const DECLARED: tl::Declared =
        tl::Declared { id: 0xee00_0022, name: "initConnection", min_len: 32 };
}

impl<X: tl::Function> tl::EncodeBare for InitConnection<X> {
    fn encode_bare(&self, out: &mut tl::Writer<'_>) {
        out.nat(0);
        out.int(self.api_id);
        out.string(&self.device_model);
        out.string(&self.system_version);
        out.string(&self.app_version);
        out.string(&self.system_lang_code);
        out.string(&self.lang_pack);
        out.string(&self.lang_code);
        tl::Encode::encode(&self.query, out);
    }
}

impl<'de, X: tl::Function + tl::Decode<'de>> tl::DecodeBare<'de> for InitConnection<X> {
    const MIN_LEN: usize = 32 + <X as tl::Decode<'de>>::MIN_LEN;

    fn decode_bare(reader: &mut tl::Reader<'de>) -> Self {
        let _flags = reader.flags(0);
        Self {
            api_id: reader.int(),
            device_model: reader.string(),
            system_version: reader.string(),
            app_version: reader.string(),
            system_lang_code: reader.string(),
            lang_pack: reader.string(),
            lang_code: reader.string(),
            query: tl::Decode::decode(reader),
        }
    }
}

impl<X: tl::Function> tl::Function for InitConnection<X> {
    type Response = X::Response;

    fn expects(kind: tl::RpcErrorKind<'_>) -> bool {
        Self::facts().has_error(kind) || X::expects(kind)
    }
}
