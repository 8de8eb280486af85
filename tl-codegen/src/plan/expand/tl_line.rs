//! Writes a combinator as one line of TL, for the docs of generated items.
//!
//! Goldens: `docs`, `nulls`, `parameters`.

use core::fmt::Write;

use typelang_parser::{
    Dialect, Schema,
    nullable::{TYPE, is_bits},
    schema::{Apply, Arg, Builtin, Combinator, Field, Form, Kind, NatExpr, Origin, TypeExpr},
};

/// Returns the declaration of `combinator`, including its id and the final `;`.
pub(crate) fn tl_line(schema: &Schema, combinator: &Combinator) -> String {
    let mut line = format!("{}#{:08x}", combinator.name, combinator.id);
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
        line.push_str(&self.head(apply));
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

    /// Returns the type's name, or for a bare type the name of its only possible constructor.
    fn head(&self, apply: &Apply) -> String {
        let ty = &self.schema[apply.ty];
        match (apply.form, ty.constructors.as_slice(), ty.builtin) {
            (Form::Boxed, ..) => ty.name.clone(),
            (Form::Bare, [only], None) => self.schema[*only].name.clone(),
            (Form::Bare, _, Some(builtin)) if builtin != Builtin::Object => lower_first(&ty.name),
            (Form::Bare, ..) => format!("%{}", ty.name),
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

fn lower_first(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
