//! The known RPC errors, for comparison with [`RpcError::kind`](typelang_runtime::mtproto::RpcError::kind).
//!
//! A trailing number is left out: `FLOOD_WAIT` is the kind of `FLOOD_WAIT_17`. A number in the middle is `X`:
//! `FILE_PART_X_MISSING`. A name that begins with a digit gets an underscore: `_2FA_CONFIRM_WAIT`. Servers may send
//! other errors.
//!
//! ```
//! use typelang_runtime::mtproto::RpcError;
//! use typelang_telegram::errors;
//!
//! let error = RpcError::new(420, "FLOOD_WAIT_17");
//! let text = match error.kind() {
//!     errors::FLOOD_WAIT => format!("wait {} s", error.argument().unwrap_or(0)),
//!     errors::PEER_ID_INVALID => "unknown peer".to_owned(),
//!     other => other.to_string(),
//! };
//! assert_eq!(text, "wait 17 s");
//! ```

// Written by `cargo xtask generate` from schema/telegram/errors.tsv and error-docs.txt.

use typelang_runtime::mtproto::RpcErrorKind;

/// Resetting an account with a two-step verification password takes a week. X is the number of seconds that are left; call again then.
///
/// Code `420`. Returned by `account.deleteAccount`.
pub const _2FA_CONFIRM_WAIT: RpcErrorKind<'static> = RpcErrorKind::named("2FA_CONFIRM_WAIT");

/// Code `400`. Returned by `account.updateProfile`.
pub const ABOUT_TOO_LONG: RpcErrorKind<'static> = RpcErrorKind::named("ABOUT_TOO_LONG");

/// Code `403`. Returned by `account.initPasskeyRegistration`.
pub const ACCESS_DENIED: RpcErrorKind<'static> = RpcErrorKind::named("ACCESS_DENIED");

/// Code `400`. Returned by `auth.importBotAuthorization`.
pub const ACCESS_TOKEN_EXPIRED: RpcErrorKind<'static> = RpcErrorKind::named("ACCESS_TOKEN_EXPIRED");

/// Code `400`. Returned by `auth.importBotAuthorization`.
pub const ACCESS_TOKEN_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("ACCESS_TOKEN_INVALID");

/// Code `401`. No method is known to return it.
pub const ACTIVE_USER_REQUIRED: RpcErrorKind<'static> = RpcErrorKind::named("ACTIVE_USER_REQUIRED");

/// Code `400` or `420`. Returned by `channels.createChannel`.
pub const ADDRESS_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("ADDRESS_INVALID");

/// Code `400`. Returned by `channels.editAdmin`.
pub const ADMINS_TOO_MUCH: RpcErrorKind<'static> = RpcErrorKind::named("ADMINS_TOO_MUCH");

/// Code `400`. Returned by `messages.deleteRevokedExportedChatInvites` and `messages.getExportedChatInvites`.
pub const ADMIN_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("ADMIN_ID_INVALID");

/// Code `400`. Returned by `channels.editAdmin`.
pub const ADMIN_RANK_EMOJI_NOT_ALLOWED: RpcErrorKind<'static> = RpcErrorKind::named("ADMIN_RANK_EMOJI_NOT_ALLOWED");

/// Code `400`. Returned by `channels.editAdmin`.
pub const ADMIN_RANK_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("ADMIN_RANK_INVALID");

/// Code `400`. Returned by `messages.sendMessage`.
pub const ADMIN_RIGHTS_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("ADMIN_RIGHTS_EMPTY");

/// Code `400`. Returned by `messages.composeMessageWithAI`.
pub const AICOMPOSE_FLOOD_PREMIUM: RpcErrorKind<'static> = RpcErrorKind::named("AICOMPOSE_FLOOD_PREMIUM");

/// Code `500`. Returned by `messages.composeMessageWithAI`.
pub const AICOMPOSE_TIMEOUT: RpcErrorKind<'static> = RpcErrorKind::named("AICOMPOSE_TIMEOUT");

/// The tone of writing is not known. Take it from the list of tones that the account has.
///
/// Code `400`. Returned by `aicompose.deleteTone`, `aicompose.getTone`, `aicompose.getToneExample`, `aicompose.saveTone` and `aicompose.updateTone`.
pub const AICOMPOSE_TONE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("AICOMPOSE_TONE_INVALID");

/// Code `400`. Returned by `aicompose.createTone`.
pub const AICOMPOSE_TONE_TITLE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("AICOMPOSE_TONE_TITLE_INVALID");

/// Code `400`. Returned by `messages.composeMessageWithAI`.
pub const AI_COMPOSE_TASK_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("AI_COMPOSE_TASK_MISSING");

/// Code `400`. Returned by `photos.updateProfilePhoto` and `photos.uploadProfilePhoto`.
pub const ALBUM_PHOTOS_TOO_MANY: RpcErrorKind<'static> = RpcErrorKind::named("ALBUM_PHOTOS_TOO_MANY");

/// The receiver charges X Stars for a message. Ask the user, and send it again with `allow_paid_stars` set to that.
///
/// Code `403` or `406`. Returned by `messages.forwardMessages`, `messages.sendInlineBotResult`, `messages.sendMedia`, `messages.sendMessage` and `messages.sendMultiMedia`.
pub const ALLOW_PAYMENT_REQUIRED: RpcErrorKind<'static> = RpcErrorKind::named("ALLOW_PAYMENT_REQUIRED");

/// Code `403`. No method is known to return it.
pub const ANONYMOUS_REACTIONS_DISABLED: RpcErrorKind<'static> = RpcErrorKind::named("ANONYMOUS_REACTIONS_DISABLED");

/// A part of the server failed. Repeat the call a little later.
///
/// Code `500`. Any method may return it.
pub const API_CALL_ERROR: RpcErrorKind<'static> = RpcErrorKind::named("API_CALL_ERROR");

/// Code `406`. Returned by `payments.getPaymentForm` and `payments.sendStarsForm`.
pub const API_GIFT_RESTRICTED_UPDATE_APP: RpcErrorKind<'static> = RpcErrorKind::named("API_GIFT_RESTRICTED_UPDATE_APP");

/// The `api_id` does not exist, or `api_hash` does not belong to it. Compare both with the values at my.telegram.org.
///
/// Code `400`. Returned by `auth.exportLoginToken`, `auth.importBotAuthorization`, `auth.importWebTokenAuthorization`, `auth.initPasskeyLogin` and `auth.sendCode`.
pub const API_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("API_ID_INVALID");

/// The `api_id` has been published, as those of open-source apps are, and strangers may not log in with it. Get one of your own at my.telegram.org.
///
/// Code `400`. Returned by `auth.exportLoginToken`, `auth.importBotAuthorization` and `auth.sendCode`.
pub const API_ID_PUBLISHED_FLOOD: RpcErrorKind<'static> = RpcErrorKind::named("API_ID_PUBLISHED_FLOOD");

/// Code `400`. Returned by `messages.setInlineBotResults`.
pub const ARTICLE_TITLE_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("ARTICLE_TITLE_EMPTY");

/// Code `400`. Returned by `messages.setInlineBotResults`.
pub const AUDIO_CONTENT_URL_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("AUDIO_CONTENT_URL_EMPTY");

/// Code `400`. Returned by `messages.setInlineBotResults`.
pub const AUDIO_TITLE_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("AUDIO_TITLE_EMPTY");

/// The exported authorization is wrong, was used before or is for another data center. Export a new one and import it at once.
///
/// Code `400`. Returned by `auth.importAuthorization` and `invokeWithLayer`.
pub const AUTH_BYTES_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("AUTH_BYTES_INVALID");

/// The same authorization key was used from two places at the same time, and the server has ended its login. Delete the key, make a new one and log in again; never let two programs share a session file.
///
/// Code `406`. Any method may return it.
pub const AUTH_KEY_DUPLICATED: RpcErrorKind<'static> = RpcErrorKind::named("AUTH_KEY_DUPLICATED");

/// The authorization key is not usable. Make a new one and log in again.
///
/// Code `401`. Any method may return it.
pub const AUTH_KEY_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("AUTH_KEY_INVALID");

/// The temporary authorization key is bound to no permanent key. Call `auth.bindTempAuthKey` first.
///
/// Code `401`. Any method may return it.
pub const AUTH_KEY_PERM_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("AUTH_KEY_PERM_EMPTY");

/// Nobody is logged in with this authorization key: the login is still to come, or it was ended. Log in, or at another data center import an authorization.
///
/// Code `401`. Any method may return it.
pub const AUTH_KEY_UNREGISTERED: RpcErrorKind<'static> = RpcErrorKind::named("AUTH_KEY_UNREGISTERED");

/// Code `500`. Returned by `auth.checkPassword`.
pub const AUTH_KEY_UNSYNCHRONIZED: RpcErrorKind<'static> = RpcErrorKind::named("AUTH_KEY_UNSYNCHRONIZED");

/// The login cannot go on because of a fault of the server, for which X is a code. Begin it again, with `auth.sendCode`.
///
/// Code `500`. Returned by `auth.exportLoginToken`, `auth.finishPasskeyLogin`, `auth.initPasskeyLogin`, `auth.sendCode` and `auth.signIn`.
pub const AUTH_RESTART: RpcErrorKind<'static> = RpcErrorKind::named("AUTH_RESTART");

/// Code `400`. Returned by `auth.acceptLoginToken` and `auth.importLoginToken`.
pub const AUTH_TOKEN_ALREADY_ACCEPTED: RpcErrorKind<'static> = RpcErrorKind::named("AUTH_TOKEN_ALREADY_ACCEPTED");

/// Code `400`. Returned by `auth.acceptLoginToken`.
pub const AUTH_TOKEN_EXCEPTION: RpcErrorKind<'static> = RpcErrorKind::named("AUTH_TOKEN_EXCEPTION");

/// The token of the QR code is too old. Call `auth.exportLoginToken` again and show the new code.
///
/// Code `400`. Returned by `auth.acceptLoginToken` and `auth.importLoginToken`.
pub const AUTH_TOKEN_EXPIRED: RpcErrorKind<'static> = RpcErrorKind::named("AUTH_TOKEN_EXPIRED");

/// The QR code's token is malformed. Decode it from URL-safe base64 before you send it.
///
/// Code `400`. Returned by `auth.importLoginToken`.
pub const AUTH_TOKEN_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("AUTH_TOKEN_INVALID");

/// Code `400`. No method is known to return it.
pub const AUTH_TOKEN_INVALID2: RpcErrorKind<'static> = RpcErrorKind::named("AUTH_TOKEN_INVALID2");

/// Code `400`. Returned by `auth.acceptLoginToken` and `auth.importLoginToken`.
pub const AUTH_TOKEN_INVALIDX: RpcErrorKind<'static> = RpcErrorKind::named("AUTH_TOKEN_INVALIDX");

/// Code `400`. Returned by `account.setGlobalPrivacySettings`.
pub const AUTOARCHIVE_NOT_AVAILABLE: RpcErrorKind<'static> = RpcErrorKind::named("AUTOARCHIVE_NOT_AVAILABLE");

/// A part of the server failed. Repeat the call a little later.
///
/// Code `503`. Any method may return it.
pub const API_CALL_ERROR_503: RpcErrorKind<'static> = RpcErrorKind::named("ApiCallError");

/// Code `400`. Returned by `messages.sendMessage`, `messages.sendPaidReaction` and `payments.sendStarsForm`.
pub const BALANCE_TOO_LOW: RpcErrorKind<'static> = RpcErrorKind::named("BALANCE_TOO_LOW");

/// Code `400`. Returned by `payments.getBankCardData`.
pub const BANK_CARD_NUMBER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BANK_CARD_NUMBER_INVALID");

/// Code `400` or `406`. Returned by `channels.editBanned` and `messages.editChatDefaultBannedRights`.
pub const BANNED_RIGHTS_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BANNED_RIGHTS_INVALID");

/// Code `400`. No method is known to return it.
pub const BASE_PORT_LOC_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BASE_PORT_LOC_INVALID");

/// Code `400`. Returned by `users.suggestBirthday`.
pub const BIRTHDAY_ALREADY: RpcErrorKind<'static> = RpcErrorKind::named("BIRTHDAY_ALREADY");

/// Code `400`. Returned by `account.updateBirthday`.
pub const BIRTHDAY_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BIRTHDAY_INVALID");

/// Code `400`. Returned by `premium.applyBoost`.
pub const BOOSTS_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("BOOSTS_EMPTY");

/// Code `400`. Returned by `channels.updateColor`, `stories.canSendStory` and `stories.sendStory`.
pub const BOOSTS_REQUIRED: RpcErrorKind<'static> = RpcErrorKind::named("BOOSTS_REQUIRED");

/// Code `400`. Returned by `payments.getPaymentForm`.
pub const BOOST_PEER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BOOST_PEER_INVALID");

/// Code `400`. Returned by `channels.editAdmin` and `channels.inviteToChannel`.
pub const BOTS_TOO_MUCH: RpcErrorKind<'static> = RpcErrorKind::named("BOTS_TOO_MUCH");

/// This account does not own the bot and may not change or see what it asked for. Let the owner of the bot make the call.
///
/// Code `403`. Returned by `account.setGlobalPrivacySettings`, `messages.deleteMessages`, `payments.getPaymentForm`, `payments.getStarsStatus`, `payments.sendStarsForm`, `stories.deleteStories` and `stories.sendStory`.
pub const BOT_ACCESS_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("BOT_ACCESS_FORBIDDEN");

/// Code `400`. Returned by `account.disablePeerConnectedBot`.
pub const BOT_ALREADY_DISABLED: RpcErrorKind<'static> = RpcErrorKind::named("BOT_ALREADY_DISABLED");

/// Code `400`. Returned by `messages.getBotApp` and `messages.requestAppWebView`.
pub const BOT_APP_BOT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BOT_APP_BOT_INVALID");

/// Code `400`. Returned by `messages.getBotApp` and `messages.requestAppWebView`.
pub const BOT_APP_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BOT_APP_INVALID");

/// Code `400`. Returned by `messages.getBotApp` and `messages.requestAppWebView`.
pub const BOT_APP_SHORTNAME_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BOT_APP_SHORTNAME_INVALID");

/// Code `400`. Returned by `account.updateConnectedBot`.
pub const BOT_BUSINESS_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("BOT_BUSINESS_MISSING");

/// Code `400`. Returned by `channels.editAdmin`.
pub const BOT_CHANNELS_NA: RpcErrorKind<'static> = RpcErrorKind::named("BOT_CHANNELS_NA");

/// Code `400`. No method is known to return it.
pub const BOT_COMMANDS_TOO_MUCH: RpcErrorKind<'static> = RpcErrorKind::named("BOT_COMMANDS_TOO_MUCH");

/// Code `400`. Returned by `bots.setBotCommands`.
pub const BOT_COMMAND_DESCRIPTION_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BOT_COMMAND_DESCRIPTION_INVALID");

/// Code `400`. Returned by `bots.setBotCommands`.
pub const BOT_COMMAND_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BOT_COMMAND_INVALID");

/// Code `400`. Returned by `bots.createBot`.
pub const BOT_CREATE_LIMIT_EXCEEDED: RpcErrorKind<'static> = RpcErrorKind::named("BOT_CREATE_LIMIT_EXCEEDED");

/// The bot has no domain for logins, or the button's URL is of another domain. Set the domain with `@BotFather`.
///
/// Code `400`. Returned by `messages.editMessage` and `messages.sendMessage`.
pub const BOT_DOMAIN_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BOT_DOMAIN_INVALID");

/// Code `400`. Returned by `photos.updateProfilePhoto`.
pub const BOT_FALLBACK_UNSUPPORTED: RpcErrorKind<'static> = RpcErrorKind::named("BOT_FALLBACK_UNSUPPORTED");

/// Code `403`. Returned by `messages.createForumTopic`.
pub const BOT_FORUM_CREATE_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("BOT_FORUM_CREATE_FORBIDDEN");

/// Code `400`. Returned by `messages.sendMedia`.
pub const BOT_GAMES_DISABLED: RpcErrorKind<'static> = RpcErrorKind::named("BOT_GAMES_DISABLED");

/// Code `400`. Returned by `channels.editAdmin`, `channels.inviteToChannel` and `messages.addChatUser`.
pub const BOT_GROUPS_BLOCKED: RpcErrorKind<'static> = RpcErrorKind::named("BOT_GROUPS_BLOCKED");

/// Code `403`. Returned by `bots.setJoinChatResults`.
pub const BOT_GUARD_NOT_SUPPORTED: RpcErrorKind<'static> = RpcErrorKind::named("BOT_GUARD_NOT_SUPPORTED");

/// Code `400`. Returned by `account.confirmBotConnection` and `bots.getRequestedWebViewButton`.
pub const BOT_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BOT_ID_INVALID");

/// Code `400`. Returned by `messages.getInlineBotResults`.
pub const BOT_INLINE_DISABLED: RpcErrorKind<'static> = RpcErrorKind::named("BOT_INLINE_DISABLED");

/// The user that was given is not a bot, or not one that can be used here. Check the id.
///
/// Code `400`. Returned by `account.acceptAuthorization`, `account.getAuthorizationForm`, `bots.addPreviewMedia`, `bots.allowSendMessage`, `bots.canSendMessage`, `bots.checkDownloadFileParams`, `bots.deletePreviewMedia`, `bots.editAccessSettings` and 27 more methods.
pub const BOT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BOT_INVALID");

/// Code `400`. Returned by `payments.getPaymentForm` and `payments.sendStarsForm`.
pub const BOT_INVOICE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BOT_INVOICE_INVALID");

/// Bots may not call this method. Call it as a user.
///
/// Code `400`. Any method may return it.
pub const BOT_METHOD_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BOT_METHOD_INVALID");

/// Only bots may do this. Users manage their sticker sets through the bot @Stickers.
///
/// Code `400`. Returned by `messages.uploadMedia`, `stickers.addStickerToSet`, `stickers.changeStickerPosition`, `stickers.createStickerSet` and `stickers.removeStickerFromSet`.
pub const BOT_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("BOT_MISSING");

/// Code `400`. Returned by `account.disablePeerConnectedBot`.
pub const BOT_NOT_CONNECTED_YET: RpcErrorKind<'static> = RpcErrorKind::named("BOT_NOT_CONNECTED_YET");

/// Code `400`. Returned by `messages.updatePinnedMessage`.
pub const BOT_ONESIDE_NOT_AVAIL: RpcErrorKind<'static> = RpcErrorKind::named("BOT_ONESIDE_NOT_AVAIL");

/// Code `400`. Returned by `messages.sendMedia`.
pub const BOT_PAYMENTS_DISABLED: RpcErrorKind<'static> = RpcErrorKind::named("BOT_PAYMENTS_DISABLED");

/// Code `400`. Returned by `messages.sendMedia`.
pub const BOT_POLLS_DISABLED: RpcErrorKind<'static> = RpcErrorKind::named("BOT_POLLS_DISABLED");

/// Code `400`. Returned by `messages.getBotCallbackAnswer` and `messages.getInlineBotResults`.
pub const BOT_RESPONSE_TIMEOUT: RpcErrorKind<'static> = RpcErrorKind::named("BOT_RESPONSE_TIMEOUT");

/// Code `400`. Returned by `messages.setGameScore`.
pub const BOT_SCORE_NOT_MODIFIED: RpcErrorKind<'static> = RpcErrorKind::named("BOT_SCORE_NOT_MODIFIED");

/// Code `403`. Returned by `bots.setCustomVerification`.
pub const BOT_VERIFIER_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("BOT_VERIFIER_FORBIDDEN");

/// Code `400`. Returned by `messages.requestWebView`.
pub const BOT_WEBVIEW_DISABLED: RpcErrorKind<'static> = RpcErrorKind::named("BOT_WEBVIEW_DISABLED");

/// Code `400`. No method is known to return it.
pub const BROADCAST_CALLS_DISABLED: RpcErrorKind<'static> = RpcErrorKind::named("BROADCAST_CALLS_DISABLED");

/// Code `403`. Returned by `messages.getMessageReactionsList` and `messages.getPollVotes`.
pub const BROADCAST_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("BROADCAST_FORBIDDEN");

/// Code `400`. Returned by `channels.setDiscussionGroup`.
pub const BROADCAST_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BROADCAST_ID_INVALID");

/// Code `400`. Returned by `messages.forwardMessages` and `messages.sendMedia`.
pub const BROADCAST_PUBLIC_VOTERS_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("BROADCAST_PUBLIC_VOTERS_FORBIDDEN");

/// Code `400`. Returned by `stats.getBroadcastStats`.
pub const BROADCAST_REQUIRED: RpcErrorKind<'static> = RpcErrorKind::named("BROADCAST_REQUIRED");

/// Code `406`. Returned by `contacts.getLocated`.
pub const BUSINESS_ADDRESS_ACTIVE: RpcErrorKind<'static> = RpcErrorKind::named("BUSINESS_ADDRESS_ACTIVE");

/// There is no such business connection, or it is not this bot's or has been ended by the user. Use the id from the newest `updateBotBusinessConnect`.
///
/// Code `400`. Returned by `account.setGlobalPrivacySettings`, `account.updateProfile`, `messages.deleteMessages`, `messages.editMessage`, `messages.readHistory`, `messages.sendMedia`, `messages.sendMessage`, `messages.sendMultiMedia` and 11 more methods.
pub const BUSINESS_CONNECTION_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BUSINESS_CONNECTION_INVALID");

/// The method cannot be called over a business connection. Call it without `invokeWithBusinessConnection`.
///
/// Code `400`. Any method may return it.
pub const BUSINESS_CONNECTION_NOT_ALLOWED: RpcErrorKind<'static> = RpcErrorKind::named("BUSINESS_CONNECTION_NOT_ALLOWED");

/// The business connection does not extend to this chat. Answer only in the chats that the user has given to the bot.
///
/// Code `400`. Returned by `messages.editMessage`, `messages.sendMedia`, `messages.sendMessage`, `messages.sendMultiMedia`, `messages.setTyping` and `messages.updatePinnedMessage`.
pub const BUSINESS_PEER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BUSINESS_PEER_INVALID");

/// Code `400`. Returned by `messages.sendMedia`, `messages.sendMessage` and `messages.setTyping`.
pub const BUSINESS_PEER_USAGE_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("BUSINESS_PEER_USAGE_MISSING");

/// Code `400`. Returned by `account.updateConnectedBot`.
pub const BUSINESS_RECIPIENTS_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("BUSINESS_RECIPIENTS_EMPTY");

/// Code `400`. Returned by `account.updateBusinessWorkHours`.
pub const BUSINESS_WORK_HOURS_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("BUSINESS_WORK_HOURS_EMPTY");

/// Code `400`. Returned by `account.updateBusinessWorkHours`.
pub const BUSINESS_WORK_HOURS_PERIOD_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BUSINESS_WORK_HOURS_PERIOD_INVALID");

/// Code `400`. Returned by `messages.editMessage`, `messages.sendMedia` and `messages.sendMessage`.
pub const BUTTON_COPY_TEXT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BUTTON_COPY_TEXT_INVALID");

/// The data of an inline button is empty or longer than 64 bytes, or does not suit the kind of button.
///
/// Code `400`. Returned by `messages.editInlineBotMessage`, `messages.editMessage`, `messages.sendMedia`, `messages.sendMessage` and `messages.setInlineBotResults`.
pub const BUTTON_DATA_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BUTTON_DATA_INVALID");

/// Code `400`. Returned by `messages.sendMessage`.
pub const BUTTON_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BUTTON_ID_INVALID");

/// Code `400`. Returned by `bots.requestWebViewButton` and `bots.setBotMenuButton`.
pub const BUTTON_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BUTTON_INVALID");

/// Code `400`. Returned by `messages.sendMedia`.
pub const BUTTON_POS_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BUTTON_POS_INVALID");

/// Code `400`. Returned by `bots.setBotMenuButton`.
pub const BUTTON_TEXT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BUTTON_TEXT_INVALID");

/// A button of this kind is not allowed in this keyboard or in this chat.
///
/// Code `400`. Returned by `messages.editMessage`, `messages.sendMedia`, `messages.sendMessage` and `messages.setInlineBotResults`.
pub const BUTTON_TYPE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BUTTON_TYPE_INVALID");

/// The URL of a button is not one that Telegram opens. Use an absolute URL with a public host.
///
/// Code `400`. Returned by `bots.setBotMenuButton`, `messages.editMessage`, `messages.sendMedia`, `messages.sendMessage` and `messages.setInlineBotResults`.
pub const BUTTON_URL_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BUTTON_URL_INVALID");

/// Code `400`. Returned by `messages.sendMessage`.
pub const BUTTON_USER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("BUTTON_USER_INVALID");

/// Code `400`. Returned by `messages.editMessage`, `messages.sendMedia` and `messages.sendMessage`.
pub const BUTTON_USER_PRIVACY_RESTRICTED: RpcErrorKind<'static> = RpcErrorKind::named("BUTTON_USER_PRIVACY_RESTRICTED");

/// Code `400`. Returned by `phone.acceptCall` and `phone.discardCall`.
pub const CALL_ALREADY_ACCEPTED: RpcErrorKind<'static> = RpcErrorKind::named("CALL_ALREADY_ACCEPTED");

/// Code `400`. Returned by `phone.acceptCall`, `phone.confirmCall` and `phone.receivedCall`.
pub const CALL_ALREADY_DECLINED: RpcErrorKind<'static> = RpcErrorKind::named("CALL_ALREADY_DECLINED");

/// Code `400`. Returned by `phone.sendSignalingData`.
pub const CALL_NOT_ACTIVE: RpcErrorKind<'static> = RpcErrorKind::named("CALL_NOT_ACTIVE");

/// Code `400` or `500`. Returned by `phone.acceptCall` and `phone.discardCall`.
pub const CALL_OCCUPY_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("CALL_OCCUPY_FAILED");

/// The call is not known: id or access hash is wrong, or the call is over.
///
/// Code `400`. Returned by `phone.acceptCall`, `phone.confirmCall`, `phone.discardCall`, `phone.receivedCall`, `phone.saveCallDebug`, `phone.saveCallLog`, `phone.sendSignalingData` and `phone.setCallRating`.
pub const CALL_PEER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("CALL_PEER_INVALID");

/// Code `406`. Returned by `phone.acceptCall`.
pub const CALL_PROTOCOL_COMPAT_LAYER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("CALL_PROTOCOL_COMPAT_LAYER_INVALID");

/// Code `400`. Returned by `phone.acceptCall` and `phone.requestCall`.
pub const CALL_PROTOCOL_FLAGS_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("CALL_PROTOCOL_FLAGS_INVALID");

/// Code `400`. Returned by `phone.acceptCall` and `phone.requestCall`.
pub const CALL_PROTOCOL_LAYER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("CALL_PROTOCOL_LAYER_INVALID");

/// CDN data centers serve only a few methods. Call the method at a data center of the API.
///
/// Code `400`. Returned by `invokeWithLayer`, `updates.getDifference`, `upload.getCdnFileHashes`, `upload.getFile` and `upload.reuploadCdnFile`.
pub const CDN_METHOD_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("CDN_METHOD_INVALID");

/// Code `500`. Returned by `upload.reuploadCdnFile`.
pub const CDN_UPLOAD_TIMEOUT: RpcErrorKind<'static> = RpcErrorKind::named("CDN_UPLOAD_TIMEOUT");

/// Code `400`. Returned by `channels.createChannel` and `channels.getAdminedPublicChannels`.
pub const CHANNELS_ADMIN_LOCATED_TOO_MUCH: RpcErrorKind<'static> = RpcErrorKind::named("CHANNELS_ADMIN_LOCATED_TOO_MUCH");

/// The account has reached its limit of public channels and groups. Make one private or delete it first.
///
/// Code `400`. Returned by `channels.checkUsername`, `channels.getAdminedPublicChannels`, `channels.updateUsername` and `messages.editChatCreator`.
pub const CHANNELS_ADMIN_PUBLIC_TOO_MUCH: RpcErrorKind<'static> = RpcErrorKind::named("CHANNELS_ADMIN_PUBLIC_TOO_MUCH");

/// The account has reached its limit of channels and supergroups. Leave one first.
///
/// Code `400`. Returned by `channels.createChannel`, `channels.joinChannel`, `chatlists.joinChatlistInvite`, `messages.hideAllChatJoinRequests`, `messages.hideChatJoinRequest`, `messages.importChatInvite` and `messages.migrateChat`.
pub const CHANNELS_TOO_MUCH: RpcErrorKind<'static> = RpcErrorKind::named("CHANNELS_TOO_MUCH");

/// Code `400`. No method is known to return it.
pub const CHANNEL_ADD_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("CHANNEL_ADD_INVALID");

/// Code `400`. No method is known to return it.
pub const CHANNEL_BANNED: RpcErrorKind<'static> = RpcErrorKind::named("CHANNEL_BANNED");

/// The supergroup has no topics. Turn them on, or leave the topic out.
///
/// Code `400`. Returned by `messages.createForumTopic` and `messages.getForumTopics`.
pub const CHANNEL_FORUM_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("CHANNEL_FORUM_MISSING");

/// Code `400`. Returned by `channels.convertToGigagroup` and `messages.getFutureChatCreatorAfterLeave`.
pub const CHANNEL_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("CHANNEL_ID_INVALID");

/// The channel is not known to this account: the id or the access hash is wrong, the hash belongs to another account, or the chat is a basic group. Get the peer anew, for instance by its username.
///
/// Code `400`. Returned by `account.getNotifySettings`, `account.updateNotifySettings`, `channels.checkUsername`, `channels.convertToGigagroup`, `channels.deactivateAllUsernames`, `channels.deleteChannel`, `channels.deleteHistory`, `channels.deleteMessages` and 112 more methods.
pub const CHANNEL_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("CHANNEL_INVALID");

/// The chat holds the direct messages of a channel, and the method does not work there. Use it on the channel itself.
///
/// Code `400`. Returned by `channels.editAdmin`, `channels.getParticipants`, `channels.inviteToChannel`, `channels.joinChannel`, `channels.updatePaidMessagesPrice`, `messages.exportChatInvite`, `messages.getPeerSettings`, `messages.sendMessage` and 3 more methods.
pub const CHANNEL_MONOFORUM_UNSUPPORTED: RpcErrorKind<'static> = RpcErrorKind::named("CHANNEL_MONOFORUM_UNSUPPORTED");

/// Code `400`. Returned by `channels.deleteHistory`.
pub const CHANNEL_PARICIPANT_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("CHANNEL_PARICIPANT_MISSING");

/// This account may not see the channel or supergroup: it is private, or the account has left it or is banned. Join it, or treat it as gone.
///
/// Code `400` or `406`. Returned by `account.getNotifySettings`, `account.reportPeer`, `account.updateNotifySettings`, `channels.checkUsername`, `channels.deleteChannel`, `channels.deleteHistory`, `channels.deleteMessages`, `channels.deleteParticipantHistory` and 83 more methods.
pub const CHANNEL_PRIVATE: RpcErrorKind<'static> = RpcErrorKind::named("CHANNEL_PRIVATE");

/// Code `403`. Returned by `channels.getFullChannel`, `channels.leaveChannel` and `updates.getChannelDifference`.
pub const CHANNEL_PUBLIC_GROUP_NA: RpcErrorKind<'static> = RpcErrorKind::named("CHANNEL_PUBLIC_GROUP_NA");

/// Code `400`. Returned by `channels.deleteHistory`.
pub const CHANNEL_TOO_BIG: RpcErrorKind<'static> = RpcErrorKind::named("CHANNEL_TOO_BIG");

/// The supergroup has too many members for this.
///
/// Code `400` or `406`. Returned by `channels.deleteChannel`.
pub const CHANNEL_TOO_LARGE: RpcErrorKind<'static> = RpcErrorKind::named("CHANNEL_TOO_LARGE");

/// Code `400`. Returned by `payments.refundStarsCharge`.
pub const CHARGE_ALREADY_REFUNDED: RpcErrorKind<'static> = RpcErrorKind::named("CHARGE_ALREADY_REFUNDED");

/// Code `400`. Returned by `payments.refundStarsCharge`.
pub const CHARGE_ID_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("CHARGE_ID_EMPTY");

/// Code `400`. Returned by `payments.botCancelStarsSubscription`.
pub const CHARGE_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("CHARGE_ID_INVALID");

/// Code `400`. No method is known to return it.
pub const CHARGE_NOT_FOUND: RpcErrorKind<'static> = RpcErrorKind::named("CHARGE_NOT_FOUND");

/// Code `400`. Returned by `account.createBusinessChatLink`.
pub const CHATLINKS_TOO_MUCH: RpcErrorKind<'static> = RpcErrorKind::named("CHATLINKS_TOO_MUCH");

/// Code `400`. Returned by `account.deleteBusinessChatLink`, `account.editBusinessChatLink` and `account.resolveBusinessChatLink`.
pub const CHATLINK_SLUG_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("CHATLINK_SLUG_EMPTY");

/// Code `400`. Returned by `account.deleteBusinessChatLink` and `account.resolveBusinessChatLink`.
pub const CHATLINK_SLUG_EXPIRED: RpcErrorKind<'static> = RpcErrorKind::named("CHATLINK_SLUG_EXPIRED");

/// Code `400`. Returned by `chatlists.exportChatlistInvite` and `chatlists.joinChatlistInvite`.
pub const CHATLISTS_TOO_MUCH: RpcErrorKind<'static> = RpcErrorKind::named("CHATLISTS_TOO_MUCH");

/// Code `400`. Returned by `messages.updateDialogFilter`.
pub const CHATLIST_EXCLUDE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("CHATLIST_EXCLUDE_INVALID");

/// Code `400`. Returned by `messages.editChatAbout`.
pub const CHAT_ABOUT_NOT_MODIFIED: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_ABOUT_NOT_MODIFIED");

/// Code `400`. Returned by `channels.createChannel` and `messages.editChatAbout`.
pub const CHAT_ABOUT_TOO_LONG: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_ABOUT_TOO_LONG");

/// Code `403`. Returned by `messages.deleteFactCheck` and `messages.editFactCheck`.
pub const CHAT_ACTION_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_ACTION_FORBIDDEN");

/// Code `403`. Returned by `channels.editAdmin`.
pub const CHAT_ADMIN_INVITE_REQUIRED: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_ADMIN_INVITE_REQUIRED");

/// This takes an administrator, or a right that this administrator does not have. Ask the owner of the chat for it.
///
/// Code `400` or `403`. Returned by `channels.convertToGigagroup`, `channels.deleteChannel`, `channels.deleteHistory`, `channels.deleteMessages`, `channels.deleteParticipantHistory`, `channels.editAdmin`, `channels.editBanned`, `channels.editLocation` and 74 more methods.
pub const CHAT_ADMIN_REQUIRED: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_ADMIN_REQUIRED");

/// Code `400`. Returned by `channels.toggleForum`.
pub const CHAT_DISCUSSION_UNALLOWED: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_DISCUSSION_UNALLOWED");

/// Code `403`. No method is known to return it.
pub const CHAT_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_FORBIDDEN");

/// The chat does not allow its messages to be forwarded or saved. Do not send copies of them either.
///
/// Code `400` or `406`. Returned by `messages.editMessage`, `messages.forwardMessages`, `messages.sendMedia`, `messages.sendMessage` and `messages.sendMultiMedia`.
pub const CHAT_FORWARDS_RESTRICTED: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_FORWARDS_RESTRICTED");

/// Code `500`. No method is known to return it.
pub const CHAT_FROM_CALL_CHANGED: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_FROM_CALL_CHANGED");

/// Code `500`. No method is known to return it.
pub const CHAT_GET_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_GET_FAILED");

/// Only members may write in this group. Join it first.
///
/// Code `403`. Returned by `messages.forwardMessages`, `messages.sendInlineBotResult`, `messages.sendMedia` and `messages.sendMessage`.
pub const CHAT_GUEST_SEND_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_GUEST_SEND_FORBIDDEN");

/// Code `400`. Returned by `messages.discardEncryption`.
pub const CHAT_ID_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_ID_EMPTY");

/// Code `500`. Returned by `messages.createChat`.
pub const CHAT_ID_GENERATE_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_ID_GENERATE_FAILED");

/// There is no such basic group, or this account is not in it. Supergroups and channels need `inputPeerChannel` and the methods of `channels`.
///
/// Code `400`. Returned by `channels.checkUsername`, `channels.getSendAs`, `channels.setStickers`, `channels.toggleForum`, `channels.toggleJoinRequest`, `channels.toggleJoinToSend`, `channels.toggleParticipantsHidden`, `channels.togglePreHistoryHidden` and 36 more methods.
pub const CHAT_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_ID_INVALID");

/// The chat does not exist or is not of the kind that the method takes.
///
/// Code `400` or `500`. Returned by `channels.createChannel`, `channels.editPhoto`, `channels.editTitle`, `channels.inviteToChannel`, `channels.joinChannel`, `channels.leaveChannel`, `messages.addChatUser`, `messages.createChat` and 3 more methods.
pub const CHAT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_INVALID");

/// Code `400`. Returned by `messages.editExportedChatInvite`.
pub const CHAT_INVITE_PERMANENT: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_INVITE_PERMANENT");

/// Code `400`. Returned by `channels.togglePreHistoryHidden`.
pub const CHAT_LINK_EXISTS: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_LINK_EXISTS");

/// The user could not be added to the chat. Send them an invite link instead.
///
/// Code `400`. Returned by `channels.inviteToChannel`, `messages.addChatUser`, `messages.createChat` and `messages.editChatCreator`.
pub const CHAT_MEMBER_ADD_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_MEMBER_ADD_FAILED");

/// The chat already is as you want it. Treat it as success.
///
/// Code `400`. Returned by `channels.deleteChannel`, `channels.editLocation`, `channels.editPhoto`, `channels.editTitle`, `channels.getChannelRecommendations`, `channels.getFullChannel`, `channels.getMessages`, `channels.reorderUsernames` and 25 more methods.
pub const CHAT_NOT_MODIFIED: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_NOT_MODIFIED");

/// Code `500`. No method is known to return it.
pub const CHAT_OCCUPY_LOC_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_OCCUPY_LOC_FAILED");

/// Code `500`. No method is known to return it.
pub const CHAT_OCCUPY_USERNAME_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_OCCUPY_USERNAME_FAILED");

/// Code `400`. Returned by `channels.toggleJoinRequest`.
pub const CHAT_PUBLIC_REQUIRED: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_PUBLIC_REQUIRED");

/// The chat is restricted, and this account cannot write there.
///
/// Code `400`. Returned by `messages.forwardMessages`, `messages.sendInlineBotResult`, `messages.sendMedia`, `messages.sendMessage` and `messages.uploadMedia`.
pub const CHAT_RESTRICTED: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_RESTRICTED");

/// Code `400`. Returned by `messages.deleteHistory`.
pub const CHAT_REVOKE_DATE_UNSUPPORTED: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_REVOKE_DATE_UNSUPPORTED");

/// Code `403`. Returned by `messages.forwardMessages`, `messages.sendInlineBotResult` and `messages.sendMedia`.
pub const CHAT_SEND_AUDIOS_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_SEND_AUDIOS_FORBIDDEN");

/// Code `403`. Returned by `messages.forwardMessages` and `messages.sendMedia`.
pub const CHAT_SEND_DOCS_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_SEND_DOCS_FORBIDDEN");

/// Code `403`. Returned by `messages.forwardMessages` and `messages.sendInlineBotResult`.
pub const CHAT_SEND_GAME_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_SEND_GAME_FORBIDDEN");

/// This account may not send GIFs in the chat. Rights are in the `chat` or `channel` object.
///
/// Code `403`. Returned by `messages.editMessage`, `messages.forwardMessages`, `messages.sendInlineBotResult` and `messages.sendMedia`.
pub const CHAT_SEND_GIFS_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_SEND_GIFS_FORBIDDEN");

/// This account may not send results of inline bots in the chat.
///
/// Code `400` or `403`. Returned by `messages.forwardMessages` and `messages.sendInlineBotResult`.
pub const CHAT_SEND_INLINE_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_SEND_INLINE_FORBIDDEN");

/// This account may not send media in the chat. Send text only, or ask an administrator.
///
/// Code `403`. Returned by `messages.forwardMessages`, `messages.sendInlineBotResult`, `messages.sendMedia` and `messages.sendMultiMedia`.
pub const CHAT_SEND_MEDIA_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_SEND_MEDIA_FORBIDDEN");

/// Code `403`. Returned by `messages.forwardMessages`, `messages.sendInlineBotResult`, `messages.sendMedia` and `messages.sendMultiMedia`.
pub const CHAT_SEND_PHOTOS_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_SEND_PHOTOS_FORBIDDEN");

/// This account may not send text in the chat, though perhaps media.
///
/// Code `403`. Returned by `messages.forwardMessages`, `messages.sendInlineBotResult`, `messages.sendMedia` and `messages.sendMessage`.
pub const CHAT_SEND_PLAIN_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_SEND_PLAIN_FORBIDDEN");

/// Code `403`. Returned by `messages.forwardMessages` and `messages.sendMedia`.
pub const CHAT_SEND_POLL_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_SEND_POLL_FORBIDDEN");

/// Code `403`. Returned by `messages.sendMedia`.
pub const CHAT_SEND_ROUNDVIDEOS_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_SEND_ROUNDVIDEOS_FORBIDDEN");

/// This account may not send stickers in the chat.
///
/// Code `403`. Returned by `messages.forwardMessages`, `messages.sendInlineBotResult` and `messages.sendMedia`.
pub const CHAT_SEND_STICKERS_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_SEND_STICKERS_FORBIDDEN");

/// Code `403`. Returned by `messages.forwardMessages`, `messages.sendMedia` and `messages.sendMultiMedia`.
pub const CHAT_SEND_VIDEOS_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_SEND_VIDEOS_FORBIDDEN");

/// Code `403`. Returned by `messages.forwardMessages`, `messages.sendInlineBotResult` and `messages.sendMedia`.
pub const CHAT_SEND_VOICES_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_SEND_VOICES_FORBIDDEN");

/// Code `403`. Returned by `messages.forwardMessages`.
pub const CHAT_SEND_WEBPAGE_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_SEND_WEBPAGE_FORBIDDEN");

/// The title of a chat must not be empty.
///
/// Code `400`. Returned by `channels.createChannel`, `channels.editTitle`, `messages.createChat` and `messages.editChatTitle`.
pub const CHAT_TITLE_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_TITLE_EMPTY");

/// Code `400`. Returned by `messages.getMessageReadParticipants`.
pub const CHAT_TOO_BIG: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_TOO_BIG");

/// Code `403`. Returned by `phone.inviteToGroupCall`.
pub const CHAT_TYPE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_TYPE_INVALID");

/// This account may not write in the chat: it is a channel of others, the account is restricted there, or writing is off for everyone.
///
/// Code `403`. Returned by `channels.convertToGigagroup`, `channels.deleteChannel`, `channels.deleteParticipantHistory`, `channels.editAdmin`, `channels.editBanned`, `channels.editPhoto`, `channels.editTitle`, `channels.getAdminLog` and 35 more methods.
pub const CHAT_WRITE_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("CHAT_WRITE_FORBIDDEN");

/// Code `500`. Returned by `stats.getBroadcastStats`.
pub const CHP_CALL_FAIL: RpcErrorKind<'static> = RpcErrorKind::named("CHP_CALL_FAIL");

/// Code `400`. Returned by `auth.checkRecoveryPassword` and `auth.recoverPassword`.
pub const CODE_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("CODE_EMPTY");

/// Code `400`. Returned by `account.confirmPhone`.
pub const CODE_HASH_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("CODE_HASH_INVALID");

/// Code `400`. Returned by `account.confirmPasswordEmail` and `account.verifyEmail`.
pub const CODE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("CODE_INVALID");

/// Code `400`. Returned by `account.updateEmojiStatus` and `fragment.getCollectibleInfo`.
pub const COLLECTIBLE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("COLLECTIBLE_INVALID");

/// Code `400`. Returned by `fragment.getCollectibleInfo`.
pub const COLLECTIBLE_NOT_FOUND: RpcErrorKind<'static> = RpcErrorKind::named("COLLECTIBLE_NOT_FOUND");

/// Code `400`. Returned by `payments.getSavedStarGifts`.
pub const COLLECTION_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("COLLECTION_ID_INVALID");

/// Code `400`. Returned by `account.updateColor`.
pub const COLOR_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("COLOR_INVALID");

/// The `api_id` in `initConnection` does not exist. Compare it with the value at my.telegram.org.
///
/// Code `400`. Returned by `help.getConfig` and `invokeWithLayer`.
pub const CONNECTION_API_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("CONNECTION_API_ID_INVALID");

/// Code `400`. Returned by `help.getConfig`.
pub const CONNECTION_APP_VERSION_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("CONNECTION_APP_VERSION_EMPTY");

/// `device_model` in `initConnection` is empty. Give the name of the device.
///
/// Code `400`. Returned by `invokeWithLayer`.
pub const CONNECTION_DEVICE_MODEL_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("CONNECTION_DEVICE_MODEL_EMPTY");

/// Code `400`. Returned by `account.getBotBusinessConnection`.
pub const CONNECTION_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("CONNECTION_ID_INVALID");

/// `lang_pack` in `initConnection` is not the name of one. Send an empty string.
///
/// Code `400`. Returned by `invokeWithLayer`.
pub const CONNECTION_LANG_PACK_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("CONNECTION_LANG_PACK_INVALID");

/// The layer in `invokeWithLayer` does not exist. Use the layer that your schema was made for.
///
/// Code `400`. Returned by `contacts.resolveUsername`, `help.getConfig`, `initConnection` and `invokeWithLayer`.
pub const CONNECTION_LAYER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("CONNECTION_LAYER_INVALID");

/// The server knows neither the layer nor the application of this authorization key. Wrap the call in `invokeWithLayer` and `initConnection` and send it again.
///
/// Code `400`. Any method may return it.
pub const CONNECTION_NOT_INITED: RpcErrorKind<'static> = RpcErrorKind::named("CONNECTION_NOT_INITED");

/// `system_version` in `initConnection` is empty. Give the name and version of the operating system.
///
/// Code `400`. Returned by `invokeWithLayer`.
pub const CONNECTION_SYSTEM_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("CONNECTION_SYSTEM_EMPTY");

/// `system_lang_code` in `initConnection` is empty. Give a code such as `en-US`.
///
/// Code `400`. No method is known to return it.
pub const CONNECTION_SYSTEM_LANG_CODE_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("CONNECTION_SYSTEM_LANG_CODE_EMPTY");

/// Code `400`. Returned by `contacts.acceptContact`.
pub const CONTACT_ADD_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("CONTACT_ADD_MISSING");

/// The user cannot be a contact, or is none: the id is wrong, or it is this account's own.
///
/// Code `400`. Returned by `contacts.acceptContact`, `contacts.addContact`, `contacts.block`, `contacts.unblock` and `contacts.updateContactNote`.
pub const CONTACT_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("CONTACT_ID_INVALID");

/// Code `400`. Returned by `contacts.updateContactNote` and `photos.uploadContactProfilePhoto`.
pub const CONTACT_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("CONTACT_MISSING");

/// Code `400`. Returned by `contacts.addContact`.
pub const CONTACT_NAME_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("CONTACT_NAME_EMPTY");

/// Code `400`. Returned by `contacts.acceptContact`.
pub const CONTACT_REQ_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("CONTACT_REQ_MISSING");

/// Code `400`. Returned by `phone.createGroupCall`.
pub const CREATE_CALL_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("CREATE_CALL_FAILED");

/// Code `400`. Returned by `account.registerPasskey` and `auth.finishPasskeyLogin`.
pub const CREDENTIAL_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("CREDENTIAL_INVALID");

/// Code `400`. Returned by `messages.sendMedia` and `payments.exportInvoice`.
pub const CURRENCY_TOTAL_AMOUNT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("CURRENCY_TOTAL_AMOUNT_INVALID");

/// Code `400`. Returned by `messages.sendReaction`.
pub const CUSTOM_REACTIONS_TOO_MANY: RpcErrorKind<'static> = RpcErrorKind::named("CUSTOM_REACTIONS_TOO_MANY");

/// Code `400`. Returned by `users.setSecureValueErrors`.
pub const DATA_HASH_SIZE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("DATA_HASH_SIZE_INVALID");

/// Code `400`. Returned by `help.getConfig`, `messages.getBotCallbackAnswer`, `messages.sendEncrypted` and `messages.sendEncryptedService`.
pub const DATA_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("DATA_INVALID");

/// The data is not JSON, or not the JSON that the method takes.
///
/// Code `400`. Returned by `bots.answerWebhookJSONQuery`, `bots.invokeWebViewCustomMethod`, `bots.sendCustomRequest`, `help.acceptTermsOfService`, `payments.assignPlayMarketTransaction`, `phone.joinGroupCall` and `phone.saveCallDebug`.
pub const DATA_JSON_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("DATA_JSON_INVALID");

/// Code `400`. Returned by `messages.sendEncrypted`, `messages.sendEncryptedFile` and `messages.sendEncryptedService`.
pub const DATA_TOO_LONG: RpcErrorKind<'static> = RpcErrorKind::named("DATA_TOO_LONG");

/// Code `400`. Returned by `updates.getDifference`.
pub const DATE_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("DATE_EMPTY");

/// There is no such data center, or it is the one that is asked. Take ids from `help.getConfig`.
///
/// Code `400`. Returned by `auth.exportAuthorization`.
pub const DC_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("DC_ID_INVALID");

/// Code `400`. Returned by `messages.requestEncryption`.
pub const DH_G_A_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("DH_G_A_INVALID");

/// The document is not known, is not of the kind that the method takes, or has an old file reference. Fetch it again from where it comes.
///
/// Code `400`. Returned by `account.createBusinessChatLink`, `account.saveMusic`, `account.updateColor`, `account.updateEmojiStatus`, `messages.editMessage`, `messages.sendMedia`, `messages.sendMessage`, `messages.sendReaction` and 3 more methods.
pub const DOCUMENT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("DOCUMENT_INVALID");

/// Code `403`. Returned by `messages.editExportedChatInvite`.
pub const EDIT_BOT_INVITE_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("EDIT_BOT_INVITE_FORBIDDEN");

/// Code `406`. Returned by `messages.editMessage`.
pub const EDIT_MESSAGE_TEMP_RESTRICTED: RpcErrorKind<'static> = RpcErrorKind::named("EDIT_MESSAGE_TEMP_RESTRICTED");

/// Code `400`. Returned by `messages.sendMedia` and `messages.sendMessage`.
pub const EFFECT_CHAT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("EFFECT_CHAT_INVALID");

/// Code `400`. Returned by `messages.sendMedia` and `messages.sendMultiMedia`.
pub const EFFECT_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("EFFECT_ID_INVALID");

/// Code `400`. Returned by `account.cancelPasswordEmail`, `account.confirmPasswordEmail` and `account.resendPasswordEmail`.
pub const EMAIL_HASH_EXPIRED: RpcErrorKind<'static> = RpcErrorKind::named("EMAIL_HASH_EXPIRED");

/// Code `400`. Returned by `auth.resendCode` and `auth.resetLoginEmail`.
pub const EMAIL_INSTALL_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("EMAIL_INSTALL_MISSING");

/// Code `400`. Returned by `account.sendVerifyEmailCode`, `account.updatePasswordSettings` and `account.verifyEmail`.
pub const EMAIL_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("EMAIL_INVALID");

/// Code `400`. Returned by `account.sendVerifyEmailCode` and `account.verifyEmail`.
pub const EMAIL_NOT_ALLOWED: RpcErrorKind<'static> = RpcErrorKind::named("EMAIL_NOT_ALLOWED");

/// Code `400`. Returned by `account.sendVerifyEmailCode`.
pub const EMAIL_NOT_SETUP: RpcErrorKind<'static> = RpcErrorKind::named("EMAIL_NOT_SETUP");

/// A code has been sent to the email address, and X is its length. Confirm the address with it.
///
/// Code `400`. Returned by `account.updatePasswordSettings`.
pub const EMAIL_UNCONFIRMED: RpcErrorKind<'static> = RpcErrorKind::named("EMAIL_UNCONFIRMED");

/// Code `400`. Returned by `account.verifyEmail`.
pub const EMAIL_VERIFY_EXPIRED: RpcErrorKind<'static> = RpcErrorKind::named("EMAIL_VERIFY_EXPIRED");

/// Code `400`. Returned by `messages.setChatTheme`.
pub const EMOJI_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("EMOJI_INVALID");

/// Code `400`. Returned by `photos.uploadProfilePhoto`.
pub const EMOJI_MARKUP_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("EMOJI_MARKUP_INVALID");

/// Code `400`. Returned by `messages.setChatTheme`.
pub const EMOJI_NOT_MODIFIED: RpcErrorKind<'static> = RpcErrorKind::named("EMOJI_NOT_MODIFIED");

/// Code `400`. Returned by `messages.getStickers` and `messages.searchCustomEmoji`.
pub const EMOTICON_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("EMOTICON_EMPTY");

/// Code `400`. Returned by `messages.sendMedia`.
pub const EMOTICON_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("EMOTICON_INVALID");

/// Code `400`. Returned by `messages.getStickerSet`.
pub const EMOTICON_STICKERPACK_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("EMOTICON_STICKERPACK_MISSING");

/// Code `400`. Returned by `auth.bindTempAuthKey`.
pub const ENCRYPTED_MESSAGE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("ENCRYPTED_MESSAGE_INVALID");

/// Code `400`. Returned by `messages.acceptEncryption` and `messages.discardEncryption`.
pub const ENCRYPTION_ALREADY_ACCEPTED: RpcErrorKind<'static> = RpcErrorKind::named("ENCRYPTION_ALREADY_ACCEPTED");

/// Code `400`. Returned by `messages.acceptEncryption` and `messages.discardEncryption`.
pub const ENCRYPTION_ALREADY_DECLINED: RpcErrorKind<'static> = RpcErrorKind::named("ENCRYPTION_ALREADY_DECLINED");

/// Code `400`. Returned by `messages.sendEncrypted`, `messages.sendEncryptedFile`, `messages.sendEncryptedService` and `messages.sendMessage`.
pub const ENCRYPTION_DECLINED: RpcErrorKind<'static> = RpcErrorKind::named("ENCRYPTION_DECLINED");

/// Code `400`. Returned by `messages.discardEncryption` and `messages.sendEncryptedService`.
pub const ENCRYPTION_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("ENCRYPTION_ID_INVALID");

/// Code `500`. No method is known to return it.
pub const ENCRYPTION_OCCUPY_ADMIN_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("ENCRYPTION_OCCUPY_ADMIN_FAILED");

/// Code `500`. Returned by `messages.acceptEncryption`.
pub const ENCRYPTION_OCCUPY_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("ENCRYPTION_OCCUPY_FAILED");

/// Code `400`. Returned by `messages.editMessage` and `messages.sendMessage`.
pub const ENTITIES_TOO_LONG: RpcErrorKind<'static> = RpcErrorKind::named("ENTITIES_TOO_LONG");

/// An entity of the text begins or ends outside of it, or within a character. Offsets and lengths count UTF-16 code units, not bytes or characters.
///
/// Code `400`. Returned by `help.editUserInfo`, `messages.editInlineBotMessage`, `messages.editMessage`, `messages.getWebPagePreview`, `messages.saveDraft`, `messages.sendInlineBotResult`, `messages.sendMedia`, `messages.sendMessage` and one more method.
pub const ENTITY_BOUNDS_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("ENTITY_BOUNDS_INVALID");

/// Code `400`. Returned by `messages.sendMessage`.
pub const ENTITY_DATE_FORMAT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("ENTITY_DATE_FORMAT_INVALID");

/// Code `400`. Returned by `messages.sendMessage`.
pub const ENTITY_DATE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("ENTITY_DATE_INVALID");

/// Code `400`. Returned by `messages.sendMessage`.
pub const ENTITY_DATE_TOO_LONG: RpcErrorKind<'static> = RpcErrorKind::named("ENTITY_DATE_TOO_LONG");

/// Code `400`. Returned by `messages.sendMessage`.
pub const ENTITY_MENTION_USER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("ENTITY_MENTION_USER_INVALID");

/// Code `400`. Returned by `messages.setBotPrecheckoutResults`.
pub const ERROR_TEXT_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("ERROR_TEXT_EMPTY");

/// Code `400`. Returned by `auth.bindTempAuthKey`.
pub const EXPIRES_AT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("EXPIRES_AT_INVALID");

/// Code `400`. Returned by `messages.exportChatInvite`.
pub const EXPIRE_DATE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("EXPIRE_DATE_INVALID");

/// Code `400`. No method is known to return it.
pub const EXPIRE_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("EXPIRE_FORBIDDEN");

/// Code `400`. Returned by `messages.sendMedia`.
pub const EXTENDED_MEDIA_AMOUNT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("EXTENDED_MEDIA_AMOUNT_INVALID");

/// Code `400`. Returned by `messages.sendMedia`.
pub const EXTENDED_MEDIA_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("EXTENDED_MEDIA_EMPTY");

/// Code `400`. Returned by `messages.sendMedia`.
pub const EXTENDED_MEDIA_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("EXTENDED_MEDIA_INVALID");

/// Code `400`. Returned by `messages.sendMedia`.
pub const EXTENDED_MEDIA_PEER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("EXTENDED_MEDIA_PEER_INVALID");

/// Code `400`. Returned by `messages.sendMedia`.
pub const EXTERNAL_URL_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("EXTERNAL_URL_INVALID");

/// Code `400`. No method is known to return it.
pub const FIELD_NAME_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("FIELD_NAME_EMPTY");

/// Code `400`. No method is known to return it.
pub const FIELD_NAME_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("FIELD_NAME_INVALID");

/// Code `406`. Returned by `upload.getFile`.
pub const FILEREF_UPGRADE_NEEDED: RpcErrorKind<'static> = RpcErrorKind::named("FILEREF_UPGRADE_NEEDED");

/// Code `400`. Returned by `messages.setInlineBotResults`.
pub const FILE_CONTENT_TYPE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("FILE_CONTENT_TYPE_INVALID");

/// Code `400`. Returned by `messages.sendEncryptedFile`.
pub const FILE_EMTPY: RpcErrorKind<'static> = RpcErrorKind::named("FILE_EMTPY");

/// Code `400`. Returned by `upload.getFile`.
pub const FILE_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("FILE_ID_INVALID");

/// The file is in data center X. Export the login to it with `auth.exportAuthorization` if necessary, and ask for the file there.
///
/// Code `303` or `400`. Any method may return it.
pub const FILE_MIGRATE: RpcErrorKind<'static> = RpcErrorKind::named("FILE_MIGRATE");

/// The number of parts does not match what was uploaded, or is too great. Give the number of the parts that were saved.
///
/// Code `400`. Returned by `channels.editPhoto`, `messages.editMessage`, `messages.sendMedia`, `messages.uploadMedia`, `photos.updateProfilePhoto`, `photos.uploadProfilePhoto` and `upload.saveBigFilePart`.
pub const FILE_PARTS_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("FILE_PARTS_INVALID");

/// Code `400`. Returned by `upload.saveBigFilePart` and `upload.saveFilePart`.
pub const FILE_PART_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("FILE_PART_EMPTY");

/// The number of the part is less than 0 or too great.
///
/// Code `400`. Returned by `upload.saveBigFilePart` and `upload.saveFilePart`.
pub const FILE_PART_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("FILE_PART_INVALID");

/// Code `400`. Returned by `messages.sendMedia` and `messages.uploadMedia`.
pub const FILE_PART_LENGTH_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("FILE_PART_LENGTH_INVALID");

/// Code `400`. Returned by `upload.saveBigFilePart`.
pub const FILE_PART_SIZE_CHANGED: RpcErrorKind<'static> = RpcErrorKind::named("FILE_PART_SIZE_CHANGED");

/// The size of a part must be a multiple of 1 KiB that divides 512 KiB, and only the last part may be shorter.
///
/// Code `400`. Returned by `upload.saveBigFilePart`.
pub const FILE_PART_SIZE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("FILE_PART_SIZE_INVALID");

/// Code `400`. Returned by `upload.saveBigFilePart`.
pub const FILE_PART_TOO_BIG: RpcErrorKind<'static> = RpcErrorKind::named("FILE_PART_TOO_BIG");

/// Code `400`. Returned by `upload.saveBigFilePart`.
pub const FILE_PART_TOO_SMALL: RpcErrorKind<'static> = RpcErrorKind::named("FILE_PART_TOO_SMALL");

/// Part X of the file did not arrive, or is forgotten by now. Upload it again, and then repeat the call.
///
/// Code `400`. No method is known to return it.
pub const FILE_PART_X_MISSING: RpcErrorKind<'static> = RpcErrorKind::of("FILE_PART_X_MISSING");

/// Code `400`. Returned by `messages.sendMedia` and `upload.getFile`.
pub const FILE_REFERENCE_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("FILE_REFERENCE_EMPTY");

/// The file reference is too old. Fetch the message, or whatever else has the file, again, take the new reference, and repeat the call.
///
/// Code `400`. Returned by `messages.sendMedia` and `upload.getFile`.
pub const FILE_REFERENCE_EXPIRED: RpcErrorKind<'static> = RpcErrorKind::named("FILE_REFERENCE_EXPIRED");

/// Code `400`. Returned by `channels.editPhoto` and `upload.getFile`.
pub const FILE_REFERENCE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("FILE_REFERENCE_INVALID");

/// Code `400`. Returned by `messages.sendMultiMedia`.
pub const FILE_REFERENCE_X_EMPTY: RpcErrorKind<'static> = RpcErrorKind::of("FILE_REFERENCE_X_EMPTY");

/// The file reference of item X of the call, counted from 0, is too old. Fetch the message or whatever else has that file again, take the new reference, and repeat the call.
///
/// Code `400`. Returned by `messages.sendMultiMedia`.
pub const FILE_REFERENCE_X_EXPIRED: RpcErrorKind<'static> = RpcErrorKind::of("FILE_REFERENCE_X_EXPIRED");

/// Code `400`. Returned by `messages.sendMultiMedia`.
pub const FILE_REFERENCE_X_INVALID: RpcErrorKind<'static> = RpcErrorKind::of("FILE_REFERENCE_X_INVALID");

/// Code `400`. Returned by `messages.setInlineBotResults`.
pub const FILE_TITLE_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("FILE_TITLE_EMPTY");

/// Code `400`. Returned by `upload.getCdnFile`, `upload.getCdnFileHashes` and `upload.reuploadCdnFile`.
pub const FILE_TOKEN_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("FILE_TOKEN_INVALID");

/// Code `500`. No method is known to return it.
pub const FILE_WRITE_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("FILE_WRITE_FAILED");

/// There is no chat folder with this id. Ids of own folders begin with 2; get them from `messages.getDialogFilters`.
///
/// Code `400`. Returned by `chatlists.deleteExportedInvite`, `chatlists.editExportedInvite`, `chatlists.exportChatlistInvite`, `chatlists.getChatlistUpdates`, `chatlists.getExportedInvites`, `chatlists.getLeaveChatlistSuggestions`, `chatlists.hideChatlistUpdates`, `chatlists.joinChatlistUpdates` and 2 more methods.
pub const FILTER_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("FILTER_ID_INVALID");

/// Code `400`. Returned by `chatlists.joinChatlistInvite`, `chatlists.joinChatlistUpdates` and `messages.updateDialogFilter`.
pub const FILTER_INCLUDE_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("FILTER_INCLUDE_EMPTY");

/// The method does not take this kind of chat folder, or the search does not take this filter.
///
/// Code `400`. Returned by `chatlists.deleteExportedInvite`, `chatlists.editExportedInvite`, `chatlists.exportChatlistInvite`, `chatlists.getChatlistUpdates`, `chatlists.getLeaveChatlistSuggestions`, `chatlists.hideChatlistUpdates`, `messages.getSearchResultsCalendar` and `messages.searchSentMedia`.
pub const FILTER_NOT_SUPPORTED: RpcErrorKind<'static> = RpcErrorKind::named("FILTER_NOT_SUPPORTED");

/// Code `400`. Returned by `messages.updateDialogFilter`.
pub const FILTER_TITLE_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("FILTER_TITLE_EMPTY");

/// Code `400`. Returned by `account.updateProfile` and `auth.signUp`.
pub const FIRSTNAME_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("FIRSTNAME_INVALID");

/// The account uploads or downloads too fast; accounts with Premium may go faster. Wait X seconds and repeat the call.
///
/// Code `420`. Any method may return it.
pub const FLOOD_PREMIUM_WAIT: RpcErrorKind<'static> = RpcErrorKind::named("FLOOD_PREMIUM_WAIT");

/// Too many logins with a number of the test servers. Wait X seconds and repeat the call.
///
/// Code `420`. No method is known to return it.
pub const FLOOD_TEST_PHONE_WAIT: RpcErrorKind<'static> = RpcErrorKind::named("FLOOD_TEST_PHONE_WAIT");

/// Too many calls of this kind. Wait X seconds and repeat the call; calls before that only make it worse. If it happens often, call less: keep results, and do not poll.
///
/// Code `420`. Any method may return it.
pub const FLOOD_WAIT: RpcErrorKind<'static> = RpcErrorKind::named("FLOOD_WAIT");

/// Code `500`. No method is known to return it.
pub const FOLDER_DEAC_AUTOFIX_ALL: RpcErrorKind<'static> = RpcErrorKind::named("FOLDER_DEAC_AUTOFIX_ALL");

/// There is no such folder. 0 is the main list and 1 the archive.
///
/// Code `400`. Returned by `folders.editPeerFolders`, `messages.getDialogs`, `messages.getPinnedDialogs` and `messages.searchGlobal`.
pub const FOLDER_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("FOLDER_ID_INVALID");

/// Code `400`. Returned by `payments.sendStarsForm`.
pub const FORM_EXPIRED: RpcErrorKind<'static> = RpcErrorKind::named("FORM_EXPIRED");

/// Code `400`. Returned by `payments.sendStarsForm`.
pub const FORM_ID_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("FORM_ID_EMPTY");

/// Code `400`. No method is known to return it.
pub const FORM_ID_EXPIRED: RpcErrorKind<'static> = RpcErrorKind::named("FORM_ID_EXPIRED");

/// Code `400`. Returned by `payments.sendStarsForm`.
pub const FORM_SUBMIT_DUPLICATE: RpcErrorKind<'static> = RpcErrorKind::named("FORM_SUBMIT_DUPLICATE");

/// Code `400`. Returned by `payments.sendPaymentForm` and `payments.sendStarsForm`.
pub const FORM_UNSUPPORTED: RpcErrorKind<'static> = RpcErrorKind::named("FORM_UNSUPPORTED");

/// Code `400`. Returned by `channels.convertToGigagroup` and `channels.togglePreHistoryHidden`.
pub const FORUM_ENABLED: RpcErrorKind<'static> = RpcErrorKind::named("FORUM_ENABLED");

/// The account became an administrator too recently to name others. Wait a day.
///
/// Code `400` or `406`. Returned by `channels.editAdmin`.
pub const FRESH_CHANGE_ADMINS_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("FRESH_CHANGE_ADMINS_FORBIDDEN");

/// Code `406`. Returned by `account.sendChangePhoneCode`.
pub const FRESH_CHANGE_PHONE_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("FRESH_CHANGE_PHONE_FORBIDDEN");

/// The login is younger than a day and may not end others yet. Use an older one, or wait.
///
/// Code `406`. Returned by `account.initPasskeyRegistration`, `account.resetAuthorization`, `account.setAuthorizationTTL` and `auth.resetAuthorizations`.
pub const FRESH_RESET_AUTHORISATION_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("FRESH_RESET_AUTHORISATION_FORBIDDEN");

/// Code `400`. Returned by `messages.sendMessage`, `updates.getChannelDifference` and `users.getUsers`.
pub const FROM_MESSAGE_BOT_DISABLED: RpcErrorKind<'static> = RpcErrorKind::named("FROM_MESSAGE_BOT_DISABLED");

/// Code `400`. Returned by `messages.search`.
pub const FROM_PEER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("FROM_PEER_INVALID");

/// The account is frozen for breaking the terms of service, and the method is closed to it. The user may appeal in an official app.
///
/// Code `420`. Returned by `channels.deleteMessages`, `channels.joinChannel` and `channels.searchPosts`.
pub const FROZEN_METHOD_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("FROZEN_METHOD_INVALID");

/// The account is frozen for breaking the terms of service, and does not take part in the chat. The user may appeal in an official app.
///
/// Code `400`. Returned by `channels.getMessages`, `messages.getHistory`, `messages.getPeerDialogs` and `updates.getChannelDifference`.
pub const FROZEN_PARTICIPANT_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("FROZEN_PARTICIPANT_MISSING");

/// Code `400`. Returned by `messages.sendMedia`.
pub const GAME_BOT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("GAME_BOT_INVALID");

/// Code `400`. Returned by `contacts.getLocated`.
pub const GEO_POINT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("GEO_POINT_INVALID");

/// Code `406`. No method is known to return it.
pub const GIFTCODE_NOT_ALLOWED: RpcErrorKind<'static> = RpcErrorKind::named("GIFTCODE_NOT_ALLOWED");

/// Code `400`. Returned by `payments.getPaymentForm`.
pub const GIFT_MONTHS_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("GIFT_MONTHS_INVALID");

/// Code `400`. Returned by `payments.applyGiftCode` and `payments.checkGiftCode`.
pub const GIFT_SLUG_EXPIRED: RpcErrorKind<'static> = RpcErrorKind::named("GIFT_SLUG_EXPIRED");

/// Code `400`. Returned by `payments.applyGiftCode` and `payments.checkGiftCode`.
pub const GIFT_SLUG_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("GIFT_SLUG_INVALID");

/// Code `400`. Returned by `payments.getPaymentForm` and `payments.sendStarsForm`.
pub const GIFT_STARS_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("GIFT_STARS_INVALID");

/// Code `400`. Returned by `messages.setInlineBotResults`.
pub const GIF_CONTENT_TYPE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("GIF_CONTENT_TYPE_INVALID");

/// Code `400`. Returned by `messages.saveGif`.
pub const GIF_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("GIF_ID_INVALID");

/// Code `400`. Returned by `stats.loadAsyncGraph`.
pub const GRAPH_EXPIRED_RELOAD: RpcErrorKind<'static> = RpcErrorKind::named("GRAPH_EXPIRED_RELOAD");

/// Code `400`. Returned by `stats.loadAsyncGraph`.
pub const GRAPH_INVALID_RELOAD: RpcErrorKind<'static> = RpcErrorKind::named("GRAPH_INVALID_RELOAD");

/// Code `400`. Returned by `stats.loadAsyncGraph`.
pub const GRAPH_OUTDATED_RELOAD: RpcErrorKind<'static> = RpcErrorKind::named("GRAPH_OUTDATED_RELOAD");

/// Code `500`. Returned by `phone.joinGroupCall`.
pub const GROUPCALL_ADD_PARTICIPANTS_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("GROUPCALL_ADD_PARTICIPANTS_FAILED");

/// Code `400`. Returned by `phone.createGroupCall` and `phone.discardGroupCall`.
pub const GROUPCALL_ALREADY_DISCARDED: RpcErrorKind<'static> = RpcErrorKind::named("GROUPCALL_ALREADY_DISCARDED");

/// Code `403`. Returned by `phone.startScheduledGroupCall` and `phone.toggleGroupCallStartSubscription`.
pub const GROUPCALL_ALREADY_STARTED: RpcErrorKind<'static> = RpcErrorKind::named("GROUPCALL_ALREADY_STARTED");

/// Code `403`. Returned by `phone.toggleGroupCallSettings`.
pub const GROUPCALL_CHANGE_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("GROUPCALL_CHANGE_FORBIDDEN");

/// The video chat is over, or this account may not take part.
///
/// Code `400` or `403`. Returned by `messages.setTyping`, `phone.discardGroupCall`, `phone.editGroupCallParticipant`, `phone.editGroupCallTitle`, `phone.getGroupCall`, `phone.inviteToGroupCall`, `phone.joinGroupCall`, `phone.toggleGroupCallRecord` and 2 more methods.
pub const GROUPCALL_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("GROUPCALL_FORBIDDEN");

/// The video chat is not known: id or access hash is wrong.
///
/// Code `400`. Returned by `phone.checkGroupCall`, `phone.deleteConferenceCallParticipants`, `phone.deleteGroupCallMessages`, `phone.deleteGroupCallParticipantMessages`, `phone.discardGroupCall`, `phone.editGroupCallParticipant`, `phone.editGroupCallTitle`, `phone.exportGroupCallInvite` and 19 more methods.
pub const GROUPCALL_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("GROUPCALL_INVALID");

/// Code `400`. Returned by `phone.checkGroupCall`, `phone.getGroupCallStreamChannels` and `phone.sendGroupCallMessage`.
pub const GROUPCALL_JOIN_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("GROUPCALL_JOIN_MISSING");

/// Code `400`. Returned by `phone.toggleGroupCallRecord` and `phone.toggleGroupCallSettings`.
pub const GROUPCALL_NOT_MODIFIED: RpcErrorKind<'static> = RpcErrorKind::named("GROUPCALL_NOT_MODIFIED");

/// Code `400`. Returned by `phone.joinGroupCall`.
pub const GROUPCALL_SSRC_DUPLICATE_MUCH: RpcErrorKind<'static> = RpcErrorKind::named("GROUPCALL_SSRC_DUPLICATE_MUCH");

/// Code `500`. No method is known to return it.
pub const GROUPED_ID_OCCUPY_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("GROUPED_ID_OCCUPY_FAILED");

/// Code `400`. Returned by `messages.forwardMessages`.
pub const GROUPED_MEDIA_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("GROUPED_MEDIA_INVALID");

/// Code `400`. No method is known to return it.
pub const GROUP_CALL_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("GROUP_CALL_INVALID");

/// Code `400`. Returned by `stories.searchPosts`.
pub const HASHTAG_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("HASHTAG_INVALID");

/// The hash that was given does not belong to any object of this kind. Take it from the response that listed the object.
///
/// Code `400`. Returned by `account.changeAuthorizationSettings`, `account.resetAuthorization`, `account.resetWebAuthorization` and `account.sendConfirmPhoneCode`.
pub const HASH_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("HASH_INVALID");

/// Code `400`. Returned by `users.setSecureValueErrors`.
pub const HASH_SIZE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("HASH_SIZE_INVALID");

/// Code `400`. Returned by `messages.hideAllChatJoinRequests` and `messages.hideChatJoinRequest`.
pub const HIDE_REQUESTER_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("HIDE_REQUESTER_MISSING");

/// Code `500`. Returned by `updates.getChannelDifference`.
pub const HISTORY_GET_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("HISTORY_GET_FAILED");

/// Code `400`. Returned by `messages.getPreparedInlineMessage`.
pub const ID_EXPIRED: RpcErrorKind<'static> = RpcErrorKind::named("ID_EXPIRED");

/// Code `400`. Returned by `messages.getPreparedInlineMessage`.
pub const ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("ID_INVALID");

/// Code `500`. No method is known to return it.
pub const IMAGE_ENGINE_DOWN: RpcErrorKind<'static> = RpcErrorKind::named("IMAGE_ENGINE_DOWN");

/// The server could not read the picture. Check that the file is complete and is a picture.
///
/// Code `400`. Returned by `channels.editPhoto`, `messages.editChatPhoto`, `messages.editMessage`, `messages.sendMedia`, `messages.uploadMedia`, `photos.updateProfilePhoto`, `photos.uploadProfilePhoto` and `stories.sendStory`.
pub const IMAGE_PROCESS_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("IMAGE_PROCESS_FAILED");

/// Code `400`. Returned by `messages.initHistoryImport`.
pub const IMPORT_FILE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("IMPORT_FILE_INVALID");

/// Code `400`. Returned by `messages.initHistoryImport`.
pub const IMPORT_FORMAT_DATE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("IMPORT_FORMAT_DATE_INVALID");

/// Code `400`. Returned by `messages.checkHistoryImport` and `messages.initHistoryImport`.
pub const IMPORT_FORMAT_UNRECOGNIZED: RpcErrorKind<'static> = RpcErrorKind::named("IMPORT_FORMAT_UNRECOGNIZED");

/// Code `400`. Returned by `messages.startHistoryImport` and `messages.uploadImportedMedia`.
pub const IMPORT_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("IMPORT_ID_INVALID");

/// Code `400`. Returned by `contacts.importContactToken`.
pub const IMPORT_TOKEN_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("IMPORT_TOKEN_INVALID");

/// Code `403`. Returned by `messages.editMessage`.
pub const INLINE_BOT_REQUIRED: RpcErrorKind<'static> = RpcErrorKind::named("INLINE_BOT_REQUIRED");

/// Code `400`. Returned by `messages.sendInlineBotResult`.
pub const INLINE_RESULT_EXPIRED: RpcErrorKind<'static> = RpcErrorKind::named("INLINE_RESULT_EXPIRED");

/// Code `400`. Returned by `chatlists.getChatlistUpdates`.
pub const INPUT_CHATLIST_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("INPUT_CHATLIST_INVALID");

/// The bytes hold a constructor that the method does not take there, or that the layer lacks. Use the schema of the layer that you passed to `invokeWithLayer`.
///
/// Code `400`. Any method may return it.
pub const INPUT_CONSTRUCTOR_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("INPUT_CONSTRUCTOR_INVALID");

/// The server could not decode the call. Compare the schema's layer with the one in `invokeWithLayer`.
///
/// Code `400`. Any method may return it.
pub const INPUT_FETCH_ERROR: RpcErrorKind<'static> = RpcErrorKind::named("INPUT_FETCH_ERROR");

/// The server could not decode the call: it ends early, or a field is of another type. Compare the schema's layer with the one in `invokeWithLayer`.
///
/// Code `400`. Any method may return it.
pub const INPUT_FETCH_FAIL: RpcErrorKind<'static> = RpcErrorKind::named("INPUT_FETCH_FAIL");

/// Code `400`. Returned by `messages.sendMedia`.
pub const INPUT_FILE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("INPUT_FILE_INVALID");

/// Code `400`. Returned by `messages.search` and `messages.searchGlobal`.
pub const INPUT_FILTER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("INPUT_FILTER_INVALID");

/// The layer in `invokeWithLayer` is not one that the server knows.
///
/// Code `400`. Any method may return it.
pub const INPUT_LAYER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("INPUT_LAYER_INVALID");

/// The server knows no method with this id. Use the schema of the layer that you passed to `invokeWithLayer`, and check the order of the id's bytes.
///
/// Code `400`. Any method may return it.
pub const INPUT_METHOD_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("INPUT_METHOD_INVALID");

/// Code `400`. Returned by `messages.getPeerDialogs`.
pub const INPUT_PEERS_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("INPUT_PEERS_EMPTY");

/// Code `400`. Returned by `payments.assignAppStoreTransaction` and `payments.canPurchaseStore`.
pub const INPUT_PURPOSE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("INPUT_PURPOSE_INVALID");

/// The call is too long. Split its vectors over several calls.
///
/// Code `400`. Any method may return it.
pub const INPUT_REQUEST_TOO_LONG: RpcErrorKind<'static> = RpcErrorKind::named("INPUT_REQUEST_TOO_LONG");

/// Code `400`. Returned by `payments.sendStarGiftOffer`.
pub const INPUT_STARS_AMOUNT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("INPUT_STARS_AMOUNT_INVALID");

/// Code `400`. Returned by `payments.sendStarGiftOffer`.
pub const INPUT_STARS_NANOS_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("INPUT_STARS_NANOS_INVALID");

/// Code `400`. Returned by `messages.translateText`.
pub const INPUT_TEXT_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("INPUT_TEXT_EMPTY");

/// Code `400`. Returned by `messages.summarizeText` and `messages.translateText`.
pub const INPUT_TEXT_TOO_LONG: RpcErrorKind<'static> = RpcErrorKind::named("INPUT_TEXT_TOO_LONG");

/// The user has deleted their account. Treat them as gone.
///
/// Code `400`. Returned by `channels.editAdmin`, `channels.editBanned`, `channels.inviteToChannel`, `channels.reportSpam`, `contacts.block`, `messages.addChatUser`, `messages.createChat`, `messages.deleteChatUser` and 21 more methods.
pub const INPUT_USER_DEACTIVATED: RpcErrorKind<'static> = RpcErrorKind::named("INPUT_USER_DEACTIVATED");

/// This data center could not reach data center X. Repeat the call a little later.
///
/// Code `500`. Any method may return it.
pub const INTERDC_X_CALL_ERROR: RpcErrorKind<'static> = RpcErrorKind::of("INTERDC_X_CALL_ERROR");

/// This data center could not reach data center X. Repeat the call a little later.
///
/// Code `500`. Any method may return it.
pub const INTERDC_X_CALL_RICH_ERROR: RpcErrorKind<'static> = RpcErrorKind::of("INTERDC_X_CALL_RICH_ERROR");

/// Code `400`. Returned by `chatlists.exportChatlistInvite`.
pub const INVITES_TOO_MUCH: RpcErrorKind<'static> = RpcErrorKind::named("INVITES_TOO_MUCH");

/// Code `400`. Returned by `phone.inviteToGroupCall`.
pub const INVITE_FORBIDDEN_WITH_JOINAS: RpcErrorKind<'static> = RpcErrorKind::named("INVITE_FORBIDDEN_WITH_JOINAS");

/// The hash of the invite link is empty. It is what follows `t.me/+` or `joinchat/`.
///
/// Code `400`. Returned by `channels.joinChannel`, `messages.checkChatInvite` and `messages.importChatInvite`.
pub const INVITE_HASH_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("INVITE_HASH_EMPTY");

/// The invite link has expired or has been revoked. Ask for a new one.
///
/// Code `400` or `406`. Returned by `channels.joinChannel`, `invokeWithLayer`, `messages.checkChatInvite`, `messages.deleteExportedChatInvite`, `messages.editExportedChatInvite`, `messages.getChatInviteImporters`, `messages.getExportedChatInvite`, `messages.hideAllChatJoinRequests` and one more method.
pub const INVITE_HASH_EXPIRED: RpcErrorKind<'static> = RpcErrorKind::named("INVITE_HASH_EXPIRED");

/// The hash is not that of an invite link. It is what follows `t.me/+` or `joinchat/`.
///
/// Code `400`. Returned by `channels.joinChannel`, `messages.checkChatInvite` and `messages.importChatInvite`.
pub const INVITE_HASH_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("INVITE_HASH_INVALID");

/// An administrator must approve the new member, and the request has been sent. Wait for the update that says so.
///
/// Code `400`. Returned by `channels.joinChannel` and `messages.importChatInvite`.
pub const INVITE_REQUEST_SENT: RpcErrorKind<'static> = RpcErrorKind::named("INVITE_REQUEST_SENT");

/// Code `400`. Returned by `messages.deleteExportedChatInvite`.
pub const INVITE_REVOKED_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("INVITE_REVOKED_MISSING");

/// Code `400`. Returned by `chatlists.checkChatlistInvite`, `chatlists.editExportedInvite` and `chatlists.joinChatlistInvite`.
pub const INVITE_SLUG_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("INVITE_SLUG_EMPTY");

/// Code `400`. Returned by `chatlists.checkChatlistInvite`, `chatlists.deleteExportedInvite`, `chatlists.editExportedInvite` and `chatlists.joinChatlistInvite`.
pub const INVITE_SLUG_EXPIRED: RpcErrorKind<'static> = RpcErrorKind::named("INVITE_SLUG_EXPIRED");

/// Code `400`. Returned by `chatlists.deleteExportedInvite`.
pub const INVITE_SLUG_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("INVITE_SLUG_INVALID");

/// Code `400`. Returned by `payments.getPaymentForm`, `payments.sendPaymentForm` and `payments.sendStarGiftOffer`.
pub const INVOICE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("INVOICE_INVALID");

/// Code `400`. Returned by `messages.sendMedia` and `payments.exportInvoice`.
pub const INVOICE_PAYLOAD_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("INVOICE_PAYLOAD_INVALID");

/// Code `400`. Returned by `phone.joinGroupCall` and `phone.saveDefaultGroupCallJoinAs`.
pub const JOIN_AS_PEER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("JOIN_AS_PEER_INVALID");

/// Code `400`. Returned by `langpack.getLangPack`.
pub const LANGUAGE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("LANGUAGE_INVALID");

/// Code `400`. Returned by `bots.getBotInfo`, `bots.resetBotCommands` and `bots.setBotCommands`.
pub const LANG_CODE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("LANG_CODE_INVALID");

/// Code `400`. Returned by `langpack.getLangPack`, `langpack.getLanguage` and `langpack.getStrings`.
pub const LANG_CODE_NOT_SUPPORTED: RpcErrorKind<'static> = RpcErrorKind::named("LANG_CODE_NOT_SUPPORTED");

/// There is no such set of translations. Official apps have names such as `tdesktop`; others cannot use them.
///
/// Code `400`. Returned by `langpack.getDifference`, `langpack.getLangPack`, `langpack.getLanguage`, `langpack.getLanguages` and `langpack.getStrings`.
pub const LANG_PACK_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("LANG_PACK_INVALID");

/// Code `400`. Returned by `auth.signUp`.
pub const LASTNAME_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("LASTNAME_INVALID");

/// The limit is out of range. For `upload.getFile`, it must be a multiple of 4 KiB that divides 1 MiB, unless `precise` is set.
///
/// Code `400`. Returned by `upload.getFile`.
pub const LIMIT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("LIMIT_INVALID");

/// Code `400`. Returned by `messages.setChatAvailableReactions`.
pub const LIMIT_PER_POST_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("LIMIT_PER_POST_INVALID");

/// Code `400`. Returned by `channels.setDiscussionGroup`.
pub const LINK_NOT_MODIFIED: RpcErrorKind<'static> = RpcErrorKind::named("LINK_NOT_MODIFIED");

/// Code `403`. No method is known to return it.
pub const LIVE_DISABLED: RpcErrorKind<'static> = RpcErrorKind::named("LIVE_DISABLED");

/// The location of the file is wrong: id, access hash or file reference. Fetch the object with the file again.
///
/// Code `400`. Returned by `photos.updateProfilePhoto`, `upload.getFile`, `upload.getFileHashes`, `upload.getWebFile` and `upload.reuploadCdnFile`.
pub const LOCATION_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("LOCATION_INVALID");

/// Code `400`. Returned by `bots.createBot`.
pub const MANAGER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("MANAGER_INVALID");

/// Code `400`. Returned by `bots.createBot`.
pub const MANAGER_PERMISSION_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("MANAGER_PERMISSION_MISSING");

/// Code `400`. Returned by `messages.deleteHistory` and `messages.readEncryptedHistory`.
pub const MAX_DATE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("MAX_DATE_INVALID");

/// Code `400`. Returned by `photos.getUserPhotos` and `stories.readStories`.
pub const MAX_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("MAX_ID_INVALID");

/// Code `400`. Returned by `messages.receivedQueue`.
pub const MAX_QTS_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("MAX_QTS_INVALID");

/// Code `400`. Returned by `messages.sendEncryptedFile` and `messages.sendMedia`.
pub const MD5_CHECKSUM_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("MD5_CHECKSUM_INVALID");

/// Code `400`. Returned by `payments.sendStarsForm`.
pub const MEDIA_ALREADY_PAID: RpcErrorKind<'static> = RpcErrorKind::named("MEDIA_ALREADY_PAID");

/// The caption is longer than allowed: 1024 UTF-16 code units, or more with Premium. `help.getConfig` has the limit.
///
/// Code `400`. Returned by `messages.editMessage`, `messages.sendMedia`, `messages.sendMultiMedia`, `messages.setInlineBotResults` and `stories.sendStory`.
pub const MEDIA_CAPTION_TOO_LONG: RpcErrorKind<'static> = RpcErrorKind::named("MEDIA_CAPTION_TOO_LONG");

/// There are no media, or they cannot be sent in this way. Check the constructor of `InputMedia`.
///
/// Code `400`. Returned by `messages.editMessage`, `messages.forwardMessages`, `messages.getAttachedStickers`, `messages.sendInlineBotResult`, `messages.sendMedia`, `messages.sendMultiMedia` and `stories.sendStory`.
pub const MEDIA_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("MEDIA_EMPTY");

/// Code `400`. Returned by `messages.forwardMessages`, `messages.sendMedia` and `stories.sendStory`.
pub const MEDIA_FILE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("MEDIA_FILE_INVALID");

/// Code `400`. Returned by `messages.editMessage`.
pub const MEDIA_GROUPED_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("MEDIA_GROUPED_INVALID");

/// The media are wrong, or not allowed here. Albums take media that `messages.uploadMedia` returned.
///
/// Code `400`. Returned by `messages.editMessage`, `messages.sendMedia`, `messages.sendMultiMedia`, `messages.uploadImportedMedia`, `messages.uploadMedia` and `payments.exportInvoice`.
pub const MEDIA_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("MEDIA_INVALID");

/// Code `400`. Returned by `messages.editMessage`.
pub const MEDIA_NEW_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("MEDIA_NEW_INVALID");

/// The media of the message cannot be replaced by these.
///
/// Code `400`. Returned by `messages.editMessage`.
pub const MEDIA_PREV_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("MEDIA_PREV_INVALID");

/// Code `400`. Returned by `messages.editMessage`.
pub const MEDIA_TTL_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("MEDIA_TTL_INVALID");

/// Code `400`. Returned by `stories.sendStory`.
pub const MEDIA_TYPE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("MEDIA_TYPE_INVALID");

/// Code `400`. Returned by `stories.sendStory`.
pub const MEDIA_VIDEO_STORY_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("MEDIA_VIDEO_STORY_MISSING");

/// Code `400`. Returned by `channels.editLocation`.
pub const MEGAGROUP_GEO_REQUIRED: RpcErrorKind<'static> = RpcErrorKind::named("MEGAGROUP_GEO_REQUIRED");

/// Code `400`. Returned by `channels.setDiscussionGroup`.
pub const MEGAGROUP_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("MEGAGROUP_ID_INVALID");

/// Code `400`. Returned by `channels.setDiscussionGroup`.
pub const MEGAGROUP_PREHISTORY_HIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("MEGAGROUP_PREHISTORY_HIDDEN");

/// Code `400`. Returned by `channels.editLocation` and `stats.getMegagroupStats`.
pub const MEGAGROUP_REQUIRED: RpcErrorKind<'static> = RpcErrorKind::named("MEGAGROUP_REQUIRED");

/// Code `500`. No method is known to return it.
pub const MEMBER_FETCH_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("MEMBER_FETCH_FAILED");

/// Code `500`. Returned by `users.getUsers`.
pub const MEMBER_NO_LOCATION: RpcErrorKind<'static> = RpcErrorKind::named("MEMBER_NO_LOCATION");

/// Code `500`. Returned by `auth.signUp`.
pub const MEMBER_OCCUPY_PRIMARY_LOC_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("MEMBER_OCCUPY_PRIMARY_LOC_FAILED");

/// Code `500`. No method is known to return it.
pub const MEMBER_OCCUPY_USERNAME_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("MEMBER_OCCUPY_USERNAME_FAILED");

/// Only the author of a message may edit it.
///
/// Code `403`. Returned by `messages.editMessage` and `messages.getMessageEditData`.
pub const MESSAGE_AUTHOR_REQUIRED: RpcErrorKind<'static> = RpcErrorKind::named("MESSAGE_AUTHOR_REQUIRED");

/// This account may not delete one of the messages.
///
/// Code `403`. Returned by `channels.deleteMessages`, `messages.deleteMessages` and `messages.deleteScheduledMessages`.
pub const MESSAGE_DELETE_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("MESSAGE_DELETE_FORBIDDEN");

/// The message is too old to be edited. Send a new one.
///
/// Code `400`. Returned by `messages.editMessage`.
pub const MESSAGE_EDIT_TIME_EXPIRED: RpcErrorKind<'static> = RpcErrorKind::named("MESSAGE_EDIT_TIME_EXPIRED");

/// The message has no text, or only blanks.
///
/// Code `400`. Returned by `messages.composeMessageWithAI`, `messages.editMessage`, `messages.getWebPagePreview`, `messages.sendMedia`, `messages.sendMessage` and `messages.setInlineBotResults`.
pub const MESSAGE_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("MESSAGE_EMPTY");

/// The vector of message ids is empty.
///
/// Code `400`. Returned by `channels.getMessages` and `messages.forwardMessages`.
pub const MESSAGE_IDS_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("MESSAGE_IDS_EMPTY");

/// There is no such message in the chat, or it does not allow this. Messages of channels and supergroups have ids of their own: check the chat, too.
///
/// Code `400`. Returned by `channels.exportMessageLink`, `messages.appendTodoList`, `messages.deleteHistory`, `messages.deleteMessages`, `messages.editInlineBotMessage`, `messages.editMessage`, `messages.forwardMessages`, `messages.getBotCallbackAnswer` and 29 more methods.
pub const MESSAGE_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("MESSAGE_ID_INVALID");

/// The new text, media and buttons are those that are there. Treat it as success.
///
/// Code `400`. Returned by `messages.editInlineBotMessage`, `messages.editMessage` and `messages.sendReaction`.
pub const MESSAGE_NOT_MODIFIED: RpcErrorKind<'static> = RpcErrorKind::named("MESSAGE_NOT_MODIFIED");

/// Code `400`. Returned by `messages.getOutboxReadDate`.
pub const MESSAGE_NOT_READ_YET: RpcErrorKind<'static> = RpcErrorKind::named("MESSAGE_NOT_READ_YET");

/// Code `400`. Returned by `messages.sendVote`.
pub const MESSAGE_POLL_CLOSED: RpcErrorKind<'static> = RpcErrorKind::named("MESSAGE_POLL_CLOSED");

/// Code `400`. Returned by `messages.report`.
pub const MESSAGE_REQUIRED: RpcErrorKind<'static> = RpcErrorKind::named("MESSAGE_REQUIRED");

/// The text is longer than 4096 UTF-16 code units. Send it in parts.
///
/// Code `400`. Returned by `messages.editMessage`, `messages.sendMedia`, `messages.sendMessage`, `messages.setBotCallbackAnswer`, `messages.setInlineBotResults`, `messages.setTyping`, `messages.updateDialogFilter` and `payments.getPaymentForm`.
pub const MESSAGE_TOO_LONG: RpcErrorKind<'static> = RpcErrorKind::named("MESSAGE_TOO_LONG");

/// Code `400`. Returned by `messages.getOutboxReadDate`.
pub const MESSAGE_TOO_OLD: RpcErrorKind<'static> = RpcErrorKind::named("MESSAGE_TOO_OLD");

/// The method does not exist in this layer, or not at this server.
///
/// Code `400` or `404`. Returned by `bots.invokeWebViewCustomMethod`, `bots.sendCustomRequest` and `upload.getCdnFile`.
pub const METHOD_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("METHOD_INVALID");

/// Code `400`. Returned by `messages.deleteHistory`.
pub const MIN_DATE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("MIN_DATE_INVALID");

/// Code `400`. Returned by `payments.getPaymentForm` and `payments.sendStarsForm`.
pub const MONTH_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("MONTH_INVALID");

/// The message id is lower than one that the server has handled. Send the call again, in a new message.
///
/// Code `500`. Any method may return it.
pub const MSGID_DECREASE_RETRY: RpcErrorKind<'static> = RpcErrorKind::named("MSGID_DECREASE_RETRY");

/// There is no such message in the chat. Check the id and the chat.
///
/// Code `400`. Returned by `account.updateNotifySettings`, `channels.checkUsername`, `channels.deleteMessages`, `channels.deleteParticipantHistory`, `channels.editAdmin`, `channels.editBanned`, `channels.exportMessageLink`, `channels.getAdminLog` and 74 more methods.
pub const MSG_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("MSG_ID_INVALID");

/// Code `500`. No method is known to return it.
pub const MSG_RANGE_UNSYNC: RpcErrorKind<'static> = RpcErrorKind::named("MSG_RANGE_UNSYNC");

/// Code `400`. Returned by `messages.getMessageReadParticipants`.
pub const MSG_TOO_OLD: RpcErrorKind<'static> = RpcErrorKind::named("MSG_TOO_OLD");

/// Code `400`. Returned by `messages.transcribeAudio`.
pub const MSG_VOICE_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("MSG_VOICE_MISSING");

/// Code `400`. Returned by `messages.transcribeAudio`.
pub const MSG_VOICE_TOO_LONG: RpcErrorKind<'static> = RpcErrorKind::named("MSG_VOICE_TOO_LONG");

/// A call that this one waited for has failed. Look at that one, and send both again.
///
/// Code `400` or `500`. Any method may return it.
pub const MSG_WAIT_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("MSG_WAIT_FAILED");

/// A call that this one waited for took too long. Send it again.
///
/// Code `-503`. Any method may return it.
pub const MSG_WAIT_TIMEOUT: RpcErrorKind<'static> = RpcErrorKind::named("MSG_WAIT_TIMEOUT");

/// Too many messages wait for the server's answer. Send the next ones after some answers have come.
///
/// Code `500`. Any method may return it.
pub const MT_SEND_QUEUE_TOO_LONG: RpcErrorKind<'static> = RpcErrorKind::named("MT_SEND_QUEUE_TOO_LONG");

/// Code `400`. Returned by `messages.sendMultiMedia`.
pub const MULTI_MEDIA_TOO_LONG: RpcErrorKind<'static> = RpcErrorKind::named("MULTI_MEDIA_TOO_LONG");

/// Code `400`. Returned by `bots.createBot`.
pub const NAME_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("NAME_INVALID");

/// Code `400`. Returned by `photos.uploadContactProfilePhoto`.
pub const NEED_ACTION_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("NEED_ACTION_MISSING");

/// Code `500`. Returned by `channels.getChannels` and `messages.editChatTitle`.
pub const NEED_CHAT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("NEED_CHAT_INVALID");

/// Code `500`. Returned by `contacts.deleteContacts`, `invokeWithLayer`, `updates.getDifference` and `users.getUsers`.
pub const NEED_MEMBER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("NEED_MEMBER_INVALID");

/// This address is served by data center X. Connect there and repeat the call.
///
/// Code `303`. Any method may return it.
pub const NETWORK_MIGRATE: RpcErrorKind<'static> = RpcErrorKind::named("NETWORK_MIGRATE");

/// Code `400`. Returned by `account.updatePasswordSettings`.
pub const NEW_SALT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("NEW_SALT_INVALID");

/// Code `400`. Returned by `account.updatePasswordSettings`.
pub const NEW_SETTINGS_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("NEW_SETTINGS_EMPTY");

/// Code `400`. Returned by `account.updatePasswordSettings` and `auth.recoverPassword`.
pub const NEW_SETTINGS_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("NEW_SETTINGS_INVALID");

/// Code `400`. Returned by `messages.setInlineBotResults`.
pub const NEXT_OFFSET_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("NEXT_OFFSET_INVALID");

/// Code `403`. No method is known to return it.
pub const NOT_ALLOWED: RpcErrorKind<'static> = RpcErrorKind::named("NOT_ALLOWED");

/// Code `400` or `403`. Returned by `smsjobs.isEligibleToJoin` and `smsjobs.join`.
pub const NOT_ELIGIBLE: RpcErrorKind<'static> = RpcErrorKind::named("NOT_ELIGIBLE");

/// Code `400`. Returned by `smsjobs.getStatus`, `smsjobs.leave` and `smsjobs.updateSettings`.
pub const NOT_JOINED: RpcErrorKind<'static> = RpcErrorKind::named("NOT_JOINED");

/// Code `400`. Returned by `payments.getPaymentForm`.
pub const NO_PAYMENT_NEEDED: RpcErrorKind<'static> = RpcErrorKind::named("NO_PAYMENT_NEEDED");

/// Code `500`. Returned by `messages.requestUrlAuth`.
pub const OAUTH_REQUEST_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("OAUTH_REQUEST_INVALID");

/// The offset is out of range. For `upload.getFile`, it must be a multiple of 4 KiB, unless `precise` is set.
///
/// Code `400`. Returned by `upload.getFile`.
pub const OFFSET_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("OFFSET_INVALID");

/// Code `400`. Returned by `channels.searchPosts` and `messages.getDialogs`.
pub const OFFSET_PEER_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("OFFSET_PEER_ID_INVALID");

/// Code `400`. Returned by `messages.sendVote`.
pub const OPTIONS_TOO_MUCH: RpcErrorKind<'static> = RpcErrorKind::named("OPTIONS_TOO_MUCH");

/// Code `400`. Returned by `messages.report` and `messages.sendVote`.
pub const OPTION_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("OPTION_INVALID");

/// Code `400`. Returned by `account.reorderUsernames`.
pub const ORDER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("ORDER_INVALID");

/// Code `400`. Returned by `stickers.createStickerSet`.
pub const PACK_SHORT_NAME_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("PACK_SHORT_NAME_INVALID");

/// Code `400`. Returned by `stickers.createStickerSet`.
pub const PACK_SHORT_NAME_OCCUPIED: RpcErrorKind<'static> = RpcErrorKind::named("PACK_SHORT_NAME_OCCUPIED");

/// Code `400`. Returned by `stickers.createStickerSet`.
pub const PACK_TITLE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("PACK_TITLE_INVALID");

/// Code `400`. Returned by `stickers.createStickerSet`.
pub const PACK_TYPE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("PACK_TYPE_INVALID");

/// Code `400`. Returned by `account.getPaidMessagesRevenue`, `account.toggleNoPaidMessagesException`, `messages.getSavedHistory` and `messages.readSavedHistory`.
pub const PARENT_PEER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("PARENT_PEER_INVALID");

/// Code `400`. Returned by `channels.convertToGigagroup`, `channels.setStickers` and `channels.toggleParticipantsHidden`.
pub const PARTICIPANTS_TOO_FEW: RpcErrorKind<'static> = RpcErrorKind::named("PARTICIPANTS_TOO_FEW");

/// Code `500`. Returned by `phone.requestCall`.
pub const PARTICIPANT_CALL_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("PARTICIPANT_CALL_FAILED");

/// Code `400`. Returned by `channels.deleteParticipantHistory`, `channels.editBanned` and `channels.getParticipant`.
pub const PARTICIPANT_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("PARTICIPANT_ID_INVALID");

/// Code `400` or `403`. Returned by `phone.editGroupCallParticipant` and `phone.joinGroupCallPresentation`.
pub const PARTICIPANT_JOIN_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("PARTICIPANT_JOIN_MISSING");

/// Code `400`. Returned by `phone.requestCall`.
pub const PARTICIPANT_VERSION_OUTDATED: RpcErrorKind<'static> = RpcErrorKind::named("PARTICIPANT_VERSION_OUTDATED");

/// Code `400`. Returned by `account.registerPasskey` and `auth.finishPasskeyLogin`.
pub const PASSKEY_ORIGIN_MISMATCH: RpcErrorKind<'static> = RpcErrorKind::named("PASSKEY_ORIGIN_MISMATCH");

/// Code `400`. Returned by `account.resetPassword` and `auth.requestPasswordRecovery`.
pub const PASSWORD_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("PASSWORD_EMPTY");

/// The password is wrong, or the proof was computed wrongly. Call `account.getPassword` again and ask the user once more.
///
/// Code `400`. Returned by `account.deleteAccount`, `account.getPasswordSettings`, `account.getTmpPassword`, `account.updatePasswordSettings`, `auth.checkPassword`, `messages.editChatCreator`, `payments.getStarGiftWithdrawalUrl` and `payments.getStarsRevenueWithdrawalUrl`.
pub const PASSWORD_HASH_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("PASSWORD_HASH_INVALID");

/// The account has no two-step verification password, and the method takes one. Let the user set it first.
///
/// Code `400`. Returned by `messages.editChatCreator`, `messages.getBotCallbackAnswer` and `payments.getStarsRevenueWithdrawalUrl`.
pub const PASSWORD_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("PASSWORD_MISSING");

/// Code `400`. Returned by `auth.checkRecoveryPassword`.
pub const PASSWORD_RECOVERY_EXPIRED: RpcErrorKind<'static> = RpcErrorKind::named("PASSWORD_RECOVERY_EXPIRED");

/// Code `400`. Returned by `auth.requestPasswordRecovery`.
pub const PASSWORD_RECOVERY_NA: RpcErrorKind<'static> = RpcErrorKind::named("PASSWORD_RECOVERY_NA");

/// Code `400`. Returned by `account.saveSecureValue`.
pub const PASSWORD_REQUIRED: RpcErrorKind<'static> = RpcErrorKind::named("PASSWORD_REQUIRED");

/// The two-step verification password was changed too recently. Call again in X seconds.
///
/// Code `400`. Returned by `messages.editChatCreator`, `payments.getStarGiftWithdrawalUrl` and `payments.getStarsRevenueWithdrawalUrl`.
pub const PASSWORD_TOO_FRESH: RpcErrorKind<'static> = RpcErrorKind::named("PASSWORD_TOO_FRESH");

/// Code `400`. Returned by `payments.sendPaymentForm`.
pub const PAYMENT_CREDENTIALS_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("PAYMENT_CREDENTIALS_INVALID");

/// Code `400`. Returned by `messages.sendMedia` and `payments.exportInvoice`.
pub const PAYMENT_PROVIDER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("PAYMENT_PROVIDER_INVALID");

/// Code `400`. Returned by `payments.transferStarGift` and `payments.upgradeStarGift`.
pub const PAYMENT_REQUIRED: RpcErrorKind<'static> = RpcErrorKind::named("PAYMENT_REQUIRED");

/// Code `406`. Returned by `messages.forwardMessages` and `messages.sendMessage`.
pub const PAYMENT_UNSUPPORTED: RpcErrorKind<'static> = RpcErrorKind::named("PAYMENT_UNSUPPORTED");

/// Code `400`. Returned by `chatlists.editExportedInvite` and `chatlists.exportChatlistInvite`.
pub const PEERS_LIST_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("PEERS_LIST_EMPTY");

/// The account is limited because others reported it or it wrote to too many strangers. Stop; the user can ask `@SpamBot` how long it lasts.
///
/// Code `400`. No method is known to return it.
pub const PEER_FLOOD: RpcErrorKind<'static> = RpcErrorKind::named("PEER_FLOOD");

/// Code `400`. Returned by `messages.toggleDialogPin`.
pub const PEER_HISTORY_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("PEER_HISTORY_EMPTY");

/// The peer is not known to this account: the id or the access hash is wrong, or the hash belongs to another account. A user must write to a bot first. Get the peer anew, from an update or by its username.
///
/// Code `400` or `403` or `404` or `406`. Returned by `account.disablePeerConnectedBot`, `account.getNotifySettings`, `account.reportPeer`, `account.reportProfilePhoto`, `account.saveAutoSaveSettings`, `account.toggleConnectedBotPaused`, `account.updateNotifySettings`, `bots.setBotCommands` and 189 more methods.
pub const PEER_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("PEER_ID_INVALID");

/// Code `400`. Returned by `messages.search`.
pub const PEER_ID_NOT_SUPPORTED: RpcErrorKind<'static> = RpcErrorKind::named("PEER_ID_NOT_SUPPORTED");

/// Code `400`. Returned by `messages.editMessage`, `messages.sendMessage` and `messages.setInlineBotResults`.
pub const PEER_TYPES_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("PEER_TYPES_INVALID");

/// The `pts` is missing. Take it from the last state or from `channelFull`.
///
/// Code `400`. Returned by `updates.getChannelDifference` and `updates.getDifference`.
pub const PERSISTENT_TIMESTAMP_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("PERSISTENT_TIMESTAMP_EMPTY");

/// The `pts` is not one that the server gave. Begin again with `updates.getState`, or with the `pts` in `channelFull`.
///
/// Code `400`. Returned by `updates.getChannelDifference` and `updates.getDifference`.
pub const PERSISTENT_TIMESTAMP_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("PERSISTENT_TIMESTAMP_INVALID");

/// The server has no current data of the channel at the moment. Repeat the call a little later.
///
/// Code `500`. Returned by `updates.getChannelDifference`.
pub const PERSISTENT_TIMESTAMP_OUTDATED: RpcErrorKind<'static> = RpcErrorKind::named("PERSISTENT_TIMESTAMP_OUTDATED");

/// The code is empty.
///
/// Code `400`. Returned by `account.changePhone`, `account.confirmPhone`, `account.sendVerifyEmailCode`, `account.verifyPhone`, `auth.requestFirebaseSms`, `auth.resendCode`, `auth.signIn` and `auth.signUp`.
pub const PHONE_CODE_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("PHONE_CODE_EMPTY");

/// The code is too old, or another one has been sent since. Call `auth.sendCode` again. Codes that are shared in a chat are invalidated, too.
///
/// Code `400`. Returned by `account.changePhone`, `account.verifyEmail`, `account.verifyPhone`, `auth.cancelCode`, `auth.resendCode`, `auth.signIn` and `auth.signUp`.
pub const PHONE_CODE_EXPIRED: RpcErrorKind<'static> = RpcErrorKind::named("PHONE_CODE_EXPIRED");

/// The hash of the code is empty. Take it from the last `auth.sentCode`.
///
/// Code `400`. Returned by `auth.resendCode`.
pub const PHONE_CODE_HASH_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("PHONE_CODE_HASH_EMPTY");

/// The code is wrong. Ask the user once more.
///
/// Code `400`. Returned by `account.changePhone`, `auth.signIn` and `auth.signUp`.
pub const PHONE_CODE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("PHONE_CODE_INVALID");

/// Code `400`. Returned by `account.sendVerifyEmailCode`.
pub const PHONE_HASH_EXPIRED: RpcErrorKind<'static> = RpcErrorKind::named("PHONE_HASH_EXPIRED");

/// The account lives in data center X. Connect there and repeat the call; make it the home data center.
///
/// Code `303`. Any method may return it.
pub const PHONE_MIGRATE: RpcErrorKind<'static> = RpcErrorKind::named("PHONE_MIGRATE");

/// Code `400`. Returned by `contacts.resolvePhone`.
pub const PHONE_NOT_OCCUPIED: RpcErrorKind<'static> = RpcErrorKind::named("PHONE_NOT_OCCUPIED");

/// Code `400`. Returned by `auth.sendCode`.
pub const PHONE_NUMBER_APP_SIGNUP_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("PHONE_NUMBER_APP_SIGNUP_FORBIDDEN");

/// The number is banned from Telegram. Only its support can help.
///
/// Code `400`. Returned by `account.sendChangePhoneCode` and `auth.sendCode`.
pub const PHONE_NUMBER_BANNED: RpcErrorKind<'static> = RpcErrorKind::named("PHONE_NUMBER_BANNED");

/// Too many logins with this number. Wait for a day.
///
/// Code `400`. Returned by `auth.sendCode` and `auth.signUp`.
pub const PHONE_NUMBER_FLOOD: RpcErrorKind<'static> = RpcErrorKind::named("PHONE_NUMBER_FLOOD");

/// The number is not a phone number. Give it in international form, with the country code.
///
/// Code `400` or `406`. Returned by `account.changePhone`, `account.sendChangePhoneCode`, `account.sendVerifyEmailCode`, `account.sendVerifyPhoneCode`, `account.verifyEmail`, `account.verifyPhone`, `auth.cancelCode`, `auth.checkPaidAuth` and 7 more methods.
pub const PHONE_NUMBER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("PHONE_NUMBER_INVALID");

/// The number already has an account. Log in to that.
///
/// Code `400`. Returned by `account.changePhone`, `account.sendChangePhoneCode` and `auth.signUp`.
pub const PHONE_NUMBER_OCCUPIED: RpcErrorKind<'static> = RpcErrorKind::named("PHONE_NUMBER_OCCUPIED");

/// The number has no account yet.
///
/// Code `400`. Returned by `auth.signIn`.
pub const PHONE_NUMBER_UNOCCUPIED: RpcErrorKind<'static> = RpcErrorKind::named("PHONE_NUMBER_UNOCCUPIED");

/// Too many wrong passwords. Wait some hours before the next attempt.
///
/// Code `406`. Returned by `auth.sendCode`.
pub const PHONE_PASSWORD_FLOOD: RpcErrorKind<'static> = RpcErrorKind::named("PHONE_PASSWORD_FLOOD");

/// Code `400`. Returned by `auth.sendCode`.
pub const PHONE_PASSWORD_PROTECTED: RpcErrorKind<'static> = RpcErrorKind::named("PHONE_PASSWORD_PROTECTED");

/// Code `400`. Returned by `messages.setInlineBotResults`.
pub const PHOTO_CONTENT_TYPE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("PHOTO_CONTENT_TYPE_INVALID");

/// Code `400`. Returned by `messages.setInlineBotResults`.
pub const PHOTO_CONTENT_URL_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("PHOTO_CONTENT_URL_EMPTY");

/// Code `500`. No method is known to return it.
pub const PHOTO_CREATE_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("PHOTO_CREATE_FAILED");

/// Code `400`. Returned by `photos.uploadProfilePhoto`.
pub const PHOTO_CROP_FILE_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("PHOTO_CROP_FILE_MISSING");

/// Code `400`. Returned by `channels.editPhoto`, `messages.editChatPhoto`, `photos.updateProfilePhoto` and `photos.uploadProfilePhoto`.
pub const PHOTO_CROP_SIZE_SMALL: RpcErrorKind<'static> = RpcErrorKind::named("PHOTO_CROP_SIZE_SMALL");

/// The name of the photo ends in an extension that is not supported. Use `.jpg` or `.png`.
///
/// Code `400`. Returned by `channels.editPhoto`, `messages.editChatPhoto`, `messages.editMessage`, `messages.sendMedia`, `messages.uploadMedia`, `photos.updateProfilePhoto` and `photos.uploadProfilePhoto`.
pub const PHOTO_EXT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("PHOTO_EXT_INVALID");

/// Code `400`. Returned by `channels.editPhoto` and `photos.uploadProfilePhoto`.
pub const PHOTO_FILE_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("PHOTO_FILE_MISSING");

/// Code `400`. Returned by `photos.updateProfilePhoto`.
pub const PHOTO_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("PHOTO_ID_INVALID");

/// The photo is wrong or not known. Fetch it again, or upload it again.
///
/// Code `400`. Returned by `channels.editPhoto`, `messages.editChatPhoto`, `messages.setInlineBotResults` and `photos.uploadProfilePhoto`.
pub const PHOTO_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("PHOTO_INVALID");

/// The photo is too large, too small or too narrow: width plus height may be up to 10,000 pixels, and one up to 20 times the other.
///
/// Code `400`. Returned by `messages.editMessage`, `messages.sendMedia`, `messages.uploadMedia` and `stories.sendStory`.
pub const PHOTO_INVALID_DIMENSIONS: RpcErrorKind<'static> = RpcErrorKind::named("PHOTO_INVALID_DIMENSIONS");

/// Code `400`. Returned by `messages.editMessage`, `messages.sendMedia` and `messages.uploadMedia`.
pub const PHOTO_SAVE_FILE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("PHOTO_SAVE_FILE_INVALID");

/// Code `400`. Returned by `messages.setInlineBotResults`.
pub const PHOTO_THUMB_URL_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("PHOTO_THUMB_URL_EMPTY");

/// Code `400`. No method is known to return it.
pub const PHOTO_THUMB_URL_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("PHOTO_THUMB_URL_INVALID");

/// The limit of pinned chats is reached. Unpin one first.
///
/// Code `400`. Returned by `messages.getDialogs`, `messages.sendMessage`, `messages.toggleDialogPin` and `updates.getChannelDifference`.
pub const PINNED_DIALOGS_TOO_MUCH: RpcErrorKind<'static> = RpcErrorKind::named("PINNED_DIALOGS_TOO_MUCH");

/// Code `400`. Returned by `messages.updatePinnedMessage`.
pub const PIN_RESTRICTED: RpcErrorKind<'static> = RpcErrorKind::named("PIN_RESTRICTED");

/// Code `400`. Returned by `messages.sendMedia`.
pub const POLL_ANSWERS_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("POLL_ANSWERS_INVALID");

/// Code `400`. Returned by `messages.sendMedia`.
pub const POLL_ANSWER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("POLL_ANSWER_INVALID");

/// Code `406`. Returned by `messages.sendVote`.
pub const POLL_COUNTRY_RESTRICTED: RpcErrorKind<'static> = RpcErrorKind::named("POLL_COUNTRY_RESTRICTED");

/// Code `406`. Returned by `messages.sendVote`.
pub const POLL_MEMBER_RESTRICTED: RpcErrorKind<'static> = RpcErrorKind::named("POLL_MEMBER_RESTRICTED");

/// Code `400`. Returned by `messages.sendMedia`.
pub const POLL_OPTION_DUPLICATE: RpcErrorKind<'static> = RpcErrorKind::named("POLL_OPTION_DUPLICATE");

/// Code `400`. Returned by `messages.sendMedia` and `messages.sendMessage`.
pub const POLL_OPTION_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("POLL_OPTION_INVALID");

/// Code `400`. Returned by `messages.sendMedia`.
pub const POLL_QUESTION_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("POLL_QUESTION_INVALID");

/// Code `400`. No method is known to return it.
pub const POLL_UNSUPPORTED: RpcErrorKind<'static> = RpcErrorKind::named("POLL_UNSUPPORTED");

/// Code `400` or `403`. Returned by `messages.getPollVotes`.
pub const POLL_VOTE_REQUIRED: RpcErrorKind<'static> = RpcErrorKind::named("POLL_VOTE_REQUIRED");

/// The server took too long for the call. Repeat it.
///
/// Code `500`. Any method may return it.
pub const POSTPONED_TIMEOUT: RpcErrorKind<'static> = RpcErrorKind::named("POSTPONED_TIMEOUT");

/// Code `406`. Returned by `payments.sendStarsForm`.
pub const PRECHECKOUT_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("PRECHECKOUT_FAILED");

/// This takes Telegram Premium.
///
/// Code `400` or `403`. Returned by `account.createBusinessChatLink`, `account.editBusinessChatLink`, `account.setGlobalPrivacySettings`, `account.updateColor`, `account.updateEmojiStatus`, `channels.searchPosts`, `messages.checkQuickReplyShortcut`, `messages.createForumTopic` and 13 more methods.
pub const PREMIUM_ACCOUNT_REQUIRED: RpcErrorKind<'static> = RpcErrorKind::named("PREMIUM_ACCOUNT_REQUIRED");

/// Code `406`. Returned by `payments.canPurchaseStore`.
pub const PREMIUM_CURRENTLY_UNAVAILABLE: RpcErrorKind<'static> = RpcErrorKind::named("PREMIUM_CURRENTLY_UNAVAILABLE");

/// Code `400`. Returned by `payments.getPaymentForm`.
pub const PREMIUM_PURPOSE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("PREMIUM_PURPOSE_INVALID");

/// Code `420`. Returned by `payments.applyGiftCode`.
pub const PREMIUM_SUB_ACTIVE_UNTIL: RpcErrorKind<'static> = RpcErrorKind::named("PREMIUM_SUB_ACTIVE_UNTIL");

/// Code `406`. Returned by `messages.initHistoryImport`.
pub const PREVIOUS_CHAT_IMPORT_ACTIVE_WAIT_XMIN: RpcErrorKind<'static> = RpcErrorKind::of("PREVIOUS_CHAT_IMPORT_ACTIVE_WAIT_XMIN");

/// Code `400`. Returned by `messages.exportChatInvite`.
pub const PRICING_CHAT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("PRICING_CHAT_INVALID");

/// Code `400`. Returned by `account.getPrivacy` and `account.setPrivacy`.
pub const PRIVACY_KEY_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("PRIVACY_KEY_INVALID");

/// The user accepts messages from contacts and Premium users only.
///
/// Code `403` or `406`. Returned by `messages.forwardMessages`, `messages.requestWebView`, `messages.sendInlineBotResult`, `messages.sendMedia`, `messages.sendMessage` and `messages.sendMultiMedia`.
pub const PRIVACY_PREMIUM_REQUIRED: RpcErrorKind<'static> = RpcErrorKind::named("PRIVACY_PREMIUM_REQUIRED");

/// Code `400`. Returned by `account.setPrivacy`.
pub const PRIVACY_TOO_LONG: RpcErrorKind<'static> = RpcErrorKind::named("PRIVACY_TOO_LONG");

/// Code `400`. Returned by `account.setPrivacy`.
pub const PRIVACY_VALUE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("PRIVACY_VALUE_INVALID");

/// Code `500`. Returned by `messages.forwardMessages`.
pub const PTS_CHANGE_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("PTS_CHANGE_EMPTY");

/// Code `400`. Returned by `account.updatePersonalChannel`.
pub const PUBLIC_BROADCAST_EXPECTED: RpcErrorKind<'static> = RpcErrorKind::named("PUBLIC_BROADCAST_EXPECTED");

/// Code `403`. Returned by `phone.exportGroupCallInvite`.
pub const PUBLIC_CHANNEL_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("PUBLIC_CHANNEL_MISSING");

/// Code `400`. Returned by `phone.joinGroupCall`.
pub const PUBLIC_KEY_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("PUBLIC_KEY_INVALID");

/// Code `400`. Returned by `account.acceptAuthorization` and `account.getAuthorizationForm`.
pub const PUBLIC_KEY_REQUIRED: RpcErrorKind<'static> = RpcErrorKind::named("PUBLIC_KEY_REQUIRED");

/// Code `400`. Returned by `payments.sendStarsForm`.
pub const PURPOSE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("PURPOSE_INVALID");

/// Code `400`. Returned by `messages.sendInlineBotResult`.
pub const QUERY_ID_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("QUERY_ID_EMPTY");

/// The query is not known any more: it was answered, or it is too old. Answer within seconds.
///
/// Code `400`. Returned by `bots.answerWebhookJSONQuery`, `messages.sendWebViewResultMessage`, `messages.setBotCallbackAnswer`, `messages.setBotShippingResults` and `messages.setInlineBotResults`.
pub const QUERY_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("QUERY_ID_INVALID");

/// Code `400`. Returned by `contacts.search`.
pub const QUERY_TOO_SHORT: RpcErrorKind<'static> = RpcErrorKind::named("QUERY_TOO_SHORT");

/// Code `400`. Returned by `messages.forwardMessages`, `messages.sendMedia`, `messages.sendMessage` and `messages.sendMultiMedia`.
pub const QUICK_REPLIES_BOT_NOT_ALLOWED: RpcErrorKind<'static> = RpcErrorKind::named("QUICK_REPLIES_BOT_NOT_ALLOWED");

/// The limit of quick replies is reached. Delete one first.
///
/// Code `400`. Returned by `messages.forwardMessages`, `messages.sendInlineBotResult`, `messages.sendMedia`, `messages.sendMessage` and `messages.sendMultiMedia`.
pub const QUICK_REPLIES_TOO_MUCH: RpcErrorKind<'static> = RpcErrorKind::named("QUICK_REPLIES_TOO_MUCH");

/// Code `400`. Returned by `messages.forwardMessages`.
pub const QUIZ_ANSWER_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("QUIZ_ANSWER_MISSING");

/// Code `400`. Returned by `messages.sendMedia`.
pub const QUIZ_CORRECT_ANSWERS_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("QUIZ_CORRECT_ANSWERS_EMPTY");

/// Code `400`. Returned by `messages.sendMedia`.
pub const QUIZ_CORRECT_ANSWERS_TOO_MUCH: RpcErrorKind<'static> = RpcErrorKind::named("QUIZ_CORRECT_ANSWERS_TOO_MUCH");

/// Code `400`. Returned by `messages.sendMedia`.
pub const QUIZ_CORRECT_ANSWER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("QUIZ_CORRECT_ANSWER_INVALID");

/// Code `400`. Returned by `messages.sendMedia`.
pub const QUIZ_MULTIPLE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("QUIZ_MULTIPLE_INVALID");

/// Code `400`. Returned by `messages.sendMessage`.
pub const QUOTE_TEXT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("QUOTE_TEXT_INVALID");

/// Code `400`. Returned by `phone.editGroupCallParticipant`.
pub const RAISE_HAND_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("RAISE_HAND_FORBIDDEN");

/// A message with this `random_id` has been sent. If you repeated the call, it arrived the first time; otherwise choose a new number.
///
/// Code `400` or `500`. Returned by `messages.forwardMessages`, `messages.requestEncryption`, `messages.sendInlineBotResult`, `messages.sendMedia`, `messages.sendMessage`, `messages.sendMultiMedia`, `messages.sendScheduledMessages`, `messages.startBot` and 2 more methods.
pub const RANDOM_ID_DUPLICATE: RpcErrorKind<'static> = RpcErrorKind::named("RANDOM_ID_DUPLICATE");

/// `random_id` is 0. Choose a random number.
///
/// Code `400`. Returned by `messages.sendMessage`, `messages.sendMultiMedia` and `messages.sendPaidReaction`.
pub const RANDOM_ID_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("RANDOM_ID_EMPTY");

/// Code `400`. Returned by `messages.sendPaidReaction`.
pub const RANDOM_ID_EXPIRED: RpcErrorKind<'static> = RpcErrorKind::named("RANDOM_ID_EXPIRED");

/// Each message needs a `random_id` of its own, and none may be 0.
///
/// Code `400`. Returned by `messages.forwardMessages`.
pub const RANDOM_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("RANDOM_ID_INVALID");

/// Code `400`. Returned by `messages.getDhConfig`.
pub const RANDOM_LENGTH_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("RANDOM_LENGTH_INVALID");

/// Code `400`. Returned by `updates.getChannelDifference`.
pub const RANGES_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("RANGES_INVALID");

/// Code `400`. Returned by `messages.sendPaidReaction`.
pub const REACTIONS_COUNT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("REACTIONS_COUNT_INVALID");

/// Code `400`. Returned by `messages.sendReaction`.
pub const REACTIONS_TOO_MANY: RpcErrorKind<'static> = RpcErrorKind::named("REACTIONS_TOO_MANY");

/// Code `400`. Returned by `messages.sendReaction` and `messages.togglePaidReactionPrivacy`.
pub const REACTION_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("REACTION_EMPTY");

/// The reaction is not an emoji that can be one, or the chat does not allow it. The chat's full data lists those that it allows.
///
/// Code `400`. Returned by `messages.sendReaction`, `messages.setChatAvailableReactions`, `messages.setDefaultReaction`, `messages.updateSavedReactionTag`, `stories.sendReaction` and `stories.sendStory`.
pub const REACTION_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("REACTION_INVALID");

/// Code `400`. Returned by `payments.assignAppStoreTransaction`.
pub const RECEIPT_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("RECEIPT_EMPTY");

/// Code `400`. No method is known to return it.
pub const REFLECTOR_NOT_AVAILABLE: RpcErrorKind<'static> = RpcErrorKind::named("REFLECTOR_NOT_AVAILABLE");

/// Code `500`. Returned by `auth.signUp`.
pub const REG_ID_GENERATE_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("REG_ID_GENERATE_FAILED");

/// Code `400`. Returned by `messages.sendMedia`.
pub const REPLY_MARKUP_BUY_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("REPLY_MARKUP_BUY_EMPTY");

/// Code `400`. Returned by `messages.sendMedia`.
pub const REPLY_MARKUP_GAME_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("REPLY_MARKUP_GAME_EMPTY");

/// The keyboard is wrong: an empty row, a button without text, or a kind of button that cannot be there.
///
/// Code `400`. Returned by `messages.editMessage`, `messages.sendMedia`, `messages.sendMessage` and `messages.setInlineBotResults`.
pub const REPLY_MARKUP_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("REPLY_MARKUP_INVALID");

/// The keyboard has too many buttons or too much data.
///
/// Code `400`. Returned by `messages.editMessage`, `messages.sendMedia` and `messages.sendMessage`.
pub const REPLY_MARKUP_TOO_LONG: RpcErrorKind<'static> = RpcErrorKind::named("REPLY_MARKUP_TOO_LONG");

/// The limit of messages in a quick reply is reached.
///
/// Code `400`. Returned by `messages.forwardMessages`, `messages.sendInlineBotResult`, `messages.sendMedia`, `messages.sendMessage` and `messages.sendMultiMedia`.
pub const REPLY_MESSAGES_TOO_MUCH: RpcErrorKind<'static> = RpcErrorKind::named("REPLY_MESSAGES_TOO_MUCH");

/// Code `400`. Returned by `messages.sendMedia`, `messages.sendMessage` and `messages.sendScreenshotNotification`.
pub const REPLY_MESSAGE_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("REPLY_MESSAGE_ID_INVALID");

/// Code `400`. Returned by `messages.sendMessage` and `messages.sendMultiMedia`.
pub const REPLY_TO_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("REPLY_TO_INVALID");

/// Code `400`. Returned by `messages.forwardMessages`, `messages.sendMedia` and `messages.sendMessage`.
pub const REPLY_TO_MONOFORUM_PEER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("REPLY_TO_MONOFORUM_PEER_INVALID");

/// Code `400`. Returned by `messages.sendMessage`.
pub const REPLY_TO_USER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("REPLY_TO_USER_INVALID");

/// Code `400`. Returned by `messages.toggleNoForwards`.
pub const REQUEST_MSG_EXPIRED: RpcErrorKind<'static> = RpcErrorKind::named("REQUEST_MSG_EXPIRED");

/// Code `400`. Returned by `upload.reuploadCdnFile`.
pub const REQUEST_TOKEN_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("REQUEST_TOKEN_INVALID");

/// Code `400`. Returned by `payments.sendStarGiftOffer`.
pub const RESELL_STARS_TOO_FEW: RpcErrorKind<'static> = RpcErrorKind::named("RESELL_STARS_TOO_FEW");

/// Code `400`. Returned by `payments.sendStarGiftOffer`.
pub const RESELL_STARS_TOO_MUCH: RpcErrorKind<'static> = RpcErrorKind::named("RESELL_STARS_TOO_MUCH");

/// Code `400`. Returned by `account.declinePasswordReset`.
pub const RESET_REQUEST_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("RESET_REQUEST_MISSING");

/// Code `400`. Returned by `messages.setInlineBotResults`.
pub const RESULTS_TOO_MUCH: RpcErrorKind<'static> = RpcErrorKind::named("RESULTS_TOO_MUCH");

/// Code `400`. Returned by `messages.setInlineBotResults`.
pub const RESULT_ID_DUPLICATE: RpcErrorKind<'static> = RpcErrorKind::named("RESULT_ID_DUPLICATE");

/// Code `400`. Returned by `messages.sendInlineBotResult`.
pub const RESULT_ID_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("RESULT_ID_EMPTY");

/// Code `400`. Returned by `messages.savePreparedInlineMessage`, `messages.sendInlineBotResult` and `messages.setInlineBotResults`.
pub const RESULT_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("RESULT_ID_INVALID");

/// Code `400`. Returned by `messages.setInlineBotResults`.
pub const RESULT_TYPE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("RESULT_TYPE_INVALID");

/// Code `400`. Returned by `messages.sendVote`.
pub const REVOTE_NOT_ALLOWED: RpcErrorKind<'static> = RpcErrorKind::named("REVOTE_NOT_ALLOWED");

/// Code `400`. Returned by `bots.setBotBroadcastDefaultAdminRights` and `bots.setBotGroupDefaultAdminRights`.
pub const RIGHTS_NOT_MODIFIED: RpcErrorKind<'static> = RpcErrorKind::named("RIGHTS_NOT_MODIFIED");

/// Code `403`. Returned by `channels.editAdmin`.
pub const RIGHT_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("RIGHT_FORBIDDEN");

/// Code `400`. Returned by `account.saveRingtone`.
pub const RINGTONE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("RINGTONE_INVALID");

/// Code `400`. Returned by `account.uploadRingtone`.
pub const RINGTONE_MIME_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("RINGTONE_MIME_INVALID");

/// A part of the server failed. Repeat the call a little later.
///
/// Code `500`. Any method may return it.
pub const RPC_CALL_FAIL: RpcErrorKind<'static> = RpcErrorKind::named("RPC_CALL_FAIL");

/// A part of the server could not reach another. Repeat the call a little later.
///
/// Code `500`. Any method may return it.
pub const RPC_CONNECT_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("RPC_CONNECT_FAILED");

/// A part of the server failed. Repeat the call a little later.
///
/// Code `500`. Any method may return it.
pub const RPC_MCGET_FAIL: RpcErrorKind<'static> = RpcErrorKind::named("RPC_MCGET_FAIL");

/// Code `400`. Returned by `upload.getCdnFileHashes` and `upload.reuploadCdnFile`.
pub const RSA_DECRYPT_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("RSA_DECRYPT_FAILED");

/// No gift or saved object is named. Give its id.
///
/// Code `400`. Returned by `payments.convertStarGift`, `payments.craftStarGift`, `payments.getSavedStarGift`, `payments.saveStarGift`, `payments.transferStarGift`, `payments.updateStarGiftPrice` and `payments.upgradeStarGift`.
pub const SAVED_ID_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("SAVED_ID_EMPTY");

/// Code `400`. Returned by `messages.forwardMessages`, `messages.sendMedia` and `messages.sendMessage`.
pub const SCHEDULE_BOT_NOT_ALLOWED: RpcErrorKind<'static> = RpcErrorKind::named("SCHEDULE_BOT_NOT_ALLOWED");

/// Code `400`. Returned by `messages.editMessage` and `phone.createGroupCall`.
pub const SCHEDULE_DATE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("SCHEDULE_DATE_INVALID");

/// The message is scheduled for more than a year ahead.
///
/// Code `400`. Returned by `messages.forwardMessages`, `messages.sendInlineBotResult`, `messages.sendMedia`, `messages.sendMessage` and `messages.sendMultiMedia`.
pub const SCHEDULE_DATE_TOO_LATE: RpcErrorKind<'static> = RpcErrorKind::named("SCHEDULE_DATE_TOO_LATE");

/// Code `400`. Returned by `messages.sendMessage`.
pub const SCHEDULE_STATUS_PRIVATE: RpcErrorKind<'static> = RpcErrorKind::named("SCHEDULE_STATUS_PRIVATE");

/// The chat has as many scheduled messages as it may: 100.
///
/// Code `400`. Returned by `messages.forwardMessages`, `messages.sendInlineBotResult`, `messages.sendMedia`, `messages.sendMessage` and `messages.sendMultiMedia`.
pub const SCHEDULE_TOO_MUCH: RpcErrorKind<'static> = RpcErrorKind::named("SCHEDULE_TOO_MUCH");

/// Code `400`. Returned by `messages.setGameScore`.
pub const SCORE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("SCORE_INVALID");

/// The words to search for are empty.
///
/// Code `400`. Returned by `contacts.getSponsoredPeers`, `contacts.search`, `messages.search` and `messages.searchGlobal`.
pub const SEARCH_QUERY_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("SEARCH_QUERY_EMPTY");

/// Code `400`. Returned by `messages.getChatInviteImporters`.
pub const SEARCH_WITH_LINK_NOT_SUPPORTED: RpcErrorKind<'static> = RpcErrorKind::named("SEARCH_WITH_LINK_NOT_SUPPORTED");

/// Code `400`. Returned by `channels.toggleSlowMode`.
pub const SECONDS_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("SECONDS_INVALID");

/// Code `400`. Returned by `account.saveSecureValue`.
pub const SECURE_SECRET_REQUIRED: RpcErrorKind<'static> = RpcErrorKind::named("SECURE_SECRET_REQUIRED");

/// Code `400`. Returned by `messages.deleteMessages`.
pub const SELF_DELETE_RESTRICTED: RpcErrorKind<'static> = RpcErrorKind::named("SELF_DELETE_RESTRICTED");

/// This account cannot send in the name of that channel here. `channels.getSendAs` lists the possible ones.
///
/// Code `400`. Returned by `messages.forwardMessages`, `messages.requestWebView`, `messages.saveDefaultSendAs`, `messages.sendInlineBotResult`, `messages.sendMedia`, `messages.sendMessage`, `messages.sendMultiMedia` and `messages.sendPaidReaction`.
pub const SEND_AS_PEER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("SEND_AS_PEER_INVALID");

/// Code `406`. Returned by `auth.resendCode`.
pub const SEND_CODE_UNAVAILABLE: RpcErrorKind<'static> = RpcErrorKind::named("SEND_CODE_UNAVAILABLE");

/// Code `500`. Returned by `messages.sendInlineBotResult`.
pub const SEND_MEDIA_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("SEND_MEDIA_INVALID");

/// Code `400`. Returned by `messages.savePreparedInlineMessage`.
pub const SEND_MESSAGE_GAME_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("SEND_MESSAGE_GAME_INVALID");

/// Code `400`. Returned by `messages.setInlineBotResults`.
pub const SEND_MESSAGE_MEDIA_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("SEND_MESSAGE_MEDIA_INVALID");

/// Code `400`. Returned by `messages.setInlineBotResults`.
pub const SEND_MESSAGE_TYPE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("SEND_MESSAGE_TYPE_INVALID");

/// Code `403`. Returned by `account.setContentSettings`.
pub const SENSITIVE_CHANGE_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("SENSITIVE_CHANGE_FORBIDDEN");

/// The login has expired. Log in again.
///
/// Code `401`. Any method may return it.
pub const SESSION_EXPIRED: RpcErrorKind<'static> = RpcErrorKind::named("SESSION_EXPIRED");

/// The code is right, and the account has a two-step verification password. Ask for it and call `auth.checkPassword`.
///
/// Code `401`. Returned by `account.updateStatus`, `auth.signIn`, `contacts.resolveUsername`, `messages.getDialogs`, `messages.importChatInvite`, `updates.getDifference`, `updates.getState`, `upload.saveFilePart` and one more method.
pub const SESSION_PASSWORD_NEEDED: RpcErrorKind<'static> = RpcErrorKind::named("SESSION_PASSWORD_NEEDED");

/// The user ended this login, from another app. Delete the authorization key and log in again.
///
/// Code `401`. Any method may return it.
pub const SESSION_REVOKED: RpcErrorKind<'static> = RpcErrorKind::named("SESSION_REVOKED");

/// The login is too young for this. Call again in X seconds.
///
/// Code `400`. Returned by `messages.editChatCreator`, `payments.getStarGiftWithdrawalUrl` and `payments.getStarsRevenueWithdrawalUrl`.
pub const SESSION_TOO_FRESH: RpcErrorKind<'static> = RpcErrorKind::named("SESSION_TOO_FRESH");

/// Code `400`. Returned by `account.updateNotifySettings`.
pub const SETTINGS_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("SETTINGS_INVALID");

/// Code `400`. Returned by `messages.getDocumentByHash`.
pub const SHA256_HASH_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("SHA256_HASH_INVALID");

/// Code `400`. Returned by `messages.deleteQuickReplyMessages`, `messages.deleteQuickReplyShortcut`, `messages.editQuickReplyShortcut` and `messages.getQuickReplyMessages`.
pub const SHORTCUT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("SHORTCUT_INVALID");

/// Code `400`. Returned by `stickers.createStickerSet`.
pub const SHORTNAME_OCCUPY_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("SHORTNAME_OCCUPY_FAILED");

/// Code `400`. Returned by `stickers.checkShortName`.
pub const SHORT_NAME_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("SHORT_NAME_INVALID");

/// Code `400`. Returned by `stickers.checkShortName`.
pub const SHORT_NAME_OCCUPIED: RpcErrorKind<'static> = RpcErrorKind::named("SHORT_NAME_OCCUPIED");

/// Code `500`. Returned by `auth.signIn`.
pub const SIGN_IN_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("SIGN_IN_FAILED");

/// Code `400`. Returned by `premium.applyBoost`.
pub const SLOTS_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("SLOTS_EMPTY");

/// Code `400`. Returned by `messages.forwardMessages`.
pub const SLOWMODE_MULTI_MSGS_DISABLED: RpcErrorKind<'static> = RpcErrorKind::named("SLOWMODE_MULTI_MSGS_DISABLED");

/// The group lets each member write once in a while. Wait X seconds and send again.
///
/// Code `420`. Returned by `messages.forwardMessages`, `messages.sendInlineBotResult`, `messages.sendMedia`, `messages.sendMessage` and `messages.sendMultiMedia`.
pub const SLOWMODE_WAIT: RpcErrorKind<'static> = RpcErrorKind::named("SLOWMODE_WAIT");

/// Code `400`. Returned by `payments.getPaymentForm`.
pub const SLUG_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("SLUG_INVALID");

/// Code `400`. Returned by `smsjobs.finishJob` and `smsjobs.getSmsJob`.
pub const SMSJOB_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("SMSJOB_ID_INVALID");

/// Code `400`. Returned by `auth.sendCode`.
pub const SMS_CODE_CREATE_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("SMS_CODE_CREATE_FAILED");

/// Code `400`. Returned by `account.getTmpPassword`.
pub const SRP_A_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("SRP_A_INVALID");

/// The `srp_id` was used before or is too old. Call `account.getPassword` for another one.
///
/// Code `400`. Returned by `account.updatePasswordSettings`, `auth.checkPassword` and `messages.editChatCreator`.
pub const SRP_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("SRP_ID_INVALID");

/// Code `400`. Returned by `account.updatePasswordSettings` and `auth.checkPassword`.
pub const SRP_PASSWORD_CHANGED: RpcErrorKind<'static> = RpcErrorKind::named("SRP_PASSWORD_CHANGED");

/// Code `400`. Returned by `payments.getPaymentForm` and `payments.upgradeStarGift`.
pub const STARGIFT_ALREADY_CONVERTED: RpcErrorKind<'static> = RpcErrorKind::named("STARGIFT_ALREADY_CONVERTED");

/// Code `400`. Returned by `payments.getPaymentForm`.
pub const STARGIFT_ALREADY_REFUNDED: RpcErrorKind<'static> = RpcErrorKind::named("STARGIFT_ALREADY_REFUNDED");

/// Code `400`. Returned by `payments.getPaymentForm`, `payments.sendStarsForm` and `payments.upgradeStarGift`.
pub const STARGIFT_ALREADY_UPGRADED: RpcErrorKind<'static> = RpcErrorKind::named("STARGIFT_ALREADY_UPGRADED");

/// Code `400`. Returned by `payments.getResaleStarGifts`.
pub const STARGIFT_ATTRIBUTE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("STARGIFT_ATTRIBUTE_INVALID");

/// Code `406`. Returned by `payments.getPaymentForm`.
pub const STARGIFT_EXPORT_IN_PROGRESS: RpcErrorKind<'static> = RpcErrorKind::named("STARGIFT_EXPORT_IN_PROGRESS");

/// The gift is not known or does not allow this.
///
/// Code `400`. Returned by `payments.checkCanSendGift`, `payments.getCraftStarGifts`, `payments.getPaymentForm`, `payments.getResaleStarGifts`, `payments.getStarGiftAuctionAcquiredGifts`, `payments.getStarGiftAuctionState`, `payments.getStarGiftUpgradeAttributes` and `payments.getStarGiftUpgradePreview`.
pub const STARGIFT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("STARGIFT_INVALID");

/// Code `400`. Returned by `payments.getPaymentForm`.
pub const STARGIFT_MESSAGE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("STARGIFT_MESSAGE_INVALID");

/// Code `400`. Returned by `payments.getPaymentForm`, `payments.sendStarsForm`, `payments.transferStarGift` and `payments.updateStarGiftPrice`.
pub const STARGIFT_NOT_FOUND: RpcErrorKind<'static> = RpcErrorKind::named("STARGIFT_NOT_FOUND");

/// Code `400`. Returned by `payments.getPaymentForm` and `payments.transferStarGift`.
pub const STARGIFT_NOT_OWNER: RpcErrorKind<'static> = RpcErrorKind::named("STARGIFT_NOT_OWNER");

/// Code `400`. Returned by `payments.getPaymentForm` and `payments.transferStarGift`.
pub const STARGIFT_NOT_UNIQUE: RpcErrorKind<'static> = RpcErrorKind::named("STARGIFT_NOT_UNIQUE");

/// Code `400`. Returned by `payments.saveStarGift`.
pub const STARGIFT_OBJECT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("STARGIFT_OBJECT_INVALID");

/// Code `400`. Returned by `payments.sendStarGiftOffer`.
pub const STARGIFT_OFFER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("STARGIFT_OFFER_INVALID");

/// Code `400`. Returned by `payments.sendStarGiftOffer`.
pub const STARGIFT_OFFER_NOT_ALLOWED: RpcErrorKind<'static> = RpcErrorKind::named("STARGIFT_OFFER_NOT_ALLOWED");

/// The gift belongs to somebody else.
///
/// Code `400`. Returned by `payments.getPaymentForm`, `payments.getSavedStarGift`, `payments.saveStarGift`, `payments.sendStarsForm` and `payments.transferStarGift`.
pub const STARGIFT_OWNER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("STARGIFT_OWNER_INVALID");

/// Code `400`. Returned by `payments.convertStarGift`, `payments.getPaymentForm` and `payments.transferStarGift`.
pub const STARGIFT_PEER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("STARGIFT_PEER_INVALID");

/// Code `400`. Returned by `payments.getPaymentForm`.
pub const STARGIFT_RESELL_CURRENCY_NOT_ALLOWED: RpcErrorKind<'static> = RpcErrorKind::named("STARGIFT_RESELL_CURRENCY_NOT_ALLOWED");

/// Code `400`. Returned by `payments.getPaymentForm`.
pub const STARGIFT_RESELL_TOO_EARLY: RpcErrorKind<'static> = RpcErrorKind::named("STARGIFT_RESELL_TOO_EARLY");

/// There is no collectible gift with this name. It is what follows `t.me/nft/`.
///
/// Code `400`. Returned by `payments.getPaymentForm`, `payments.getSavedStarGift`, `payments.getUniqueStarGift`, `payments.getUniqueStarGiftValueInfo`, `payments.sendStarGiftOffer` and `payments.sendStarsForm`.
pub const STARGIFT_SLUG_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("STARGIFT_SLUG_INVALID");

/// Code `400`. Returned by `payments.getPaymentForm` and `payments.transferStarGift`.
pub const STARGIFT_TRANSFER_TOO_EARLY: RpcErrorKind<'static> = RpcErrorKind::named("STARGIFT_TRANSFER_TOO_EARLY");

/// Code `400`. Returned by `payments.getPaymentForm`, `payments.getStarGiftUpgradePreview` and `payments.upgradeStarGift`.
pub const STARGIFT_UPGRADE_UNAVAILABLE: RpcErrorKind<'static> = RpcErrorKind::named("STARGIFT_UPGRADE_UNAVAILABLE");

/// Code `400`. Returned by `payments.sendStarsForm`.
pub const STARGIFT_USAGE_LIMITED: RpcErrorKind<'static> = RpcErrorKind::named("STARGIFT_USAGE_LIMITED");

/// Code `400`. Returned by `payments.sendStarsForm`.
pub const STARGIFT_USER_USAGE_LIMITED: RpcErrorKind<'static> = RpcErrorKind::named("STARGIFT_USER_USAGE_LIMITED");

/// Code `400`. Returned by `bots.updateStarRefProgram`.
pub const STARREF_AWAITING_END: RpcErrorKind<'static> = RpcErrorKind::named("STARREF_AWAITING_END");

/// Code `400`. Returned by `contacts.resolveUsername`.
pub const STARREF_EXPIRED: RpcErrorKind<'static> = RpcErrorKind::named("STARREF_EXPIRED");

/// Code `400`. Returned by `payments.editConnectedStarRefBot`.
pub const STARREF_HASH_REVOKED: RpcErrorKind<'static> = RpcErrorKind::named("STARREF_HASH_REVOKED");

/// Code `400`. Returned by `bots.updateStarRefProgram`.
pub const STARREF_PERMILLE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("STARREF_PERMILLE_INVALID");

/// Code `400`. Returned by `bots.updateStarRefProgram`.
pub const STARREF_PERMILLE_TOO_LOW: RpcErrorKind<'static> = RpcErrorKind::named("STARREF_PERMILLE_TOO_LOW");

/// Code `400`. Returned by `channels.updatePaidMessagesPrice`.
pub const STARS_AMOUNT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("STARS_AMOUNT_INVALID");

/// Code `406`. Returned by `payments.getPaymentForm` and `payments.sendStarsForm`.
pub const STARS_FORM_AMOUNT_MISMATCH: RpcErrorKind<'static> = RpcErrorKind::named("STARS_FORM_AMOUNT_MISMATCH");

/// Code `400`. Returned by `messages.sendMedia` and `payments.exportInvoice`.
pub const STARS_INVOICE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("STARS_INVOICE_INVALID");

/// Code `400`. Returned by `messages.importChatInvite`.
pub const STARS_PAYMENT_REQUIRED: RpcErrorKind<'static> = RpcErrorKind::named("STARS_PAYMENT_REQUIRED");

/// Code `400`. Returned by `messages.setInlineBotResults` and `messages.startBot`.
pub const START_PARAM_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("START_PARAM_EMPTY");

/// Code `400`. Returned by `messages.setInlineBotResults` and `messages.startBot`.
pub const START_PARAM_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("START_PARAM_INVALID");

/// Code `400`. Returned by `messages.startBot`.
pub const START_PARAM_TOO_LONG: RpcErrorKind<'static> = RpcErrorKind::named("START_PARAM_TOO_LONG");

/// The statistics of the channel are in data center X. Ask there.
///
/// Code `303`. Returned by `stats.getBroadcastStats` and `stats.getMegagroupStats`.
pub const STATS_MIGRATE: RpcErrorKind<'static> = RpcErrorKind::named("STATS_MIGRATE");

/// Code `400`. Returned by `stickers.addStickerToSet`.
pub const STICKERPACK_STICKERS_TOO_MUCH: RpcErrorKind<'static> = RpcErrorKind::named("STICKERPACK_STICKERS_TOO_MUCH");

/// There is no such sticker set, or it has been deleted.
///
/// Code `400` or `406`. Returned by `messages.getStickerSet`, `messages.installStickerSet`, `messages.uninstallStickerSet`, `stickers.addStickerToSet`, `stickers.deleteStickerSet`, `stickers.renameStickerSet` and `stickers.setStickerSetThumb`.
pub const STICKERSET_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("STICKERSET_INVALID");

/// Code `400`. No method is known to return it.
pub const STICKERSET_NOT_MODIFIED: RpcErrorKind<'static> = RpcErrorKind::named("STICKERSET_NOT_MODIFIED");

/// Code `406`. Returned by `channels.setStickers`.
pub const STICKERSET_OWNER_ANONYMOUS: RpcErrorKind<'static> = RpcErrorKind::named("STICKERSET_OWNER_ANONYMOUS");

/// Code `400`. Returned by `stickers.createStickerSet`.
pub const STICKERS_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("STICKERS_EMPTY");

/// Code `400`. Returned by `stickers.addStickerToSet`.
pub const STICKERS_TOO_MUCH: RpcErrorKind<'static> = RpcErrorKind::named("STICKERS_TOO_MUCH");

/// Code `400`. Returned by `messages.setInlineBotResults`.
pub const STICKER_DOCUMENT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("STICKER_DOCUMENT_INVALID");

/// Code `400`. Returned by `stickers.createStickerSet`.
pub const STICKER_EMOJI_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("STICKER_EMOJI_INVALID");

/// Code `400`. Returned by `stickers.createStickerSet`.
pub const STICKER_FILE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("STICKER_FILE_INVALID");

/// Code `400`. Returned by `stickers.createStickerSet`.
pub const STICKER_GIF_DIMENSIONS: RpcErrorKind<'static> = RpcErrorKind::named("STICKER_GIF_DIMENSIONS");

/// Code `400`. Returned by `messages.faveSticker` and `messages.saveRecentSticker`.
pub const STICKER_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("STICKER_ID_INVALID");

/// The sticker is wrong or not known. Fetch its set again.
///
/// Code `400`. Returned by `stickers.changeSticker`, `stickers.changeStickerPosition`, `stickers.removeStickerFromSet` and `stickers.replaceSticker`.
pub const STICKER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("STICKER_INVALID");

/// Code `400`. Returned by `channels.editPhoto` and `photos.uploadProfilePhoto`.
pub const STICKER_MIME_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("STICKER_MIME_INVALID");

/// Code `400`. Returned by `stickers.createStickerSet`.
pub const STICKER_PNG_DIMENSIONS: RpcErrorKind<'static> = RpcErrorKind::named("STICKER_PNG_DIMENSIONS");

/// Code `400`. Returned by `stickers.addStickerToSet` and `stickers.createStickerSet`.
pub const STICKER_PNG_NOPNG: RpcErrorKind<'static> = RpcErrorKind::named("STICKER_PNG_NOPNG");

/// Code `400`. Returned by `stickers.createStickerSet`.
pub const STICKER_TGS_NODOC: RpcErrorKind<'static> = RpcErrorKind::named("STICKER_TGS_NODOC");

/// Code `400`. Returned by `stickers.addStickerToSet` and `stickers.createStickerSet`.
pub const STICKER_TGS_NOTGS: RpcErrorKind<'static> = RpcErrorKind::named("STICKER_TGS_NOTGS");

/// Code `400`. Returned by `stickers.createStickerSet` and `stickers.setStickerSetThumb`.
pub const STICKER_THUMB_PNG_NOPNG: RpcErrorKind<'static> = RpcErrorKind::named("STICKER_THUMB_PNG_NOPNG");

/// Code `400`. Returned by `stickers.createStickerSet` and `stickers.setStickerSetThumb`.
pub const STICKER_THUMB_TGS_NOTGS: RpcErrorKind<'static> = RpcErrorKind::named("STICKER_THUMB_TGS_NOTGS");

/// Code `400`. Returned by `stickers.createStickerSet`.
pub const STICKER_VIDEO_BIG: RpcErrorKind<'static> = RpcErrorKind::named("STICKER_VIDEO_BIG");

/// Code `400`. Returned by `stickers.createStickerSet`.
pub const STICKER_VIDEO_NODOC: RpcErrorKind<'static> = RpcErrorKind::named("STICKER_VIDEO_NODOC");

/// Code `400`. Returned by `stickers.createStickerSet`.
pub const STICKER_VIDEO_NOWEBM: RpcErrorKind<'static> = RpcErrorKind::named("STICKER_VIDEO_NOWEBM");

/// Code `500`. Returned by `messages.sendMedia`.
pub const STORAGE_CHECK_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("STORAGE_CHECK_FAILED");

/// Code `500`. Returned by `updates.getDifference`.
pub const STORE_INVALID_SCALAR_TYPE: RpcErrorKind<'static> = RpcErrorKind::named("STORE_INVALID_SCALAR_TYPE");

/// The peer never posted a story. Treat it as an empty list.
///
/// Code `400`. Returned by `messages.sendMessage`, `stats.getStoryStats`, `stories.getStoriesByID`, `stories.readStories` and `stories.sendReaction`.
pub const STORIES_NEVER_CREATED: RpcErrorKind<'static> = RpcErrorKind::named("STORIES_NEVER_CREATED");

/// Code `400`. Returned by `stories.canSendStory` and `stories.sendStory`.
pub const STORIES_TOO_MUCH: RpcErrorKind<'static> = RpcErrorKind::named("STORIES_TOO_MUCH");

/// No story is named. Give the ids of some.
///
/// Code `400`. Returned by `stories.deleteStories`, `stories.exportStoryLink`, `stories.getStoriesByID`, `stories.getStoriesViews`, `stories.incrementStoryViews` and `stories.sendReaction`.
pub const STORY_ID_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("STORY_ID_EMPTY");

/// There is no such story, or it has expired.
///
/// Code `400`. Returned by `messages.sendMedia`, `messages.sendMessage`, `messages.sendScreenshotNotification`, `stories.getStoryViewsList`, `stories.sendReaction` and `stories.togglePinnedToTop`.
pub const STORY_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("STORY_ID_INVALID");

/// Code `400`. Returned by `stories.startLive`.
pub const STORY_LIVE_ALREADY: RpcErrorKind<'static> = RpcErrorKind::named("STORY_LIVE_ALREADY");

/// Code `400`. Returned by `stories.editStory`.
pub const STORY_NOT_MODIFIED: RpcErrorKind<'static> = RpcErrorKind::named("STORY_NOT_MODIFIED");

/// Code `400`. Returned by `stories.sendStory`.
pub const STORY_PERIOD_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("STORY_PERIOD_INVALID");

/// Code `420`. No method is known to return it.
pub const STORY_SEND_FLOOD: RpcErrorKind<'static> = RpcErrorKind::named("STORY_SEND_FLOOD");

/// Code `400`. Returned by `stories.canSendStory`.
pub const STORY_SEND_FLOOD_MONTHLY: RpcErrorKind<'static> = RpcErrorKind::named("STORY_SEND_FLOOD_MONTHLY");

/// Code `400`. Returned by `stories.canSendStory`.
pub const STORY_SEND_FLOOD_WEEKLY: RpcErrorKind<'static> = RpcErrorKind::named("STORY_SEND_FLOOD_WEEKLY");

/// Code `400`. Returned by `messages.sendMedia`.
pub const SUBSCRIPTION_EXPORT_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("SUBSCRIPTION_EXPORT_MISSING");

/// Code `400`. Returned by `payments.getStarsTransactions`.
pub const SUBSCRIPTION_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("SUBSCRIPTION_ID_INVALID");

/// Code `400`. Returned by `messages.exportChatInvite`.
pub const SUBSCRIPTION_PERIOD_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("SUBSCRIPTION_PERIOD_INVALID");

/// Code `400`. Returned by `messages.sendMessage`.
pub const SUGGESTED_POST_AMOUNT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("SUGGESTED_POST_AMOUNT_INVALID");

/// Code `400`. Returned by `messages.forwardMessages`, `messages.sendMedia` and `messages.sendMessage`.
pub const SUGGESTED_POST_PEER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("SUGGESTED_POST_PEER_INVALID");

/// Code `400`. Returned by `messages.setInlineBotResults`.
pub const SWITCH_PM_TEXT_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("SWITCH_PM_TEXT_EMPTY");

/// Code `400`. Returned by `messages.setInlineBotResults`.
pub const SWITCH_WEBVIEW_URL_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("SWITCH_WEBVIEW_URL_INVALID");

/// For the safety of the account, an export begins after a delay. Call again in X seconds, or confirm it in another app.
///
/// Code `420`. Returned by `account.initTakeoutSession`.
pub const TAKEOUT_INIT_DELAY: RpcErrorKind<'static> = RpcErrorKind::named("TAKEOUT_INIT_DELAY");

/// There is no such takeout, or it is finished. Begin another with `account.initTakeoutSession`.
///
/// Code `400`. Returned by `channels.getLeftChannels`, `contacts.getSaved`, `messages.getDialogs`, `messages.getHistory` and `messages.search`.
pub const TAKEOUT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("TAKEOUT_INVALID");

/// The method works in a takeout only. Wrap it in `invokeWithTakeout`.
///
/// Code `400` or `403`. Returned by `account.finishTakeoutSession`, `channels.getLeftChannels` and `contacts.getSaved`.
pub const TAKEOUT_REQUIRED: RpcErrorKind<'static> = RpcErrorKind::named("TAKEOUT_REQUIRED");

/// Code `400`. Returned by `auth.resetLoginEmail`.
pub const TASK_ALREADY_EXISTS: RpcErrorKind<'static> = RpcErrorKind::named("TASK_ALREADY_EXISTS");

/// Code `400`. Returned by `auth.bindTempAuthKey`.
pub const TEMP_AUTH_KEY_ALREADY_BOUND: RpcErrorKind<'static> = RpcErrorKind::named("TEMP_AUTH_KEY_ALREADY_BOUND");

/// Code `400`. Returned by `auth.bindTempAuthKey`.
pub const TEMP_AUTH_KEY_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("TEMP_AUTH_KEY_EMPTY");

/// Code `400`. Returned by `messages.sendMedia`.
pub const TERMS_URL_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("TERMS_URL_INVALID");

/// Code `400`. Returned by `messages.setTyping`.
pub const TEXTDRAFT_PEER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("TEXTDRAFT_PEER_INVALID");

/// Code `400`. Returned by `account.uploadTheme`.
pub const THEME_FILE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("THEME_FILE_INVALID");

/// Code `400`. Returned by `account.getTheme`.
pub const THEME_FORMAT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("THEME_FORMAT_INVALID");

/// Code `400`. Returned by `account.getTheme`, `account.saveTheme` and `account.updateTheme`.
pub const THEME_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("THEME_INVALID");

/// Code `400`. Returned by `account.createTheme` and `account.uploadTheme`.
pub const THEME_MIME_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("THEME_MIME_INVALID");

/// Code `400`. Returned by `messages.requestAppWebView` and `messages.requestWebView`.
pub const THEME_PARAMS_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("THEME_PARAMS_INVALID");

/// Code `400`. Returned by `account.getTheme`.
pub const THEME_SLUG_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("THEME_SLUG_INVALID");

/// Code `400`. Returned by `account.createTheme`.
pub const THEME_TITLE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("THEME_TITLE_INVALID");

/// The server, or somebody that it asked, such as a bot, took too long. Repeat the call.
///
/// Code `500`. Returned by `auth.bindTempAuthKey`, `auth.resetAuthorizations`, `channels.getFullChannel`, `channels.getParticipants`, `contacts.deleteContacts`, `contacts.search`, `help.getCdnConfig`, `help.getConfig` and 17 more methods.
pub const TIMEOUT: RpcErrorKind<'static> = RpcErrorKind::named("TIMEOUT");

/// Code `400`. Returned by `account.updateBusinessWorkHours`.
pub const TIMEZONE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("TIMEZONE_INVALID");

/// Code `400`. Returned by `stickers.suggestShortName`.
pub const TITLE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("TITLE_INVALID");

/// Code `400`. Returned by `account.getTmpPassword`.
pub const TMP_PASSWORD_DISABLED: RpcErrorKind<'static> = RpcErrorKind::named("TMP_PASSWORD_DISABLED");

/// Code `400`. Returned by `payments.sendPaymentForm`.
pub const TMP_PASSWORD_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("TMP_PASSWORD_INVALID");

/// Code `400`. Returned by `messages.editMessage` and `messages.sendMedia`.
pub const TODO_ITEMS_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("TODO_ITEMS_EMPTY");

/// Code `400`. Returned by `messages.sendMedia`.
pub const TODO_ITEMS_TOO_MUCH: RpcErrorKind<'static> = RpcErrorKind::named("TODO_ITEMS_TOO_MUCH");

/// Code `400`. Returned by `messages.appendTodoList`, `messages.editMessage` and `messages.sendMedia`.
pub const TODO_ITEM_DUPLICATE: RpcErrorKind<'static> = RpcErrorKind::named("TODO_ITEM_DUPLICATE");

/// Code `400`. Returned by `messages.appendTodoList`.
pub const TODO_NOT_MODIFIED: RpcErrorKind<'static> = RpcErrorKind::named("TODO_NOT_MODIFIED");

/// Code `400`. Returned by `account.registerDevice`.
pub const TOKEN_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("TOKEN_EMPTY");

/// Code `400`. Returned by `account.registerDevice` and `account.unregisterDevice`.
pub const TOKEN_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("TOKEN_INVALID");

/// Code `400`. Returned by `account.registerDevice`.
pub const TOKEN_TYPE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("TOKEN_TYPE_INVALID");

/// Code `400`. Returned by `messages.getForumTopicsByID`.
pub const TOPICS_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("TOPICS_EMPTY");

/// The topic is closed, and only administrators may write there.
///
/// Code `400` or `406`. Returned by `messages.forwardMessages`, `messages.sendMedia`, `messages.sendMessage` and `messages.sendMultiMedia`.
pub const TOPIC_CLOSED: RpcErrorKind<'static> = RpcErrorKind::named("TOPIC_CLOSED");

/// Code `400`. Returned by `messages.editForumTopic`.
pub const TOPIC_CLOSE_SEPARATELY: RpcErrorKind<'static> = RpcErrorKind::named("TOPIC_CLOSE_SEPARATELY");

/// The topic has been deleted.
///
/// Code `400` or `406`. Returned by `messages.forwardMessages`, `messages.sendInlineBotResult`, `messages.sendMedia`, `messages.sendMessage` and `messages.sendMultiMedia`.
pub const TOPIC_DELETED: RpcErrorKind<'static> = RpcErrorKind::named("TOPIC_DELETED");

/// There is no such topic in the group.
///
/// Code `400`. Returned by `messages.getDiscussionMessage` and `messages.getReplies`.
pub const TOPIC_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("TOPIC_ID_INVALID");

/// Code `400`. Returned by `messages.editForumTopic`.
pub const TOPIC_NOT_MODIFIED: RpcErrorKind<'static> = RpcErrorKind::named("TOPIC_NOT_MODIFIED");

/// Code `400`. Returned by `payments.getPaymentForm` and `payments.sendStarsForm`.
pub const TO_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("TO_ID_INVALID");

/// Code `400`. Returned by `messages.translateText`.
pub const TO_LANG_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("TO_LANG_INVALID");

/// Code `400`. Returned by `payments.getStarsTransactionsByID`.
pub const TRANSACTION_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("TRANSACTION_ID_INVALID");

/// Code `400`. Returned by `messages.transcribeAudio`.
pub const TRANSCRIPTION_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("TRANSCRIPTION_FAILED");

/// Code `500`. Returned by `messages.translateText`.
pub const TRANSLATE_REQ_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("TRANSLATE_REQ_FAILED");

/// Code `400`. Returned by `messages.translateText`.
pub const TRANSLATE_REQ_QUOTA_EXCEEDED: RpcErrorKind<'static> = RpcErrorKind::named("TRANSLATE_REQ_QUOTA_EXCEEDED");

/// Code `406`. Returned by `messages.translateText`.
pub const TRANSLATIONS_DISABLED: RpcErrorKind<'static> = RpcErrorKind::named("TRANSLATIONS_DISABLED");

/// Code `500`. Returned by `messages.translateText`.
pub const TRANSLATION_TIMEOUT: RpcErrorKind<'static> = RpcErrorKind::named("TRANSLATION_TIMEOUT");

/// Code `400`. Returned by `account.setAccountTTL` and `account.setAuthorizationTTL`.
pub const TTL_DAYS_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("TTL_DAYS_INVALID");

/// Code `400`. Returned by `messages.sendMedia`.
pub const TTL_MEDIA_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("TTL_MEDIA_INVALID");

/// The time after which messages are deleted must be one of the values that apps offer.
///
/// Code `400`. Returned by `channels.createChannel`, `messages.createChat`, `messages.setDefaultHistoryTTL` and `messages.setHistoryTTL`.
pub const TTL_PERIOD_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("TTL_PERIOD_INVALID");

/// Code `400`. Returned by `contacts.getTopPeers`.
pub const TYPES_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("TYPES_EMPTY");

/// The bytes hold an id where a type with other constructors is expected. Use the schema of the layer that you passed to `invokeWithLayer`.
///
/// Code `400`. Any method may return it.
pub const TYPE_CONSTRUCTOR_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("TYPE_CONSTRUCTOR_INVALID");

/// The server took too long. Repeat the call.
///
/// Code `-503` or `503`. Any method may return it.
pub const TIMEDOUT_503: RpcErrorKind<'static> = RpcErrorKind::named("Timedout");

/// The server, or somebody that it asked, such as a bot, took too long. Repeat the call.
///
/// Code `-503` or `503`. Any method may return it.
pub const TIMEOUT_503: RpcErrorKind<'static> = RpcErrorKind::named("Timeout");

/// The call failed, and the server does not say why. Check the arguments before you repeat it.
///
/// Code `400`. Any method may return it.
pub const UNKNOWN_ERROR: RpcErrorKind<'static> = RpcErrorKind::named("UNKNOWN_ERROR");

/// The server does not know the method, or not for this account.
///
/// Code `500`. Returned by `upload.getCdnFile`.
pub const UNKNOWN_METHOD: RpcErrorKind<'static> = RpcErrorKind::named("UNKNOWN_METHOD");

/// Code `400`. Returned by `account.toggleNoPaidMessagesException`.
pub const UNSUPPORTED: RpcErrorKind<'static> = RpcErrorKind::named("UNSUPPORTED");

/// Code `400`. Returned by `messages.editChatDefaultBannedRights` and `payments.getPaymentForm`.
pub const UNTIL_DATE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("UNTIL_DATE_INVALID");

/// Code `406`. Returned by `auth.sendCode` and `auth.signIn`.
pub const UPDATE_APP_TO_LOGIN: RpcErrorKind<'static> = RpcErrorKind::named("UPDATE_APP_TO_LOGIN");

/// Code `500`. No method is known to return it.
pub const UPLOAD_NO_VOLUME: RpcErrorKind<'static> = RpcErrorKind::named("UPLOAD_NO_VOLUME");

/// Code `400`. Returned by `messages.requestUrlAuth`.
pub const URL_EXPIRED: RpcErrorKind<'static> = RpcErrorKind::named("URL_EXPIRED");

/// The URL is not one, or its host cannot be used.
///
/// Code `400`. Returned by `account.toggleWebBrowserSettingsException`, `messages.checkUrlAuthMatchCode`, `messages.declineUrlAuth`, `messages.requestSimpleWebView`, `messages.requestUrlAuth`, `messages.requestWebView`, `messages.setBotCallbackAnswer` and `messages.setInlineBotResults`.
pub const URL_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("URL_INVALID");

/// Code `400`. Returned by `messages.editExportedChatInvite` and `messages.exportChatInvite`.
pub const USAGE_LIMIT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("USAGE_LIMIT_INVALID");

/// Code `400`. Returned by `account.toggleUsername` and `channels.toggleUsername`.
pub const USERNAMES_ACTIVE_TOO_MUCH: RpcErrorKind<'static> = RpcErrorKind::named("USERNAMES_ACTIVE_TOO_MUCH");

/// The username is malformed. It has 5 to 32 letters, digits and underscores, and begins with a letter.
///
/// Code `400`. Returned by `account.checkUsername`, `account.toggleUsername`, `account.updateUsername`, `bots.checkUsername`, `bots.createBot`, `channels.checkUsername`, `channels.toggleUsername`, `channels.updateUsername` and 3 more methods.
pub const USERNAME_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("USERNAME_INVALID");

/// The username already is that. Treat it as success.
///
/// Code `400`. Returned by `account.reorderUsernames`, `account.toggleUsername`, `account.updateUsername`, `bots.reorderUsernames`, `bots.toggleUsername`, `channels.toggleUsername` and `channels.updateUsername`.
pub const USERNAME_NOT_MODIFIED: RpcErrorKind<'static> = RpcErrorKind::named("USERNAME_NOT_MODIFIED");

/// Nobody has this username. Do not ask again soon.
///
/// Code `400`. Returned by `contacts.resolveUsername`.
pub const USERNAME_NOT_OCCUPIED: RpcErrorKind<'static> = RpcErrorKind::named("USERNAME_NOT_OCCUPIED");

/// Somebody has this username already. Choose another.
///
/// Code `400`. Returned by `account.checkUsername`, `account.updateUsername`, `bots.checkUsername`, `bots.createBot`, `channels.checkUsername`, `channels.updateUsername` and `users.getFullUser`.
pub const USERNAME_OCCUPIED: RpcErrorKind<'static> = RpcErrorKind::named("USERNAME_OCCUPIED");

/// The username is for sale on Fragment and cannot be taken for free.
///
/// Code `400`. Returned by `account.checkUsername`, `account.updateUsername`, `channels.checkUsername` and `channels.updateUsername`.
pub const USERNAME_PURCHASE_AVAILABLE: RpcErrorKind<'static> = RpcErrorKind::named("USERNAME_PURCHASE_AVAILABLE");

/// Code `400`. Returned by `bots.checkUsername` and `bots.createBot`.
pub const USERNAME_SUFFIX_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("USERNAME_SUFFIX_MISSING");

/// Code `406`. Returned by `contacts.getLocated`.
pub const USERPIC_PRIVACY_REQUIRED: RpcErrorKind<'static> = RpcErrorKind::named("USERPIC_PRIVACY_REQUIRED");

/// Code `400` or `406`. Returned by `contacts.getLocated`.
pub const USERPIC_UPLOAD_REQUIRED: RpcErrorKind<'static> = RpcErrorKind::named("USERPIC_UPLOAD_REQUIRED");

/// A chat must have somebody besides its creator.
///
/// Code `400`. Returned by `messages.createChat`.
pub const USERS_TOO_FEW: RpcErrorKind<'static> = RpcErrorKind::named("USERS_TOO_FEW");

/// The chat has reached its limit of members. Basic groups can be turned into supergroups.
///
/// Code `400`. Returned by `channels.editAdmin`, `channels.inviteToChannel`, `channels.joinChannel`, `messages.addChatUser`, `messages.editChatCreator` and `messages.importChatInvite`.
pub const USERS_TOO_MUCH: RpcErrorKind<'static> = RpcErrorKind::named("USERS_TOO_MUCH");

/// This account may not change that administrator. Only the owner and the administrator who appointed them may.
///
/// Code `400`. Returned by `channels.editBanned`.
pub const USER_ADMIN_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("USER_ADMIN_INVALID");

/// Code `400`. Returned by `phone.inviteToGroupCall`.
pub const USER_ALREADY_INVITED: RpcErrorKind<'static> = RpcErrorKind::named("USER_ALREADY_INVITED");

/// The user is in the chat already. Treat it as success.
///
/// Code `400`. Returned by `channels.joinChannel`, `messages.addChatUser`, `messages.hideChatJoinRequest` and `messages.importChatInvite`.
pub const USER_ALREADY_PARTICIPANT: RpcErrorKind<'static> = RpcErrorKind::named("USER_ALREADY_PARTICIPANT");

/// The account is restricted from writing in supergroups and channels. The user can ask `@SpamBot` why.
///
/// Code `400` or `403`. Returned by `channels.getChannels`, `channels.getMessages`, `channels.inviteToChannel`, `channels.joinChannel`, `channels.leaveChannel`, `messages.editMessage`, `messages.forwardMessages`, `messages.sendInlineBotResult` and 9 more methods.
pub const USER_BANNED_IN_CHANNEL: RpcErrorKind<'static> = RpcErrorKind::named("USER_BANNED_IN_CHANNEL");

/// The user is blocked, by this account or in the chat.
///
/// Code `400`. Returned by `channels.editAdmin` and `channels.inviteToChannel`.
pub const USER_BLOCKED: RpcErrorKind<'static> = RpcErrorKind::named("USER_BLOCKED");

/// Bots can be administrators of a channel, but not ordinary members.
///
/// Code `400`. Returned by `channels.inviteToChannel`.
pub const USER_BOT: RpcErrorKind<'static> = RpcErrorKind::named("USER_BOT");

/// A user must name the bot that the call is about. If the method has no field for that, only bots may call it.
///
/// Code `400` or `403`. Returned by `bots.answerWebhookJSONQuery`, `bots.getBotInfo`, `bots.sendCustomRequest`, `bots.setBotInfo`, `messages.setBotGuestChatResult` and `messages.setInlineBotResults`.
pub const USER_BOT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("USER_BOT_INVALID");

/// Only bots may call this method.
///
/// Code `400`. Returned by `bots.answerWebhookJSONQuery`, `bots.editAccessSettings`, `bots.exportBotToken`, `bots.getAccessSettings`, `bots.getBotCommands`, `bots.getBotMenuButton`, `bots.requestWebViewButton`, `bots.resetBotCommands` and 23 more methods.
pub const USER_BOT_REQUIRED: RpcErrorKind<'static> = RpcErrorKind::named("USER_BOT_REQUIRED");

/// Code `400`. Returned by `messages.forwardMessages`, `messages.sendMedia` and `messages.sendMessage`.
pub const USER_BOT_TO_BOT_DISABLED: RpcErrorKind<'static> = RpcErrorKind::named("USER_BOT_TO_BOT_DISABLED");

/// The user is in as many channels and supergroups as they may.
///
/// Code `400` or `403`. Returned by `channels.editAdmin`, `channels.inviteToChannel`, `channels.joinChannel`, `messages.editChatCreator`, `messages.hideAllChatJoinRequests`, `messages.hideChatJoinRequest` and `messages.importChatInvite`.
pub const USER_CHANNELS_TOO_MUCH: RpcErrorKind<'static> = RpcErrorKind::named("USER_CHANNELS_TOO_MUCH");

/// Code `400`. Returned by `channels.editAdmin` and `channels.leaveChannel`.
pub const USER_CREATOR: RpcErrorKind<'static> = RpcErrorKind::named("USER_CREATOR");

/// This account has been deleted. Delete the authorization key.
///
/// Code `401`. Any method may return it.
pub const USER_DEACTIVATED: RpcErrorKind<'static> = RpcErrorKind::named("USER_DEACTIVATED");

/// This account has been banned from Telegram. Delete the authorization key; only the support can help.
///
/// Code `401`. Any method may return it.
pub const USER_DEACTIVATED_BAN: RpcErrorKind<'static> = RpcErrorKind::named("USER_DEACTIVATED_BAN");

/// Code `403`. Returned by `messages.sendEncryptedService`.
pub const USER_DELETED: RpcErrorKind<'static> = RpcErrorKind::named("USER_DELETED");

/// Code `403`. Returned by `payments.getPaymentForm`.
pub const USER_DISALLOWED_STARGIFTS: RpcErrorKind<'static> = RpcErrorKind::named("USER_DISALLOWED_STARGIFTS");

/// Code `400`. Returned by `payments.getStarsGiftOptions`.
pub const USER_GIFT_UNAVAILABLE: RpcErrorKind<'static> = RpcErrorKind::named("USER_GIFT_UNAVAILABLE");

/// The user is not known to this account: the id or the access hash is wrong, or the hash belongs to another account. Get the user anew, from an update or by their username.
///
/// Code `400`. Returned by `account.getPaidMessagesRevenue`, `account.toggleNoPaidMessagesException`, `auth.importAuthorization`, `bots.requestWebViewButton`, `bots.setBotCommands`, `bots.updateUserEmojiStatus`, `channels.editAdmin`, `channels.editBanned` and 30 more methods.
pub const USER_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("USER_ID_INVALID");

/// The user is not known or cannot be used here.
///
/// Code `400` or `403`. Returned by `help.editUserInfo`, `help.getSupportName` and `help.getUserInfo`.
pub const USER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("USER_INVALID");

/// The user has blocked this account. Do not write to them.
///
/// Code `400` or `403`. Returned by `messages.addChatUser`, `messages.forwardMessages`, `messages.requestEncryption`, `messages.sendEncrypted`, `messages.sendEncryptedService`, `messages.sendMedia`, `messages.sendMessage`, `messages.sendMultiMedia` and 2 more methods.
pub const USER_IS_BLOCKED: RpcErrorKind<'static> = RpcErrorKind::named("USER_IS_BLOCKED");

/// Bots cannot write to other bots, and this method does not take bots.
///
/// Code `400`. Returned by `messages.forwardMessages`, `messages.sendMedia`, `messages.sendMessage` and `messages.setTyping`.
pub const USER_IS_BOT: RpcErrorKind<'static> = RpcErrorKind::named("USER_IS_BOT");

/// The user was removed from the chat and may not come back by themselves.
///
/// Code `400`. Returned by `channels.editAdmin` and `channels.inviteToChannel`.
pub const USER_KICKED: RpcErrorKind<'static> = RpcErrorKind::named("USER_KICKED");

/// The account lives in data center X. Connect there and repeat the call; make it the home data center.
///
/// Code `303`. Any method may return it.
pub const USER_MIGRATE: RpcErrorKind<'static> = RpcErrorKind::named("USER_MIGRATE");

/// The user left the chat or does not have this account among their contacts. Only mutual contacts can be added; send an invite link.
///
/// Code `400` or `403`. Returned by `channels.editAdmin`, `channels.inviteToChannel`, `messages.addChatUser`, `messages.checkHistoryImportPeer`, `messages.editChatCreator` and `messages.initHistoryImport`.
pub const USER_NOT_MUTUAL_CONTACT: RpcErrorKind<'static> = RpcErrorKind::named("USER_NOT_MUTUAL_CONTACT");

/// The user, or this account, is not a member of the chat.
///
/// Code `400` or `403`. Returned by `channels.getParticipant`, `channels.leaveChannel`, `messages.deleteChatUser`, `messages.editChatAdmin`, `phone.inviteToGroupCall` and `updates.getDifference`.
pub const USER_NOT_PARTICIPANT: RpcErrorKind<'static> = RpcErrorKind::named("USER_NOT_PARTICIPANT");

/// Code `403`. Returned by `bots.updateUserEmojiStatus`.
pub const USER_PERMISSION_DENIED: RpcErrorKind<'static> = RpcErrorKind::named("USER_PERMISSION_DENIED");

/// The user's privacy settings do not allow this. Send an invite link instead of adding them.
///
/// Code `403`. Returned by `channels.editAdmin`, `channels.inviteToChannel`, `help.getConfig`, `messages.addChatUser`, `messages.editChatCreator`, `messages.getOutboxReadDate` and `phone.requestCall`.
pub const USER_PRIVACY_RESTRICTED: RpcErrorKind<'static> = RpcErrorKind::named("USER_PRIVACY_RESTRICTED");

/// Code `400`. Returned by `stories.exportStoryLink`.
pub const USER_PUBLIC_MISSING: RpcErrorKind<'static> = RpcErrorKind::named("USER_PUBLIC_MISSING");

/// The account is limited because others reported it. The user can ask `@SpamBot` how long it lasts.
///
/// Code `403` or `406`. Returned by `channels.createChannel`, `channels.editAdmin` and `messages.createChat`.
pub const USER_RESTRICTED: RpcErrorKind<'static> = RpcErrorKind::named("USER_RESTRICTED");

/// Code `400`. Returned by `phone.editGroupCallParticipant`.
pub const USER_VOLUME_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("USER_VOLUME_INVALID");

/// Code `400`. Returned by `stories.sendStory`.
pub const VENUE_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("VENUE_ID_INVALID");

/// Code `400`. Returned by `messages.sendMedia` and `messages.setInlineBotResults`.
pub const VIDEO_CONTENT_TYPE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("VIDEO_CONTENT_TYPE_INVALID");

/// Code `400`. Returned by `stories.sendStory`.
pub const VIDEO_DURATION_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("VIDEO_DURATION_INVALID");

/// Code `400`. Returned by `photos.uploadProfilePhoto`.
pub const VIDEO_FILE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("VIDEO_FILE_INVALID");

/// Code `400`. Returned by `phone.editGroupCallParticipant`.
pub const VIDEO_PAUSE_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("VIDEO_PAUSE_FORBIDDEN");

/// Code `400`. Returned by `phone.editGroupCallParticipant`.
pub const VIDEO_STOP_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("VIDEO_STOP_FORBIDDEN");

/// Code `400`. Returned by `messages.setInlineBotResults`.
pub const VIDEO_TITLE_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("VIDEO_TITLE_EMPTY");

/// The user does not accept voice and video messages. Send text or a file.
///
/// Code `400` or `403`. Returned by `messages.forwardMessages`, `messages.sendInlineBotResult`, `messages.sendMedia` and `messages.uploadMedia`.
pub const VOICE_MESSAGES_FORBIDDEN: RpcErrorKind<'static> = RpcErrorKind::named("VOICE_MESSAGES_FORBIDDEN");

/// Code `400` or `500`. No method is known to return it.
pub const VOLUME_LOC_NOT_FOUND: RpcErrorKind<'static> = RpcErrorKind::named("VOLUME_LOC_NOT_FOUND");

/// Code `400`. Returned by `account.uploadWallPaper`.
pub const WALLPAPER_FILE_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("WALLPAPER_FILE_INVALID");

/// The wallpaper is not known or not of the kind that the method takes.
///
/// Code `400`. Returned by `account.getMultiWallPapers`, `account.getWallPaper`, `account.installWallPaper`, `account.saveWallPaper` and `messages.setChatWallPaper`.
pub const WALLPAPER_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("WALLPAPER_INVALID");

/// Code `400`. Returned by `account.uploadWallPaper`.
pub const WALLPAPER_MIME_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("WALLPAPER_MIME_INVALID");

/// Code `400`. Returned by `messages.setChatWallPaper`.
pub const WALLPAPER_NOT_FOUND: RpcErrorKind<'static> = RpcErrorKind::named("WALLPAPER_NOT_FOUND");

/// Code `400`. Returned by `messages.getWebPage` and `messages.sendMessage`.
pub const WC_CONVERT_URL_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("WC_CONVERT_URL_INVALID");

/// Code `400`. Returned by `bots.getRequestedWebViewButton`.
pub const WEBAPP_REQ_ID_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("WEBAPP_REQ_ID_INVALID");

/// Code `400`. Returned by `auth.importWebTokenAuthorization`.
pub const WEBAUTH_TOKEN_EXPIRED: RpcErrorKind<'static> = RpcErrorKind::named("WEBAUTH_TOKEN_EXPIRED");

/// Code `400`. Returned by `messages.setInlineBotResults`.
pub const WEBDOCUMENT_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("WEBDOCUMENT_INVALID");

/// Code `400`. Returned by `messages.sendMedia`, `messages.setInlineBotResults` and `payments.exportInvoice`.
pub const WEBDOCUMENT_MIME_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("WEBDOCUMENT_MIME_INVALID");

/// Code `400`. Returned by `messages.setInlineBotResults`.
pub const WEBDOCUMENT_SIZE_TOO_BIG: RpcErrorKind<'static> = RpcErrorKind::named("WEBDOCUMENT_SIZE_TOO_BIG");

/// Code `400`. Returned by `messages.setInlineBotResults` and `payments.exportInvoice`.
pub const WEBDOCUMENT_URL_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("WEBDOCUMENT_URL_EMPTY");

/// Code `400`. Returned by `messages.setInlineBotResults`.
pub const WEBDOCUMENT_URL_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("WEBDOCUMENT_URL_INVALID");

/// The server could not load the URL. Check that it is public, answers fast and is small, or upload the file yourself.
///
/// Code `400`. Returned by `messages.sendInlineBotResult`, `messages.sendMedia` and `messages.uploadMedia`.
pub const WEBPAGE_CURL_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("WEBPAGE_CURL_FAILED");

/// The URL leads to nothing that can be sent as this kind of media. Upload the file yourself.
///
/// Code `400`. Returned by `messages.sendInlineBotResult` and `messages.sendMedia`.
pub const WEBPAGE_MEDIA_EMPTY: RpcErrorKind<'static> = RpcErrorKind::named("WEBPAGE_MEDIA_EMPTY");

/// Code `400`. Returned by `messages.editMessage` and `messages.sendMedia`.
pub const WEBPAGE_NOT_FOUND: RpcErrorKind<'static> = RpcErrorKind::named("WEBPAGE_NOT_FOUND");

/// Code `400`. Returned by `messages.sendMedia`.
pub const WEBPAGE_URL_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("WEBPAGE_URL_INVALID");

/// Code `400`. Returned by `account.registerDevice`.
pub const WEBPUSH_AUTH_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("WEBPUSH_AUTH_INVALID");

/// Code `400`. Returned by `account.registerDevice`.
pub const WEBPUSH_KEY_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("WEBPUSH_KEY_INVALID");

/// Code `400`. Returned by `account.registerDevice`.
pub const WEBPUSH_TOKEN_INVALID: RpcErrorKind<'static> = RpcErrorKind::named("WEBPUSH_TOKEN_INVALID");

/// The server is busy. Repeat the call a little later.
///
/// Code `500`. Any method may return it.
pub const WORKER_BUSY_TOO_LONG_RETRY: RpcErrorKind<'static> = RpcErrorKind::named("WORKER_BUSY_TOO_LONG_RETRY");

/// Code `500`. No method is known to return it.
pub const WP_ID_GENERATE_FAILED: RpcErrorKind<'static> = RpcErrorKind::named("WP_ID_GENERATE_FAILED");

/// Code `403`. Returned by `messages.getOutboxReadDate`.
pub const YOUR_PRIVACY_RESTRICTED: RpcErrorKind<'static> = RpcErrorKind::named("YOUR_PRIVACY_RESTRICTED");

/// This account has blocked the user. Unblock them first.
///
/// Code `400`. Returned by `messages.addChatUser`, `messages.forwardMessages`, `messages.requestWebView`, `messages.sendInlineBotResult`, `messages.sendMedia`, `messages.sendMessage` and `messages.sendScreenshotNotification`.
pub const YOU_BLOCKED_USER: RpcErrorKind<'static> = RpcErrorKind::named("YOU_BLOCKED_USER");
