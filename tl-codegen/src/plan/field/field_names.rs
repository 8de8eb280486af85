//! Decides the names of one combinator's fields, and of the variables that hold its numbers.
//!
//! Goldens: `collisions`, `keywords`, `shared_bits`, `requests`.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use typelang_parser::{
    Schema,
    schema::{Combinator, Condition, Field, TypeExpr, VarId},
};

use crate::plan::expand::{numbers::Numbers, params, records::TUPLE_LIMIT};
use crate::plan::model::{names, rust::Name};
use crate::queries::number_params;
use crate::request::matching::{Answers, Requests};

/// The names of one combinator's fields and variables.
#[derive(Clone, Debug)]
pub(crate) struct FieldNames {
    /// The name of each field, if it were a field of the struct.
    pub(crate) own: Vec<Name>,
    /// The names of the number parameters, in order.
    pub(crate) params: Vec<Name>,
    numbers: BTreeMap<VarId, Name>,
    groups: BTreeMap<Condition, Name>,
    lengths: BTreeMap<VarId, Name>,
    columns: BTreeMap<usize, Name>,
    /// The names of the type parameters.
    types: BTreeMap<VarId, Name>,
}

impl FieldNames {
    /// Decides the names; `groups` has the bits with several values, and `is_kept` says whether the struct
    /// keeps a number.
    pub(crate) fn new(
        schema: &Schema,
        requests: &Requests<'_>,
        combinator: &Combinator,
        numbers: &Numbers,
        groups: &[(Condition, Vec<usize>)],
        is_kept: impl Fn(VarId) -> bool,
        answers: &mut Answers,
    ) -> Self {
        let fields = combinator.fields.iter();
        let tl: Vec<&str> = fields.map(|field| tl_name(schema, field)).collect();
        let mut wanted: Vec<Wanted<'_>> = Vec::with_capacity(tl.len());
        for (at, &tl) in tl.iter().enumerate() {
            wanted.push(((rank(tl), tl.into(), Key::Field(at)), names::field(tl)));
        }
        for (var, param) in number_params(combinator) {
            wanted.push(((Rank::Group, param.into(), Key::Param(var)), names::field(param)));
        }
        let joined =
            |members: &[usize]| -> Vec<&str> { members.iter().map(|member| tl[*member]).collect() };
        for (bit, members) in groups {
            let tl = joined(members);
            let name = if members.len() > TUPLE_LIMIT {
                names::field(&format!("{}_{}", combinator[bit.mask].name, bit.bit))
            } else {
                names::group(&tl)
            };
            wanted.push(((Rank::Group, tl.join("+").into(), Key::Group(*bit)), name));
        }
        for (var, members) in numbers.lengths().filter(|(_, members)| members.len() > 1) {
            let tl = joined(members);
            let name = if members.len() > TUPLE_LIMIT {
                // Refused anyway, so a short name suffices.
                names::field(&combinator[var].name)
            } else {
                names::group(&tl)
            };
            wanted.push(((Rank::Group, tl.join("+").into(), Key::Columns(var)), name));
        }
        let lengths = numbers.lengths().map(|(_, all)| all).filter(|all| all.len() > 1);
        let joined = groups.iter().map(|(_, members)| members.as_slice()).chain(lengths);
        let joined: BTreeSet<usize> = joined.flatten().copied().collect();
        let is_own = |at: usize| {
            let is_joined = joined.contains(&at);
            let number = numbers.held(&combinator.fields[at]);
            !is_joined && number.is_none_or(&is_kept)
        };
        rename(requests, answers, combinator, &mut wanted, is_own);
        Self::given(combinator, numbers, names::distinct(wanted))
    }

    fn given(combinator: &Combinator, numbers: &Numbers, given: Vec<Wanted<'_>>) -> Self {
        let mut own = vec![None; combinator.fields.len()];
        let (mut params, mut groups, mut lengths) =
            (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for ((_, _, key), name) in given {
            match key {
                Key::Field(at) => own[at] = Some(name),
                Key::Param(var) => drop(params.insert(var, names::local(&name))),
                Key::Group(bit) => drop(groups.insert(bit, name)),
                Key::Columns(var) => drop(lengths.insert(var, name)),
            }
        }
        let own: Vec<Name> = own.into_iter().flatten().collect();
        let mut columns = BTreeMap::new();
        for (var, members) in numbers.lengths() {
            let name = lengths.entry(var).or_insert_with(|| own[members[0]].clone());
            columns.extend(members.iter().map(|member| (*member, name.clone())));
        }
        let held = combinator.fields.iter().zip(&own);
        let mut numbers: BTreeMap<VarId, Name> =
            held.filter_map(|(field, name)| Some((field.defines?, names::local(name)))).collect();
        numbers.extend(params.clone());
        let params = params.into_values().collect();
        let mut names = params::by_tl_name(combinator);
        let types = (0..).map(VarId).zip(&combinator.vars);
        let types = types.filter_map(|(id, var)| Some((id, names.remove(var.name.as_str())?)));
        let types = types.collect();
        Self { own, params, numbers, groups, lengths, columns, types }
    }

    /// Returns the variable that holds a number.
    pub(crate) fn local(&self, var: VarId) -> Name {
        self.numbers.get(&var).cloned().unwrap_or_else(|| names::field(""))
    }

    /// Returns the type parameter for a variable.
    pub(crate) fn ty(&self, var: VarId) -> Option<&Name> {
        self.types.get(&var)
    }

    /// Returns the field for all values of a bit.
    pub(crate) fn group(&self, bit: Condition) -> Option<&Name> {
        self.groups.get(&bit)
    }

    /// Returns the vector whose length is a number.
    pub(crate) fn length(&self, var: VarId) -> Option<&Name> {
        self.lengths.get(&var)
    }

    /// Returns the vector that holds the rows of a repetition.
    pub(crate) fn column(&self, index: usize) -> Option<&Name> {
        self.columns.get(&index)
    }
}

/// A name that something prefers, and its place in the order.
type Wanted<'a> = ((Rank, Cow<'a, str>, Key), Name);

/// Applies the user's names to fields; a joined field is selected by its joined name.
fn rename(
    requests: &Requests<'_>,
    answers: &mut Answers,
    combinator: &Combinator,
    wanted: &mut [Wanted<'_>],
    is_own: impl Fn(usize) -> bool,
) {
    let mut renamed = Vec::new();
    for ((_, tl, key), name) in &mut *wanted {
        let part = match key {
            Key::Field(at) if is_own(*at) => &**tl,
            Key::Group(_) | Key::Columns(_) => name.as_str(),
            Key::Field(_) | Key::Param(_) => continue,
        };
        if let Some(new) = requests.field_name(answers, &combinator.name, part) {
            *name = new.clone();
            renamed.push(new);
        }
    }
    if renamed.is_empty() {
        return;
    }
    let known = names::counted(wanted.iter().map(|(_, name)| name));
    for new in renamed {
        if known.get(new).is_some_and(|count| *count > 1) {
            requests.collide(answers, new, &format!("the fields of `{}`", combinator.name));
        }
    }
}

/// The order in which fields get a name that several would have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// A field that has this name in the schema.
    Same,
    /// A field whose name is spelled differently in the schema.
    Respelled,
    /// A tuple or a parameter, whose name is generated.
    Group,
}

fn rank(tl: &str) -> Rank {
    if names::is_field_already(tl) { Rank::Same } else { Rank::Respelled }
}

/// The owner of a name; orders equal TL names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Field(usize),
    Group(Condition),
    Columns(VarId),
    Param(VarId),
}

/// Returns the name of a field; an anonymous field is named after its type.
fn tl_name<'a>(schema: &'a Schema, field: &'a Field) -> &'a str {
    match (&field.name, &field.ty) {
        (Some(name), _) if name != "_" => name,
        (_, TypeExpr::Apply(apply)) => names::last(&schema[apply.ty].name),
        (_, TypeExpr::Nat) => "number",
        (_, TypeExpr::Repetition(_)) => "values",
        _ => "value",
    }
}
