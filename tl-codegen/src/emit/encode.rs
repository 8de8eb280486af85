//! Encoding of structs.

use std::fmt::{Display, Formatter, Result, from_fn};

use super::{
    codec::{Checks, Operand, binding, write},
    each, joined,
    known::{self, pattern},
    layout::{Between, Brackets, Code, deeper, is_empty, lines},
    optional,
};
use crate::plan::model::{
    codec::Codec,
    item::{Field, Struct},
    rust::Name,
    wire::{Bit, Number, Piece, Step, Write},
};

/// The statements of `encode_bare`.
pub(super) fn statements(item: &Struct) -> impl Iterator<Item = impl Display> {
    let checks = if item.checks_parts() { Checks::Parts } else { Checks::None };
    let encoding = Encoding { item, checks, come_first: item.numbers_first };
    let numbers = encoding.come_first.then_some(Statement::Numbers);
    let all = numbers.into_iter().chain(item.writes.iter().map(Statement::Write));
    all.map(move |statement| {
        from_fn(move |f| match statement {
            Statement::Numbers => known::all_lets(item).fmt(f),
            Statement::Write(Write::Step(at)) => encoding.step(&item.wire[*at]).fmt(f),
            Statement::Write(Write::Run(run)) => encoding.run(run).fmt(f),
        })
    })
}

#[derive(Clone, Copy)]
enum Statement<'p> {
    /// Computes all numbers.
    Numbers,
    Write(&'p Write),
}

/// The context of encoding a struct.
#[derive(Clone, Copy)]
struct Encoding<'p> {
    item: &'p Struct,
    checks: Checks,
    /// Whether all numbers are computed before the first of them is written.
    come_first: bool,
}

/// A value of fixed width.
enum Fixed<'p> {
    /// A number in a variable.
    Local(&'p Name),
    /// A number that nothing else depends on.
    Number(&'p Number),
    /// A field.
    Field(&'p Name),
}

impl Display for Fixed<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Local(local) => local.fmt(f),
            Self::Number(number) => value(number).fmt(f),
            Self::Field(field) => write!(f, "self.{field}"),
        }
    }
}

impl Code for Fixed<'_> {
    fn fmt_lines(&self, depth: usize, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Number(number) => value(number).fmt_lines(depth, f),
            _ => self.fmt(f),
        }
    }
}

impl<'p> Encoding<'p> {
    /// Writes several values of fixed width in one call.
    fn run(self, run: &'p [usize]) -> impl Display {
        let steps = run.iter().map(move |at| &self.item.wire[*at]);
        let lets = each(steps.clone().filter_map(move |step| match step {
            Step::Number(number) if number.is_needed && !self.come_first => Some(let_is(number)),
            _ => None,
        }));
        let parts = steps.filter_map(move |step| match step {
            Step::Number(number) if number.is_needed || self.come_first => {
                Some(Fixed::Local(&number.local))
            }
            Step::Number(number) => Some(Fixed::Number(number)),
            Step::Required { field, .. } => Some(Fixed::Field(field)),
            _ => None,
        });
        let run = lines(2, Brackets { open: "out.run((", parts, close: "));" });
        text!("{lets}{run}\n")
    }

    fn step(self, step: &'p Step) -> impl Display {
        from_fn(move |f| match step {
            Step::Number(number) => self.number(number).fmt(f),
            Step::Required { field, codec, .. } => {
                let value = write(codec, Operand::Field("self", field), self.checks);
                deeper(2, self.within(field, 0, codec, value)).fmt(f)
            }
            Step::Join { .. } | Step::Zip { .. } | Step::Flag { is_ruled: false, .. } => Ok(()),
            Step::Flag { field, bit, is_ruled: true, .. } => {
                self.inside(field, 0, expect_bit(bit, text!("self.{field}"))).fmt(f)
            }
            Step::Optional { field, bit, codec, is_ruled, .. } => {
                let value = self.optional(field, codec);
                if !is_ruled {
                    return self.within(field, 0, codec, value).fmt(f);
                }
                let presence = presence(field, bit);
                self.inside(field, 0, text!("{presence}{value}")).fmt(f)
            }
            Step::Group { field, bit, parts, record, is_ruled, is_run, .. } => {
                let check = is_ruled.then(|| self.inside(field, 0, presence(field, bit)));
                optional(check).fmt(f)?;
                match record {
                    Some(record) => self.record(field, parts, &record.fields).fmt(f),
                    None => self.tuple(field, parts, *is_run).fmt(f),
                }
            }
            Step::Apart { field, bit, of, index, part, record, is_ruled } => {
                let is_checked = *is_ruled && *index == 0;
                let check = is_checked.then(|| self.inside(field, 0, presence(field, bit)));
                optional(check).fmt(f)?;
                match record {
                    Some(record) => self.member(field, &record.fields[*index], part, *index).fmt(f),
                    None => self.apart(field, *of, *index, part).fmt(f),
                }
            }
            Step::Column { field, count, of, index, part, is_ruled, .. } => {
                let is_checked = *is_ruled && *index == 0;
                let check = text!("out.expect_count({count}, &self.{field});\n");
                optional(is_checked.then(|| self.inside(field, 0, check))).fmt(f)?;
                let value = column(field, *of, *index, part, self.checks);
                self.within(field, *index, &part.codec, value).fmt(f)
            }
        })
    }

    /// Computes and writes a number: from the fields behind its bits and its kept part, or from a length.
    fn number(self, number: &'p Number) -> impl Display {
        let Number { local, bit, is_needed, .. } = number;
        from_fn(move |f| match bit {
            Some(Bit { word, bit }) => {
                let value = text!("        out.optional_nat({word}, {bit}, {local});\n");
                if number.is_shared { named(&number.tl_name, value).fmt(f) } else { value.fmt(f) }
            }
            None if self.come_first => write!(f, "        out.nat({local});\n"),
            None if *is_needed => {
                write!(f, "{}        out.nat({local});\n", let_is(number))
            }
            None => {
                let parts = [number].into_iter().map(value);
                let nat = lines(2, Brackets { open: "out.nat(", parts, close: ");" });
                write!(f, "{nat}\n")
            }
        })
    }

    fn optional(self, field: &'p Name, codec: &'p Codec) -> impl Display {
        from_fn(move |f| {
            if codec.is_natural() {
                return write!(f, "        out.optional(&self.{field});\n");
            }
            let value = write(codec, Operand::Reference("value"), self.checks);
            if_some(field, binding(codec, "value"), deeper(3, value)).fmt(f)
        })
    }

    /// Writes all values of a bit.
    fn tuple(self, field: &'p Name, parts: &'p [Piece], is_run: bool) -> impl Display {
        from_fn(move |f| {
            if is_run {
                let locals = joined(parts.iter().map(|part| &part.local), ", ");
                let values = joined(parts.iter().map(|part| text!("*{}", part.local)), ", ");
                let run = text!("out.run(({values}));\n");
                return if_some(field, text!("({locals})"), run).fmt(f);
            }
            let locals = parts.iter().map(|part| binding(&part.codec, part.local.as_str()));
            let locals = joined(locals, ", ");
            let writes = parts.iter().enumerate().map(|(at, part)| {
                let operand = Operand::Reference(part.local.as_str());
                self.within(field, at, &part.codec, write(&part.codec, operand, self.checks))
            });
            if_some(field, text!("({locals})"), each(writes)).fmt(f)
        })
    }

    /// Writes all values of a bit that are the fields of a record.
    fn record(self, field: &'p Name, parts: &'p [Piece], members: &'p [Name]) -> impl Display {
        let writes =
            each(parts.iter().zip(members).enumerate().map(move |(at, (part, member))| {
                let value = write(&part.codec, Operand::Field("value", member), self.checks);
                self.within(field, at, &part.codec, value)
            }));
        from_fn(move |f| {
            if parts.iter().all(|part| part.codec.is_constant()) {
                if_set(field, &writes).fmt(f)
            } else {
                if_some(field, "value", &writes).fmt(f)
            }
        })
    }

    /// Writes one of the values of a bit.
    fn apart(self, field: &'p Name, of: usize, index: usize, part: &'p Piece) -> impl Display {
        let value = write(&part.codec, Operand::Reference("value"), self.checks);
        let value = self.within(field, index, &part.codec, value);
        if_some(field, pattern(of, index, binding(&part.codec, "value")), value)
    }

    /// Writes one field of an optional record.
    fn member(self, field: &'p Name, member: &'p Name, part: &'p Piece, at: usize) -> impl Display {
        let value = write(&part.codec, Operand::Field("value", member), self.checks);
        let value = self.within(field, at, &part.codec, value);
        from_fn(move |f| {
            if part.codec.is_constant() {
                if_set(field, &value).fmt(f)
            } else {
                if_some(field, "value", &value).fmt(f)
            }
        })
    }

    /// Wraps the encoding of a field so that a disagreement reports the field's name.
    fn within(
        self,
        field: &'p Name,
        at: usize,
        codec: &'p Codec,
        value: impl Display,
    ) -> impl Display {
        from_fn(move |f| match codec {
            _ if self.checks == Checks::None || is_empty(&value) => value.fmt(f),
            Codec::Scalar(_) | Codec::Text(_) => value.fmt(f),
            _ => self.inside(field, at, &value).fmt(f),
        })
    }

    /// Wraps the encoding of a field that may disagree.
    fn inside(self, field: &'p Name, at: usize, value: impl Display) -> impl Display {
        let holds = |it: &&Field| it.name == *field;
        let names = self.item.fields.iter().find(holds).map(|it| &it.tl_names);
        let name = names.and_then(|names| names.get(at)).map_or(field.as_str(), String::as_str);
        named(name, value)
    }
}

/// The value of a number.
fn value(number: &Number) -> known::Value<'_> {
    known::Value { number, of: "self" }
}

/// Declares a variable for a number.
fn let_is(number: &Number) -> impl Display {
    let start = text!("let {} = ", number.local);
    let let_is = lines(2, Between(start, value(number), ";"));
    text!("{let_is}\n")
}

/// Statements for a field that is present, with a pattern for its value.
fn if_some(field: &Name, pattern: impl Display, statements: impl Display) -> impl Display {
    text!("        if let tl::Some({pattern}) = &self.{field} {{\n{statements}        }}\n")
}

/// Statements for a field that is present, whose value they do not use.
fn if_set(field: &Name, statements: impl Display) -> impl Display {
    text!("if self.{field}.is_some() {{\n{statements}}}\n")
}

/// Wraps an encoding so that a disagreement reports this name of the schema.
fn named(name: &str, value: impl Display) -> impl Display {
    text!("out.within({name:?}, |out| {{\n{value}}});\n")
}

/// A statement that checks the presence of a field against its bit.
fn presence(field: &Name, bit: &Bit) -> impl Display {
    expect_bit(bit, text!("self.{field}.is_some()"))
}

fn expect_bit(Bit { word, bit }: &Bit, is_there: impl Display) -> impl Display {
    text!("out.expect_bit({word}, {bit}, {is_there});\n")
}

/// Writes one column of a vector of tuples.
fn column(field: &Name, of: usize, index: usize, part: &Piece, checks: Checks) -> impl Display {
    from_fn(move |f| {
        let value = write(&part.codec, Operand::Reference("value"), checks);
        if is_empty(&value) {
            return Ok(());
        }
        let pattern = pattern(of, index, binding(&part.codec, "value"));
        let method = checks.repeat_method();
        write!(f, "out.{method}(&self.{field}, |out, {pattern}| {{ {value} }});\n")
    })
}
