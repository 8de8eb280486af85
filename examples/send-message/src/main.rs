//! Builds the request that sends a message to yourself, and decodes a reply, with only the part of Telegram's
//! API that this needs.

mod telegram {
    typelang_runtime::include_tl!();
}

use telegram::{
    enums::{InputPeer, Update, Updates},
    functions::messages::SendMessage,
};
use typelang_runtime::{Encode, Error, Function, Opaque};

fn main() -> Result<(), Error> {
    let request = note("Buy bread");
    println!("request: {}", hex(&request.to_bytes()));
    for update in updates(request.read_response(REPLY)?) {
        // Its type is not generated, but it can be printed: the compiled schema describes it.
        println!("{}: {update:?}", update.name().unwrap_or_default());
    }
    Ok(())
}

fn updates(updates: Updates) -> Vec<Opaque<Update>> {
    match updates {
        Updates::Updates(all) => all.updates,
        Updates::UpdateShort(short) => vec![short.update],
        _ => Vec::new(),
    }
}

fn note(text: &str) -> SendMessage {
    SendMessage {
        no_webpage: true,
        silent: false,
        background: false,
        clear_draft: false,
        noforwards: false,
        update_stickersets_order: false,
        invert_media: false,
        allow_paid_floodskip: false,
        peer: InputPeer::InputPeerSelf,
        reply_to: None,
        message: text.to_owned(),
        random_id: 7,
        reply_markup: None,
        entities: None,
        schedule_date: None,
        schedule_repeat_period: None,
        send_as: None,
        quick_reply_shortcut: None,
        effect: None,
        allow_paid_stars: None,
        suggested_post: None,
        rich_message: None,
    }
}

/// The bytes that a server would send: the `updates` for a message with the id 12.
const REPLY: &[u8] = b"\
    \x40\x42\xae\x74\x15\xc4\xb5\x1c\x01\0\0\0\
    \xd6\xbf\x90\x4e\x0c\0\0\0\x07\0\0\0\0\0\0\0\
    \x15\xc4\xb5\x1c\0\0\0\0\x15\xc4\xb5\x1c\0\0\0\0\
    \0\x65\xcd\x1d\x01\0\0\0";

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
