//! `TDLib`'s JSON interface, typed: calls go in as values, and answers come out as the types of their responses.

mod tdjson;

use typelang_td::functions::SetTdlibParameters;

pub use crate::tdjson::Tdjson;

/// The parameters of a client that has its files in this folder and keeps no database.
///
/// A real client has an `api_id` and an `api_hash` of its own, from <https://my.telegram.org>.
#[must_use]
pub fn parameters(folder: &str) -> SetTdlibParameters {
    SetTdlibParameters {
        use_test_dc: true,
        database_directory: folder.to_owned(),
        files_directory: folder.to_owned(),
        database_encryption_key: Vec::new(),
        use_file_database: false,
        use_chat_info_database: false,
        use_message_database: false,
        use_secret_chats: false,
        api_id: 1,
        api_hash: "test".to_owned(),
        system_language_code: "en".to_owned(),
        device_model: "example".to_owned(),
        system_version: String::new(),
        application_version: "0.1".to_owned(),
    }
}
