//! Which constructors make a type with certain arguments, and what their parameters then are.
//!
//! Goldens: `parameters`.

use typelang_parser::schema::{Arg, Combinator, NatExpr, TypeExpr};

/// What a variable of a declaration stands for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Binding {
    /// Not known yet.
    Open,
    /// A number.
    Number(NatExpr),
    /// A type.
    Type(TypeExpr),
}

/// Whether a constructor makes a type.
pub(crate) enum Match {
    /// It does, with these parameters.
    Bound(Vec<Binding>),
    /// It does not.
    Apart,
    /// It depends on a number that is in the bytes.
    Unknown,
}

/// Compares a constructor's result with arguments; `filled_in` fills in a type that has no variables.
pub(crate) fn bind<'s>(
    constructor: &'s Combinator,
    result: &'s [Arg],
    args: &[Arg],
    mut filled_in: impl FnMut(&'s TypeExpr) -> TypeExpr,
) -> Match {
    let mut env = vec![Binding::Open; constructor.vars.len()];
    for (own, given) in result.iter().zip(args) {
        let (var, value) = match (own, given) {
            (Arg::Type(TypeExpr::Var(var)), Arg::Type(ty)) => (*var, Binding::Type(ty.clone())),
            (Arg::Type(own), Arg::Type(given)) => {
                if filled_in(own) != *given {
                    return Match::Apart;
                }
                continue;
            }
            (Arg::Nat(own), Arg::Nat(given)) => match (own.var, number(*own, *given)) {
                (Some(var), Ok(Some(number))) => (var, Binding::Number(number)),
                (None, Ok(Some(_))) => continue,
                (_, Ok(None)) => return Match::Apart,
                (_, Err(())) => return Match::Unknown,
            },
            (Arg::Type(_), Arg::Nat(_)) | (Arg::Nat(_), Arg::Type(_)) => return Match::Apart,
        };
        let known = &mut env[var.0 as usize];
        match (&*known, &value) {
            (Binding::Open, _) => *known = value,
            (known, value) if known == value => {}
            (Binding::Number(known), Binding::Number(value))
                if known.var.is_some() || value.var.is_some() =>
            {
                return Match::Unknown;
            }
            _ => return Match::Apart,
        }
    }
    Match::Bound(env)
}

/// What is left of `given` for the variable of `own`, if it can be that; an error if only the bytes can tell.
fn number(own: NatExpr, given: NatExpr) -> Result<Option<NatExpr>, ()> {
    let rest = given.plus.checked_sub(own.plus).map(|plus| NatExpr { plus, ..given });
    match (own.var, given.var) {
        (Some(_), None) => Ok(rest),
        (None, None) => Ok(rest.filter(|rest| rest.plus == 0)),
        (Some(_), Some(_)) => rest.map(Some).ok_or(()),
        (None, Some(_)) => Err(()),
    }
}
