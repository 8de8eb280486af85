//! Words that names of one kind cannot be.
//!
//! Goldens: `collisions`, `keywords`.

/// Words that can be identifiers only as `r#word`.
pub(super) const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// Words that cannot be identifiers at all.
pub(super) const PATH_WORDS: &[&str] = &["self", "Self", "super", "crate"];

/// Names that a module cannot have: names that generated modules use themselves, primitive types, which a
/// module would shadow, and `mod`, whose file `mod.rs` would belong to the enclosing module.
pub(super) const MODULE_WORDS: &[&str] = &[
    "bool",
    "char",
    "enums",
    "f32",
    "f64",
    "functions",
    "i16",
    "i32",
    "i64",
    "i8",
    "i128",
    "isize",
    "mod",
    "str",
    "tl",
    "types",
    "u16",
    "u32",
    "u64",
    "u8",
    "u128",
    "usize",
];

/// Names of local variables in generated functions.
pub(super) const LOCAL_WORDS: &[&str] = &["reader", "out", "value"];

/// Names that methods cannot have: `new`, which exists already, methods of traits, which an inherent method
/// would shadow, and names for which clippy expects a trait.
pub(super) const METHOD_WORDS: &[&str] = &[
    "as_ref",
    "borrow",
    "clone",
    "deref",
    "encode",
    "encode_bare",
    "encode_into",
    "encode_to_slice",
    "encoded_len",
    "into",
    "new",
    "read_response",
    "to_bytes",
    "to_owned",
    "to_string",
    "try_into",
];

/// Names of type parameters in generated functions.
pub(super) const PARAM_WORDS: &[&str] = &["D", "H", "S", SCHEMA];

/// The name by which generated modules refer to their schema; no item can have it.
pub(crate) const SCHEMA: &str = "Schema";
