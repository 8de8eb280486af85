//! RPC errors: names, numbers and what they mean.

mod stand_ins;

use std::{borrow::Cow, time::Duration};

use proptest::prelude::*;
use stand_ins::functions::{GetUsers, InvokeWithLayer};
use typelang_runtime::mtproto::{RpcError, RpcErrorKind};

fn error(code: i32, message: &str) -> RpcError {
    RpcError::new(code, message)
}

/// Messages with the kind and the number that they have.
const MESSAGES: [(&str, &str, Option<u64>); 16] = [
    ("PEER_ID_INVALID", "PEER_ID_INVALID", None),
    ("FLOOD_WAIT_17", "FLOOD_WAIT", Some(17)),
    ("FLOOD_WAIT_0", "FLOOD_WAIT", Some(0)),
    ("FILE_PART_5_MISSING", "FILE_PART_X_MISSING", Some(5)),
    ("INTERDC_3_CALL_RICH_ERROR", "INTERDC_X_CALL_RICH_ERROR", Some(3)),
    ("2FA_CONFIRM_WAIT_300", "2FA_CONFIRM_WAIT", Some(300)),
    ("PREVIOUS_CHAT_IMPORT_ACTIVE_WAIT_3MIN", "PREVIOUS_CHAT_IMPORT_ACTIVE_WAIT_XMIN", Some(3)),
    ("INPUT_METHOD_INVALID_1192227_X", "INPUT_METHOD_INVALID_X_X", Some(1_192_227)),
    ("INPUT_METHOD_INVALID_3735928559", "INPUT_METHOD_INVALID", Some(3_735_928_559)),
    ("AUTH_TOKEN_INVALID2", "AUTH_TOKEN_INVALID2", None),
    ("MD5_CHECKSUM_INVALID", "MD5_CHECKSUM_INVALID", None),
    ("USER_2FA_MISSING", "USER_2FA_MISSING", None),
    ("A_1ST_5_TIMES", "A_1ST_X_TIMES", Some(5)),
    ("No workers running", "No workers running", None),
    ("_7", "_7", None),
    ("", "", None),
];

#[test]
fn the_name_and_the_number_are_parted() {
    for (message, name, number) in MESSAGES {
        let error = error(400, message);
        assert_eq!((&*error.name(), error.argument()), (name, number), "{message}");
        assert_eq!(error.kind().to_string(), name);
        assert_eq!(RpcErrorKind::of(name), error.kind(), "a kind is read from its name");
        if !name.contains("_X") {
            assert_eq!(RpcErrorKind::named(name), error.kind());
        }
        if let Some(number) = number {
            assert_eq!(error.kind().message(number), message);
        }
    }
}

#[test]
fn a_number_at_the_end_costs_no_allocation() {
    assert!(matches!(error(420, "FLOOD_WAIT_17").name(), Cow::Borrowed("FLOOD_WAIT")));
    assert!(matches!(error(400, "CHAT_INVALID").name(), Cow::Borrowed("CHAT_INVALID")));
}

#[test]
fn a_number_that_is_too_large_stays_in_the_message() {
    let message = "FLOOD_WAIT_18446744073709551616";
    let error = error(420, message);
    assert_eq!((error.argument(), error.retry_after()), (None, None));
    assert_eq!((error.error_message.as_str(), &*error.name()), (message, "FLOOD_WAIT"));
    assert_eq!(self::error(420, "FLOOD_WAIT_18446744073709551615").argument(), Some(u64::MAX));
}

#[test]
fn errors_say_how_long_to_wait() {
    let wait = |code, message| error(code, message).retry_after().map(|wait| wait.as_secs());
    for (code, message) in [
        (420, "FLOOD_WAIT_9"),
        (420, "FLOOD_PREMIUM_WAIT_9"),
        (420, "SLOWMODE_WAIT_9"),
        (420, "TAKEOUT_INIT_DELAY_9"),
        (420, "2FA_CONFIRM_WAIT_9"),
        (420, "A_KIND_THAT_IS_NEW_9"),
        (400, "PASSWORD_TOO_FRESH_9"),
        (406, "SESSION_TOO_FRESH_9"),
        (400, "STARGIFT_RESELL_TOO_EARLY_9"),
    ] {
        assert_eq!(wait(code, message), Some(9), "{message}");
    }
    assert_eq!(wait(400, "PREVIOUS_CHAT_IMPORT_ACTIVE_WAIT_3MIN"), Some(180));
    for (code, message) in [
        (420, "FLOOD_WAIT"),
        (400, "FILE_PART_5_MISSING"),
        (400, "PREMIUM_SUB_ACTIVE_UNTIL_1700000000"),
        (400, "STORY_SEND_FLOOD_WEEKLY_1700000000"),
        (400, "EMAIL_UNCONFIRMED_6"),
        (303, "PHONE_MIGRATE_4"),
        (400, "PREVIOUS_CHAT_IMPORT_ACTIVE_WAIT_18446744073709551615MIN"),
    ] {
        assert_eq!(wait(code, message), None, "{message}");
    }
    assert_eq!(error(420, "FLOOD_WAIT_17").retry_after(), Some(Duration::from_secs(17)));
}

#[test]
fn errors_say_where_to_go_on() {
    for name in ["FILE", "PHONE", "NETWORK", "USER", "STATS"] {
        assert_eq!(error(303, &format!("{name}_MIGRATE_4")).migrate_to(), Some(4));
    }
    assert_eq!(error(400, "FILE_MIGRATE_2").migrate_to(), Some(2), "whatever the code");
    for message in ["PHONE_MIGRATE", "PHONE_MIGRATE_4294967296", "FLOOD_WAIT_4", "MIGRATE_4_NOW"] {
        assert_eq!(error(303, message).migrate_to(), None, "{message}");
    }
}

type Wrapped = InvokeWithLayer<GetUsers>;

#[test]
fn a_method_expects_its_errors_and_a_wrapper_those_of_its_call() {
    let (own, wrappers) = (error(400, "PEER_ID_INVALID"), error(400, "PART_3_MISSING"));
    assert!(own.is_expected_by::<GetUsers>());
    assert!(!wrappers.is_expected_by::<GetUsers>());
    for error in [own, wrappers] {
        assert!(error.is_expected_by::<Wrapped>());
        assert!(error.is_expected_by::<Box<Wrapped>>());
        assert!(error.is_expected_by::<&InvokeWithLayer<&GetUsers>>());
    }
    assert!(!error(420, "FLOOD_WAIT_3").is_expected_by::<Wrapped>());
}

#[test]
fn kinds_are_constants() {
    const MISSING: RpcErrorKind = RpcErrorKind::of("FILE_PART_%d_MISSING");
    const WAIT: RpcErrorKind = RpcErrorKind::of("FLOOD_WAIT_%d");
    let kind = |message| match RpcErrorKind::of(message) {
        MISSING => "missing",
        WAIT => "wait",
        _ => "other",
    };
    assert_eq!(kind("FILE_PART_0_MISSING"), "missing");
    assert_eq!(kind("FLOOD_WAIT_9"), "wait");
    assert_eq!(kind("FILE_PART_MISSING"), "other");
    assert_eq!(format!("{MISSING:?} {WAIT:?}"), "FILE_PART_X_MISSING FLOOD_WAIT");
    assert_eq!(RpcError::new(400, WAIT).error_message, "FLOOD_WAIT");
}

/// The number is found in every known error that has one, and nothing is taken for one in the others.
#[test]
fn all_known_errors_are_parted_and_joined() {
    let mut numbered = 0;
    for row in typelang_parser::fact_tables::errors(typelang_schema::facts::ERRORS) {
        let row = row.unwrap();
        let message = row.name.replace("_X", "_7");
        let error = error(row.code, &message);
        assert_eq!(error.kind(), RpcErrorKind::of(&row.name), "{message}");
        assert_eq!(error.to_string(), format!("{message} (code {})", row.code));
        let Some(number) = error.argument() else {
            assert_eq!((&*error.name(), &*message), (&*row.name, &*row.name));
            continue;
        };
        numbered += 1;
        assert_eq!(number, 7, "{message}");
        assert_eq!(error.kind().message(7), message);
        assert_eq!(error.retry_after().is_some(), says_how_long(&error), "{message}");
        assert_eq!(error.migrate_to().is_some(), message.contains("MIGRATE_"), "{message}");
    }
    assert!(numbered > 40, "{numbered}");
}

fn says_how_long(error: &RpcError) -> bool {
    let waits = ["WAIT", "TOO_FRESH", "TOO_EARLY", "TAKEOUT_INIT_DELAY"];
    waits.iter().any(|wait| error.error_message.contains(wait)) || error.code() == 420
}

proptest! {
    /// No message is lost, however strange.
    #[test]
    fn any_message_is_whole(message in "\\PC{0,20}", code: i32) {
        let error = RpcError::new(code, message.as_str());
        prop_assert_eq!(error.to_string(), format!("{message} (code {code})"));
        match error.argument() {
            None if error.name() == error.error_message => {}
            None => prop_assert!(RpcErrorKind::of(&error.name()) == error.kind()),
            Some(number) => {
                let message = error.kind().message(number);
                prop_assert_eq!(RpcErrorKind::of(&message), error.kind());
                prop_assert_eq!(RpcError::new(code, message).argument(), Some(number));
            }
        }
    }

    #[test]
    fn a_kind_and_a_number_are_joined_and_parted(
        name in "[A-Z][A-Z0-9]{0,5}(_[A-Z]{2,7}){0,3}", number: u64, end in "(_[A-WYZ]{2,7}|MIN)?",
    ) {
        let message = format!("{name}_{number}{end}");
        let error = RpcError::new(400, message.as_str());
        prop_assert_eq!(error.argument(), Some(number));
        let pattern = format!("{name}_%d{end}");
        prop_assert_eq!(error.kind(), RpcErrorKind::of(&pattern));
        prop_assert_eq!(error.kind().message(number), message);
    }
}
