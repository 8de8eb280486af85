//! Values of other layers.

use crate::{
    read::of_layer::OfLayer,
    reflect::{
        schema::{expr::Form, table::Schema, types::Type},
        walk::{
            event::{Event, Scalar},
            feed::{Feed, Step},
        },
    },
    wire::ids::OF_LAYER,
};

impl<'s> Feed<'_, 's, '_> {
    /// Reads a value of another layer, if the schemas are layers or the value is marked; returns whether it was one.
    pub(super) fn of_layer(&mut self, ty: &Type, id: u32) -> Step<bool> {
        if self.marked(id)? {
            return Ok(true);
        }
        if self.walker.first.is_none() || !ty.params.is_empty() {
            return Ok(false);
        }
        let find = |schema: &'s Schema| {
            let same = schema.type_named(&ty.name).filter(|ty| ty.builtin.is_none())?;
            let found = schema.constructors_of(same).find(|it| it.id == id)?;
            (found.params() == 0).then_some((schema, found))
        };
        let Some((schema, constructor)) = self.walker.in_order().find_map(find) else {
            return Ok(false);
        };
        let env = self.walker.slots.open(schema, constructor);
        // No layer alone has the cycles that types of several layers may make.
        self.begin_deep(constructor, env, Form::Boxed, true)?;
        Ok(true)
    }

    /// Reads the value of another layer after its mark, if this is one; returns whether it is.
    pub(super) fn marked(&mut self, id: u32) -> Step<bool> {
        if id != OF_LAYER || !self.walker.options.marked {
            return Ok(false);
        }
        let (value, taken) = self.read(|reader| (reader.of_layer(), reader.offset()))?;
        self.walker.want = None;
        let OfLayer { layer, name, bytes } = value;
        self.tell(taken + 4, Event::Scalar(Scalar::OfLayer { layer, name, bytes }))?;
        Ok(true)
    }
}
