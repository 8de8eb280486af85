//! Every vector is unchanged by its generated type.

use serde_json::Value;
use typelang_layer229::{Generated, ROWS};
use typelang_runtime::{BOOL_FALSE, BOOL_TRUE, VECTOR};

const VECTORS: [&str; 2] =
    [include_str!("../../vectors/telegram-229.jsonl"), include_str!("../../vectors/hand.jsonl")];

#[test]
fn every_vector_decodes_and_encodes_to_the_same_bytes() {
    let lines = VECTORS.iter().flat_map(|vectors| vectors.lines());
    let rows: Vec<Value> =
        lines.map(|line| serde_json::from_str(line).expect("a row is JSON")).collect();
    assert_eq!(rows.len(), 2524 + 83);
    assert_eq!(rows.len(), ROWS.len());
    let mut faults = Vec::new();
    for (row, trips) in rows.iter().zip(ROWS) {
        assert!(!trips.is_empty());
        let bytes = unhex(row["hex"].as_str().expect("a row has bytes"));
        let id = bytes.first_chunk().map_or(0, |id| u32::from_le_bytes(*id));
        let borrowed = Generated::find(id).map_or(&[][..], |generated| generated.borrowed);
        assert!(!borrowed.is_empty() || is_predefined(id), "{}", row["name"]);
        for trip in trips.iter().chain(borrowed) {
            match trip(&bytes) {
                Ok(again) if again == bytes => {}
                Ok(_) => faults.push(format!("{}: other bytes", row["name"])),
                Err(error) => faults.push(format!("{}: {error}", row["name"])),
            }
        }
    }
    assert!(faults.is_empty(), "{} of {} rows:\n{}", faults.len(), rows.len(), faults.join("\n"));
}

/// Returns whether the id belongs to a type that the runtime implements.
fn is_predefined(id: u32) -> bool {
    [BOOL_TRUE, BOOL_FALSE, VECTOR].contains(&id)
}

fn unhex(hex: &str) -> Vec<u8> {
    let digit =
        |char: char| char.to_digit(16).and_then(|digit| u8::try_from(digit).ok()).expect("hex");
    let digits: Vec<u8> = hex.chars().map(digit).collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}
