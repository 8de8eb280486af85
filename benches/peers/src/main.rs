//! One table of decode/encode costs for every crate on the same wire bytes. See README.md.
mod arena { include!(concat!(env!("OUT_DIR"), "/arena/lib.rs")); }
mod borrowed { include!(concat!(env!("OUT_DIR"), "/borrowed/lib.rs")); }
mod compact { include!(concat!(env!("OUT_DIR"), "/compact/lib.rs")); }
mod corpus;
mod tlp;

use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};

struct Counting;
static ALLOCS: AtomicUsize = AtomicUsize::new(0);
static COUNTING: AtomicBool = AtomicBool::new(false);
static BYTES: AtomicUsize = AtomicUsize::new(0);
/// Counts one allocation while [`COUNTING`]: not while time is taken, where counting would cost as much as a small `malloc`.
fn count(bytes: usize) {
    if COUNTING.load(Relaxed) { ALLOCS.fetch_add(1, Relaxed); BYTES.fetch_add(bytes, Relaxed); }
}
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, l: Layout) -> *mut u8 { count(l.size()); unsafe { System.alloc(l) } }
    unsafe fn alloc_zeroed(&self, l: Layout) -> *mut u8 { count(l.size()); unsafe { System.alloc_zeroed(l) } }
    unsafe fn dealloc(&self, p: *mut u8, l: Layout) { unsafe { System.dealloc(p, l) } }
    unsafe fn realloc(&self, p: *mut u8, l: Layout, n: usize) -> *mut u8 { count(n); unsafe { System.realloc(p, l, n) } }
}
#[global_allocator]
static GLOBAL: Counting = Counting;

pub struct Op<'a> { case: &'static str, krate: &'static str, op: &'static str, bytes: usize, f: Box<dyn FnMut() + 'a>, ns: Vec<f64>, iters: u32, allocs: usize, abytes: usize }

pub struct Bench<'a> { ops: Vec<Op<'a>>, filter: Option<String> }
impl<'a> Bench<'a> {
    pub fn op(&mut self, case: &'static str, krate: &'static str, op: &'static str, bytes: usize, f: impl FnMut() + 'a) {
        if let Some(x) = &self.filter { if !format!("{case} {krate} {op}").contains(x.as_str()) { return; } }
        self.ops.push(Op { case, krate, op, bytes, f: Box::new(f), ns: vec![], iters: 0, allocs: 0, abytes: 0 });
    }
    fn run(&mut self, samples: usize, target: Duration) {
        for o in &mut self.ops {
            (o.f)(); (o.f)();
            let (a, b) = (ALLOCS.load(Relaxed), BYTES.load(Relaxed));
            COUNTING.store(true, Relaxed); (o.f)(); COUNTING.store(false, Relaxed);
            o.allocs = ALLOCS.load(Relaxed) - a; o.abytes = BYTES.load(Relaxed) - b;
            let s = Instant::now(); let mut n = 0u32;
            while s.elapsed() < target { (o.f)(); n += 1; }
            o.iters = n.max(1);
        }
        for _ in 0..samples { for o in &mut self.ops {          // interleaved: noise falls on all alike
            let s = Instant::now();
            for _ in 0..o.iters { (o.f)(); }
            o.ns.push(s.elapsed().as_nanos() as f64 / o.iters as f64);
        } }
        println!("| case | crate | op | wire B | ns/op median | min | p90 | MB/s (median) | allocs/op | alloc B/op |\n|---|---|---|---|---|---|---|---|---|---|");
        for o in &mut self.ops {
            o.ns.sort_by(|a, b| a.total_cmp(b));
            let m = o.ns[o.ns.len() / 2];
            println!("| {} | {} | {} | {} | {:.0} | {:.0} | {:.0} | {:.0} | {} | {} |", o.case, o.krate, o.op, o.bytes, m, o.ns[0], o.ns[o.ns.len() * 9 / 10], o.bytes as f64 * 1e3 / m, o.allocs, o.abytes);
        }
    }
}

/// Adds decode, encode into a reused buffer, and encode into a fresh Vec, for one crate and case.
/// `$dec`: |&[u8]| -> T (panics on error). `$enc`: |&T, &mut Vec<u8>| appends. `$fresh`: |&T| -> Vec<u8>.
/// Asserts that encode(decode(wire)) == wire before anything is timed.
#[macro_export]
macro_rules! case {
    ($b:ident, $case:literal, $krate:literal, $wire:expr, $dec:expr, $enc:expr, $fresh:expr) => {{
        let wire: &[u8] = $wire;
        let v = $dec(wire);
        let mut out = Vec::new();
        $enc(&v, &mut out);
        assert!(out == wire, "{} {}: re-encoded bytes differ (len {} vs {})", $case, $krate, out.len(), wire.len());
        assert!($fresh(&v) == wire);
        drop(v);
        let n = wire.len();
        $b.op($case, $krate, "decode+drop", n, move || { black_box($dec(black_box(wire))); });
        let v = $dec(wire);
        let mut out = Vec::with_capacity(n * 2);
        $b.op($case, $krate, "encode reused buf", n, move || { out.clear(); $enc(black_box(&v), &mut out); black_box(&out); });
        let v = $dec(wire);
        $b.op($case, $krate, "encode fresh Vec", n, move || { black_box($fresh(black_box(&v))); });
    }};
}

fn main() {
    let a: Vec<String> = std::env::args().skip(1).collect();
    let w: [(&'static str, Vec<u8>); 5] = [("a invoke", corpus::invoke()), ("b messages", corpus::messages()), ("c Vector<long>x10k", corpus::longs()), ("d upload.file 512K", corpus::file()), ("e updates", corpus::updates())];
    if a.first().map(|s| s == "--dump").unwrap_or(false) { for (n, v) in &w { std::fs::write(format!("fixtures_{}.bin", &n[..1]), v).unwrap(); } return; }
    let shared = bytes::Bytes::from(w[3].1.clone());
    let mut b = Bench { ops: vec![], filter: a.first().filter(|x| !x.starts_with("--")).cloned() };
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
        use compact::{enums, functions as f};
        typelang!("typelang compact", f::InvokeWithLayer<f::InitConnection<f::help::GetConfig>>, enums::messages::Messages, enums::upload::File, enums::Updates);
    }
    {
        use borrowed::{enums, functions as f};
        typelang!("typelang borrowed", f::InvokeWithLayer<f::InitConnection<'_, f::help::GetConfig>>, enums::messages::Messages<'_>, enums::upload::File<'_>, enums::Updates<'_>);
    }
    // The arena is reset before each value, as between messages. `$read` is `from_bytes_in`, with text borrowed from the input, or `copied_in`.
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
    let samples = a.iter().position(|x| x == "--samples").map(|i| a[i + 1].parse().unwrap()).unwrap_or(41);
    b.run(samples, Duration::from_millis(4));
}

