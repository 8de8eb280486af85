//! A server that knows one block and one account.

use std::{
    error::Error,
    net::TcpListener,
    time::{SystemTime, UNIX_EPOCH},
};

use typelang_runtime::{Decode, Encode, Object, Router};
use typelang_ton::borrowed::lite::{
    enums::adnl::Message,
    functions::lite_server::{GetAccountState, GetMasterchainInfo, GetTime, Query},
    types::{
        adnl::message,
        lite_server::{AccountState, CurrentTime, Error as LiteError, MasterchainInfo},
        ton_node::{BlockIdExt, ZeroStateIdExt},
    },
};

use crate::frame;

/// The account's state: a real one is a bag of cells.
const STATE: &[u8] = &[0xb5; 1000];

/// Serves one connection until its end.
pub(crate) fn serve_one(listener: &TcpListener) -> Result<(), Box<dyn Error + Send + Sync>> {
    let (mut stream, _) = listener.accept()?;
    let router = router();
    let mut bytes = Vec::new();
    while frame::read(&mut stream, &mut bytes)? {
        let Message::Query(asked) = Message::from_bytes(&bytes)? else {
            return Err("the client sent an answer".into());
        };
        let Query { data } = Query::from_bytes(asked.query)?;
        let answer = answer(&router, data);
        let answer = message::Answer { query_id: asked.query_id, answer: &answer };
        frame::write(&mut stream, &Message::from(answer).to_bytes())?;
    }
    Ok(())
}

/// Answers a call; a fault is a `liteServer.error`.
fn answer(router: &Router<()>, call: &[u8]) -> Vec<u8> {
    let answer = router.route(&mut (), call);
    answer.unwrap_or_else(|error| refusal(400, &error.to_string())).into_bytes()
}

fn refusal(code: i32, message: &str) -> Object {
    Object::new(&LiteError { code, message })
}

/// The methods that the server has.
fn router() -> Router<()> {
    Router::new()
        .on_borrowing::<GetTime, _>(|(), _, _| {
            let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
            let now = i32::try_from(now).unwrap_or(i32::MAX);
            Ok(Ok(Object::new(&CurrentTime { now })))
        })
        .on_borrowing::<GetMasterchainInfo, _>(|(), _, _| {
            let init = ZeroStateIdExt { workchain: -1, root_hash: [1; 32], file_hash: [2; 32] };
            let info = MasterchainInfo { last: last_block(), state_root_hash: [3; 32], init };
            Ok(Ok(Object::new(&info)))
        })
        .on_borrowing::<GetAccountState, _>(|(), call, options| {
            let call = call.decode_with::<GetAccountState>(options)?;
            if call.account.workchain != 0 {
                return Ok(Ok(refusal(404, "this server has workchain 0 alone")));
            }
            let (id, shardblk) = (call.id, last_block());
            let state = AccountState { id, shardblk, shard_proof: &[], proof: &[], state: STATE };
            Ok(Ok(Object::new(&state)))
        })
}

fn last_block() -> BlockIdExt {
    BlockIdExt { workchain: -1, shard: i64::MIN, seqno: 42, root_hash: [4; 32], file_hash: [5; 32] }
}
