//! Shared helpers: trees without spans, and texts that are nearly schemas.

#![allow(dead_code, reason = "every test binary uses a part")]

use typelang_parser::{Parsed, syntax::File};

/// Formats all declarations without spans and without the spelling of ids.
pub(crate) fn tree(file: &File<'_>) -> String {
    let whole = format!("{:?}", file.items);
    cut(&cut(&whole, "Span { start: ", "}"), "digits: \"", "\"")
}

/// Removes everything from each `open` to the next `close`.
fn cut(text: &str, open: &str, close: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        out.push_str(before);
        rest = after.split_once(close).map_or("", |(_, rest)| rest);
    }
    out + rest
}

/// Returns the names of the combinators that could be parsed.
pub(crate) fn combinators(parsed: &Parsed<'_>) -> Vec<String> {
    let name = |item: &_| match item {
        typelang_parser::syntax::Item::Combinator(combinator) => {
            Some(combinator.name.text.to_owned())
        }
        _ => None,
    };
    parsed.file.items.iter().filter_map(name).collect()
}

/// A sequence determined by a seed (xorshift64*).
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// Returns a number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % end
    }

    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// Joins `count` random pieces.
    pub(crate) fn soup(&mut self, pieces: &[&str], count: usize) -> String {
        (0..count).map(|_| *self.pick(pieces)).collect()
    }

    /// Changes a text in a few places: inserts pieces, deletes characters, duplicates parts.
    pub(crate) fn mutated(&mut self, text: &str, pieces: &[&str]) -> String {
        let mut text = text.to_owned();
        for _ in 0..=self.below(4) {
            let place = text.floor_char_boundary(self.below(text.len() + 1));
            let end = text.ceil_char_boundary((place + self.below(12)).min(text.len()));
            match self.below(4) {
                0 => text.replace_range(place..end, ""),
                1 => text = format!("{}{}", &text[..end], &text[place..]),
                2 => text.truncate(if self.below(8) == 0 { place } else { text.len() }),
                _ => text.insert_str(place, self.pick::<&str>(pieces)),
            }
        }
        text
    }
}

/// Valid and invalid pieces of schemas.
pub(crate) const PIECES: &[&str] = &[
    " ",
    " ",
    " ",
    "\n",
    "\r\n",
    "\t",
    "a",
    "b",
    "X",
    "int",
    "Vector",
    "vector",
    "flags",
    "auth.code",
    "auth.Code",
    "_",
    "_x",
    "0",
    "7",
    "31",
    "4294967296",
    "#",
    "#1cb5c415",
    "#1CB5C415",
    "#zz",
    ":",
    ":",
    ":#",
    ";",
    ";",
    ";\n",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "{X:Type}",
    "=",
    "= A",
    "= A;\n",
    "?",
    "%",
    "<",
    ">",
    "+",
    ",",
    "*",
    "!",
    ".",
    "=>",
    "@read",
    "@",
    "===",
    "===17===",
    "---",
    "---types---",
    "---functions---\n",
    "// c\n",
    "//@description d\n",
    "//",
    "/*",
    "*/",
    "/* c */",
    "é",
    "\u{feff}",
    "$",
    "`",
    "'",
    "\"",
    "-",
    "--",
    "flags.0?",
    "flags?",
    "x:int",
    "y:(Vector int)",
    "z:Vector<int>",
    "n*[ int ]",
    "New",
    "Final",
    "Empty",
    "\r",
    "\u{0}",
];

/// A schema that uses every construct of the language.
pub(crate) const SAMPLE: &str = "\
// LAYER 7
---types---
int ? = Int;
long#22076cba ? = Long;

//@class Point @description Where something is
vector#1cb5c415 {t:Type} # [ t ] = Vector t; // right
tuple {t:Type} {n:#} [ t ] = Tuple t n;

//@description A point @x Left
//-of the origin
//@y Above it
point x:int y:int = Point;
pair {X Y:Type} (x y:X) z:Y = Pair X Y; /* block */
user#20b1422f flags:# self:flags.10?true id:long name:flags.1?string
    // the photo
    photo:flags.5?%(Vector int) // of the user
    = User;
matrix n:# m:# a:n*[ m*[ // a cell
    x:int y:(n+1)*[ string ] ] ] b:flags.0?3*[ int ] = Matrix;
_ x:%Vector<Pair<int,(Vector long)>> _:# = Thing;
===17===
Vector int;
New T;
Final T;
Empty E;
---functions---
@read @write get#12345678 {X:Type} flags:# query:flags.0?!X => (Vector X);
invoke {X:Type} msg_id:long query:!X = X;
";
