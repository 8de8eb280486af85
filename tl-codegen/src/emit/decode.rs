//! Decoding of structs.

use std::collections::BTreeMap;

use super::{
    codec::{method, read, read_optional, repeat},
    joined, known, layout,
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

/// The parts of `decode_bare`, each with its list: statements that read, fields of the value, and checks.
pub(super) fn parts(item: &Struct) -> impl Iterator<Item = (usize, String)> {
    let is_read = item.wire.iter().any(Step::is_read);
    let given = item.read_by.names().filter(move |_| is_read);
    let given = given.map(|number| (READS, let_is(number, &format!("reader.given({number})"))));
    let (literal, locals) = match item.assembly {
        Assembly::Literal => (Some(literal(item)), None),
        Assembly::Locals => (None, Some(locals(item))),
    };
    let parts = literal.into_iter().flatten().chain(locals.into_iter().flatten());
    let checks = checks(item).map(|check| (CHECKS, check));
    given.chain(parts).chain(checks)
}

/// The body of `decode_bare` around some of its parts.
pub(super) fn body(item: &Struct, [reads, fields, checks]: [&str; 3]) -> String {
    let value = layout::literal(2, fields);
    let is_checked = self::checks(item).next().is_some();
    let value =
        if is_checked { format!("let value = {};\n{checks}value\n", value.trim()) } else { value };
    let body = format!("{reads}{value}");
    let body = if item.nested { format!("reader.nested(|reader| {{\n{body}}})\n") } else { body };
    let sizeless = if item.is_sizeless { "reader.sizeless();\n" } else { "" };
    format!("{sizeless}{body}")
}

/// The checks of strict options that values agree with numbers on which nothing depends.
///
/// They are in the order of a walk, which closes the last opened part first.
fn checks(item: &Struct) -> impl Iterator<Item = String> {
    let numbers = item.wire.iter().rev().filter_map(|step| match step {
        Step::Number(number) if number.unsure != 0 => Some(number),
        _ => None,
    });
    numbers.map(|number| {
        let (local, unsure) = (&number.local, number.unsure);
        let known = known::of_number(item, number, "value");
        format!("reader.expect_used({local}, {unsure:#x}, || {known});\n")
    })
}

/// Reads the numbers first, then builds the struct with each field read in place.
fn literal(item: &Struct) -> impl Iterator<Item = (usize, String)> {
    let numbers = item.wire.iter().filter_map(|step| match step {
        Step::Number(part) => Some((READS, number(part))),
        _ => None,
    });
    let fields = item.wire.iter().filter_map(|step| {
        let (field, value) = match step {
            Step::Number(number) => kept(number)?,
            step => value(step, item.memory).map(|(field, _, value)| (field, value))?,
        };
        Some((FIELDS, format!("            {}", field_is(field, &value))))
    });
    numbers.chain(fields)
}

/// Reads everything into variables first, in the order of the wire.
fn locals(item: &Struct) -> impl Iterator<Item = (usize, String)> {
    let reads = item.wire.iter().filter_map(|step| match step {
        Step::Number(part) => Some((READS, number(part))),
        Step::Apart { bit, part, .. } => {
            Some((READS, let_is(&part.local, &read_optional(&part.codec, bit))))
        }
        Step::Column { count, part, min_len, .. } => {
            let value = repeat(count.as_str(), *min_len, &part.codec, item.memory);
            Some((READS, let_is(&part.local, &value)))
        }
        step => value(step, item.memory).map(|(_, local, value)| (READS, let_is(local, &value))),
    });
    let filled = item.wire.iter().filter_map(|step| filled(step, item.memory));
    let values: BTreeMap<&Name, String> = filled.collect();
    // In the order of the struct, which differs from the wire's if a tuple ends after other fields.
    let fields = item
        .fields
        .iter()
        .filter_map(move |Field { name, .. }| Some((FIELDS, field_is(name, values.get(name)?))));
    reads.chain(fields)
}

/// The field that a step fills, and its value in variables.
fn filled(step: &Step, memory: Memory) -> Option<(&Name, String)> {
    match step {
        Step::Number(number) => kept(number),
        step => value(step, memory).map(|(field, local, _)| (field, local.to_string())),
    }
}

fn let_is(local: &Name, value: &str) -> String {
    format!("        let {local} = {value};\n")
}

/// `field: value,` or the shorthand.
fn field_is(field: &Name, value: &str) -> String {
    if value == field.as_str() { format!("{field},\n") } else { format!("{field}: {value},\n") }
}

fn number(number: &Number) -> String {
    let (local, known) = (&number.local, number.known);
    let is_whole = known == u32::MAX;
    let value = match (&number.bit, is_whole) {
        (None, false) => format!("reader.flags({known:#x})"),
        (None, true) => "reader.nat()".to_owned(),
        (Some(Bit { word, bit }), true) => format!("reader.optional_nat({word}, {bit})"),
        (Some(Bit { word, bit }), false) => {
            format!("reader.optional_flags({word}, {bit}, {known:#x})")
        }
    };
    if number.is_read { let_is(local, &value) } else { format!("        _ = {value};\n") }
}

/// The field that keeps the undetermined part of a number, and its value.
fn kept(number: &Number) -> Option<(&Name, String)> {
    let local = &number.local;
    match (&number.rest, &number.bit) {
        (Rest::None, _) => None,
        (Rest::Bits(field, _), _) => {
            Some((field, format!("tl::FreeBits::from_bits_truncate({local})")))
        }
        (Rest::All(field), None) => Some((field, local.to_string())),
        (Rest::All(field), Some(bit)) => {
            Some((field, format!("{}.then_some({local})", is_set(bit))))
        }
    }
}

/// The field that a step fills, its variable, and the expression that reads it.
fn value(step: &Step, memory: Memory) -> Option<(&Name, &Name, String)> {
    match step {
        Step::Number(_) | Step::Apart { .. } | Step::Column { .. } => None,
        Step::Required { field, local, codec } => Some((field, local, read(codec))),
        Step::Flag { field, local, bit, .. } => Some((field, local, is_set(bit))),
        Step::Optional { field, local, bit, codec, .. } => {
            Some((field, local, read_optional(codec, bit)))
        }
        Step::Group { field, local, bit: Bit { word, bit }, parts, record, .. } => {
            let parts = together(parts.iter().map(|part| read(&part.codec)), record.as_deref());
            let value = format!("reader.optional_with({word}, {bit}, |reader| {parts})");
            Some((field, local, value))
        }
        Step::Join { field, local, parts, record } => {
            Some((field, local, join(parts, record.as_deref())))
        }
        Step::Zip { field, local, parts } => Some((field, local, zip(parts, memory))),
    }
}

fn is_set(Bit { word, bit }: &Bit) -> String {
    format!("tl::bit({word}, {bit})")
}

fn join(parts: &[Name], record: Option<&Record>) -> String {
    let whole = together(parts.iter().map(Name::to_string), record);
    let bound = joined(parts.iter().map(|part| format!("tl::Some({part})")), ", ");
    let parts = joined(parts, ", ");
    format!("match ({parts}) {{\n({bound}) => tl::Some({whole}),\n_ => tl::None,\n}}")
}

/// Combines values into a tuple, or into a record.
fn together(parts: impl Iterator<Item = String>, record: Option<&Record>) -> String {
    let Some(record) = record else { return format!("({})", joined(parts, ", ")) };
    let (path, fields) = (&record.path, record.fields.iter().zip(parts));
    let fields: String = fields.map(|(field, value)| field_is(field, &value)).collect();
    let method = method(record.memory, "record");
    format!("{{\nlet record = {path} {{\n{fields}}};\nreader.{method}(record)\n}}")
}

/// Zips vectors of equal length into one vector of tuples.
fn zip(parts: &[Name], memory: Memory) -> String {
    let (first, others) = (&parts[0], &parts[1..]);
    let row = others.iter().fold(first.to_string(), |row, other| format!("({row}, {other})"));
    // A zip of two vectors already yields tuples.
    let flat = if others.len() > 1 {
        format!(".map(|{row}| ({}))", joined(parts, ", "))
    } else {
        String::new()
    };
    let copied = match memory {
        Memory::Heap => "",
        Memory::Arena => ".iter().copied()",
    };
    let start = match memory {
        Memory::Heap => format!("{first}.into_iter()"),
        Memory::Arena => format!("{first}{copied}"),
    };
    let others = joined(others.iter().map(|other| format!(".zip({other}{copied})")), "");
    let method = method(memory, "rows");
    format!("reader.{method}({start}{others}{flat})")
}
