//! The slice of messages, each crate in a program of its own, as a client has it. The programs run in turns.

use std::env;
use std::process::Command;

/// The programs, beside this one.
const PROGRAMS: [&str; 3] = ["alone-grammers", "alone-tl-proto", "alone-typelang"];

fn main() {
    let turns: usize =
        env::args().nth(1).map_or(11, |turns| turns.parse().expect("a number of turns"));
    let mut all = PROGRAMS.map(|_| [const { Vec::new() }; 2]);
    for _ in 0..turns {
        for (program, all) in PROGRAMS.iter().zip(&mut all) {
            for (times, time) in all.iter_mut().zip(run(program)) {
                times.push(time);
            }
        }
    }
    println!("| | decode, µs | encode into a reused buffer, µs |\n|---|---|---|");
    for (program, [decode, encode]) in PROGRAMS.iter().zip(&mut all) {
        println!("| {program} | {:.1} | {:.2} |", median(decode), median(encode));
    }
}

/// The medians of one run, in microseconds: to decode and to encode.
fn run(program: &str) -> [f64; 2] {
    let path = env::current_exe().expect("a path").with_file_name(program);
    let output = Command::new(path)
        .output()
        .unwrap_or_else(|error| panic!("{program}: {error}; build all programs first"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("text");
    let mut times = text.split_whitespace().map(|time| time.parse().expect("a time"));
    [times.next().expect("two times"), times.next().expect("two times")]
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
