//! Writing a new value from the parts of an old one.

use crate::{
    reflect::{
        schema::{
            builtin::Builtin,
            combinator::{Combinator, Role},
            expr::{Apply, Arg, Form, Nat, Node, Repetition, TypeExpr},
            table::Schema,
        },
        translate::{
            fields::Source,
            keep::Keeps,
            loss::{Loss, LossKind},
            parts::{Kind, Made, Part},
            path::{Step, path},
            refusal::{Problem, Refusal},
            scalar,
            table::Pair,
            translator::Defaults,
            word::{Before, Nat as Number, Words},
        },
        walk::{
            env::{Env, Slots},
            event::{List, Scalar},
        },
    },
    wire::ids::{BOOL_FALSE, BOOL_TRUE, VECTOR},
    write::writer::Writer,
};
use alloc::{string::ToString as _, vec::Vec};

/// The maximum nesting of values: more than [`Options::DEFAULT`](crate::Options::DEFAULT) allows for reading.
const LEVELS: usize = 160;

/// The bytes of paths and reasons of losses that are listed; further losses are counted.
const LISTED: usize = 1 << 20;

pub(super) type Done = Result<(), Refusal>;

/// The output, and the open values.
pub(super) struct Assembler<'t, 'b> {
    pub(super) to: &'t [Schema],
    pub(super) parts: &'t [Part<'t, 'b>],
    pub(super) slots: Slots<'t, Number>,
    pub(super) words: Words,
    pub(super) out: Writer<'static>,
    pub(super) path: Vec<Step<'t>>,
    /// What the fields of open values take.
    pub(super) sources: Vec<Source<'t>>,
    pub(super) losses: Vec<Loss>,
    pub(super) defaults: Defaults,
    level: usize,
    /// The number of losses that are not listed, and the bytes of those that are.
    pub(super) unlisted: usize,
    listed: usize,
    /// Whether the new schemas have to read the value to know that it is one.
    pub(super) is_unsure: bool,
    /// Which values are kept that the new schemas cannot express.
    pub(super) keeps: Option<Keeps<'t>>,
    /// The number of values that were kept.
    pub(super) kept: usize,
}

impl<'t, 'b> Assembler<'t, 'b> {
    pub(super) fn new(to: &'t [Schema], parts: &'t [Part<'t, 'b>], defaults: Defaults) -> Self {
        Self {
            to,
            parts,
            slots: Slots::new(),
            words: Words::new(),
            out: Writer::new(),
            path: Vec::new(),
            sources: Vec::new(),
            losses: Vec::new(),
            defaults,
            level: 0,
            unlisted: 0,
            listed: 0,
            is_unsure: false,
            keeps: None,
            kept: 0,
        }
    }

    /// The refusal of the current part.
    pub(super) fn refuse(&self, problem: Problem) -> Refusal {
        Refusal::new(path(&self.path), problem)
    }

    /// Lists a loss of the current part.
    pub(super) fn lose(&mut self, kind: LossKind) {
        let path = path(&self.path);
        let reason = if let LossKind::Unset { reason } = &kind { reason.len() } else { 0 };
        let taken = size_of::<Loss>() + path.len() + reason;
        if self.listed + taken > LISTED {
            self.unlisted += 1;
            return;
        }
        self.listed += taken;
        self.losses.push(Loss { path, kind });
    }

    /// Writes the item or field at a step of the path.
    pub(super) fn at<T>(
        &mut self,
        step: Step<'t>,
        write: impl FnOnce(&mut Self) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        self.path.push(step);
        let written = write(self);
        self.path.pop();
        written
    }

    fn enter(&mut self) -> Done {
        if self.level == LEVELS {
            return Err(self.refuse(Problem::TooDeep));
        }
        self.level += 1;
        Ok(())
    }

    /// Writes a boxed value of any type; `role` restricts it to calls.
    pub(super) fn any(&mut self, at: usize, role: Option<Role>) -> Done {
        match self.parts[at].kind {
            Kind::Value(made, _) | Kind::Copied(made, _) => {
                let is_kept = self.keeps_made(made);
                self.or_keep(is_kept, at, |this| {
                    let (schema, to, pair) = this.made(made)?;
                    if role.is_some_and(|role| role != to.role) {
                        return Err(this.refuse(Problem::WrongKind { ty: "Function".to_string() }));
                    }
                    this.alone(schema, to, pair, at)
                })
            }
            Kind::List(_, List::Boxed) if role.is_none() => {
                self.out.id(VECTOR);
                self.enter()?;
                self.items(at, true, Self::any_item)?;
                self.level -= 1;
                Ok(())
            }
            Kind::Scalar(Scalar::Bool(value)) if role.is_none() => {
                self.out.bool(value);
                Ok(())
            }
            _ => Err(self.refuse(Problem::WrongKind { ty: "Object".to_string() })),
        }
    }

    /// An item of a vector of any type: a boxed value, or a number without an id.
    fn any_item(&mut self, at: usize) -> Done {
        let start = self.out.as_bytes().len();
        match self.parts[at].kind {
            Kind::Scalar(Scalar::Int(value)) => self.out.int(value),
            Kind::Scalar(Scalar::Long(value, _)) => self.out.long(value),
            _ => return self.any(at, None),
        }
        self.is_unsure = true;
        // The first item tells numbers from boxed values.
        let first = self.out.as_bytes().get(start..).and_then(<[u8]>::first_chunk);
        let id = first.map_or(0, |first| u32::from_le_bytes(*first));
        let is_known =
            |schema: &Schema| schema.constructor(id).or_else(|| schema.function(id)).is_some();
        let is_first = matches!(self.path.last(), Some(Step::Item(0)));
        let is_id = [BOOL_TRUE, BOOL_FALSE, VECTOR].contains(&id) || self.to.iter().any(is_known);
        if is_first && is_id { Err(self.refuse(Problem::NoForm)) } else { Ok(()) }
    }

    /// The counterpart of a combinator.
    fn made(&self, made: Made<'t>) -> Result<(&'t Schema, &'t Combinator, &'t Pair), Refusal> {
        let Some(pair) = made.pair else {
            let name = made.combinator.name().to_string();
            return Err(self.refuse(Problem::NoCombinator { name }));
        };
        let schema = &self.to[pair.schema];
        Ok((schema, &schema.combinators[pair.combinator as usize], pair))
    }

    /// Writes a boxed value of a combinator, without an enclosing type.
    pub(super) fn alone(
        &mut self,
        schema: &'t Schema,
        to: &'t Combinator,
        pair: &'t Pair,
        at: usize,
    ) -> Done {
        if to.needs_arguments() {
            return Err(self.refuse(Problem::NoForm));
        }
        self.out.id(to.id);
        match schema.builtin_made_by(to) {
            Some(builtin) if builtin.has_bare_form() && builtin != Builtin::True => {
                match (self.parts[at].kind, self.parts.get(at + 1).map(|part| part.kind)) {
                    (Kind::Value(..), Some(Kind::Scalar(value))) => self.scalar(builtin, value),
                    (Kind::Copied(_, bytes), _) => {
                        self.out.put(bytes);
                        Ok(())
                    }
                    _ => Err(self.refuse(Problem::NoForm)),
                }
            }
            Some(_) => Ok(()),
            None => {
                let env = self.slots.open(schema, to);
                self.body(to, pair, env, at)
            }
        }
    }

    pub(super) fn scalar(&mut self, builtin: Builtin, value: Scalar<'_>) -> Done {
        scalar::write(builtin, value, &mut self.out).map_err(|problem| self.refuse(problem))
    }

    /// Writes the fields of a value whose variables are open.
    fn body(&mut self, to: &'t Combinator, pair: &'t Pair, env: Env<'t>, at: usize) -> Done {
        match self.parts[at].kind {
            Kind::Copied(_, bytes) => self.out.put(bytes),
            Kind::Value(made, _) => {
                self.enter()?;
                self.value(made, &to.fields, pair, env, at)?;
                self.level -= 1;
            }
            _ => return Err(self.refuse(Problem::NoForm)),
        }
        self.slots.close(env);
        Ok(())
    }

    pub(super) fn ty(&mut self, ty: &'t TypeExpr, env: Env<'t>, at: usize) -> Done {
        let Some((ty, env)) = self.slots.resolve(ty, env) else {
            return Err(self.refuse(Problem::NoForm));
        };
        match (&ty.0, self.parts[at].kind) {
            (Node::Nat, Kind::Scalar(Scalar::Nat(value))) => {
                self.out.nat(value);
                Ok(())
            }
            (Node::Nat, _) => Err(self.refuse(Problem::WrongKind { ty: "#".to_string() })),
            (Node::Repetition(repetition), _) => self.repetition(repetition, env, at),
            (Node::Apply(apply), _) => match env.schema.builtin_of(apply) {
                Some(builtin) => self.builtin(builtin, apply, env, at),
                None => self.constructor(apply, env, at),
            },
            (Node::Kind | Node::Var(_), _) => Err(self.refuse(Problem::NoForm)),
        }
    }

    fn builtin(&mut self, builtin: Builtin, apply: &'t Apply, env: Env<'t>, at: usize) -> Done {
        match (builtin, self.parts[at].kind) {
            (Builtin::Object, _) => self.any(at, None),
            (Builtin::Function, _) => self.any(at, Some(Role::Function)),
            (Builtin::Vector, Kind::List(_, List::Boxed | List::Bare)) => {
                let Some(Arg::Type(item)) = apply.args.first() else {
                    return Err(self.refuse(Problem::NoForm));
                };
                if apply.form == Form::Boxed {
                    self.out.id(VECTOR);
                }
                self.items(at, true, |this, at| this.ty(item, env, at))
            }
            (_, Kind::Scalar(value)) if builtin != Builtin::Vector => {
                self.builtin_id(builtin, apply, env)?;
                self.scalar(builtin, value)
            }
            _ => Err(self.refuse(Problem::WrongKind { ty: builtin.name().to_string() })),
        }
    }

    /// Writes the id of the boxed form, if the type has a bare one too.
    pub(super) fn builtin_id(&mut self, builtin: Builtin, apply: &Apply, env: Env<'t>) -> Done {
        if apply.form == Form::Boxed && builtin.has_bare_form() {
            let ty = &env.schema.types[apply.ty as usize];
            let id = env.schema.constructors_of(ty).next().map(Combinator::id);
            self.out.id(id.ok_or_else(|| self.refuse(Problem::NoForm))?);
        }
        Ok(())
    }

    /// Writes the items of a list.
    fn items(
        &mut self,
        list: usize,
        has_count: bool,
        mut write: impl FnMut(&mut Self, usize) -> Done,
    ) -> Done {
        let Kind::List(count, _) = self.parts[list].kind else {
            return Err(self.refuse(Problem::NoForm));
        };
        if has_count {
            self.out.nat(count);
        }
        let (mut at, end, mut item) = (list + 1, self.parts[list].next, 0);
        while at < end {
            self.at(Step::Item(item), |this| write(this, at))?;
            at = self.parts[at].next;
            item += 1;
        }
        Ok(())
    }

    fn repetition(&mut self, repetition: &'t Repetition, env: Env<'t>, at: usize) -> Done {
        let Kind::List(count, List::Repetition) = self.parts[at].kind else {
            return Err(self.refuse(Problem::WrongKind { ty: "a repetition".to_string() }));
        };
        self.count(repetition.times, env, count)?;
        match &*repetition.fields {
            [field] if field.is_item() => {
                self.items(at, false, |this, at| this.present(field, env, at))
            }
            fields => self.items(at, false, |this, at| this.round(fields, env, at)),
        }
    }

    /// Compares the number of items of a repetition with what determines it.
    pub(super) fn count(&mut self, times: Nat, env: Env<'t>, count: u32) -> Done {
        let is_sound = match self.slots.number(env, times) {
            Some(Number::Known(known)) => known == count,
            Some(Number::Open(word)) => {
                self.words.get_mut(word).is_some_and(|word| word.count(count).is_ok())
            }
            None => return Err(self.refuse(Problem::NoForm)),
        };
        if is_sound { Ok(()) } else { Err(self.refuse(Problem::Disagrees)) }
    }

    /// Writes a value of a type with constructors.
    fn constructor(&mut self, apply: &'t Apply, env: Env<'t>, at: usize) -> Done {
        let is_kept = apply.form == Form::Boxed && self.keeps_type(env.schema, apply.ty);
        self.or_keep(is_kept, at, |this| this.counterpart(apply, env, at))
    }

    /// Writes the counterpart of a value of a type with constructors.
    fn counterpart(&mut self, apply: &'t Apply, env: Env<'t>, at: usize) -> Done {
        let ty = &env.schema.types[apply.ty as usize];
        let (Kind::Value(made, _) | Kind::Copied(made, _)) = self.parts[at].kind else {
            return Err(self.refuse(Problem::WrongKind { ty: ty.name().to_string() }));
        };
        let (schema, to, pair) = self.made(made)?;
        if !core::ptr::eq(schema, env.schema) || !ty.constructors.contains(&pair.combinator) {
            let (name, ty) = (to.name().to_string(), ty.name().to_string());
            return Err(self.refuse(Problem::NotOfType { name, ty }));
        }
        if apply.form == Form::Bare && !self.is_first(to, apply, env) {
            let (name, ty) = (to.name().to_string(), ty.name().to_string());
            return Err(self.refuse(Problem::NotOfType { name, ty }));
        }
        let Some(inner) = self.slots.bind(to, apply, env) else {
            return Err(self.refuse(Problem::NoForm));
        };
        if apply.form == Form::Boxed {
            self.out.id(to.id);
        }
        self.body(to, pair, inner, at)
    }

    /// Whether a bare value is read as this constructor: the first that accepts the arguments.
    fn is_first(&mut self, to: &Combinator, apply: &'t Apply, env: Env<'t>) -> bool {
        let ty = &env.schema.types[apply.ty as usize];
        let first = env.schema.constructors_of(ty).find(|it| {
            let bound = self.slots.bind(it, apply, env);
            bound.inspect(|inner| self.slots.close(*inner)).is_some()
        });
        first.is_some_and(|first| core::ptr::eq(first, to))
    }

    /// The current state, to come back to.
    pub(super) fn mark(&self, env: Env<'t>) -> Mark<'t> {
        Mark {
            out: self.out.as_bytes().len(),
            slots: self.slots.outside(env.schema),
            words: Before::of(&self.words),
            path: self.path.len(),
            sources: self.sources.len(),
            losses: (self.losses.len(), self.unlisted, self.listed),
            level: self.level,
            kept: self.kept,
        }
    }

    /// Undoes what was written since then.
    pub(super) fn go_back(&mut self, mark: Mark<'t>) {
        self.out.bytes_mut().truncate(mark.out);
        self.slots.close(mark.slots);
        mark.words.restore(&mut self.words);
        self.path.truncate(mark.path);
        self.sources.truncate(mark.sources);
        self.losses.truncate(mark.losses.0);
        (_, self.unlisted, self.listed) = mark.losses;
        self.level = mark.level;
        self.kept = mark.kept;
    }
}

/// A state of the [`Assembler`].
pub(super) struct Mark<'t> {
    out: usize,
    slots: Env<'t>,
    words: Before,
    path: usize,
    sources: usize,
    losses: (usize, usize, usize),
    level: usize,
    kept: usize,
}
