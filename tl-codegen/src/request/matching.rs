//! What the user asks for of single items and fields, and whether there is anything that it is for.
//!
//! A request that finds nothing is a mistake: a typo would else be an attribute that is silently missing.

use std::{
    cell::{OnceCell, RefCell},
    collections::{BTreeMap, BTreeSet},
};

use typelang_parser::{Schema, schema::Builtin};

use super::{
    call::Mistake,
    item_request::{Action, Request},
    selector::{self, Known},
};
use crate::{
    item_names::item_names,
    plan::model::{names, rust::Name},
};

/// The requests of a generation, and what became of them.
#[derive(Debug)]
pub(crate) struct Requests<'a> {
    all: &'a [Request],
    /// Those of each selector, a namespace's by its name alone.
    by_stem: BTreeMap<&'a str, Vec<usize>>,
    /// What items and namespaces are called, which comes before what fields are called.
    items: BTreeSet<String>,
    used: RefCell<Vec<bool>>,
    mistakes: RefCell<Vec<Mistake>>,
}

impl<'a> Requests<'a> {
    pub(crate) fn new(all: &'a [Request], schema: &Schema) -> Self {
        let items = if all.is_empty() { BTreeSet::new() } else { item_names(schema) };
        let used = RefCell::new(vec![false; all.len()]);
        let mut by_stem: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, request) in all.iter().enumerate() {
            by_stem.entry(selector::stem(&request.selector)).or_default().push(at);
        }
        Self { all, by_stem, items, used, mistakes: RefCell::default() }
    }

    /// The attributes for the item that goes by these TL names.
    pub(crate) fn item_attributes(&self, names: &[&str]) -> Vec<String> {
        let texts = self.of_item(names, |action| match action {
            Action::ItemAttribute(text) => Some(text),
            _ => None,
        });
        texts.cloned().collect()
    }

    /// The traits that the user derives for the item that goes by these TL names, each once.
    pub(crate) fn derives(&self, names: &[&str]) -> Vec<String> {
        let paths = self.of_item(names, |action| match action {
            Action::Derive(paths) => Some(paths),
            _ => None,
        });
        let mut known = BTreeSet::new();
        paths.flatten().filter(|path| known.insert(path.as_str())).cloned().collect()
    }

    fn of_item<T>(
        &self,
        names: &[&str],
        action: impl Fn(&'a Action) -> Option<T>,
    ) -> impl Iterator<Item = T> {
        self.matching(self.for_items(names), action, move |selector| {
            names.iter().any(|name| selector::selects(selector, name))
        })
    }

    /// The attributes for the field that stands for these fields of a combinator.
    pub(crate) fn field_attributes(&self, combinator: &str, fields: &[&str]) -> Vec<String> {
        let parts = fields.iter().map(|field| format!("{combinator}.{field}"));
        let mut near = self.for_items(&[combinator]);
        near.extend(parts.flat_map(|part| self.of_stem(&part)));
        near.sort_unstable();
        near.dedup();
        let texts = self.matching(near, attribute, |selector| {
            let is_one = |field: &&str| self.is_part(selector, combinator, field);
            selector::selects(selector, combinator) || fields.iter().any(is_one)
        });
        texts.cloned().collect()
    }

    /// The attributes for a variant, which goes by the type's name and the constructor's.
    pub(crate) fn variant_attributes(&self, ty: &str, constructor: &str) -> Vec<String> {
        let constructor = names::last(constructor);
        let near = self.for_part(ty, constructor);
        let is_it = |selector: &str| self.is_part(selector, ty, constructor);
        let texts = self.matching(near, attribute, is_it);
        texts.cloned().collect()
    }

    /// What the item that goes by these TL names is to be called.
    pub(crate) fn item_name(&self, names: &[&str]) -> Option<&'a Name> {
        let is_it = |selector: &str| names.contains(&selector);
        self.new_name(self.for_items(names), is_it, names::is_upper_camel, UPPER_CAMEL)
    }

    /// What a variant of a type is to be called.
    pub(crate) fn variant_name(&self, ty: &str, constructor: &str) -> Option<&'a Name> {
        let constructor = names::last(constructor);
        let is_it = |selector: &str| self.is_part(selector, ty, constructor);
        self.new_name(self.for_part(ty, constructor), is_it, names::is_upper_camel, UPPER_CAMEL)
    }

    /// What a field of a combinator is to be called.
    pub(crate) fn field_name(&self, combinator: &str, field: &str) -> Option<&'a Name> {
        let is_it = |selector: &str| self.is_part(selector, combinator, field);
        self.new_name(self.for_part(combinator, field), is_it, names::is_snake, SNAKE)
    }

    /// The name that is asked for, which is a mistake when rustc would warn of it.
    fn new_name(
        &self,
        near: Vec<usize>,
        is_for: impl Fn(&str) -> bool,
        is_style: fn(&Name) -> bool,
        style: &str,
    ) -> Option<&'a Name> {
        let (request, name) = self.matching_requests(near, rename, is_for).last()?;
        if !is_style(name) {
            self.blame(request, &format!("rustc warns of such a name: write it in {style}"));
        }
        Some(name)
    }

    /// Whether the user wants a field behind a `Box`; asked only of fields that can be.
    pub(crate) fn is_boxed(&self, combinator: &str, field: &str) -> bool {
        let is_box = |action: &Action| (*action == Action::Box).then_some(());
        let near = self.for_part(combinator, field);
        let is_it = |selector: &str| self.is_part(selector, combinator, field);
        self.matching(near, is_box, is_it).count() > 0
    }

    /// Whether the bits of a combinator's flag words are kept; asked only of combinators that have some.
    pub(crate) fn keeps_bits(&self, combinator: &str) -> bool {
        let keeps = |action: &Action| (*action == Action::KeepBits).then_some(());
        let near = self.for_items(&[combinator]);
        self.matching(near, keeps, |selector| selector::selects(selector, combinator)).count() > 0
    }

    /// Notes that `name` is wanted by a request and by something else.
    pub(crate) fn collide(&self, name: &Name, scope: &str) {
        let message =
            format!("{scope} would have two of the name `{}`; choose another", name.as_str());
        let wanted = |request: &&Request| request.action == Action::Rename(name.clone());
        self.all.iter().filter(wanted).for_each(|request| self.blame(request, &message));
    }

    /// Notes what is wrong with a request; some names are decided more than once.
    fn blame(&self, request: &Request, message: &str) {
        let mistake = request.call.mistake(message);
        let mut mistakes = self.mistakes.borrow_mut();
        if !mistakes.contains(&mistake) {
            mistakes.push(mistake);
        }
    }

    /// All that is wrong with the requests, once everything that was `selected` of a schema was planned.
    ///
    /// One for what was left out is none: settings may be for all parts of a schema.
    pub(crate) fn mistakes(&self, whole: &Schema, selected: &Schema) -> Vec<Mistake> {
        let used = self.used.borrow();
        let unused = self.all.iter().zip(&*used).filter(|(_, used)| !**used);
        let (whole_names, selected_names) = (OnceCell::new(), OnceCell::new());
        let unused = unused.filter(|(request, _)| {
            let is_left_out = |selector| {
                let whole = whole_names.get_or_init(|| Known::of(whole));
                let selected = selected_names.get_or_init(|| Known::of(selected));
                whole.has(selector) && !selected.has(selector)
            };
            match request.action {
                Action::Extern(_) => !is_replaceable(whole, &request.selector),
                Action::Only => false,
                _ => !is_left_out(&request.selector),
            }
        });
        let names = || whole_names.get_or_init(|| Known::of(whole));
        let unused =
            unused.map(|(one, _)| one.call.mistake(selector::why_unused(whole, names(), one)));
        let roots = unmatched_roots(self.all, whole);
        self.mistakes.borrow().iter().cloned().chain(unused).chain(roots).collect()
    }

    /// The requests of one kind whose selector is for something, which are noted as used.
    fn matching<T>(
        &self,
        near: Vec<usize>,
        action: impl Fn(&'a Action) -> Option<T>,
        is_for: impl Fn(&str) -> bool,
    ) -> impl Iterator<Item = T> {
        self.matching_requests(near, action, is_for).map(|(_, found)| found)
    }

    /// The same, each with the request.
    fn matching_requests<T>(
        &self,
        near: Vec<usize>,
        action: impl Fn(&'a Action) -> Option<T>,
        is_for: impl Fn(&str) -> bool,
    ) -> impl Iterator<Item = (&'a Request, T)> {
        let all = self.all;
        near.into_iter().filter_map(move |index| {
            let request = &all[index];
            let found = action(&request.action).filter(|_| is_for(&request.selector))?;
            self.used.borrow_mut()[index] = true;
            Some((request, found))
        })
    }

    /// The requests that may be for an item that goes by these names: for one of them, for a namespace around it, or for all.
    fn for_items(&self, names: &[&str]) -> Vec<usize> {
        if self.all.is_empty() {
            return Vec::new();
        }
        let namespaces = names.iter().flat_map(|name| {
            let name: &str = name;
            name.match_indices('.').map(move |(dot, _)| &name[..dot])
        });
        let stems = namespaces.chain(names.iter().copied()).chain(["."]);
        let mut near: Vec<usize> = stems.flat_map(|stem| self.of_stem(stem)).collect();
        near.sort_unstable();
        near.dedup();
        near
    }

    /// The requests that may be for a part of a whole.
    fn for_part(&self, whole: &str, part: &str) -> Vec<usize> {
        if self.all.is_empty() {
            return Vec::new();
        }
        self.of_stem(&format!("{whole}.{part}")).collect()
    }

    fn of_stem(&self, stem: &str) -> impl Iterator<Item = usize> + use<'_, 'a> {
        self.by_stem.get(stem).into_iter().flatten().copied()
    }

    /// Whether a selector names a part of a whole, and no item.
    fn is_part(&self, selector: &str, whole: &str, part: &str) -> bool {
        let rest = selector.strip_prefix(whole).and_then(|rest| rest.strip_prefix('.'));
        rest == Some(part) && !self.items.contains(selector)
    }
}

const UPPER_CAMEL: &str = "UpperCamelCase";
const SNAKE: &str = "snake_case";

/// The roots that the schema has not.
pub(crate) fn unmatched_roots(all: &[Request], schema: &Schema) -> Vec<Mistake> {
    let roots = all.iter().filter(|request| request.action == Action::Only);
    let names = OnceCell::new();
    let names = || names.get_or_init(|| Known::of(schema));
    let unmatched = roots.filter(|root| !names().has_item(&root.selector));
    unmatched.map(|root| root.call.mistake(selector::why_unused(schema, names(), root))).collect()
}

/// The other requests that are for nothing in the schema.
pub(crate) fn unknown_requests(all: &[Request], schema: &Schema) -> Vec<Mistake> {
    let others = all.iter().filter(|request| request.action != Action::Only);
    let names = OnceCell::new();
    let names = || names.get_or_init(|| Known::of(schema));
    let unknown = others.filter(|request| !names().has(&request.selector));
    unknown.map(|one| one.call.mistake(selector::why_unused(schema, names(), one))).collect()
}

fn attribute(action: &Action) -> Option<&String> {
    match action {
        Action::FieldAttribute(text) => Some(text),
        _ => None,
    }
}

fn rename(action: &Action) -> Option<&Name> {
    match action {
        Action::Rename(name) => Some(name),
        _ => None,
    }
}

/// Whether a type of the user's can stand for what `name` names: a type, or a constructor of `Object`.
fn is_replaceable(schema: &Schema, name: &str) -> bool {
    schema.types.iter().any(|ty| {
        let of_object = || ty.constructors.iter().any(|id| schema[*id].name == name);
        match ty.builtin {
            None => ty.name == name,
            Some(Builtin::Object) => of_object(),
            Some(_) => false,
        }
    })
}
