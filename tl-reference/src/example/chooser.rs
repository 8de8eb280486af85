//! Chooses a plain value for a call: all that is required, and nothing that is optional.

use std::{cell::Cell, rc::Rc};

use typelang_parser::{
    Schema,
    schema::{
        Apply, Arg, Builtin, Combinator, CombinatorId, Condition, Field, NatExpr, Repetition,
        TypeExpr, TypeId, VarId,
    },
    syntax::Role,
};

use super::{
    costs::{self, ENDLESS},
    samples::sample,
    value::{Object, Value},
};

/// The deepest lists that have an item.
const DEEP: usize = 6;

/// The depth of the deepest values; a schema whose smallest values are deeper has no examples.
const DEEPEST: usize = 40;

/// The longest repetition of an example. A schema chooses the count, so it may be any number.
const LONGEST: u32 = 64;

/// The highest cost of an example. Costs double from type to type in some schemas.
const LARGEST: u32 = 500;

/// The most values in an example. Costs count a list as short however large its items are.
const VALUES: u32 = 5_000;

/// Chooses values of a schema.
#[derive(Debug)]
pub struct Chooser<'s> {
    schema: &'s Schema,
    costs: Vec<u32>,
    /// The number of values that the current example may still have.
    left: Cell<u32>,
    /// The call that wrappers carry.
    query: Option<CombinatorId>,
}

/// The types and numbers of a combinator's variables.
#[derive(Clone, Default)]
struct Env<'s>(Rc<Vec<Option<Bound<'s>>>>);

#[derive(Clone)]
enum Bound<'s> {
    Type(&'s TypeExpr, Env<'s>),
    Nat(u32),
}

/// The content of a field.
enum Chosen {
    /// A value of its own.
    Value(Value),
    /// A `#` that the other fields tell.
    Told,
}

/// The place of a value.
#[derive(Clone, Copy)]
struct At<'f> {
    field: &'f str,
    depth: usize,
}

impl<'s> Chooser<'s> {
    /// Looks through a schema.
    #[must_use]
    pub fn new(schema: &'s Schema) -> Self {
        let costs = costs::costs(schema);
        let mut chooser = Self { schema, costs, left: Cell::new(VALUES), query: None };
        chooser.query = chooser.plain_call();
        chooser
    }

    /// A plain value of a constructor or call of a method; `None` where the schema has no finite one, where it is too
    /// large to be read, or where a parameter in braces says what the value looks like.
    #[must_use]
    pub fn object(&self, id: CombinatorId) -> Option<Object> {
        self.left.set(VALUES);
        self.combinator(id, &Env::default(), 0)
    }

    /// `help.getConfig` where it exists, else the smallest call that carries no other.
    fn plain_call(&self) -> Option<CombinatorId> {
        let calls = self
            .schema
            .combinators()
            .filter(|(_, it)| it.role == Role::Function && it.vars.is_empty());
        calls
            .min_by_key(|(_, it)| {
                let is_usual = it.name == "help.getConfig";
                (!is_usual, costs::of(self.schema, &self.costs, it))
            })
            .map(|(id, _)| id)
    }

    fn combinator(&self, id: CombinatorId, env: &Env<'s>, depth: usize) -> Option<Object> {
        if depth > DEEPEST {
            return None;
        }
        let combinator = &self.schema[id];
        if costs::of(self.schema, &self.costs, combinator) > LARGEST {
            return None;
        }
        let fields = self.fields(combinator, &combinator.fields, env, depth)?;
        Some(Object { combinator: id, fields })
    }

    fn fields(
        &self,
        owner: &'s Combinator,
        fields: &'s [Field],
        env: &Env<'s>,
        depth: usize,
    ) -> Option<Vec<(String, Value)>> {
        let mut out = Vec::new();
        for (place, field) in fields.iter().enumerate() {
            if field.condition.is_some_and(|condition| !is_set(condition, env)) {
                continue;
            }
            let key = field.name.clone().unwrap_or_else(|| place.to_string());
            let at = At { field: &key, depth: depth + 1 };
            if let Chosen::Value(value) = self.field(owner, field, env, at)? {
                out.push((key, value));
            }
        }
        Some(out)
    }

    /// A field's value, or that other fields tell it; `None` for what has no value.
    fn field(
        &self,
        owner: &'s Combinator,
        field: &'s Field,
        env: &Env<'s>,
        at: At<'_>,
    ) -> Option<Chosen> {
        if field.bang {
            let query = self.combinator(self.query?, &Env::default(), at.depth)?;
            return Some(Chosen::Value(Value::Object(query)));
        }
        if matches!(field.ty, TypeExpr::Nat) {
            let is_told = field.defines.is_some_and(|var| is_used(&owner.fields, var));
            return Some(if is_told { Chosen::Told } else { Chosen::Value(Value::Nat(0)) });
        }
        self.value(owner, &field.ty, env, at).map(Chosen::Value)
    }

    fn value(
        &self,
        owner: &'s Combinator,
        ty: &'s TypeExpr,
        env: &Env<'s>,
        at: At<'_>,
    ) -> Option<Value> {
        self.left.set(self.left.get().checked_sub(1)?);
        match ty {
            TypeExpr::Nat => Some(Value::Nat(0)),
            TypeExpr::Type => None,
            TypeExpr::Var(var) => match env.0.get(var.0 as usize)?.clone()? {
                Bound::Type(ty, outer) => self.value(owner, ty, &outer, at),
                Bound::Nat(_) => None,
            },
            TypeExpr::Apply(apply) => self.applied(owner, apply, env, at),
            TypeExpr::Repetition(repetition) => self.repetition(owner, repetition, env, at),
        }
    }

    fn repetition(
        &self,
        owner: &'s Combinator,
        repetition: &'s Repetition,
        env: &Env<'s>,
        at: At<'_>,
    ) -> Option<Value> {
        let count = match repetition.times.var {
            None => repetition.times.plus,
            Some(_) => nat(repetition.times, env).unwrap_or(1),
        };
        if count > LONGEST {
            return None;
        }
        let item = || match repetition.fields.as_slice() {
            [only] if only.name.is_none() && only.condition.is_none() => {
                self.value(owner, &only.ty, env, At { depth: at.depth + 1, ..at })
            }
            fields => self.fields(owner, fields, env, at.depth).map(Value::Row),
        };
        (0..count).map(|_| item()).collect::<Option<_>>().map(Value::List)
    }

    fn applied(
        &self,
        owner: &'s Combinator,
        apply: &'s Apply,
        env: &Env<'s>,
        at: At<'_>,
    ) -> Option<Value> {
        match self.schema[apply.ty].builtin {
            Some(Builtin::Vector) => {
                let [Arg::Type(item)] = apply.args.as_slice() else { return None };
                if at.depth > DEEP {
                    return Some(Value::List(Vec::new()));
                }
                let item = self.value(owner, item, env, At { depth: at.depth + 1, ..at });
                Some(Value::List(item.into_iter().collect()))
            }
            Some(Builtin::Object) => {
                let all = self.schema.types().filter(|(_, ty)| ty.builtin.is_none());
                let (ty, _) = all.min_by_key(|(id, _)| self.costs[id.0 as usize])?;
                self.made(ty, &Env::default(), |_, _| Some(Env::default()), at)
            }
            Some(Builtin::Function) => {
                self.combinator(self.query?, &Env::default(), at.depth).map(Value::Object)
            }
            Some(builtin) => sample(builtin, at.field, self.schema.layer),
            None => self.made(apply.ty, env, |it, env| bind(it, apply, env), at),
        }
    }

    /// A value of a type, by its smallest constructor.
    fn made(
        &self,
        ty: TypeId,
        env: &Env<'s>,
        bind: impl Fn(&'s Combinator, &Env<'s>) -> Option<Env<'s>>,
        at: At<'_>,
    ) -> Option<Value> {
        let constructors = self.schema[ty].constructors.iter().filter_map(|id| {
            let cost = costs::of(self.schema, &self.costs, &self.schema[*id]);
            Some((cost, *id, bind(&self.schema[*id], env)?))
        });
        let (cost, id, env) = constructors.min_by_key(|(cost, id, _)| (*cost, *id))?;
        if cost >= ENDLESS {
            return None;
        }
        self.combinator(id, &env, at.depth).map(Value::Object)
    }
}

/// The variables of a constructor whose type is given these arguments; `None` if it does not make such a type.
fn bind<'s>(constructor: &'s Combinator, apply: &'s Apply, env: &Env<'s>) -> Option<Env<'s>> {
    let mut bound = vec![None; constructor.vars.len()];
    let TypeExpr::Apply(result) = &constructor.result else { return None };
    for (pattern, arg) in result.args.iter().zip(&apply.args) {
        match (pattern, arg) {
            (Arg::Type(TypeExpr::Var(var)), Arg::Type(ty)) => {
                bound[var.0 as usize] = Some(Bound::Type(ty, env.clone()));
            }
            (Arg::Nat(NatExpr { var: Some(var), plus }), Arg::Nat(given)) => {
                let value = nat(*given, env)?.checked_sub(*plus)?;
                bound[var.0 as usize] = Some(Bound::Nat(value));
            }
            (Arg::Nat(NatExpr { var: None, plus }), Arg::Nat(given)) => {
                if nat(*given, env)? != *plus {
                    return None;
                }
            }
            _ => return None,
        }
    }
    Some(Env(Rc::new(bound)))
}

/// A number, if it is known: a `#` field is not, but optional fields are left out, so that its bits are 0.
fn nat(expr: NatExpr, env: &Env<'_>) -> Option<u32> {
    let Some(var) = expr.var else { return Some(expr.plus) };
    match env.0.get(var.0 as usize) {
        Some(Some(Bound::Nat(value))) => value.checked_add(expr.plus),
        _ => None,
    }
}

fn is_set(condition: Condition, env: &Env<'_>) -> bool {
    let mask = NatExpr { var: Some(condition.mask), plus: 0 };
    nat(mask, env).is_some_and(|value| value >> condition.bit & 1 == 1)
}

/// Whether fields depend on a number.
fn is_used(fields: &[Field], var: VarId) -> bool {
    fields.iter().any(|field| {
        field.condition.is_some_and(|condition| condition.mask == var) || is_counted(&field.ty, var)
    })
}

fn is_counted(ty: &TypeExpr, var: VarId) -> bool {
    match ty {
        TypeExpr::Nat | TypeExpr::Type | TypeExpr::Var(_) => false,
        TypeExpr::Repetition(repetition) => {
            repetition.times.var == Some(var) || is_used(&repetition.fields, var)
        }
        TypeExpr::Apply(apply) => apply.args.iter().any(|arg| match arg {
            Arg::Type(ty) => is_counted(ty, var),
            Arg::Nat(nat) => nat.var == Some(var),
        }),
    }
}
