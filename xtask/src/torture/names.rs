//! Names that are difficult for a generator.

use std::collections::BTreeSet;

use super::chance::Chance;

/// Keywords, names of the prelude and of generated code, and names that differ only in case.
const NASTY: &[&str] = &[
    "type",
    "self",
    "super",
    "crate",
    "match",
    "mod",
    "fn",
    "impl",
    "async",
    "await",
    "gen",
    "dyn",
    "try",
    "box",
    "yield",
    "macro",
    "loop",
    "static",
    "final",
    "priv",
    "pub",
    "override",
    "where",
    "union",
    "raw",
    "auto",
    "default",
    "true_",
    "option",
    "some",
    "none",
    "ok",
    "err",
    "result",
    "vec",
    "string_",
    "boxed",
    "clone",
    "copy",
    "debug",
    "hash",
    "eq",
    "partialEq",
    "from",
    "into",
    "tryFrom",
    "sized",
    "send",
    "sync",
    "drop",
    "fmt",
    "iterator",
    "default_",
    "usize",
    "u32",
    "reader",
    "writer",
    "out",
    "value",
    "values",
    "numbers",
    "tl",
    "id",
    "schema",
    "types",
    "enums",
    "functions",
    "new",
    "name_of",
    "declared",
    "encode",
    "decode",
    "encode_bare",
    "to_bytes",
    "from_bytes",
    "response",
    "layer",
    "names",
    "min_len",
    "min_LEN",
    "variant",
    "into_enum",
    "is_some",
    "as_ref",
    "serde",
    "core",
    "std",
    "alloc",
    "embedded",
    "fooBar",
    "foo_bar",
    "foobar",
    "fOOBar",
    "foo_Bar",
    "fooBar_",
    "foo__bar",
    "foo2bar",
    "foo2Bar",
    "foo_2_bar",
    "a",
    "b",
    "x",
    "x1",
    "x2",
    "x_1",
    "a1b2",
    "e8",
    "u8",
    "i32",
    "f64",
    "o",
    "l",
    "aB",
    "a_b",
    "ab",
    "hTTPServer",
    "httpServer",
    "http_server",
    "item",
    "items",
    "row",
    "rows",
    "n",
    "m",
    "r",
    "c",
    "flags",
    "flags2",
    "count",
    "mask",
];

/// Plain words, which most schemas consist of.
const PLAIN: &[&str] = &[
    "user", "chat", "message", "photo", "update", "peer", "point", "shape", "circle", "document",
    "theme", "poll", "story", "config", "proxy", "wallet", "block", "shard", "key", "node", "page",
    "text", "media", "dialog", "folder", "sticker",
];

const SPACES: &[&str] = &[
    "a", "b", "self", "messages", "auth", "type", "x", "types", "enums", "core", "std", "tl",
    "fooBar", "foo_bar",
];

/// Gives each name only once.
#[derive(Debug, Default)]
pub(crate) struct Names {
    used: BTreeSet<String>,
    spaces: usize,
}

impl Names {
    /// Creates names with at most this many levels of namespaces.
    pub(crate) fn new(spaces: usize) -> Self {
        Self { used: BTreeSet::new(), spaces }
    }

    /// Returns a name for a constructor or method.
    pub(crate) fn combinator(&mut self, chance: &mut Chance) -> String {
        self.fresh(chance, "", |space, word| format!("{space}{word}"))
    }

    /// Returns a name for a type.
    pub(crate) fn ty(&mut self, chance: &mut Chance) -> String {
        // A variable with this name would hide the type.
        self.fresh(chance, "T", |space, word| {
            let mut letters = word.chars();
            let first = letters.next().map_or('T', |first| first.to_ascii_uppercase());
            format!("{space}{first}{}", letters.as_str())
        })
    }

    fn fresh(
        &mut self,
        chance: &mut Chance,
        kind: &str,
        spell: impl Fn(&str, &str) -> String,
    ) -> String {
        let mut space = String::new();
        if chance.happens(35) {
            for _ in 0..chance.below(self.spaces + 1) {
                let name: &&str = chance.of(SPACES);
                space += name;
                space.push('.');
            }
        }
        for attempt in 0.. {
            let mut word = random_word(chance);
            if attempt > 6 {
                word += &attempt.to_string();
            }
            let name = spell(&space, &word);
            if !is_predefined(&name) && self.used.insert(format!("{kind}{name}")) {
                return name;
            }
        }
        unreachable!("the loop ends with a name")
    }
}

/// Returns a field name that the declaration does not have yet.
pub(crate) fn field(chance: &mut Chance, used: &mut BTreeSet<String>) -> String {
    for attempt in 0.. {
        let mut name = random_word(chance);
        if chance.happens(8) {
            let first = name.remove(0).to_ascii_uppercase();
            name.insert(0, first);
        }
        if attempt > 6 {
            name += &attempt.to_string();
        }
        if !is_predefined(&name) && used.insert(name.clone()) {
            return name;
        }
    }
    unreachable!("the loop ends with a name")
}

fn random_word(chance: &mut Chance) -> String {
    let list = if chance.happens(55) { NASTY } else { PLAIN };
    let mut word = (*chance.of(list)).to_owned();
    if chance.happens(15) {
        word += *chance.of(&["2", "Self", "_", "8", "Type", "Empty", "_x", "64"]);
    }
    word
}

/// Returns whether the language predefines the name.
fn is_predefined(name: &str) -> bool {
    const PREDEFINED: &[&str] = &[
        "Type", "Int", "Long", "String", "Bytes", "Double", "Float", "Bool", "True", "Vector",
        "Object", "Function", "X", "true", "int", "long", "string", "bytes", "double", "float",
        "vector", "object", "function", "Int32", "Int53", "Int64",
    ];
    PREDEFINED.contains(&name)
}
