//! Decides which constructors make a type with certain arguments, and binds their parameters.
//!
//! Goldens: `parameters`.

use typelang_parser::schema::{Arg, Combinator, NatExpr, TypeExpr};

/// The value of a variable of a declaration.
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
    /// It depends on a number in the bytes.
    Unknown,
}

/// Compares a constructor's result with arguments; `filled_in` specializes a type without variables.
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

/// Returns what remains of `given` for the variable of `own`, if they can be equal; an error if this depends
/// on the bytes.
fn number(own: NatExpr, given: NatExpr) -> Result<Option<NatExpr>, ()> {
    let rest = given.plus.checked_sub(own.plus).map(|plus| NatExpr { plus, ..given });
    match (own.var, given.var) {
        (Some(_), None) => Ok(rest),
        (None, None) => Ok(rest.filter(|rest| rest.plus == 0)),
        (Some(_), Some(_)) => rest.map(Some).ok_or(()),
        (None, Some(_)) => Err(()),
    }
}
