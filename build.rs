//! An example of a build script in your own crate. This one does something only with the feature
//! `from-schema`: without it, the package uses the committed files in `generated/`.

#[cfg(feature = "from-schema")]
fn main() -> Result<(), typelang_codegen::Error> {
    // In your own crate this is `Config::from_file("tl.toml")?.compile()?`. Here the schemas belong to another package,
    // whose folder is `schema` in the repository, because the archive of a package cannot contain another package's
    // files.
    let folder = std::path::Path::new(typelang_schema::FOLDER);
    let settings = typelang_codegen::SettingsFile::read("tl.toml")?;
    settings
        .to_config(|path| folder.join(path.strip_prefix("schema").unwrap_or(path)))?
        .compile()?;
    Ok(())
}

#[cfg(not(feature = "from-schema"))]
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
}
