//! One table of decode/encode costs for every crate on the same wire bytes.
mod arena { include!(concat!(env!("OUT_DIR"), "/arena/lib.rs")); }
mod borrowed { include!(concat!(env!("OUT_DIR"), "/borrowed/lib.rs")); }
mod compact { include!(concat!(env!("OUT_DIR"), "/compact/lib.rs")); }
mod corpus;
#[macro_use]
mod harness;
mod tlp;
mod wide { include!(concat!(env!("OUT_DIR"), "/wide/lib.rs")); }

use std::hint::black_box;
use std::time::Duration;

use harness::Bench;

fn main() {
    let a: Vec<String> = std::env::args().skip(1).collect();
    let w: [(&'static str, Vec<u8>); 5] = [("a invoke", corpus::invoke()), ("b messages", corpus::messages()), ("c Vector<long>x10k", corpus::longs()), ("d upload.file 512K", corpus::file()), ("e updates", corpus::updates())];
    if a.first().map(|s| s == "--dump").unwrap_or(false) { for (n, v) in &w { std::fs::write(format!("fixtures_{}.bin", &n[..1]), v).unwrap(); } return; }
    let shared = bytes::Bytes::from(w[3].1.clone());
    let mut b = Bench::new(&a);
    let (wa, wb, wc, wd, we) = (&w[0].1[..], &w[1].1[..], &w[2].1[..], &w[3].1[..], &w[4].1[..]);
    {
        for (name, wire) in &w { let n = wire.len();
            let mut out: Vec<u8> = Vec::with_capacity(n * 2);
            b.op(name, "memcpy", "reused buf", n, move || { out.clear(); out.extend_from_slice(black_box(wire)); black_box(&out); });
            b.op(name, "memcpy", "fresh Vec", n, move || { black_box(black_box(&wire[..]).to_vec()); });
        }
    }
    {
        use grammers_tl_types::{enums, functions as f, Deserializable, Serializable};
        type A = f::InvokeWithLayer<f::InitConnection<f::help::GetConfig>>;
        // a request has no boxed reader here: skip the id by hand, as the layer above has to
        struct Req(A);
        impl Deserializable for Req { fn deserialize(b: &mut grammers_tl_types::Cursor) -> grammers_tl_types::deserialize::Result<Self> {
            let id = u32::deserialize(b)?; assert_eq!(id, 0xda9b0d0d);
            let layer = i32::deserialize(b)?; let id = u32::deserialize(b)?; assert_eq!(id, 0xc1cd5ea9);
            // InitConnection<X>::deserialize would read X bare; X's id is part of the wire form of a function
            let flags = u32::deserialize(b)?; assert_eq!(flags, 0);
            let v = f::InitConnection { api_id: i32::deserialize(b)?, device_model: String::deserialize(b)?, system_version: String::deserialize(b)?, app_version: String::deserialize(b)?, system_lang_code: String::deserialize(b)?, lang_pack: String::deserialize(b)?, lang_code: String::deserialize(b)?, proxy: None, params: None, query: { let id = u32::deserialize(b)?; assert_eq!(id, 0xc4f9186b); f::help::GetConfig::deserialize(b)? } };
            Ok(Req(f::InvokeWithLayer { layer, query: v })) } }
        case!(b, "a invoke", "grammers", wa, |x: &[u8]| Req::from_bytes(x).unwrap().0, |v: &A, o: &mut Vec<u8>| v.serialize(o), |v: &A| v.to_bytes());
        type B = enums::messages::Messages;
        case!(b, "b messages", "grammers", wb, |x: &[u8]| B::from_bytes(x).unwrap(), |v: &B, o: &mut Vec<u8>| v.serialize(o), |v: &B| v.to_bytes());
        type C = Vec<i64>;
        case!(b, "c Vector<long>x10k", "grammers", wc, |x: &[u8]| C::from_bytes(x).unwrap(), |v: &C, o: &mut Vec<u8>| v.serialize(o), |v: &C| v.to_bytes());
        type D = enums::upload::File;
        case!(b, "d upload.file 512K", "grammers", wd, |x: &[u8]| D::from_bytes(x).unwrap(), |v: &D, o: &mut Vec<u8>| v.serialize(o), |v: &D| v.to_bytes());
        type E = enums::Updates;
        case!(b, "e updates", "grammers", we, |x: &[u8]| E::from_bytes(x).unwrap(), |v: &E, o: &mut Vec<u8>| v.serialize(o), |v: &E| v.to_bytes());
    }
    {
        use ferogram_tl_types::{enums, functions as f, Deserializable, Serializable};
        type A = f::InvokeWithLayer<f::InitConnection<f::help::GetConfig>>;
        struct Req(A);
        impl Deserializable for Req { fn deserialize(b: &mut ferogram_tl_types::Cursor) -> ferogram_tl_types::deserialize::Result<Self> {
            let id = u32::deserialize(b)?; assert_eq!(id, 0xda9b0d0d);
            let layer = i32::deserialize(b)?; let id = u32::deserialize(b)?; assert_eq!(id, 0xc1cd5ea9);
            let flags = u32::deserialize(b)?; assert_eq!(flags, 0);
            let v = f::InitConnection { api_id: i32::deserialize(b)?, device_model: String::deserialize(b)?, system_version: String::deserialize(b)?, app_version: String::deserialize(b)?, system_lang_code: String::deserialize(b)?, lang_pack: String::deserialize(b)?, lang_code: String::deserialize(b)?, proxy: None, params: None, query: { let id = u32::deserialize(b)?; assert_eq!(id, 0xc4f9186b); f::help::GetConfig::deserialize(b)? } };
            Ok(Req(f::InvokeWithLayer { layer, query: v })) } }
        case!(b, "a invoke", "ferogram", wa, |x: &[u8]| Req::from_bytes(x).unwrap().0, |v: &A, o: &mut Vec<u8>| v.serialize(o), |v: &A| v.to_bytes());
        type B = enums::messages::Messages;
        case!(b, "b messages", "ferogram", wb, |x: &[u8]| B::from_bytes(x).unwrap(), |v: &B, o: &mut Vec<u8>| v.serialize(o), |v: &B| v.to_bytes());
        type C = Vec<i64>;
        case!(b, "c Vector<long>x10k", "ferogram", wc, |x: &[u8]| C::from_bytes(x).unwrap(), |v: &C, o: &mut Vec<u8>| v.serialize(o), |v: &C| v.to_bytes());
        type D = enums::upload::File;
        case!(b, "d upload.file 512K", "ferogram", wd, |x: &[u8]| D::from_bytes(x).unwrap(), |v: &D, o: &mut Vec<u8>| v.serialize(o), |v: &D| v.to_bytes());
        type E = enums::Updates;
        case!(b, "e updates", "ferogram", we, |x: &[u8]| E::from_bytes(x).unwrap(), |v: &E, o: &mut Vec<u8>| v.serialize(o), |v: &E| v.to_bytes());
    }
    macro_rules! typelang { ($name:literal, $a:ty, $bty:ty, $d:ty, $e:ty) => {{
        use typelang_runtime::{Decode, Encode};
        type C = Vec<i64>;
        case!(b, "a invoke", $name, wa, |x| <$a>::from_bytes(x).unwrap(), |v: &$a, o: &mut Vec<u8>| v.encode_into(o), |v: &$a| v.to_bytes());
        case!(b, "b messages", $name, wb, |x| <$bty>::from_bytes(x).unwrap(), |v: &$bty, o: &mut Vec<u8>| v.encode_into(o), |v: &$bty| v.to_bytes());
        case!(b, "c Vector<long>x10k", $name, wc, |x| C::from_bytes(x).unwrap(), |v: &C, o: &mut Vec<u8>| v.encode_into(o), |v: &C| v.to_bytes());
        case!(b, "d upload.file 512K", $name, wd, |x| <$d>::from_bytes(x).unwrap(), |v: &$d, o: &mut Vec<u8>| v.encode_into(o), |v: &$d| v.to_bytes());
        case!(b, "e updates", $name, we, |x| <$e>::from_bytes(x).unwrap(), |v: &$e, o: &mut Vec<u8>| v.encode_into(o), |v: &$e| v.to_bytes());
    }} }
    {
        use typelang_telegram::{enums, functions as f};
        typelang!("typelang", f::InvokeWithLayer<f::InitConnection<f::help::GetConfig>>, enums::messages::Messages, enums::upload::File, enums::Updates);
    }
    {
        use wide::{enums, functions as f};
        typelang!("typelang wide", f::InvokeWithLayer<f::InitConnection<f::help::GetConfig>>, enums::messages::Messages, enums::upload::File, enums::Updates);
    }
    {
        use compact::{enums, functions as f};
        typelang!("typelang compact", f::InvokeWithLayer<f::InitConnection<f::help::GetConfig>>, enums::messages::Messages, enums::upload::File, enums::Updates);
    }
    {
        use borrowed::{enums, functions as f};
        typelang!("typelang borrowed", f::InvokeWithLayer<f::InitConnection<'_, f::help::GetConfig>>, enums::messages::Messages<'_>, enums::upload::File<'_>, enums::Updates<'_>);
    }
    // The arena is reset before each value, as between messages. `$read` is `from_bytes_in`, with text borrowed from
    // the input, or `copied_in`.
    macro_rules! arena { ($name:literal, $read:ident: $($case:literal, $wire:ident, $ty:ty;)*) => {{ $({
        use typelang_runtime::{Bump, Decode, Encode};
        let kept: &Bump = Box::leak(Box::new(Bump::new()));
        let v = <$ty>::$read($wire, kept).unwrap();
        assert!(v.to_bytes() == $wire, "{} {}: re-encoded bytes differ", $case, $name);
        let mut arena = Bump::new();
        b.op($case, $name, "decode+drop", $wire.len(), move || { arena.reset(); black_box(<$ty>::$read(black_box($wire), &arena).unwrap()); });
        let mut out = Vec::with_capacity($wire.len() * 2);
        b.op($case, $name, "encode reused buf", $wire.len(), move || { out.clear(); black_box(&v).encode_into(&mut out); black_box(&out); });
        b.op($case, $name, "encode fresh Vec", $wire.len(), move || { black_box(black_box(&v).to_bytes()); });
    })* }} }
    {
        use arena::{enums, functions as f};
        arena!("typelang arena", from_bytes_in: "a invoke", wa, f::InvokeWithLayer<f::InitConnection<'_, f::help::GetConfig>>;
            "b messages", wb, enums::messages::Messages<'_>; "c Vector<long>x10k", wc, &[i64];
            "d upload.file 512K", wd, enums::upload::File<'_>; "e updates", we, enums::Updates<'_>;);
        arena!("typelang arena copied", copied_in: "a invoke", wa, f::InvokeWithLayer<f::InitConnection<'_, f::help::GetConfig>>;
            "b messages", wb, enums::messages::Messages<'_>; "c Vector<long>x10k", wc, &[i64];
            "d upload.file 512K", wd, enums::upload::File<'_>; "e updates", we, enums::Updates<'_>;);
    }
    {
        use typelang_runtime::Decode;
        b.op("d upload.file 512K", "typelang shared", "decode+drop", shared.len(), || { black_box(compact::enums::upload::File::from_shared(black_box(&shared)).unwrap()); });
    }
    macro_rules! tlproto { ($name:literal, $m:ident, $a:ty, $bty:ty, $d:ty) => {{
        use tl_proto::TlWrite;
        type C = tlp::rt::Vector<i64>;
        case!(b, "a invoke", $name, wa, |x| tl_proto::deserialize::<$a>(x).unwrap(), |v: &$a, o: &mut Vec<u8>| v.write_to(o), |v: &$a| tl_proto::serialize(v));
        case!(b, "b messages", $name, wb, |x| tl_proto::deserialize::<$bty>(x).unwrap(), |v: &$bty, o: &mut Vec<u8>| v.write_to(o), |v: &$bty| tl_proto::serialize(v));
        case!(b, "c Vector<long>x10k", $name, wc, |x| tl_proto::deserialize::<C>(x).unwrap(), |v: &C, o: &mut Vec<u8>| v.write_to(o), |v: &C| tl_proto::serialize(v));
        case!(b, "d upload.file 512K", $name, wd, |x| tl_proto::deserialize::<$d>(x).unwrap(), |v: &$d, o: &mut Vec<u8>| v.write_to(o), |v: &$d| tl_proto::serialize(v));
    }} }
    {
        use tlp::{borrowed as p, rt::*};
        tlproto!("tl-proto borrowed", borrowed, InvokeWithLayer<InitConnection<BorStr<'_>, GetConfig>>, p::Messages<'_>, p::File<'_>);
    }
    {
        use tlp::{owned as p, rt::*};
        tlproto!("tl-proto owned", owned, InvokeWithLayer<InitConnection<OwnedStr, GetConfig>>, p::Messages, p::File);
    }
    b.ops.sort_by_key(|o| (o.case, o.op.split(' ').next() != Some("decode+drop")));
    b.run(harness::samples(&a), Duration::from_millis(4));
}

