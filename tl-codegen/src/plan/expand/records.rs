//! Records: structs for the values of one bit that are too many for a tuple.
//!
//! Goldens: `many_values`, `hashes`.

use std::{collections::BTreeMap, sync::Arc};

use typelang_parser::{
    schema::{Apply, Combinator, CombinatorId, Condition, Field, Form, Type, TypeExpr, TypeId},
    syntax::Role,
};

use super::{
    expanded::{Expanded, Filled, Origin, Part},
    instance_name,
    numbers::{Numbers, groups},
};
use crate::queries::is_true;

/// The most values in a tuple; longer tuples lack the usual traits.
pub(crate) const TUPLE_LIMIT: usize = 12;

/// Adds a combinator for each bit with more values than this.
pub(crate) fn add(expanded: &mut Expanded) {
    let count = expanded.schema.combinators.len();
    for id in (0..).map(CombinatorId).take(count) {
        let combinator = &expanded.schema[id];
        if combinator.fields.len() <= TUPLE_LIMIT {
            continue;
        }
        let is_true: Vec<bool> =
            combinator.fields.iter().map(|field| is_true(&expanded.schema, &field.ty)).collect();
        let groups = groups(combinator, &expanded.numbers[id.0 as usize], &is_true);
        for (bit, members) in groups.into_iter().filter(|(_, all)| all.len() > TUPLE_LIMIT) {
            record(expanded, id, bit, &members);
        }
    }
}

fn record(expanded: &mut Expanded, owner: CombinatorId, bit: Condition, members: &[usize]) {
    let combinator = &expanded.schema[owner];
    let origin = &expanded.combinators[owner.0 as usize];
    let line = Arc::clone(&origin.line);
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let ty = TypeId(number(expanded.schema.types.len()));
    let id = CombinatorId(number(expanded.schema.combinators.len()));
    let mask = instance_name::row(&origin.filled.suffix, &combinator[bit.mask].name);
    let filled =
        Filled { suffix: instance_name::join([mask, bit.bit.to_string()]), ..Filled::default() };
    let fields = members
        .iter()
        .map(|member| Field { condition: None, ..combinator.fields[*member].clone() });
    let fields = fields.collect();
    let result = TypeExpr::Apply(Apply { ty, form: Form::Boxed, args: Vec::new() });
    let role = Role::Constructor;
    let name = combinator.name.clone();
    let vars = combinator.vars.clone();
    let made = Combinator {
        role,
        name,
        vars,
        fields,
        result,
        docs: None,
        annotations: Vec::new(),
        ..*combinator
    };
    expanded.schema.types.push(Type {
        name: combinator.name.clone(),
        params: Vec::new(),
        constructors: vec![id],
        builtin: None,
        docs: None,
    });
    expanded.types.push(filled.clone());
    expanded.numbers.push(Numbers::new(&made, &BTreeMap::new()));
    expanded.schema.combinators.push(made);
    expanded.combinators.push(Origin {
        part: Part::Record,
        filled,
        declared: BTreeMap::new(),
        has_fields: true,
        calls: Vec::new(),
        line,
    });
    expanded.records.insert((owner, bit), id);
}
