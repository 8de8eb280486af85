//! Types as the generator writes them, for a schema of our own:
//!
//! ```text
//! user#ee000001 flags:# bot:flags.0?true id:long username:flags.1?string photos:flags.2?Vector<long> = User;
//! textEmpty#ee000010 = RichText;
//! textPlain#ee000011 text:string = RichText;
//! textBold#ee000012 text:RichText = RichText;
//! textConcat#ee000013 texts:Vector<RichText> = RichText;
//! ---functions---
//! getUsers#ee000020 ids:Vector<long> = Vector<User>;
//! invokeWithLayer#ee000021 {X:Type} layer:int query:!X = X;
//! initConnection#ee000022 {X:Type} api_id:int query:!X = X;
//! ```

#![allow(unreachable_pub, reason = "generated items are `pub` whatever includes them")]
#![allow(unused_qualifications, reason = "generated paths hold under any shadowing")]

pub mod types;

pub mod enums;

pub mod functions;
