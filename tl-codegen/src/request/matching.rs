//! Matches the user's requests with items and fields, and finds those that match nothing.
//!
//! A request that matches nothing is a mistake: otherwise a typo would silently drop an attribute.

use std::collections::{BTreeMap, BTreeSet};

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

/// The requests of one generation.
#[derive(Debug)]
pub(crate) struct Requests<'a> {
    all: &'a [Request],
    /// The requests by selector; `.*` is stripped from namespaces.
    by_stem: BTreeMap<&'a str, Vec<usize>>,
    /// The names of items and namespaces, which take precedence over names of fields.
    items: BTreeSet<String>,
}

/// The results of the requests so far.
#[derive(Debug, Default)]
pub(crate) struct Answers {
    /// The requests that matched something.
    used: BTreeSet<usize>,
    mistakes: Vec<Mistake>,
}

impl Answers {
    /// Adds the results of a part of a pass.
    pub(crate) fn extend(&mut self, other: Self) {
        self.used.extend(other.used);
        for mistake in other.mistakes {
            self.add(mistake);
        }
    }

    /// Records a mistake in a request once, since some names are decided more than once.
    fn blame(&mut self, request: &Request, message: &str) {
        self.add(request.call.mistake(message));
    }

    fn add(&mut self, mistake: Mistake) {
        if !self.mistakes.contains(&mistake) {
            self.mistakes.push(mistake);
        }
    }
}

impl<'a> Requests<'a> {
    pub(crate) fn new(all: &'a [Request], schema: &Schema) -> Self {
        let items = if all.is_empty() { BTreeSet::new() } else { item_names(schema) };
        let mut by_stem: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, request) in all.iter().enumerate() {
            by_stem.entry(selector::stem(&request.selector)).or_default().push(at);
        }
        Self { all, by_stem, items }
    }

    /// Returns the attributes of the item with these TL names.
    pub(crate) fn item_attributes(&self, answers: &mut Answers, names: &[&str]) -> Vec<String> {
        let texts = self.of_item(answers, names, |action| match action {
            Action::ItemAttribute(text) => Some(text),
            _ => None,
        });
        texts.into_iter().cloned().collect()
    }

    /// Returns the traits that the user derives for the item with these TL names, each once.
    pub(crate) fn derives(&self, answers: &mut Answers, names: &[&str]) -> Vec<String> {
        let paths = self.of_item(answers, names, |action| match action {
            Action::Derive(paths) => Some(paths),
            _ => None,
        });
        let mut known = BTreeSet::new();
        paths.into_iter().flatten().filter(|path| known.insert(path.as_str())).cloned().collect()
    }

    fn of_item<T>(
        &self,
        answers: &mut Answers,
        names: &[&str],
        action: impl Fn(&'a Action) -> Option<T>,
    ) -> Vec<T> {
        self.matching(answers, self.for_items(names), action, |selector| {
            names.iter().any(|name| selector::selects(selector, name))
        })
    }

    /// Returns the attributes of the field that represents these fields of a combinator.
    pub(crate) fn field_attributes(
        &self,
        answers: &mut Answers,
        combinator: &str,
        fields: &[String],
    ) -> Vec<String> {
        if self.all.is_empty() {
            return Vec::new();
        }
        let parts = fields.iter().map(|field| format!("{combinator}.{field}"));
        let mut near = self.for_items(&[combinator]);
        near.extend(parts.flat_map(|part| self.of_stem(&part)));
        near.sort_unstable();
        near.dedup();
        let texts = self.matching(answers, near, attribute, |selector| {
            let is_one = |field: &String| self.is_part(selector, combinator, field);
            selector::selects(selector, combinator) || fields.iter().any(is_one)
        });
        texts.into_iter().cloned().collect()
    }

    /// Returns the attributes of a variant, which is selected by the names of the type and the constructor.
    pub(crate) fn variant_attributes(
        &self,
        answers: &mut Answers,
        ty: &str,
        constructor: &str,
    ) -> Vec<String> {
        let constructor = names::last(constructor);
        let near = self.for_part(ty, constructor);
        let is_it = |selector: &str| self.is_part(selector, ty, constructor);
        let texts = self.matching(answers, near, attribute, is_it);
        texts.into_iter().cloned().collect()
    }

    /// Returns the user's name for the item with these TL names.
    pub(crate) fn item_name(&self, answers: &mut Answers, names: &[&str]) -> Option<&'a Name> {
        let is_it = |selector: &str| names.contains(&selector);
        self.new_name(answers, self.for_items(names), is_it, names::is_upper_camel, UPPER_CAMEL)
    }

    /// Returns the user's name for a variant of a type.
    pub(crate) fn variant_name(
        &self,
        answers: &mut Answers,
        ty: &str,
        constructor: &str,
    ) -> Option<&'a Name> {
        let constructor = names::last(constructor);
        let is_it = |selector: &str| self.is_part(selector, ty, constructor);
        self.new_name(
            answers,
            self.for_part(ty, constructor),
            is_it,
            names::is_upper_camel,
            UPPER_CAMEL,
        )
    }

    /// Returns the user's name for a field of a combinator.
    pub(crate) fn field_name(
        &self,
        answers: &mut Answers,
        combinator: &str,
        field: &str,
    ) -> Option<&'a Name> {
        let is_it = |selector: &str| self.is_part(selector, combinator, field);
        self.new_name(answers, self.for_part(combinator, field), is_it, names::is_snake, SNAKE)
    }

    /// Returns the requested name; it is a mistake if rustc would warn about it.
    fn new_name(
        &self,
        answers: &mut Answers,
        near: Vec<usize>,
        is_for: impl Fn(&str) -> bool,
        is_style: fn(&Name) -> bool,
        style: &str,
    ) -> Option<&'a Name> {
        let (request, name) = self.matching_requests(answers, near, rename, is_for).pop()?;
        if !is_style(name) {
            answers.blame(request, &format!("rustc warns about this name; write it in {style}"));
        }
        Some(name)
    }

    /// Returns whether the user requests a `Box` around a field; called only for fields that can have one.
    pub(crate) fn is_boxed(&self, answers: &mut Answers, combinator: &str, field: &str) -> bool {
        let is_box = |action: &Action| (*action == Action::Box).then_some(());
        let near = self.for_part(combinator, field);
        let is_it = |selector: &str| self.is_part(selector, combinator, field);
        !self.matching(answers, near, is_box, is_it).is_empty()
    }

    /// Returns whether the bits of a combinator's flag words are kept; called only for combinators that have
    /// flag words.
    pub(crate) fn keeps_bits(&self, answers: &mut Answers, combinator: &str) -> bool {
        let keeps = |action: &Action| (*action == Action::KeepBits).then_some(());
        let near = self.for_items(&[combinator]);
        let is_it = |selector: &str| selector::selects(selector, combinator);
        !self.matching(answers, near, keeps, is_it).is_empty()
    }

    /// Returns whether the enum for a type has a variant for values of other layers, if it can have one.
    pub(crate) fn has_unknown(&self, ty: &str) -> bool {
        self.keeps_unknown(&mut Answers::default(), ty)
    }

    /// Returns the same, and marks the requests as used.
    pub(crate) fn keeps_unknown(&self, answers: &mut Answers, ty: &str) -> bool {
        let keeps = |action: &Action| (*action == Action::Unknown).then_some(());
        let is_it = |selector: &str| selector::selects(selector, ty);
        !self.matching(answers, self.for_items(&[ty]), keeps, is_it).is_empty()
    }

    /// Records that a request uses a `name` that is taken.
    pub(crate) fn collide(&self, answers: &mut Answers, name: &Name, scope: &str) {
        let message =
            format!("two of {scope} would be named `{}`; choose another name", name.as_str());
        let wanted = |request: &&Request| request.action == Action::Rename(name.clone());
        self.all.iter().filter(wanted).for_each(|request| answers.blame(request, &message));
    }

    /// Returns all mistakes in the requests after the `selected` part of a schema was planned.
    ///
    /// A request for a part that was left out is not a mistake: settings may cover all parts of a schema.
    pub(crate) fn mistakes(
        &self,
        answers: Answers,
        whole: &Schema,
        selected: &Schema,
    ) -> Vec<Mistake> {
        let all = self.all.iter().enumerate();
        let unused = all.filter(|(at, _)| !answers.used.contains(at)).map(|(_, request)| request);
        let unused = unused.filter(|request| request.action != Action::Only);
        let is_needless = |request: &&Request| match request.action {
            Action::Extern(_) => !is_replaceable(whole, &request.selector),
            _ => true,
        };
        let unused: Vec<&Request> = unused.filter(is_needless).collect();
        let mut mistakes = answers.mistakes;
        mistakes.extend(unused_requests(&unused, whole, selected));
        mistakes.extend(unmatched_roots(self.all, whole));
        mistakes
    }

    /// Returns the actions of one kind whose selector matches, and marks their requests as used.
    fn matching<T>(
        &self,
        answers: &mut Answers,
        near: Vec<usize>,
        action: impl Fn(&'a Action) -> Option<T>,
        is_for: impl Fn(&str) -> bool,
    ) -> Vec<T> {
        let found = self.matching_requests(answers, near, action, is_for);
        found.into_iter().map(|(_, found)| found).collect()
    }

    /// Returns the actions of one kind whose selector matches, each with its request.
    fn matching_requests<T>(
        &self,
        answers: &mut Answers,
        near: Vec<usize>,
        action: impl Fn(&'a Action) -> Option<T>,
        is_for: impl Fn(&str) -> bool,
    ) -> Vec<(&'a Request, T)> {
        let mut matching = Vec::new();
        for index in near {
            let request = &self.all[index];
            if let Some(found) = action(&request.action).filter(|_| is_for(&request.selector)) {
                answers.used.insert(index);
                matching.push((request, found));
            }
        }
        matching
    }

    /// Returns the requests that may match an item with these names: by one of the names, by an enclosing
    /// namespace, or by `.`.
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

    /// Returns the requests that may match a field or variant.
    fn for_part(&self, whole: &str, part: &str) -> Vec<usize> {
        if self.all.is_empty() {
            return Vec::new();
        }
        self.of_stem(&format!("{whole}.{part}")).collect()
    }

    fn of_stem(&self, stem: &str) -> impl Iterator<Item = usize> + use<'_, 'a> {
        self.by_stem.get(stem).into_iter().flatten().copied()
    }

    /// Returns whether a selector names a field or variant rather than an item.
    fn is_part(&self, selector: &str, whole: &str, part: &str) -> bool {
        let rest = selector.strip_prefix(whole).and_then(|rest| rest.strip_prefix('.'));
        rest == Some(part) && !self.items.contains(selector)
    }
}

const UPPER_CAMEL: &str = "UpperCamelCase";
const SNAKE: &str = "snake_case";

/// Returns the mistakes for requests that matched nothing.
fn unused_requests(unused: &[&Request], whole: &Schema, selected: &Schema) -> Vec<Mistake> {
    if unused.is_empty() {
        return Vec::new();
    }
    let (names, selected) = (Known::of(whole), Known::of(selected));
    let is_mistake = |request: &&&Request| {
        let is_left_out = names.has(&request.selector) && !selected.has(&request.selector);
        matches!(request.action, Action::Extern(_)) || !is_left_out
    };
    let mistake =
        |request: &&Request| request.call.mistake(selector::why_unused(whole, &names, request));
    unused.iter().filter(is_mistake).map(mistake).collect()
}

/// Returns the mistakes for roots that the schema does not have.
pub(crate) fn unmatched_roots(all: &[Request], schema: &Schema) -> Vec<Mistake> {
    let roots: Vec<_> = all.iter().filter(|request| request.action == Action::Only).collect();
    blamed(&roots, schema, Known::has_item)
}

/// Returns the mistakes for other requests that match nothing in the schema.
pub(crate) fn unknown_requests(all: &[Request], schema: &Schema) -> Vec<Mistake> {
    let others: Vec<_> = all.iter().filter(|request| request.action != Action::Only).collect();
    blamed(&others, schema, Known::has)
}

/// Returns the mistakes for requests whose selector is unknown according to `is_known`.
fn blamed(
    requests: &[&Request],
    schema: &Schema,
    is_known: impl Fn(&Known, &str) -> bool,
) -> Vec<Mistake> {
    if requests.is_empty() {
        return Vec::new();
    }
    let names = Known::of(schema);
    let unknown = requests.iter().filter(|request| !is_known(&names, &request.selector));
    unknown.map(|one| one.call.mistake(selector::why_unused(schema, &names, one))).collect()
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

/// Returns whether the user's own type can replace `name`: a type, or a constructor of `Object`.
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
