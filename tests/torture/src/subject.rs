//! A generated type under test, behind plain functions, so that what is tried is compiled once.

use std::fmt;

use typelang_runtime::{Decode, Encode, Error, Options, Strictness};

use crate::{Build, Maker, Same, build::Pool, written::written};

/// A generated type for any life of the text that it may borrow.
pub trait Family {
    /// The type.
    type Of<'a>: Decode<'a> + Encode + PartialEq + Clone + fmt::Debug + Build<'a> + Same;
}

/// What is tried of a type.
#[derive(Clone, Copy, Debug)]
pub struct Subject {
    /// Its path in Rust.
    pub name: &'static str,
    /// What the schema calls it.
    pub tl: Option<&'static str>,
    /// The id of its constructor, if it is one's struct.
    pub id: Option<u32>,
    /// The walker takes less than the type: it holds objects or calls, which only the walker looks into.
    pub is_open: bool,
    /// It keeps flag bits without a field on request, which the walker's strict options refuse.
    pub keeps_bits: bool,
    pub(crate) read: fn(&[u8], &Options) -> bool,
    pub(crate) recode: Recode,
    pub(crate) whole: fn(&[u8]) -> Result<(), String>,
    pub(crate) made: Make,
    pub(crate) there: Option<There>,
    pub(crate) back: Option<Back>,
}

/// Reads bytes, and writes the value again.
type Recode = fn(&[u8], &Options) -> Result<Vec<u8>, Error>;
/// Makes the value of a seed; no bytes if it has none.
type Make = fn(u64, &Pool) -> Result<Option<Vec<u8>>, String>;
/// Writes a value with serde.
pub(crate) type There = fn(&[u8]) -> Result<String, String>;
/// Reads a value with serde.
pub(crate) type Back = fn(&str) -> Result<Vec<u8>, String>;

const STRICT: Options = Options::DEFAULT.strictness(Strictness::Strict);

impl Subject {
    /// The type of a family.
    #[must_use]
    pub fn of<F: Family>(name: &'static str) -> Self {
        Self {
            name,
            tl: None,
            id: None,
            is_open: false,
            keeps_bits: false,
            read: |bytes, options| F::Of::from_bytes_with(bytes, options).is_ok(),
            recode: recode::<F>,
            whole: whole::<F>,
            made: made::<F>,
            there: None,
            back: None,
        }
    }

    /// Makes the value of a seed, and its bytes, if it has any.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn make(&self, seed: u64) -> Result<Option<Vec<u8>>, String> {
        (self.made)(seed, &Pool::default())
    }

    /// The name that the schema has for it.
    #[must_use]
    pub const fn tl(mut self, tl: &'static str) -> Self {
        self.tl = Some(tl);
        self
    }

    /// The id of the constructor.
    #[must_use]
    pub const fn id(mut self, id: u32) -> Self {
        self.id = Some(id);
        self
    }

    /// It holds what only the walker looks into.
    #[must_use]
    pub const fn open(mut self) -> Self {
        self.is_open = true;
        self
    }

    /// It keeps flag bits that the walker refuses.
    #[must_use]
    pub const fn keeping(mut self) -> Self {
        self.keeps_bits = true;
        self
    }

    /// How it is written by serde.
    #[must_use]
    pub fn there(mut self, there: There) -> Self {
        self.there = Some(there);
        self
    }

    /// How it is read by serde.
    #[must_use]
    pub fn back(mut self, back: Back) -> Self {
        self.back = Some(back);
        self
    }
}

/// What was read can be written, whatever its parts are.
fn recode<F: Family>(bytes: &[u8], options: &Options) -> Result<Vec<u8>, Error> {
    let value = F::Of::from_bytes_with(bytes, options)?;
    Ok(written(&value).expect("bytes, because the parts of what was read agree"))
}

/// A value that was read is equal to itself in all ways, and can be shown.
fn whole<F: Family>(bytes: &[u8]) -> Result<(), String> {
    let value = F::Of::from_bytes(bytes).map_err(|error| format!("not read again: {error}"))?;
    let strict =
        F::Of::from_bytes_with(bytes, &STRICT).map_err(|error| format!("not strictly: {error}"))?;
    if strict != value || !strict.same(&value) {
        return Err("another value under strict options".to_owned());
    }
    if value.clone() != value || !value.clone().same(&value) {
        return Err("the clone differs".to_owned());
    }
    if format!("{value:?}").is_empty() || format!("{value:#?}").is_empty() {
        return Err("`Debug` shows nothing".to_owned());
    }
    Ok(())
}

/// A value that is made field by field is written so that it is read as the same, or it is refused.
fn made<F: Family>(seed: u64, pool: &Pool) -> Result<Option<Vec<u8>>, String> {
    let value: F::Of<'_> = Maker::new(&mut fastrand::Rng::with_seed(seed), pool).make();
    let other: F::Of<'_> = Maker::new(&mut fastrand::Rng::with_seed(seed / 2), pool).make();
    if (value == other) != value.same(&other) {
        return Err(format!("`==` says {}\n{value:#?}\n{other:#?}", value == other));
    }
    if !value.clone().same(&value) || value.clone() != value {
        return Err(format!("the clone differs\n{value:#?}"));
    }
    let Ok(bytes) = written(&value) else { return Ok(None) };
    again::<F>(seed, pool, &bytes)?;
    Ok(Some(bytes))
}

/// The bytes are read as the value that the seed makes, which is made again to live as long as they do.
fn again<F: Family>(seed: u64, pool: &Pool, bytes: &[u8]) -> Result<(), String> {
    let value: F::Of<'_> = Maker::new(&mut fastrand::Rng::with_seed(seed), pool).make();
    let options = STRICT.memory(usize::MAX).elements(usize::MAX).depth(u32::MAX);
    match F::Of::from_bytes_with(bytes, &options) {
        Err(error) => Err(format!("bytes that are not read: {error}\n{bytes:02x?}\n{value:#?}")),
        Ok(again) if !again.same(&value) => {
            Err(format!("bytes of another value\n{bytes:02x?}\n{value:#?}\n{again:#?}"))
        }
        Ok(again) if again != value => Err(format!("not equal to itself, read again\n{value:#?}")),
        Ok(_) => Ok(()),
    }
}

/// Adds to a subject what serde does with it, or what it writes alone for types that borrow.
#[macro_export]
macro_rules! with_serde {
    ($subject:expr, $ty:ty) => {
        $crate::with_serde!(@there $subject, $ty).back(|json| {
            let value: $ty = $crate::serde_json::from_str(json).map_err(|error| error.to_string())?;
            $crate::bytes_of(&value)
        })
    };
    (@there $subject:expr, $ty:ty) => {
        $subject.there(|bytes| {
            let value = <$ty as $crate::typelang_runtime::Decode<'_>>::from_bytes(bytes)
                .map_err(|error| error.to_string())?;
            $crate::serde_json::to_string(&value).map_err(|error| error.to_string())
        })
    };
}
