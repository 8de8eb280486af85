//! How many there are of something, in words.

pub(crate) use typelang_parser::counted;
use typelang_parser::{Schema, syntax::Role};

/// `1704 constructors, 850 methods, layer 230`
pub(crate) fn summary(schema: &Schema) -> String {
    let count = |role| {
        let all = schema.combinators.iter().filter(|combinator| !combinator.builtin);
        all.filter(|combinator| combinator.role == role).count()
    };
    let constructors = counted(count(Role::Constructor), "constructor");
    let methods = counted(count(Role::Function), "method");
    let layer = schema.layer.map_or_else(String::new, |layer| format!(", layer {layer}"));
    format!("{constructors}, {methods}{layer}")
}
