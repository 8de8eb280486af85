//! Random types of fields: everything that may follow a field's colon.

use std::collections::BTreeSet;

use typelang_parser::Dialect;

use super::{chance::Chance, names};

/// The kind of a type's parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Type,
    Number,
}

/// A type that the schema declares.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub(crate) name: String,
    pub(crate) params: Vec<Kind>,
    /// The names of its constructors.
    pub(crate) constructors: Vec<String>,
}

/// The names that the fields of one declaration may refer to.
#[derive(Debug)]
pub(crate) struct Scope<'a> {
    pub(crate) dialect: Dialect,
    pub(crate) types: &'a [Known],
    /// Types from this index on may lead back, and are used only where a value may end.
    pub(crate) safe: usize,
    /// Whether the declaration has parameters, so that its arguments must not grow.
    pub(crate) is_generic: bool,
    /// The names of fields and variables.
    pub(crate) used: BTreeSet<String>,
    pub(crate) numbers: Vec<String>,
    pub(crate) variables: Vec<String>,
}

impl Scope<'_> {
    /// Returns several fields.
    pub(crate) fn fields(&mut self, chance: &mut Chance, count: usize) -> Vec<String> {
        (0..count).map(|_| self.field(chance)).collect()
    }

    fn field(&mut self, chance: &mut Chance) -> String {
        let name = names::field(chance, &mut self.used);
        let mut condition = String::new();
        if !self.numbers.is_empty() && chance.happens(35) {
            let bit = if chance.happens(80) { chance.below(4) } else { 28 + chance.below(4) };
            condition = format!("{}.{bit}?", chance.of(&self.numbers));
        }
        let is_optional = !condition.is_empty();
        match chance.below(100) {
            0..14 => {
                self.numbers.push(name.clone());
                return format!("{name}:{condition}#");
            }
            14..22 if is_optional => return format!("{name}:{condition}true"),
            22..34 => {
                let repetition = self.repetition(chance, is_optional);
                let is_anonymous = !is_optional && chance.happens(20);
                return if is_anonymous {
                    repetition
                } else {
                    format!("{name}:{condition}{repetition}")
                };
            }
            _ => {}
        }
        let ty = self.term(chance, 2, is_optional);
        if !is_optional && chance.happens(3) { ty } else { format!("{name}:{condition}{ty}") }
    }

    fn repetition(&mut self, chance: &mut Chance, may_end: bool) -> String {
        let times = match chance.below(10) {
            0..6 if !self.numbers.is_empty() => chance.of(&self.numbers).clone(),
            6 if !self.numbers.is_empty() => {
                format!("({}+{})", chance.of(&self.numbers), 1 + chance.below(3))
            }
            _ => chance.below(4).to_string(),
        };
        // A constant number of values that lead back would not end.
        let may_end = may_end || times.parse::<u32>().is_err() && !times.starts_with('(');
        if chance.happens(25) {
            return format!("{times}*[ {} ]", self.repetition(chance, may_end));
        }
        if chance.happens(65) {
            return format!("{times}*[ {} ]", self.term(chance, 1, may_end));
        }
        let numbers = self.numbers.len();
        let safe = if may_end { self.types.len() } else { self.safe };
        let outer = std::mem::replace(&mut self.safe, safe);
        let count = 1 + chance.below(3);
        let fields = self.fields(chance, count).join(" ");
        self.safe = outer;
        // Names declared inside are not visible after it.
        self.numbers.truncate(numbers);
        format!("{times}*[ {fields} ]")
    }

    /// Returns a type, in brackets if it has arguments.
    pub(crate) fn term(&mut self, chance: &mut Chance, depth: usize, may_end: bool) -> String {
        match chance.below(100) {
            0..10 if !self.variables.is_empty() => chance.of(&self.variables).clone(),
            10..28 if depth > 0 => {
                let item = self.term(chance, depth - 1, true);
                let spelled = if self.dialect == Dialect::Telegram { 4 } else { 5 };
                match chance.below(spelled) {
                    0 | 1 => format!("Vector<{item}>"),
                    2 => format!("vector<{item}>"),
                    3 => format!("(vector {item})"),
                    _ => format!("%(Vector {item})"),
                }
            }
            28..65 => self.declared(chance, depth, may_end),
            _ => self.primitive(chance).to_owned(),
        }
    }

    fn primitive(&self, chance: &mut Chance) -> &'static str {
        let all: &[&str] = match self.dialect {
            Dialect::Telegram => {
                &["int", "long", "double", "string", "bytes", "int128", "int256", "Bool", "true"]
            }
            Dialect::Tdlib => &["int32", "int53", "int64", "double", "string", "bytes", "Bool"],
            Dialect::Vk => &[
                "int", "long", "double", "float", "string", "Bool", "true", "Int", "String",
                "%Int", "#",
            ],
            Dialect::Ton => &[
                "int", "long", "double", "string", "bytes", "int128", "int256", "Bool", "int32",
                "int53", "true",
            ],
        };
        let one: &&str = chance.of(all);
        one
    }

    fn declared(&mut self, chance: &mut Chance, depth: usize, may_end: bool) -> String {
        let limit = if may_end { self.types.len() } else { self.safe };
        if limit == 0 {
            return self.primitive(chance).to_owned();
        }
        let known = &self.types[chance.below(limit)];
        let (params, constructors) = (known.params.clone(), known.constructors.clone());
        let is_bare = constructors.len() == 1 && chance.happens(40);
        let name = match (is_bare, chance.happens(70)) {
            (true, true) => constructors[0].clone(),
            (true, false) => format!("%{}", known.name),
            _ => known.name.clone(),
        };
        if params.is_empty() {
            return name;
        }
        let mut args = String::new();
        for kind in params {
            let arg = match kind {
                Kind::Number => self.number(chance),
                Kind::Type => self.argument(chance, depth),
            };
            args.push(' ');
            args += &arg;
        }
        match name.strip_prefix('%') {
            Some(name) => format!("%({name}{args})"),
            None => format!("({name}{args})"),
        }
    }

    /// Returns a type as an argument.
    fn argument(&mut self, chance: &mut Chance, depth: usize) -> String {
        if self.is_generic {
            return if self.variables.is_empty() || chance.happens(40) {
                self.primitive(chance).replace('#', "int")
            } else {
                chance.of(&self.variables).clone()
            };
        }
        self.term(chance, depth.saturating_sub(1), false).replace('#', "int")
    }

    /// Returns a number as an argument.
    fn number(&mut self, chance: &mut Chance) -> String {
        match chance.below(10) {
            0..6 if !self.numbers.is_empty() => chance.of(&self.numbers).clone(),
            6 if !self.numbers.is_empty() && !self.is_generic => {
                format!("({}+{})", chance.of(&self.numbers), 1 + chance.below(2))
            }
            _ => chance.below(5).to_string(),
        }
    }
}
