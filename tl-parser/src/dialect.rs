//! The dialects of TL: which ids they compute, which names they know.

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
