//! An example of a build script in your own crate. This one does something only with the feature
//! `from-schema`: without it, the package uses the committed files in `generated/`.

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
