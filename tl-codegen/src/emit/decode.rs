//! Decoding of structs.

use std::{
    collections::BTreeMap,
    fmt::{Display, Formatter, Result, from_fn},
};

use super::{
    codec::{method, read, read_optional, repeat},
    each, joined, known, layout, optional,
};
use crate::plan::model::{
    item::{Field, Struct},
    memory::Memory,
    rust::Name,
    wire::{Assembly, Bit, Number, Record, Rest, Step},
};
use crate::print::mark;

/// The lists of parts of `decode_bare`.
const READS: usize = 0;
const FIELDS: usize = 1;
const CHECKS: usize = 2;

/// The marks between the parts of each list.
pub(super) const MARKS: [&str; 3] = [mark::STATEMENT, mark::VALUE, mark::STATEMENT];

/// A part of `decode_bare`.
#[derive(Clone, Copy)]
enum Part<'p> {
    /// A statement that names a number from outside.
    Given(&'p Name),
    /// A statement that reads a number.
    Number(&'p Number),
    /// A statement that reads a value into a variable.
    Local(&'p Step),
    /// A field of the value, read in place.
    Field(&'p Step),
    /// A field of the value, from its variable.
    Filled(&'p Name, &'p Step),
    /// A check of a strict option.
    Check(&'p Number),
}

/// The parts of `decode_bare`, each with its list: statements that read, fields of the value, and checks.
pub(super) fn parts(item: &Struct) -> impl Iterator<Item = (usize, impl Display)> {
    let is_read = item.wire.iter().any(Step::is_read);
    let given = item.read_by.names().filter(move |_| is_read);
    let given = given.map(|number| (READS, Part::Given(number)));
    let (literal, locals) = match item.assembly {
        Assembly::Literal => (Some(literal(item)), None),
        Assembly::Locals => (None, Some(locals(item))),
    };
    let parts = literal.into_iter().flatten().chain(locals.into_iter().flatten());
    let checks = checks(item).map(|number| (CHECKS, Part::Check(number)));
    let all = given.chain(parts).chain(checks);
    all.map(move |(list, part)| (list, from_fn(move |f| spell(part, item, f))))
}

fn spell(part: Part<'_>, item: &Struct, f: &mut Formatter<'_>) -> Result {
    match part {
        Part::Given(number) => {
            write!(f, "        let {number} = reader.given({number});\n")
        }
        Part::Number(number) => self::number(number).fmt(f),
        Part::Local(step) => local(step, item.memory).fmt(f),
        Part::Field(step) => write!(f, "            {}", field(step, item.memory)),
        Part::Filled(name, step) => filled(name, step).fmt(f),
        Part::Check(number) => {
            let (local, unsure) = (&number.local, number.unsure);
            let known = known::of_number(item, number, "value");
            write!(f, "reader.expect_used({local}, {unsure:#x}, || {known});\n")
        }
    }
}

/// The body of `decode_bare` around some of its parts.
pub(super) fn body(item: &Struct, [reads, fields, checks]: [&str; 3]) -> impl Display {
    let sizeless = if item.is_sizeless { "reader.sizeless();\n" } else { "" };
    let (start, end) = if item.nested { ("reader.nested(|reader| {\n", "})\n") } else { ("", "") };
    let value = layout::literal(2, fields);
    let is_checked = self::checks(item).next().is_some();
    from_fn(move |f| {
        write!(f, "{sizeless}{start}{reads}")?;
        if is_checked {
            write!(f, "let value = {value};\n{checks}value\n{end}")
        } else {
            write!(f, "        {value}\n{end}")
        }
    })
}

/// The numbers for which strict options check that values agree with them on what nothing depends.
///
/// They are in the order of a walk, which closes the last opened part first.
fn checks(item: &Struct) -> impl Iterator<Item = &Number> {
    item.wire.iter().rev().filter_map(|step| match step {
        Step::Number(number) if number.unsure != 0 => Some(number),
        _ => None,
    })
}

/// Reads the numbers first, then builds the struct with each field read in place.
fn literal(item: &Struct) -> impl Iterator<Item = (usize, Part<'_>)> {
    let numbers = item.wire.iter().filter_map(|step| match step {
        Step::Number(number) => Some((READS, Part::Number(number))),
        _ => None,
    });
    let fields = item.wire.iter().filter(|step| filled_by(step).is_some());
    numbers.chain(fields.map(|step| (FIELDS, Part::Field(step))))
}

/// Reads everything into variables first, in the order of the wire.
fn locals(item: &Struct) -> impl Iterator<Item = (usize, Part<'_>)> {
    let reads = item.wire.iter().map(|step| match step {
        Step::Number(number) => (READS, Part::Number(number)),
        step => (READS, Part::Local(step)),
    });
    let filled = item.wire.iter().filter_map(|step| Some((filled_by(step)?, step)));
    let filled: BTreeMap<&Name, &Step> = filled.collect();
    // In the order of the struct, which differs from the wire's if a tuple ends after other fields.
    let fields = item.fields.iter().filter_map(move |Field { name, .. }| {
        Some((FIELDS, Part::Filled(name, filled.get(name)?)))
    });
    reads.chain(fields)
}

/// The field that a step fills.
fn filled_by(step: &Step) -> Option<&Name> {
    match step {
        Step::Apart { .. } | Step::Column { .. } => None,
        Step::Number(number) => match &number.rest {
            Rest::None => None,
            Rest::Bits(field, _) | Rest::All(field) => Some(field),
        },
        Step::Required { field, .. }
        | Step::Flag { field, .. }
        | Step::Optional { field, .. }
        | Step::Group { field, .. }
        | Step::Join { field, .. }
        | Step::Zip { field, .. } => Some(field),
    }
}

/// A statement that reads a number.
fn number(number: &Number) -> impl Display {
    let (local, known) = (&number.local, number.known);
    let is_whole = known == u32::MAX;
    let value = from_fn(move |f| match (&number.bit, is_whole) {
        (None, false) => write!(f, "reader.flags({known:#x})"),
        (None, true) => f.write_str("reader.nat()"),
        (Some(Bit { word, bit }), true) => write!(f, "reader.optional_nat({word}, {bit})"),
        (Some(Bit { word, bit }), false) => {
            write!(f, "reader.optional_flags({word}, {bit}, {known:#x})")
        }
    });
    from_fn(move |f| {
        if number.is_read {
            write!(f, "        let {local} = {value};\n")
        } else {
            write!(f, "        _ = {value};\n")
        }
    })
}

/// A statement that reads a value into its variable.
fn local(step: &Step, memory: Memory) -> impl Display {
    from_fn(move |f| match step {
        Step::Number(_) => Ok(()),
        Step::Apart { part, .. } | Step::Column { part, .. } => {
            write!(f, "        let {} = {};\n", part.local, value(step, memory))
        }
        Step::Required { local, .. }
        | Step::Flag { local, .. }
        | Step::Optional { local, .. }
        | Step::Group { local, .. }
        | Step::Join { local, .. }
        | Step::Zip { local, .. } => {
            write!(f, "        let {local} = {};\n", value(step, memory))
        }
    })
}

/// `field: value,` for the field that a step fills, read in place.
fn field(step: &Step, memory: Memory) -> impl Display {
    from_fn(move |f| match (step, filled_by(step)) {
        (_, None) => Ok(()),
        (Step::Number(number), Some(field)) => kept(field, number).fmt(f),
        (_, Some(field)) => write!(f, "{field}: {},\n", value(step, memory)),
    })
}

/// `field: value,` for the field that a step fills, from its variable.
fn filled(field: &Name, step: &Step) -> impl Display {
    from_fn(move |f| match step {
        Step::Number(number) => kept(field, number).fmt(f),
        Step::Apart { .. } | Step::Column { .. } => Ok(()),
        Step::Required { local, .. }
        | Step::Flag { local, .. }
        | Step::Optional { local, .. }
        | Step::Group { local, .. }
        | Step::Join { local, .. }
        | Step::Zip { local, .. } => field_is(field, local).fmt(f),
    })
}

/// The field that keeps the undetermined part of a number.
fn kept(field: &Name, number: &Number) -> impl Display {
    let local = &number.local;
    from_fn(move |f| match (&number.rest, &number.bit) {
        (Rest::None, _) => Ok(()),
        (Rest::Bits(..), _) => {
            write!(f, "{field}: tl::FreeBits::from_bits_truncate({local}),\n")
        }
        (Rest::All(_), None) => field_is(field, local).fmt(f),
        (Rest::All(_), Some(bit)) => {
            write!(f, "{field}: {}.then_some({local}),\n", is_set(bit))
        }
    })
}

/// `field: value,` or the shorthand.
fn field_is(field: &Name, value: impl Display) -> impl Display {
    from_fn(move |f| {
        if layout::is(&value, field.as_str()) {
            write!(f, "{field},\n")
        } else {
            write!(f, "{field}: {value},\n")
        }
    })
}

/// The expression that reads what a step has.
fn value(step: &Step, memory: Memory) -> impl Display {
    from_fn(move |f| match step {
        Step::Number(_) => Ok(()),
        Step::Required { codec, .. } => read(codec).fmt(f),
        Step::Flag { bit, .. } => is_set(bit).fmt(f),
        Step::Optional { bit, codec, .. } => read_optional(codec, bit).fmt(f),
        Step::Group { bit: Bit { word, bit }, parts, record, .. } => {
            let parts = together(parts.iter().map(|part| read(&part.codec)), record.as_deref());
            write!(f, "reader.optional_with({word}, {bit}, |reader| {parts})")
        }
        Step::Apart { bit, part, .. } => read_optional(&part.codec, bit).fmt(f),
        Step::Column { count, part, min_len, .. } => {
            repeat(count, *min_len, &part.codec, memory).fmt(f)
        }
        Step::Join { parts, record, .. } => join(parts, record.as_deref()).fmt(f),
        Step::Zip { parts, .. } => zip(parts, memory).fmt(f),
    })
}

fn is_set(Bit { word, bit }: &Bit) -> impl Display {
    text!("tl::bit({word}, {bit})")
}

fn join(parts: &[Name], record: Option<&Record>) -> impl Display {
    let whole = together(parts.iter(), record);
    let bound = joined(parts.iter().map(|part| text!("tl::Some({part})")), ", ");
    let parts = joined(parts.iter(), ", ");
    text!("match ({parts}) {{\n({bound}) => tl::Some({whole}),\n_ => tl::None,\n}}")
}

/// Combines values into a tuple, or into a record.
fn together(
    parts: impl Iterator<Item = impl Display> + Clone,
    record: Option<&Record>,
) -> impl Display {
    from_fn(move |f| {
        let Some(record) = record else { return write!(f, "({})", joined(parts.clone(), ", ")) };
        let (path, fields) = (&record.path, record.fields.iter().zip(parts.clone()));
        let fields = each(fields.map(|(field, value)| field_is(field, value)));
        let method = method(record.memory, "record");
        write!(f, "{{\nlet record = {path} {{\n{fields}}};\nreader.{method}(record)\n}}")
    })
}

/// Zips vectors of equal length into one vector of tuples.
fn zip(parts: &[Name], memory: Memory) -> impl Display {
    let (first, others) = (&parts[0], &parts[1..]);
    let all = joined(parts.iter(), ", ");
    let row = others.iter().fold(first.to_string(), |row, other| format!("({row}, {other})"));
    // A zip of two vectors already yields tuples.
    let flat = (others.len() > 1).then_some(text!(".map(|{row}| ({all}))"));
    let flat = optional(flat);
    let (owned, copied) = match memory {
        Memory::Heap => (".into_iter()", ""),
        Memory::Arena => (".iter().copied()", ".iter().copied()"),
    };
    let others = each(others.iter().map(move |other| text!(".zip({other}{copied})")));
    let method = method(memory, "rows");
    text!("reader.{method}({first}{owned}{others}{flat})")
}
