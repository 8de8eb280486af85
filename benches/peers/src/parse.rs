//! From text to declarations: typelang with spans, comments and documentation, and its peers without, in turns.
//!
//! `cargo run --release --bin parse -- [SAMPLES] [FILE.tl…]` prints medians in milliseconds and peaks in bytes. Files
//! are schemas in TDLib's manner; api.tl and a schema made up in that manner are always measured.

use std::{
    alloc::{GlobalAlloc, Layout, System},
    hint::black_box,
    sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed},
    time::{Duration, Instant},
};

use typelang_parser::{FileId, docs::docs_of, parse};

/// What is measured: the parser, and its run over a text, which gives the number of declarations.
type Case = (&'static str, fn(&str) -> usize);

const API: &[Case] =
    &[("grammers", grammers), ("typelang", typelang), ("typelang, and docs", typelang_docs)];
const TD: &[Case] =
    &[("tdlib-rs", tdlib_rs), ("typelang", typelang), ("typelang, and docs", typelang_docs)];

fn main() {
    let mut args = std::env::args().skip(1).peekable();
    let samples = args.next_if(|arg| arg.parse::<usize>().is_ok());
    let samples = samples.and_then(|count| count.parse().ok()).unwrap_or(31);
    println!("{samples} runs in turns at 1x, fewer at 10x and 100x\n");
    println!(
        "| text | size | parser | declarations | median, ms | least, ms | ns/byte | peak, bytes/byte |\n\
         |---|---|---|---|---|---|---|---|"
    );
    // grammers reads one declaration a line.
    table("api.tl", &one_line_each(typelang_schema::API), API, samples);
    table("made up", &made_up(), TD, samples);
    for path in args {
        let text = std::fs::read_to_string(&path).expect("the file can be read");
        let name = path.rsplit('/').next().unwrap_or_default();
        table(name, &text, TD, samples);
    }
}

/// One text, as it is and repeated.
fn table(name: &str, text: &str, cases: &[Case], samples: usize) {
    for (times, samples) in [(1, samples), (10, samples.div_ceil(4)), (100, samples.div_ceil(16))] {
        rows(&format!("{name} {times}x"), &text.repeat(times), cases, samples);
    }
}

fn rows(name: &str, text: &str, cases: &[Case], samples: usize) {
    let mut times = vec![Vec::new(); cases.len()];
    for _ in 0..samples {
        for (times, (_, run)) in times.iter_mut().zip(cases) {
            let start = Instant::now();
            black_box(run(black_box(text)));
            times.push(start.elapsed());
        }
    }
    let size = text.len() as f64;
    for (times, (parser, run)) in times.iter_mut().zip(cases) {
        times.sort();
        let ms = |time: Duration| time.as_secs_f64() * 1e3;
        let (median, least) = (ms(times[times.len() / 2]), ms(times[0]));
        let (count, peak) = peak_of(|| run(text));
        println!(
            "| {name} | {:.2} MB | {parser} | {count} | {median:.2} | {least:.2} | {:.1} | {:.1} |",
            size / 1e6,
            median * 1e6 / size,
            peak as f64 / size,
        );
    }
}

fn grammers(text: &str) -> usize {
    // It does not read `vector`, and skips it in its own build script too.
    black_box(grammers_tl_parser::parse_tl_file(text).flatten().collect::<Vec<_>>()).len()
}

fn tdlib_rs(text: &str) -> usize {
    // It takes the text with it; the copy is a hundredth of its time.
    let definitions = tdlib_rs_parser::parse_tl_file(text.to_owned());
    black_box(definitions.flatten().collect::<Vec<_>>()).len()
}

fn typelang(text: &str) -> usize {
    let parsed = black_box(parse(FileId(0), text));
    assert!(parsed.diagnostics.is_empty(), "the schema is sound");
    parsed.file.items.len()
}

fn typelang_docs(text: &str) -> usize {
    let parsed = black_box(parse(FileId(0), text));
    black_box(docs_of(&parsed.file, text));
    parsed.file.items.len()
}

fn one_line_each(schema: &str) -> String {
    schema.replace("\n    ", " ")
}

/// As many declarations as TDLib's schema has, documented at about the same length.
fn made_up() -> String {
    let mut text = "int32 = Int32;\nvector {t:Type} # [ t ] = Vector t;\n\n".to_owned();
    text.extend((0..1_050).map(|at| TYPES.replace('$', &at.to_string())));
    text += "---functions---\n\n";
    text.extend((0..500).map(|at| METHODS.replace('$', &at.to_string())));
    text
}

/// Declarations in TDLib's manner: `$` is a number.
const TYPES: &str = "\
//@class Vessel$ @description Describes how goods are carried from one place to the other

//@description The goods are carried by a ship over the sea; such a vessel is slow and takes much
//@name The name that is written on the bow, as its owner chose it
//@tonnage How much the ship takes, in tons; 0 if it is not known to the one who asks
//@harbours The places at which the ship lies on its way, the first one first
vesselShip$ name:string tonnage:int53 harbours:vector<string> is_moored:Bool = Vessel$;

//@description The goods are carried by a waggon on rails. The waggon is one of several in a train, which
//-is not known before the train has been put together
//@number The number of the waggon; 1 to 99 characters
//@load What is in it; pass null if it is empty
vesselWaggon$ number:string load:vesselShip$ weights:vector<vector<int32>> = Vessel$;

";

const METHODS: &str = "\
//@description Returns the vessels of an owner that lie at a place, sorted by name. Can be called before the owner
//-is known. The answer may be shorter than the limit says even if there are more of them
//@owner_id Identifier of the owner
//@place The place at which they lie; pass an empty string to get them all
//@limit The greatest number of vessels to be returned; must be positive
getVessels$ owner_id:int53 place:string offset:int32 limit:int32 only_moored:Bool = Vessel$;

//@description Moves a vessel to another place @vessel_id Identifier of the vessel @place The place to move it to
moveVessel$ vessel_id:int53 place:string = Vessel$;

";

/// Counts what is held, while counting is on.
struct Counting;

static COUNTS: AtomicBool = AtomicBool::new(false);
static HELD: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

#[global_allocator]
static GLOBAL: Counting = Counting;

fn taken(bytes: usize) {
    if COUNTS.load(Relaxed) {
        PEAK.fetch_max(HELD.fetch_add(bytes, Relaxed) + bytes, Relaxed);
    }
}

fn given(bytes: usize) {
    if COUNTS.load(Relaxed) {
        HELD.fetch_sub(bytes, Relaxed);
    }
}

// SAFETY: all is left to the system's allocator; only lengths are looked at.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        taken(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        given(layout.size());
        unsafe { System.dealloc(place, layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // Both are held while the bytes move.
        taken(size);
        given(layout.size());
        unsafe { System.realloc(place, layout, size) }
    }
}

/// What `run` returns, and the most that it holds at a time.
fn peak_of<T>(run: impl FnOnce() -> T) -> (T, usize) {
    HELD.store(0, Relaxed);
    PEAK.store(0, Relaxed);
    COUNTS.store(true, Relaxed);
    let value = run();
    COUNTS.store(false, Relaxed);
    (value, PEAK.load(Relaxed))
}
