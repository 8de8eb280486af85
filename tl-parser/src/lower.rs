//! Lowers syntax trees to the schema: resolves every name, and reports the names that are unknown.
//!
//! All files form one schema, and the order of declarations does not matter. The heads are read first, to
//! learn which combinators and types exist; then each declaration is lowered on its own. A faulty declaration
//! is left out and does not affect the others.

pub(crate) mod declaration;
mod expr;
mod field;
mod names;
mod nat;
mod param;
mod scope;
mod spine;
mod suggestion;
pub(crate) mod vars;

use self::{
    declaration::{Body, Declaration, Program},
    expr::{TypeUse, arguments_of, type_expr},
    names::{Names, has_predefined_bare},
    scope::Scope,
    spine::spine,
};
use crate::{
    codes,
    diagnostic::Diagnostic,
    dialect::Dialect,
    faults::sink::Sink,
    id::{compute, compute_builtin},
    nearest::nearest,
    predefined::{Predefined, predefined_named},
    schema::{Apply, Arg, Combinator, CombinatorId, Form, Schema, Type, TypeExpr, TypeId},
    span::{Location, Span},
    syntax::{self, ExprKind, Role},
};

/// The schema, with facts about the text that later checks need.
#[derive(Debug)]
pub(crate) struct Lowered {
    pub(crate) schema: Schema,
    /// For each combinator of the schema, the index of its declaration.
    pub(crate) origins: Vec<usize>,
    /// Bare uses of types with several constructors.
    pub(crate) bare_uses: Vec<BareUse>,
    /// Flag words that are also counts, with both places.
    pub(crate) masks_as_sizes: Vec<(Location, Location)>,
    /// For each type, whether one of its constructors was left out.
    pub(crate) incomplete: Vec<bool>,
}

/// A bare use of a type with several constructors.
#[derive(Debug)]
pub(crate) struct BareUse {
    pub(crate) ty: TypeId,
    pub(crate) args: Vec<Arg>,
    pub(crate) location: Location,
}

#[derive(Debug)]
struct Lowering<'a, 's> {
    declarations: &'a [Declaration<'a>],
    names: Names<'a>,
    bare_uses: Vec<BareUse>,
    masks_as_sizes: Vec<(Location, Location)>,
    faults: &'s mut Sink<'a>,
    /// How many searches for suggestions remain; each search reads all names.
    searches: u32,
}

const SEARCHES: u32 = 100;

/// Returns the predefined type's entry in the dialect's table.
pub(crate) fn predefined_of(ty: &Type) -> Option<&'static Predefined> {
    predefined_named(&ty.name).filter(|known| Some(known.builtin) == ty.builtin)
}

/// Builds the schema from all sound declarations.
pub(crate) fn lower<'a>(
    program: &'a Program<'a>,
    dialect: Dialect,
    faults: &mut Sink<'a>,
) -> Lowered {
    let names = names::names(program, dialect, faults);
    let mut cx = Lowering {
        declarations: &program.declarations,
        names,
        bare_uses: Vec::new(),
        masks_as_sizes: Vec::new(),
        faults,
        searches: SEARCHES,
    };
    let sound = cx.names.faulty.iter().filter(|faulty| !**faulty).count();
    let (mut combinators, mut origins) = (Vec::with_capacity(sound), Vec::with_capacity(sound));
    for at in 0..program.declarations.len() {
        if let Some(combinator) = declaration(&mut cx, at) {
            let id = CombinatorId(u32::try_from(combinators.len()).unwrap_or(u32::MAX));
            if let Some(ty) = cx.names.heads[at] {
                cx.names.types[ty.0 as usize].constructors.push(id);
            }
            combinators.push(combinator);
            origins.push(at);
        }
    }
    let incomplete = incomplete(&cx.names);
    Lowered {
        incomplete,
        schema: Schema { dialect, layer: None, types: cx.names.types, combinators },
        origins,
        bare_uses: cx.bare_uses,
        masks_as_sizes: cx.masks_as_sizes,
    }
}

fn incomplete(names: &Names<'_>) -> Vec<bool> {
    let lost = |(at, ty): (usize, &Type)| {
        ty.constructors.len() < names.makers[at].len() || names.is_broken(&ty.name)
    };
    names.types.iter().enumerate().map(lost).collect()
}

impl Lowering<'_, '_> {
    /// Reports a fault and returns `None`, since there is no value to go on with.
    fn report<T>(&mut self, fault: Diagnostic) -> Option<T> {
        self.faults.push(fault);
        None
    }

    /// Returns the known name nearest to `name`; returns `None` without a search once the limit of searches
    /// is reached.
    fn nearest<'k, I>(
        &'k mut self,
        name: &str,
        known: impl FnOnce(&'k Names<'_>) -> I,
    ) -> Option<String>
    where
        I: IntoIterator<Item = &'k str>,
    {
        self.searches = self.searches.checked_sub(1)?;
        nearest(name, known(&self.names)).map(str::to_owned)
    }

    /// Records a bare use for a check that runs once all constructors are known.
    fn use_bare(&mut self, scope: &Scope<'_>, ty: TypeId, args: &[Arg], span: Span) {
        let at = ty.0 as usize;
        let alone = self.names.makers[at].len() == 1 && self.has_no_default(ty);
        if !alone && !self.names.types[at].builtin.is_some_and(has_predefined_bare) {
            let (args, location) = (args.to_vec(), scope.place(span));
            self.bare_uses.push(BareUse { ty, args, location });
        }
    }

    fn has_no_default(&self, ty: TypeId) -> bool {
        let mut makers = self.names.makers[ty.0 as usize].iter();
        makers.all(|at| self.declarations[*at].name() != "_")
    }
}

fn declaration(cx: &mut Lowering<'_, '_>, at: usize) -> Option<Combinator> {
    let this = &cx.declarations[at];
    match this.body {
        Body::Builtin(builtin) => (!cx.names.faulty[at]).then(|| lower_builtin(cx, at, builtin)),
        Body::Combinator(written) => {
            let whole = combinator(cx, at, written);
            whole.filter(|_| !cx.names.faulty[at])
        }
    }
}

fn lower_builtin(cx: &Lowering<'_, '_>, at: usize, builtin: &syntax::Builtin<'_>) -> Combinator {
    let this = &cx.declarations[at];
    let ty = cx.names.heads[at].expect("a type, because the head is sound");
    let (written_id, computed_id) = (builtin.id.map(|id| id.value), compute_builtin(builtin));
    Combinator {
        role: this.role,
        name: builtin.name.text.to_owned(),
        id: written_id.unwrap_or(computed_id),
        written_id,
        computed_id,
        vars: Vec::new(),
        fields: Vec::new(),
        result: TypeExpr::Apply(Apply { ty, form: Form::Boxed, args: Vec::new() }),
        layer: this.layer,
        annotations: Vec::new(),
        docs: None,
        builtin: true,
        location: this.place(builtin.span),
    }
}

fn combinator<'a>(
    cx: &mut Lowering<'a, '_>,
    at: usize,
    written: &'a syntax::Combinator<'a>,
) -> Option<Combinator> {
    let this = &cx.declarations[at];
    let mut scope = Scope::new(this.file, this.role);
    let params = param::params(cx, &mut scope, written);
    let fields = field::fields(cx, &mut scope, &written.fields);
    let result = result(cx, &mut scope, at, written);
    let (params, mut fields, mut result) = (params?, fields?, result?);
    param::determined(cx, &scope, &params, &fields, &result)?;
    if this.role == Role::Constructor {
        independent(cx, &scope, written, &result)?;
    }
    note_masks(cx, &scope);
    let Scope { vars, uses, .. } = scope;
    let vars = vars::prune(vars, |at| uses[at].any, &mut fields, &mut result);
    let computed_id = compute(written, cx.names.dialect.id_rule());
    let written_id = written.id.map(|id| id.value);
    Some(Combinator {
        role: this.role,
        name: written.name.text.to_owned(),
        id: written_id.unwrap_or(computed_id),
        written_id,
        computed_id,
        vars,
        fields,
        result,
        layer: this.layer,
        annotations: written.annotations.iter().map(|word| word.text.to_owned()).collect(),
        docs: None,
        builtin: false,
        location: this.place(written.span),
    })
}

fn note_masks(cx: &mut Lowering<'_, '_>, scope: &Scope<'_>) {
    let both = scope.uses.iter().filter_map(|uses| uses.mask.zip(uses.size));
    cx.masks_as_sizes.extend(both.map(|(mask, size)| (scope.place(mask), scope.place(size))));
}

fn result<'a>(
    cx: &mut Lowering<'a, '_>,
    scope: &mut Scope<'a>,
    at: usize,
    written: &'a syntax::Combinator<'a>,
) -> Option<TypeExpr> {
    if scope.role == Role::Function {
        let ty = type_expr(cx, scope, &written.result, TypeUse::FunctionResult)?;
        if ty == TypeExpr::Nat {
            let message = format!("`{}` does not say which type it returns", written.name.text);
            let span = written.result.span;
            return cx.report(scope.error(codes::RESULT_NOT_BOXED, span, "not a type", message));
        }
        return Some(ty);
    }
    let ty = cx.names.heads[at]?;
    let spine = spine(&written.result);
    let ExprKind::Name(ident) = &spine.head.kind else { return None };
    let args = arguments_of(cx, scope, ty, ident, &spine)?;
    Some(TypeExpr::Apply(Apply { ty, form: Form::Boxed, args }))
}

/// A type whose argument is a field of its own value cannot be named before that value is read.
fn independent(
    cx: &mut Lowering<'_, '_>,
    scope: &Scope<'_>,
    written: &syntax::Combinator<'_>,
    result: &TypeExpr,
) -> Option<()> {
    let mut field = None;
    vars::mentioned(result, &mut |var| {
        let var = &scope.vars[var.0 as usize];
        if var.origin == crate::schema::Origin::Field {
            field.get_or_insert(var.name.clone());
        }
    });
    let Some(name) = field else { return Some(()) };
    let message =
        format!("the result's type depends on the field `{name}`, which is not supported");
    let span = written.result.span;
    let fault =
        scope.error(codes::DEPENDENT_SUM, span, "known only once the value is read", message);
    cx.report(fault.note(format!("put the variable in braces: `{{{name}:#}}`")))
}
