//! Random values of any type, as bytes.

use crate::{
    read::options::Options,
    reflect::{
        random::{
            choice::{Choice, choices, choose},
            heights::heights,
            prng::Prng,
            samples,
        },
        schema::{
            builtin::Builtin,
            combinator::{Combinator, Role},
            expr::{Apply, Arg, Form, Nat, Node, Repetition, TypeExpr},
            field::{Condition, Field},
            table::Schema,
        },
        walk::{
            env::{Env, Number, Slot, Slots},
            root::Root,
            traced::{Traced, Word, Words},
        },
    },
    traits::decode::Decode,
    wire::ids::VECTOR,
};
use alloc::vec::Vec;

/// Makes random values; the same seed gives the same values.
///
/// All constructors, flag bits and lengths occur eventually; numbers and text are often extreme. An encoder would write
/// the same bytes, so a strict reader accepts them.
///
/// ```
/// # use typelang_parser::{Options as Settings, Sources, check, tlo};
/// # let mut sources = Sources::new();
/// # sources.add("shapes.tl", "list value:int next:List = List; end = List;");
/// # let compiled = tlo::write(&check(&sources, &Settings::default()).schema);
/// use typelang_runtime::reflect::{Random, Root, Schema};
///
/// // compiled from: list value:int next:List = List; end = List;
/// let schemas = [Schema::from_tlo(&compiled)?];
/// let mut random = Random::new(&schemas, 42);
/// let list = random.bytes(Root::boxed(&schemas, "list").expect("it is declared"));
/// assert!(list.is_some_and(|bytes| bytes.len() >= 12));
/// # Ok::<(), typelang_runtime::reflect::Malformed>(())
/// ```
#[derive(Clone, Debug)]
pub struct Random<'s> {
    schemas: &'s [Schema],
    heights: Vec<Vec<u32>>,
    /// The constructors that an object may have, and the functions of calls.
    objects: Vec<Choice<'s>>,
    calls: Vec<Choice<'s>>,
    prng: Prng,
    depth: u32,
    size: usize,
    /// The remaining parts of the value; the last one is next.
    tasks: Vec<Task<'s>>,
    slots: Slots<'s, Traced>,
    words: Words,
    out: Vec<u8>,
}

/// The maximum number of parts of a value; only a schema made for it reaches this.
const STEPS: usize = 1 << 22;

/// A part to be written, with the number of levels below it in which all choices are free.
#[derive(Clone, Copy, Debug)]
enum Task<'s> {
    Type(&'s TypeExpr, Env<'s>, u32),
    Object(u32),
    Call(u32),
    Boxed(&'s Schema, &'s Combinator, u32),
    /// The remaining fields, of a combinator or of a round of a repetition.
    Fields {
        fields: &'s [Field],
        next: usize,
        env: Env<'s>,
        depth: u32,
        is_round: bool,
    },
    /// This number of further items.
    Items {
        item: &'s TypeExpr,
        env: Env<'s>,
        left: u32,
        depth: u32,
    },
    Rounds {
        repetition: &'s Repetition,
        env: Env<'s>,
        left: u32,
        depth: u32,
    },
    /// Writes, before `start`, the length of the bytes behind it.
    Length {
        start: usize,
    },
}

impl<'s> Random<'s> {
    /// Creates a generator with a seed.
    #[must_use]
    pub fn new(schemas: &'s [Schema], seed: u64) -> Self {
        let heights = heights(schemas);
        let objects = choices(schemas, &heights, Role::Constructor);
        let calls = choices(schemas, &heights, Role::Function);
        let (prng, slots, words) = (Prng::new(seed), Slots::new(), Words::default());
        let (tasks, out) = (Vec::new(), Vec::new());
        let (depth, size) = (5, 4096);
        Self { schemas, heights, objects, calls, prng, depth, size, tasks, slots, words, out }
    }

    /// Limits the number of levels with free choices; the default is 5. Deeper values are minimal.
    #[must_use]
    pub const fn depth(mut self, depth: u32) -> Self {
        self.depth = depth;
        self
    }

    /// Limits the number of bytes after which a value is completed; the default is 4,096. Open parts are still closed.
    #[must_use]
    pub const fn size(mut self, size: usize) -> Self {
        self.size = size;
        self
    }

    /// Restarts with another seed. It costs nothing, because what was computed from the schemas is kept.
    ///
    /// To use it with a property-testing crate, take the seed from the crate's source of numbers. With `proptest`:
    /// `any::<u64>().prop_map(move |seed| random.clone().seed(seed).value::<InputPeer>("InputPeer"))`. With
    /// `arbitrary`: `random.seed(unstructured.arbitrary()?).value("InputPeer")`. A smaller [`Random::size`] gives
    /// smaller values.
    #[must_use]
    pub const fn seed(mut self, seed: u64) -> Self {
        self.prng = Prng::new(seed);
        self
    }

    /// The next value of the TL name `tl`: a constructor, a function, or a type such as `Vector<User>`. `None` if the
    /// schemas have no such name, if the type has no finite value, or if `T` is another type.
    ///
    /// Generated code carries its schema: `SCHEMA.schema()`.
    pub fn value<T: for<'de> Decode<'de>>(&mut self, tl: &str) -> Option<T> {
        let schemas = self.schemas;
        let bytes = match Root::boxed(schemas, tl) {
            Some(root) => self.bytes(root),
            None => self.bytes_of(tl),
        }?;
        // The value was made here, so memory needs no limit.
        T::from_bytes_with(&bytes, &Options::DEFAULT.memory(usize::MAX)).ok()
    }

    /// The bytes of the next value of the type with this name.
    fn bytes_of(&mut self, ty: &str) -> Option<Vec<u8>> {
        let parse = |schema| Some((schema, TypeExpr::parse(schema, ty).ok()?));
        let (schema, ty) = self.schemas.iter().find_map(parse)?;
        // The type lives for one value, and the generator as long as the schemas.
        let mut once = self.clone();
        let bytes = once.bytes(Root::Type(schema, &ty));
        self.prng = once.prng;
        bytes
    }

    /// The bytes of the next value. `None` if there is none: all values of the type are infinite, too large, or have a
    /// part without an encoding.
    pub fn bytes(&mut self, root: Root<'s>) -> Option<Vec<u8>> {
        self.out.clear();
        self.slots = Slots::new();
        self.words = Words::default();
        let depth = self.depth;
        let first = match root {
            Root::Any => Task::Object(depth),
            Root::Call => Task::Call(depth),
            Root::Type(schema, ty) => Task::Type(ty, self.slots.outside(schema), depth),
            Root::Boxed(_, combinator) if combinator.needs_arguments() => return None,
            Root::Boxed(schema, combinator) => Task::Boxed(schema, combinator, depth),
        };
        self.tasks.clear();
        self.tasks.push(first);
        for _ in 0..STEPS {
            let Some(task) = self.tasks.pop() else {
                return Some(core::mem::take(&mut self.out));
            };
            self.run(task)?;
        }
        None
    }

    /// Whether all choices must now keep the value small.
    fn is_spent(&self, depth: u32) -> bool {
        depth == 0 || self.out.len() >= self.size
    }

    fn run(&mut self, task: Task<'s>) -> Option<()> {
        match task {
            Task::Type(ty, env, depth) => self.ty(ty, env, depth),
            Task::Object(depth) => self.object(Role::Constructor, depth),
            Task::Call(depth) => self.object(Role::Function, depth),
            Task::Boxed(schema, combinator, depth) => {
                self.boxed(schema, combinator, depth);
                Some(())
            }
            Task::Fields { fields, next, env, depth, is_round } => {
                if let Some(field) = fields.get(next) {
                    self.tasks.push(Task::Fields { fields, next: next + 1, env, depth, is_round });
                    self.field(field, env, depth);
                } else if !is_round {
                    while let Some(word) = self.words.close(env.base()) {
                        self.clear_unused(word);
                    }
                    self.slots.close(env);
                }
                Some(())
            }
            Task::Items { item, env, left, depth } => {
                if let Some(left) = left.checked_sub(1) {
                    self.tasks.push(Task::Items { item, env, left, depth });
                    self.tasks.push(Task::Type(item, env, depth));
                }
                Some(())
            }
            Task::Rounds { repetition, env, left, depth } => {
                if let Some(left) = left.checked_sub(1) {
                    let (fields, next, is_round) = (&*repetition.fields, 0, true);
                    self.tasks.push(Task::Rounds { repetition, env, left, depth });
                    self.tasks.push(Task::Fields { fields, next, env, depth, is_round });
                }
                Some(())
            }
            Task::Length { start } => {
                let length = u32::try_from(self.out.len() - start).ok()?;
                let place = self.out.get_mut(start.checked_sub(4)?..start)?;
                place.copy_from_slice(&length.to_le_bytes());
                Some(())
            }
        }
    }

    fn object(&mut self, role: Role, depth: u32) -> Option<()> {
        let is_spent = self.is_spent(depth);
        let choices = if role == Role::Constructor { &self.objects } else { &self.calls };
        let Choice { schema, combinator, .. } = choose(&mut self.prng, choices, is_spent)?;
        self.boxed(schema, combinator, depth.saturating_sub(1));
        Some(())
    }

    /// Begins a value of a combinator that takes no arguments.
    fn boxed(&mut self, schema: &'s Schema, combinator: &'s Combinator, depth: u32) {
        self.word(combinator.id);
        let env = self.slots.open(schema, combinator);
        match schema.builtin_made_by(combinator) {
            Some(Builtin::Vector) => self.word(0),
            Some(Builtin::Bool) => {}
            Some(builtin) => self.scalar(builtin),
            None => self.open(combinator, env, depth),
        }
    }

    fn open(&mut self, combinator: &'s Combinator, env: Env<'s>, depth: u32) {
        let (fields, next, is_round) = (&*combinator.fields, 0, false);
        self.tasks.push(Task::Fields { fields, next, env, depth, is_round });
    }

    fn field(&mut self, field: &'s Field, env: Env<'s>, depth: u32) {
        let is_there = self.is_there(field, env);
        if let (Node::Nat, Some(var)) = (&field.ty.0, field.var) {
            let is_spent = self.is_spent(depth);
            let mut number = Traced::constant(0);
            if is_there {
                let word = samples::word(&mut self.prng, field, is_spent);
                let place = (env.base(), var);
                number = self.words.open(word, self.out.len(), place, field.uses);
                self.word(word);
            }
            self.slots.set(env, var, Slot::Nat(number));
        } else if is_there {
            if field.is_bounded {
                self.tasks.push(Task::Length { start: self.out.len() });
            }
            let ty = Task::Type(&field.ty, env, depth);
            self.tasks.push(if field.is_call { Task::Call(depth) } else { ty });
        }
    }

    fn is_there(&mut self, field: &Field, env: Env<'s>) -> bool {
        let Some(Condition { var, bit }) = field.condition else { return true };
        let Slot::Nat(mask) = self.slots.get(env, var) else { return false };
        self.words.depend(mask, 1 << bit);
        mask.value >> bit & 1 == 1
    }

    fn ty(&mut self, ty: &'s TypeExpr, env: Env<'s>, depth: u32) -> Option<()> {
        let (ty, env) = self.slots.resolve(ty, env)?;
        match &ty.0 {
            Node::Kind | Node::Var(_) => None,
            Node::Nat => {
                let word = self.prng.word();
                self.word(word);
                Some(())
            }
            Node::Repetition(repetition) => {
                let times = self.slots.number(env, repetition.times)?;
                self.words.depend(times, u32::MAX);
                let left = times.value;
                self.tasks.push(match &*repetition.fields {
                    [field] if field.is_item() && !field.is_call => {
                        Task::Items { item: &field.ty, env, left, depth }
                    }
                    _ => Task::Rounds { repetition, env, left, depth },
                });
                Some(())
            }
            Node::Apply(apply) => match env.schema.builtin_of(apply) {
                Some(builtin) => self.builtin(builtin, apply, env, depth),
                None => self.constructor(apply, env, depth),
            },
        }
    }

    fn builtin(
        &mut self,
        builtin: Builtin,
        apply: &'s Apply,
        env: Env<'s>,
        depth: u32,
    ) -> Option<()> {
        match builtin {
            Builtin::Object => self.tasks.push(Task::Object(depth)),
            Builtin::Function => self.tasks.push(Task::Call(depth)),
            Builtin::Vector => {
                let Some(Arg::Type(item)) = apply.args.first() else { return None };
                if apply.form == Form::Boxed {
                    self.word(VECTOR);
                }
                let left = if self.is_spent(depth) { 0 } else { samples::count(&mut self.prng) };
                self.word(left);
                self.tasks.push(Task::Items { item, env, left, depth: depth.saturating_sub(1) });
            }
            _ => {
                let ty = &env.schema.types[apply.ty as usize];
                if apply.form == Form::Boxed && builtin.has_bare_form() {
                    self.word(env.schema.constructors_of(ty).next()?.id);
                }
                self.scalar(builtin);
            }
        }
        Some(())
    }

    fn scalar(&mut self, builtin: Builtin) {
        samples::scalar(&mut self.prng, builtin, &mut self.out);
    }

    fn word(&mut self, word: u32) {
        self.out.extend(word.to_le_bytes());
    }

    /// Chooses a constructor of a type that accepts its arguments.
    fn constructor(&mut self, apply: &'s Apply, env: Env<'s>, depth: u32) -> Option<()> {
        let ty = &env.schema.types[apply.ty as usize];
        let mut fitting = Vec::new();
        for combinator in env.schema.constructors_of(ty) {
            if let Some(inner) = self.slots.bind(combinator, apply, env) {
                self.slots.close(inner);
                let height = self.height(env.schema, combinator);
                fitting.push(Choice { height, schema: env.schema, combinator });
            }
        }
        let is_spent = self.is_spent(depth);
        let fitting = match apply.form {
            // A bare value has the first constructor that fits, because the wire does not tell them apart.
            Form::Bare => &fitting[..fitting.len().min(1)],
            Form::Boxed => &fitting,
        };
        let Choice { combinator, .. } = choose(&mut self.prng, fitting, is_spent)?;
        if apply.form == Form::Boxed {
            self.word(combinator.id);
        }
        let inner = self.slots.bind(combinator, apply, env)?;
        self.tell_apart(combinator, apply, env);
        self.open(combinator, inner, depth.saturating_sub(1));
        Some(())
    }

    /// Records the numbers on which the choice of a constructor depends.
    fn tell_apart(&mut self, constructor: &'s Combinator, apply: &'s Apply, env: Env<'s>) {
        for (pattern, arg) in constructor.patterns().iter().zip(&apply.args) {
            if let (Arg::Nat(Nat { var, plus }), Arg::Nat(arg)) = (pattern, arg)
                && (var.is_none() || *plus > 0)
                && let Some(number) = self.slots.number(env, *arg)
            {
                self.words.depend(number, u32::MAX);
            }
        }
    }

    /// Clears the bits on which nothing came to depend, as an encoder does.
    fn clear_unused(&mut self, word: Word) {
        if let Some(place) = self.out.get_mut(word.at..).and_then(<[u8]>::first_chunk_mut) {
            *place = (word.value & !word.unused()).to_le_bytes();
        }
    }

    fn height(&self, schema: &Schema, combinator: &Combinator) -> u32 {
        let known = self.schemas.iter().position(|known| core::ptr::eq(known, schema));
        let heights = known.map_or(&[][..], |at| &self.heights[at]);
        heights.get(combinator.index as usize).copied().unwrap_or_default()
    }
}
