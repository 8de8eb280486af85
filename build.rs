//! What a downstream build script looks like. This one has work only with the feature `from-schema`: without it the
//! package uses what is committed in `generated/`.

#[cfg(feature = "from-schema")]
mod settings;

#[cfg(feature = "from-schema")]
fn main() -> Result<(), typelang_codegen::Error> {
    let (config, schemas) = settings::settings(typelang_schema::FOLDER.as_ref());
    config.compile(&schemas)?;
    Ok(())
}

#[cfg(not(feature = "from-schema"))]
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
}
