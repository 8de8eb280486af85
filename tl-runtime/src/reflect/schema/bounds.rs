//! Objects whose length is the field before them, as in `MTProto`'s messages: `bytes:int body:Object`.

use crate::reflect::schema::{
    builtin::Builtin, expr::Node, field::Field, table::Schema, types::Type,
};

/// Notes which fields are such objects.
pub(crate) fn note_bounds(schema: &mut Schema) {
    let Schema { types, combinators, .. } = schema;
    for combinator in combinators {
        note(&mut combinator.fields, types);
    }
}

fn note(fields: &mut [Field], types: &[Type]) {
    let mut is_after_length = false;
    for field in fields {
        let builtin = match &field.ty.0 {
            Node::Apply(apply) if field.condition.is_none() => types[apply.ty as usize].builtin,
            _ => None,
        };
        field.is_bounded = is_after_length && builtin == Some(Builtin::Object);
        is_after_length = builtin == Some(Builtin::Int) && field.name() == "bytes";
        if let Node::Repetition(repetition) = &mut field.ty.0 {
            note(&mut repetition.fields, types);
        }
    }
}
