//! Builds the request that every client sends first, with the ready-made crate.

use std::{fs, path::Path};

use typelang_runtime::{Combinator, Decode, Encode, ErrorKind, Function, ObjectRef};
use typelang_telegram::{LAYER, functions, name_of, types};

use functions::{InitConnection, InvokeWithLayer, help};

type First = InvokeWithLayer<InitConnection<help::GetConfig>>;

const BYTES: &str = "0d0d9bdade000000a95ecdc100000000393000000452757374000000054c696e757800000\
                     3302e3102656e000000000002656e006b18f9c4";

fn first() -> First {
    InvokeWithLayer {
        layer: 222,
        query: InitConnection {
            api_id: 12345,
            device_model: "Rust".into(),
            system_version: "Linux".into(),
            app_version: "0.1".into(),
            system_lang_code: "en".into(),
            lang_pack: String::new(),
            lang_code: "en".into(),
            proxy: None,
            params: None,
            query: help::GetConfig {},
        },
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

/// Compiles only if the response of `F` is `R`.
const fn responds_with<F: Function<Response = R>, R>() {}

const _: () = responds_with::<help::GetConfig, types::Config>();
const _: () = responds_with::<First, types::Config>();
const _: () = responds_with::<InvokeWithLayer<&InitConnection<&help::GetConfig>>, types::Config>();
const _: () = responds_with::<functions::users::GetUsers, Vec<typelang_telegram::enums::User>>();
const _: () = responds_with::<functions::contacts::GetContactIDs, Vec<i32>>();
const _: () = responds_with::<functions::messages::DeleteExportedChatInvite, bool>();

#[test]
fn the_first_request_has_exactly_these_bytes_and_decodes_to_itself() {
    let bytes = first().to_bytes();
    assert_eq!(hex(&bytes), BYTES);
    assert_eq!(First::from_bytes(&bytes), Ok(first()));
}

#[test]
fn a_query_may_be_borrowed() {
    let config = help::GetConfig {};
    let request = functions::InvokeWithoutUpdates { query: &config };
    assert_eq!(hex(&request.to_bytes()), "b75994bf6b18f9c4");
}

#[test]
fn a_query_of_any_method_stays_where_it_lies() {
    let bytes = first().to_bytes();
    let outer = InvokeWithLayer::<ObjectRef>::from_bytes(&bytes).unwrap();
    let inner: InitConnection<ObjectRef> = outer.query.decode_as().unwrap();
    assert_eq!((outer.layer, inner.device_model.as_str()), (222, "Rust"));
    assert_eq!(inner.query.as_bytes().as_ptr_range().end, bytes.as_ptr_range().end);
    assert_eq!(inner.query.decode_as(), Ok(help::GetConfig {}));
    assert_eq!(outer.to_bytes(), bytes);
}

#[test]
fn a_method_reads_its_own_id_and_no_other() {
    let error = First::from_bytes(&help::GetConfig {}.to_bytes()).unwrap_err();
    let expected = <First as Combinator>::ID;
    assert_eq!(error.kind(), ErrorKind::WrongId { found: help::GetConfig::ID, expected });
    assert_eq!(error.offset(), 0);
}

#[test]
fn the_root_knows_the_layer_and_the_names() {
    assert_eq!(LAYER, 230);
    assert_eq!(name_of(0xda9b_0d0d), Some("invokeWithLayer"));
    assert_eq!(name_of(0), None);
    assert_eq!(typelang_telegram::mtproto::name_of(0x0516_2463), Some("resPQ"));
    assert_eq!(typelang_telegram::mtproto::name_of(0x73f1_f8dc), Some("msg_container"));
}

/// A published example of what a client of layer 46 sent.
const SECRET: &str = "8917e31b0ff1c770b657c36af705bdaca4be2c0b2e0000000100000062000000de91b03600000000\
                      38507c7cd5fa6f7c000000000654657374313200";

#[test]
fn a_secret_chats_message_is_its_layers() {
    use typelang_telegram::secret::{LAYER, enums, types};
    let message = types::DecryptedMessageLayer {
        random_bytes: vec![
            0xf1, 0xc7, 0x70, 0xb6, 0x57, 0xc3, 0x6a, 0xf7, 0x05, 0xbd, 0xac, 0xa4, 0xbe, 0x2c,
            0x0b,
        ],
        layer: 46,
        in_seq_no: 1,
        out_seq_no: 98,
        message: types::DecryptedMessage45 {
            random_id: 0x7c6f_fad5_7c7c_5038,
            message: "Test12".to_owned(),
            ..types::DecryptedMessage45::default()
        }
        .into(),
    };
    assert_eq!(hex(&message.to_bytes()), SECRET);
    assert_eq!(types::DecryptedMessageLayer::from_bytes(&message.to_bytes()), Ok(message.clone()));
    assert!(matches!(message.message, enums::DecryptedMessage::DecryptedMessage45(_)));
    assert_eq!(LAYER, 144);
}

/// Collects the files below a folder with their lengths in bytes.
fn lengths(folder: &Path, found: &mut Vec<(String, u64)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = entry.path();
        if path.is_dir() {
            lengths(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push((path.display().to_string(), entry.metadata().unwrap().len()));
        }
    }
}

/// The bytes of memory that are moved with every value.
#[test]
fn values_are_small() {
    use core::mem::size_of;
    use typelang_telegram::enums;

    assert!(size_of::<enums::Updates>() <= 32);
    assert!(size_of::<enums::Update>() <= 32);
    assert!(size_of::<enums::Message>() <= 32);
    assert!(size_of::<types::Message>() <= 600, "{}", size_of::<types::Message>());
    assert!(size_of::<types::User>() <= 600, "{}", size_of::<types::User>());
    assert!(size_of::<types::Channel>() <= 600, "{}", size_of::<types::Channel>());
}

#[test]
fn no_committed_file_is_too_long_for_an_editor() {
    let mut found = Vec::new();
    lengths(&Path::new(env!("CARGO_MANIFEST_DIR")).join("generated"), &mut found);
    assert!(found.len() > 50, "{found:?}");
    found.retain(|(_, length)| *length > 400_000);
    assert!(found.is_empty(), "{found:?}");
}
