//! Types that the runtime implements by hand.

use typelang_parser::{
    Schema,
    schema::{Builtin, CombinatorId},
};

use crate::{plan::expand::tl_line::tl_line, request::settings::Settings};

/// `MTProto` declarations whose types need more than the declaration says, and the runtime's names for them.
///
/// A type maps to the runtime's if its only constructor has exactly this declaration.
const TYPES: [(&str, &str); 6] = [
    ("gzip_packed#3072cfa1 packed_data:bytes = Object;", "GzipPacked"),
    ("message#5bb8e511 msg_id:long seqno:int bytes:int body:Object = Message;", "Message"),
    ("msg_container#73f1f8dc messages:vector<message> = MessageContainer;", "MsgContainer"),
    ("msg_copy#e06046b2 orig_message:Message = MessageCopy;", "MsgCopy"),
    ("rpc_error#2144ca19 error_code:int error_message:string = RpcError;", "RpcError"),
    ("rpc_result#f35c6d01 req_msg_id:long result:Object = RpcResult;", "RpcResult"),
];

/// Returns the settings, and adds the runtime's types for unmapped declarations.
pub(crate) fn with_library_types(schema: &Schema, settings: &Settings) -> Settings {
    let mut settings = settings.clone();
    for ty in &schema.types {
        match (ty.builtin, ty.constructors.as_slice()) {
            // Code is generated as if each of its constructors were a separate type.
            (Some(Builtin::Object), all) => {
                for &id in all {
                    add(&mut settings, schema, id, &schema[id].name);
                }
            }
            (None, [only]) => add(&mut settings, schema, *only, &ty.name),
            _ => {}
        }
    }
    settings
}

/// Maps `replaced` to the runtime's type for a constructor, if there is one.
fn add(settings: &mut Settings, schema: &Schema, id: CombinatorId, replaced: &str) {
    let combinator = &schema[id];
    let is_named = |declared: &str| {
        declared.strip_prefix(&combinator.name).is_some_and(|rest| rest.starts_with('#'))
    };
    let known = TYPES.iter().find(|(declared, _)| is_named(declared));
    // The name rules out nearly all combinators; the line takes longer to write.
    let is_same = |declared: &str| declared == tl_line(schema, combinator);
    if let Some((_, name)) = known.filter(|(declared, _)| is_same(declared)) {
        let path = || format!("::typelang_runtime::mtproto::{name}");
        settings.read.externs.entry(replaced.to_owned()).or_insert_with(path);
    }
}

#[cfg(test)]
mod tests {
    use crate::plan::model::file::NamedKind;
    use crate::{Config, Sources};

    /// Returns the Rust types for the types of a schema.
    fn types(text: &str, config: &Config) -> Vec<(String, String)> {
        let mut sources = Sources::new();
        sources.add("some.tl", text);
        let names = config.plan(&sources).unwrap().names.into_iter();
        names.filter(|name| name.kind == NamedKind::Type).map(|name| (name.tl, name.rust)).collect()
    }

    fn ty(tl: &str, rust: &str) -> (String, String) {
        (tl.to_owned(), rust.to_owned())
    }

    #[test]
    fn every_spelling_of_a_library_type_is_the_runtimes() {
        for element in ["message", "%Message", "%message"] {
            let text = format!(
                "message msg_id:long seqno:int bytes:int body:Object = Message;\n\
                 msg_container#73f1f8dc messages:vector<{element}> = MessageContainer;"
            );
            let types = types(&text, &Config::new());
            assert!(types.contains(&ty("Message", "::typelang_runtime::mtproto::Message")));
            let container = ty("MessageContainer", "::typelang_runtime::mtproto::MsgContainer");
            assert!(types.contains(&container), "{types:?}");
        }
    }

    #[test]
    fn another_declaration_is_another_type() {
        let text = "message#5bb8e511 msg_id:long seqno:int bytes:int body:string = Message;\n\
                    rpc_error#2144ca19 error_code:int error_message:string = RpcError;\n\
                    rpc_error_2 = RpcError;";
        let want = [ty("Message", "types::Message"), ty("RpcError", "enums::RpcError")];
        let types = types(text, &Config::new());
        assert!(want.iter().all(|one| types.contains(one)), "{types:?}");
    }

    #[test]
    fn what_is_an_object_is_replaced_alone() {
        let text = "gzip_packed#3072cfa1 packed_data:bytes = Object;\nother x:int = Object;";
        let mut sources = Sources::new();
        sources.add("some.tl", text);
        let names = Config::new().plan(&sources).unwrap().names;
        let constructors: Vec<_> = names
            .iter()
            .filter(|name| name.kind == NamedKind::Constructor)
            .map(|name| &*name.rust)
            .collect();
        assert_eq!(constructors, ["-", "types::Other"]);
    }

    #[test]
    fn a_path_of_the_users_comes_first() {
        let text = "rpc_error#2144ca19 error_code:int error_message:string = RpcError;";
        let mut config = Config::new();
        config.extern_path("RpcError", "::my::Fault");
        assert!(types(text, &config).contains(&ty("RpcError", "::my::Fault")));
    }
}
