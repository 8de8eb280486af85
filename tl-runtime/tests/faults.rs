//! Faults: the first one is kept, with its offset, and reading on is harmless.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod stand_ins;

use stand_ins::{enums, functions, types};
use typelang_runtime::{
    Combinator, Decode, Encode, Error, ErrorKind, Object, Options, Reader, Strictness, Trailing,
    VECTOR, mtproto::RpcError,
};

const STRICT: Options = Options::DEFAULT.strictness(Strictness::Strict);

#[track_caller]
fn fault<T>(result: Result<T, Error>) -> (ErrorKind, usize, &'static str) {
    let error = result.map(|_| ()).unwrap_err();
    (error.kind(), error.offset(), error.expected())
}

#[test]
fn end_of_input_names_the_item() {
    let bytes = types::Message::sample().to_bytes();
    let kind = ErrorKind::UnexpectedEnd { needed: 4, left: 2 };
    assert_eq!(fault(types::Message::from_bytes(&bytes[..10])), (kind, 8, "int"));
    let kind = ErrorKind::UnexpectedEnd { needed: 4, left: 0 };
    assert_eq!(fault(types::Message::from_bytes(&[])), (kind, 0, "message"));
}

#[test]
fn ids_are_checked() {
    let bytes = 7_i32.to_bytes();
    let wrong = ErrorKind::WrongId { found: 7, expected: types::User::ID };
    assert_eq!(fault(types::User::from_bytes(&bytes)), (wrong, 0, "user"));
    let unknown = ErrorKind::UnknownId { found: 7 };
    assert_eq!(fault(enums::RichText::from_bytes(&bytes)), (unknown, 0, "RichText"));
    assert_eq!(enums::RichText::from_bytes(&bytes).unwrap_err().found_id(), Some(7));
    let kind = ErrorKind::WrongId { found: 7, expected: VECTOR };
    assert_eq!(fault(Vec::<i32>::from_bytes(&bytes)), (kind, 0, "Vector"));
    let request = functions::InvokeWithLayer { layer: 1, query: types::User::default() };
    let kind = ErrorKind::WrongId { found: types::User::ID, expected: functions::GetUsers::ID };
    assert_eq!(
        fault(functions::InvokeWithLayer::<functions::GetUsers>::from_bytes(&request.to_bytes())),
        (kind, 8, "getUsers")
    );
}

#[test]
fn first_fault_is_kept() {
    let mut reader = Reader::new(&[9, 0, 0, 0, 1, 2]);
    assert!(!reader.bool());
    assert_eq!((reader.int(), reader.long(), reader.int512()), (0, 0, [0; 64]));
    assert_eq!((reader.str(), reader.bytes(), reader.vector::<i64>()), ("", vec![], vec![]));
    assert_eq!(reader.boxed::<types::User>().id, 0);
    assert_eq!((reader.rest(), reader.object().len()), (&[][..], 0));
    assert_eq!(reader.error().unwrap().kind(), ErrorKind::UnknownId { found: 9 });
    assert_eq!(reader.finish().unwrap_err().offset(), 0);
}

#[test]
fn no_element_is_read_after_a_fault() {
    let bytes = [4_i32, 0, 9, 0, 0].map(i32::to_le_bytes);
    let mut reader = Reader::new(bytes.as_flattened());
    let mut read = 0;
    let items = reader.bare_vector_with(4, |reader| {
        read += 1;
        if reader.int() == 9 {
            reader.unknown_id(9, "Nine");
        }
    });
    assert_eq!((items.len(), read), (1, 2));
}

#[test]
fn text_must_be_utf8() {
    let bytes = vec![vec![b'a'], vec![0xff]].to_bytes();
    assert_eq!(fault(Vec::<String>::from_bytes(&bytes)), (ErrorKind::InvalidUtf8, 12, "string"));
    assert_eq!(Vec::<Vec<u8>>::from_bytes(&bytes), Ok(vec![vec![b'a'], vec![0xff]]));
}

#[test]
fn text_may_claim_no_more_than_there_is() {
    for claim in [
        &[5, b'a', b'b', b'c'][..],
        &[0xfe, 1, 0],
        &[0xfe, 0xff, 0xff, 0xff, 0],
        &[0xff, 0, 0, 0, 1, 0, 0],
        &[0xff, 0, 0, 0, 1, 0, 0, 0],
        &[0xff; 12],
        &[0xfe, 1, 0, 0, b'a'],
        &[0xff, 1, 0, 0, 0, 0, 0, 0, b'a'],
    ] {
        let (kind, offset, expected) = fault(String::from_bytes(claim));
        assert!(matches!(kind, ErrorKind::UnexpectedEnd { .. }), "{claim:?}");
        assert_eq!((offset, expected), (0, "string"));
    }
}

#[test]
fn strict_refuses_what_no_encoder_writes() {
    let long_forms =
        [&[0xfe, 1, 0, 0, b'a', 0, 0, 0][..], &[0xff, 1, 0, 0, 0, 0, 0, 0, b'a', 0, 0, 0]];
    for form in long_forms {
        assert_eq!(String::from_bytes(form).as_deref(), Ok("a"));
        let fault = fault(String::from_bytes_with(form, &STRICT));
        assert_eq!(fault, (ErrorKind::NonCanonicalLength, 0, "string"));
    }
    assert_eq!(String::from_bytes(&[1, b'a', 0, 1]).as_deref(), Ok("a"));
    let fault_of_padding = fault(String::from_bytes_with(&[1, b'a', 0, 1], &STRICT));
    assert_eq!(fault_of_padding, (ErrorKind::NonZeroPadding, 0, "string"));

    let mut bytes = types::User::default().to_bytes();
    bytes[7] = 0x80;
    assert_eq!(types::User::from_bytes(&bytes), Ok(types::User::default()));
    let kind = ErrorKind::UnknownFlags { bits: 0x8000_0000 };
    assert_eq!(fault(types::User::from_bytes_with(&bytes, &STRICT)), (kind, 4, "#"));
}

#[test]
fn trailing_bytes_are_refused_unless_allowed() {
    let bytes = [1, 0, 0, 0, 2];
    assert_eq!(fault(i32::from_bytes(&bytes)).0, ErrorKind::TrailingBytes { count: 1 });
    assert_eq!(fault(i32::from_bytes(&bytes)).1, 4);
    let allow = Options::DEFAULT.trailing(Trailing::Allow);
    assert_eq!(i32::from_bytes_with(&bytes, &allow), Ok(1));
    assert_eq!(i32::from_prefix(&bytes), Ok((1, &bytes[4..])));
}

#[test]
fn counts_may_claim_no_more_than_there_is() {
    let mut bytes = vec![1_i64, 2].to_bytes();
    for count in [3, 0x7fff_ffff, 0x8000_0000, u32::MAX] {
        bytes[4..8].copy_from_slice(&u32::to_le_bytes(count));
        let kind = ErrorKind::CountTooLarge { count };
        assert_eq!(fault(Vec::<i64>::from_bytes(&bytes)), (kind, 4, "fewer elements"), "the count");
        assert_eq!(fault(Vec::<types::Message>::from_bytes(&bytes)).0, kind);
    }
    bytes[4..8].copy_from_slice(&[5, 0, 0, 0]);
    let kind = ErrorKind::CountTooLarge { count: 5 };
    assert_eq!(fault(Vec::<i32>::from_bytes(&bytes)).0, kind);
    bytes[4..8].copy_from_slice(&[1, 0, 0, 0]);
    assert_eq!(fault(Vec::<i64>::from_bytes(&bytes)).0, ErrorKind::TrailingBytes { count: 8 });
}

#[test]
fn elements_without_bytes_are_limited() {
    let trues = |count: u32, options: &Options| {
        let bytes = count.to_bytes();
        let mut reader = Reader::with_options(&bytes, options);
        let len = reader.bare_vector_with(0, |_| ()).len();
        reader.finish().map(|()| len)
    };
    assert_eq!(trues(65_540, &Options::DEFAULT), Ok(65_540));
    assert_eq!(fault(trues(65_541, &Options::DEFAULT)).0, ErrorKind::ElementLimit);
    assert_eq!(fault(trues(u32::MAX, &Options::DEFAULT)).0, ErrorKind::ElementLimit);
    assert_eq!(trues(65_541, &Options::DEFAULT.elements(65_541)), Ok(65_541));
}

#[test]
fn memory_is_limited() {
    let bytes = vec![types::Message::sample(); 10].to_bytes();
    let size = 10 * size_of::<types::Message>() + 20 * size_of::<enums::RichText>();
    let limit =
        |limit| Vec::<types::Message>::from_bytes_with(&bytes, &Options::DEFAULT.memory(limit));
    assert!(limit(size).is_ok());
    assert_eq!(fault(limit(size - 1)).0, ErrorKind::MemoryLimit);

    let bold = types::TextBold { text: enums::RichText::Empty };
    let bytes = enums::RichText::Bold(Box::new(bold.clone())).to_bytes();
    let limit = |limit| enums::RichText::from_bytes_with(&bytes, &Options::DEFAULT.memory(limit));
    assert!(limit(size_of_val(&bold)).is_ok());
    assert_eq!(fault(limit(size_of_val(&bold) - 1)).0, ErrorKind::MemoryLimit);
    let bytes = bold.to_bytes();
    let mut reader = Reader::with_options(&bytes, &Options::DEFAULT.memory(0));
    reader.boxed_value::<types::TextBold>();
    assert_eq!(fault(reader.finish()).0, ErrorKind::MemoryLimit);
}

#[test]
fn messages_say_what_where_and_what_next() {
    let shown = |error: Error| error.to_string();
    assert_eq!(
        shown(types::User::from_bytes(&7_i32.to_bytes()).unwrap_err()),
        "expected user at byte 0, but found the id 00000007 instead of ee000001; look the id up in other layers, or \
         check that the input is of this type"
    );
    let failed = RpcError { error_code: 400, error_message: "BAD".to_owned() }.to_bytes();
    assert_eq!(
        shown(types::User::from_bytes(&failed).unwrap_err()),
        "expected user at byte 0, but found the id 2144ca19 instead of ee000001; that is `rpc_error`, so the call \
         failed: read it as `mtproto::RpcError`"
    );
    assert_eq!(
        shown(i64::from_bytes(&[0; 3]).unwrap_err()),
        "expected long at byte 0, but the input ends: 8 bytes needed, 3 left; check that the input is complete and \
         of this type and layer"
    );
    assert_eq!(
        shown(i32::from_bytes(&[0; 6]).unwrap_err()),
        "expected the end at byte 4, but 2 bytes follow the value; read with `Decode::from_prefix` or \
         `Trailing::Allow` if other data follows"
    );
    assert_eq!(
        shown(i32::from_bytes(&[0; 5]).unwrap_err()),
        "expected the end at byte 4, but 1 byte follows the value; read with `Decode::from_prefix` or \
         `Trailing::Allow` if other data follows"
    );
    for (kind, message) in [
        (ErrorKind::UnexpectedEnd { needed: 1, left: 0 }, "the input ends: 1 byte needed, 0 left"),
        (
            ErrorKind::InflationLimit { limit: 1 },
            "the data unpacks to more than the limit of 1 byte",
        ),
    ] {
        assert_eq!(kind.to_string(), message);
    }
    let small = 1_i64.encode_to_slice(&mut [0; 7]).unwrap_err();
    assert_eq!(
        small.to_string(),
        "the value takes 8 bytes, but the buffer has 7; pass a buffer of `Encode::encoded_len` bytes"
    );
    let one = Object::from_vec(vec![0]).encode_to_slice(&mut []).unwrap_err();
    assert!(one.to_string().starts_with("the value takes 1 byte, but the buffer has 0; "));
}
