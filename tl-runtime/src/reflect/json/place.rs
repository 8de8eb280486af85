//! The place of a value in a walk.

use crate::reflect::json::{form::Style, null::item_of};
use crate::reflect::schema::field::Field;
use crate::reflect::walk::event::Event;
use alloc::vec::Vec;
use core::fmt;

/// The open values, outermost first; shown as `$.users[3].photo`.
#[derive(Debug)]
pub(super) struct Place<'s>(Vec<Step<'s>>);

/// What is open in a value.
#[derive(Debug)]
enum Step<'s> {
    /// Nothing yet.
    Start,
    /// The item of a list that may be null. Its own fields are not in JSON.
    Nullable,
    Field(&'s Field),
    Item(u32),
}

impl<'s> Place<'s> {
    /// Starts outside of all values.
    pub(super) const fn new() -> Self {
        Self(Vec::new())
    }

    /// Follows an event of a walk whose values are written in a style.
    #[inline]
    pub(super) fn follow(&mut self, event: &Event<'s, '_>, style: Style) {
        match event {
            Event::Begin(combinator, _) if item_of(style, combinator).is_some() => {
                self.0.push(Step::Nullable);
            }
            Event::Begin(..) | Event::BeginList(..) | Event::BeginRound => self.0.push(Step::Start),
            Event::End(_) | Event::EndList | Event::EndRound => drop(self.0.pop()),
            Event::Field(field) => self.enter(Step::Field(field)),
            Event::Item(at) => self.enter(Step::Item(*at)),
            Event::Any | Event::Absent(_) | Event::Scalar(_) => {}
        }
    }

    #[inline]
    fn enter(&mut self, step: Step<'s>) {
        if let Some(last) = self.0.last_mut().filter(|last| !matches!(last, Step::Nullable)) {
            *last = step;
        }
    }
}

impl fmt::Display for Place<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("$")?;
        self.0.iter().try_for_each(|step| match step {
            Step::Start | Step::Nullable => Ok(()),
            Step::Field(field) => write!(f, ".{}", field.key()),
            Step::Item(at) => write!(f, "[{at}]"),
        })
    }
}
