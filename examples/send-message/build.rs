//! Generates a part of Telegram's API.

fn main() -> Result<(), typelang_codegen::Error> {
    typelang_codegen::Config::new()
        .only(["messages.sendMessage"])
        .opaque(["Update", "MessageMedia"])
        .compile(&["../../schema/telegram/api.tl"])?;
    Ok(())
}
