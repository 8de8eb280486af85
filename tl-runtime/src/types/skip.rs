//! Skipping a value by its schema.

use crate::{
    read::{error::ErrorKind, reader::Reader},
    reflect::{
        schema::{combinator::Combinator, table::Schema, types::Type},
        walk::{
            event::{Event, Piece},
            fault::{Ended, FaultKind},
            root::Root,
            walker::{Input, Progress, Walker},
        },
    },
    traits::embedded::{Embedded, HasSchema},
    types::object_ref::ObjectRef,
};
use core::{convert::Infallible, slice};

impl<'de> Reader<'de> {
    /// Skips a boxed value of the type `ty` and returns its bytes; none after a fault.
    ///
    /// The walk starts with the remaining limits, and counts against them.
    #[inline]
    pub(crate) fn skip(
        &mut self,
        schema: Option<&'static Embedded>,
        ty: &'static str,
    ) -> &'de [u8] {
        let Some((schema, root)) = self.root(schema, ty) else { return &[] };
        self.walk_over(schema, root, ty)
    }

    /// Reads an `Object` that is followed by other values: any boxed value or call of the schema `S`, which determines
    /// its end.
    ///
    /// The last value of a message needs no schema: see [`Reader::object`].
    pub fn object_before<S: HasSchema, T: From<ObjectRef<'de>>>(&mut self) -> T {
        let Some(schema) = S::schema().and_then(Embedded::schema) else {
            self.fail(ErrorKind::NoForm, "Object");
            return ObjectRef::new(&[]).into();
        };
        ObjectRef::new(self.walk_over(schema, Root::Any, "Object")).into()
    }

    /// Skips the value that begins here and returns its bytes.
    #[inline]
    fn walk_over(
        &mut self,
        schema: &'static Schema,
        root: Root<'static>,
        ty: &'static str,
    ) -> &'de [u8] {
        let options = self.options_left();
        let mut walker = Walker::new(slice::from_ref(schema), root, &options);
        walker = walker.starting_at(self.offset() as u64);
        let mut ignore = |_: Piece<'_>, _: Event<'_, '_>| Ok::<(), Infallible>(());
        match walker.feed(self.rest(), Input::Last, &mut ignore) {
            Ok(Progress::Done { used } | Progress::More { used, .. }) => {
                self.charge_elements(walker.elements);
                self.take(used, ty)
            }
            Err(Ended::Fault(fault)) => {
                let kind = match fault.kind {
                    FaultKind::Wire(kind) => kind,
                    FaultKind::NoConstructor | FaultKind::NoForm => ErrorKind::NoForm,
                };
                let offset = usize::try_from(fault.offset).unwrap_or(usize::MAX);
                self.fail_at(offset, kind, walker.expected);
                &[]
            }
        }
    }

    /// The root to read the next value as: the constructor with its id, of the given type.
    #[inline]
    fn root(
        &mut self,
        schema: Option<&'static Embedded>,
        ty: &'static str,
    ) -> Option<(&'static Schema, Root<'static>)> {
        let Some((schema, found)) =
            schema.and_then(Embedded::schema).and_then(|it| Some((it, it.type_named(ty)?)))
        else {
            self.fail(ErrorKind::NoForm, ty);
            return None;
        };
        if let Some(only) = only_of(schema, found) {
            return Some((schema, Root::Boxed(schema, only)));
        }
        let Some(id) = self.rest().first_chunk().map(|id| u32::from_le_bytes(*id)) else {
            self.id();
            return None;
        };
        let constructor = schema.constructors_of(found).find(|it| it.id == id);
        if constructor.is_none() {
            self.fail(ErrorKind::UnknownId { found: id }, ty);
        }
        Some((schema, Root::Boxed(schema, constructor?)))
    }
}

/// The only constructor of a type.
#[inline]
fn only_of<'s>(schema: &'s Schema, ty: &'s Type) -> Option<&'s Combinator> {
    schema.constructors_of(ty).next().filter(|_| ty.constructors.len() == 1)
}
