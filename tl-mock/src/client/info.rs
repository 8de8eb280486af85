//! What a client says of itself.

use typelang_telegram::{enums::JsonValue, functions::InitConnection, types::InputClientProxy};

/// The fields of `initConnection`, but the query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClientInfo {
    /// The application's id.
    pub api_id: i32,
    /// The name of the device.
    pub device_model: String,
    /// The name and version of the operating system.
    pub system_version: String,
    /// The version of the application.
    pub app_version: String,
    /// The language of the operating system.
    pub system_lang_code: String,
    /// The name of the set of translations.
    pub lang_pack: String,
    /// The language of the interface.
    pub lang_code: String,
    /// The MTProto proxy that the connection passes through.
    pub proxy: Option<InputClientProxy>,
    /// Further data.
    pub params: Option<JsonValue>,
}

impl ClientInfo {
    /// Takes the wrapper apart.
    pub(crate) fn split<Q>(wrapper: InitConnection<Q>) -> (Self, Q) {
        let info = Self {
            api_id: wrapper.api_id,
            device_model: wrapper.device_model,
            system_version: wrapper.system_version,
            app_version: wrapper.app_version,
            system_lang_code: wrapper.system_lang_code,
            lang_pack: wrapper.lang_pack,
            lang_code: wrapper.lang_code,
            proxy: wrapper.proxy,
            params: wrapper.params,
        };
        (info, wrapper.query)
    }
}
