//! The rules for a schema that replaces another in place: `TL0300` and up, by ascending code.

use super::Entry;
use crate::{codes, diagnostic::Severity::Error};

macro_rules! schema {
    ($point:expr, $line:expr, $get:expr) => {
        concat!($point, "\n", $line, "\n---functions---\n", $get)
    };
}

macro_rules! point {
    () => {
        "point#00000001 fields:# x:int y:fields.0?int = Point;"
    };
}

macro_rules! line {
    () => {
        "line#00000002 {t:Type} {n:#} a:%Point b:t = Line t n;"
    };
}

macro_rules! get {
    () => {
        "get#00000003 id:int = Point;"
    };
}

/// The schema that the examples of the rules `TL0300` to `TL0399` replace.
pub const PREDECESSOR: &str = schema!(point!(), line!(), get!());

/// A successor that breaks no rule: an optional field under a new bit.
const GROWN: &str = schema!(
    "point#00000001 fields:# x:int y:fields.0?int z:fields.1?int = Point;",
    line!(),
    get!()
);

/// A method with its first flag word and the first field of it.
const ASKED: &str =
    schema!(point!(), line!(), "get#00000003 id:int fields:# at:fields.0?long = Point;");

pub(super) static ENTRIES: &[Entry] = &[
    Entry {
        code: codes::COMBINATOR_REMOVED,
        title: "a constructor or method is removed",
        severity: Error,
        explanation: "Old programs still send it. `tl diff OLD NEW` checks the rules TL0301 to TL0311 \
                     where ids stay, as in schemas of VK and TON, and on request. In the examples of \
                     these rules the old schema has `point#00000001 fields:# x:int y:fields.0?int = \
                     Point`, `line#00000002 {t:Type} {n:#} a:%Point b:t = Line t n` and the method \
                     `get#00000003 id:int = Point`.",
        bad: concat!(point!(), "\n---functions---\n", get!()),
        good: PREDECESSOR,
    },
    Entry {
        code: codes::ID_CHANGED,
        title: "the id of a constructor or method changes",
        severity: Error,
        explanation: "Old programs know the value by its id. A declaration without a written id has \
                     the computed one, which changes with its fields: write the old id before you \
                     add a field.",
        bad: schema!("point#00000009 fields:# x:int y:fields.0?int = Point;", line!(), get!()),
        good: GROWN,
    },
    Entry {
        code: codes::PARAMETER_REMOVED,
        title: "a parameter in braces is removed",
        severity: Error,
        explanation: "The types that are made with it lose an argument, and old programs read the \
                     value by it. A parameter may be added.",
        bad: schema!(point!(), "line#00000002 {t:Type} a:%Point b:t = Line t;", get!()),
        good: schema!(
            point!(),
            "line#00000002 {t:Type} {n:#} {m:#} a:%Point b:t c:m.0?int = Line t n m;",
            get!()
        ),
    },
    Entry {
        code: codes::TYPE_CHANGED,
        title: "the type of a field or the response of a method changes",
        severity: Error,
        explanation: "Old programs read other bytes than new ones write. Fields correspond by \
                     position, so that a field may be renamed; a type may get further arguments.",
        bad: schema!("point#00000001 fields:# x:long y:fields.0?int = Point;", line!(), get!()),
        good: schema!("point#00000001 fields:# left:int y:fields.0?int = Point;", line!(), get!()),
    },
    Entry {
        code: codes::FIELD_REMOVED,
        title: "a field is removed",
        severity: Error,
        explanation: "Old programs read it, and write it. To be rid of an optional field, keep its \
                     declaration and do not set its bit any more.",
        bad: schema!("point#00000001 fields:# x:int = Point;", line!(), get!()),
        good: PREDECESSOR,
    },
    Entry {
        code: codes::PRESENCE_CHANGED,
        title: "a field becomes optional or required, or depends on another bit",
        severity: Error,
        explanation: "Old programs read and write the field by its old condition.",
        bad: schema!("point#00000001 fields:# x:int y:fields.1?int = Point;", line!(), get!()),
        good: GROWN,
    },
    Entry {
        code: codes::FIELD_WITHOUT_BIT,
        title: "a new field is required, or not behind the new flag word",
        severity: Error,
        explanation: "Old programs do not write it. Put it behind a bit that none of them sets. A \
                     method without flag words may get one at its end: `fields:#`, followed by \
                     fields that use its bits. A constructor may not, because old programs would not \
                     write the word.",
        bad: schema!(
            "point#00000001 fields:# x:int y:fields.0?int z:int = Point;",
            line!(),
            get!()
        ),
        good: ASKED,
    },
    Entry {
        code: codes::BIT_TAKEN,
        title: "a new field is behind a bit that is in use",
        severity: Error,
        explanation: "Old programs set the bit for another field. A flag word can come from another \
                     declaration, as in `Product mode`: the bit is also in use if a field there \
                     depends on it, or a field of another type that the word is passed to.",
        bad: schema!(
            "point#00000001 fields:# x:int y:fields.0?int z:fields.0?int = Point;",
            line!(),
            get!()
        ),
        good: GROWN,
    },
    Entry {
        code: codes::UNUSED_WORD,
        title: "a method gets a flag word that nothing uses",
        severity: Error,
        explanation: "Nobody can tell what its bits may mean. Add the word together with the first \
                     field that uses it.",
        bad: schema!(point!(), line!(), "get#00000003 id:int fields:# = Point;"),
        good: ASKED,
    },
    Entry {
        code: codes::BARE_UNION,
        title: "a type that is used bare gets a second constructor",
        severity: Error,
        explanation: "A bare value has no id, so that nobody could tell which constructor made it.",
        bad: schema!(concat!(point!(), "\npolar#00000004 = Point;"), line!(), get!()),
        good: schema!(concat!(point!(), "\npolar#00000004 = Polar;"), line!(), get!()),
    },
    Entry {
        code: codes::FIRST_FIELD,
        title: "the first field of a new method is not a flag word",
        severity: Error,
        explanation: "Requests grow more than anything else. A new method with fields begins with a \
                     `#`, so that later fields have bits to be behind.",
        bad: concat!(schema!(point!(), line!(), get!()), "\nput#00000005 id:int = Point;"),
        good: concat!(
            schema!(point!(), line!(), get!()),
            "\nput#00000005 fields:# id:int = Point;"
        ),
    },
];
