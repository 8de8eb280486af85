//! What the compiler tells users of generated code who make a mistake: see `cases/`.

typelang_runtime::include_tl!();
