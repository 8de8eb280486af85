//! Types as the generator writes them, for a schema of our own:
//!
//! ```text
//! user#ee000001 flags:# bot:flags.0?true id:long username:flags.1?string photos:flags.2?Vector<long> = User;
//! peerUser#ee000002 user_id:long = Peer;
//! peerChat#ee000003 chat_id:long = Peer;
//! message#ee000004 flags:# out:flags.1?true id:int from_id:flags.8?Peer peer_id:Peer date:int message:string
//!   photo:flags.9?int128 entities:flags.7?Vector<RichText> views:flags.10?int rating:flags.11?double = Message;
//! textEmpty#ee000010 = RichText;
//! textPlain#ee000011 text:string = RichText;
//! textBold#ee000012 text:RichText = RichText;
//! textConcat#ee000013 texts:Vector<RichText> = RichText;
//! ---functions---
//! getUsers#ee000020 ids:Vector<long> = Vector<User>;
//! invokeWithLayer#ee000021 {X:Type} layer:int query:!X = X;
//! initConnection#ee000022 {X:Type} flags:# api_id:int device_model:string
//!   system_version:string app_version:string system_lang_code:string lang_pack:string lang_code:string query:!X = X;
//! ```

#![allow(clippy::struct_field_names, reason = "names are the schema's")]
#![allow(dead_code, reason = "no test uses all of them")]
#![allow(unreachable_pub, reason = "generated items are `pub` whatever includes them")]
#![allow(unused_qualifications, reason = "generated paths hold under any shadowing")]

pub mod types;

pub mod enums;

pub mod functions;
