//! JSON values on a tape.

use crate::reflect::json::tape::{
    ARRAY, DOUBLE, FALSE, LENGTH, NEGATIVE, NULL, OBJECT, Start, TEXT, TRUE, Tape, WHOLE,
};

/// A value of JSON.
#[derive(Clone, Copy, Debug)]
pub(super) enum Json<'j> {
    Null,
    Bool(bool),
    Number(Number),
    Text(&'j str),
    Array(Items<'j>),
    Object(Entries<'j>),
}

/// A number, in the type that the deserializer chose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Number {
    Signed(i64),
    /// An integer above the largest `i64`.
    Unsigned(u64),
    Double(f64),
}

/// The remaining items of an array.
#[derive(Clone, Copy, Debug)]
pub(super) struct Items<'j>(Run<'j>);

/// The remaining keys and values of an object.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entries<'j> {
    all: Run<'j>,
    /// The position after the entry that was found last. A caller that asks for keys in their order finds the next one
    /// there.
    next: Run<'j>,
}

/// A section of a tape.
#[derive(Clone, Copy, Debug)]
struct Run<'j>(&'j [u8]);

impl Tape {
    /// The value.
    pub(super) fn root(&self) -> Json<'_> {
        self.at(0)
    }

    /// The value that begins at `at`.
    pub(super) fn at(&self, at: usize) -> Json<'_> {
        Run(self.as_bytes().get(at..).unwrap_or_default()).node().unwrap_or(Json::Null)
    }

    /// The entries of the last object, which began at `start` and is still open.
    pub(super) fn entries(&self, start: Start) -> Entries<'_> {
        Entries::new(Run(self.as_bytes().get(start.inside()..).unwrap_or_default()))
    }
}

impl<'j> Run<'j> {
    /// Takes the next value; `None` at the end.
    fn node(&mut self) -> Option<Json<'j>> {
        Some(match self.take(1)? {
            [NULL] => Json::Null,
            [FALSE] => Json::Bool(false),
            [TRUE] => Json::Bool(true),
            [WHOLE] => {
                let value = self.number()?;
                Json::Number(i64::try_from(value).map_or(Number::Unsigned(value), Number::Signed))
            }
            [NEGATIVE] => Json::Number(Number::Signed(!i64::try_from(self.number()?).ok()?)),
            [DOUBLE] => {
                let bits = self.take(8)?.first_chunk()?;
                Json::Number(Number::Double(f64::from_bits(u64::from_le_bytes(*bits))))
            }
            [TEXT] => Json::Text(self.text()?),
            [ARRAY] => Json::Array(Items(self.inside()?)),
            [OBJECT] => Json::Object(Entries::new(self.inside()?)),
            _ => return None,
        })
    }

    fn take(&mut self, len: usize) -> Option<&'j [u8]> {
        let (taken, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let &[byte] = self.take(1)? else { return None };
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    fn text(&mut self) -> Option<&'j str> {
        let len = usize::try_from(self.number()?).ok()?;
        core::str::from_utf8(self.take(len)?).ok()
    }

    fn inside(&mut self) -> Option<Self> {
        let len = u32::from_le_bytes(*self.take(LENGTH)?.first_chunk()?);
        self.take(usize::try_from(len).ok()?).map(Self)
    }

    fn entry(&mut self) -> Option<(&'j str, Json<'j>)> {
        Some((self.text()?, self.node()?))
    }
}

impl Items<'_> {
    /// The number of items.
    pub(super) fn len(self) -> usize {
        self.count()
    }
}

#[expect(clippy::copy_iterator, reason = "items are counted before they are read")]
impl<'j> Iterator for Items<'j> {
    type Item = Json<'j>;

    fn next(&mut self) -> Option<Json<'j>> {
        self.0.node()
    }
}

impl<'j> Entries<'j> {
    fn new(all: Run<'j>) -> Self {
        Self { all, next: all }
    }

    /// All of them.
    pub(super) fn iter(self) -> impl Iterator<Item = (&'j str, Json<'j>)> {
        let mut rest = self.all;
        core::iter::from_fn(move || rest.entry())
    }

    pub(super) fn keys(self) -> impl Iterator<Item = &'j str> {
        self.iter().map(|(key, _)| key)
    }

    /// The only one.
    pub(super) fn only(self) -> Option<(&'j str, Json<'j>)> {
        let mut all = self.iter();
        all.next().filter(|_| all.next().is_none())
    }

    /// The value with this key.
    pub(super) fn get(self, key: &str) -> Option<Json<'j>> {
        self.iter().find(|(known, _)| *known == key).map(|(_, value)| value)
    }

    pub(super) fn contains_key(self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// The value with this key, searched from the entry after the last one found, and then from the start.
    pub(super) fn seek(&mut self, key: &str) -> Option<Json<'j>> {
        let mut next = self.next;
        let found = loop {
            match next.entry() {
                Some((known, value)) if known == key => break Some(value),
                Some(_) => {}
                None => break None,
            }
        };
        if found.is_some() {
            self.next = next;
            return found;
        }
        let mut rest = self.all;
        while rest.0.len() > self.next.0.len() {
            let (known, value) = rest.entry()?;
            if known == key {
                self.next = rest;
                return Some(value);
            }
        }
        None
    }
}

impl Number {
    pub(super) fn as_f64(self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "the nearest double is meant")]
        match self {
            Self::Signed(value) => value as f64,
            Self::Unsigned(value) => value as f64,
            Self::Double(value) => value,
        }
    }
}
