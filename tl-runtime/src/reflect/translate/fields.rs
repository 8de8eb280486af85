//! The fields of new values.

use crate::reflect::schema::builtin::Builtin;
use crate::reflect::schema::combinator::Role;
use crate::reflect::schema::expr::Node;
use crate::reflect::schema::field::{Condition, Field};
use crate::reflect::schema::table::Schema;
use crate::reflect::translate::assembler::{Assembler, Done};
use crate::reflect::translate::loss::LossKind;
use crate::reflect::translate::parts::{Kind, Made};
use crate::reflect::translate::path::{Step, path};
use crate::reflect::translate::refusal::Problem;
use crate::reflect::translate::table::Pair;
use crate::reflect::translate::word::Nat;
use crate::reflect::walk::env::{Env, Slot};
use crate::reflect::walk::event::Scalar;
use alloc::string::ToString as _;

/// What a new field takes: the old field, and its value if it is present.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Source<'t> {
    pub(super) field: Option<&'t Field>,
    pub(super) part: Option<usize>,
    /// Whether the old field is a flag: an optional `true`.
    is_flag: bool,
}

/// A value for a field.
#[derive(Clone, Copy)]
enum Given {
    Part(usize),
    Bool(bool),
}

/// The new fields of a value, and where their sources begin.
#[derive(Clone, Copy)]
pub(super) struct New<'t> {
    pub(super) fields: &'t [Field],
    base: usize,
    /// For each field whether another one has its bit, if that is known.
    shared: Option<&'t [bool]>,
}

impl<'t> New<'t> {
    /// Whether a field without a value is certainly unset: it is optional, and no other field has its bit.
    fn is_unset(&self, at: usize, field: &Field, source: &Source<'t>) -> bool {
        let is_alone = self.shared.is_some_and(|shared| shared.get(at) == Some(&false));
        source.part.is_none() && is_alone && field.is_optional() && field.var.is_none()
    }
}

impl<'t> Assembler<'t, '_> {
    /// Writes the fields of a value of a combinator.
    pub(super) fn value(
        &mut self,
        made: Made<'t>,
        fields: &'t [Field],
        pair: &'t Pair,
        env: Env<'t>,
        at: usize,
    ) -> Done {
        let new = New { shared: Some(&pair.shared), ..self.open(fields) };
        if pair.has_flags {
            self.note_flags(made, pair, new);
        }
        let target = |field: &Field| *pair.targets.get(field.place as usize)?;
        self.find(new, at, target);
        self.all(new, env)
    }

    /// Notes which fields come from flags: an unset one is `false`.
    fn note_flags(&mut self, made: Made<'t>, pair: &Pair, new: New<'t>) {
        for (field, target) in made.combinator.fields.iter().zip(&pair.targets) {
            let old = made.schema.filter(|_| field.is_optional());
            if let (Some(target), Some(Builtin::True)) =
                (target, old.and_then(|old| builtin(old, field)))
            {
                let source = Source { field: Some(field), part: None, is_flag: true };
                self.sources[new.base + *target as usize] = source;
            }
        }
    }

    /// Writes a round of a repetition.
    pub(super) fn round(&mut self, fields: &'t [Field], env: Env<'t>, at: usize) -> Done {
        let new = self.open(fields);
        let target = |old: &Field| {
            let is_it = |(_, field): &(u32, &Field)| {
                field.name == old.name && (!field.name.is_empty() || field.place == old.place)
            };
            (0..).zip(fields).find(is_it).map(|(at, _)| at)
        };
        self.find(new, at, target);
        self.all(new, env)
    }

    fn open(&mut self, fields: &'t [Field]) -> New<'t> {
        let base = self.sources.len();
        self.sources.resize(base + fields.len(), Source::default());
        New { fields, base, shared: None }
    }

    /// Finds the sources of new fields in the parts of a value; lists those that are dropped.
    fn find(&mut self, new: New<'t>, value: usize, target: impl Fn(&Field) -> Option<u32>) {
        let (mut at, end) = (value + 1, self.parts[value].next);
        while at < end {
            let part = self.parts[at];
            if let Some(field) = part.field {
                match target(field).map(|to| &mut self.sources[new.base + to as usize]) {
                    Some(source) => {
                        *source = Source { field: Some(field), part: Some(at), is_flag: false }
                    }
                    None => self.drop_field(field, part.kind),
                }
            }
            at = part.next;
        }
    }

    /// Lists an old field without a new one, unless its dependents say the same.
    fn drop_field(&mut self, field: &'t Field, kind: Kind<'_, '_>) {
        let lost = match kind {
            Kind::Scalar(Scalar::Nat(_)) if field.uses.counts && !field.uses.is_data => None,
            Kind::Scalar(Scalar::Nat(value)) if is_word(field) => {
                let bits = value & !field.uses.bits;
                Some(LossKind::Bits(bits)).filter(|_| bits != 0)
            }
            _ => Some(LossKind::Dropped),
        };
        if let Some(lost) = lost {
            self.path.push(Step::Field(field));
            self.lose(lost);
            self.path.pop();
        }
    }

    fn all(&mut self, new: New<'t>, env: Env<'t>) -> Done {
        let open = self.words.len();
        for (at, field) in new.fields.iter().enumerate() {
            if new.is_unset(at, field, &self.sources[new.base + at]) && self.note(field, env, false)
            {
                continue;
            }
            self.at(Step::Field(field), |this| this.field(new, at, env))?;
        }
        self.close_words(open)?;
        self.sources.truncate(new.base);
        Ok(())
    }

    fn field(&mut self, new: New<'t>, at: usize, env: Env<'t>) -> Done {
        let (field, source) = (&new.fields[at], self.sources[new.base + at]);
        if let (true, Some(var)) = (field.is_nat() && !field.is_call, field.var) {
            return self.word(field, var, source, env);
        }
        let start = self.out.as_bytes().len();
        match self.given(field, source, env) {
            Some(given) if field.is_optional() => self.optional(field, given, env)?,
            Some(given) => self.put(field, given, env)?,
            None if field.is_optional() => self.absent(new, at, env)?,
            // The length of the next field's value.
            None if new.fields.get(at + 1).is_some_and(|next| next.is_bounded) => self.out.int(0),
            None => self.new_field(field, env)?,
        }
        if field.is_bounded {
            self.bound(start)?;
        }
        Ok(())
    }

    /// The value of a new field; an unset `true` is the `Bool` false.
    fn given(&mut self, field: &Field, source: Source<'_>, env: Env<'t>) -> Option<Given> {
        let new = builtin(env.schema, field);
        let Some(part) = source.part else {
            let is_false = source.is_flag && new == Some(Builtin::Bool) && !field.is_optional();
            return is_false.then_some(Given::Bool(false));
        };
        match (new, self.parts[part].kind) {
            (Some(Builtin::Bool), Kind::Scalar(Scalar::True)) => Some(Given::Bool(true)),
            (Some(Builtin::True), Kind::Scalar(Scalar::Bool(false))) if field.is_optional() => {
                if source.field.is_some_and(Field::is_optional) {
                    let reason = "it is `false`, and the new field has no such value".to_string();
                    self.lose(LossKind::Unset { reason });
                }
                None
            }
            _ => Some(Given::Part(part)),
        }
    }

    fn put(&mut self, field: &'t Field, given: Given, env: Env<'t>) -> Done {
        match given {
            Given::Part(part) => self.present(field, env, part),
            Given::Bool(value) => {
                self.out.bool(value);
                Ok(())
            }
        }
    }

    /// Writes the value of a field.
    pub(super) fn present(&mut self, field: &'t Field, env: Env<'t>, at: usize) -> Done {
        if field.is_call {
            return self.any(at, Some(Role::Function));
        }
        self.ty(&field.ty, env, at)
    }

    /// Writes an optional field, or unsets it if the new schema cannot express its value.
    fn optional(&mut self, field: &'t Field, given: Given, env: Env<'t>) -> Done {
        let mark = self.mark(env);
        let written = self.put(field, given, env);
        let is_there = written.is_ok();
        if let Err(refusal) = written {
            self.go_back(mark);
            let is_own = refusal.path() == path(&self.path);
            let reason = if is_own { refusal.problem().to_string() } else { refusal.to_string() };
            self.lose(LossKind::Unset { reason });
        }
        self.presence(field, env, is_there)
    }

    /// Leaves an optional field unset, unless another one with its bit is present.
    fn absent(&mut self, new: New<'t>, at: usize, env: Env<'t>) -> Done {
        let field = &new.fields[at];
        let is_alone = new.shared.is_some_and(|shared| shared.get(at) == Some(&false));
        let is_there = !is_alone && self.is_there(new, at, env);
        if is_there {
            if builtin(env.schema, field) == Some(Builtin::True) {
                return Err(self.refuse(Problem::Disagrees));
            }
            self.new_field(field, env)?;
        }
        self.presence(field, env, is_there)
    }

    /// Whether another field with the same bit is present.
    fn is_there(&self, new: New<'t>, at: usize, env: Env<'t>) -> bool {
        let field = &new.fields[at];
        let known =
            field.condition.and_then(|Condition { var, bit }| match self.slots.get(env, var) {
                Slot::Nat(Nat::Open(word)) => self.words.get(word)?.known(bit),
                _ => None,
            });
        known.unwrap_or_else(|| {
            let mut later = new.fields.iter().zip(&self.sources[new.base..]).skip(at + 1);
            later.any(|(it, source)| it.condition == field.condition && source.part.is_some())
        })
    }

    /// Fills a new required field.
    fn new_field(&mut self, field: &'t Field, env: Env<'t>) -> Done {
        if field.is_call {
            return Err(self.refuse(Problem::Required));
        }
        self.fill(&field.ty, env)?;
        self.lose(LossKind::Filled);
        Ok(())
    }

    /// Records the presence of an optional field in its flag word.
    pub(super) fn presence(&mut self, field: &Field, env: Env<'t>, is_there: bool) -> Done {
        if self.note(field, env, is_there) {
            return Ok(());
        }
        let number = field.condition.map(|it| self.slots.get(env, it.var));
        let is_number = matches!(number, Some(Slot::Nat(_)));
        Err(self.refuse(if is_number { Problem::Disagrees } else { Problem::NoForm }))
    }

    /// The same; returns whether that agrees with other fields.
    fn note(&mut self, field: &Field, env: Env<'t>, is_there: bool) -> bool {
        let Some(Condition { var, bit }) = field.condition else { return true };
        match self.slots.get(env, var) {
            Slot::Nat(Nat::Known(mask)) => (mask >> bit & 1 == 1) == is_there,
            Slot::Nat(Nat::Open(word)) => {
                self.words.get_mut(word).is_some_and(|word| word.bit(bit, is_there).is_ok())
            }
            _ => false,
        }
    }

    /// Sets the field before an object to the object's length; the object began at `start`.
    fn bound(&mut self, start: usize) -> Done {
        let bytes = self.out.bytes_mut();
        let length = i32::try_from(bytes.len() - start).ok();
        let place = start.checked_sub(4).and_then(|at| bytes.get_mut(at..start));
        match (place, length) {
            (Some(place), Some(length)) => {
                place.copy_from_slice(&length.to_le_bytes());
                Ok(())
            }
            _ => Err(self.refuse(Problem::NoForm)),
        }
    }
}

/// Whether a `#` is a flag word.
pub(super) const fn is_word(field: &Field) -> bool {
    field.uses.bits != 0 && !field.uses.counts && !field.uses.is_data
}

/// The predefined type of a field.
fn builtin(schema: &Schema, field: &Field) -> Option<Builtin> {
    match &field.ty.0 {
        Node::Apply(apply) => schema.builtin_of(apply),
        _ => None,
    }
}
