//! Values that are made field by field, as a program makes them.

use std::collections::BTreeMap;

use typelang_runtime::{Bump, Decode, FreeBits, Object, ObjectRef, Opaque, OpaqueType};

/// A type whose values can be made.
pub trait Build<'a>: Sized {
    /// Makes a value.
    fn build(maker: &mut Maker<'a, '_>) -> Self;

    /// Makes several values, which lie in the pool's arena.
    fn build_all(maker: &mut Maker<'a, '_>) -> &'a [Self]
    where
        Self: 'a,
    {
        let all: Vec<Self> = (0..maker.len()).map(|_| maker.make()).collect();
        maker.pool.arena.alloc_slice_fill_iter(all)
    }
}

/// The source of made values, and the limit of their size.
///
/// `'a` is the lifetime of borrowed text.
#[derive(Debug)]
pub struct Maker<'a, 'm> {
    random: &'m mut fastrand::Rng,
    pool: &'a Pool,
    depth: u32,
    /// How many more items may be made freely.
    left: u32,
}

/// What values are made of.
#[derive(Debug, Default)]
pub struct Pool {
    /// Boxed values by the names of their types, for opaque values.
    pub(crate) values: BTreeMap<String, Vec<Vec<u8>>>,
    arena: Bump,
}

/// The text from which borrowed text is cut.
const TEXT: &str = "typelang \u{e9}\u{65e5}\u{672c} 0123456789 abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ, and so on until it is longer than \
a byte can tell: 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789";

impl<'a, 'm> Maker<'a, 'm> {
    pub(crate) fn new(random: &'m mut fastrand::Rng, pool: &'a Pool) -> Self {
        Self { random, pool, depth: 0, left: 120 }
    }

    /// Makes a value of the requested type.
    pub fn make<T: Build<'a>>(&mut self) -> T {
        self.left = self.left.saturating_sub(1);
        self.depth += 1;
        let value = T::build(self);
        self.depth -= 1;
        value
    }

    /// Picks one of `count` variants; returns `least`, the one with the smallest value, if the value is
    /// already large.
    pub fn variant(&mut self, count: usize, least: usize) -> usize {
        if self.is_spent() { least } else { self.random.usize(..count) }
    }

    /// Returns whether to make a value by `new`, so that optional fields are unset.
    pub fn shorter(&mut self) -> bool {
        self.random.u8(..4) == 0
    }

    /// Returns whether to make the default value.
    pub fn shortest(&mut self) -> bool {
        self.random.u8(..20) == 0
    }

    fn is_spent(&self) -> bool {
        self.depth > 12 || self.left == 0
    }

    fn len(&mut self) -> usize {
        if self.is_spent() { 0 } else { [0, 1, 1, 2, 2, 3, 5][self.random.usize(..7)] }
    }

    fn text(&mut self) -> &'static str {
        let len = if self.random.u8(..) < 8 { 280 } else { self.random.usize(..10) };
        TEXT.get(..len).or_else(|| TEXT.get(..9)).unwrap_or_default()
    }

    fn word(&mut self) -> u64 {
        match self.random.u8(..6) {
            0 => 0,
            1 => u64::MAX,
            2 => self.random.u64(..4),
            3 => 1 << self.random.u32(..64),
            4 => 0x7ff0_0000_0000_0001,
            _ => self.random.u64(..),
        }
    }

    fn object(&mut self) -> &'a [u8] {
        let all: Vec<&'a [u8]> = self.pool.values.values().flatten().map(Vec::as_slice).collect();
        if all.is_empty() { &[] } else { all[self.random.usize(..all.len())] }
    }

    fn opaque(&mut self, ty: &str) -> &'a [u8] {
        let all = self.pool.values.get(ty).map_or(&[][..], Vec::as_slice);
        if all.is_empty() { &[] } else { &all[self.random.usize(..all.len())] }
    }
}

macro_rules! numbers {
    ($($ty:ident: $from:ident),*) => { $(
        impl Build<'_> for $ty {
            #[allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap, trivial_numeric_casts, reason = "any bits will do")]
            fn build(maker: &mut Maker<'_, '_>) -> Self { maker.word() as $from as $ty }
        }
    )* };
}

numbers!(i32: u32, i64: u64);

/// Several bytes are those of text, some longer than a byte can tell.
impl<'a> Build<'a> for u8 {
    #[allow(clippy::cast_possible_truncation, reason = "any bits will do")]
    fn build(maker: &mut Maker<'a, '_>) -> Self {
        maker.word() as Self
    }

    fn build_all(maker: &mut Maker<'a, '_>) -> &'a [Self] {
        maker.text().as_bytes()
    }
}

/// Often small, since numbers of this type are counts or choices.
impl Build<'_> for u32 {
    fn build(maker: &mut Maker<'_, '_>) -> Self {
        match maker.random.u8(..8) {
            0 => maker.random.u32(..),
            1 => 1 << maker.random.u32(..32),
            _ => maker.random.u32(..6),
        }
    }
}

impl<const FREE: u32> Build<'_> for FreeBits<FREE> {
    fn build(maker: &mut Maker<'_, '_>) -> Self {
        Self::from_bits_truncate(maker.make())
    }
}

impl Build<'_> for f64 {
    fn build(maker: &mut Maker<'_, '_>) -> Self {
        Self::from_bits(maker.word())
    }
}

impl Build<'_> for f32 {
    #[allow(clippy::cast_possible_truncation, reason = "any bits will do")]
    fn build(maker: &mut Maker<'_, '_>) -> Self {
        Self::from_bits(maker.word() as u32)
    }
}

impl Build<'_> for bool {
    fn build(maker: &mut Maker<'_, '_>) -> Self {
        maker.random.bool()
    }
}

impl Build<'_> for () {
    fn build(_: &mut Maker<'_, '_>) -> Self {}
}

impl Build<'_> for String {
    fn build(maker: &mut Maker<'_, '_>) -> Self {
        maker.text().to_owned()
    }
}

impl<'a> Build<'a> for &'a str {
    fn build(maker: &mut Maker<'a, '_>) -> Self {
        maker.text()
    }
}

impl<'a, T: Build<'a>> Build<'a> for &'a [T] {
    fn build(maker: &mut Maker<'a, '_>) -> Self {
        T::build_all(maker)
    }
}

impl<'a, T: Build<'a>> Build<'a> for &'a T {
    fn build(maker: &mut Maker<'a, '_>) -> Self {
        let value = maker.make();
        maker.pool.arena.alloc(value)
    }
}

impl Build<'_> for compact_str::CompactString {
    fn build(maker: &mut Maker<'_, '_>) -> Self {
        maker.text().into()
    }
}

impl Build<'_> for bytes::Bytes {
    fn build(maker: &mut Maker<'_, '_>) -> Self {
        Self::from_static(maker.text().as_bytes())
    }
}

impl Build<'_> for Object {
    fn build(maker: &mut Maker<'_, '_>) -> Self {
        Self::from_vec(maker.object().to_vec())
    }
}

impl<'a> Build<'a> for ObjectRef<'a> {
    fn build(maker: &mut Maker<'a, '_>) -> Self {
        Self::new(maker.object())
    }
}

impl<'a, T: OpaqueType, B: AsRef<[u8]> + From<&'a [u8]>> Build<'a> for Opaque<T, B> {
    fn build(maker: &mut Maker<'a, '_>) -> Self {
        let bytes = maker.opaque(T::NAME);
        Self::from_bytes(bytes).expect("a value of the opaque type, because the walker made it")
    }
}

impl<'a, T: Build<'a>> Build<'a> for Vec<T> {
    fn build(maker: &mut Maker<'a, '_>) -> Self {
        (0..maker.len()).map(|_| maker.make()).collect()
    }
}

impl<'a, T: Build<'a>> Build<'a> for Option<T> {
    fn build(maker: &mut Maker<'a, '_>) -> Self {
        (!maker.is_spent() && maker.random.bool()).then(|| maker.make())
    }
}

impl<'a, T: Build<'a>> Build<'a> for Box<T> {
    fn build(maker: &mut Maker<'a, '_>) -> Self {
        Self::new(maker.make())
    }
}

impl<'a, T: Build<'a>, const N: usize> Build<'a> for [T; N] {
    fn build(maker: &mut Maker<'a, '_>) -> Self {
        std::array::from_fn(|_| maker.make())
    }
}

macro_rules! tuples {
    ($($($name:ident)+;)+) => { $(
        impl<'a, $($name: Build<'a>),+> Build<'a> for ($($name,)+) {
            fn build(maker: &mut Maker<'a, '_>) -> Self { ($(maker.make::<$name>(),)+) }
        }
    )+ };
}

tuples! { A; A B; A B C; A B C D; A B C D E; A B C D E F; A B C D E F G; A B C D E F G H; }
