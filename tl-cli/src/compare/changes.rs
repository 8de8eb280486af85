//! All differences between two schemas.

use std::collections::{BTreeMap, BTreeSet};

use typelang_runtime::reflect::{Combinator, Role, Schema, Type};

use crate::compare::{
    change::{Change, Detail, How, What},
    fields::{In, details, verdict},
    verdict::Verdict,
};

/// The differences between two schemas, by kind and name.
pub(crate) fn changes(old: &Schema, new: &Schema) -> Vec<Change> {
    let mut changes = Vec::new();
    for role in [Role::Constructor, Role::Function] {
        for (name, (was, is)) in pairs(old, new, role) {
            changes.extend(combinator((old, was), (new, is), role, name));
        }
    }
    let types = old.types().chain(new.types()).filter(|ty| ty.builtin().is_none());
    let names = types.map(Type::name).collect::<BTreeSet<_>>();
    let types = names.into_iter().filter_map(|name| of_type(old, new, name, &changes));
    let types: Vec<Change> = types.collect();
    changes.extend(types);
    changes
}

/// The name of a combinator, with its id where a schema has several of the name.
type Key = (String, Option<u32>);

/// A combinator in each of two schemas.
type Both<'s> = (Option<&'s Combinator>, Option<&'s Combinator>);

fn pairs<'s>(old: &'s Schema, new: &'s Schema, role: Role) -> BTreeMap<Key, Both<'s>> {
    let mut pairs: BTreeMap<Key, Both<'s>> = BTreeMap::new();
    for it in of_role(old, role) {
        pairs.entry(key(it, old, new)).or_default().0 = Some(it);
    }
    for it in of_role(new, role) {
        pairs.entry(key(it, old, new)).or_default().1 = Some(it);
    }
    pairs
}

/// The combinators of a role, without those that make predefined types: a schema need not declare them.
fn of_role(schema: &Schema, role: Role) -> impl Iterator<Item = &Combinator> {
    let is_predefined = move |it: &Combinator| {
        role == Role::Constructor && schema.result_of(it).is_some_and(|ty| ty.builtin().is_some())
    };
    schema.combinators().filter(move |it| it.role() == role && !is_predefined(it))
}

fn key(it: &Combinator, old: &Schema, new: &Schema) -> Key {
    let is_alone = |schema: &Schema| {
        schema.all_named(it.name()).filter(|other| other.role() == it.role()).count() <= 1
    };
    let id = Some(it.id()).filter(|_| !is_alone(old) || !is_alone(new));
    (it.name().to_owned(), id)
}

fn combinator(
    (old, was): (&Schema, Option<&Combinator>),
    (new, is): (&Schema, Option<&Combinator>),
    role: Role,
    (name, _): Key,
) -> Option<Change> {
    let what = if role == Role::Constructor { What::Constructor } else { What::Method };
    let ids = (was.map(Combinator::id), is.map(Combinator::id));
    let (verdict, details) = match (was, is) {
        (Some(was), Some(is)) => {
            let (was, is) =
                (In { schema: old, combinator: was }, In { schema: new, combinator: is });
            let details = details(was, is);
            let verdict = verdict(was, is, &details);
            if details.is_empty() && verdict == Verdict::Same {
                return None;
            }
            (verdict, details)
        }
        (Some(_), None) => (Verdict::Breaks, Vec::new()),
        (None, is) => (is.map_or(Verdict::Read, |is| on_new((old, new), is)), Vec::new()),
    };
    let how = How::of(was.as_ref(), is.as_ref());
    Some(Change { how, what, name, ids, verdict, details })
}

/// The verdict on a new combinator: old readers refuse new values of a type that they know.
fn on_new((old, new): (&Schema, &Schema), is: &Combinator) -> Verdict {
    let ty = new.result_of(is).filter(|_| is.role() == Role::Constructor);
    let is_known = ty.is_some_and(|ty| old.type_named(ty.name()).is_some());
    if is_known { Verdict::Lossless } else { Verdict::Read }
}

/// What became of a type: the constructors that it gained and lost, and the worst verdict on any of its own.
fn of_type(old: &Schema, new: &Schema, name: &str, changes: &[Change]) -> Option<Change> {
    let (was, is) = (old.type_named(name), new.type_named(name));
    let (what, ids, name) = (What::Type, (None, None), name.to_owned());
    let (before, after) = (constructors(old, was), constructors(new, is));
    let lost = before.difference(&after).map(|it| member(it, true));
    let details: Vec<Detail> =
        lost.chain(after.difference(&before).map(|it| member(it, false))).collect();
    let how = How::of(was.as_ref(), is.as_ref());
    let verdict = match how {
        How::Added => Verdict::Read,
        How::Removed => Verdict::Breaks,
        How::Changed if details.is_empty() => return None,
        How::Changed => {
            let own = changes.iter().filter(|it| it.what == What::Constructor);
            let own = own.filter(|it| after.contains(&it.name)).map(|it| it.verdict);
            own.chain(details.iter().map(|it| it.verdict)).max().unwrap_or(Verdict::Same)
        }
    };
    Some(Change { how, what, name, ids, verdict, details })
}

fn constructors(schema: &Schema, ty: Option<&Type>) -> BTreeSet<String> {
    let all = ty.into_iter().flat_map(|ty| schema.constructors_of(ty));
    all.map(|it| it.name().to_owned()).collect()
}

/// A constructor that a type lost or gained.
fn member(name: &str, is_lost: bool) -> Detail {
    let verdict = if is_lost { Verdict::Breaks } else { Verdict::Lossless };
    let (name, spelled) = (name.to_owned(), Some(name.to_owned()));
    let (old, new) = if is_lost { (spelled, None) } else { (None, spelled) };
    Detail { name, old, new, verdict }
}
