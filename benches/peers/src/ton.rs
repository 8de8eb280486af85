//! TON's messages through typelang-ton and through types that are written by hand for tl-proto.

#[macro_use]
mod harness;
mod ton_types;

use std::{hint::black_box, time::Duration};

use harness::Bench;
use tl_proto::TlWrite;
use ton_types::{borrowed as by_hand_borrowed, owned as by_hand};
use typelang_runtime::{Decode, Encode};
use typelang_ton::{
    borrowed,
    lite::{functions::lite_server as calls, types::lite_server as answers},
    node,
};

/// Bytes that were recorded, by constructor.
fn recorded(name: &str) -> Vec<u8> {
    let rows = include_str!("../../../tests/ton-judges/tests/packets.tsv").lines();
    let mut rows = rows.filter_map(|line| line.split_once('\t'));
    let (_, hex) = rows.find(|(known, _)| *known == name).expect("a row of this name");
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    hex.as_bytes().chunks(2).map(byte).collect()
}

/// Bytes without a pattern.
fn noise(len: usize, seed: u32) -> Vec<u8> {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_mul(0x0019_660d).wrapping_add(0x3c6e_f35f);
        state.to_be_bytes()[0]
    };
    (0..len).map(|_| next()).collect()
}

fn array(seed: u32) -> [u8; 32] {
    noise(32, seed).try_into().unwrap()
}

fn block(seqno: i32) -> typelang_ton::lite::types::ton_node::BlockIdExt {
    let (root_hash, file_hash) = (array(1), array(2));
    typelang_ton::lite::types::ton_node::BlockIdExt {
        workchain: -1,
        shard: i64::MIN,
        seqno,
        root_hash,
        file_hash,
    }
}

/// A call of a lite server inside of what carries it.
fn query() -> Vec<u8> {
    let account = answers::AccountId { workchain: 0, id: array(3) };
    let call = calls::GetAccountState { id: block(42), account };
    let query = calls::Query { data: call.to_bytes() }.to_bytes();
    let message = node::types::adnl::message::Query { query_id: array(4), query };
    node::enums::adnl::Message::from(message).to_bytes()
}

/// The answer to it, with proofs and a state of 20 kB.
fn account_state() -> Vec<u8> {
    let (id, shardblk) = (block(42), block(43));
    let (shard_proof, proof) = (noise(1200, 5), noise(3000, 6));
    answers::AccountState { id, shardblk, shard_proof, proof, state: noise(20_000, 7) }.to_bytes()
}

/// Ten nodes, as a node of the DHT answers.
fn nodes() -> Vec<u8> {
    let node = |seed: u32| node::types::dht::Node {
        id: node::types::r#pub::Ed25519 { key: array(seed) }.into(),
        addr_list: node::types::adnl::AddressList::from_bytes(&recorded("adnl.addressList")).unwrap(),
        version: 1_671_102_718,
        signature: noise(64, seed),
    };
    node::types::dht::Nodes { nodes: (0..10).map(node).collect() }.to_bytes()
}

/// One type of each crate for the same bytes.
macro_rules! compare {
    ($b:ident, $case:literal, $wire:expr, $owned:ty, $borrowed:ty, $hand:ty, $hand_borrowed:ty) => {
        case!($b, $case, "typelang", $wire, |x| <$owned>::from_bytes(x).unwrap(), |v: &$owned, o: &mut Vec<u8>| v.encode_into(o), |v: &$owned| v.to_bytes());
        case!($b, $case, "typelang borrowed", $wire, |x| <$borrowed>::from_bytes(x).unwrap(), |v: &$borrowed, o: &mut Vec<u8>| v.encode_into(o), |v: &$borrowed| v.to_bytes());
        case!($b, $case, "tl-proto owned", $wire, |x| tl_proto::deserialize::<$hand>(x).unwrap(), |v: &$hand, o: &mut Vec<u8>| v.write_to(o), |v: &$hand| tl_proto::serialize(v));
        case!($b, $case, "tl-proto borrowed", $wire, |x| tl_proto::deserialize::<$hand_borrowed>(x).unwrap(), |v: &$hand_borrowed, o: &mut Vec<u8>| v.write_to(o), |v: &$hand_borrowed| tl_proto::serialize(v));
    };
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let wires = [query(), recorded("adnl.packetContents"), recorded("dht.valueFound"), nodes(), account_state()];
    let [query, packet, value, nodes, state] = &wires;
    let mut bench = Bench::new(&args);
    compare!(bench, "a adnl.message.query", query, node::enums::adnl::Message, borrowed::node::enums::adnl::Message<'_>, by_hand::Message, by_hand_borrowed::Message<'_>);
    compare!(bench, "b adnl.packetContents", packet, node::types::adnl::PacketContents, borrowed::node::types::adnl::PacketContents<'_>, by_hand::PacketContents, by_hand_borrowed::PacketContents<'_>);
    compare!(bench, "c dht.valueFound", value, node::enums::dht::ValueResult, borrowed::node::enums::dht::ValueResult<'_>, by_hand::ValueResult, by_hand_borrowed::ValueResult<'_>);
    compare!(bench, "d dht.nodes", nodes, node::types::dht::Nodes, borrowed::node::types::dht::Nodes<'_>, by_hand::BoxedNodes, by_hand_borrowed::BoxedNodes<'_>);
    compare!(bench, "e liteServer.accountState", state, answers::AccountState, borrowed::lite::types::lite_server::AccountState<'_>, by_hand::AccountState, by_hand_borrowed::AccountState<'_>);
    bench.ops.sort_by_key(|op| (op.case, op.op));
    bench.run(harness::samples(&args), Duration::from_millis(2));
}
