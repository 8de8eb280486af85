//! The fields of a combinator in two schemas.

use typelang_runtime::reflect::{Combinator, Field, Role, Schema};

use crate::compare::{api::Api, change::Detail, kinds::Kind, verdict::Verdict};

/// A combinator in its schema.
#[derive(Clone, Copy)]
pub(super) struct In<'s> {
    pub(super) schema: &'s Schema,
    pub(super) combinator: &'s Combinator,
}

impl<'s> In<'s> {
    fn spelled(self, field: &'s Field) -> String {
        self.schema.spelled(self.combinator, field).to_string()
    }

    /// The keys and types of the fields.
    fn all(self) -> Vec<(String, String)> {
        let fields = self.combinator.fields().iter();
        fields.map(|field| (field.key().into_owned(), self.spelled(field))).collect()
    }

    fn types(self) -> Vec<String> {
        self.all().into_iter().map(|(_, ty)| ty).collect()
    }

    /// The keys that another combinator has too, in this one's order.
    fn order(self, other: In<'_>) -> Vec<String> {
        let keys = self.all().into_iter().map(|(key, _)| key);
        keys.filter(|key| other.named(key).is_some()).collect()
    }

    fn named(self, key: &str) -> Option<&'s Field> {
        self.combinator.fields().iter().find(|field| *field.key() == *key)
    }

    fn result(self) -> &'s str {
        self.schema.result_of(self.combinator).map_or("", |ty| ty.name())
    }
}

/// What differs between two combinators of the same name.
pub(super) fn details(old: In<'_>, new: In<'_>) -> Vec<Detail> {
    let mut details = Vec::new();
    for field in old.combinator.fields() {
        details.extend(changed(old, new, field));
    }
    for field in new.combinator.fields() {
        if old.named(&field.key()).is_none() {
            details.push(added(old, new, field));
        }
    }
    if old.result() != new.result() {
        let (was, is) = (Some(old.result().to_owned()), Some(new.result().to_owned()));
        let (name, verdict) = ("=".to_owned(), Verdict::Breaks);
        let is_method = new.combinator.role() == Role::Function;
        let api = if is_method { Api::ChangedResponse } else { Api::MovedItem };
        details.push(Detail { name, old: was, new: is, verdict, api });
    }
    details
}

/// What became of an old field; nothing if it is as it was.
fn changed<'s>(old: In<'s>, new: In<'s>, field: &'s Field) -> Option<Detail> {
    let (name, was) = (field.key().into_owned(), old.spelled(field));
    let Some(to) = new.named(&name) else {
        // The fields of a flag word say the same.
        let is_word = field.is_nat() && old.combinator.bits_of(field).next().is_some();
        let (verdict, api) = if is_word {
            (Verdict::Lossless, Api::Same)
        } else {
            (Verdict::Lossy, Api::RemovedField)
        };
        return Some(Detail { name, old: Some(was), new: None, verdict, api });
    };
    let is = new.spelled(to);
    if was == is {
        return word(old, new, field, to);
    }
    let before = Kind::new(old.schema, &was, field.is_optional());
    let after = Kind::new(new.schema, &is, to.is_optional());
    // A bit or the presence on the wire differs in any case.
    let verdict = before.becomes(after).max(Verdict::Lossless);
    // A value that the new type lacks unsets the field, which contradicts others of its bit.
    let is_unset = verdict == Verdict::Lossy && to.is_optional();
    let verdict = if is_unset && shares_bit(old, new, &name, &is) {
        Verdict::Breaks
    } else {
        verdict.max(joined(old, new, &name))
    };
    let api = if before.rust() == after.rust() { Api::Same } else { Api::ChangedType };
    Some(Detail { name, old: Some(was), new: Some(is), verdict, api })
}

/// What became of a `#` that fields depend on in one schema and not in the other: there it is data.
fn word<'s>(old: In<'s>, new: In<'s>, field: &'s Field, to: &'s Field) -> Option<Detail> {
    let is_word = |it: In<'s>, field| it.combinator.bits_of(field).next().is_some();
    let (verdict, api) = match (is_word(old, field), is_word(new, to)) {
        _ if !field.is_nat() => return None,
        (false, true) => (Verdict::Lossy, Api::RemovedField),
        (true, false) => (Verdict::Lossless, Api::NewRequiredField),
        _ => return None,
    };
    let spelled = |it: In<'s>, field| Some(it.spelled(field));
    let (was, is) = (spelled(old, field), spelled(new, to));
    Some(Detail { name: field.key().into_owned(), old: was, new: is, verdict, api })
}

/// The verdict on fields that get one bit and had none or several: where one of them is unset, it needs a value.
fn joined(old: In<'_>, new: In<'_>, name: &str) -> Verdict {
    let bit = |it: In<'_>, key: &str| {
        let spelled =
            it.named(key).filter(|field| field.is_optional()).map(|field| it.spelled(field));
        spelled.and_then(|ty| ty.split_once('?').map(|(bit, _)| bit.to_owned()))
    };
    let Some(own) = bit(new, name) else { return Verdict::Same };
    let before = bit(old, name);
    let is_joined = |key: &String| {
        let was = bit(old, key);
        key != name
            && old.named(key).is_some()
            && bit(new, key).as_ref() == Some(&own)
            && (was.is_none() || was != before)
    };
    let keys: Vec<String> = new.all().into_iter().map(|(key, _)| key).collect();
    let others: Vec<&String> = keys.iter().filter(|key| is_joined(key)).collect();
    let mut worst = Verdict::Same;
    for key in others.iter().map(|key| key.as_str()).chain((!others.is_empty()).then_some(name)) {
        // What was always there needs none.
        let Some(field) = new.named(key).filter(|_| bit(old, key).is_some()) else { continue };
        let spelled = new.spelled(field);
        let kind = Kind::new(new.schema, &spelled, true);
        let needs = kind.ty == "true" || !kind.has_default();
        worst = worst.max(if needs { Verdict::Breaks } else { Verdict::Lossy });
    }
    worst
}

/// A field that the old combinator does not have.
fn added(old: In<'_>, new: In<'_>, field: &Field) -> Detail {
    let is = new.spelled(field);
    let kind = Kind::new(new.schema, &is, field.is_optional());
    let is_word = field.is_nat() && new.combinator.bits_of(field).next().is_some();
    let is_shared = field.is_optional() && shares_bit(old, new, &field.key(), &is);
    let verdict = match kind {
        // An old value has the other fields of the bit and not this one.
        _ if is_shared && (kind.ty == "true" || !kind.has_default()) => Verdict::Breaks,
        _ if is_shared => Verdict::Lossy,
        // A bit that old readers ignore, and no bytes.
        Kind { is_optional: true, ty: "true", .. } => Verdict::Read,
        Kind { is_optional: true, .. } => Verdict::Lossless,
        _ if is_word => Verdict::Lossless,
        _ if kind.has_default() => Verdict::Lossy,
        _ => Verdict::Breaks,
    };
    let api = match kind {
        // Fields of one bit are the fields of one struct.
        _ if is_shared && kind.ty != "true" => Api::ChangedType,
        Kind { is_optional: true, .. } => Api::NewOptionalField,
        _ if is_word => Api::Same,
        _ => Api::NewRequiredField,
    };
    Detail { name: field.key().into_owned(), old: None, new: Some(is), verdict, api }
}

/// Whether another field that the old combinator has too has the bit of a field, which is spelled `flags.3?int`.
fn shares_bit(old: In<'_>, new: In<'_>, name: &str, spelled: &str) -> bool {
    let bit = spelled.split_once('?').map(|(bit, _)| bit);
    let is_other = |(key, ty): (String, String)| {
        key != name && old.named(&key).is_some() && ty.split_once('?').map(|(bit, _)| bit) == bit
    };
    new.all().into_iter().any(is_other)
}

/// The verdict on a combinator with these details.
pub(super) fn verdict(old: In<'_>, new: In<'_>, details: &[Detail]) -> Verdict {
    let worst = details.iter().map(|detail| detail.verdict).max().unwrap_or(Verdict::Same);
    if old.combinator.id() != new.combinator.id() {
        return worst.max(Verdict::Lossless);
    }
    if old.types() == new.types() {
        // Only names differ; a value still has to be translated to have the new ones.
        return if old.result() == new.result() { Verdict::Same } else { worst };
    }
    if old.order(new) == new.order(old) { worst } else { worst.max(Verdict::Lossless) }
}
