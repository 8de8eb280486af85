//! Writes a combinator as one line of TL, for the docs of generated items.
//!
//! Goldens: `docs`, `nulls`, `parameters`.

use std::{fmt::Write, sync::Arc};

use typelang_parser::{
    Dialect, Schema,
    nullable::{TYPE, is_bits},
    schema::{Apply, Arg, Builtin, Combinator, Field, Form, Kind, NatExpr, Origin, TypeExpr},
};

use crate::parallel;

/// Returns the declarations of all combinators.
pub(crate) fn tl_lines(schema: &Schema) -> Vec<Arc<str>> {
    let line = |combinator: &Combinator| tl_line(schema, combinator).into();
    parallel::map(schema.combinators.iter().collect(), line)
}

/// Returns the declaration of `combinator`, including its id and the final `;`.
pub(crate) fn tl_line(schema: &Schema, combinator: &Combinator) -> String {
    let mut line = String::with_capacity(128);
    _ = write!(line, "{}#{:08x}", combinator.name, combinator.id);
    for var in combinator.vars.iter().filter(|var| var.origin == Origin::Param) {
        let kind = match var.kind {
            Kind::Type => "Type",
            Kind::Nat => "#",
        };
        _ = write!(line, " {{{}:{kind}}}", var.name);
    }
    let printer = Printer { schema, combinator };
    for field in combinator.fields.iter().filter(|field| !printer.is_added(field)) {
        line.push(' ');
        printer.field(&mut line, field);
    }
    line.push_str(" = ");
    printer.expr(&mut line, &combinator.result);
    line.push(';');
    line
}

struct Printer<'a> {
    schema: &'a Schema,
    combinator: &'a Combinator,
}

impl Printer<'_> {
    fn field(&self, line: &mut String, field: &Field) {
        if let Some(name) = &field.name {
            line.push_str(name);
            line.push(':');
        }
        if let Some(condition) = field.condition
            && !self.is_of_nulls(&self.combinator[condition.mask].name)
        {
            _ = write!(line, "{}.{}?", self.combinator[condition.mask].name, condition.bit);
        }
        if field.bang {
            line.push('!');
        }
        self.expr(line, &field.ty);
    }

    /// Whether a field is a word that TDLib's schema does not have.
    fn is_added(&self, field: &Field) -> bool {
        let name = field.name.as_deref().unwrap_or_default();
        field.ty == TypeExpr::Nat && self.is_of_nulls(name)
    }

    /// Whether a word has this name because it says which objects are null.
    fn is_of_nulls(&self, word: &str) -> bool {
        self.schema.dialect == Dialect::Tdlib && is_bits(word)
    }

    fn expr(&self, line: &mut String, expr: &TypeExpr) {
        match expr {
            TypeExpr::Nat => line.push('#'),
            TypeExpr::Type => line.push_str("Type"),
            TypeExpr::Var(var) => line.push_str(&self.combinator[*var].name),
            TypeExpr::Apply(apply) => self.apply(line, apply),
            TypeExpr::Repetition(repetition) => {
                if !repetition.implicit {
                    self.nat(line, repetition.times);
                    line.push('*');
                }
                line.push_str("[ ");
                for field in &repetition.fields {
                    self.field(line, field);
                    line.push(' ');
                }
                line.push(']');
            }
        }
    }

    fn apply(&self, line: &mut String, apply: &Apply) {
        if let [Arg::Type(item @ TypeExpr::Apply(_))] = apply.args.as_slice()
            && self.schema.dialect == Dialect::Tdlib
            && self.schema[apply.ty].name == TYPE
        {
            return self.expr(line, item);
        }
        self.head(line, apply);
        for (index, arg) in apply.args.iter().enumerate() {
            line.push(if index == 0 { '<' } else { ',' });
            match arg {
                Arg::Type(expr) => self.expr(line, expr),
                Arg::Nat(nat) => self.nat(line, *nat),
            }
        }
        if !apply.args.is_empty() {
            line.push('>');
        }
    }

    /// Writes the type's name, or for a bare type the name of its only possible constructor.
    fn head(&self, line: &mut String, apply: &Apply) {
        let ty = &self.schema[apply.ty];
        match (apply.form, ty.constructors.as_slice(), ty.builtin) {
            (Form::Boxed, ..) => line.push_str(&ty.name),
            (Form::Bare, [only], None) => line.push_str(&self.schema[*only].name),
            (Form::Bare, _, Some(builtin)) if builtin != Builtin::Object => {
                let mut chars = ty.name.chars();
                line.extend(chars.next().into_iter().flat_map(char::to_lowercase));
                line.push_str(chars.as_str());
            }
            (Form::Bare, ..) => {
                line.push('%');
                line.push_str(&ty.name);
            }
        }
    }

    fn nat(&self, line: &mut String, nat: NatExpr) {
        match (nat.var, nat.plus) {
            (None, constant) => _ = write!(line, "{constant}"),
            (Some(var), 0) => line.push_str(&self.combinator[var].name),
            (Some(var), plus) => _ = write!(line, "({}+{plus})", self.combinator[var].name),
        }
    }
}
