//! TL as pieces of text, each type a link.

use typelang_parser::{
    Schema,
    schema::{Apply, Arg, Combinator, Field, Form, Kind, NatExpr, Origin, TypeExpr},
    text::{Spelling, type_text},
};

use super::{addresses::Addresses, link::Link};

/// The columns after which a declaration goes on in lines of its own for each field.
const WIDTH: usize = 76;

/// Spells the types of a schema.
#[derive(Debug)]
pub(super) struct Speller<'s> {
    schema: &'s Schema,
    spelling: Spelling<'s>,
    addresses: &'s Addresses,
}

impl<'s> Speller<'s> {
    /// Looks through a schema.
    #[must_use]
    pub(super) fn new(schema: &'s Schema, addresses: &'s Addresses) -> Self {
        Self { schema, spelling: Spelling::new(schema), addresses }
    }

    /// A declaration in lines that fit a page.
    #[must_use]
    pub(super) fn declaration(&self, combinator: &Combinator) -> Vec<Vec<Link>> {
        let mut head = vec![Link::plain(format!("{}#{:08x}", combinator.name, combinator.id))];
        if combinator.builtin {
            head.push(Link::plain(" ?"));
        }
        for var in combinator.vars.iter().filter(|var| var.origin == Origin::Param) {
            let kind = if var.kind == Kind::Nat { "#" } else { "Type" };
            head.push(Link::plain(format!(" {{{}:{kind}}}", var.name)));
        }
        let fields = combinator.fields.iter().map(|field| self.field(combinator, field));
        let mut result = vec![Link::plain("= ")];
        result.extend(self.expr(combinator, &combinator.result));
        result.push(Link::plain(";"));
        let lines: Vec<Vec<Link>> = [head].into_iter().chain(fields).chain([result]).collect();
        let len: usize = lines.iter().map(|line| width(line) + 1).sum();
        if len > WIDTH {
            return lines;
        }
        let mut line = Vec::new();
        for (at, mut part) in lines.into_iter().enumerate() {
            if at > 0 {
                line.push(Link::plain(" "));
            }
            line.append(&mut part);
        }
        vec![line]
    }

    fn field(&self, combinator: &Combinator, field: &Field) -> Vec<Link> {
        let name = field.name.as_ref().map(|name| Link::plain(format!("{name}:")));
        let mut out: Vec<Link> = name.into_iter().collect();
        if let Some(condition) = field.condition {
            out.push(Link::plain(format!(
                "{}.{}?",
                combinator[condition.mask].name, condition.bit
            )));
        }
        out.extend(self.field_type(combinator, field));
        out
    }

    /// The type of a field without its condition.
    #[must_use]
    pub(super) fn field_type(&self, combinator: &Combinator, field: &Field) -> Vec<Link> {
        let bang = field.bang.then(|| Link::plain("!"));
        bang.into_iter().chain(self.expr(combinator, &field.ty)).collect()
    }

    /// A type.
    #[must_use]
    pub(super) fn expr(&self, combinator: &Combinator, ty: &TypeExpr) -> Vec<Link> {
        match ty {
            TypeExpr::Apply(apply) => self.apply(combinator, apply),
            TypeExpr::Repetition(repetition) => {
                let times = nat(combinator, repetition.times);
                let times = if repetition.implicit { String::new() } else { format!("{times}*") };
                let mut out = vec![Link::plain(format!("{times}["))];
                for field in &repetition.fields {
                    out.push(Link::plain(" "));
                    out.extend(self.field(combinator, field));
                }
                out.push(Link::plain(" ]"));
                out
            }
            _ => vec![Link::plain(type_text(&self.spelling, combinator, ty))],
        }
    }

    fn apply(&self, combinator: &Combinator, apply: &Apply) -> Vec<Link> {
        let alone = TypeExpr::Apply(Apply { args: Vec::new(), ..apply.clone() });
        let name = type_text(&self.spelling, combinator, &alone);
        let page = match (apply.form, self.schema[apply.ty].constructors.as_slice()) {
            (Form::Bare, [only]) if self.schema[apply.ty].builtin.is_none() => {
                self.addresses.combinator(*only)
            }
            _ => self.addresses.ty(apply.ty),
        };
        let mut out = vec![Link::new(name, page)];
        for (at, arg) in apply.args.iter().enumerate() {
            out.push(Link::plain(if at == 0 { "<" } else { ", " }));
            match arg {
                Arg::Type(ty) => out.extend(self.expr(combinator, ty)),
                Arg::Nat(number) => out.push(Link::plain(nat(combinator, *number))),
            }
        }
        if !apply.args.is_empty() {
            out.push(Link::plain(">"));
        }
        out
    }
}

fn width(line: &[Link]) -> usize {
    line.iter().map(|piece| piece.text.chars().count()).sum()
}

fn nat(combinator: &Combinator, number: NatExpr) -> String {
    match (number.var, number.plus) {
        (None, plus) => plus.to_string(),
        (Some(var), 0) => combinator[var].name.clone(),
        (Some(var), plus) => format!("({}+{plus})", combinator[var].name),
    }
}
