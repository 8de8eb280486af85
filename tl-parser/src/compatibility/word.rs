//! Which bits of flag words are in use: also in types that take the word, and wherever the word comes from.

use std::collections::{BTreeMap, BTreeSet};

use super::pair::{by_name, each_apply};
use crate::{
    schema::{Apply, Arg, Combinator, Field, Origin, Schema, TypeExpr, VarId},
    syntax::Role,
};

/// A number: a field of a combinator, or the parameter of a type. Both are known by name and index.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Number<'s> {
    Field(bool, &'s str, usize),
    Param(&'s str, usize),
}

/// The numbers of a schema: the bits that fields use, and the parameters that each is passed to.
#[derive(Debug, Default)]
struct Graph<'s> {
    bits: BTreeMap<Number<'s>, u32>,
    passed: BTreeMap<Number<'s>, BTreeSet<Number<'s>>>,
}

/// The numbers of the old and of the new schema.
#[derive(Debug)]
pub(super) struct Words<'s> {
    old: Graph<'s>,
    new: Graph<'s>,
    new_schema: &'s Schema,
}

impl<'s> Words<'s> {
    pub(super) fn new(old: &'s Schema, new: &'s Schema) -> Self {
        Self { old: Graph::new(old), new: Graph::new(new), new_schema: new }
    }

    /// The bits of a word that the old schema uses: in the combinator, in types that take the word, and in all
    /// combinators whose word comes here.
    pub(super) fn used(&self, is: &'s Combinator, word: VarId) -> u32 {
        let Some(number) = number(self.new_schema, is, word) else { return 0 };
        let own = self.old.reached(&number);
        let sources = [&self.old, &self.new].into_iter().flat_map(|graph| graph.sources(&number));
        sources.fold(own, |bits, source| bits | self.old.reached(source))
    }

    /// Whether anything depends on a word of the new schema.
    pub(super) fn is_used(&self, is: &'s Combinator, word: VarId) -> bool {
        let number = number(self.new_schema, is, word);
        number.is_some_and(|number| self.new.reached(&number) != 0)
    }
}

impl<'s> Graph<'s> {
    fn new(schema: &'s Schema) -> Self {
        let mut graph = Self::default();
        for combinator in by_name(schema).into_values() {
            graph.add_fields(schema, combinator, &combinator.fields);
            // The result of a constructor only names its parameters.
            if combinator.role == Role::Function {
                graph.add_types(schema, combinator, &combinator.result);
            }
        }
        graph
    }

    fn add_fields(&mut self, schema: &'s Schema, of: &'s Combinator, fields: &'s [Field]) {
        for field in fields {
            if let Some(condition) = field.condition
                && let Some(word) = number(schema, of, condition.mask)
            {
                *self.bits.entry(word).or_default() |= 1 << condition.bit;
            }
            match &field.ty {
                TypeExpr::Repetition(inner) => self.add_fields(schema, of, &inner.fields),
                ty => self.add_types(schema, of, ty),
            }
        }
    }

    /// Adds the numbers that a type is given.
    fn add_types(&mut self, schema: &'s Schema, of: &'s Combinator, ty: &'s TypeExpr) {
        each_apply(ty, &mut |apply: &Apply| {
            for (at, arg) in apply.args.iter().enumerate() {
                let Arg::Nat(nat) = arg else { continue };
                let Some(from) = nat.var.and_then(|var| number(schema, of, var)) else { continue };
                let to = Number::Param(schema[apply.ty].name.as_str(), at);
                self.passed.entry(from).or_default().insert(to);
            }
        });
    }

    /// The bits that are used of a number here and wherever it is passed to.
    fn reached(&self, from: &Number<'s>) -> u32 {
        let (mut seen, mut open) = (BTreeSet::new(), vec![from]);
        let mut bits = 0;
        while let Some(number) = open.pop() {
            if seen.insert(number) {
                bits |= self.bits.get(number).copied().unwrap_or_default();
                open.extend(self.passed.get(number).into_iter().flatten());
            }
        }
        bits
    }

    /// The numbers that are passed to another one, over any number of types.
    fn sources(&self, to: &Number<'s>) -> BTreeSet<&Number<'s>> {
        let (mut found, mut open) = (BTreeSet::new(), vec![to]);
        while let Some(wanted) = open.pop() {
            let passes = self.passed.iter().filter(|(_, to)| to.contains(wanted));
            let new: Vec<_> = passes.map(|(from, _)| from).filter(|it| found.insert(*it)).collect();
            open.extend(new);
        }
        found
    }
}

/// What a variable of a combinator is: a parameter of its type, or its field.
fn number<'s>(schema: &'s Schema, of: &'s Combinator, var: VarId) -> Option<Number<'s>> {
    if of[var].origin == Origin::Field {
        let at = of.fields.iter().position(|field| field.defines == Some(var))?;
        return Some(Number::Field(of.role == Role::Function, &of.name, at));
    }
    let TypeExpr::Apply(made) = &of.result else { return None };
    let is_it = |arg: &Arg| matches!(arg, Arg::Nat(nat) if nat.var == Some(var));
    let at = made.args.iter().position(is_it)?;
    Some(Number::Param(schema[made.ty].name.as_str(), at))
}
