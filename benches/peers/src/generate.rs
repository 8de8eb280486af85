//! From the text of api.tl to Rust in memory: typelang and grammers in turns.
//!
//! `cargo run --release --bin generate [SAMPLES]` prints medians in milliseconds.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use grammers_tl_gen::{Config as GrammersConfig, Outputs, generate_rust_code};
use grammers_tl_parser::parse_tl_file;
use typelang_codegen::{Config, Sources};

/// What is measured, by name.
type Case<'a> = (&'static str, Box<dyn Fn() -> usize + 'a>);

fn main() {
    let samples = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(21);
    let api = typelang_schema::API;
    let mut sources = Sources::new();
    sources.add("api.tl", api);
    // grammers reads one declaration a line.
    let lines = one_line_each(api);
    let cases: Vec<Case<'_>> = vec![
        ("grammers, unformatted", Box::new(|| grammers(&lines))),
        ("typelang, unformatted", Box::new(|| typelang(&sources, false))),
        ("typelang, formatted", Box::new(|| typelang(&sources, true))),
    ];
    let mut times = vec![Vec::new(); cases.len()];
    for _ in 0..samples {
        for (times, (_, run)) in times.iter_mut().zip(&cases) {
            let start = Instant::now();
            black_box(run());
            times.push(start.elapsed());
        }
    }
    println!("| {samples} runs in turns | output, kB | median, ms | least, ms |\n|---|---|---|---|");
    for (times, (name, run)) in times.iter_mut().zip(&cases) {
        times.sort();
        let ms = |time: Duration| time.as_secs_f64() * 1e3;
        println!("| {name} | {} | {:.1} | {:.1} |", run() / 1000, ms(times[times.len() / 2]), ms(times[0]));
    }
}

fn one_line_each(schema: &str) -> String {
    schema.replace("\n    ", " ")
}

fn grammers(schema: &str) -> usize {
    // It does not read `vector`, and skips it in its own build script too.
    let definitions: Vec<_> = parse_tl_file(schema).flatten().collect();
    let mut outputs =
        Outputs { common: Vec::new(), types: Vec::new(), functions: Vec::new(), enums: Vec::new() };
    let config = GrammersConfig {
        gen_name_for_id: true,
        deserializable_functions: true,
        impl_debug: true,
        impl_from_enum: true,
        impl_from_type: true,
        impl_serde: false,
    };
    generate_rust_code(&mut outputs, &definitions, 230, &config).expect("memory takes it");
    outputs.common.len() + outputs.types.len() + outputs.functions.len() + outputs.enums.len()
}

fn typelang(sources: &Sources, format: bool) -> usize {
    let output = Config::new().format(format).generate(sources).expect("the schema is sound");
    output.files.values().map(String::len).sum()
}
