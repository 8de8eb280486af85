//! Every vector is unchanged by its generated type.

use serde_json::Value;
use typelang_ton_vectors::ROWS;

const VECTORS: [(&str, usize); 3] = [
    (include_str!("../../vectors/ton/ton_api.jsonl"), 658),
    (include_str!("../../vectors/ton/lite_api.jsonl"), 88),
    (include_str!("../../vectors/ton/tonlib_api.jsonl"), 219),
];

#[test]
fn every_vector_decodes_and_encodes_to_the_same_bytes() {
    let mut faults = Vec::new();
    for ((vectors, count), trips) in VECTORS.iter().zip(ROWS) {
        assert_eq!((vectors.lines().count(), trips.len()), (*count, *count));
        for (line, trips) in vectors.lines().zip(*trips) {
            let row: Value = serde_json::from_str(line).expect("a row is JSON");
            assert!(!trips.is_empty());
            let bytes = unhex(row["hex"].as_str().expect("a row has bytes"));
            for trip in *trips {
                match trip(&bytes) {
                    Ok(again) if again == bytes => {}
                    Ok(_) => faults.push(format!("{}: other bytes", row["name"])),
                    Err(error) => faults.push(format!("{}: {error}", row["name"])),
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

fn unhex(hex: &str) -> Vec<u8> {
    let digit =
        |char: char| char.to_digit(16).and_then(|digit| u8::try_from(digit).ok()).expect("hex");
    let digits: Vec<u8> = hex.chars().map(digit).collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}
