//! A build script as in any downstream crate.

fn main() -> Result<(), typelang_codegen::Error> {
    typelang_codegen::Config::new().server_feature("server").compile(&["schema.tl"])?;
    Ok(())
}
