//! The exchange of an authorization key, the client's side.

use num_bigint::BigUint;
use typelang_mock::{
    crypto::{AuthKey, NonceHash, sha1},
    handshake::Nonces,
};
use typelang_runtime::{Decode, Encode, Function, Reader};
use typelang_telegram::mtproto::{
    enums::{ServerDhParams, SetClientDhParamsAnswer},
    functions::{ReqDhParams, ReqPqMulti, SetClientDhParams},
    types::{ClientDhInnerData, PQInnerDataDc, PQInnerDataTempDc, ResPq, ServerDhInnerData},
};

use crate::{
    error::Error,
    public_key::{PublicKey, padded_to, random},
};

/// Agrees a key, which is a temporary one if it has a lifetime in seconds. `ask` sends an unencrypted call and returns
/// the answer's bytes. Returns the key and its first salt.
pub(crate) fn exchange(
    public: &PublicKey,
    lifetime: Option<i32>,
    mut ask: impl FnMut(&[u8]) -> Result<Vec<u8>, Error>,
) -> Result<(AuthKey, i64), Error> {
    let nonce = random();
    let res_pq: ResPq = call(&mut ask, &ReqPqMulti { nonce })?;
    if res_pq.nonce != nonce {
        return Err(Error::Exchange("resPQ has another nonce"));
    }
    let nonces = Nonces { client: nonce, server: res_pq.server_nonce, new: random() };
    let inner = offer(&mut ask, public, (res_pq, lifetime), &nonces)?;
    agree(&mut ask, &inner, &nonces)
}

fn call<F: Function>(
    ask: &mut impl FnMut(&[u8]) -> Result<Vec<u8>, Error>,
    call: &F,
) -> Result<F::Response, Error>
where
    F::Response: for<'de> Decode<'de>,
{
    Ok(F::Response::from_bytes(&ask(&call.to_bytes())?)?)
}

/// Proves some work and sends the second nonce; returns the server's parameters.
fn offer(
    ask: &mut impl FnMut(&[u8]) -> Result<Vec<u8>, Error>,
    public: &PublicKey,
    (res_pq, lifetime): (ResPq, Option<i32>),
    nonces: &Nonces,
) -> Result<ServerDhInnerData, Error> {
    if !res_pq.server_public_key_fingerprints.contains(&public.fingerprint) {
        return Err(Error::Exchange("the server has another RSA key"));
    }
    let (p, q) = factors(&res_pq.pq).ok_or(Error::Exchange("pq has no two factors"))?;
    let (pq, nonce, server_nonce, new_nonce) =
        (res_pq.pq, nonces.client, nonces.server, nonces.new);
    let inner = match lifetime {
        Some(expires_in) => {
            let (p, q) = (p.clone(), q.clone());
            let dc = 2;
            PQInnerDataTempDc { pq, p, q, nonce, server_nonce, new_nonce, dc, expires_in }
                .to_bytes()
        }
        None => {
            let (p, q) = (p.clone(), q.clone());
            PQInnerDataDc { pq, p, q, nonce, server_nonce, new_nonce, dc: 2 }.to_bytes()
        }
    };
    let request = ReqDhParams {
        nonce: nonces.client,
        server_nonce: nonces.server,
        p,
        q,
        public_key_fingerprint: public.fingerprint,
        encrypted_data: public.encrypt(&inner).to_vec(),
    };
    let ServerDhParams::Ok(params) = call(ask, &request)? else {
        return Err(Error::Exchange("the server refused the factors"));
    };
    let mut answer = params.encrypted_answer;
    nonces.key_iv().decrypt(&mut answer);
    let data = answer.get(20..).unwrap_or_default();
    let mut reader = Reader::new(data);
    let inner = ServerDhInnerData::decode(&mut reader);
    let read = data.get(..reader.offset()).unwrap_or_default();
    if reader.failed() || sha1(&[read]) != answer[..20] {
        return Err(Error::Exchange("the server's parameters do not decrypt"));
    }
    Ok(inner)
}

/// Sends the client's number, and checks that both sides have the same key. The server may ask for another number.
fn agree(
    ask: &mut impl FnMut(&[u8]) -> Result<Vec<u8>, Error>,
    server: &ServerDhInnerData,
    nonces: &Nonces,
) -> Result<(AuthKey, i64), Error> {
    let mut retry_id = 0;
    for _ in 0..ATTEMPTS {
        let (key, request) = attempt(server, nonces, retry_id);
        let is = |hash, which| key.nonce_hash(&nonces.new, which) == hash;
        match call(ask, &request)? {
            SetClientDhParamsAnswer::DhGenOk(ok) if is(ok.new_nonce_hash1, NonceHash::Ok) => {
                return Ok((key, nonces.salt()));
            }
            SetClientDhParamsAnswer::DhGenRetry(it) if is(it.new_nonce_hash2, NonceHash::Retry) => {
                retry_id = key.aux_hash();
            }
            SetClientDhParamsAnswer::DhGenFail(it) if is(it.new_nonce_hash3, NonceHash::Fail) => {
                return Err(Error::Exchange("the server wants to begin again"));
            }
            _ => return Err(Error::Exchange("the keys of both sides differ")),
        }
    }
    Err(Error::Exchange("the server took none of five numbers"))
}

/// How many numbers the client offers.
const ATTEMPTS: usize = 5;

/// Chooses a number; returns the key that it makes, and the request that tells the server.
fn attempt(
    server: &ServerDhInnerData,
    nonces: &Nonces,
    retry_id: i64,
) -> (AuthKey, SetClientDhParams) {
    let prime = BigUint::from_bytes_be(&server.dh_prime);
    let secret = BigUint::from_bytes_be(&random::<256>());
    let power = |base: &BigUint| base.modpow(&secret, &prime);
    let g_b = power(&BigUint::from(server.g.unsigned_abs()));
    let inner = ClientDhInnerData {
        nonce: nonces.client,
        server_nonce: nonces.server,
        retry_id,
        g_b: g_b.to_bytes_be(),
    };
    let inner = inner.to_bytes();
    let mut data = sha1(&[&inner]).to_vec();
    data.extend(inner);
    data.resize(data.len().next_multiple_of(16), 0);
    nonces.key_iv().encrypt(&mut data);
    let request = SetClientDhParams {
        nonce: nonces.client,
        server_nonce: nonces.server,
        encrypted_data: data,
    };
    (AuthKey::new(padded_to(&power(&BigUint::from_bytes_be(&server.g_a)))), request)
}

/// The two factors of a number of up to 64 bits, the smaller one first: Pollard's method.
fn factors(pq: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let bytes =
        (pq.len() <= 8).then(|| pq.iter().fold(0_u64, |all, byte| all << 8 | u64::from(*byte)))?;
    let divisor = (1..20).find_map(|step| divisor(bytes, step))?;
    let (p, q) = (divisor.min(bytes / divisor), divisor.max(bytes / divisor));
    let trimmed = |number: u64| {
        let zeros = number.leading_zeros() as usize / 8;
        number.to_be_bytes()[zeros..].to_vec()
    };
    Some((trimmed(p), trimmed(q)))
}

fn divisor(number: u64, step: u64) -> Option<u64> {
    let wide = u128::from(number);
    let next = |x: u64| ((u128::from(x) * u128::from(x) + u128::from(step)) % wide) as u64;
    let (mut slow, mut fast) = (2, 2);
    for _ in 0..1 << 20 {
        slow = next(slow);
        fast = next(next(fast));
        match gcd(slow.abs_diff(fast), number) {
            1 => {}
            found if found == number => return None,
            found => return Some(found),
        }
    }
    None
}

fn gcd(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
