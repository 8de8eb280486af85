//! Values of other layers are kept in a variant of their own, and written again.

use std::{
    fmt::Write as _,
    hash::{DefaultHasher, Hash, Hasher},
};

use typelang_golden::unknown::{
    SCHEMA,
    enums::{Media, Update, Updates},
    functions::GetUpdates,
    types,
};
use typelang_parser::{Options as Settings, Sources, check, tlo};
use typelang_runtime::{
    Decode, Encode, ErrorKind, Layers, Object, Unknown,
    layers::{Reason, Space},
    reflect::{
        Root, Schema,
        json::{Form, encode_text},
        translate::Loss,
    },
};

use super::hex;

/// The next layer: two constructors are new, and one has changed.
pub(super) const NEWER: &str = "
    updateText id:int text:string = Update;
    updateMedia id:int media:Media = Update;
    updatePoll id:int question:string = Update;
    mediaNone = Media;
    mediaPhoto flags:# id:long wide:flags.0?true = Media;
    mediaUnknown = Media;
    mediaPoll question:string = Media;
    colourRed = Colour;
    colourBlue = Colour;
    colourGreen = Colour;
    post flags:# id:int media:flags.0?Media colour:flags.1?Colour = Post;
    updates updates:Vector<Update> date:int = Updates;
    updatesTooLong = Updates;
    ---functions---
    getUpdates = Updates;
";

pub(super) fn schema(text: &str) -> Schema {
    let mut sources = Sources::new();
    sources.add("newer.tl", text.to_owned());
    Schema::from_tlo(&tlo::write(&check(&sources, &Settings::default()).schema)).unwrap()
}

fn layers() -> Layers {
    Layers::new(&SCHEMA, 1).unwrap().with(2, schema(NEWER))
}

/// The bytes of a value of the next layer.
pub(super) fn newer(json: &str) -> Vec<u8> {
    encode_text(&[schema(NEWER)], Root::Any, json, Form::default()).unwrap()
}

pub(super) const TEXT: &str = r#"{"_":"updateText","id":1,"text":"a"}"#;
pub(super) const POLL: &str = r#"{"_":"updatePoll","id":2,"question":"?"}"#;
pub(super) const MEDIA: &str =
    r#"{"_":"updateMedia","id":3,"media":{"_":"mediaPoll","question":"why"}}"#;
pub(super) const PHOTO: &str = r#"{"_":"updateMedia","id":4,"media":{"_":"mediaPhoto","id":"7"}}"#;

pub(super) fn updates(items: &[&str]) -> Vec<u8> {
    newer(&format!(r#"{{"_":"updates","updates":[{}],"date":5}}"#, items.join(",")))
}

fn all(read: Updates) -> Vec<Update> {
    let Updates::Updates(read) = read else { panic!("updates") };
    read.updates
}

fn unknown(update: &Update) -> &Unknown {
    let Update::Unknown(value) = update else { panic!("a value of another layer") };
    value
}

#[test]
fn a_value_of_another_layer_is_kept_and_written_again() {
    let bytes = updates(&[TEXT, POLL, MEDIA]);
    let error = Updates::from_bytes(&bytes).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::UnknownId { .. }), "{error}");
    let read: Updates = layers().read(&bytes).unwrap();
    assert_eq!(read.to_bytes(), bytes);
    let all = all(read);
    let text = types::UpdateText { id: 1, text: "a".to_owned() };
    assert_eq!(all[0], text.into());
    let poll = unknown(&all[1]);
    assert_eq!((poll.name(), poll.layer()), ("updatePoll", 2));
    assert_eq!(
        (poll.as_bytes(), poll.id().to_le_bytes()),
        (&*newer(POLL), *newer(POLL).first_chunk().unwrap())
    );
    let media = all[2].as_media().unwrap();
    // A constructor is called `Unknown` already.
    let Media::Unknown_(poll) = &media.media else { panic!("a value of another layer") };
    assert_eq!((poll.name(), media.id), ("mediaPoll", 3));
}

#[test]
fn what_can_be_translated_is_not_kept() {
    let mut space = Space::default();
    let bytes = updates(&[TEXT, PHOTO, POLL]);
    let read: Updates = layers().read_in(&bytes, &mut space).unwrap();
    assert_eq!((space.is_translated(), space.unknown(), space.losses().len()), (true, 1, 0));
    let all = all(read);
    let photo = types::MediaPhoto { id: 7 };
    assert_eq!(all[1], types::UpdateMedia { id: 4, media: photo.into() }.into());
    let direct: Updates = layers().read_in(&updates(&[TEXT]), &mut space).unwrap();
    assert_eq!((space.is_translated(), space.unknown()), (false, 0));
    drop(direct);
}

#[test]
fn fields_of_all_constructors_may_be_absent() {
    let all = all(layers().read(&updates(&[TEXT, POLL])).unwrap());
    assert_eq!([all[0].id(), all[1].id()], [Some(1), None]);
}

/// Bytes as hexadecimal digits.
fn digits(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        _ = write!(text, "{byte:02x}");
        text
    })
}

#[test]
fn they_are_shown_with_their_name() {
    let read: Updates = layers().read(&updates(&[TEXT, POLL])).unwrap();
    let bytes: String = digits(&newer(POLL));
    let poll = format!("updatePoll of layer 2 {{ x\"{bytes}\" }}");
    let shown =
        format!("updates {{ updates: [updateText {{ id: 1, text: \"a\" }}, {poll}], date: 5 }}");
    assert_eq!(format!("{read:?}"), shown);
    let all = all(read);
    assert_eq!(format!("{:?}", all[1]), poll);
    let id = unknown(&all[1]).id();
    assert_eq!(
        format!("{:?}", unknown(&all[1])),
        format!("updatePoll#{id:08x} of layer 2 (12 bytes)")
    );
}

#[test]
fn they_are_json_and_back() {
    let read: Updates = layers().read(&updates(&[POLL, MEDIA])).unwrap();
    let json = serde_json::to_value(&read).unwrap();
    let bytes: String = digits(&newer(POLL));
    let poll = serde_json::json!({"_": "updatePoll", "$layer": 2, "$hex": bytes});
    assert_eq!(json["updates"][0], poll);
    let back: Updates = serde_json::from_value(json).unwrap();
    assert_eq!(back, read);
    let all = all(back);
    assert_eq!((unknown(&all[0]).name(), unknown(&all[0]).layer()), ("updatePoll", 2));
    let wrong = serde_json::json!({"_": "updatePoll", "$layer": 2, "$hex": "00"});
    assert!(serde_json::from_value::<Update>(wrong).is_err());
    // A type without the variant has no place for one.
    let post = serde_json::json!({"_": "post", "id": 1, "colour": {"_": "colourGreen", "$layer": 2, "$hex": "00000000"}});
    assert!(serde_json::from_value::<types::Post>(post).is_err());
}

#[test]
fn json_without_them_is_read_into_an_object_too() {
    let value = Object::new(&types::UpdateText { id: 2, text: "a".to_owned() });
    let saved = types::Saved { id: 1, value };
    let json = serde_json::to_value(&saved).unwrap();
    assert_eq!(json["value"]["text"], "a");
    assert_eq!(serde_json::from_value::<types::Saved>(json).unwrap(), saved);
    // An object has no place for a value of another layer.
    let update = serde_json::json!({"_": "updatePoll", "$layer": 2, "$hex": "00000000"});
    let updates = serde_json::json!({"_": "updates", "updates": [update], "date": 1});
    let other = serde_json::json!({"_": "saved", "id": 1, "value": updates});
    assert!(serde_json::from_value::<types::Saved>(other).is_err());
}

#[test]
fn in_a_binary_format_they_are_bytes_that_only_layers_can_read() {
    let all = all(layers().read(&updates(&[POLL])).unwrap());
    let packed = postcard::to_allocvec(&all[0]).unwrap();
    assert!(packed.ends_with(&newer(POLL)));
    assert!(postcard::from_bytes::<Update>(&packed).is_err());
}

#[test]
fn equal_values_are_equal_bytes() {
    let hash = |update: &Update| {
        let mut hasher = DefaultHasher::new();
        update.hash(&mut hasher);
        hasher.finish()
    };
    let other = r#"{"_":"updatePoll","id":2,"question":"!"}"#;
    let all = all(layers().read(&updates(&[POLL, POLL, other])).unwrap());
    assert_eq!((&all[0], hash(&all[0])), (&all[1], hash(&all[1])));
    assert_ne!(all[0], all[2]);
    assert_eq!(all[0].clone(), all[0]);
}

#[test]
fn an_optional_field_without_a_place_for_it_is_unset() {
    let bytes = newer(
        r#"{"_":"post","id":1,"colour":{"_":"colourGreen"},"media":{"_":"mediaPoll","question":""}}"#,
    );
    let mut space = Space::default();
    let post: types::Post = layers().read_in(&bytes, &mut space).unwrap();
    assert_eq!((post.colour, post.media.is_some()), (None, true));
    assert_eq!(space.losses().iter().map(Loss::path).collect::<Vec<_>>(), ["post.colour"]);
}

#[test]
fn what_no_layer_knows_leaves_what_was_read_before() {
    let mut bytes = updates(&[TEXT, POLL, MEDIA, TEXT]);
    let at = bytes.len() - 4 - newer(TEXT).len();
    bytes[at..at + 4].copy_from_slice(&[0xef, 0xbe, 0xad, 0xde]);
    let error = layers().read::<Updates>(&bytes).unwrap_err();
    assert_eq!(error.unknown_id(), Some(0xdead_beef));
    assert_eq!(error.last(), Some(("updates.updates[2]".to_owned(), "updateMedia")));
    let before = error.list("updates.updates").unwrap();
    assert_eq!((before.len(), before.count()), (3, 4));
    let before: Vec<Update> = before.read().unwrap();
    let whole = all(layers().read(&updates(&[TEXT, POLL, MEDIA])).unwrap());
    assert_eq!(before, whole);
    assert_eq!(
        error.to_string(),
        format!(
            "expected Update at byte {at} (`updates.updates[3]`), but found the id deadbeef, which no loaded layer has there \
             (1, 2); load the sender's layer with `Layers::with`; the last item before it is `updates.updates[2]`, a \
             `updateMedia`"
        )
    );
}

#[test]
fn a_response_is_read_by_the_type_of_the_method() {
    let bytes = updates(&[POLL]);
    let read = layers().read_response(&GetUpdates {}, &bytes).unwrap();
    assert_eq!(read.to_bytes(), bytes);
    // A value of another type is not a response.
    let error = layers().read_response(&GetUpdates {}, &newer(POLL)).unwrap_err();
    assert!(matches!(error.reason(), Reason::Fault(_)), "{error}");
}

#[test]
fn bytes_of_others_have_no_marks() {
    // The mark, layer 2, the number of bytes, the name, and a value.
    let marked = hex("594c1d6b 02000000 04000000 01610000 efbeadde");
    let error = Update::from_bytes(&marked).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnknownId { found: 0x6b1d_4c59 });
    assert!(layers().read::<Update>(&marked).is_err());
}
