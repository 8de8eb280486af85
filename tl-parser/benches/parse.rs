//! Measures parsing, reading docs and printing, whose time should grow only with the length of the text.
//!
//! `cargo bench -p typelang-parser --bench parse`; `TL_FILES=a.tl:b.tl` adds files.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use typelang_parser::{FileId, docs::docs_of, parse, print};

/// Declarations in the style of Telegram's schema and TDLib's, with invented names.
const BLOCK: &str = "\
//@description A message in a chat @id Its number @text What it says; may be empty
//@media What is attached to it; pass null if nothing is
message@#1cb5c415 flags:# out:flags.1?true silent:flags.13?true id:int peer:auth.Peer text:string media:flags.9?MessageMedia \
entities:flags.7?Vector<MessageEntity> date:long = Message;
sentCode@#5e002502 flags:# type:auth.SentCodeType hash:string timeout:flags.2?int = auth.SentCode;
page@ {t:Type} items:(vector %(pair int t)) count:# rows:count*[ key:string value:t ] = Page t;
";

/// Repeats the block, each time with new names.
fn schema(blocks: usize) -> String {
    (0..blocks)
        .map(|block| BLOCK.replace('@', &block.to_string()).replace(&format!("//{block}"), "//@"))
        .collect()
}

fn stages(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("parse");
    for blocks in [100, 1_000, 10_000] {
        let text = schema(blocks);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.sample_size(if blocks > 1_000 { 10 } else { 50 });
        group.bench_with_input(BenchmarkId::new("parse", blocks), &text, |bencher, text| {
            bencher.iter(|| black_box(parse(FileId(0), text)));
        });
        let parsed = parse(FileId(0), &text);
        assert_eq!(parsed.diagnostics, [], "the schema is sound");
        group.bench_with_input(BenchmarkId::new("docs", blocks), &text, |bencher, text| {
            bencher.iter(|| black_box(docs_of(&parsed.file, text)));
        });
        group.bench_with_input(BenchmarkId::new("print", blocks), &text, |bencher, text| {
            bencher.iter(|| black_box(print(&parsed.file, text)));
        });
    }
    group.finish();
}

fn files(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("file");
    let names = std::env::var("TL_FILES").unwrap_or_default();
    for name in names.split(':').filter(|name| !name.is_empty()) {
        let text = std::fs::read_to_string(name).expect("TL_FILES names readable files");
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("parse", name), &text, |bencher, text| {
            bencher.iter(|| black_box(parse(FileId(0), text)));
        });
    }
    group.finish();
}

criterion_group!(benches, stages, files);
criterion_main!(benches);
