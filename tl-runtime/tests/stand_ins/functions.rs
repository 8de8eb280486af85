//! Methods.

use super::types;
use ::typelang_runtime as tl;

#[derive(Clone, Debug, PartialEq)]
pub struct GetUsers {
    pub ids: tl::Vec<i64>,
}

impl tl::Combinator for GetUsers {
    const NAME: &'static str = "getUsers";
    const ID: u32 = 0xee00_0020;
}

impl tl::EncodeBare for GetUsers {
    fn encode_bare<S: tl::Sink>(&self, out: &mut S) {
        out.vector(&self.ids);
    }
}

impl<'de> tl::DecodeBare<'de> for GetUsers {
    const MIN_LEN: usize = 8;

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
    const NAME: &'static str = "invokeWithLayer";
    const ID: u32 = 0xee00_0021;
}

impl<X: tl::Encode> tl::EncodeBare for InvokeWithLayer<X> {
    fn encode_bare<S: tl::Sink>(&self, out: &mut S) {
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
}

/// Bounded as strictly as a generator might do it: by `Function` everywhere.
#[derive(Clone, Debug, PartialEq)]
pub struct InitConnection<X> {
    pub api_id: i32,
    pub query: X,
}

impl<X: tl::Function> tl::Combinator for InitConnection<X> {
    const NAME: &'static str = "initConnection";
    const ID: u32 = 0xee00_0022;
}

impl<X: tl::Function> tl::EncodeBare for InitConnection<X> {
    fn encode_bare<S: tl::Sink>(&self, out: &mut S) {
        out.int(self.api_id);
        tl::Encode::encode(&self.query, out);
    }
}

impl<'de, X: tl::Function + tl::Decode<'de>> tl::DecodeBare<'de> for InitConnection<X> {
    const MIN_LEN: usize = 4 + <X as tl::Decode<'de>>::MIN_LEN;

    fn decode_bare(reader: &mut tl::Reader<'de>) -> Self {
        Self { api_id: reader.int(), query: tl::Decode::decode(reader) }
    }
}

impl<X: tl::Function> tl::Function for InitConnection<X> {
    type Response = X::Response;
}
