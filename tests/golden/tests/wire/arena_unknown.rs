//! Values of other layers are kept in an arena, and written again.

use std::collections::HashSet;

use typelang_golden::{
    arena_library::{self, enums::Fault},
    arena_unknown::{
        SCHEMA,
        enums::{Media, Update, Updates},
        functions::GetUpdates,
        types,
    },
    unknown,
};
use typelang_runtime::{
    Bump, Convert, Decode, Encode, Layers, UnknownRef, mtproto::RpcError, reflect::Schema,
};

use super::{
    hex,
    unknown::{MEDIA, NEWER, PHOTO, POLL, TEXT, newer, schema, updates},
};

fn layers() -> Layers {
    Layers::new(&SCHEMA, 1).unwrap().with(2, schema(NEWER))
}

fn all<'a>(bytes: &[u8], arena: &'a Bump) -> &'a [Update<'a>] {
    let Updates::Updates(read) = layers().copied_in(bytes, arena).unwrap() else {
        panic!("updates")
    };
    assert_eq!(read.to_bytes(), bytes);
    read.updates
}

fn kept(update: Update<'_>) -> UnknownRef<'_> {
    let Update::Unknown(value) = update else { panic!("a value of another layer") };
    value
}

#[test]
fn a_value_of_another_layer_is_kept_and_written_again() {
    let arena = Bump::new();
    let bytes = updates(&[TEXT, POLL, MEDIA]);
    assert!(Updates::from_bytes_in(&bytes, &arena).is_err());
    let all = all(&bytes, &arena);
    assert_eq!(all[0], Update::from(&types::UpdateText { id: 1, text: "a" }));
    let poll = kept(all[1]);
    assert_eq!((poll.name(), poll.layer(), poll.as_bytes()), ("updatePoll", 2, &*newer(POLL)));
    assert_eq!(poll.id().to_le_bytes(), *newer(POLL).first_chunk().unwrap());
    let media = all[2].as_media().unwrap();
    let Media::Unknown_(poll) = media.media else { panic!("a value of another layer") };
    assert_eq!((poll.name(), media.id), ("mediaPoll", 3));
    assert_eq!([all[0].id(), all[1].id()], [Some(1), None]);
}

#[test]
fn what_can_be_translated_is_not_kept() {
    let arena = Bump::new();
    let bytes = updates(&[PHOTO, POLL]);
    let read: Updates<'_> = layers().copied_in(&bytes, &arena).unwrap();
    let all = read.as_updates().unwrap().updates;
    let photo = types::MediaPhoto { id: 7 };
    assert_eq!(all[0], Update::from(&types::UpdateMedia { id: 4, media: photo.into() }));
    assert_eq!(kept(all[1]).name(), "updatePoll");
}

#[test]
fn equal_values_are_equal_bytes_and_shown_alike() {
    let arena = Bump::new();
    let other = r#"{"_":"updatePoll","id":2,"question":"!"}"#;
    let all = all(&updates(&[POLL, POLL, other]), &arena);
    assert_eq!(all[0], all[1]);
    assert_ne!(all[0], all[2]);
    let set: HashSet<Update<'_>> = all.iter().copied().collect();
    let refs: HashSet<UnknownRef<'_>> = all.iter().map(|update| kept(*update)).collect();
    assert_eq!((set.len(), refs.len()), (2, 2));
    let poll = kept(all[0]);
    assert_eq!(format!("{poll:?}"), format!("{:?}", poll.to_unknown()));
    assert!(format!("{:?}", all[0]).starts_with("updatePoll of layer 2 { x\""));
    let json = serde_json::to_value(all[0]).unwrap();
    assert_eq!((&json["_"], &json["$layer"]), (&"updatePoll".into(), &2.into()));
}

#[test]
fn conversions_keep_them() {
    let arena = Bump::new();
    let bytes = updates(&[TEXT, POLL, MEDIA]);
    let read: Updates<'_> = layers().copied_in(&bytes, &arena).unwrap();
    let owned: unknown::enums::Updates = read.convert().unwrap();
    let unknown::enums::Updates::Updates(list) = &owned else { panic!("updates") };
    let unknown::enums::Update::Unknown(poll) = &list.updates[1] else { panic!("unknown") };
    assert_eq!((poll.name(), poll.layer()), ("updatePoll", 2));
    assert_eq!(owned.to_bytes(), bytes);
    assert_eq!(owned.convert_in::<Updates<'_>>(&arena).unwrap(), read);
    // The type of one constructor has no place for another.
    let poll = list.updates[1].convert::<unknown::types::UpdateText>();
    assert!(poll.is_err(), "{poll:?}");
}

#[test]
fn what_comes_before_a_fault_is_read_into_the_arena() {
    let arena = Bump::new();
    let mut bytes = updates(&[TEXT, POLL, TEXT]);
    let at = bytes.len() - 4 - newer(TEXT).len();
    bytes[at..at + 4].copy_from_slice(&[0xef, 0xbe, 0xad, 0xde]);
    let error = layers().copied_in::<Updates<'_>>(&bytes, &arena).unwrap_err();
    assert_eq!(error.unknown_id(), Some(0xdead_beef));
    let before = error.list("updates.updates").unwrap();
    let before: Vec<Update<'_>> = before.copied_in(&arena).unwrap();
    assert_eq!(before, all(&updates(&[TEXT, POLL]), &arena));
}

#[test]
fn a_response_is_read_by_the_type_of_the_method() {
    let (arena, bytes) = (Bump::new(), updates(&[POLL]));
    let read = layers().copied_response_in(&GetUpdates {}, &bytes, &arena).unwrap();
    assert_eq!(read.to_bytes(), bytes);
    assert!(layers().copied_response_in(&GetUpdates {}, &newer(POLL), &arena).is_err());
}

#[test]
fn bytes_of_others_have_no_marks() {
    let marked = hex("594c1d6b 02000000 04000000 01610000 efbeadde");
    assert!(Update::from_bytes_in(&marked, &Bump::new()).is_err());
    assert!(layers().copied_in::<Update<'_>>(&marked, &Bump::new()).is_err());
}

/// Marks make the translated value longer than the input; both readings together stay within the limit.
#[test]
fn many_values_of_another_layer_stay_within_the_limit() {
    const MEDIA: &str = r#"{"_":"updateMedia","id":3,"media":{"_":"mediaPoll","question":""}}"#;
    for count in [100, 20_000_usize] {
        let one = newer(MEDIA);
        let mut bytes = updates(&[MEDIA]);
        let (head, rest) = (bytes[..8].to_vec(), bytes.split_off(12 + one.len()));
        let count_bytes = u32::try_from(count).unwrap().to_le_bytes();
        bytes = [head, count_bytes.to_vec(), one.repeat(count), rest].concat();
        let arena = Bump::new();
        let read: Result<Updates<'_>, _> = layers().copied_in(&bytes, &arena);
        assert!(arena.allocated_bytes() <= 16 * bytes.len() + 1024 * 1024, "{count}");
        match read {
            Ok(read) => assert_eq!(read.to_bytes(), bytes),
            Err(error) => panic!("{count}: {error}"),
        }
    }
}

#[test]
fn an_enum_that_owns_memory_keeps_them_in_allocations() {
    let text = "rpc_error#2144ca19 error_code:int error_message:string = RpcError;
        fault#00000005 error:RpcError more:Fault = Fault;
        none#00000004 = Fault; wait#00000030 seconds:int = Fault;
        ---functions--- getFault#00000031 = Fault;";
    let newer: Schema = schema(text);
    let layers = Layers::new(&arena_library::SCHEMA, 1).unwrap().with(2, newer);
    let bytes = hex("05000000 19ca4421 90010000 01410000 30000000 07000000");
    let arena = Bump::new();
    let read: Fault = layers.copied_in(&bytes, &arena).unwrap();
    assert_eq!(read.to_bytes(), bytes);
    let Fault::Fault(fault) = read else { panic!("a fault") };
    let Fault::Unknown(wait) = &fault.more else { panic!("a value of another layer") };
    assert_eq!((wait.name(), &fault.error), ("wait", &RpcError::new(400, "A")));
}
