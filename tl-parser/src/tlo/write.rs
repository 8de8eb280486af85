//! Writes the compiled form of a schema.

use super::{complete::Complete, flags, ids, numbers::numbers};
use crate::{
    schema::{
        Arg, Combinator, Field, Form, Kind, NatExpr, Origin, Repetition, Schema, Type, TypeExpr,
        TypeId, VarId,
    },
    syntax::Role,
};

/// Writes the schema in its compiled form.
///
/// If the reference compiler accepts the schema, the bytes are those that it writes, with version and date 0.
/// Predefined types that the schema uses without declaring them are declared. If the combined ids of two
/// types are equal, which the reference compiler cannot tell apart, one type gets another number.
#[must_use]
pub fn write(schema: &Schema) -> Vec<u8> {
    written(schema, &Complete::new(schema))
}

/// Writes the same with the constructors of each type sorted by name, so that the order of declarations does not
/// matter.
#[must_use]
pub fn write_sorted(schema: &Schema) -> Vec<u8> {
    let mut complete = Complete::new(schema);
    complete.sort();
    written(schema, &complete)
}

fn written(schema: &Schema, complete: &Complete<'_>) -> Vec<u8> {
    let by_name = complete.by_name();
    let numbers = numbers(schema, complete, &by_name);
    let numbered = &Numbered { complete, numbers, bare: used_bare(schema) };
    let mut out = Vec::new();
    word(&mut out, ids::SCHEMA);
    word(&mut out, 0);
    word(&mut out, 0);
    types(&mut out, numbered, &by_name);
    let constructors = by_name.iter().flat_map(|(id, _)| complete.constructors(*id));
    let constructors: Vec<&Combinator> = constructors.map(|id| &complete[*id]).collect();
    let functions = schema.combinators.iter().filter(|it| it.role == Role::Function);
    let mut functions: Vec<&Combinator> = functions.collect();
    functions.sort_by_key(|function| (&function.name, function.id));
    for combinators in [constructors, functions] {
        count(&mut out, combinators.len());
        for it in combinators {
            combinator(&mut out, numbered, it);
        }
    }
    out
}

/// A schema, the number of each of its types, and which of them it uses bare.
struct Numbered<'s> {
    complete: &'s Complete<'s>,
    numbers: Vec<u32>,
    bare: Vec<bool>,
}

impl Numbered<'_> {
    fn of(&self, ty: TypeId) -> u32 {
        self.numbers[ty.0 as usize]
    }
}

fn word(out: &mut Vec<u8>, word: u32) {
    out.extend_from_slice(&word.to_le_bytes());
}

fn words(out: &mut Vec<u8>, words: &[u32]) {
    for one in words {
        word(out, *one);
    }
}

fn count(out: &mut Vec<u8>, count: usize) {
    word(out, u32::try_from(count).unwrap_or(u32::MAX));
}

/// Writes a string as TL does: a length of one or four bytes, the text, and zeros up to a multiple of 4.
fn string(out: &mut Vec<u8>, text: &str) {
    match u8::try_from(text.len()) {
        Ok(short) if short < 254 => out.push(short),
        _ => count(out, text.len() << 8 | 0xfe),
    }
    out.extend_from_slice(text.as_bytes());
    out.resize(out.len().next_multiple_of(4), 0);
}

fn types(out: &mut Vec<u8>, numbered: &Numbered<'_>, by_name: &[(TypeId, &Type)]) {
    let kinds = [("#", ids::NAT), ("Type", ids::KIND)];
    let kinds = kinds.into_iter().map(|(name, number)| (name, number, None));
    let own = by_name.iter();
    let own = own.map(|&(id, ty)| (ty.name.as_str(), numbered.of(id), Some((id, ty))));
    let mut entries: Vec<_> = kinds.chain(own).collect();
    entries.sort_by_key(|(name, ..)| *name);
    count(out, entries.len());
    for (name, number, ty) in entries {
        word(out, ids::TYPE);
        word(out, number);
        string(out, name);
        let constructors = ty.map_or(0, |(id, _)| numbered.complete.constructors(id).len());
        let params = ty.map_or(&[][..], |(_, ty)| &ty.params);
        count(out, constructors);
        word(
            out,
            match ty {
                _ if constructors > 1 => flags::SEVERAL,
                Some((id, _)) if numbered.bare[id.0 as usize] => flags::BARE,
                _ => 0,
            },
        );
        count(out, params.len());
        let nats = params.iter().enumerate().filter(|(_, kind)| **kind == Kind::Nat);
        let mask = nats.fold(0u64, |mask, (at, _)| mask | 1u64.checked_shl(shift(at)).unwrap_or(0));
        out.extend(mask.to_le_bytes());
    }
}

fn shift(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn used_bare(schema: &Schema) -> Vec<bool> {
    let mut bare = vec![false; schema.types.len()];
    for combinator in &schema.combinators {
        mark_fields(&mut bare, &combinator.fields);
        mark(&mut bare, &combinator.result);
    }
    bare
}

fn mark_fields(bare: &mut [bool], fields: &[Field]) {
    for field in fields {
        mark(bare, &field.ty);
    }
}

fn mark(bare: &mut [bool], ty: &TypeExpr) {
    match ty {
        TypeExpr::Nat | TypeExpr::Type | TypeExpr::Var(_) => {}
        TypeExpr::Repetition(repetition) => mark_fields(bare, &repetition.fields),
        TypeExpr::Apply(apply) => {
            bare[apply.ty.0 as usize] |= apply.form == Form::Bare;
            for arg in &apply.args {
                if let Arg::Type(ty) = arg {
                    mark(bare, ty);
                }
            }
        }
    }
}

/// The numbers of a combinator's variables in this form, in which every `#` field is a variable, used or not.
struct Vars {
    numbers: Vec<u32>,
    next: u32,
}

fn combinator(out: &mut Vec<u8>, numbered: &Numbered<'_>, combinator: &Combinator) {
    word(out, ids::COMBINATOR);
    word(out, combinator.id);
    string(out, &combinator.name);
    word(
        out,
        match &combinator.result {
            TypeExpr::Apply(apply) => numbered.of(apply.ty),
            _ => 0,
        },
    );
    let mut vars = Vars { numbers: vec![0; combinator.vars.len()], next: 0 };
    if combinator.builtin {
        word(out, ids::LEFT_BUILTIN);
    } else {
        word(out, ids::LEFT);
        let params = combinator.vars.iter().filter(|var| var.origin == Origin::Param).count();
        count(out, params + combinator.fields.len());
        for (at, var) in (0..).zip(&combinator.vars).take(params) {
            param(out, &mut vars, VarId(at), var.kind, &var.name);
        }
        fields(out, numbered, &mut vars, &combinator.fields);
    }
    word(out, ids::RIGHT);
    type_expr(out, numbered, &mut vars, &combinator.result);
}

fn param(out: &mut Vec<u8>, vars: &mut Vars, var: VarId, kind: Kind, name: &str) {
    let bare = if kind == Kind::Type { flags::BARE } else { 0 };
    word(out, ids::ARG);
    string(out, name);
    word(out, flags::PARAM | flags::VARIABLE | bare);
    number_var(out, vars, Some(var));
    kind_expr(out, if kind == Kind::Type { ids::KIND } else { ids::NAT });
}

fn number_var(out: &mut Vec<u8>, vars: &mut Vars, var: Option<VarId>) {
    word(out, vars.next);
    if let Some(var) = var {
        vars.numbers[var.0 as usize] = vars.next;
    }
    vars.next += 1;
}

fn kind_expr(out: &mut Vec<u8>, kind: u32) {
    words(out, &[ids::TYPE_EXPR, kind, 0, 0]);
}

fn fields(out: &mut Vec<u8>, numbered: &Numbered<'_>, vars: &mut Vars, fields: &[Field]) {
    for field in fields {
        let is_var = matches!(field.ty, TypeExpr::Nat | TypeExpr::Type);
        let flag = |set: bool, flag: u32| if set { flag } else { 0 };
        word(out, ids::ARG);
        string(out, field.name.as_deref().unwrap_or_default());
        word(
            out,
            flag(field.condition.is_some(), flags::CONDITIONAL)
                | flag(is_var, flags::VARIABLE)
                | flag(field.bang, flags::BANG),
        );
        if is_var {
            number_var(out, vars, field.defines);
        }
        if let Some(condition) = field.condition {
            word(out, vars.numbers[condition.mask.0 as usize]);
            word(out, condition.bit.into());
        }
        type_expr(out, numbered, vars, &field.ty);
    }
}

fn type_expr(out: &mut Vec<u8>, numbered: &Numbered<'_>, vars: &mut Vars, ty: &TypeExpr) {
    match ty {
        TypeExpr::Nat => kind_expr(out, ids::NAT),
        TypeExpr::Type => kind_expr(out, ids::KIND),
        TypeExpr::Var(var) => {
            let number = vars.numbers[var.0 as usize];
            words(out, &[ids::TYPE_VAR, number, 0]);
        }
        TypeExpr::Repetition(inner) => repetition(out, numbered, vars, inner),
        TypeExpr::Apply(apply) => {
            word(out, ids::TYPE_EXPR);
            word(out, numbered.of(apply.ty));
            word(out, if apply.form == Form::Bare { flags::BARE } else { 0 });
            count(out, apply.args.len());
            for arg in &apply.args {
                match arg {
                    Arg::Type(ty) => {
                        word(out, ids::EXPR_TYPE);
                        type_expr(out, numbered, vars, ty);
                    }
                    Arg::Nat(nat) => {
                        word(out, ids::EXPR_NAT);
                        nat_expr(out, vars, *nat);
                    }
                }
            }
        }
    }
}

fn repetition(
    out: &mut Vec<u8>,
    numbered: &Numbered<'_>,
    vars: &mut Vars,
    repetition: &Repetition,
) {
    word(out, ids::ARRAY);
    nat_expr(out, vars, repetition.times);
    count(out, repetition.fields.len());
    fields(out, numbered, vars, &repetition.fields);
}

fn nat_expr(out: &mut Vec<u8>, vars: &Vars, nat: NatExpr) {
    match nat.var {
        None => words(out, &[ids::NAT_CONST_WRITTEN, nat.plus]),
        Some(var) => {
            let number = vars.numbers[var.0 as usize];
            words(out, &[ids::NAT_VAR, nat.plus, number]);
        }
    }
}
