//! Decides which adjacent values are written in one call, since their width is fixed.
//!
//! Goldens: `primitives`, `shared_bits`.

use crate::plan::model::wire::{Number, Piece, Step, Write};

/// The most bytes of a run; the runtime has the same limit.
const BYTES: u32 = 64;
/// The most values of a run; the runtime supports tuples of this length.
const VALUES: usize = 8;

/// Returns the writes of a struct, in order; adjacent steps of fixed width are one write.
pub(crate) fn writes(wire: &[Step]) -> Vec<Write> {
    let is_written = |(_, step): &(usize, &Step)| {
        !matches!(step, Step::Flag { is_ruled: false, .. } | Step::Join { .. } | Step::Zip { .. })
    };
    let mut writes: Vec<Write> = Vec::with_capacity(wire.len());
    let (mut room, mut values) = (0, 0);
    for (at, step) in wire.iter().enumerate().filter(is_written) {
        let width = width(step);
        match (width, writes.last_mut()) {
            (Some(width), Some(last)) if width <= room && values < VALUES => {
                match last {
                    Write::Step(first) => *last = Write::Run(vec![*first, at]),
                    Write::Run(run) => run.push(at),
                }
                room -= width;
                values += 1;
            }
            _ => {
                writes.push(Write::Step(at));
                room = width.map_or(0, |width| BYTES - width);
                values = 1;
            }
        }
    }
    writes
}

/// Returns whether the values of a bit all have a fixed width, and are few enough for a run.
pub(crate) fn is_run(parts: &[Piece]) -> bool {
    let bytes: Option<u32> = parts.iter().map(|part| part.codec.width()).sum();
    (2..=VALUES).contains(&parts.len()) && bytes.is_some_and(|bytes| bytes <= BYTES)
}

fn width(step: &Step) -> Option<u32> {
    match step {
        Step::Number(Number { bit: None, .. }) => Some(4),
        Step::Required { codec, .. } => codec.width(),
        _ => None,
    }
}
