//! Generates layer 230 with text borrowed, with values in an arena, with text in compact strings and shared bytes, and
//! with owned text.
//!
//! All but the arena's have enums of up to 64 bytes. The crate `typelang-telegram` has owned text and the default
//! limit.

use std::{env, path::Path};

use typelang_codegen::{Config, Error, Memory, Text};

fn main() -> Result<(), Error> {
    let schema = [Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema/telegram/api.tl")];
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    let mut borrowed = Config::new();
    borrowed.text(Text::Borrowed).enum_limit(64);
    let mut arena = Config::new();
    arena.memory(Memory::Arena);
    let mut compact = Config::new();
    compact.string_type("::compact_str::CompactString").bytes_type("::bytes::Bytes").enum_limit(64);
    let mut wide = Config::new();
    wide.enum_limit(64);
    let all = [("borrowed", &mut borrowed), ("arena", &mut arena), ("compact", &mut compact), ("wide", &mut wide)];
    for (name, config) in all {
        config.format(false).out_dir(Path::new(&out).join(name)).compile(&schema)?;
    }
    Ok(())
}
