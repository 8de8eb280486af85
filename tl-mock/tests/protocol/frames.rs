//! Transports and packets.

use typelang_mock::{
    Builder, Event, Mock,
    crypto::{AuthKey, Side},
    frame::{FrameError, Framing, Transport},
    message::{Encrypted, open, seal},
};
use typelang_telegram::functions::help;

use crate::peer::{NOW, Peer, key, server};

const ALL: [Framing; 4] =
    [Framing::Abridged, Framing::Intermediate, Framing::Padded, Framing::Full];

#[test]
fn each_transport_is_told_by_its_first_bytes_however_they_come() {
    let plain = ALL.map(|framing| (Transport::client(framing), framing));
    let hidden = ALL.into_iter().filter_map(|it| Some((Transport::obfuscated_client(it)?, it)));
    for (mut client, framing) in plain.into_iter().chain(hidden) {
        let payloads = [vec![1; 4], vec![2; 504], vec![3; 508], vec![4; 70_000]];
        let bytes: Vec<u8> = payloads.iter().flat_map(|it| client.send(it)).collect();
        let mut server = Transport::server();
        let mut received = Vec::new();
        for piece in bytes.chunks(7) {
            server.receive(piece);
            while let Some(packet) = server.packet().unwrap() {
                received.push(packet.payload);
            }
        }
        assert_eq!(server.framing(), Some(framing));
        assert_eq!(server.is_obfuscated(), client.is_obfuscated());
        assert_eq!(received.len(), payloads.len());
        for (got, sent) in received.iter().zip(&payloads) {
            assert_eq!(got[..sent.len()], **sent);
            let padding = got.len() - sent.len();
            let is_padded = framing == Framing::Padded && sent.len() > 4;
            assert!(if is_padded { padding < 16 } else { padding == 0 });
        }
        // And the other way around.
        client.receive(&server.send(b"back"));
        assert_eq!(client.packet().unwrap().unwrap().payload[..4], *b"back");
    }
}

#[test]
fn bytes_of_no_transport_and_bad_packets_are_refused() {
    let fault = |bytes: &[u8]| {
        let mut server = Transport::server();
        server.receive(bytes);
        loop {
            match server.packet() {
                Ok(Some(_)) => {}
                Ok(None) => return None,
                Err(error) => return Some(error),
            }
        }
    };
    assert_eq!(fault(b"GET / HTTP/1.1\r\n"), Some(FrameError::UnknownTransport));
    assert_eq!(fault(&[9; 64]), Some(FrameError::UnknownTransport));
    assert_eq!(fault(&[9; 63]), None);
    assert_eq!(fault(&[0xef, 0]), Some(FrameError::Length(0)));
    assert_eq!(
        fault(&[0xee, 0xee, 0xee, 0xee, 0, 0, 0, 0x7f]),
        Some(FrameError::Length(0x7f00_0000))
    );
    let mut full = Transport::client(Framing::Full).send(&[1; 8]);
    *full.last_mut().unwrap() ^= 1;
    assert_eq!(fault(&full), Some(FrameError::Checksum));
    let mut twice = Transport::client(Framing::Full).send(&[1; 8]);
    twice.extend_from_within(..);
    assert_eq!(fault(&twice), Some(FrameError::Number(0)));
}

#[test]
fn a_quick_acknowledgement_comes_before_the_answer() {
    let server = server(|builder| builder);
    let mut peer = Peer::new(&server);
    let message = peer.message(&help::GetSupport {});
    let packet = seal(
        &key(),
        Side::Client,
        &Encrypted {
            salt: peer.salt,
            session_id: peer.session_id,
            msg_id: message.msg_id,
            seqno: message.seqno,
            body: message.body.into_bytes(),
            quick_ack: 0,
        },
    );
    let token = open(&key(), Side::Client, &packet).unwrap().quick_ack | 1 << 31;
    let mut bytes = peer.transport.send(&packet);
    // After the four bytes that announce the transport comes the length, whose highest bit asks.
    bytes[7] |= 0x80;
    let written = peer.connection.send(&bytes, NOW);
    assert_eq!(written[..4], token.to_le_bytes());
    assert!(!peer.read(&written[4..]).is_empty());
}

#[test]
fn a_message_under_an_unknown_or_a_wrong_key_ends_the_connection() {
    for (key, id) in [(AuthKey::new([8; 256]), None), (key(), Some(3))] {
        let server =
            server(|builder| builder.on_event(|event| assert!(!matches!(event, Event::Call(_)))));
        let mut connection = server.connect();
        let mut transport = Transport::client(Framing::Full);
        let body = vec![0; 8];
        let message = Encrypted { salt: 0, session_id: 1, msg_id: 4, seqno: 1, body, quick_ack: 0 };
        let mut packet = seal(&key, Side::Client, &message);
        if let Some(at) = id {
            packet[8 + at] ^= 1;
        }
        let written = connection.send(&transport.send(&packet), NOW);
        transport.receive(&written);
        assert_eq!(transport.packet().unwrap().unwrap().payload, (-404_i32).to_le_bytes());
        assert!(connection.is_closed());
    }
}

#[test]
fn the_published_key_is_written_as_clients_want_it() {
    let server = Mock::builder().in_memory();
    let key = server.rsa_key();
    let pem = key.public_pem();
    assert!(pem.starts_with("-----BEGIN RSA PUBLIC KEY-----\n"), "{pem}");
    assert_eq!(pem.trim_end().len(), 425);
    assert_eq!((key.modulus().len(), key.exponent()), (512, 65537));
}

#[test]
fn a_cut_frame_waits_for_the_rest_and_a_cut_packet_is_refused() {
    let server = server(Builder::login);
    let mut peer = Peer::new(&server);
    let message = peer.message(&help::GetNearestDc {});
    let packet = peer.sealed(&message);
    let frame = peer.transport.send(&packet);
    for at in [0, 3, 4, 7, 30, frame.len() - 1] {
        let mut connection = server.connect();
        assert!(connection.send(&frame[..at], NOW).is_empty());
        assert!(!connection.is_closed());
        assert!(!connection.send(&frame[at..], NOW).is_empty(), "the rest after {at} bytes");
    }
    // A whole frame with a part of a packet is no message under the key.
    for at in [4, 8, 24, 56, packet.len() - 16, packet.len() - 4] {
        let mut connection = server.connect();
        let mut transport = Transport::client(Framing::Intermediate);
        let written = connection.send(&transport.send(&packet[..at]), NOW);
        transport.receive(&written);
        assert_eq!(transport.packet().unwrap().unwrap().payload, (-404_i32).to_le_bytes(), "{at}");
        assert!(connection.is_closed());
    }
}
