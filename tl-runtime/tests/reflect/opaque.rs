//! Opaque values of schemas that generated code hardly has: what cannot be passed over is refused, and objects are.

use std::sync::LazyLock;

use typelang_parser::{Dialect, Options as Settings, Sources, check, tlo};
use typelang_runtime::{
    Decode, Embedded, Encode, Error, ErrorKind, HasSchema, Opaque, OpaqueType, Options, Reader,
    Strictness, Trailing, reflect::Root,
};

use crate::support::logged;

const TEXT: &str = "\
object ? = Object;
int ? = Int;
one#00000001 x:int = One;
carry#00000002 bytes:int body:Object = Carry;
carry2#00000103 body:Object after:int = Carry;
zero#00000004 = Nat 0;
choice#00000007 n:# x:(Nat n) = Choice;
inner#00000005 = Inner;
inner2#00000206 inner:Inner = Inner;
many#00000008 n:# x:n*[ int ] = Many;
flags#00000009 flags:# x:flags.0?string = Flags;
";

static SCHEMA: LazyLock<&'static Embedded> = LazyLock::new(|| {
    let mut sources = Sources::new();
    sources.add("test.tl", TEXT);
    let settings = Settings { dialect: Some(Dialect::Ton), ..Settings::default() };
    let checked = check(&sources, &settings);
    assert!(!checked.has_errors(), "{:?}", checked.diagnostics);
    Box::leak(Box::new(Embedded::new(Box::leak(tlo::write(&checked.schema).into_boxed_slice()))))
});

static NO_SCHEMA: Embedded = Embedded::new(&[1, 2, 3]);

enum Carried {}

impl HasSchema for Carried {
    fn schema() -> Option<&'static Embedded> {
        Some(*SCHEMA)
    }
}

enum Unreadable {}

impl HasSchema for Unreadable {
    fn schema() -> Option<&'static Embedded> {
        Some(&NO_SCHEMA)
    }
}

/// Types by name and schema.
macro_rules! types {
    ($($name:ident $tl:literal $schema:ty;)*) => {$(
        enum $name {}

        impl OpaqueType for $name {
            type Schema = $schema;
            const NAME: &'static str = $tl;
        }
    )*};
}

types! {
    One "One" Carried;
    Carry "Carry" Carried;
    Choice "Choice" Carried;
    Inner "Inner" Carried;
    Many "Many" Carried;
    Flags "Flags" Carried;
    Absent "Absent" Carried;
    Lost "One" Unreadable;
    Nowhere "One" ();
}

fn words(words: &[u32]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

fn fault<T: OpaqueType>(bytes: &[u8]) -> Error {
    Opaque::<T>::from_bytes(bytes).map(Opaque::into_bytes).unwrap_err()
}

#[test]
fn what_no_schema_tells_the_end_of_is_refused() {
    let one = words(&[1, 7]);
    assert_eq!(Opaque::<One>::from_bytes(&one).unwrap().to_bytes(), one);
    for error in [fault::<Absent>(&one), fault::<Lost>(&one), fault::<Nowhere>(&one)] {
        assert_eq!((error.kind(), error.offset()), (ErrorKind::NoForm, 0));
    }
    // No constructor of the type accepts the number in the bytes.
    assert!(Opaque::<Choice>::from_bytes(&words(&[7, 0, 4])).is_ok());
    let error = fault::<Choice>(&words(&[7, 1, 4]));
    assert_eq!((error.kind(), error.expected()), (ErrorKind::NoForm, "Nat"));
    assert!(error.to_string().contains("generate the type"), "{error}");
}

#[test]
fn objects_in_it_end_where_their_constructors_do() {
    for value in
        [words(&[0x103, 1, 7, 9]), words(&[0x103, 0x206, 0x206, 5, 9]), words(&[2, 8, 1, 7])]
    {
        let kept = Opaque::<Carry>::from_bytes(&value).unwrap();
        assert_eq!(kept.as_bytes(), value);
        let mut reader = Reader::new(&value);
        assert_eq!(reader.read::<Opaque<Carry>>(), kept);
        assert_eq!(reader.offset(), value.len());
    }
    let error = fault::<Carry>(&words(&[0x103, 0xbad, 9]));
    assert_eq!(error.kind(), ErrorKind::UnknownId { found: 0xbad });
    // Of known length, it may be of any schema.
    assert!(Opaque::<Carry>::from_bytes(&words(&[2, 8, 0xbad, 9])).is_ok());
}

#[test]
fn a_failed_reader_reads_nothing_more() {
    let bytes = words(&[9, 1, 7]);
    let mut reader = Reader::new(&bytes);
    let empty = reader.read::<Opaque<One>>();
    assert_eq!((empty.id(), empty.name(), empty.as_bytes()), (0, None, &[][..]));
    assert!(reader.read::<Opaque<Inner>>().as_bytes().is_empty());
    let error = reader.finish().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::WrongId { found: 9, expected: 1 });
    let error = fault::<Inner>(&[5, 0]);
    assert_eq!(error.kind(), ErrorKind::UnexpectedEnd { needed: 4, left: 2 });
}

#[test]
fn limits_are_what_is_left_of_the_readers() {
    let deep = |levels: usize| [words(&[0x206]).repeat(levels), words(&[5])].concat();
    let read = |levels: usize, outer: u32| {
        let bytes = deep(levels);
        let mut reader = Reader::with_options(&bytes, &Options::DEFAULT.depth(20));
        (0..outer).for_each(|_| reader.enter());
        drop(reader.read::<Opaque<Inner>>());
        reader.finish().map_err(|error| error.kind())
    };
    assert_eq!(read(19, 0), Ok(()));
    assert_eq!(read(20, 0), Err(ErrorKind::DepthLimit));
    assert_eq!(read(9, 10), Ok(()));
    assert_eq!(read(10, 10), Err(ErrorKind::DepthLimit));
}

#[test]
fn elements_are_counted_in_it_and_spent() {
    let bytes = words(&[8, 3, 1, 2, 3, 8, 2, 4, 5]);
    let read = |elements: usize| {
        let mut reader = Reader::with_options(&bytes, &Options::DEFAULT.elements(elements));
        let first = reader.read::<Opaque<Many>>();
        let second = reader.read::<Opaque<Many>>();
        let lens = (first.as_bytes().len(), second.as_bytes().len());
        (lens, reader.finish().map_err(|error| error.kind()))
    };
    assert_eq!(read(5), ((20, 16), Ok(())));
    assert_eq!(read(4), ((20, 0), Err(ErrorKind::ElementLimit)));
    assert_eq!(read(3), ((20, 0), Err(ErrorKind::ElementLimit)));
    assert_eq!(read(2), ((0, 0), Err(ErrorKind::ElementLimit)));
}

#[test]
fn it_is_read_as_strictly_as_what_is_around_it() {
    let strict = Options::DEFAULT.strictness(Strictness::Strict);
    let padded = [words(&[9, 1]), vec![1, b'a', 0, 1]].concat();
    assert_eq!(Opaque::<Flags>::from_bytes(&padded).unwrap().as_bytes(), padded);
    let error = Opaque::<Flags>::from_bytes_with(&padded, &strict).map(drop).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (ErrorKind::NonZeroPadding, 8));
    let bits = words(&[9, 2]);
    assert!(Opaque::<Flags>::from_bytes(&bits).is_ok());
    let error = Opaque::<Flags>::from_bytes_with(&bits, &strict).map(drop).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (ErrorKind::UnknownFlags { bits: 2 }, 4));
    // In a schema whose free bits are data, they are.
    let schema: &'static Embedded = &SCHEMA;
    let keeping = Embedded::keeping_free_bits(schema.as_bytes());
    let schemas = [keeping.schema().unwrap().clone()];
    assert!(logged(&schemas, Root::Any, &bits, &strict).is_ok());
    assert!(logged(&schemas, Root::Any, &padded, &strict).is_err());
    for (names, is_kept) in [(&["flags"][..], true), (&["a", "flags", "z"], true), (&["f"], false)]
    {
        let keeping = Embedded::new(schema.as_bytes()).with_free_bits(names);
        let schemas = [keeping.schema().unwrap().clone()];
        assert_eq!(logged(&schemas, Root::Any, &bits, &strict).is_ok(), is_kept, "{names:?}");
    }
    let schemas = [schema.schema().unwrap().clone()];
    assert!(logged(&schemas, Root::Any, &bits, &strict).is_err());
}

#[test]
fn what_follows_it_is_for_whoever_reads_on() {
    let bytes = words(&[1, 7, 1, 8]);
    for trailing in [Trailing::Refuse, Trailing::Allow] {
        let mut reader = Reader::with_options(&bytes, &Options::DEFAULT.trailing(trailing));
        let both = [reader.read::<Opaque<One>>(), reader.read::<Opaque<One>>()];
        assert_eq!(both.map(Opaque::into_bytes).concat(), bytes);
        assert_eq!(reader.finish(), Ok(()));
    }
    let error = fault::<One>(&bytes);
    assert_eq!((error.kind(), error.offset()), (ErrorKind::TrailingBytes { count: 8 }, 8));
}

#[test]
fn memory_is_no_limit_of_what_is_cut_from_the_input() {
    let bytes = words(&[8, 3, 1, 2, 3]);
    let options = Options::DEFAULT.memory(0);
    assert_eq!(Opaque::<Many>::from_bytes_with(&bytes, &options).unwrap().as_bytes(), bytes);
}
