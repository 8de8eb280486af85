//! Who can call a method.

use core::fmt;

/// Who can call a method, as far as is known: [`MethodFacts::callers`](crate::MethodFacts::callers).
///
/// ```
/// use typelang_runtime::Callers;
///
/// let callers = Callers::USERS.and(Callers::BOTS);
/// assert!(callers.contains(Callers::BOTS) && !callers.contains(Callers::ANYONE));
/// assert!(Callers::UNKNOWN.is_unknown());
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Callers(u8);

impl Callers {
    /// Nothing is known of who can call the method.
    pub const UNKNOWN: Self = Self(0);
    /// Accounts of people.
    pub const USERS: Self = Self(1);
    /// Bots.
    pub const BOTS: Self = Self(2);
    /// Bots that act for another account over a business connection.
    pub const BUSINESS: Self = Self(4);
    /// Everybody, before login too.
    pub const ANYONE: Self = Self(8);

    /// Both.
    #[inline]
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all of `other` are among these.
    #[inline]
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether nothing is known.
    #[inline]
    #[must_use]
    pub const fn is_unknown(self) -> bool {
        self.0 == 0
    }

    /// The callers with these bits: 1 for users, 2 for bots, 4 for business connections, 8 for anyone.
    pub(crate) const fn of_bits(bits: u8) -> Self {
        Self(bits & 15)
    }
}

/// A caller's name, which `Debug` shows without quotes.
struct Word(&'static str);

impl fmt::Debug for Word {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl fmt::Debug for Callers {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = [
            (Self::USERS, "USERS"),
            (Self::BOTS, "BOTS"),
            (Self::BUSINESS, "BUSINESS"),
            (Self::ANYONE, "ANYONE"),
        ];
        let known = all.into_iter().filter(|(caller, _)| self.contains(*caller));
        f.debug_set().entries(known.map(|(_, name)| Word(name))).finish()
    }
}
