//! The peak memory of generating, on all threads, as a multiple of the schema's text.

#![allow(clippy::unwrap_used, reason = "tests fail so")]

use std::{
    fs,
    num::NonZero,
    sync::{Mutex, PoisonError},
    thread,
};

use peak_alloc::PeakAlloc;
use typelang_codegen::{Config, Sources};

/// Counts the memory of all threads.
#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Held by the test that is measured.
static MEASURED: Mutex<()> = Mutex::new(());

/// The most bytes of memory for each byte of a schema.
const FACTOR: usize = 150;
/// The memory of one file and its largest item, however short the schema is. Each core makes a file at a time.
const FLOOR: usize = 4 << 20;
/// The additional memory of a declaration or field, however short its name is.
const PART: usize = 4 << 10;

#[track_caller]
fn assert_bounded(what: &str, text: &str) {
    assert_within(what, text, 0);
}

/// Like [`assert_bounded`], for a schema of unusually short declarations.
#[track_caller]
fn assert_dense(what: &str, text: &str) {
    assert_within(what, text, PART * text.matches([':', ';']).count());
}

#[track_caller]
fn assert_within(what: &str, text: &str, parts: usize) {
    let _alone = MEASURED.lock().unwrap_or_else(PoisonError::into_inner);
    let mut sources = Sources::new();
    sources.add("a.tl", text);
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    drop(Config::new().generate(&sources));
    let taken = MEMORY.peak_usage() - before;
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let most = FACTOR * text.len() + FLOOR * cores + parts;
    assert!(taken <= most, "{what}: {taken} of {most} bytes");
}

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

#[test]
fn telegrams_layer_takes_at_most_150_times_its_text() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../schema/telegram/api.tl");
    assert_bounded("Telegram's layer", &fs::read_to_string(path).unwrap());
}

#[test]
fn one_bit_of_many_fields_takes_no_more() {
    let field = |at| format!("field_{at}:flags.0?int ");
    assert_bounded("side by side", &format!("a flags:# {}= A;", lines(3_000, field)));
    let apart = |at| format!("field_{at}:flags.0?int between_{at}:int ");
    assert_bounded("apart", &format!("a flags:# {}= A;", lines(500, apart)));
}

#[test]
fn many_repetitions_of_one_count_take_no_more() {
    let text = lines(2_000, |at| format!("row_{at}:n*[ int ] "));
    assert_bounded("refused", &format!("a n:# {text}= A;"));
}

#[test]
fn many_equal_names_take_no_more() {
    let name = |at: usize| {
        (0..12).fold("q".to_owned(), |name, bit| {
            format!(
                "{name}_{}{}",
                if at >> bit & 1 == 1 { "_" } else { "" },
                char::from(b'b' + bit)
            )
        })
    };
    assert_bounded("types", &lines(3_000, |at| format!("{} a:int = T{at};\n", name(at))));
    let fields = lines(3_000, |at| format!("{}:int ", name(at)));
    assert_bounded("fields", &format!("a {fields}= A;"));
}

#[test]
fn dense_schemas_take_a_constant_for_each_declaration_beside() {
    for size in [50, 200, 800] {
        let dense = |what: &str, text: String| assert_dense(&format!("{size} {what}"), &text);
        dense("types", lines(size, |at| format!("a{at} x:int = A{at};\n")));
        dense("constructors of one type", lines(size, |at| format!("a{at} x:int = A;\n")));
        dense("constructors without fields", lines(size, |at| format!("a{at} = A;\n")));
        let methods = lines(size, |at| format!("m{at} x:int = A;\n"));
        dense("methods", format!("a = A;\n---functions---\n{methods}"));
        // The bodies of one struct are printed in pieces, so that its fields take no constant beside.
        let words = lines(size, |at| format!("g{at}:# x{at}:g{at}.0?int "));
        assert_bounded("flag words", &format!("a {words}= A;"));
        let apart = lines(size, |at| format!("f{at}:flags.0?int g{at}:int "));
        assert_bounded("fields of one bit, apart", &format!("a flags:# {apart}= A;"));
        let uses = lines(size, |at| format!("p{at} = P{at};\nu{at} x:(Pair P{at} P0) = U{at};\n"));
        dense("combinations", format!("pair {{X:Type}} {{Y:Type}} a:X b:Y = Pair X Y;\n{uses}"));
    }
}
