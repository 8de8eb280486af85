//! What a downstream build script looks like. This one has work only with the feature `from-schema`: without it the
//! package uses what is committed in `generated/`.

#[cfg(feature = "from-schema")]
fn main() -> Result<(), typelang_codegen::Error> {
    use typelang_codegen::{Config, Serde};
    Config::new()
        .serde(Serde::Feature("serde".to_owned()))
        .server_feature("server")
        .module("mtproto", &["schema/telegram/mtproto.tl", "schema/containers.tl"])
        .module_feature("mtproto", "mtproto")
        .module("secret", &["schema/telegram/secret.tl"])
        .module_feature("secret", "secret")
        .compile(&["schema/telegram/api.tl"])?;
    Ok(())
}

#[cfg(not(feature = "from-schema"))]
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
}
