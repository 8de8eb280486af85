//! Arbitrary bytes as messages, answers and queries of `MTProto`.

use typelang_runtime::{
    Decode, Object, ObjectRef, Options, Query, Router,
    mtproto::{GzipPacked, Message, MsgContainer, MsgCopy, RpcError, RpcResult},
};
use typelang_telegram::{enums::RichText, functions as methods};

use crate::{
    arena,
    memory::bounded,
    wire::{memory, open, read_schema, stable},
};

/// The most bytes that one `gzip_packed` may unpack to.
const INFLATED: usize = 64 * 1024;

/// Decodes any bytes as the runtime's handwritten types, and as a query.
pub fn mtproto(data: &[u8]) {
    stable::<MsgContainer>(data);
    stable::<MsgContainer<RpcResult<GzipPacked>>>(data);
    stable::<Message>(data);
    stable::<Message<RichText>>(data);
    stable::<MsgCopy>(data);
    stable::<RpcError>(data);
    stable::<GzipPacked>(data);
    open::<RpcResult>(data);
    read_schema::<RichText>();
    answer(data);
    route(data);
    arena::mtproto(data, room(data), Options::DEFAULT.inflated(INFLATED), INFLATED);
}

/// Decodes the result as each of several types, in memory bounded by its length and the limit of unpacking.
fn answer(data: &[u8]) {
    let Ok(result) = RpcResult::<ObjectRef>::from_bytes(data) else { return };
    let options = Options::DEFAULT.inflated(INFLATED);
    bounded(room(data), || drop(result.answer_with::<Object>(&options)));
    bounded(room(data), || drop(result.answer_with::<Vec<i64>>(&options)));
    bounded(room(data), || drop(result.answer_with::<RichText>(&options)));
}

/// The query is answered or refused, and the fault is within it if nothing was unpacked.
fn route(data: &[u8]) {
    let options = Options::DEFAULT.inflated(INFLATED);
    let router = Router::new()
        .options(options)
        .unwrap(|layer: &mut i32, wrapper: methods::InvokeWithLayer<Query>| {
            *layer = wrapper.layer;
            Ok(wrapper.query)
        })
        .unwrap(|_, wrapper: methods::InitConnection<Query>| Ok(wrapper.query))
        .unwrap(|_, wrapper: methods::InvokeAfterMsgs<Query>| Ok(wrapper.query))
        .on(|layer, _: methods::contacts::GetContactIDs| Ok(vec![*layer]))
        .on(|_, _: methods::messages::SendMedia| Err(RpcError::new(400, "MEDIA_INVALID")));
    if let Err(error) = bounded(room(data), || router.route(&mut 0, data)) {
        assert!(error.offset() <= data.len().max(INFLATED), "{error}");
    }
}

/// Returns the memory that reading may use if it unpacks.
fn room(data: &[u8]) -> usize {
    memory(data) + memory(&[]) + 17 * INFLATED
}
