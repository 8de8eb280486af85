//! Bytes that others recorded or published are read and written by generated types.

#![expect(clippy::unwrap_used, reason = "a packet that cannot be read fails the test")]

use typelang_runtime::{Combinator, Decode, Encode, Options, Strictness};
use typelang_ton::node::{
    enums::{
        PublicKey,
        adnl::{Address, Message},
        dht::{UpdateRule, ValueResult},
    },
    types::{
        adnl::{AddressList, PacketContents},
        dht::Value,
    },
};

/// The bytes of a constructor's packet.
fn packet(name: &str) -> Vec<u8> {
    let rows = include_str!("packets.tsv").lines().filter_map(|line| line.split_once('\t'));
    let (_, hex) = { rows }.find(|(known, _)| *known == name).unwrap();
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    hex.as_bytes().chunks(2).map(byte).collect()
}

/// Reads bytes strictly, and checks that the value is written as the same bytes.
fn read<T: for<'de> Decode<'de> + Encode>(bytes: &[u8]) -> T {
    let options = Options::DEFAULT.strictness(Strictness::Strict);
    let value = T::from_bytes_with(bytes, &options).unwrap();
    assert!(value.to_bytes() == bytes, "other bytes are written");
    value
}

#[test]
fn a_packet_has_its_parts() {
    let packet: PacketContents = read(&packet("adnl.packetContents"));
    assert_eq!((packet.seqno, packet.confirm_seqno), (Some(6), Some(5)));
    let parts = packet.messages.unwrap();
    assert_eq!(parts.len(), 2);
    let parts: Vec<_> = parts
        .iter()
        .map(|message| match message {
            Message::Part(part) => (part.total_size, part.offset, part.data.len()),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(parts[0].0, parts[1].0);
    assert_eq!(parts[1].1, parts[0].1 + i32::try_from(parts[0].2).unwrap());
}

#[test]
fn an_answer_has_its_bytes() {
    let Message::Answer(answer) = read(&packet("adnl.message.answer")) else { panic!("an answer") };
    assert_eq!(answer.answer.len(), 1368);
}

#[test]
fn an_address_list_has_its_address() {
    let list: AddressList = read(&packet("adnl.addressList"));
    let [Address::Udp(address)] = list.addrs.as_slice() else { panic!("{list:?}") };
    // 164.92.158.146, most significant byte first.
    assert_eq!((address.ip.to_be_bytes(), address.port), ([164, 92, 158, 146], 3333));
    assert_eq!((list.version, list.reinit_date), (1_670_932_218, 1_670_932_218));
    assert_eq!((list.priority, list.expire_at), (0, 0));
}

/// The parts of a value, and what its signature is for: the value without it.
#[test]
fn a_stored_value_has_its_parts() {
    let bytes = packet("dht.value");
    let value: Value = read(&bytes);
    assert_eq!(bytes[..4], Value::ID.to_le_bytes());
    let key = &value.key.key;
    assert_eq!((key.name.as_slice(), key.idx), (&b"address"[..], 0));
    // The ADNL address of foundation.ton.
    assert_eq!(key.id[..4], [0x51, 0x66, 0x18, 0xcf]);
    assert!(matches!(value.key.id, PublicKey::Ed25519(_)), "{:?}", value.key.id);
    assert!(matches!(value.key.update_rule, UpdateRule::Signature), "{:?}", value.key.update_rule);
    assert_eq!(
        (value.ttl, value.key.signature.len(), value.signature.len()),
        (1_671_121_877, 64, 64)
    );
    assert_eq!(value.value, packet("adnl.addressList"));
    let signed = Value { signature: Vec::new(), ..value }.to_bytes();
    // A signature takes its length and three bytes of padding besides.
    assert_eq!(signed, [&bytes[..bytes.len() - 68], &[0; 4]].concat());
}

#[test]
fn what_tons_own_node_writes_is_read() {
    let ValueResult::ValueFound(found) = read(&packet("dht.valueFound")) else { panic!("a value") };
    assert_eq!(found.value.key.key.name, b"interop-test");
    assert_eq!((found.value.key.key.idx, found.value.ttl), (7, 1_234_567_890));
    assert_eq!(found.value.value, b"hello-from-cpp");
}
