//! The fields of a combinator in two schemas.

use typelang_runtime::reflect::{Combinator, Field, Schema};

use crate::compare::{change::Detail, kinds::Kind, verdict::Verdict};

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
        details.push(Detail { name, old: was, new: is, verdict });
    }
    details
}

/// What became of an old field; nothing if it is as it was.
fn changed<'s>(old: In<'s>, new: In<'s>, field: &'s Field) -> Option<Detail> {
    let (name, was) = (field.key().into_owned(), old.spelled(field));
    let Some(to) = new.named(&name) else {
        // The fields of a flag word say the same.
        let is_word = field.is_nat() && old.combinator.bits_of(field).next().is_some();
        let verdict = if is_word { Verdict::Lossless } else { Verdict::Lossy };
        return Some(Detail { name, old: Some(was), new: None, verdict });
    };
    let is = new.spelled(to);
    if was == is {
        return None;
    }
    let before = Kind::new(old.schema, &was, field.is_optional());
    let verdict = before.becomes(Kind::new(new.schema, &is, to.is_optional()));
    // A bit or the presence on the wire differs in any case.
    let verdict = verdict.max(Verdict::Lossless);
    Some(Detail { name, old: Some(was), new: Some(is), verdict })
}

/// A field that the old combinator does not have.
fn added(old: In<'_>, new: In<'_>, field: &Field) -> Detail {
    let is = new.spelled(field);
    let kind = Kind::new(new.schema, &is, field.is_optional());
    let is_word = field.is_nat() && new.combinator.bits_of(field).next().is_some();
    let is_shared = field.is_optional() && shares_bit(old, new, &is);
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
    Detail { name: field.key().into_owned(), old: None, new: Some(is), verdict }
}

/// Whether a known field has the bit of a new one, which is spelled `flags.3?int`.
fn shares_bit(old: In<'_>, new: In<'_>, spelled: &str) -> bool {
    let bit = spelled.split_once('?').map(|(bit, _)| bit);
    let is_other = |(key, ty): (String, String)| {
        old.named(&key).is_some() && ty.split_once('?').map(|(bit, _)| bit) == bit
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
