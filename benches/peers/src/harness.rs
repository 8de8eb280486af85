//! Runs the cases of one binary in turns and prints a table of their costs.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};

struct Counting;
static ALLOCS: AtomicUsize = AtomicUsize::new(0);
static COUNTING: AtomicBool = AtomicBool::new(false);
static BYTES: AtomicUsize = AtomicUsize::new(0);
/// Counts one allocation while [`COUNTING`]: not while time is taken, where counting would cost as much as a small
/// `malloc`.
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

pub struct Op<'a> { pub case: &'static str, krate: &'static str, pub op: &'static str, bytes: usize, f: Box<dyn FnMut() + 'a>, ns: Vec<f64>, iters: u32, allocs: usize, abytes: usize }

pub struct Bench<'a> { pub ops: Vec<Op<'a>>, filter: Option<String> }
impl<'a> Bench<'a> {
    /// `args` may begin with a word that the cases to run contain.
    pub fn new(args: &[String]) -> Self { Self { ops: vec![], filter: args.first().filter(|x| !x.starts_with("--")).cloned() } }
    pub fn op(&mut self, case: &'static str, krate: &'static str, op: &'static str, bytes: usize, f: impl FnMut() + 'a) {
        if let Some(x) = &self.filter { if !format!("{case} {krate} {op}").contains(x.as_str()) { return; } }
        self.ops.push(Op { case, krate, op, bytes, f: Box::new(f), ns: vec![], iters: 0, allocs: 0, abytes: 0 });
    }
    pub fn run(&mut self, samples: usize, target: Duration) {
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

/// The number behind `--samples`, or 41.
pub fn samples(args: &[String]) -> usize {
    args.iter().position(|x| x == "--samples").map(|i| args[i + 1].parse().unwrap()).unwrap_or(41)
}
