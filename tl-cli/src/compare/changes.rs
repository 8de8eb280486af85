//! All differences between two schemas.

use std::collections::{BTreeMap, BTreeSet};

use typelang_runtime::reflect::{Combinator, Role, Schema, Type};

use crate::compare::{
    api::Api,
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
    let (verdict, api, details) = match (was, is) {
        (Some(was), Some(is)) => {
            let (was, is) =
                (In { schema: old, combinator: was }, In { schema: new, combinator: is });
            let details = details(was, is);
            let verdict = verdict(was, is, &details);
            if details.is_empty() && verdict == Verdict::Same {
                return None;
            }
            let api = details.iter().map(|detail| detail.api).max().unwrap_or_default();
            (verdict, api, details)
        }
        (Some(was), None) => (Verdict::Breaks, on_removed((old, new), was), Vec::new()),
        (None, is) => {
            let (verdict, api) =
                is.map_or((Verdict::Read, Api::NewItem), |is| on_new((old, new), is));
            (verdict, api, Vec::new())
        }
    };
    let how = How::of(was.as_ref(), is.as_ref());
    let result = |schema: &Schema, it| schema.result_of(it).map(|ty| ty.name().to_owned());
    let ty = is.and_then(|is| result(new, is)).or_else(|| result(old, was?)).unwrap_or_default();
    Some(Change { how, what, name, ty, ids, verdict, api, details })
}

/// What a new combinator means: old readers refuse new values of a type that they know.
fn on_new((old, new): (&Schema, &Schema), is: &Combinator) -> (Verdict, Api) {
    let ty = new.result_of(is).filter(|_| is.role() == Role::Constructor);
    match ty.and_then(|ty| old.type_named(ty.name())) {
        Some(known) if old.constructors_of(known).count() == 1 => {
            (Verdict::Lossless, Api::MovedItem)
        }
        Some(_) => (Verdict::Lossless, Api::NewVariant),
        None => (Verdict::Read, Api::NewItem),
    }
}

/// What goes with a combinator: its method or struct, or the variant of a type that stays.
fn on_removed((old, new): (&Schema, &Schema), was: &Combinator) -> Api {
    let ty = old.result_of(was).filter(|_| was.role() == Role::Constructor);
    let stays = ty.is_some_and(|ty| new.type_named(ty.name()).is_some());
    if stays { Api::RemovedVariant } else { Api::RemovedItem }
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
    let is_one = |all: &BTreeSet<String>| all.len() == 1;
    let api = match how {
        How::Added => Api::NewItem,
        How::Removed => Api::RemovedItem,
        How::Changed if is_one(&before) != is_one(&after) => Api::MovedItem,
        How::Changed => details.iter().map(|detail| detail.api).max().unwrap_or_default(),
    };
    Some(Change { how, what, ty: name.clone(), name, ids, verdict, api, details })
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
    let api = if is_lost { Api::RemovedVariant } else { Api::NewVariant };
    Detail { name, old, new, verdict, api }
}
