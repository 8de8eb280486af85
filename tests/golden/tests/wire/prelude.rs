//! Names that Rust's prelude has too.

use typelang_golden::prelude::{enums, functions};

use super::returns;

const _: () = {
    returns::<functions::String, enums::Result>();
};
