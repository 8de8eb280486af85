//! The compiler's messages for mistakes in using generated code; see `cases/`.

typelang_runtime::include_tl!();
