//! The part that each field of a combinator plays, and its names.
//!
//! Fields that share a bit become one field, so that no value can set half of a bit: a `true` beside other
//! fields becomes a method, and two or more values become one tuple.

use std::collections::BTreeMap;

use typelang_parser::{
    Schema,
    schema::{Combinator, Condition, Field, Origin, TypeExpr, VarId},
};

use super::{Bit, Presence, context::Context, names, rust::Name, value};

/// A field of the schema, on its way to Rust.
#[derive(Debug)]
pub(crate) struct Draft<'s> {
    /// As the schema has it.
    pub(crate) field: &'s Field,
    /// Its Rust name, were it a field of its own.
    pub(crate) name: Name,
    /// What becomes of it.
    pub(crate) part: Part,
}

/// What becomes of a field.
#[derive(Clone, Debug)]
pub(crate) enum Part {
    /// A flag word, computed: its bits, and whose presence they tell.
    Word(Vec<(u8, Presence)>),
    /// A field that is always there.
    Required,
    /// A `bool`: the bit itself.
    Flag(Bit),
    /// A method: a `true` whose bit other fields tell of.
    Accessor(Presence),
    /// An `Option`.
    Optional(Bit),
    /// A value of the tuple of this name.
    Grouped(Bit, Name),
}

/// The fields that a condition names, by flag word and bit.
type Bits = BTreeMap<(VarId, u8), Vec<usize>>;

/// Something for each bit that several values share.
type Groups<T> = BTreeMap<(VarId, u8), T>;

/// Decides the part of each field of `combinator`, in order.
pub(crate) fn drafts<'s>(context: &Context<'_>, combinator: &'s Combinator) -> Vec<Draft<'s>> {
    let bits = bits(combinator);
    refuse_odd_words(context, combinator, &bits);
    let names = Names::new(context.schema, combinator, &bits, |index| {
        value::is_true(context, &combinator.fields[index].ty)
    });
    let part = |index: usize, field: &Field| match (field.condition, field.defines) {
        (Some(condition), _) => names.conditional(&bits, index, condition),
        (None, Some(word)) if bits.keys().any(|(mask, _)| *mask == word) => {
            Part::Word(names.word(&bits, word))
        }
        (None, _) => Part::Required,
    };
    combinator
        .fields
        .iter()
        .enumerate()
        .map(|(index, field)| Draft {
            field,
            name: names.own[index].clone(),
            part: part(index, field),
        })
        .collect()
}

fn bits(combinator: &Combinator) -> Bits {
    let mut bits = Bits::new();
    for (index, field) in combinator.fields.iter().enumerate() {
        if let Some(Condition { mask, bit }) = field.condition {
            bits.entry((mask, bit)).or_default().push(index);
        }
    }
    bits
}

fn refuse_odd_words(context: &Context<'_>, combinator: &Combinator, bits: &Bits) {
    for (&(mask, _), members) in bits {
        let location = combinator.fields[members[0]].location;
        if combinator[mask].origin == Origin::Param {
            let remedy = "make the flag word a field of the combinator itself";
            context.unsupported(location, "a flag word that is a parameter", remedy);
        }
        let word = combinator.fields.iter().find(|field| field.defines == Some(mask));
        if word.is_some_and(|word| word.condition.is_some()) {
            let remedy = "make the flag word unconditional";
            context.unsupported(location, "a bit of a conditional flag word", remedy);
        }
    }
}

/// The names of one combinator's fields.
struct Names {
    own: Vec<Name>,
    words: BTreeMap<VarId, Name>,
    groups: Groups<Name>,
    is_true: Vec<bool>,
}

impl Names {
    fn new(
        schema: &Schema,
        combinator: &Combinator,
        bits: &Bits,
        is_true: impl Fn(usize) -> bool,
    ) -> Self {
        let tl: Vec<String> =
            combinator.fields.iter().map(|field| tl_name(schema, field)).collect();
        let is_true: Vec<bool> = (0..tl.len()).map(is_true).collect();
        let (own, groups) = distinct(&tl, &grouped(&tl, bits, &is_true));
        let fields = combinator.fields.iter().zip(&own);
        let words =
            fields.filter_map(|(field, name)| Some((field.defines?, names::local(name)))).collect();
        Self { own, words, groups, is_true }
    }

    fn word(&self, bits: &Bits, word: VarId) -> Vec<(u8, Presence)> {
        let own = bits.iter().filter(|((mask, _), _)| *mask == word);
        own.map(|(bit, members)| (bit.1, self.presence(*bit, members))).collect()
    }

    /// Which field of the struct says whether a bit is set.
    fn presence(&self, bit: (VarId, u8), members: &[usize]) -> Presence {
        let value = members.iter().find(|member| !self.is_true[**member]);
        match (self.groups.get(&bit), value) {
            (Some(group), _) => Presence::Some(group.clone()),
            (None, Some(&value)) => Presence::Some(self.own[value].clone()),
            (None, None) => Presence::Flag(self.own[members[0]].clone()),
        }
    }

    fn conditional(&self, bits: &Bits, index: usize, condition: Condition) -> Part {
        let key = (condition.mask, condition.bit);
        let word = self.words.get(&condition.mask).cloned().unwrap_or_else(|| names::field(""));
        let bit = Bit { word, bit: condition.bit };
        let presence = self.presence(key, &bits[&key]);
        match (self.is_true[index], self.groups.get(&key)) {
            (true, _) if presence == Presence::Flag(self.own[index].clone()) => Part::Flag(bit),
            (true, _) => Part::Accessor(presence),
            (false, None) => Part::Optional(bit),
            (false, Some(group)) => Part::Grouped(bit, group.clone()),
        }
    }
}

/// The TL names of the values that share a bit, by bit.
fn grouped<'t>(tl: &'t [String], bits: &Bits, is_true: &[bool]) -> Groups<Vec<&'t str>> {
    let mut groups = Groups::new();
    for (bit, members) in bits {
        let values = members.iter().filter(|member| !is_true[**member]);
        let values: Vec<&str> = values.map(|member| tl[*member].as_str()).collect();
        if values.len() > 1 {
            groups.insert(*bit, values);
        }
    }
    groups
}

/// The Rust names of the fields, by place, and of the tuples.
fn distinct(tl: &[String], groups: &Groups<Vec<&str>>) -> (Vec<Name>, Groups<Name>) {
    let wanted = tl.iter().enumerate();
    let wanted = wanted.map(|(at, tl)| ((rank(tl), tl.clone(), Key::Field(at)), names::field(tl)));
    let tuples = groups
        .iter()
        .map(|(bit, tl)| ((Rank::Group, tl.join("+"), Key::Group(*bit)), names::group(tl)));
    let (mut own, mut joined) = (BTreeMap::new(), Groups::new());
    for ((_, _, key), name) in names::distinct(wanted.chain(tuples)) {
        match key {
            Key::Field(at) => drop(own.insert(at, name)),
            Key::Group(bit) => drop(joined.insert(bit, name)),
        }
    }
    (own.into_values().collect(), joined)
}

/// Who gets a name that several would like.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// The field that has it in the schema already.
    Same,
    /// A field that is spelled otherwise there.
    Respelled,
    /// A tuple, whose name is ours.
    Group,
}

fn rank(tl: &str) -> Rank {
    if names::is_field_already(tl) { Rank::Same } else { Rank::Respelled }
}

/// What a name is of; orders equal TL names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Field(usize),
    Group((VarId, u8)),
}

/// The name of a field; an anonymous one is called after its type.
fn tl_name(schema: &Schema, field: &Field) -> String {
    match (&field.name, &field.ty) {
        (Some(name), _) if name != "_" => name.clone(),
        (_, TypeExpr::Apply(apply)) => {
            let name = &schema[apply.ty].name;
            name.rsplit('.').next().unwrap_or(name).to_owned()
        }
        _ => "value".to_owned(),
    }
}
