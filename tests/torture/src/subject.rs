//! A generated type under test, behind plain functions, so that the tests are compiled once.

use std::fmt;

use typelang_runtime::{
    Bump, Decode, Encode, Error, Layers, Options, Strictness,
    layers::{Space, Unread},
};

use crate::{Build, Maker, Same, build::Pool, layered::layered, written::written};

/// A generated type for any lifetime of borrowed text.
pub trait Family {
    /// The type.
    type Of<'a>: Decode<'a> + Encode + PartialEq + Clone + fmt::Debug + Build<'a> + Same;

    /// Reads a value; one whose parts lie in an arena takes this one.
    ///
    /// # Errors
    /// The first fault.
    fn read<'a>(
        bytes: &'a [u8],
        options: &Options,
        arena: &'a Bump,
    ) -> Result<Self::Of<'a>, Error> {
        _ = arena;
        Self::Of::from_bytes_with(bytes, options)
    }

    /// Reads a value through layers, in the same way.
    ///
    /// # Errors
    /// Returns why it cannot be read.
    fn read_layered<'a>(
        layers: &Layers,
        bytes: &'a [u8],
        space: &'a mut Space,
        arena: &'a Bump,
    ) -> Result<Self::Of<'a>, Unread> {
        _ = arena;
        layers.read_in(bytes, space)
    }
}

/// The functions to test a type.
#[derive(Clone, Copy, Debug)]
pub struct Subject {
    /// Its path in Rust.
    pub name: &'static str,
    /// Its name in the schema.
    pub tl: Option<&'static str>,
    /// The id of its constructor, if it is a constructor's struct.
    pub id: Option<u32>,
    /// Whether the walker accepts less than the type: only the walker looks into objects and calls.
    pub is_open: bool,
    /// Whether it keeps flag bits without a field on request, which the walker's strict options refuse.
    pub keeps_bits: bool,
    /// Whether `Debug` shows it by the schema.
    pub is_shown: bool,
    pub(crate) read: fn(&[u8], &Options) -> bool,
    pub(crate) recode: Recode,
    pub(crate) whole: fn(&[u8]) -> Result<(), String>,
    pub(crate) made: Make,
    pub(crate) there: Option<There>,
    pub(crate) back: Option<Back>,
    pub(crate) debug: fn(&[u8]) -> Result<[String; 2], String>,
    pub(crate) layered: fn(&Layers, &[u8]) -> Result<usize, String>,
    pub(crate) respond: Option<Respond>,
}

/// Decodes bytes and encodes the value again.
type Recode = fn(&[u8], &Options) -> Result<Vec<u8>, Error>;
/// Makes the value of a seed; returns no bytes if it has none.
type Make = fn(u64, &Pool) -> Result<Option<Vec<u8>>, String>;
/// Reads the response to the call of a seed, and encodes it again.
pub(crate) type Respond = fn(u64, &Pool, &[u8]) -> Result<Vec<u8>, String>;
/// Serializes a value with serde.
pub(crate) type There = fn(&[u8]) -> Result<String, String>;
/// Deserializes a value with serde.
pub(crate) type Back = fn(&str) -> Result<Vec<u8>, String>;

const STRICT: Options = Options::DEFAULT.strictness(Strictness::Strict);

impl Subject {
    /// Creates the subject for the type of a family.
    #[must_use]
    pub fn of<F: Family>(name: &'static str) -> Self {
        Self {
            name,
            tl: None,
            id: None,
            is_open: false,
            keeps_bits: false,
            is_shown: false,
            read: |bytes, options| F::read(bytes, options, &Bump::new()).is_ok(),
            recode: recode::<F>,
            whole: whole::<F>,
            made: made::<F>,
            there: None,
            back: None,
            debug: debug::<F>,
            layered: layered::<F>,
            respond: None,
        }
    }

    /// Makes the value of a seed, and returns its bytes, if it has any.
    ///
    /// # Errors
    /// Returns what is wrong with the value.
    pub fn make(&self, seed: u64) -> Result<Option<Vec<u8>>, String> {
        (self.made)(seed, &Pool::default())
    }

    /// Sets the name in the schema.
    #[must_use]
    pub const fn tl(mut self, tl: &'static str) -> Self {
        self.tl = Some(tl);
        self
    }

    /// Sets the id of the constructor.
    #[must_use]
    pub const fn id(mut self, id: u32) -> Self {
        self.id = Some(id);
        self
    }

    /// Marks it as holding values that only the walker looks into.
    #[must_use]
    pub const fn open(mut self) -> Self {
        self.is_open = true;
        self
    }

    /// Marks it as keeping flag bits that the walker refuses.
    #[must_use]
    pub const fn keeping(mut self) -> Self {
        self.keeps_bits = true;
        self
    }

    /// Marks it as shown by the schema.
    #[must_use]
    pub const fn shown(mut self) -> Self {
        self.is_shown = true;
        self
    }

    /// Sets how the response to a call is read.
    #[must_use]
    pub fn respond(mut self, respond: Respond) -> Self {
        self.respond = Some(respond);
        self
    }

    /// Sets how serde serializes it.
    #[must_use]
    pub fn there(mut self, there: There) -> Self {
        self.there = Some(there);
        self
    }

    /// Sets how serde deserializes it.
    #[must_use]
    pub fn back(mut self, back: Back) -> Self {
        self.back = Some(back);
        self
    }
}

/// Decodes and encodes; a decoded value always has bytes.
fn recode<F: Family>(bytes: &[u8], options: &Options) -> Result<Vec<u8>, Error> {
    let arena = Bump::new();
    let value = F::read(bytes, options, &arena)?;
    Ok(written(&value).expect("bytes, because the parts of what was read agree"))
}

/// Reads the bytes of a value once more.
fn again_of<'a, F: Family>(bytes: &'a [u8], arena: &'a Bump) -> Result<F::Of<'a>, String> {
    F::read(bytes, &Options::DEFAULT, arena).map_err(|error| format!("not read again: {error}"))
}

/// Returns what `Debug` shows of a value, on one line and on several.
fn debug<F: Family>(bytes: &[u8]) -> Result<[String; 2], String> {
    let arena = Bump::new();
    let value = again_of::<F>(bytes, &arena)?;
    Ok([format!("{value:?}"), format!("{value:#?}")])
}

/// Checks that a decoded value is equal to itself in all ways, and can be formatted.
fn whole<F: Family>(bytes: &[u8]) -> Result<(), String> {
    let arena = Bump::new();
    let value = again_of::<F>(bytes, &arena)?;
    let strict =
        F::read(bytes, &STRICT, &arena).map_err(|error| format!("not strictly: {error}"))?;
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

/// Checks that a value made field by field is decoded as the same value, or is refused.
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

/// Checks that the bytes decode to the value of the seed, which is made again with a matching lifetime.
fn again<F: Family>(seed: u64, pool: &Pool, bytes: &[u8]) -> Result<(), String> {
    let arena = Bump::new();
    let value: F::Of<'_> = Maker::new(&mut fastrand::Rng::with_seed(seed), pool).make();
    let options = STRICT.memory(usize::MAX).elements(usize::MAX).depth(u32::MAX);
    match F::read(bytes, &options, &arena) {
        Err(error) => Err(format!("bytes that are not read: {error}\n{bytes:02x?}\n{value:#?}")),
        Ok(again) if !again.same(&value) => {
            Err(format!("bytes of another value\n{bytes:02x?}\n{value:#?}\n{again:#?}"))
        }
        Ok(again) if again != value => Err(format!("not equal to itself, read again\n{value:#?}")),
        Ok(again) if format!("{again:?}") != format!("{value:?}") => {
            Err(format!("`Debug` shows equal values differently\n{value:?}\n{again:?}"))
        }
        Ok(_) => Ok(()),
    }
}

/// Adds serde's functions to a subject; types that borrow are only serialized.
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
            let arena = $crate::typelang_runtime::Bump::new();
            let value = <$ty as $crate::typelang_runtime::Decode<'_>>::from_bytes_in(bytes, &arena)
                .map_err(|error| error.to_string())?;
            $crate::serde_json::to_string(&value).map_err(|error| error.to_string())
        })
    };
}

/// Adds the response of a call to a subject.
#[macro_export]
macro_rules! with_response {
    (Function, $subject:expr, $ty:ty) => {
        $subject.respond(|seed, pool, reply| {
            let call: $ty = $crate::made(seed, pool);
            let response = $crate::typelang_runtime::Function::read_response(&call, reply);
            $crate::bytes_of(&response.map_err(|error| error.to_string())?)
        })
    };
    (BorrowingFunction, $subject:expr, $ty:ty) => {
        $subject.respond(|seed, pool, reply| {
            let (call, arena): ($ty, _) =
                ($crate::made(seed, pool), $crate::typelang_runtime::Bump::new());
            let response =
                $crate::typelang_runtime::BorrowingFunction::read_response_in(&call, reply, &arena);
            $crate::bytes_of(&response.map_err(|error| error.to_string())?)
        })
    };
}
