//! As in any crate downstream.

fn main() -> Result<(), typelang_codegen::Error> {
    typelang_codegen::Config::new().compile(&["schema.tl"])?;
    Ok(())
}
