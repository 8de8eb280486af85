//! Fields of combinators, from JSON.

use crate::reflect::json::encode::{Encoded, Encoder};
use crate::reflect::json::fault::{Problem, Refusal};
use crate::reflect::json::form::{Style, UnknownFields};
use crate::reflect::json::limits::LEVELS;
use crate::reflect::json::near::nearest;
use crate::reflect::json::number;
use crate::reflect::json::object::{EXTRA, is_absent, missing, no_form, object};
use crate::reflect::json::view::{Entries, Json};
use crate::reflect::json::word::{Conflict, Nat};
use crate::reflect::schema::{
    combinator::{Combinator, Role},
    field::{Condition, Field},
};
use crate::reflect::walk::env::{Env, Slot};
use alloc::{borrow::ToOwned, format};

impl<'s> Encoder<'s> {
    pub(super) const fn style(&self) -> Style {
        self.spelling.style
    }

    /// A round of a repetition.
    pub(super) fn round(&mut self, fields: &'s [Field], env: Env<'s>, json: Json<'_>) -> Encoded {
        let map = object(json, "an object")?;
        let open = self.words.len();
        self.all(fields, env, map)?;
        self.close_words(open)
    }

    /// The fields of a combinator whose variables are open.
    pub(super) fn fields(
        &mut self,
        combinator: &'s Combinator,
        env: Env<'s>,
        map: Entries<'_>,
    ) -> Encoded {
        self.enter()?;
        self.make_room()?;
        let open = self.words.len();
        self.all(&combinator.fields, env, map)?;
        self.close_words(open)?;
        self.slots.close(env);
        self.level -= 1;
        Ok(())
    }

    /// Goes one level deeper, unless the limit is reached.
    pub(super) fn enter(&mut self) -> Encoded {
        if self.level == LEVELS {
            let reason = format!("values nest deeper than {LEVELS} levels");
            return Err(Refusal::new(Problem::NoForm { reason }));
        }
        self.level += 1;
        Ok(())
    }

    /// Writes the words opened since then, which are now known.
    fn close_words(&mut self, open: usize) -> Encoded {
        while self.words.len() > open {
            let Some((word, value)) = self.words.close() else { break };
            let Ok(value) = value else {
                let with = "other fields that depend on it".to_owned();
                return Err(Refusal::new(Problem::Disagrees { with }).in_field(word.name));
            };
            if let Some(place) = self.out.bytes_mut().get_mut(word.at..word.at + 4) {
                place.copy_from_slice(&value.to_le_bytes());
            }
        }
        Ok(())
    }

    fn all(&mut self, fields: &'s [Field], env: Env<'s>, mut map: Entries<'_>) -> Encoded {
        let mut next = 0;
        let is_key = |name: &str| {
            // Keys are usually in the order of fields.
            let at = (next..fields.len()).chain(0..next).find(|at| *fields[*at].key() == *name);
            next = at.map_or(next, |at| at + 1);
            at.is_some()
        };
        // Reported before a missing field, which may be present under a misspelled key.
        self.expect_keys(map, is_key, || fields.iter().map(Field::name))?;
        for (at, field) in fields.iter().enumerate() {
            let key = field.key();
            let json = map.seek(&key);
            let start = self.out.as_bytes().len();
            let is_length = fields.get(at + 1).is_some_and(|next| next.is_bounded);
            if is_length && json.is_none() {
                // The length of the next field's value.
                self.out.int(0);
                continue;
            }
            match json {
                None if !field.is_optional() && !field.is_nat() => return Err(missing(&key)),
                _ => self.field(field, env, json).map_err(|refusal| refusal.in_field(&key))?,
            }
            if field.is_bounded {
                self.bound(start, &fields[at - 1], map)?;
            }
        }
        Ok(())
    }

    fn field(&mut self, field: &'s Field, env: Env<'s>, json: Option<Json<'_>>) -> Encoded {
        let is_there =
            |json: &Json<'_>| !field.is_optional() || !is_absent(field, env.schema, *json);
        let json = json.filter(is_there);
        if let Some(condition) = field.condition {
            self.presence(condition, env, json.is_some())?;
        }
        match (json, field.var) {
            (Some(json), _) => return self.present(field, env, json),
            (None, Some(var)) if field.is_optional() => {
                self.slots.set(env, var, Slot::Nat(Nat::Known(0)));
            }
            (None, Some(var)) => {
                let word = self.words.open(field.name(), self.out.as_bytes().len());
                self.slots.set(env, var, Slot::Nat(word));
                self.out.nat(0);
            }
            (None, None) => {}
        }
        Ok(())
    }

    /// An item of a list that may be null.
    pub(super) fn nullable(
        &mut self,
        nullable: &'s Combinator,
        item: &'s Field,
        env: Env<'s>,
        json: Json<'_>,
    ) -> Encoded {
        let is_there = !matches!(json, Json::Null);
        self.enter()?;
        self.make_room()?;
        let bits = item.condition.map_or(0, |condition| u32::from(is_there) << condition.bit);
        if let Some(var) = nullable.fields[0].var {
            self.slots.set(env, var, Slot::Nat(Nat::Known(bits)));
        }
        self.out.nat(bits);
        if is_there {
            self.present(item, env, json)?;
        }
        self.slots.close(env);
        self.level -= 1;
        Ok(())
    }

    /// The value of a field that is present.
    pub(super) fn present(&mut self, field: &'s Field, env: Env<'s>, json: Json<'_>) -> Encoded {
        if field.is_call {
            return self.any(json, &[Role::Function]);
        }
        if let (true, Some(var)) = (field.is_nat(), field.var) {
            let value = number::nat(json)?;
            self.slots.set(env, var, Slot::Nat(Nat::Known(value)));
            self.out.nat(value);
            return Ok(());
        }
        self.ty(&field.ty, env, json)
    }

    /// Compares the presence of a field with its bit.
    fn presence(&mut self, condition: Condition, env: Env<'s>, is_there: bool) -> Encoded {
        let Condition { var, bit } = condition;
        let with = match self.slots.get(env, var) {
            Slot::Nat(Nat::Known(mask)) if (mask >> bit & 1 == 1) == is_there => return Ok(()),
            Slot::Nat(Nat::Known(_)) => format!("bit {bit} of the `#` that is given"),
            Slot::Nat(Nat::Open { word, plus: 0 }) => {
                let name = self.words.name(word);
                match self.words.bit(word, bit, is_there) {
                    Ok(()) => return Ok(()),
                    Err(Conflict) => {
                        format!(
                            "another field: all with bit {bit} of `{name}` are present, or none"
                        )
                    }
                }
            }
            _ => return Err(no_form()),
        };
        Err(Refusal::new(Problem::Disagrees { with }))
    }

    /// Sets the field before an object to the object's length; the object began at `start`.
    fn bound(&mut self, start: usize, field: &Field, map: Entries<'_>) -> Encoded {
        let length = self.out.as_bytes().len() - start;
        let bytes = i32::try_from(length).map_err(|_| no_form())?.to_le_bytes();
        let Some(place) =
            start.checked_sub(4).and_then(|at| self.out.bytes_mut().get_mut(at..start))
        else {
            return Err(no_form());
        };
        if map.contains_key(field.name()) && *place != bytes {
            let with = format!("the length of the value, which is {length}");
            return Err(Refusal::new(Problem::Disagrees { with }).in_field(field.name()));
        }
        place.copy_from_slice(&bytes);
        Ok(())
    }

    /// Refuses unknown keys.
    pub(super) fn expect_keys<'n, N: Iterator<Item = &'n str>>(
        &self,
        map: Entries<'_>,
        mut is_key: impl FnMut(&str) -> bool,
        names: impl FnOnce() -> N,
    ) -> Encoded {
        if self.unknown == UnknownFields::Ignored {
            return Ok(());
        }
        let is_extra = |key: &str| self.style() == Style::Tdlib && EXTRA.contains(&key);
        let mut is_unknown =
            |key: &&str| **key != *self.style().key() && !is_key(key) && !is_extra(key);
        let Some(key) = map.keys().find(|key| is_unknown(key)) else { return Ok(()) };
        let near = nearest(key, names().filter(|name| !map.contains_key(name)));
        let (key, near) = (key.to_owned(), near.map(str::to_owned));
        Err(Refusal::new(Problem::UnknownKey { key, near }))
    }
}
