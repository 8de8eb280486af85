//! `initConnection` as former layers have it.

use typelang_runtime::{Combinator, Declared, Decode, DecodeBare, Reader};

use crate::client::info::ClientInfo;

/// `initConnection` of a former layer, where it has another id and fewer fields.
pub(crate) struct FormerInit<const ID: u32, Q> {
    pub(crate) info: ClientInfo,
    pub(crate) query: Q,
}

/// One language and no flags; layer 57 has it.
pub(crate) const ONE_LANGUAGE: u32 = 0x6979_6de9;
/// All languages and no flags.
pub(crate) const NO_FLAGS: u32 = 0xc748_1da6;
/// All fields but `params`; layer 109 has it.
pub(crate) const NO_PARAMS: u32 = 0x7851_88b8;

impl<const ID: u32, Q> Combinator for FormerInit<ID, Q> {
    type Schema = ();
    const DECLARED: Declared = Declared { id: ID, name: "initConnection", min_len: 20 };
}

impl<'de, const ID: u32, Q: Decode<'de>> DecodeBare<'de> for FormerInit<ID, Q> {
    fn decode_bare(reader: &mut Reader<'de>) -> Self {
        let flags = if ID == NO_PARAMS { reader.flags(1) } else { 0 };
        let has_all = ID != ONE_LANGUAGE;
        let mut info = ClientInfo {
            api_id: reader.int(),
            device_model: reader.string(),
            system_version: reader.string(),
            app_version: reader.string(),
            ..ClientInfo::default()
        };
        if has_all {
            info.system_lang_code = reader.string();
            info.lang_pack = reader.string();
        }
        info.lang_code = reader.string();
        info.proxy = (flags & 1 != 0).then(|| reader.read());
        Self { info, query: reader.read() }
    }
}
