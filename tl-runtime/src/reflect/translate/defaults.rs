//! Defaults of new required fields.

use crate::reflect::schema::builtin::Builtin;
use crate::reflect::schema::expr::{Apply, Form, Node, TypeExpr};
use crate::reflect::translate::assembler::{Assembler, Done};
use crate::reflect::translate::loss::LossKind;
use crate::reflect::translate::refusal::Problem;
use crate::reflect::translate::translator::Defaults;
use crate::reflect::translate::word::Nat;
use crate::reflect::walk::env::{Env, Slot};
use crate::wire::ids::VECTOR;

impl<'t> Assembler<'t, '_> {
    /// Writes the empty value of a type, if defaults are allowed and the type has one.
    pub(super) fn fill(&mut self, ty: &'t TypeExpr, env: Env<'t>) -> Done {
        if self.defaults == Defaults::Refused {
            return Err(self.refuse(Problem::Required));
        }
        let Some((ty, env)) = self.slots.resolve(ty, env) else {
            return Err(self.refuse(Problem::NoForm));
        };
        match &ty.0 {
            Node::Nat => self.out.nat(0),
            Node::Repetition(repetition) => return self.count(repetition.times, env, 0),
            Node::Apply(apply) => match env.schema.builtin_of(apply) {
                Some(builtin) => return self.nothing(builtin, apply, env),
                None => return Err(self.refuse(Problem::Required)),
            },
            Node::Kind | Node::Var(_) => return Err(self.refuse(Problem::NoForm)),
        }
        Ok(())
    }

    fn nothing(&mut self, builtin: Builtin, apply: &'t Apply, env: Env<'t>) -> Done {
        if builtin == Builtin::Vector {
            if apply.form == Form::Boxed {
                self.out.id(VECTOR);
            }
            self.out.nat(0);
            return Ok(());
        }
        self.builtin_id(builtin, apply, env)?;
        match builtin {
            Builtin::Object | Builtin::Function => return Err(self.refuse(Problem::Required)),
            Builtin::Bool => self.out.bool(false),
            _ => {
                // The bare forms of 0 and of no text are zeros.
                let zeros = usize::try_from(builtin.least()).unwrap_or_default();
                self.out.put(&[0; 64][..zeros.min(64)]);
            }
        }
        Ok(())
    }

    /// Writes a `#` that counts or is data, without an old value.
    pub(super) fn fill_word(&mut self, var: u32, env: Env<'t>) -> Done {
        if self.defaults == Defaults::Refused {
            return Err(self.refuse(Problem::Required));
        }
        self.out.nat(0);
        self.slots.set(env, var, Slot::Nat(Nat::Known(0)));
        self.lose(LossKind::Filled);
        Ok(())
    }
}
