//! Parts of a declaration that become types; the outer numbers that they use become parameters.
//!
//! Goldens: `rows`, `many_values`.

use std::collections::{BTreeMap, BTreeSet};

use typelang_parser::{
    Location,
    schema::{Apply, Arg, Condition, Field, NatExpr, Origin, Repetition, TypeExpr, Var, VarId},
};

/// The numbers that a type takes from its use, each once.
#[derive(Debug, Default)]
pub(crate) struct Holes {
    numbers: Vec<NatExpr>,
    /// The index of each, by its variable and added constant.
    places: BTreeMap<(Option<VarId>, u32), usize>,
}

impl Holes {
    /// Returns the parameter for a number.
    pub(crate) fn dig(&mut self, number: NatExpr) -> NatExpr {
        let at = *self.places.entry((number.var, number.plus)).or_insert_with(|| {
            self.numbers.push(number);
            self.numbers.len() - 1
        });
        NatExpr { var: Some(VarId(u32::try_from(at).unwrap_or(u32::MAX))), plus: 0 }
    }

    /// Replaces all variable numbers in a type by parameters.
    pub(crate) fn lift(&mut self, ty: &TypeExpr) -> TypeExpr {
        map_type(ty, &mut |number| match number.var {
            Some(_) => self.dig(number),
            None => number,
        })
    }

    pub(crate) fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Returns the numbers as arguments.
    pub(crate) fn into_args(self) -> Vec<Arg> {
        self.numbers.into_iter().map(Arg::Nat).collect()
    }
}

/// The fields of a repetition as a declaration of their own.
#[derive(Debug)]
pub(crate) struct Row {
    /// The outer numbers that it uses.
    pub(crate) captured: Vec<VarId>,
    /// The numbers in its own fields.
    pub(crate) own: Vec<VarId>,
    /// The outer numbers as parameters, then its own.
    pub(crate) vars: Vec<Var>,
    pub(crate) fields: Vec<Field>,
}

/// Makes a declaration of `fields`, which belong to a declaration with these variables.
pub(crate) fn row(around: &[Var], fields: &[Field]) -> Row {
    let own: Vec<VarId> = fields.iter().filter_map(|field| field.defines).collect();
    let mut known: BTreeSet<VarId> = own.iter().copied().collect();
    let mut captured = Vec::new();
    let mut note = |var: VarId| {
        if known.insert(var) {
            captured.push(var);
        }
    };
    for field in fields {
        field.condition.iter().for_each(|condition| note(condition.mask));
        map_type(&field.ty, &mut |number| {
            number.var.iter().for_each(|var| note(*var));
            number
        });
    }
    let order = captured.iter().chain(&own);
    let new: BTreeMap<VarId, VarId> = order.copied().zip((0..).map(VarId)).collect();
    let renamed = |number: NatExpr| NatExpr {
        var: number.var.map(|var| new.get(&var).copied().unwrap_or(var)),
        ..number
    };
    let fields = fields.iter().map(|field| Field {
        condition: field
            .condition
            .map(|it| Condition { mask: new.get(&it.mask).copied().unwrap_or(it.mask), ..it }),
        ty: map_type(&field.ty, &mut |number| renamed(number)),
        defines: field.defines.and_then(|var| new.get(&var).copied()),
        ..field.clone()
    });
    let fields = fields.collect();
    let param = |var: &VarId| Var { origin: Origin::Param, ..around[var.0 as usize].clone() };
    let kept = own.iter().map(|var| around[var.0 as usize].clone());
    Row { vars: captured.iter().map(param).chain(kept).collect(), captured, own, fields }
}

/// Returns the names of fields by their places, including those in repetitions.
pub(crate) fn names(fields: &[Field]) -> BTreeMap<Location, &str> {
    let mut names = BTreeMap::new();
    note_names(fields, &mut names);
    names
}

fn note_names<'f>(fields: &'f [Field], names: &mut BTreeMap<Location, &'f str>) {
    for field in fields {
        if let TypeExpr::Repetition(repetition) = &field.ty {
            note_names(&repetition.fields, names);
            names.extend(field.name.as_deref().map(|name| (field.location, name)));
        }
    }
}

/// Returns whether a type contains a type variable.
pub(crate) fn has_type_variable(ty: &TypeExpr) -> bool {
    match ty {
        TypeExpr::Var(_) => true,
        TypeExpr::Apply(apply) => {
            apply.args.iter().any(|arg| matches!(arg, Arg::Type(ty) if has_type_variable(ty)))
        }
        TypeExpr::Nat | TypeExpr::Type | TypeExpr::Repetition(_) => false,
    }
}

/// Replaces each number in a type.
fn map_type(ty: &TypeExpr, replace: &mut dyn FnMut(NatExpr) -> NatExpr) -> TypeExpr {
    match ty {
        TypeExpr::Nat | TypeExpr::Type | TypeExpr::Var(_) => ty.clone(),
        TypeExpr::Apply(apply) => {
            let args = apply.args.iter().map(|arg| match arg {
                Arg::Type(ty) => Arg::Type(map_type(ty, replace)),
                Arg::Nat(number) => Arg::Nat(replace(*number)),
            });
            TypeExpr::Apply(Apply { args: args.collect(), ..apply.clone() })
        }
        TypeExpr::Repetition(repetition) => {
            let times = replace(repetition.times);
            let fields = repetition
                .fields
                .iter()
                .map(|field| Field { ty: map_type(&field.ty, replace), ..field.clone() });
            TypeExpr::Repetition(Repetition {
                times,
                fields: fields.collect(),
                ..repetition.clone()
            })
        }
    }
}
