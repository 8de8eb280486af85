//! Numbers, computed from the parts of a struct that determine them.

use std::{
    collections::BTreeSet,
    fmt::{Display, Formatter, Result, from_fn},
};

use super::{
    codec::Operand,
    joined,
    layout::{Brackets, Code, Line},
};
use crate::plan::model::{
    codec::Amount,
    item::{NumberParam, Struct},
    rust::Name,
    telling::{Holder, Telling, Tells},
    wire::{Number, Presence, Rest, Step},
};

/// Computes a number of the struct that the variable `of` holds.
pub(super) struct Value<'p> {
    pub(super) number: &'p Number,
    pub(super) of: &'p str,
}

impl Display for Value<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let Self { number, of } = self;
        if let Some(vector) = &number.length_of {
            return write!(f, "tl::count(&{of}.{vector})");
        }
        match (number.bits.is_empty(), number.tells.is_empty(), &number.rest) {
            (true, true, Rest::None) => return f.write_str("0"),
            (true, true, _) => {}
            (false, true, _) => flags(number, of).fmt(f)?,
            (_, false, _) => {
                write!(f, "{}.number()", known(&number.bits, None, &number.tells, of))?;
            }
        }
        let or = if number.bits.is_empty() && number.tells.is_empty() { "" } else { " | " };
        match &number.rest {
            Rest::None => Ok(()),
            Rest::Bits(field, _) => write!(f, "{or}{of}.{field}.bits()"),
            Rest::All(field) if number.bit.is_some() => write!(f, "{or}{of}.{field}.unwrap_or(0)"),
            Rest::All(field) => write!(f, "{or}{of}.{field}"),
        }
    }
}

impl Code for Value<'_> {
    fn fmt_lines(&self, depth: usize, f: &mut Formatter<'_>) -> Result {
        let Self { number, of } = self;
        let is_plain = number.length_of.is_none() && number.tells.is_empty();
        if is_plain && number.rest == Rest::None && !number.bits.is_empty() {
            flags(number, of).fmt_lines(depth, f)
        } else {
            self.fmt(f)
        }
    }
}

/// Returns what the struct that the variable `of` holds determines of one of its numbers.
pub(super) fn of_number(item: &Struct, number: &Number, of: &str) -> String {
    let presences = number.bits.iter().flat_map(|(_, presence)| numbers_of(presence));
    let lets = lets(item, presences.cloned().collect(), of);
    let known = known(&number.bits, number.length_of.as_ref(), &number.tells, of);
    if lets.is_empty() { known } else { format!("{{ {lets}{known} }}") }
}

/// Returns what a struct determines of the number parameter at index `number`.
pub(super) fn of_params(item: &Struct) -> String {
    let all = item.numbers.iter().map(|param: &NumberParam| {
        let presences = param.bits.iter().map(|(_, presence)| presence);
        let lets = lets(item, presences.flat_map(numbers_of).cloned().collect(), "self");
        let known = known(&param.bits, param.length_of.as_ref(), &param.tells, "self");
        if lets.is_empty() { known } else { format!("{{ {lets}{known} }}") }
    });
    if item.numbers.len() == 1 {
        return all.collect();
    }
    let arms = all.enumerate().map(|(place, known)| format!("{place} => {known},\n"));
    let arms: String = arms.collect();
    format!("match number {{\n{arms}_ => tl::Known::NOTHING,\n}}")
}

/// Returns numbers of a struct with their written values.
pub(super) fn wanted(item: &Struct, wanted: &[Amount]) -> String {
    let lets = lets(item, wanted.iter().filter_map(|it| it.var.clone()).collect(), "self");
    let wanted = wanted.iter().map(|Amount { var, plus }| {
        from_fn(move |f| match (var, plus) {
            (None, plus) => plus.fmt(f),
            (Some(var), 0) => var.fmt(f),
            (Some(var), plus) => write!(f, "{var}.saturating_add({plus})"),
        })
    });
    format!("{lets}[{}]", joined(wanted, ", "))
}

/// Declares variables for all numbers of a struct, last one first, since the presence of a number depends on
/// the numbers behind its bits.
pub(super) fn all_lets(item: &Struct) -> String {
    let numbers = item.wire.iter().filter_map(number);
    lets(item, numbers.map(|number| number.local.clone()).collect(), "self")
}

fn number(step: &Step) -> Option<&Number> {
    match step {
        Step::Number(number) => Some(number),
        _ => None,
    }
}

fn lets(item: &Struct, mut needed: BTreeSet<Name>, of: &str) -> String {
    let mut lets = Vec::new();
    // Collects the needed numbers from the front: a number depends only on later ones.
    for number in item.wire.iter().filter_map(number) {
        if needed.contains(&number.local) {
            let more = number.bits.iter().flat_map(|(_, presence)| numbers_of(presence));
            needed.extend(more.cloned());
            lets.push(format!("let {} = {};\n", number.local, Value { number, of }));
        }
    }
    lets.into_iter().rev().collect()
}

fn numbers_of(presence: &Presence) -> Vec<&Name> {
    match presence {
        Presence::Flag(_) | Presence::Some(_) => Vec::new(),
        Presence::Number(number) => vec![number],
        Presence::Any(all) => all.iter().flat_map(numbers_of).collect(),
    }
}

/// Returns whether a bit is set in the struct that the variable `of` holds.
pub(super) fn is_there(presence: &Presence, of: &str) -> impl Display {
    from_fn(move |f| match presence {
        Presence::Flag(field) => write!(f, "{of}.{field}"),
        Presence::Some(field) => write!(f, "{of}.{field}.is_some()"),
        Presence::Number(number) => write!(f, "{number} != 0"),
        Presence::Any(all) => joined(all.iter().map(|each| is_there(each, of)), " || ").fmt(f),
    })
}

/// Computes a flag word whose bits are all determined.
fn flags(number: &Number, of: &str) -> impl Code {
    let open = if number.has_many_bits() { "tl::many_flags(|| [" } else { "tl::flags([" };
    let parts = number.bits.iter().map(move |bit| Line(self::bit(bit, of)));
    Brackets { open, parts, close: "])" }
}

fn bit((bit, presence): &(u8, Presence), of: &str) -> impl Display {
    let is_there = is_there(presence, of);
    text!("({is_there}, {bit})")
}

/// Returns what is known of a number.
fn known(
    determined: &[(u8, Presence)],
    length_of: Option<&Name>,
    tells: &[Tells],
    of: &str,
) -> String {
    let bits = |bits: Vec<_>| joined(bits.into_iter().map(|it| bit(it, of)), ", ");
    let length = length_of.map(|vector| format!("tl::Known::len(&{of}.{vector})"));
    let is_lone = |(_, presence): &&(u8, Presence)| presence.is_of_numbers();
    let (lone, others): (Vec<_>, Vec<_>) = determined.iter().partition(is_lone);
    let others = (!others.is_empty()).then(|| format!("tl::Known::bits([{}])", bits(others)));
    // A number that is 0 does not determine its bit.
    let lone = (!lone.is_empty()).then(|| format!("tl::Known::set([{}])", bits(lone)));
    let tells = tells.iter().map(|tells| tells_of(tells, of));
    together(length.into_iter().chain(others).chain(lone).chain(tells))
}

/// Combines parts; the first that determines a bit wins.
fn together(mut all: impl Iterator<Item = String>) -> String {
    let Some(first) = all.next() else { return "tl::Known::NOTHING".to_owned() };
    all.fold(first, |before, next| format!("{before}.or(|| {next})"))
}

fn tells_of(Tells { telling, holder }: &Tells, of: &str) -> String {
    let value = || says(telling, Operand::Reference("value"));
    match holder {
        Holder::Field(field) => says(telling, Operand::Field(of, field)),
        Holder::Optional(field) => {
            format!("tl::Known::some(&{of}.{field}, |value| {})", value())
        }
        Holder::Member(field, member) => {
            let value = says(telling, Operand::Field("value", member));
            format!("tl::Known::some(&{of}.{field}, |value| {value})")
        }
        Holder::Grouped(field, parts, at) => {
            let pattern = pattern(*parts, *at, "value");
            format!("tl::Known::some(&{of}.{field}, |{pattern}| {})", value())
        }
        Holder::Column(field, parts, at) => {
            let pattern = pattern(*parts, *at, "value");
            format!("tl::Known::each(&{of}.{field}, |{pattern}| {})", value())
        }
    }
}

/// A pattern that binds one value of a tuple.
pub(super) fn pattern(of: usize, at: usize, bound: &str) -> impl Display {
    let places = joined((0..of).map(move |place| if place == at { bound } else { "_" }), ", ");
    text!("({places})")
}

fn says(telling: &Telling, operand: Operand<'_>) -> String {
    let borrowed = operand.borrowed();
    match telling {
        Telling::Length { plus } => minus(format!("tl::Known::len({borrowed})"), *plus),
        Telling::Param { is_bare, of, index, plus } => {
            let traits = if *is_bare { "EncodeBareWith" } else { "EncodeWith" };
            minus(format!("tl::{traits}::<{of}>::known({borrowed}, {index})"), *plus)
        }
        Telling::Each(telling) => {
            let value = says(telling, Operand::Reference("value"));
            format!("tl::Known::each({borrowed}, |value| {value})")
        }
        Telling::Boxed(telling) => says(telling, Operand::Behind(&operand)),
        Telling::All(all) => together(all.iter().map(|telling| says(telling, operand))),
    }
}

/// Spells the function that says what a value determines of the numbers from outside.
pub(super) fn function(number: &str, body: impl Display) -> impl Display {
    text!(
        "    #[inline]
    fn known(&self, {number}: usize) -> tl::Known {{
        {body}
    }}
"
    )
}

fn minus(known: String, plus: u32) -> String {
    if plus == 0 { known } else { format!("{known}.minus({plus})") }
}
