// The client: it names only what it needs, and uses `new`, `Default` and `..` where a layer may add fields.

use api::{
    LAYER,
    enums::{InputPeer, InputUser, Message, Peer, Update, Updates, User, messages::Messages},
    functions::{InitConnection, InvokeWithLayer, contacts, help, messages, users},
    types,
};
use typelang_runtime::{Error, Function};

/// Returns the first call of a connection.
#[must_use]
pub fn first_call() -> InvokeWithLayer<InitConnection<help::GetConfig>> {
    let [model, system, version, language] =
        ["Rust", "Linux", "1.0", "en"].map(ToOwned::to_owned);
    let query = InitConnection::new(
        12345,
        model,
        system,
        version,
        language.clone(),
        String::new(),
        language,
        help::GetConfig {},
    );
    InvokeWithLayer { layer: LAYER, query }
}

/// Returns the call that finds a user by name.
#[must_use]
pub fn find(username: &str) -> contacts::ResolveUsername {
    contacts::ResolveUsername { username: username.to_owned(), ..Default::default() }
}

/// Returns the call that requests users.
#[must_use]
pub fn ask_for(users: &[(i64, i64)]) -> users::GetUsers {
    let user = |&(user_id, access_hash)| types::InputUser { user_id, access_hash }.into();
    let id: Vec<InputUser> = users.iter().map(user).collect();
    users::GetUsers { id }
}

/// Returns the peer of a message's author, or of its chat.
fn reply_to(peer: &Peer) -> InputPeer {
    match peer {
        Peer::User(user) => types::InputPeerUser { user_id: user.user_id, access_hash: 0 }.into(),
        Peer::Chat(chat) => types::InputPeerChat { chat_id: chat.chat_id }.into(),
        Peer::Channel(_) => InputPeer::default(),
    }
}

/// Returns the call that sends text silently.
#[must_use]
pub fn send(peer: &Peer, text: &str, random_id: i64) -> messages::SendMessage {
    messages::SendMessage {
        silent: true,
        peer: reply_to(peer),
        message: text.to_owned(),
        random_id,
        ..Default::default()
    }
}

/// Returns the call that requests the newest messages of a chat.
#[must_use]
pub fn newest(peer: &Peer, limit: i32) -> messages::GetHistory {
    messages::GetHistory {
        peer: reply_to(peer),
        offset_id: 0,
        offset_date: 0,
        add_offset: 0,
        limit,
        max_id: 0,
        min_id: 0,
        hash: 0,
    }
}

/// Returns the ids and texts of messages.
///
/// # Errors
/// Returns an error if the reply does not belong to `call`.
pub fn texts(call: &messages::GetHistory, reply: &[u8]) -> Result<Vec<(i32, String)>, Error> {
    let messages = match call.read_response(reply)? {
        Messages::Messages(all) => all.messages,
        Messages::Slice(slice) => slice.messages,
        Messages::ChannelMessages(channel) => channel.messages,
        Messages::NotModified(_) => Vec::new(),
    };
    Ok(messages.into_iter().filter_map(text).collect())
}

fn text(message: Message) -> Option<(i32, String)> {
    let id = message.id();
    let message = types::Message::try_from(message).ok()?;
    Some((id, message.message))
}

/// Returns answers to new messages, each in its chat.
#[must_use]
pub fn answers(updates: Updates) -> Vec<messages::SendMessage> {
    let Updates::Updates(all) = updates else { return Vec::new() };
    let answer = |update: Update| {
        let message = match update {
            Update::NewMessage(new) => new.message,
            Update::NewChannelMessage(new) => new.message,
            _ => return None,
        };
        let message = message.as_message().filter(|message| !message.out)?;
        let from = message.from_id.as_ref().unwrap_or(&message.peer_id);
        Some(send(from, &format!("you said: {}", message.message), i64::from(message.id)))
    };
    all.updates.into_iter().filter_map(answer).collect()
}

/// Returns a user's name.
#[must_use]
pub fn name(user: &User) -> String {
    match user.as_user() {
        Some(user) => user.first_name.clone().unwrap_or_default(),
        None => format!("user {}", user.id()),
    }
}
