//! The `#` fields of new values.

use crate::reflect::schema::field::Field;
use crate::reflect::translate::assembler::{Assembler, Done};
use crate::reflect::translate::fields::{Source, is_word};
use crate::reflect::translate::loss::LossKind;
use crate::reflect::translate::parts::Kind;
use crate::reflect::translate::refusal::Problem;
use crate::reflect::translate::word::{Nat, Word};
use crate::reflect::walk::env::{Env, Slot};
use crate::reflect::walk::event::Scalar;

impl<'t> Assembler<'t, '_> {
    /// Writes a `#`: the old number, or a word that its dependents determine.
    pub(super) fn word(
        &mut self,
        field: &'t Field,
        var: u32,
        source: Source<'_>,
        env: Env<'t>,
    ) -> Done {
        let old = match source.part.map(|part| self.parts[part].kind) {
            Some(Kind::Scalar(Scalar::Nat(value))) => Some((value, source.field)),
            Some(_) => return Err(self.refuse(Problem::WrongKind { ty: "#".into() })),
            None => None,
        };
        if field.is_optional() {
            self.presence(field, env, old.is_some())?;
            if old.is_none() {
                self.slots.set(env, var, Slot::Nat(Nat::Known(0)));
                return Ok(());
            }
        }
        match old {
            _ if is_word(field) => self.open_word(field, var, old, env),
            Some((value, of)) => {
                let value = value & of.map_or(u32::MAX, free_bits);
                self.slots.set(env, var, Slot::Nat(Nat::Known(value)));
                self.out.nat(value);
            }
            None if field.uses.counts && !field.uses.is_data => {
                self.open_word(field, var, None, env);
            }
            None => return self.fill_word(var, env),
        }
        Ok(())
    }

    /// Opens a word; bits that are free in both schemas are kept, and bits that types take.
    fn open_word(
        &mut self,
        field: &Field,
        var: u32,
        old: Option<(u32, Option<&Field>)>,
        env: Env<'t>,
    ) {
        let (value, of) = old.unwrap_or_default();
        let free = value & of.map_or(u32::MAX, free_bits);
        let taken = if field.uses.is_remote { value & field.uses.bits } else { 0 };
        let lost = free & field.uses.bits & !taken;
        if lost != 0 {
            self.lose(LossKind::Bits(lost));
        }
        let word =
            Word::new(self.out.as_bytes().len(), free & !field.uses.bits | taken, field.uses);
        self.words.push(word);
        self.slots.set(env, var, Slot::Nat(Nat::Open(self.words.len() - 1)));
        self.out.nat(0);
    }

    /// Writes the words opened since then, which are now known.
    pub(super) fn close_words(&mut self, open: usize) -> Done {
        while self.words.len() > open {
            let Some(word) = self.words.pop() else { break };
            let Ok(value) = word.value() else { return Err(self.refuse(Problem::Disagrees)) };
            if let Some(place) = self.out.bytes_mut().get_mut(word.at..word.at + 4) {
                place.copy_from_slice(&value.to_le_bytes());
            }
        }
        Ok(())
    }
}

/// The bits of an old `#` that its dependents do not determine.
fn free_bits(field: &Field) -> u32 {
    if is_word(field) { !field.uses.bits } else { u32::MAX }
}
