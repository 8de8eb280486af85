//! Translation: the bytes of a value under one schema become bytes under another.
//!
//! A [`Translator`](translator::Translator) walks a value by the schemas it was written with, and writes it by others.
//! Nothing is generated for a type, so schemas that are loaded at run time serve as well.
//!
//! | | rule |
//! |---|---|
//! | constructors, methods | match by name; the new id is written |
//! | fields | match by name; unnamed ones by place, and all if the id is the same and only names differ |
//! | flags | are computed again, so bits may move; a free bit is kept if it is free in both schemas |
//! | new optional field | is unset |
//! | field without a counterpart | is dropped; that is a [`Loss`] if it was present |
//! | new required field | takes 0, `false` or nothing if [`Defaults`] say so, which is a [`Loss`]; otherwise a [`Refusal`] |
//! | `int`, `long`, `int53`; `float`, `double`; `string`, `bytes` | convert within each group if the new type holds the same value |
//! | `flags.0?true` and `Bool` | an unset `true` is `false`; an optional `Bool` that is unset stays unset |
//! | boxed and bare | convert into each other |
//! | any other change of type, or a constructor that the new type lacks | unsets the nearest optional field, which is a [`Loss`]; otherwise a [`Refusal`] |

mod assembler;
mod defaults;
mod fields;
pub(crate) mod keep;
pub(crate) mod loss;
pub(crate) mod parts;
mod path;
pub(crate) mod refusal;
pub(crate) mod same;
mod scalar;
pub(crate) mod table;
pub(crate) mod translator;
mod word;
mod words;

pub use self::{
    loss::{Loss, LossKind},
    refusal::{Problem, Refusal, Untranslated},
    translator::{Defaults, Translated},
};
