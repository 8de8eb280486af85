//! Generates the module `shapes`.

fn main() -> Result<(), typelang_codegen::Error> {
    typelang_codegen::Config::new().compile(&["schema/shapes.tl"])?;
    Ok(())
}
