//! Reads the compiled form of a schema.

use core::fmt;
use std::collections::{BTreeMap, BTreeSet};

use super::{flags, ids};
use crate::{
    dialect::Dialect,
    grammar::{MAX_NAME, MAX_NAMESPACES},
    lower::vars::prune,
    predefined::declarable,
    schema::{
        Apply, Arg, Combinator, CombinatorId, Condition, Field, Form, Kind, NatExpr, Origin,
        Repetition, Schema, Type, TypeExpr, TypeId, Var, VarId,
    },
    span::Location,
    syntax::Role,
};

/// An error in the bytes of a compiled schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// The offset of the faulty word.
    pub at: usize,
    /// What is wrong with it.
    pub message: String,
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at byte {}: {}", self.at, self.message)
    }
}

impl core::error::Error for Malformed {}

/// The deepest nesting of expressions.
const DEPTH: u32 = 64;

type Read<T> = Result<T, Malformed>;

/// Reads a compiled schema; its dialect is not in the bytes.
///
/// The bytes hold no layers. If several combinators have the same name, they get the layers 1, 2 and so on,
/// and all others get layer 1. The schema is well formed, but the rules of the language are not checked; to
/// check them, check its [`text`](crate::text::text).
///
/// # Errors
/// Returns an error if the bytes end too early, continue after the schema, or are invalid.
pub fn read(bytes: &[u8], dialect: Dialect) -> Read<Schema> {
    let mut input = Input { bytes, at: 0 };
    expect(&mut input, ids::SCHEMA, "expected `tls.schema_v2`")?;
    input.word()?;
    input.word()?;
    let mut schema = Schema { dialect, layer: None, types: Vec::new(), combinators: Vec::new() };
    let mut numbers = BTreeMap::new();
    for _ in 0..input.count(32)? {
        read_type(&mut input, &mut schema, &mut numbers)?;
    }
    for role in [Role::Constructor, Role::Function] {
        for _ in 0..input.count(24)? {
            read_combinator(&mut input, &mut schema, &numbers, role)?;
        }
    }
    if input.at < bytes.len() {
        return input.wrong("bytes follow the end of the schema");
    }
    tell_apart(&mut schema);
    Ok(schema)
}

/// Gives repeated names layers of their own. Every combinator then gets a layer, since TL text has no mark
/// for "no layer".
fn tell_apart(schema: &mut Schema) {
    let mut counts = BTreeMap::new();
    let numbers = schema.combinators.iter().map(|it| {
        let count = counts.entry((it.role, &it.name)).or_insert(0);
        *count += 1;
        *count
    });
    let numbers: Vec<u32> = numbers.collect();
    if numbers.iter().any(|number| *number > 1) {
        for (it, number) in schema.combinators.iter_mut().zip(numbers) {
            it.layer = Some(number);
        }
    }
}

struct Input<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Input<'b> {
    fn wrong<T>(&self, message: &str) -> Read<T> {
        Err(Malformed { at: self.at, message: message.to_owned() })
    }

    fn take(&mut self, count: usize) -> Read<&'b [u8]> {
        let end = self.at.checked_add(count).filter(|end| *end <= self.bytes.len());
        let Some(end) = end else { return self.wrong("unexpected end of the bytes") };
        let taken = &self.bytes[self.at..end];
        self.at = end;
        Ok(taken)
    }

    fn word(&mut self) -> Read<u32> {
        let bytes = self.take(4)?.iter().rev();
        Ok(bytes.fold(0, |word, byte| word << 8 | u32::from(*byte)))
    }

    /// Reads a count of items that take at least `least` bytes each.
    fn count(&mut self, least: usize) -> Read<usize> {
        let at = self.at;
        let count = self.word()? as usize;
        if count > (self.bytes.len() - self.at) / least {
            return Err(Malformed {
                at,
                message: format!("the count {count} is more than the remaining bytes can hold"),
            });
        }
        Ok(count)
    }

    fn string(&mut self) -> Read<String> {
        let start = self.at;
        let first = self.word()?;
        let (head, length) =
            if first & 0xff == 254 { (4, first as usize >> 8) } else { (1, first as usize & 0xff) };
        self.at = start;
        let whole = self.take((head + length).next_multiple_of(4))?;
        match core::str::from_utf8(&whole[head..head + length]) {
            Ok(text) => Ok(text.to_owned()),
            Err(_) => Err(Malformed { at: start, message: "the text is not UTF-8".to_owned() }),
        }
    }

    /// Reads a name, with or without namespaces.
    fn name(&mut self) -> Read<String> {
        let at = self.at;
        let name = self.string()?;
        if name.len() > MAX_NAME || name.matches('.').count() > MAX_NAMESPACES {
            let message = format!(
                "a name has at most {MAX_NAMESPACES} namespaces and {MAX_NAME} bytes, found {}",
                name.len()
            );
            return Err(Malformed { at, message });
        }
        if name.split('.').all(is_name) {
            return Ok(name);
        }
        Err(Malformed { at, message: format!("{name:?} is not a name") })
    }
}

fn is_name(part: &str) -> bool {
    part == "_"
        || part.starts_with(|c: char| c.is_ascii_alphabetic())
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

fn expect(input: &mut Input<'_>, id: u32, message: &str) -> Read<()> {
    let at = input.at;
    if input.word()? == id { Ok(()) } else { Err(Malformed { at, message: message.to_owned() }) }
}

/// Types by number; `None` if several types share it, since a number only combines the ids of constructors.
type Numbers = BTreeMap<u32, Option<TypeId>>;

fn read_type(input: &mut Input<'_>, schema: &mut Schema, numbers: &mut Numbers) -> Read<()> {
    expect(input, ids::TYPE, "no `tls.type`")?;
    let number = input.word()?;
    let at = input.at;
    if number == ids::NAT || number == ids::KIND {
        if !["#", "Type"].contains(&input.string()?.as_str()) {
            return Err(Malformed { at, message: format!("{number:08x} is a kind") });
        }
        input.take(20)?;
        return Ok(());
    }
    let name = input.name()?;
    input.word()?;
    input.word()?;
    let arity = input.word()?;
    if arity > 64 {
        return input.wrong("more than 64 arguments");
    }
    let mask = u64::from(input.word()?) | u64::from(input.word()?) << 32;
    let kind = |at: u32| if mask >> at & 1 == 1 { Kind::Nat } else { Kind::Type };
    let params: Vec<Kind> = (0..arity).map(kind).collect();
    let known = schema.dialect.predefined_type(&name).filter(|known| known.params() == params);
    let builtin = known.map(|known| known.builtin);
    let id = TypeId(u32::try_from(schema.types.len()).unwrap_or(u32::MAX));
    numbers.entry(number).and_modify(|known| *known = None).or_insert(Some(id));
    schema.types.push(Type { name, params, constructors: Vec::new(), builtin, docs: None });
    Ok(())
}

/// The context of the combinator that is being read.
struct Scope<'s> {
    schema: &'s Schema,
    numbers: &'s Numbers,
    vars: Vec<Var>,
    /// Variables by their number in the bytes.
    known: BTreeMap<u32, VarId>,
    used: BTreeSet<VarId>,
}

fn read_combinator(
    input: &mut Input<'_>,
    schema: &mut Schema,
    numbers: &Numbers,
    role: Role,
) -> Read<()> {
    expect(input, ids::COMBINATOR, "no `tls.combinator`")?;
    let id = input.word()?;
    let name = input.name()?;
    input.word()?;
    let (vars, known, used) = (Vec::new(), BTreeMap::new(), BTreeSet::new());
    let mut scope = Scope { schema, numbers, vars, known, used };
    let at = input.at;
    let (builtin, mut fields) = match input.word()? {
        ids::LEFT_BUILTIN => (true, Vec::new()),
        ids::LEFT => (false, read_fields(input, &mut scope, DEPTH)?),
        _ => return Err(Malformed { at, message: "no `tls.CombinatorLeft`".to_owned() }),
    };
    expect(input, ids::RIGHT, "no `tls.combinatorRight`")?;
    let at = input.at;
    let mut result = read_type_expr(input, &mut scope, DEPTH)?;
    let made = match (&result, role) {
        (TypeExpr::Apply(apply), Role::Constructor) => Some(apply.ty),
        (TypeExpr::Apply(_) | TypeExpr::Var(_), Role::Function) => None,
        _ => return Err(Malformed { at, message: "no result".to_owned() }),
    };
    let Scope { vars, used, .. } = scope;
    let is_used = |at| u32::try_from(at).is_ok_and(|at| used.contains(&VarId(at)));
    let vars = prune(vars, is_used, &mut fields, &mut result);
    if let Some(ty) = made {
        let ty = &mut schema.types[ty.0 as usize];
        let next = u32::try_from(schema.combinators.len()).unwrap_or(u32::MAX);
        ty.constructors.push(CombinatorId(next));
        if builtin {
            ty.builtin = declarable(&name, &ty.name).map(|known| known.builtin);
        }
    }
    schema.combinators.push(Combinator {
        role,
        name,
        id,
        written_id: Some(id),
        computed_id: id,
        vars,
        fields,
        result,
        layer: None,
        annotations: Vec::new(),
        docs: None,
        builtin,
        location: Location::default(),
    });
    Ok(())
}

fn read_fields(input: &mut Input<'_>, scope: &mut Scope<'_>, depth: u32) -> Read<Vec<Field>> {
    let mut fields = Vec::new();
    for _ in 0..input.count(24)? {
        fields.extend(read_field(input, scope, depth)?);
    }
    Ok(fields)
}

/// Reads a field; returns `None` for a parameter, which is added to the variables.
fn read_field(input: &mut Input<'_>, scope: &mut Scope<'_>, depth: u32) -> Read<Option<Field>> {
    expect(input, ids::ARG, "no `tls.arg`")?;
    let start = input.at;
    let name = input.string()?;
    if !name.is_empty() && (!is_name(&name) || name.len() > MAX_NAME) {
        return Err(Malformed { at: start, message: format!("{name:?} is not a name") });
    }
    let set = input.word()?;
    let number = if set & flags::VARIABLE == 0 { None } else { Some(input.word()?) };
    let condition =
        if set & flags::CONDITIONAL == 0 { None } else { Some(read_condition(input, scope)?) };
    let at = input.at;
    let ty = read_type_expr(input, scope, depth)?;
    let kind = match ty {
        TypeExpr::Nat => Some(Kind::Nat),
        TypeExpr::Type => Some(Kind::Type),
        _ => None,
    };
    let is_param = set & flags::PARAM != 0;
    let defines = match (number, kind) {
        (None, None) if !is_param => None,
        (Some(number), Some(kind)) => {
            let origin = if is_param { Origin::Param } else { Origin::Field };
            // Parameters come first, so the last variable shows whether a field precedes.
            let late = is_param && scope.vars.last().is_some_and(|var| var.origin == Origin::Field);
            if late || is_param && name.is_empty() {
                return Err(Malformed { at: start, message: "a variable out of place".to_owned() });
            }
            let var = VarId(u32::try_from(scope.vars.len()).unwrap_or(u32::MAX));
            let text = if name.is_empty() { "_".to_owned() } else { name.clone() };
            scope.vars.push(Var { name: text, kind, origin });
            scope.known.insert(number, var);
            Some(var)
        }
        _ => return Err(Malformed { at, message: "a variable is `#` or `Type`".to_owned() }),
    };
    if is_param {
        return Ok(None);
    }
    let name = Some(name).filter(|name| !name.is_empty());
    let (bang, location) = (set & flags::BANG != 0, Location::default());
    Ok(Some(Field { name, condition, bang, ty, defines, docs: None, location }))
}

fn read_condition(input: &mut Input<'_>, scope: &mut Scope<'_>) -> Read<Condition> {
    let mask = read_var(input, scope, Kind::Nat)?;
    let at = input.at;
    match u8::try_from(input.word()?) {
        Ok(bit) if bit < 32 => Ok(Condition { mask, bit }),
        _ => Err(Malformed { at, message: "no such bit".to_owned() }),
    }
}

fn read_var(input: &mut Input<'_>, scope: &mut Scope<'_>, kind: Kind) -> Read<VarId> {
    let at = input.at;
    let var = scope.known.get(&input.word()?).copied();
    let var = var.filter(|var| scope.vars[var.0 as usize].kind == kind);
    let Some(var) = var else {
        return Err(Malformed { at, message: "no such variable".to_owned() });
    };
    scope.used.insert(var);
    Ok(var)
}

fn read_type_expr(input: &mut Input<'_>, scope: &mut Scope<'_>, depth: u32) -> Read<TypeExpr> {
    let Some(depth) = depth.checked_sub(1) else { return input.wrong("nested too deep") };
    let at = input.at;
    match input.word()? {
        ids::TYPE_VAR => {
            let var = read_var(input, scope, Kind::Type)?;
            input.word()?;
            Ok(TypeExpr::Var(var))
        }
        ids::ARRAY => {
            let times = read_nat(input, scope)?;
            let unnamed = |var: VarId| scope.vars[var.0 as usize].name == "_";
            let implicit = times.plus == 0 && times.var.is_some_and(unnamed);
            let fields = read_fields(input, scope, depth)?;
            Ok(TypeExpr::Repetition(Repetition { times, implicit, fields }))
        }
        ids::TYPE_EXPR => read_apply(input, scope, depth),
        _ => Err(Malformed { at, message: "no `tls.TypeExpr`".to_owned() }),
    }
}

fn read_apply(input: &mut Input<'_>, scope: &mut Scope<'_>, depth: u32) -> Read<TypeExpr> {
    let at = input.at;
    let number = input.word()?;
    let form = if input.word()? & flags::BARE == 0 { Form::Boxed } else { Form::Bare };
    let count = input.count(12)?;
    if number == ids::NAT || number == ids::KIND {
        let ty = if number == ids::NAT { TypeExpr::Nat } else { TypeExpr::Type };
        return if count == 0 { Ok(ty) } else { input.wrong("a kind takes no arguments") };
    }
    let ty = match scope.numbers.get(&number).copied() {
        Some(Some(ty)) => ty,
        Some(None) => {
            return Err(Malformed {
                at,
                message: format!("several types have the number {number:08x}"),
            });
        }
        None => return Err(Malformed { at, message: format!("unknown type {number:08x}") }),
    };
    let schema = scope.schema;
    let params = &schema[ty].params;
    if params.len() != count {
        let message = format!("the number of arguments is {count}, not {}", params.len());
        return Err(Malformed { at, message });
    }
    let mut args = Vec::new();
    for kind in params {
        let at = input.at;
        args.push(match (input.word()?, kind) {
            (ids::EXPR_TYPE, Kind::Type) => Arg::Type(read_type_expr(input, scope, depth)?),
            (ids::EXPR_NAT, Kind::Nat) => Arg::Nat(read_nat(input, scope)?),
            _ => return Err(Malformed { at, message: "an argument of the wrong kind".to_owned() }),
        });
    }
    Ok(TypeExpr::Apply(Apply { ty, form, args }))
}

fn read_nat(input: &mut Input<'_>, scope: &mut Scope<'_>) -> Read<NatExpr> {
    let at = input.at;
    match input.word()? {
        ids::NAT_CONST | ids::NAT_CONST_WRITTEN => Ok(NatExpr { var: None, plus: input.word()? }),
        ids::NAT_VAR => {
            let plus = input.word()?;
            Ok(NatExpr { var: Some(read_var(input, scope, Kind::Nat)?), plus })
        }
        _ => Err(Malformed { at, message: "no `tls.NatExpr`".to_owned() }),
    }
}
