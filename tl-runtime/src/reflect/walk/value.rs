//! Reading the next value.

use crate::{
    read::{error::ErrorKind, options::Strictness, reader::Reader},
    reflect::{
        schema::{
            builtin::Builtin,
            combinator::{Combinator, Role},
            expr::{Apply, Arg, Form, Nat, Node, Repetition, TypeExpr},
            field::{Condition, Field, FreeBitsMeaning, Uses},
            measure::{least, least_of},
            table::Schema,
        },
        walk::{
            env::{Env, Number, Slot},
            event::{Event, List, Scalar},
            fault::FaultKind,
            feed::{Feed, Step},
            frame::{Frame, Want},
            traced::Traced,
        },
    },
    wire::ids::{BOOL_FALSE, BOOL_TRUE, VECTOR},
};

impl<'s> Feed<'_, 's, '_> {
    /// Reads the beginning of the wanted value.
    pub(crate) fn value(&mut self, want: Want<'s>) -> Step {
        match want {
            Want::Any => self.any(),
            Want::Call => self.call(),
            Want::Scalar(builtin) => self.scalar(builtin, None),
            Want::Boxed(env, combinator) => self.boxed(env.schema, combinator),
            Want::Type(ty, env) => match self.walker.slots.resolve(ty, env) {
                Some((ty, env)) => self.typed(ty, env),
                None => self.refuse(FaultKind::NoForm, "a type"),
            },
        }
    }

    fn typed(&mut self, ty: &'s TypeExpr, env: Env<'s>) -> Step {
        match &ty.0 {
            Node::Nat => self.nat(),
            Node::Kind | Node::Var(_) => self.refuse(FaultKind::NoForm, "Type"),
            Node::Repetition(repetition) => self.repetition(repetition, env),
            Node::Apply(apply) => match env.schema.builtin_of(apply) {
                Some(builtin) => self.builtin(builtin, apply, env),
                None if apply.form == Form::Boxed => self.constructor(apply, env),
                None => self.bare(apply, env),
            },
        }
    }

    fn nat(&mut self) -> Step {
        let place = match self.walker.frames.last() {
            Some(&Frame::Value { combinator, env, next, .. }) => {
                Some((combinator.fields(), env, next))
            }
            Some(&Frame::Round { repetition, env, next }) => Some((&*repetition.fields, env, next)),
            _ => None,
        };
        let field = place.and_then(|(fields, env, next)| Some((fields.get(next - 1)?, env)));
        let known = field.map_or(u32::MAX, |(field, _)| known_bits(field));
        let value = self.read(|reader| reader.flags(known))?;
        if let Some((field @ Field { var: Some(var), .. }, env)) = field {
            self.hold(value, field, *var, env);
        }
        self.walker.want = None;
        self.tell(4, Event::Scalar(Scalar::Nat(value)))
    }

    /// Keeps a number for its dependents.
    fn hold(&mut self, value: u32, field: &Field, var: u32, env: Env<'s>) {
        let mut number = Traced::constant(value);
        if self.walker.options.strictness == Strictness::Strict {
            let place = (env.base(), var);
            number = self.walker.words.open(value, 0, place, field.uses);
            self.depend_by(value, field, env);
        }
        self.walker.slots.set(env, var, Slot::Nat(number));
    }

    /// Notes that a number which is not 0 is behind a bit, where nothing else says that this is set.
    fn depend_by(&mut self, value: u32, field: &Field, env: Env<'s>) {
        if let Some(Condition { var, bit }) =
            field.condition.filter(|_| field.is_lone && value != 0)
            && let Slot::Nat(mask) = self.walker.slots.get(env, var)
        {
            self.walker.words.depend(mask, 1 << bit);
        }
    }

    fn repetition(&mut self, repetition: &'s Repetition, env: Env<'s>) -> Step {
        let Some(times) = self.walker.slots.number(env, repetition.times) else {
            return self.no_number(repetition.times, env);
        };
        self.walker.words.depend(times, u32::MAX);
        let count = times.value;
        let frame = match &*repetition.fields {
            [field] if field.is_item() => {
                let item = if field.is_call { Want::Call } else { Want::Type(&field.ty, env) };
                self.admit(count, 0, least(env.schema, &field.ty))?;
                Frame::Items { item, next: 0, count }
            }
            fields => {
                self.admit(count, 0, least_of(env.schema, fields))?;
                Frame::Rounds { repetition, env, next: 0, count }
            }
        };
        self.walker.want = None;
        self.walker.frames.push(frame);
        self.tell(0, Event::BeginList(count, List::Repetition))
    }

    /// Refuses an expression that is not a number: the sum is too large, or the variable has another value.
    fn no_number<T>(&mut self, nat: Nat, env: Env<'s>) -> Step<T> {
        match nat.var.map(|var| self.walker.slots.get(env, var)) {
            Some(Slot::Nat(number)) => {
                let kind = ErrorKind::SumTooLarge { number: number.value, plus: nat.plus };
                self.fault(kind, "a smaller number")
            }
            _ => self.refuse(FaultKind::NoForm, "a number of items"),
        }
    }

    /// Refuses a count of more items than the remaining bytes can hold. The offset of the fault is that of the count:
    /// the last `written` bytes, or the current offset.
    fn admit(&mut self, count: u32, written: usize, least: u64) -> Step {
        // A constructor of another layer may be shorter than those of the type.
        let least = if self.walker.first.is_some() { least.min(4) } else { least };
        let needed = u64::from(count).saturating_mul(least);
        if self.left().is_some_and(|left| needed > left as u64) {
            self.back(written);
            return self.fault(ErrorKind::CountTooLarge { count }, "fewer elements");
        }
        Ok(())
    }

    fn vector(&mut self, form: Form, item: Want<'s>, least: u64) -> Step {
        let (count, taken) = self.read(|reader| {
            if form == Form::Boxed {
                reader.expect(VECTOR, "Vector");
            }
            (reader.nat(), reader.offset())
        })?;
        self.admit(count, 4, least)?;
        // Only the input limits how deep vectors of any type nest.
        if matches!(item, Want::Any) {
            self.deepen()?;
            self.walker.frames.push(Frame::Deeper);
        }
        let list = if form == Form::Boxed { List::Boxed } else { List::Bare };
        self.walker.want = None;
        self.walker.frames.push(Frame::Items { item, next: 0, count });
        self.tell(taken, Event::BeginList(count, list))
    }

    fn builtin(&mut self, builtin: Builtin, apply: &'s Apply, env: Env<'s>) -> Step {
        match builtin {
            Builtin::Object => self.any(),
            Builtin::Function => self.call(),
            Builtin::Vector => match &*apply.args {
                [Arg::Type(item)] => match self.walker.slots.resolve(item, env) {
                    Some((item, env)) => {
                        let least = least(env.schema, item);
                        self.vector(apply.form, Want::Type(item, env), least)
                    }
                    None => self.refuse(FaultKind::NoForm, "a type"),
                },
                _ => self.refuse(FaultKind::NoForm, "Vector"),
            },
            _ => {
                let id = match apply.form {
                    Form::Boxed => env.schema.types[apply.ty as usize].constructors.first(),
                    Form::Bare => None,
                };
                let id = id.map(|index| env.schema.combinators[*index as usize].id);
                self.scalar(builtin, id)
            }
        }
    }

    /// Reads a value without parts, after its id if it has one.
    fn scalar(&mut self, builtin: Builtin, id: Option<u32>) -> Step {
        let (scalar, taken) = self.read(|reader| {
            if let Some(id) = id.filter(|_| builtin.has_bare_form()) {
                reader.expect(id, builtin.name());
            }
            (read_scalar(reader, builtin), reader.offset())
        })?;
        if let Scalar::Int(value) = scalar {
            self.walker.last_int = value;
        }
        self.walker.want = None;
        self.tell(taken, Event::Scalar(scalar))
    }

    /// Reads the id of a boxed value of a type and finds its constructor.
    fn constructor(&mut self, apply: &'s Apply, env: Env<'s>) -> Step {
        let ty = &env.schema.types[apply.ty as usize];
        self.expect_depth(ty.is_cyclic)?;
        let id = self.read(Reader::id)?;
        let Some(constructor) = env.schema.constructor_of(apply.ty, id) else {
            if self.of_layer(ty, id)? {
                return Ok(());
            }
            self.back(4);
            let single =
                env.schema.constructors_of(ty).next().filter(|_| ty.constructors.len() == 1);
            return match single {
                Some(only) => {
                    let kind = ErrorKind::WrongId { found: id, expected: only.id };
                    self.fault(kind, only.name())
                }
                None => self.fault(ErrorKind::UnknownId { found: id }, ty.name()),
            };
        };
        match self.walker.slots.bind(constructor, apply, env) {
            Some(inner) => {
                self.tell_apart(constructor, apply, env);
                self.begin(constructor, inner, Form::Boxed)
            }
            None => self.no_constructor(apply, env),
        }
    }

    /// Finds the constructor of a bare value: the only one, or the first that accepts the type's arguments.
    fn bare(&mut self, apply: &'s Apply, env: Env<'s>) -> Step {
        let ty = &env.schema.types[apply.ty as usize];
        self.expect_depth(ty.is_cyclic)?;
        for constructor in env.schema.constructors_of(ty) {
            if let Some(inner) = self.walker.slots.bind(constructor, apply, env) {
                self.tell_apart(constructor, apply, env);
                return self.begin(constructor, inner, Form::Bare);
            }
        }
        self.no_constructor(apply, env)
    }

    /// Refuses a value that no constructor makes with these arguments, or an argument that is too large.
    fn no_constructor<T>(&mut self, apply: &'s Apply, env: Env<'s>) -> Step<T> {
        for arg in &apply.args {
            if let Arg::Nat(nat) = arg
                && self.walker.slots.number(env, *nat).is_none()
            {
                return self.no_number(*nat, env);
            }
        }
        self.refuse(FaultKind::NoConstructor, env.schema.types[apply.ty as usize].name())
    }

    fn boxed(&mut self, schema: &'s Schema, combinator: &'s Combinator) -> Step {
        let found = self.read(Reader::id)?;
        if found != combinator.id {
            self.back(4);
            let kind = ErrorKind::WrongId { found, expected: combinator.id };
            return self.fault(kind, combinator.name());
        }
        self.alone(schema, combinator)
    }

    /// Refuses a constructor without its type, because only the type gives values to its parameters.
    fn expect_arguments(&mut self, combinator: &'s Combinator) -> Step {
        if combinator.needs_arguments() {
            return self.refuse(FaultKind::NoForm, combinator.name());
        }
        Ok(())
    }

    fn begin(&mut self, combinator: &'s Combinator, env: Env<'s>, form: Form) -> Step {
        let ty = env.schema.result_of(combinator).filter(|_| combinator.role == Role::Constructor);
        let is_deep = ty.is_some_and(|ty| ty.is_cyclic);
        self.begin_deep(combinator, env, form, is_deep)
    }

    /// Begins a value of a combinator; a deep one counts towards the depth limit.
    pub(super) fn begin_deep(
        &mut self,
        combinator: &'s Combinator,
        env: Env<'s>,
        form: Form,
        is_deep: bool,
    ) -> Step {
        self.expect_depth(is_deep)?;
        // Values that may take no bytes need another limit; see `Reader::sizeless`.
        if combinator.least == 0 && !combinator.fields.is_empty() {
            self.charge()?;
        }
        self.walker.depth -= u32::from(is_deep);
        self.walker.want = None;
        self.walker.frames.push(Frame::Value { combinator, env, next: 0, is_deep });
        self.tell(if form == Form::Boxed { 4 } else { 0 }, Event::Begin(combinator, form))?;
        if self.listener.passes() {
            self.pass(combinator, env.schema);
        }
        Ok(())
    }

    /// Records the numbers on which the choice of a constructor depends.
    fn tell_apart(&mut self, constructor: &'s Combinator, apply: &'s Apply, env: Env<'s>) {
        for (pattern, arg) in constructor.patterns().iter().zip(&apply.args) {
            if let (Arg::Nat(Nat { var, plus }), Arg::Nat(arg)) = (pattern, arg)
                && (var.is_none() || *plus > 0)
                && let Some(number) = self.walker.slots.number(env, *arg)
            {
                self.walker.words.depend(number, u32::MAX);
            }
        }
    }

    /// Reads a boxed value of any type, or a call.
    fn any(&mut self) -> Step {
        self.expect_depth(true)?;
        let id = self.read(Reader::id)?;
        if self.marked(id)? {
            return Ok(());
        }
        match id {
            BOOL_TRUE | BOOL_FALSE => {
                self.walker.want = None;
                return self.tell(4, Event::Scalar(Scalar::Bool(id == BOOL_TRUE)));
            }
            VECTOR => {
                self.back(4);
                let (item, least) = self.any_item()?;
                return self.vector(Form::Boxed, item, least);
            }
            _ => {}
        }
        let find = |schema: &'s Schema| Some((schema, schema.constructor(id)?));
        match self.walker.in_order().find_map(find) {
            Some((schema, constructor)) => self.object(schema, constructor),
            None => self.known_call(id),
        }
    }

    /// The items of a vector of unknown type, boxed values or numbers, and their minimum number of bytes.
    ///
    /// A method may return `Vector<int>` or `Vector<long>`, whose items have no ids. The items are numbers if some
    /// schema has such a method, the remaining bytes are exactly that number of them, and the first does not begin with
    /// a known id.
    fn any_item(&mut self) -> Step<(Want<'s>, u64)> {
        const HEAD: usize = 8;
        let boxed = (Want::Any, 4);
        let Some(left) = self.left().filter(|left| *left >= HEAD + 4) else { return Ok(boxed) };
        let (count, first) = self.read(|reader| {
            reader.id();
            (reader.nat(), reader.id())
        })?;
        self.back(HEAD + 4);
        let schemas = self.walker.schemas;
        let is_known = |schema: &Schema| {
            schema.constructor(first).is_some() || schema.function(first).is_some()
        };
        if [BOOL_TRUE, BOOL_FALSE, VECTOR].contains(&first) || schemas.iter().any(is_known) {
            return Ok(boxed);
        }
        let fits = |width: u64| u64::from(count) * width == (left - HEAD) as u64;
        let answers = |builtin| schemas.iter().any(|schema| schema.answers_with_many(builtin));
        let numbers = [(Builtin::Int, 4), (Builtin::Long, 8)].into_iter();
        let found = numbers.filter(|(_, width)| fits(*width)).find(|(item, _)| answers(*item));
        Ok(found.map_or(boxed, |(item, width)| (Want::Scalar(item), width)))
    }

    fn object(&mut self, schema: &'s Schema, combinator: &'s Combinator) -> Step {
        self.deepen()?;
        self.walker.frames.push(Frame::Deeper);
        self.tell(4, Event::Any)?;
        self.alone(schema, combinator)
    }

    /// Begins a value whose id was read, without an enclosing type.
    fn alone(&mut self, schema: &'s Schema, combinator: &'s Combinator) -> Step {
        self.expect_arguments(combinator)?;
        let env = self.walker.slots.open(schema, combinator);
        self.begin(combinator, env, Form::Boxed)?;
        // The body of a predefined type's declaration has no effect: its value follows, without a field.
        if let Some(builtin) = schema.builtin_made_by(combinator) {
            if let Some(Frame::Value { next, .. }) = self.walker.frames.last_mut() {
                *next = combinator.fields.len();
            }
            if builtin.has_bare_form() && builtin != Builtin::True {
                self.walker.want = Some(Want::Scalar(builtin));
            }
        }
        Ok(())
    }

    /// Reads a call of any function.
    fn call(&mut self) -> Step {
        self.expect_depth(true)?;
        let id = self.read(Reader::id)?;
        self.known_call(id)
    }

    /// Begins the call whose id was read.
    fn known_call(&mut self, id: u32) -> Step {
        let find = |schema: &'s Schema| Some((schema, schema.function(id)?));
        let Some((schema, function)) = self.walker.in_order().find_map(find) else {
            self.back(4);
            return self.unknown(id);
        };
        self.object(schema, function)
    }

    /// Skips an object of an unknown constructor if its length is known; otherwise it is a fault.
    fn unknown(&mut self, id: u32) -> Step {
        let is_whole = matches!(self.walker.frames.last(), Some(Frame::Bounded { .. }));
        let Some(left) = self.left().filter(|_| is_whole) else {
            let is_call = matches!(self.walker.want, Some(Want::Call));
            let expected = if is_call { "a call" } else { "an object" };
            return self.fault(ErrorKind::UnknownId { found: id }, expected);
        };
        let bytes = self.read(|reader| reader.take(left, "an object"))?;
        self.walker.want = None;
        self.tell(bytes.len(), Event::Scalar(Scalar::Unknown(bytes)))
    }
}

/// The bits that a strict reader accepts in a field.
fn known_bits(field: &Field) -> u32 {
    let Uses { bits, counts, is_data, .. } = field.uses;
    let is_data = is_data || field.free_bits == FreeBitsMeaning::Data;
    if counts || is_data || bits == 0 { u32::MAX } else { bits }
}

pub(super) fn read_scalar<'b>(reader: &mut Reader<'b>, builtin: Builtin) -> Scalar<'b> {
    match builtin {
        Builtin::Int | Builtin::Int32 => Scalar::Int(reader.int()),
        Builtin::Long | Builtin::Int53 | Builtin::Int64 => Scalar::Long(reader.long(), builtin),
        Builtin::Double => Scalar::Double(reader.double()),
        Builtin::Float => Scalar::Float(reader.float()),
        Builtin::Int128 => Scalar::Bytes(reader.take(16, "int128"), builtin),
        Builtin::Int256 => Scalar::Bytes(reader.take(32, "int256"), builtin),
        Builtin::Int512 => Scalar::Bytes(reader.take(64, "int512"), builtin),
        Builtin::String | Builtin::SecureString => Scalar::Text(reader.str()),
        Builtin::Bytes | Builtin::SecureBytes => Scalar::Bytes(reader.slice(), builtin),
        Builtin::Bool => Scalar::Bool(reader.bool()),
        Builtin::True | Builtin::Vector | Builtin::Object | Builtin::Function => Scalar::True,
    }
}
