//! Specializes types one after another, until none is left in the queue.
//!
//! Goldens: `parameters`, `rows`.

use std::{collections::BTreeMap, sync::Arc};

use typelang_parser::{
    Location, Schema,
    catalogue::refusals::{
        CALL_AROUND_VARIABLE, EXPANSION, NO_CONSTRUCTOR, NUMBER_CHOICE, NUMBER_PARAMETER,
        RESULT_BESIDE_CALL, TYPE_AROUND_RESULT,
    },
    schema::{
        Apply, Arg, Combinator, CombinatorId, Condition, Field, Form, Kind, NatExpr,
        Origin as From, Repetition, Type, TypeExpr, TypeId, Var, VarId,
    },
    syntax::Role,
};

use super::{
    copied::like,
    declared::Declared,
    expanded::{Expanded, Filled, Origin, Part, is_template},
    instance_name,
    made::{LIMIT, Made},
    results, rows,
    scope::Scope,
    tl_line::tl_lines,
    unify::{self, Binding, Match},
};
use crate::{queries::made_by, refusals::Refusals};

/// The state of building the expanded schema.
pub(crate) struct Expander<'s, 'r> {
    source: &'s Schema,
    declared: Declared,
    /// The declarations as TL.
    lines: Vec<Arc<str>>,
    out: Expanded,
    /// The types that are copied unchanged.
    kept: Vec<Option<TypeId>>,
    /// By template and arguments.
    known: BTreeMap<(TypeId, Vec<Arg>), TypeId>,
    queue: Vec<Instance>,
    /// The number of completed instances in the queue.
    done: usize,
    made: Made,
    refusals: &'r mut Refusals,
}

/// A type to specialize.
#[derive(Clone)]
struct Instance {
    ty: TypeId,
    template: TypeId,
    /// Variables in them are the instance's own parameters.
    args: Vec<Arg>,
    holes: usize,
    location: Location,
}

impl<'s, 'r> Expander<'s, 'r> {
    pub(crate) fn new(
        source: &'s Schema,
        externs: &BTreeMap<String, String>,
        refusals: &'r mut Refusals,
    ) -> Self {
        let schema = Schema { types: Vec::new(), combinators: Vec::new(), ..*source };
        let out = Expanded::new(schema);
        let (known, queue) = (BTreeMap::new(), Vec::new());
        let (kept, made) = (Vec::new(), Made::default());
        let (declared, lines, done) = (Declared::new(source), tl_lines(source), 0);
        let mut new =
            Self { source, declared, lines, out, kept, known, queue, done, made, refusals };
        for ty in &source.types {
            let id = (!is_template(ty, externs)).then(|| {
                new.add_type(Type { constructors: Vec::new(), ..ty.clone() }, Filled::default())
            });
            new.kept.push(id);
        }
        new
    }

    /// Copies a declaration without parameters.
    pub(crate) fn copy(&mut self, id: CombinatorId) {
        let combinator = &self.source[id];
        if made_by(combinator).is_some_and(|ty| self.kept[ty.0 as usize].is_none()) {
            return;
        }
        let env = vec![Binding::Open; combinator.vars.len()];
        let mut scope = Scope::new(self.source, id, env, &self.lines[id.0 as usize]);
        let params = (0..).map(VarId).zip(&combinator.vars);
        for (var, param) in params.filter(|(_, var)| var.origin == From::Param) {
            let new = scope.bind(var, param.clone());
            if param.kind == Kind::Type {
                scope.env[var.0 as usize] = Binding::Type(TypeExpr::Var(new));
            } else if made_by(combinator).is_none() {
                let message = "a method with a parameter of kind `#` is not supported";
                let remedy =
                    "declare a variable for the response: `{X:Type}`, and `!X` for the call";
                self.refusals.refuse(NUMBER_PARAMETER, combinator.location, message, remedy);
            }
        }
        let fields = self.fields(&mut scope, &combinator.fields);
        let result = self.expr(&mut scope, &combinator.result, combinator.location);
        let made = like(combinator, scope.vars, fields, result);
        let (part, filled) = (Part::Whole, Filled::default());
        let Scope { declared, calls, line, .. } = scope;
        let has_fields = !combinator.fields.is_empty();
        self.add(made, Origin { part, filled, declared, has_fields, calls, line });
    }

    /// Returns whether any instance of a template is used.
    pub(crate) fn is_used(&self, template: TypeId) -> bool {
        let mut known = self.known.range((template, Vec::new())..);
        known.next().is_some_and(|((used, _), _)| *used == template)
    }

    /// Queues a template whose parameters are all numbers, with none filled in.
    pub(crate) fn declare(&mut self, template: TypeId) {
        let ty = &self.source[template];
        let Some(&first) = ty.constructors.first() else { return };
        let numbers = (0..).map(|at| NatExpr { var: Some(VarId(at)), plus: 0 });
        let args: Vec<NatExpr> = numbers.take(ty.params.len()).collect();
        let args = args.iter().map(|nat| Arg::Nat(*nat)).collect();
        self.instance(template, args, ty.params.len(), self.source[first].location);
    }

    /// Specializes all queued types; returns `None` after reporting that a limit is exceeded.
    #[must_use]
    pub(crate) fn fill_in(&mut self) -> Option<()> {
        loop {
            self.within_limit()?;
            let Some(instance) = self.queue.get(self.done).cloned() else { return Some(()) };
            self.done += 1;
            self.build(&instance);
            if let Some(over) = self.made.over() {
                return self.too_much(over, instance.location);
            }
        }
    }

    /// Returns `None`, and reports it, if too many types are queued: one declaration may use thousands.
    #[must_use]
    pub(crate) fn within_limit(&mut self) -> Option<()> {
        match self.queue.get(LIMIT) {
            None => Some(()),
            Some(last) => self.too_much("20,000 types", last.location),
        }
    }

    fn too_much(&mut self, over: &str, location: Location) -> Option<()> {
        let message = format!("the schema expands to more than {over}");
        let remedy = "use fewer distinct type arguments";
        self.refusals.refuse(EXPANSION, location, message, remedy);
        None
    }

    pub(crate) fn finish(self) -> Expanded {
        self.out
    }

    /// Makes the constructors of an instance.
    fn build(&mut self, instance: &Instance) {
        let source = self.source;
        let before = self.out.schema[instance.ty].constructors.len();
        for &id in &source[instance.template].constructors {
            if self.made.over().is_some() {
                return;
            }
            self.made.matches += 1;
            match self.matching(id, instance) {
                Match::Bound(env) => self.constructor(id, instance, env),
                Match::Apart => {}
                Match::Unknown => {
                    return self.refuse_choice(instance.location);
                }
            }
        }
        if self.out.schema[instance.ty].constructors.len() == before {
            let name = &source[instance.template].name;
            let message = format!("no constructor makes `{name}` with these arguments");
            let remedy = "declare a constructor for them, or use other arguments";
            self.refusals.refuse(NO_CONSTRUCTOR, instance.location, message, remedy);
        }
    }

    fn matching(&mut self, id: CombinatorId, instance: &Instance) -> Match {
        let (source, constructor) = (self.source, &self.source[id]);
        let TypeExpr::Apply(result) = &constructor.result else { return Match::Apart };
        unify::bind(constructor, &result.args, &instance.args, |closed| {
            let env = vec![Binding::Open; constructor.vars.len()];
            let mut scope = Scope::of_result(source, id, env);
            self.expr(&mut scope, closed, constructor.location)
        })
    }

    fn constructor(&mut self, id: CombinatorId, instance: &Instance, env: Vec<Binding>) {
        let constructor = &self.source[id];
        let vars = holes(constructor, instance);
        let filled = self.out.types[instance.ty.0 as usize].clone();
        let scope = Scope::new(self.source, id, env, &self.lines[id.0 as usize]);
        let mut scope = Scope { vars, filled: filled.clone(), ..scope };
        self.made.constructors += 1;
        self.made.text += scope.line.len();
        let fields = self.fields(&mut scope, &constructor.fields);
        let args = (0..).map(|at| Arg::Nat(NatExpr { var: Some(VarId(at)), plus: 0 }));
        let args = args.take(instance.holes).collect();
        let result = TypeExpr::Apply(Apply { ty: instance.ty, form: Form::Boxed, args });
        let made = like(constructor, scope.vars, fields, result);
        let (part, calls) = (Part::Whole, Vec::new());
        let Scope { declared, line, .. } = scope;
        let has_fields = !constructor.fields.is_empty();
        self.add(made, Origin { part, filled, declared, has_fields, calls, line });
    }

    /// Specializes the fields, except those that a constant makes absent.
    fn fields(&mut self, scope: &mut Scope<'s>, fields: &'s [Field]) -> Vec<Field> {
        let mut out = Vec::with_capacity(fields.len());
        for field in fields {
            let condition = match field.condition.map(|it| (it, scope.number(it.mask))) {
                None => None,
                // No constant is added: a sum is an argument, which becomes a parameter.
                Some((it, NatExpr { var: Some(mask), plus })) => {
                    debug_assert_eq!(plus, 0, "an open argument is a variable by itself");
                    Some(Condition { mask, bit: it.bit })
                }
                Some((it, NatExpr { var: None, plus })) => {
                    if plus & 1 << it.bit == 0 {
                        scope.absent(field);
                        continue;
                    }
                    None
                }
            };
            let ty = self.expr(scope, &field.ty, field.location);
            let ty = match ty {
                ty if field.bang => self.call(scope, field, ty),
                ty if results::is_result(scope.source, &ty) => {
                    let (message, remedy) = (results::MESSAGE, results::REMEDY);
                    self.refusals.refuse(RESULT_BESIDE_CALL, field.location, message, remedy);
                    TypeExpr::Nat
                }
                ty => ty,
            };
            let defines = field.defines.map(|var| self.define(scope, var));
            let (name, docs) = (field.name.clone(), field.docs.clone());
            out.push(Field { name, condition, ty, defines, docs, ..*field });
        }
        out
    }

    /// Adds a number that has a field.
    fn define(&self, scope: &mut Scope<'_>, var: VarId) -> VarId {
        let new = scope.bind(var, scope.source[var].clone());
        scope.declared.insert(new, self.declared.of(scope.id, var));
        new
    }

    /// Returns the type of a call: a parameter, bound by the call's response type.
    fn call(&mut self, scope: &mut Scope<'s>, field: &Field, returned: TypeExpr) -> TypeExpr {
        if matches!(returned, TypeExpr::Var(_)) {
            return returned;
        }
        if rows::has_type_variable(&returned) {
            let message = "a call that returns a type around a variable is not supported";
            let remedy =
                "declare a variable for the whole response: `{X:Type}`, and `!X` for the call";
            self.refusals.refuse(CALL_AROUND_VARIABLE, field.location, message, remedy);
        }
        let name = field.name.clone().filter(|name| name != "_");
        let name = name.unwrap_or_else(|| "call".to_owned());
        let id = VarId(u32::try_from(scope.vars.len()).unwrap_or(u32::MAX));
        scope.vars.push(Var { name, kind: Kind::Type, origin: From::Param });
        scope.calls.push((id, returned));
        TypeExpr::Var(id)
    }

    fn expr(&mut self, scope: &mut Scope<'s>, expr: &'s TypeExpr, at: Location) -> TypeExpr {
        match expr {
            TypeExpr::Nat => TypeExpr::Nat,
            TypeExpr::Type => TypeExpr::Type,
            TypeExpr::Var(var) => scope.ty(*var),
            TypeExpr::Apply(apply) => TypeExpr::Apply(self.apply(scope, apply, at)),
            TypeExpr::Repetition(repetition) => {
                TypeExpr::Repetition(self.repetition(scope, repetition, at))
            }
        }
    }

    fn apply(&mut self, scope: &mut Scope<'s>, apply: &'s Apply, at: Location) -> Apply {
        let mut args = Vec::with_capacity(apply.args.len());
        let mut holes = rows::Holes::default();
        let template = self.kept[apply.ty.0 as usize].is_none();
        for arg in &apply.args {
            args.push(match arg {
                Arg::Nat(nat) => {
                    let number = scope.amount(*nat);
                    // A constant that grows with each level would make infinitely many types.
                    let is_computed = nat.var.is_some() && nat.plus > 0;
                    let is_open = template && (number.var.is_some() || is_computed);
                    Arg::Nat(if is_open { holes.dig(number) } else { number })
                }
                Arg::Type(ty) => {
                    let ty = self.expr(scope, ty, at);
                    Arg::Type(if template { holes.lift(&ty) } else { ty })
                }
            });
        }
        if let Some(ty) = self.kept[apply.ty.0 as usize] {
            return Apply { ty, form: apply.form, args };
        }
        let has_variable =
            |arg: &&mut Arg| matches!(arg, Arg::Type(ty) if rows::has_type_variable(ty));
        for arg in args.iter_mut().filter(has_variable) {
            let message = "a type around the result of a call is not supported";
            let remedy = "return the variable itself, or a vector of it";
            self.refusals.refuse(TYPE_AROUND_RESULT, at, message, remedy);
            // A placeholder, so that planning can continue.
            *arg = Arg::Type(TypeExpr::Nat);
        }
        let ty = self.instance(apply.ty, args, holes.len(), at);
        Apply { ty, form: apply.form, args: holes.into_args() }
    }

    fn repetition(
        &mut self,
        scope: &mut Scope<'s>,
        repetition: &'s Repetition,
        at: Location,
    ) -> Repetition {
        let times = scope.amount(repetition.times);
        let mut fields = self.fields(scope, &repetition.fields);
        match fields.as_mut_slice() {
            // Nothing else can refer to it.
            [only] if only.condition.is_none() && !only.bang => only.defines = None,
            _ => fields = vec![self.row(scope, &fields, at)],
        }
        Repetition { times, implicit: repetition.implicit, fields }
    }

    /// Makes a type for the row of a repetition, and the field that holds one row.
    fn row(&mut self, scope: &Scope<'s>, fields: &[Field], at: Location) -> Field {
        let name = scope.names.get(&at).copied().filter(|name| *name != "_");
        let name = name.unwrap_or("row").to_owned();
        let row = rows::row(&scope.vars, fields);
        let params = vec![Kind::Nat; row.captured.len()];
        let owner = scope.source.name.clone();
        let filled =
            Filled { suffix: instance_name::row(&scope.filled.suffix, &name), ..Filled::default() };
        let made =
            Type { name: owner, params, constructors: Vec::new(), builtin: None, docs: None };
        let ty = self.add_type(made, filled.clone());
        let own = (0..).map(|at| Arg::Nat(NatExpr { var: Some(VarId(at)), plus: 0 }));
        let args = own.take(row.captured.len()).collect();
        let result = TypeExpr::Apply(Apply { ty, form: Form::Boxed, args });
        let combinator = Combinator {
            role: Role::Constructor,
            name: scope.source.name.clone(),
            vars: row.vars,
            fields: row.fields,
            result,
            docs: None,
            annotations: Vec::new(),
            // Copied field by field, since there may be as many rows as fields.
            ..*scope.source
        };
        let own = (0..).map(VarId).skip(row.captured.len()).zip(&row.own);
        let declared = own.filter_map(|(new, var)| Some((new, *scope.declared.get(var)?)));
        let (line, declared) = (Arc::clone(&scope.line), declared.collect());
        let (part, calls) = (Part::Row(name), Vec::new());
        let origin = Origin { part, filled, declared, has_fields: true, calls, line };
        self.add(combinator, origin);
        let captured = row.captured.into_iter();
        let args = captured.map(|var| Arg::Nat(NatExpr { var: Some(var), plus: 0 })).collect();
        Field {
            name: None,
            condition: None,
            bang: false,
            ty: TypeExpr::Apply(Apply { ty, form: Form::Bare, args }),
            defines: None,
            docs: None,
            location: at,
        }
    }

    /// Returns the type for a combination of arguments, adding it if it is new.
    fn instance(
        &mut self,
        template: TypeId,
        args: Vec<Arg>,
        holes: usize,
        location: Location,
    ) -> TypeId {
        let key = (template, args.clone());
        if let Some(&known) = self.known.get(&key) {
            return known;
        }
        let source = &self.source[template];
        let filled = instance_name::of(&self.out, &args);
        let made =
            Type { params: vec![Kind::Nat; holes], constructors: Vec::new(), ..source.clone() };
        let ty = self.add_type(made, filled);
        self.known.insert(key, ty);
        self.queue.push(Instance { ty, template, args, holes, location });
        ty
    }

    fn add_type(&mut self, ty: Type, filled: Filled) -> TypeId {
        let id = TypeId(u32::try_from(self.out.schema.types.len()).unwrap_or(u32::MAX));
        self.out.schema.types.push(ty);
        self.out.types.push(filled);
        id
    }

    fn add(&mut self, made: Combinator, origin: Origin) {
        let id = self.out.schema.combinators.len();
        let id = CombinatorId(u32::try_from(id).unwrap_or(u32::MAX));
        if let Some(ty) = made_by(&made) {
            self.out.schema.types[ty.0 as usize].constructors.push(id);
        }
        self.out.schema.combinators.push(made);
        self.out.combinators.push(origin);
    }

    fn refuse_choice(&mut self, at: Location) {
        let message = "a number in the bytes decides between constructors, which is not supported";
        let remedy = "let the id decide between constructors, and not a number";
        self.refusals.refuse(NUMBER_CHOICE, at, message, remedy);
    }
}

/// Returns the parameters of an instance, with the constructor's names where it has some.
fn holes(constructor: &Combinator, instance: &Instance) -> Vec<Var> {
    let mut names = vec!["n".to_owned(); instance.holes];
    if let TypeExpr::Apply(result) = &constructor.result {
        for (own, given) in result.args.iter().zip(&instance.args) {
            if let (
                Arg::Nat(NatExpr { var: Some(own), .. }),
                Arg::Nat(NatExpr { var: Some(hole), .. }),
            ) = (own, given)
            {
                names[hole.0 as usize].clone_from(&constructor[*own].name);
            }
        }
    }
    let var = |name| Var { name, kind: Kind::Nat, origin: From::Param };
    names.into_iter().map(var).collect()
}
