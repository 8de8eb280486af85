//! A name that several layers declare.

use typelang_golden::layers::{
    LAYER,
    enums::{Note, Sticker},
    functions::{Send, Send17},
    types::{Note as Newest, Note8, Note17, Sticker2_8},
};
use typelang_runtime::Combinator;

use super::{assert_exact, id};

#[test]
fn each_layers_constructor_has_its_own_bytes() {
    let text = || "a".to_owned();
    assert_exact(&Note::from(Note8 { text: text() }), &format!("{} 01610000", id(1)));
    let note17 = Note::from(Note17 { text: text(), ttl: 5 });
    assert_exact(&note17, &format!("{} 01610000 05000000", id(4)));
    let newest = Note::from(Newest { text: text(), ttl: 5 });
    assert_exact(&newest, &format!("{} 01610000 05000000 00000000", id(8)));
    assert_exact(&Sticker::Sticker2_8(Sticker2_8 { id: 7 }), &format!("{} 07000000", id(3)));
    assert_exact(&Send17 { note: Note::Empty }, &format!("{} {}", id(6), id(2)));
}

#[test]
fn the_name_in_the_schema_is_the_same_in_all_layers() {
    assert_eq!((Note8::NAME, Note17::NAME, Newest::NAME), ("note", "note", "note"));
    assert_eq!(LAYER, 101);
    assert_eq!((Send17::NAME, Send17::ID, Send::ID), ("send", 6, 7));
}
