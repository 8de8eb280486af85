//! Writes a checked schema as TL text, the target of conversions from other forms.
//!
//! The text has the meaning of the schema; it lacks the comments, groups and spellings of the source. The
//! printer lays it out.

use core::fmt::Write;

use crate::{
    lower::predefined_of,
    schema::{
        Apply, Arg, Combinator, Field, Form, Kind, NatExpr, Origin, Repetition, Schema, Type,
        TypeExpr, TypeId,
    },
    syntax::Role,
};

/// A schema, with the names that cannot be used to write it.
#[derive(Clone, Debug)]
pub struct Spelling<'s> {
    schema: &'s Schema,
    /// Predefined types whose bare form's name has another meaning, such as `vector` in a schema that
    /// declares a constructor `vector` of another type.
    hidden: Vec<TypeId>,
}

impl<'s> Spelling<'s> {
    /// Finds the names of predefined types that the schema uses otherwise.
    #[must_use]
    pub fn new(schema: &'s Schema) -> Self {
        let undeclared = schema.types().filter(|(_, ty)| ty.constructors.is_empty());
        let bare = |ty: &Type| predefined_of(ty).map(|known| known.constructor);
        let taken = |name: &str| schema.combinators.iter().any(|it| it.name == name);
        let hidden = undeclared.filter(|(_, ty)| bare(ty).is_some_and(taken)).map(|(id, _)| id);
        Self { schema, hidden: hidden.collect() }
    }
}

/// Writes the whole schema as TL text, with one declaration per line and every id.
#[must_use]
pub fn text(schema: &Schema) -> String {
    let spelling = Spelling::new(schema);
    let mut out = String::new();
    let (mut role, mut layer) = (Role::Constructor, None);
    if let Some(layer) = schema.layer {
        line(&mut out, &format!("// LAYER {layer}"));
    }
    for combinator in &schema.combinators {
        if combinator.role != role {
            role = combinator.role;
            line(&mut out, if role == Role::Function { "---functions---" } else { "---types---" });
        }
        if combinator.layer != layer {
            layer = combinator.layer;
            if let Some(layer) = layer {
                line(&mut out, &format!("==={layer}==="));
            }
        }
        line(&mut out, &declaration(&spelling, combinator));
    }
    out
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

/// Writes one declaration with its id, up to `;`.
#[must_use]
pub fn declaration(spelling: &Spelling<'_>, combinator: &Combinator) -> String {
    let mut out = String::new();
    for word in &combinator.annotations {
        push(&mut out, &format!("@{word} "));
    }
    push(&mut out, &format!("{}#{:08x}", combinator.name, combinator.id));
    if combinator.builtin {
        push(&mut out, " ?");
    }
    for var in combinator.vars.iter().filter(|var| var.origin == Origin::Param) {
        let kind = if var.kind == Kind::Nat { "#" } else { "Type" };
        push(&mut out, &format!(" {{{}:{kind}}}", var.name));
    }
    fields(&mut out, spelling, combinator, &combinator.fields);
    push(&mut out, &format!(" = {};", type_text(spelling, combinator, &combinator.result)));
    out
}

fn push(out: &mut String, text: &str) {
    out.push_str(text);
}

fn fields(out: &mut String, spelling: &Spelling<'_>, combinator: &Combinator, fields: &[Field]) {
    for field in fields {
        out.push(' ');
        if let Some(name) = &field.name {
            push(out, &format!("{name}:"));
        }
        push(out, &field_type(spelling, combinator, field));
    }
}

/// Writes the part after a field's name: condition, `!` and type.
#[must_use]
pub fn field_type(spelling: &Spelling<'_>, combinator: &Combinator, field: &Field) -> String {
    let mut out = String::new();
    if let Some(condition) = field.condition {
        push(&mut out, &format!("{}.{}?", combinator[condition.mask].name, condition.bit));
    }
    if field.bang {
        out.push('!');
    }
    out + &type_text(spelling, combinator, &field.ty)
}

/// Writes a type of a combinator, as a field or argument.
#[must_use]
pub fn type_text(spelling: &Spelling<'_>, combinator: &Combinator, ty: &TypeExpr) -> String {
    match ty {
        TypeExpr::Nat => "#".to_owned(),
        TypeExpr::Type => "Type".to_owned(),
        TypeExpr::Var(var) => combinator[*var].name.clone(),
        TypeExpr::Apply(apply) => application(spelling, combinator, apply),
        TypeExpr::Repetition(inner) => repetition(spelling, combinator, inner),
    }
}

fn application(spelling: &Spelling<'_>, combinator: &Combinator, apply: &Apply) -> String {
    let mut out = head(spelling, combinator, apply);
    for (at, arg) in apply.args.iter().enumerate() {
        out.push(if at == 0 { '<' } else { ',' });
        out += &match arg {
            Arg::Type(ty) => type_text(spelling, combinator, ty),
            Arg::Nat(nat) => nat_text(combinator, *nat),
        };
    }
    if !apply.args.is_empty() {
        out.push('>');
    }
    out
}

fn head(spelling: &Spelling<'_>, combinator: &Combinator, apply: &Apply) -> String {
    let (schema, ty) = (spelling.schema, &spelling.schema[apply.ty]);
    // A variable of the combinator hides a constructor of the same name, but not the type.
    let is_free = |name: &str| combinator.vars.iter().all(|var| var.name != name);
    let name = match (apply.form, ty.constructors.as_slice()) {
        (Form::Boxed, _) => return ty.name.clone(),
        (Form::Bare, [only]) if schema[*only].name != "_" => Some(schema[*only].name.as_str()),
        (Form::Bare, _) => predefined_of(ty)
            .map(|known| known.constructor)
            .filter(|name| !name.is_empty() && !spelling.hidden.contains(&apply.ty)),
    };
    name.filter(|name| is_free(name)).map_or_else(|| format!("%{}", ty.name), str::to_owned)
}

fn nat_text(combinator: &Combinator, nat: NatExpr) -> String {
    match (nat.var, nat.plus) {
        (None, plus) => plus.to_string(),
        (Some(var), 0) => combinator[var].name.clone(),
        (Some(var), plus) => format!("{}+{plus}", combinator[var].name),
    }
}

fn repetition(spelling: &Spelling<'_>, combinator: &Combinator, repetition: &Repetition) -> String {
    let mut out = String::new();
    if !repetition.implicit {
        let times = nat_text(combinator, repetition.times);
        let sum = repetition.times.var.is_some() && repetition.times.plus > 0;
        let written = if sum { write!(out, "({times})*") } else { write!(out, "{times}*") };
        written.expect("no error, because a String takes all");
    }
    out.push('[');
    fields(&mut out, spelling, combinator, &repetition.fields);
    out + " ]"
}
