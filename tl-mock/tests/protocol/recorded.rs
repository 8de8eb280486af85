//! An exchange that grammers made with a server of Telegram's: what is derived here is what was derived there.

use num_bigint::BigUint;
use typelang_mock::{
    crypto::{AuthKey, NonceHash, sha1},
    handshake::Nonces,
};
use typelang_runtime::{Decode, Reader};
use typelang_telegram::mtproto::{
    functions::{ReqDhParams, ReqPqMulti, SetClientDhParams},
    types::{ClientDhInnerData, DhGenOk, ResPq, ServerDhInnerData, ServerDhParamsOk},
};

const RECORD: &str = include_str!("recorded.tsv");

fn field(name: &str) -> &'static str {
    let lines = RECORD.lines().filter_map(|line| line.split_once('\t'));
    lines.filter(|(key, _)| *key == name).map(|(_, value)| value).next().unwrap()
}

fn bytes(name: &str) -> Vec<u8> {
    let digits = field(name).as_bytes().chunks(2);
    digits.map(|two| u8::from_str_radix(std::str::from_utf8(two).unwrap(), 16).unwrap()).collect()
}

fn read<T: for<'de> Decode<'de>>(name: &str) -> T {
    T::from_bytes(&bytes(name)).unwrap()
}

/// Decrypts a value behind its SHA-1.
fn decrypted<T: for<'de> Decode<'de>>(nonces: &Nonces, encrypted: &[u8]) -> T {
    let mut data = encrypted.to_vec();
    nonces.key_iv().decrypt(&mut data);
    let (hash, data) = data.split_at(20);
    let mut reader = Reader::new(data);
    let value = T::decode(&mut reader);
    assert!(!reader.failed());
    assert_eq!(sha1(&[&data[..reader.offset()]]), hash);
    value
}

#[test]
fn a_recorded_exchange_gives_the_recorded_key() {
    let asked: ReqPqMulti = read("step1_request");
    let res_pq: ResPq = read("step1_response");
    let new = bytes("step2_random")[..32].try_into().unwrap();
    let nonces = Nonces { client: asked.nonce, server: res_pq.server_nonce, new };
    let request: ReqDhParams = read("step2_request");
    assert_eq!((request.nonce, request.server_nonce), (nonces.client, nonces.server));
    let number = |bytes: &[u8]| BigUint::from_bytes_be(bytes);
    assert_eq!(number(&request.p) * number(&request.q), number(&res_pq.pq));

    let params: ServerDhParamsOk = read("step2_response");
    let server: ServerDhInnerData = decrypted(&nonces, &params.encrypted_answer);
    assert_eq!((server.nonce, server.server_nonce, server.g), (nonces.client, nonces.server, 3));
    let prime = number(&server.dh_prime);

    let answer: SetClientDhParams = read("step3_request");
    let client: ClientDhInnerData = decrypted(&nonces, &answer.encrypted_data);
    let secret = number(&bytes("step3_random")[..256]);
    assert_eq!(BigUint::from(3_u32).modpow(&secret, &prime), number(&client.g_b));

    let key = number(&server.g_a).modpow(&secret, &prime).to_bytes_be();
    assert_eq!(key, bytes("expected_auth_key"));
    let key = AuthKey::new(key.try_into().unwrap());
    let done: DhGenOk = read("step3_response");
    assert_eq!(key.nonce_hash(&nonces.new, NonceHash::Ok), done.new_nonce_hash1);
    assert_eq!(nonces.salt().to_string(), field("expected_first_salt"));
}
