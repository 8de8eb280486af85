//! The place of a value that is serialized.

use crate::reflect::schema::field::Field;
use alloc::vec::Vec;
use core::{cell::RefCell, fmt};

/// The fields and items that lead to a value; shown as `$.users[3].photo`.
#[derive(Debug, Default)]
pub(super) struct Trail<'s>(RefCell<Vec<Step<'s>>>);

#[derive(Debug)]
enum Step<'s> {
    Field(&'s Field),
    Item(u32),
}

impl<'s> Trail<'s> {
    pub(super) fn enter_field(&self, field: &'s Field) {
        self.0.borrow_mut().push(Step::Field(field));
    }

    pub(super) fn enter_item(&self, at: u32) {
        self.0.borrow_mut().push(Step::Item(at));
    }

    pub(super) fn leave(&self) {
        self.0.borrow_mut().pop();
    }
}

impl fmt::Display for Trail<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("$")?;
        self.0.borrow().iter().try_for_each(|step| match step {
            Step::Field(field) => write!(f, ".{}", field.key()),
            Step::Item(at) => write!(f, "[{at}]"),
        })
    }
}
