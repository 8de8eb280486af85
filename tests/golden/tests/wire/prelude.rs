//! Names that are also in Rust's prelude.

use typelang_golden::prelude::{enums, functions};

use super::returns;

const _: () = {
    returns::<functions::String, enums::Result>();
};
