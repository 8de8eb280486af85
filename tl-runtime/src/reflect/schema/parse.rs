//! Types by their spelling: `Vector<InputUser>`.

use crate::reflect::schema::{
    combinator::Role,
    expr::{Apply, Arg, Form, Nat, Node, TypeExpr},
    table::Schema,
    types::{Kind, Type},
};
use alloc::{format, string::String, vec::Vec};
use core::fmt;

/// The maximum nesting of arguments.
const DEPTH: u32 = 32;

/// Why a text is not a type of the schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoType(String);

impl fmt::Display for NoType {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl core::error::Error for NoType {}

impl TypeExpr {
    /// Reads a type without variables as TL writes it: `User`, `Vector<long>`, `vector int`, `%Message`, `#`,
    /// `Tuple<int, 3>`. A constructor's name is the bare form of its type.
    ///
    /// # Errors
    /// If the text is not a type, or the schema has no type with this name or these arguments.
    #[inline]
    pub fn parse(schema: &Schema, text: &str) -> Result<Self, NoType> {
        let words = words(text);
        let mut rest = &*words;
        let ty = expr(schema, &mut rest, true, DEPTH)?;
        match rest {
            [] => Ok(ty),
            [word, ..] => Err(NoType(format!("`{word}` is left over after the type"))),
        }
    }
}

#[inline]
fn words(text: &str) -> Vec<&str> {
    let is_mark = |char: char| "<>(),%".contains(char);
    let mut words = Vec::new();
    for part in text.split_whitespace() {
        for piece in part.split_inclusive(is_mark) {
            let (name, mark) = piece.split_at(piece.trim_end_matches(is_mark).len());
            words.extend([name, mark].into_iter().filter(|word| !word.is_empty()));
        }
    }
    words
}

/// A type. At the outermost level and in parentheses, arguments may follow without brackets.
#[inline]
fn expr(
    schema: &Schema,
    rest: &mut &[&str],
    may_apply: bool,
    depth: u32,
) -> Result<TypeExpr, NoType> {
    let deeper = depth.checked_sub(1).ok_or_else(|| NoType("the type nests too deep".into()))?;
    match next(rest)? {
        "#" => Ok(TypeExpr(Node::Nat)),
        "(" => {
            let ty = expr(schema, rest, true, deeper)?;
            mark(rest, ")")?;
            Ok(ty)
        }
        "%" => match expr(schema, rest, may_apply, deeper)?.0 {
            Node::Apply(apply) => Ok(TypeExpr(Node::Apply(Apply { form: Form::Bare, ..apply }))),
            _ => Err(NoType("expected the name of a type after `%`".into())),
        },
        name => {
            let (ty, form) = named(schema, name)?;
            let args = args(schema, rest, &schema.types[ty as usize], may_apply, deeper)?;
            Ok(TypeExpr(Node::Apply(Apply { ty, form, args: args.into() })))
        }
    }
}

#[inline]
fn next<'t>(rest: &mut &[&'t str]) -> Result<&'t str, NoType> {
    let (first, tail) = rest.split_first().ok_or_else(|| NoType("expected a type".into()))?;
    *rest = tail;
    Ok(first)
}

#[inline]
fn mark(rest: &mut &[&str], mark: &str) -> Result<(), NoType> {
    match next(rest) {
        Ok(word) if word == mark => Ok(()),
        _ => Err(NoType(format!("expected `{mark}`"))),
    }
}

/// The index of the type with this name, or of the type whose only constructor has it.
#[inline]
fn named(schema: &Schema, name: &str) -> Result<(u32, Form), NoType> {
    let constructor = schema.named(name).filter(|it| it.role == Role::Constructor);
    if let Some(Node::Apply(apply)) = constructor.map(|it| &it.result.0) {
        let ty = &schema.types[apply.ty as usize];
        if ty.constructors.len() > 1 {
            let type_name = ty.name();
            return Err(NoType(format!(
                "`{name}` is one constructor of several: name the type, `{type_name}`"
            )));
        }
        return Ok((apply.ty, Form::Bare));
    }
    let found = schema.types.binary_search_by(|ty| (*ty.name).cmp(name)).ok();
    let found = found.and_then(|at| u32::try_from(at).ok()).map(|at| (at, Form::Boxed));
    found.ok_or_else(|| NoType(format!("the schema has no type `{name}`")))
}

#[inline]
fn args(
    schema: &Schema,
    rest: &mut &[&str],
    ty: &Type,
    may_apply: bool,
    depth: u32,
) -> Result<Vec<Arg>, NoType> {
    let in_brackets = rest.first() == Some(&"<");
    if in_brackets {
        mark(rest, "<")?;
    } else if !may_apply && !ty.params.is_empty() {
        return Err(NoType(format!("`{}` takes arguments: `{0}<…>`", ty.name())));
    }
    let mut args = Vec::new();
    for (at, kind) in ty.params.iter().enumerate() {
        if in_brackets && at > 0 {
            mark(rest, ",")?;
        }
        args.push(match kind {
            Kind::Type => Arg::Type(expr(schema, rest, in_brackets, depth)?),
            Kind::Nat => Arg::Nat(number(next(rest)?)?),
        });
    }
    if in_brackets {
        mark(rest, ">")?;
    }
    Ok(args)
}

#[inline]
fn number(word: &str) -> Result<Nat, NoType> {
    let plus = word.parse().map_err(|_| NoType(format!("`{word}` is not a number below 2^32")))?;
    Ok(Nat { var: None, plus })
}
