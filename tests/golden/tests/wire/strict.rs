//! Asserts that strict reading, even of damaged values, gives the same result in generated code and in a
//! walk, in each dialect.

use std::convert::Infallible;

use typelang_runtime::{
    Decode, ErrorKind, Options, Strictness, Trailing,
    reflect::{Ended, Event, FaultKind, Piece, Random, Root, Schema, TypeExpr, walk},
};

/// The result of decoding: the kind and offset of the fault, if there is one.
pub(crate) type Read = Result<(), (ErrorKind, usize)>;

pub(crate) type ReadAs = fn(&[u8], &Options) -> Read;

pub(crate) fn read_as<T: for<'de> Decode<'de>>(bytes: &[u8], options: &Options) -> Read {
    T::from_bytes_with(bytes, options).map(drop).map_err(|error| (error.kind(), error.offset()))
}

pub(crate) fn walked(schemas: &[Schema], root: Root<'_>, bytes: &[u8], options: &Options) -> Read {
    let mut ignore = |_: Piece<'_>, _: Event<'_, '_>| Ok::<(), Infallible>(());
    match walk(schemas, root, bytes, options, &mut ignore) {
        Ok(_) => Ok(()),
        Err(Ended::Fault(fault)) => match fault.kind() {
            FaultKind::Wire(kind) => Err((kind, usize::try_from(fault.offset()).unwrap())),
            other => panic!("{other}"),
        },
        Err(Ended::Stop(never)) => match never {},
    }
}

/// A generator of numbers that is the same everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

/// Damages bytes as a careless encoder might, or at random.
fn damage(bytes: &mut Vec<u8>, dice: &mut Dice) {
    if bytes.is_empty() {
        return;
    }
    let at = dice.below(bytes.len());
    match dice.below(8) {
        // Padding, lengths, text.
        0 => bytes[at] = [1, 2, 3, 0xfe, 0xff, 0x80][dice.below(6)],
        // Flag bits, ids, counts.
        1 | 2 => bytes[at] ^= 1 << dice.below(8),
        3 => bytes.extend(&[0; 4][..=dice.below(4)]),
        4 => bytes.truncate(at),
        // A length in more bytes than it needs, for the string at a word, if there is one.
        5 => {
            let word = at / 4 * 4;
            if let Some(&len @ ..=0xfd) = bytes.get(word) {
                bytes.splice(word..=word, [0xfe, len, 0, 0]);
                let end = word + 4 + usize::from(len);
                let padding = (1 + usize::from(len)).next_multiple_of(4) - 1 - usize::from(len);
                let new = (4 + usize::from(len)).next_multiple_of(4) - 4 - usize::from(len);
                if let Some(old) = bytes.get(end..end + padding) {
                    let old = old.len();
                    bytes.splice(end..end + old, vec![0; new]);
                }
            }
        }
        // One of the ids of `Bool`, no bits, or all bits.
        6 => {
            let word = [0x9972_75b5_u32, 0xbc79_9737, 0, u32::MAX][dice.below(4)];
            if let Some(place) = bytes.get_mut(at / 4 * 4..).and_then(|rest| rest.get_mut(..4)) {
                place.copy_from_slice(&word.to_le_bytes());
            }
        }
        _ => bytes[at / 4 * 4..].iter_mut().skip(3).take(1).for_each(|byte| *byte ^= 0x80),
    }
}

pub(crate) fn try_all(name: &str, schema: &Schema, types: &[(&str, ReadAs)]) {
    let schemas = [schema.clone()];
    let mut random = Random::new(&schemas, 7).size(200);
    let mut dice = Dice(1);
    let (mut accepted, mut refused) = (0, 0);
    for (combinator, read) in types {
        let combinator = schemas[0].all_named(combinator).next().unwrap();
        let root = Root::Boxed(&schemas[0], combinator);
        // A constructor is also decoded as its type.
        let sum = TypeExpr::parse(&schemas[0], "Sum").unwrap();
        let is_variant = ["one", "none", "many"].contains(&combinator.name());
        let read_root = if is_variant { Root::Type(&schemas[0], &sum) } else { root };
        for at in 0..2_000 {
            let mut bytes = random.bytes(root).unwrap();
            for _ in 0..at % 3 {
                damage(&mut bytes, &mut dice);
            }
            for strictness in [Strictness::Strict, Strictness::Lenient] {
                for trailing in [Trailing::Refuse, Trailing::Allow] {
                    let options = Options::DEFAULT.strictness(strictness).trailing(trailing);
                    let generated = read(&bytes, &options);
                    let walked = walked(&schemas, read_root, &bytes, &options);
                    let said = format!("{name}: {} {bytes:02x?} {strictness:?}", combinator.name());
                    assert_eq!(
                        generated.is_ok(),
                        walked.is_ok(),
                        "{said}: {generated:?} {walked:?}"
                    );
                    // A count is refused as a whole, or at the first excess element.
                    let is_count = |read: &Read| {
                        matches!(read, Err((ErrorKind::ElementLimit | ErrorKind::MemoryLimit, _)))
                    };
                    if !is_count(&generated) && !is_count(&walked) {
                        assert_eq!(generated, walked, "{said}");
                    }
                    *(if generated.is_ok() { &mut accepted } else { &mut refused }) += 1;
                }
            }
        }
    }
    assert!(accepted > 1_000 && refused > 1_000, "{accepted} values, {refused} faults");
}

/// Constructors of a module by TL name, each with its decoder.
macro_rules! types {
    ($module:ident: $($name:literal => $($path:ident)::+),* $(,)?) => {
        [$(($name, $crate::strict::read_as::<typelang_golden::$module::$($path)::+> as $crate::strict::ReadAs)),*]
    };
}

/// The declarations in the schemas of both dialects.
macro_rules! both {
    ($module:ident) => {
        $crate::strict::types! { $module:
            "leaf" => types::Leaf, "word" => types::Word, "two" => types::Two, "late" => types::Late,
            "counted" => types::Counted, "mixed" => types::Mixed, "plain" => types::Plain,
            "outer" => types::Outer, "one" => enums::Sum, "none" => enums::Sum, "many" => enums::Sum,
            "rows" => types::Rows, "get" => functions::Get,
        }
    };
}

pub(crate) use {both, types};
