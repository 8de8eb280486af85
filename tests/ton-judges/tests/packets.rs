//! Recorded packets are read and written by generated types.

#![expect(clippy::unwrap_used, reason = "a packet that cannot be read fails the test")]

use typelang_runtime::{Decode, Encode, Options, Strictness};
use typelang_ton::node::{enums::adnl::Message, types::adnl::PacketContents};

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
