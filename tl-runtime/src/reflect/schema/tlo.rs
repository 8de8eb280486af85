//! The compiled form of a schema, a TL value that is read with the [`Reader`] like any other.

use crate::{
    read::{
        error::{Error, ErrorKind},
        options::Options,
        reader::Reader,
    },
    reflect::schema::{
        builtin::Builtin,
        combinator::{Combinator, Role, Var},
        expr::{Apply, Arg, Form, Nat, Node, Repetition, TypeExpr},
        field::{Condition, Field, FreeBitsMeaning, Uses},
        measure::measure,
        numbered::Numbered,
        order::{by_name, by_number, reorder},
        table::Schema,
        types::{Kind, Type},
    },
};
use alloc::{boxed::Box, vec::Vec};
use core::fmt;

/// The constructors of the compiled form.
mod ids {
    pub(crate) const SCHEMA: u32 = 0x3a2f_9be2;
    pub(crate) const TYPE: u32 = 0x12eb_4386;
    pub(crate) const COMBINATOR: u32 = 0x5c0a_1ed5;
    pub(crate) const LEFT_BUILTIN: u32 = 0xcd21_1f63;
    pub(crate) const LEFT: u32 = 0x4c12_c6d9;
    pub(crate) const RIGHT: u32 = 0x2c06_4372;
    pub(crate) const ARG: u32 = 0x29df_e61b;
    pub(crate) const TYPE_VAR: u32 = 0x0142_ceae;
    pub(crate) const ARRAY: u32 = 0xd9fb_20de;
    pub(crate) const TYPE_EXPR: u32 = 0xc186_3d08;
    pub(crate) const EXPR_TYPE: u32 = 0xecc9_da78;
    /// Also what the reference compiler writes before a constant.
    pub(crate) const EXPR_NAT: u32 = 0xdcb4_9bd8;
    pub(crate) const NAT_CONST: u32 = 0x8ce9_40b1;
    pub(crate) const NAT_VAR: u32 = 0x4e8a_14f0;
    /// The number for the kind `#`.
    pub(crate) const NAT: u32 = 0x7065_9eff;
    /// The number for the kind `Type`.
    pub(crate) const KIND: u32 = 0x2cec_f817;
}

const BARE: u32 = 1;
const CONDITIONAL: u32 = 1 << 1;
const VARIABLE: u32 = 1 << 2;
const PARAM: u32 = 1 << 17;
const CALL: u32 = 1 << 18;

/// The maximum nesting of expressions.
const DEPTH: u32 = 64;

/// The minimum number of bytes of a type, a combinator, a field and an argument.
const LEAST: [usize; 4] = [32, 36, 24, 8];

/// Why bytes are not a compiled schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed(Error);

impl Malformed {
    /// The offset of the invalid word.
    #[must_use]
    pub const fn offset(&self) -> usize {
        self.0.offset()
    }
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "not a compiled schema: expected {} at byte {}",
            self.0.expected(),
            self.0.offset()
        )
    }
}

impl core::error::Error for Malformed {}

impl Schema {
    /// Reads a compiled schema, as written by `tl convert --to tlo`, by `typelang_parser::tlo::write` or by the
    /// reference compiler.
    ///
    /// # Errors
    /// If the bytes end too early or too late, or refer to an item that does not exist.
    pub fn from_tlo(bytes: &[u8]) -> Result<Self, Malformed> {
        // A schema takes more memory than a value of its size would, but the bytes limit that too.
        let options = Options::DEFAULT.depth(DEPTH).memory(bytes.len().saturating_mul(32));
        let mut reader = Reader::with_options(bytes, &options);
        let (types, mut combinators) = read_schema(&mut reader);
        reader.finish().map_err(Malformed)?;
        let (constructors, functions) =
            (by_id(&combinators, Role::Constructor), by_id(&combinators, Role::Function));
        let names = by_name(combinators.len(), &|index| &combinators[index as usize].name);
        mark_shared_names(&mut combinators, &names);
        let answers = [false; 2];
        let mut schema = Self { types, combinators, constructors, functions, names, answers };
        schema.answers =
            [has_vectors_of(&schema, Builtin::Int), has_vectors_of(&schema, Builtin::Long)];
        measure(&mut schema);
        Ok(schema)
    }

    /// Returns the schema with free flag bits as data: strict walks accept bits that no field uses, as generated code
    /// does for TON and VK. The compiled form does not record the dialect of a schema.
    #[must_use]
    pub fn keeping_free_bits(self) -> Self {
        self.keeping_free_bits_where(|_| true)
    }

    /// Does the same for some combinators.
    pub(crate) fn keeping_free_bits_where(mut self, is_one: impl Fn(&Combinator) -> bool) -> Self {
        let ones = self.combinators.iter_mut().filter(|combinator| is_one(combinator));
        ones.flat_map(|one| one.fields.iter_mut()).for_each(Field::keep_bits);
        self
    }
}

/// Whether some function returns a vector of this item.
fn has_vectors_of(schema: &Schema, item: Builtin) -> bool {
    let mut combinators = schema.combinators.iter();
    combinators.any(|it| it.role == Role::Function && schema.is_vector_of(&it.result, item))
}

fn by_id(combinators: &[Combinator], role: Role) -> Vec<(u32, u32)> {
    let mut ids = Vec::new();
    for combinator in combinators {
        if combinator.role == role {
            ids.push((combinator.id, combinator.index));
        }
    }
    by_number(&ids)
}

fn mark_shared_names(combinators: &mut [Combinator], names: &[u32]) {
    for pair in names.windows(2) {
        let [left, right] = [pair[0] as usize, pair[1] as usize];
        if combinators[left].name == combinators[right].name {
            combinators[left].shares_name = true;
            combinators[right].shares_name = true;
        }
    }
}

/// The type with this number. `None` if several share it, because a number is only the combination of constructor ids.
fn type_of(number: u32, numbers: &[(u32, u32)]) -> Option<u32> {
    let from = numbers.partition_point(|(other, _)| *other < number);
    match numbers[from..] {
        [(first, _), (second, _), ..] if first == number && second == number => None,
        [(first, index), ..] if first == number => Some(index),
        _ => None,
    }
}

fn read_schema(reader: &mut Reader<'_>) -> (Vec<Type>, Vec<Combinator>) {
    expect(reader, ids::SCHEMA, "`tls.schema_v2`");
    let (_version, _date) = (reader.nat(), reader.nat());
    let count = reader.nat();
    let mut types = reader.repeat_with(count, LEAST[0], read_type);
    types.retain(|ty| ![ids::NAT, ids::KIND].contains(&ty.number));
    let order = by_name(types.len(), &|index| &types[index as usize].name);
    reorder(&mut types, &order);
    let mut numbers = Vec::with_capacity(types.len());
    for (index, ty) in (0..).zip(&types) {
        numbers.push((ty.number, index));
    }
    let numbers = by_number(&numbers);
    let mut combinators = read_combinators(reader, &types, &numbers, Role::Constructor);
    join(&mut types, &combinators);
    combinators.extend(read_combinators(reader, &types, &numbers, Role::Function));
    for (index, combinator) in (0..).zip(&mut combinators) {
        combinator.index = index;
    }
    (types, combinators)
}

/// Sets the constructors and the meaning of types.
fn join(types: &mut [Type], constructors: &[Combinator]) {
    for (index, constructor) in (0..).zip(constructors) {
        if let Node::Apply(apply) = &constructor.result.0 {
            types[apply.ty as usize].constructors.push(index);
        }
    }
    for ty in types {
        ty.builtin = match *ty.constructors {
            // Any other combinator that a schema allows here, such as `MTProto`'s `gzip_packed`.
            _ if &*ty.name == "Object" && ty.params.is_empty() => Some(Builtin::Object),
            [only] if is_vector(ty) || ty.params.is_empty() => {
                Builtin::of(&ty.name, &constructors[only as usize].name)
            }
            [_, _] if &*ty.name == "Bool" && ty.params.is_empty() => Some(Builtin::Bool),
            _ => None,
        };
    }
}

fn is_vector(ty: &Type) -> bool {
    &*ty.name == "Vector" && *ty.params == [Kind::Type]
}

fn read_type(reader: &mut Reader<'_>) -> Type {
    expect(reader, ids::TYPE, "`tls.type`");
    let number = reader.nat();
    let name = Box::from(reader.str());
    let (_constructors, _flags) = (reader.nat(), reader.nat());
    let arity = reader.nat();
    if arity > 64 {
        refuse(reader, "at most 64 arguments");
    }
    let nats = reader.long();
    let mut params = Vec::new();
    for at in 0..arity.min(64) {
        params.push(if nats >> at & 1 == 1 { Kind::Nat } else { Kind::Type });
    }
    let (params, constructors) = (params.into(), Vec::new());
    Type { number, name, params, builtin: None, constructors, is_cyclic: false }
}

fn expect(reader: &mut Reader<'_>, id: u32, what: &'static str) {
    let at = reader.offset();
    if reader.nat() != id {
        reader.fail_at(at, ErrorKind::InvalidLength { length: 0 }, what);
    }
}

/// Records that the word just read is not `what`.
fn refuse(reader: &mut Reader<'_>, what: &'static str) {
    let at = reader.offset().saturating_sub(4);
    reader.fail_at(at, ErrorKind::InvalidLength { length: 0 }, what);
}

/// The state of the combinator that is being read.
struct Scope<'s> {
    types: &'s [Type],
    numbers: &'s [(u32, u32)],
    vars: Vec<Var>,
    known: Numbered,
}

fn read_combinators(
    reader: &mut Reader<'_>,
    types: &[Type],
    numbers: &[(u32, u32)],
    role: Role,
) -> Vec<Combinator> {
    let count = reader.nat();
    reader.repeat_with(count, LEAST[1], |reader| {
        let scope = Scope { types, numbers, vars: Vec::new(), known: Numbered::default() };
        read_combinator(reader, scope, role)
    })
}

fn read_combinator(reader: &mut Reader<'_>, mut scope: Scope<'_>, role: Role) -> Combinator {
    expect(reader, ids::COMBINATOR, "`tls.combinator`");
    let id = reader.nat();
    let name = Box::from(reader.str());
    let _type_name = reader.nat();
    let fields = match reader.nat() {
        ids::LEFT_BUILTIN => Box::default(),
        ids::LEFT => read_fields(reader, &mut scope),
        _ => {
            refuse(reader, "`tls.CombinatorLeft`");
            Box::default()
        }
    };
    expect(reader, ids::RIGHT, "`tls.combinatorRight`");
    let result = read_expr(reader, &mut scope);
    let is_result = match result.0 {
        Node::Apply(_) => true,
        Node::Var(_) => role == Role::Function,
        _ => false,
    };
    if !is_result {
        refuse(reader, "a result");
    }
    Combinator {
        index: 0,
        role,
        id,
        name,
        vars: scope.vars,
        fields,
        result,
        least: 0,
        shares_name: false,
    }
}

/// Reads fields, and adds the variables among them to the scope.
fn read_fields(reader: &mut Reader<'_>, scope: &mut Scope<'_>) -> Box<[Field]> {
    let count = reader.nat();
    let fields = reader.repeat_with(count, LEAST[2], |reader| read_field(reader, scope));
    let mut fields: Box<[Field]> = fields.into_iter().flatten().collect();
    for (place, field) in (0..).zip(&mut fields) {
        field.place = place;
    }
    fields
}

fn read_field(reader: &mut Reader<'_>, scope: &mut Scope<'_>) -> Option<Field> {
    expect(reader, ids::ARG, "`tls.arg`");
    let name: Box<str> = Box::from(reader.str());
    let flags = reader.nat();
    let number = (flags & VARIABLE != 0).then(|| reader.nat());
    let condition = (flags & CONDITIONAL != 0).then(|| read_condition(reader, scope));
    let ty = read_expr(reader, scope);
    let is_param = flags & PARAM != 0;
    let kind = match ty.0 {
        Node::Nat => Some(Kind::Nat),
        Node::Kind => Some(Kind::Type),
        _ => None,
    };
    if number.is_some() != kind.is_some() || is_param && number.is_none() {
        refuse(reader, "a variable of a kind");
    }
    let var = number.zip(kind).map(|(number, kind)| {
        let index = u32::try_from(scope.vars.len()).unwrap_or(u32::MAX);
        scope.vars.push(Var { name: Clone::clone(&name), kind, is_param, uses: Uses::default() });
        if !scope.known.add(number, index) {
            refuse(reader, "variables in the order of their numbers");
        }
        index
    });
    let (is_call, uses) = (flags & CALL != 0, Uses::default());
    let (is_lone, is_bounded) = (false, false);
    let free_bits = FreeBitsMeaning::Fault;
    let field =
        Field { name, place: 0, condition, is_call, ty, is_lone, is_bounded, var, uses, free_bits };
    (!is_param).then_some(field)
}

fn read_condition(reader: &mut Reader<'_>, scope: &Scope<'_>) -> Condition {
    let var = read_var(reader, scope, Kind::Nat);
    let bit = reader.nat();
    if bit > 31 {
        refuse(reader, "a bit from 0 to 31");
    }
    Condition { var, bit: bit & 31 }
}

fn read_var(reader: &mut Reader<'_>, scope: &Scope<'_>, kind: Kind) -> u32 {
    let known = scope.known.get(reader.nat());
    known.filter(|var| scope.vars[*var as usize].kind == kind).unwrap_or_else(|| {
        refuse(reader, "a variable of the combinator");
        0
    })
}

fn read_expr(reader: &mut Reader<'_>, scope: &mut Scope<'_>) -> TypeExpr {
    TypeExpr(reader.nested(|reader| match reader.nat() {
        ids::TYPE_VAR => {
            let var = read_var(reader, scope, Kind::Type);
            reader.nat();
            Node::Var(var)
        }
        ids::ARRAY => {
            let times = read_nat(reader, scope);
            let fields = read_fields(reader, scope);
            Node::Repetition(Repetition { times, fields })
        }
        ids::TYPE_EXPR => read_apply(reader, scope),
        _ => {
            refuse(reader, "`tls.TypeExpr`");
            Node::Nat
        }
    }))
}

fn read_apply(reader: &mut Reader<'_>, scope: &mut Scope<'_>) -> Node {
    let number = reader.nat();
    let known = type_of(number, scope.numbers);
    if known.is_none() && ![ids::NAT, ids::KIND].contains(&number) {
        refuse(reader, "a type of the schema that no other shares its number with");
    }
    let form = if reader.nat() & BARE == 0 { Form::Boxed } else { Form::Bare };
    let count = reader.nat();
    let types = scope.types;
    let params = known.map_or(&[][..], |ty| &types[ty as usize].params);
    if usize::try_from(count) != Ok(params.len()) {
        refuse(reader, "as many arguments as the type takes");
        return Node::Nat;
    }
    let mut args = Vec::new();
    for kind in params {
        args.push(read_arg(reader, scope, *kind));
    }
    match known {
        Some(ty) => Node::Apply(Apply { ty, form, args: args.into() }),
        None if number == ids::NAT => Node::Nat,
        None => Node::Kind,
    }
}

fn read_arg(reader: &mut Reader<'_>, scope: &mut Scope<'_>, kind: Kind) -> Arg {
    match (reader.nat(), kind) {
        (ids::EXPR_TYPE, Kind::Type) => Arg::Type(read_expr(reader, scope)),
        (ids::EXPR_NAT, Kind::Nat) => Arg::Nat(read_nat(reader, scope)),
        _ => {
            refuse(reader, "an argument of the type's kind");
            Arg::Nat(Nat { var: None, plus: 0 })
        }
    }
}

fn read_nat(reader: &mut Reader<'_>, scope: &Scope<'_>) -> Nat {
    match reader.nat() {
        ids::NAT_CONST | ids::EXPR_NAT => Nat { var: None, plus: reader.nat() },
        ids::NAT_VAR => {
            let plus = reader.nat();
            Nat { var: Some(read_var(reader, scope, Kind::Nat)), plus }
        }
        _ => {
            refuse(reader, "`tls.NatExpr`");
            Nat { var: None, plus: 0 }
        }
    }
}
