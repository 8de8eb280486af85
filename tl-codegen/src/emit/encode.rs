//! Encoding of structs.

use super::{
    codec::{Checks, Operand, binding, write},
    joined,
    known::{self, pattern},
    layout::{Code, deeper},
};
use crate::plan::model::{
    codec::Codec,
    item::{Field, Struct},
    rust::Name,
    wire::{Bit, Number, Piece, Step, Write},
};

/// The statements of `encode_bare`.
pub(super) fn statements(item: &Struct) -> impl Iterator<Item = String> {
    let checks = if item.checks_parts() { Checks::Parts } else { Checks::None };
    let come_first = item.numbers_first;
    let encoding = Encoding { item, checks, come_first };
    let lets = come_first.then(|| known::all_lets(item));
    let steps = item.writes.iter().map(move |write| match write {
        Write::Step(at) => encoding.step(&item.wire[*at]),
        Write::Run(run) => encoding.run(run.iter().map(|at| &item.wire[*at])),
    });
    lets.into_iter().chain(steps)
}

/// The context of encoding a struct.
struct Encoding<'p> {
    item: &'p Struct,
    checks: Checks,
    /// Whether all numbers are computed before the first of them is written.
    come_first: bool,
}

impl Encoding<'_> {
    /// Writes several values of fixed width in one call.
    fn run<'s>(&self, steps: impl Iterator<Item = &'s Step>) -> String {
        let mut lets = String::new();
        let values = steps.filter_map(|step| match step {
            Step::Number(Number { local, .. }) if self.come_first => {
                Some(Code::Line(local.to_string()))
            }
            Step::Number(number) if number.is_needed => {
                lets.push_str(&let_is(number));
                Some(Code::Line(number.local.to_string()))
            }
            Step::Number(number) => Some(known::value(number, "self")),
            Step::Required { field, .. } => Some(Code::Line(format!("self.{field}"))),
            _ => None,
        });
        let run = in_brackets("out.run((", values.collect(), "));");
        lets + &run
    }

    fn step(&self, step: &Step) -> String {
        match step {
            Step::Number(number) => self.number(number),
            Step::Required { field, codec, .. } => {
                let value = write(codec, &Operand::field("self", field), self.checks);
                deeper(2, &self.within(field, 0, codec, value))
            }
            Step::Join { .. } | Step::Zip { .. } | Step::Flag { is_ruled: false, .. } => {
                String::new()
            }
            Step::Flag { field, bit, is_ruled: true, .. } => {
                self.inside(field, 0, &expect_bit(bit, &format!("self.{field}")))
            }
            Step::Optional { field, bit, codec, is_ruled, .. } => {
                let value = self.optional(field, codec);
                if !is_ruled {
                    return self.within(field, 0, codec, value);
                }
                self.inside(field, 0, &(presence(field, bit) + &value))
            }
            Step::Group { field, bit, parts, record, is_ruled, is_run, .. } => {
                let check = if *is_ruled {
                    self.inside(field, 0, &presence(field, bit))
                } else {
                    String::new()
                };
                let value = match record {
                    Some(record) => self.record(field, parts, &record.fields),
                    None => self.tuple(field, parts, *is_run),
                };
                check + &value
            }
            Step::Apart { field, bit, of, index, part, record, is_ruled } => {
                let check = if *is_ruled && *index == 0 {
                    self.inside(field, *index, &presence(field, bit))
                } else {
                    String::new()
                };
                let value = match record {
                    Some(record) => self.member(field, &record.fields[*index], part, *index),
                    None => self.apart(field, *of, *index, part),
                };
                check + &value
            }
            Step::Column { field, count, of, index, part, is_ruled, .. } => {
                let check = if *is_ruled && *index == 0 {
                    self.inside(field, 0, &format!("out.expect_count({count}, &self.{field});\n"))
                } else {
                    String::new()
                };
                let value = column(field, *of, *index, part, self.checks);
                check + &self.within(field, *index, &part.codec, value)
            }
        }
    }

    /// Computes and writes a number: from the fields behind its bits and its kept part, or from a length.
    fn number(&self, number: &Number) -> String {
        let Number { local, bit, is_needed, .. } = number;
        match bit {
            Some(Bit { word, bit }) => {
                let value = format!("        out.optional_nat({word}, {bit}, {local});\n");
                if number.is_shared { named(&number.tl_name, &value) } else { value }
            }
            None if self.come_first => format!("        out.nat({local});\n"),
            None => {
                if *is_needed {
                    format!("{}        out.nat({local});\n", let_is(number))
                } else {
                    in_brackets("out.nat(", vec![known::value(number, "self")], ");")
                }
            }
        }
    }

    fn optional(&self, field: &Name, codec: &Codec) -> String {
        if codec.is_natural() {
            return format!("        out.optional(&self.{field});\n");
        }
        let value = write(codec, &Operand::reference("value"), self.checks);
        if_some(field, binding(codec, "value"), &deeper(3, &value))
    }

    /// Writes all values of a bit.
    fn tuple(&self, field: &Name, parts: &[Piece], is_run: bool) -> String {
        if is_run {
            let locals = joined(parts.iter().map(|part| &part.local), ", ");
            let values = joined(parts.iter().map(|part| format!("*{}", part.local)), ", ");
            return if_some(field, &format!("({locals})"), &format!("out.run(({values}));\n"));
        }
        let locals = parts.iter().map(|part| binding(&part.codec, part.local.as_str()));
        let locals = joined(locals, ", ");
        let writes = parts.iter().enumerate().map(|(at, part)| {
            let operand = Operand::reference(part.local.as_str());
            self.within(field, at, &part.codec, write(&part.codec, &operand, self.checks))
        });
        if_some(field, &format!("({locals})"), &writes.collect::<String>())
    }

    /// Writes all values of a bit that are the fields of a record.
    fn record(&self, field: &Name, parts: &[Piece], members: &[Name]) -> String {
        let writes = parts.iter().zip(members).enumerate().map(|(at, (part, member))| {
            let value = write(&part.codec, &Operand::field("value", member), self.checks);
            self.within(field, at, &part.codec, value)
        });
        let writes: String = writes.collect();
        if parts.iter().all(|part| part.codec.is_constant()) {
            if_set(field, &writes)
        } else {
            if_some(field, "value", &writes)
        }
    }

    /// Writes one of the values of a bit.
    fn apart(&self, field: &Name, of: usize, index: usize, part: &Piece) -> String {
        let value = write(&part.codec, &Operand::reference("value"), self.checks);
        let value = self.within(field, index, &part.codec, value);
        if_some(field, &pattern(of, index, binding(&part.codec, "value")), &value)
    }

    /// Writes one field of an optional record.
    fn member(&self, field: &Name, member: &Name, part: &Piece, at: usize) -> String {
        let value = write(&part.codec, &Operand::field("value", member), self.checks);
        let value = self.within(field, at, &part.codec, value);
        if part.codec.is_constant() {
            if_set(field, &value)
        } else {
            if_some(field, "value", &value)
        }
    }

    /// Wraps the encoding of a field so that a disagreement reports the field's name.
    fn within(&self, field: &Name, at: usize, codec: &Codec, value: String) -> String {
        match codec {
            _ if self.checks == Checks::None || value.is_empty() => value,
            Codec::Scalar(_) | Codec::Text(_) => value,
            _ => self.inside(field, at, &value),
        }
    }

    /// Wraps the encoding of a field that may disagree.
    fn inside(&self, field: &Name, at: usize, value: &str) -> String {
        let holds = |it: &&Field| it.name == *field;
        let names = self.item.fields.iter().find(holds).map(|it| &it.tl_names);
        let name = names.and_then(|names| names.get(at)).map_or(field.as_str(), String::as_str);
        named(name, value)
    }
}

/// Declares a variable for a number.
fn let_is(number: &Number) -> String {
    let let_is = format!("let {} = ", number.local);
    match known::value(number, "self") {
        Code::Line(value) => format!("        {let_is}{value};\n"),
        Code::Brackets { open, parts, close } => {
            in_brackets(&(let_is + &open), parts, &format!("{close};"))
        }
    }
}

/// A statement with parts in brackets.
fn in_brackets(open: &str, parts: Vec<Code>, close: &str) -> String {
    Code::Brackets { open: open.to_owned(), parts, close: close.to_owned() }.lines(2)
}

/// Statements for a field that is present, with a pattern for its value.
fn if_some(field: &Name, pattern: &str, statements: &str) -> String {
    format!("        if let tl::Some({pattern}) = &self.{field} {{\n{statements}        }}\n")
}

/// Statements for a field that is present, whose value they do not use.
fn if_set(field: &Name, statements: &str) -> String {
    format!("if self.{field}.is_some() {{\n{statements}}}\n")
}

/// Wraps an encoding so that a disagreement reports this name of the schema.
fn named(name: &str, value: &str) -> String {
    format!("out.within({name:?}, |out| {{\n{value}}});\n")
}

/// A statement that checks the presence of a field against its bit.
fn presence(field: &Name, bit: &Bit) -> String {
    expect_bit(bit, &format!("self.{field}.is_some()"))
}

fn expect_bit(Bit { word, bit }: &Bit, is_there: &str) -> String {
    format!("out.expect_bit({word}, {bit}, {is_there});\n")
}

/// Writes one column of a vector of tuples.
fn column(field: &Name, of: usize, index: usize, part: &Piece, checks: Checks) -> String {
    let value = write(&part.codec, &Operand::reference("value"), checks);
    if value.is_empty() {
        return value;
    }
    let pattern = pattern(of, index, binding(&part.codec, "value"));
    let method = checks.repeat_method();
    format!("out.{method}(&self.{field}, |out, {pattern}| {{ {value} }});\n")
}
