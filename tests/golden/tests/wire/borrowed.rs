//! Text that is borrowed from the input.

use typelang_golden::borrowed::{
    enums::{Chat, RichText},
    functions::{GetChat, GetNames, GetPoint, InvokeAfter, InvokeTwice},
    types::{self, Name, Point},
};
use typelang_runtime::{BorrowingFunction, Decode, Encode, Options, Strictness};

use super::{hex, id};

const CHAT: &str = "80a68473 03000000 700144b4 03416e6e 01620000 15c4b51c 01000000 02010200
                    15c4b51c 02000000 01630000 00000000 f470fee3 01000000 02000000";

#[test]
fn borrowed_text_lies_in_the_input() {
    let bytes = hex("700144b4 03416e6e");
    let name = Name::from_bytes(&bytes).unwrap();
    assert_eq!(name, Name { text: "Ann" });
    assert_eq!(name.text.as_bytes().as_ptr_range(), bytes[5..].as_ptr_range());
}

#[test]
fn what_holds_borrowed_text_is_exact() {
    let bytes = hex(CHAT);
    let chat = Chat::Chat(Box::new(types::Chat {
        name: Name { text: "Ann" },
        about: Some("b"),
        keys: vec![&[1, 2]],
        tags: Some(vec!["c", ""]),
        r#where: Point { x: 1, y: 2 },
    }));
    assert_eq!(chat.to_bytes(), bytes);
    let strict = Options::DEFAULT.strictness(Strictness::Strict);
    assert_eq!(Chat::from_bytes_with(&bytes, &strict), Ok(chat));
    for len in 0..bytes.len() {
        assert!(Chat::from_bytes(&bytes[..len]).is_err(), "{len} bytes are enough");
    }
}

#[test]
fn responses_borrow_from_the_reply_and_not_from_the_request() {
    let reply = hex("15c4b51c 01000000 700144b4 03416e6e");
    let names = {
        let tag = String::from("t");
        let request =
            InvokeAfter { tag: &tag, query: InvokeTwice { query: GetNames { ids: vec![7] } } };
        request.read_response(&reply).unwrap()
    };
    assert_eq!(names, [Name { text: "Ann" }]);
    let point: Point =
        GetPoint { name: "p" }.read_response(&hex("f470fee3 01000000 02000000")).unwrap();
    assert_eq!(point, Point { x: 1, y: 2 });
    assert_eq!(GetChat.read_response(&hex("4f85f093")), Ok(Chat::Empty));
}

#[test]
fn borrowed_types_nest() {
    let inner = RichText::TextPlain(types::TextPlain { text: "a" });
    let text = RichText::TextBold(Box::new(types::TextBold { text: inner }));
    let bytes = text.to_bytes();
    assert_eq!(bytes, hex(&format!("{} {} 01610000", id(0x6724_abc4), id(0x7446_94e0))));
    assert_eq!(RichText::from_bytes(&bytes), Ok(text));
}
