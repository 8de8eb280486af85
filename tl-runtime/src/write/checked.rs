//! Writing parts of a value that may disagree with others.

use crate::{
    wire::length,
    write::{disagreement::DisagreementKind, writer::Writer},
};

impl Writer<'_> {
    /// Writes a `#` if `bit` of `flags` is set. Otherwise the number must be 0, which is what a reader takes it for.
    #[doc(hidden)]
    #[inline]
    pub fn optional_nat(&mut self, flags: u32, bit: u8, value: u32) {
        if flags & (1 << bit) != 0 || self.is_of_fields {
            self.nat(value);
        } else if value != 0 {
            self.refuse(DisagreementKind::Presence { bit, found: true });
        }
    }

    /// Refuses the value if `flags`, on which other parts depend too, disagrees with the presence of a field.
    #[doc(hidden)]
    #[inline]
    pub fn expect_bit(&mut self, flags: u32, bit: u8, is_there: bool) {
        if self.is_of_fields {
            self.nat(is_there.into());
        } else if (flags & (1 << bit) != 0) != is_there {
            self.refuse(DisagreementKind::Presence { bit, found: is_there });
        }
    }

    /// Refuses the value if `count`, on which other parts depend too, is not the number of items.
    #[doc(hidden)]
    #[inline]
    pub fn expect_count<T>(&mut self, count: u32, items: &[T]) {
        if self.is_of_fields {
            self.nat(length::count(items));
        } else if count as usize != items.len() {
            self.refuse(DisagreementKind::Count { expected: count, found: items.len() });
        }
    }

    /// The sum of a number and a constant. Refuses the value if it is too large.
    #[doc(hidden)]
    #[inline]
    pub fn sum(&mut self, number: u32, plus: u32) -> u32 {
        number.checked_add(plus).unwrap_or_else(|| {
            if !self.is_of_fields {
                self.refuse(DisagreementKind::Sum { number, plus });
            }
            u32::MAX
        })
    }

    /// Writes a field whose parts may disagree, and adds its name to a disagreement.
    #[doc(hidden)]
    #[inline]
    pub fn within(&mut self, field: &'static str, write: impl FnOnce(&mut Self)) {
        let was_whole = self.fault.is_none();
        write(self);
        if was_whole && let Some(fault) = &mut self.fault {
            fault.in_field(field);
        }
    }

    /// Writes elements whose parts may disagree, as [`Writer::repeat_with`] does, and adds the index to a disagreement.
    #[doc(hidden)]
    #[inline]
    pub fn repeat_within<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Self, &T)) {
        for (at, item) in items.iter().enumerate() {
            if self.fault.is_some() || self.is_done() {
                break;
            }
            write(self, item);
            if let Some(fault) = &mut self.fault {
                fault.in_item(at);
            }
        }
    }
}
