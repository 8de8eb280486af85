//! The dialects of TL.

use core::fmt;

/// The family of schemas that a file belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dialect {
    /// Telegram's API, its MTProto service schema and its secret chats.
    #[default]
    Telegram,
    /// TDLib's `td_api.tl`, with documentation in `//@` comments.
    Tdlib,
    /// TON's `ton_api.tl`, `lite_api.tl` and `tonlib_api.tl`.
    Ton,
    /// VK's schemas, with dependent types.
    Vk,
}

impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Telegram => "telegram",
            Self::Tdlib => "tdlib",
            Self::Ton => "ton",
            Self::Vk => "vk",
        })
    }
}
