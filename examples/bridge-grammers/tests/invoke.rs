//! Sends a typed call through the `invoke` of grammers-mtsender to a server on the loopback address, and
//! receives a typed response.

use std::net::SocketAddr;

use bridge_grammers::{Call, Reply, from_grammers, to_grammers};
use grammers_mtproto::{mtp::Plain, transport::Intermediate};
use grammers_mtsender::{InvocationError, Sender, ServerAddr};
use grammers_tl_types::{Deserializable, RemoteCall, Serializable, deserialize::Error};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
    runtime::Builder,
};
use typelang_runtime::{Encode, Function};
use typelang_telegram::{
    LAYER,
    enums::InputPeer,
    functions::{InitConnection, InvokeWithLayer, help},
    types::{InputPeerUser, NearestDc},
};

fn first<F: Function>(query: F) -> InvokeWithLayer<InitConnection<F>> {
    InvokeWithLayer {
        layer: LAYER,
        query: InitConnection {
            api_id: 12345,
            device_model: "Rust".to_owned(),
            system_version: "Linux".to_owned(),
            app_version: "0.1".to_owned(),
            system_lang_code: "en".to_owned(),
            lang_pack: String::new(),
            lang_code: "en".to_owned(),
            proxy: None,
            params: None,
            query,
        },
    }
}

fn nearest() -> NearestDc {
    NearestDc { country: "NL".to_owned(), this_dc: 2, nearest_dc: 4 }
}

/// Answers one unencrypted message, and returns its body.
async fn serve_once(listener: TcpListener, reply: Vec<u8>) -> std::io::Result<Vec<u8>> {
    let (mut stream, _) = listener.accept().await?;
    // The transport's tag and length, then the message: no key, an id, and the length of its body.
    let mut head = [0; 8 + 20];
    stream.read_exact(&mut head).await?;
    let length = u32::from_le_bytes([head[24], head[25], head[26], head[27]]);
    let mut body = vec![0; length as usize];
    stream.read_exact(&mut body).await?;
    let mut message = Vec::new();
    message.extend(0_i64.to_le_bytes());
    message.extend(5_i64.to_le_bytes());
    message.extend((reply.len() as u32).to_le_bytes());
    message.extend(reply);
    stream.write_all(&(message.len() as u32).to_le_bytes()).await?;
    stream.write_all(&message).await?;
    Ok(body)
}

/// Invokes a call through grammers against a server that answers with `reply`; returns the result and what
/// the server read.
fn invoke<R: RemoteCall>(
    call: &R,
    reply: Vec<u8>,
) -> (Result<R::Return, InvocationError>, Vec<u8>) {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let listener = TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0))).await.unwrap();
        let address = listener.local_addr().unwrap();
        let client = async {
            let server = ServerAddr::Tcp { address };
            let mut sender =
                Sender::connect(Intermediate::new(), Plain::new(), server).await.unwrap();
            sender.invoke(call).await
        };
        let (result, body) = tokio::join!(client, serve_once(listener, reply));
        (result, body.unwrap())
    })
}

#[test]
fn a_typed_call_gets_a_typed_response() {
    let call = Call(first(help::GetNearestDc {}));
    let (reply, sent) = invoke(&call, nearest().to_bytes());
    let Reply(response) = reply.unwrap();
    assert_eq!(response.nearest_dc, 4);
    assert_eq!(sent, call.0.to_bytes());
}

#[test]
fn a_reply_of_another_type_is_an_error() {
    let (reply, _) = invoke(&Call(help::GetNearestDc {}), Encode::to_bytes(&vec![1_i64]));
    let InvocationError::Deserialize(error) = reply.unwrap_err() else { panic!("another error") };
    assert!(error.to_string().contains("1cb5c415"), "{error}");
}

#[test]
fn the_bytes_are_those_of_grammers() {
    let theirs = grammers_tl_types::functions::help::GetNearestDc {}.to_bytes();
    assert_eq!(Call(help::GetNearestDc {}).to_bytes(), theirs);
    let bytes = nearest().to_bytes();
    assert_eq!(Reply::from_bytes(&bytes), Ok(Reply(nearest())));
    assert_eq!(Reply::<NearestDc>::from_bytes(&bytes[..5]), Err(Error::UnexpectedEof));
}

#[test]
fn values_convert_both_ways() {
    let theirs =
        grammers_tl_types::enums::InputPeer::from(grammers_tl_types::types::InputPeerUser {
            user_id: 42,
            access_hash: -1,
        });
    let ours = InputPeer::from(InputPeerUser { user_id: 42, access_hash: -1 });
    assert_eq!(from_grammers::<InputPeer>(&theirs).unwrap(), ours);
    assert_eq!(to_grammers::<grammers_tl_types::enums::InputPeer>(&ours).unwrap(), theirs);
}

#[test]
fn a_value_of_another_type_is_no_value_of_this_one() {
    let theirs = grammers_tl_types::enums::InputPeer::Empty;
    let error = from_grammers::<NearestDc>(&theirs).unwrap_err();
    assert_eq!(error.found_id(), Some(0x7f3b_18ea));
}
