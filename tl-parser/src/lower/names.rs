//! The names shared by all declarations: combinators, and types with their parameters.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    declaration::{Body, Declaration, Program},
    spine::{Spine, spine, ungrouped},
};
use crate::{
    codes,
    diagnostic::Diagnostic,
    dialect::Dialect,
    faults::sink::Sink,
    id::is_boxed_name,
    predefined::declarable,
    schema::{Builtin, Kind, Type, TypeId},
    span::{Location, Span},
    syntax::{self, Combinator, Expr, ExprKind, FieldType, Role},
};

/// The shared names, as found in the heads of the declarations.
#[derive(Debug)]
pub(super) struct Names<'a> {
    pub(super) dialect: Dialect,
    pub(super) types: Vec<Type>,
    /// For each type, the declarations of its constructors, including faulty ones.
    pub(super) makers: Vec<Vec<usize>>,
    by_name: BTreeMap<&'a str, TypeId>,
    /// The declaration of each combinator, by name.
    pub(super) combinators: BTreeMap<&'a str, usize>,
    /// The declaration of each name in each layer, for names that are declared more than once.
    versions: BTreeMap<(&'a str, Option<u32>), usize>,
    /// For each declaration, the type that it makes; `None` for functions and faulty constructors.
    pub(super) heads: Vec<Option<TypeId>>,
    /// For each declaration, whether it has been reported as a whole.
    pub(super) faulty: Vec<bool>,
    /// The types that functions return.
    pub(super) returned: BTreeSet<&'a str>,
    /// Names whose declarations are faulty and have been reported.
    broken: BTreeSet<&'a str>,
}

impl<'a> Names<'a> {
    pub(super) fn is_broken(&self, name: &str) -> bool {
        self.broken.contains(name)
    }

    /// Returns the type with this name; a predefined one is added on its first use.
    pub(super) fn type_named(&mut self, name: &str) -> Option<TypeId> {
        if let Some(id) = self.by_name.get(name) {
            return Some(*id);
        }
        let known = self.dialect.predefined_type(name)?;
        Some(self.add(known.ty, known.params().to_vec()))
    }

    /// Returns the type whose predefined bare form has this name.
    pub(super) fn bare_named(&mut self, name: &str) -> Option<TypeId> {
        let known = self.dialect.predefined_bare(name)?;
        self.type_named(known.ty)
    }

    fn add(&mut self, name: &'a str, params: Vec<Kind>) -> TypeId {
        let id = TypeId(u32::try_from(self.types.len()).unwrap_or(u32::MAX));
        let builtin = self.dialect.predefined_type(name).filter(|it| it.params() == params);
        let builtin = builtin.map(|known| known.builtin);
        let (name_owned, constructors, docs) = (name.to_owned(), Vec::new(), None);
        self.types.push(Type { name: name_owned, params, constructors, builtin, docs });
        self.makers.push(Vec::new());
        self.by_name.insert(name, id);
        id
    }

    pub(super) fn type_names(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().copied()
    }
}

/// Reads the heads of all declarations.
pub(super) fn names<'a>(
    program: &'a Program<'a>,
    dialect: Dialect,
    faults: &mut Sink<'_>,
) -> Names<'a> {
    let count = program.declarations.len();
    let mut names = Names {
        dialect,
        types: Vec::new(),
        makers: Vec::new(),
        by_name: BTreeMap::new(),
        combinators: BTreeMap::new(),
        versions: BTreeMap::new(),
        heads: vec![None; count],
        faulty: vec![false; count],
        returned: BTreeSet::new(),
        broken: program.unreadable.clone(),
    };
    for (at, declaration) in program.declarations.iter().enumerate() {
        let fault = match repeated(&mut names, &program.declarations, at) {
            Repeated::No => head(&mut names, &program.declarations, at),
            Repeated::Fault(fault) => Err(Some(fault)),
            Repeated::Restated => {
                names.faulty[at] = true;
                continue;
            }
        };
        if let Err(fault) = fault {
            names.faulty[at] = true;
            names.broken.insert(declaration.name());
            names.broken.extend(result_name(declaration));
            faults.extend(fault);
        }
    }
    names
}

fn result_name<'a>(declaration: &Declaration<'a>) -> Option<&'a str> {
    match declaration.body {
        Body::Builtin(builtin) => Some(builtin.result.text),
        Body::Combinator(combinator) => match &spine(&combinator.result).head.kind {
            ExprKind::Name(ident) => Some(ident.text),
            _ => None,
        },
    }
}

enum Repeated {
    No,
    /// Another file declares the same predefined type again, as self-contained files do.
    Restated,
    Fault(Diagnostic),
}

/// Constructors and functions share one table of names; a name may be declared again only in another layer.
fn repeated<'a>(names: &mut Names<'a>, declarations: &'a [Declaration<'a>], at: usize) -> Repeated {
    let this = &declarations[at];
    let misplaced = this.role == Role::Function && matches!(this.body, Body::Builtin(_));
    if this.name() == "_" || misplaced {
        return Repeated::No;
    }
    let Some(first_at) = names.combinators.get(this.name()).copied() else {
        names.combinators.insert(this.name(), at);
        return Repeated::No;
    };
    let first = &declarations[first_at];
    names.versions.entry((this.name(), first.layer)).or_insert(first_at);
    let same = *names.versions.entry((this.name(), this.layer)).or_insert(at);
    if this.layer.is_some() && same == at {
        names.combinators.insert(this.name(), at);
        return Repeated::No;
    }
    let first = if same == at { first } else { &declarations[same] };
    if restates(names.dialect, first, this) {
        return Repeated::Restated;
    }
    let message = format!("`{}` is declared twice", this.name());
    let note = if this.layer.is_some() {
        "a name may be declared again only under the mark of another layer, such as `===17===`"
    } else {
        "constructors and functions share one table of names"
    };
    let fault = Diagnostic::error(codes::DUPLICATE_COMBINATOR, message)
        .label(this.name_place(), "declared again here")
        .label(first.name_place(), "first declared here")
        .note(note);
    Repeated::Fault(fault)
}

fn restates(dialect: Dialect, first: &Declaration<'_>, this: &Declaration<'_>) -> bool {
    let same_id = first.written_id().zip(this.written_id()).is_none_or(|(first, id)| first == id);
    let result = result_name(this);
    let constructors = (first.role, this.role) == (Role::Constructor, Role::Constructor);
    first.file != this.file
        && constructors
        && same_id
        && result == result_name(first)
        && result.is_some_and(|name| dialect.predefined_type(name).is_some())
}

type Head = Result<(), Option<Diagnostic>>;

fn head<'a>(names: &mut Names<'a>, declarations: &'a [Declaration<'a>], at: usize) -> Head {
    let this = &declarations[at];
    match (this.body, this.role) {
        (Body::Builtin(builtin), Role::Function) => {
            Err(Some(builtin_function(builtin, this.place(builtin.span))))
        }
        (Body::Builtin(builtin), Role::Constructor) => {
            let (name, result) = (builtin.name.text, builtin.result);
            if declarable(name, result.text).is_none() {
                return Err(Some(unknown_builtin(builtin, this.place(builtin.span))));
            }
            made(names, declarations, at, result.text, &[], result.span)
        }
        (Body::Combinator(combinator), Role::Function) => {
            if let Some(name) = result_name(this) {
                names.returned.insert(name);
            }
            well_named(combinator)
        }
        (Body::Combinator(combinator), Role::Constructor) => {
            well_named(combinator)?;
            let result = spine(&combinator.result);
            let name = constructor_result(this, combinator, &result)?;
            let params = signature(combinator, &result);
            made(names, declarations, at, name, &params, combinator.result.span)
        }
    }
}

fn unknown_builtin(builtin: &syntax::Builtin<'_>, place: Location) -> Diagnostic {
    let message = format!("`{}` is not a predefined type", builtin.name.text);
    Diagnostic::error(codes::UNKNOWN_BUILTIN, message)
        .label(place, "`?` declares only predefined types")
        .note("the predefined types are `int ? = Int`, `long ? = Long`, `double ? = Double`, `string ? = String`")
}

fn builtin_function(builtin: &syntax::Builtin<'_>, place: Location) -> Diagnostic {
    let message =
        format!("the predefined type `{}` is declared among functions", builtin.name.text);
    Diagnostic::error(codes::BUILTIN_FUNCTION, message)
        .label(place, "a type, not a function")
        .note("move it above `---functions---`, or below a `---types---`")
}

/// Returns whether a namespace of the name begins with a capital letter, which the grammar has reported.
pub(super) fn is_misspelt(name: &str) -> bool {
    let Some((namespaces, _)) = name.rsplit_once('.') else { return false };
    namespaces.split('.').any(|part| part.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// A combinator begins with a lower-case letter; the grammar has reported it if not.
fn well_named(combinator: &Combinator<'_>) -> Head {
    let name = combinator.name.text;
    if is_boxed_name(name) || is_misspelt(name) { Err(None) } else { Ok(()) }
}

/// Returns the name of the type that a constructor makes.
fn constructor_result<'a>(
    this: &Declaration<'a>,
    combinator: &'a Combinator<'a>,
    result: &Spine<'a>,
) -> Result<&'a str, Option<Diagnostic>> {
    let place = this.place(combinator.result.span);
    let not_boxed = |label: &str| {
        let message = format!("`{}` does not say which type it makes", combinator.name.text);
        Diagnostic::error(codes::RESULT_NOT_BOXED, message).label(place, label)
    };
    let ident = match &result.head.kind {
        ExprKind::Invalid => return Err(None),
        ExprKind::Name(ident) => ident,
        _ => return Err(Some(not_boxed("not the name of a type"))),
    };
    if local_kinds(combinator).contains_key(ident.text) {
        let message = format!("a constructor cannot return the variable `{}`", ident.text);
        let fault = Diagnostic::error(codes::CONSTRUCTOR_OF_VARIABLE, message)
            .label(place, "a variable of this declaration")
            .note("only functions can return a variable");
        return Err(Some(fault));
    }
    if is_misspelt(ident.text) {
        return Err(None);
    }
    if !is_boxed_name(ident.text) {
        let fault = not_boxed("a type begins with a capital letter");
        let upper = capitalized(ident.text);
        return Err(Some(fault.suggest(format!("write `{upper}`"), this.place(ident.span), upper)));
    }
    if result.bare {
        return Err(Some(not_boxed("a constructor's result is the type itself, without `%`")));
    }
    Ok(ident.text)
}

/// Capitalizes the last part of a name: `auth.sentCode` becomes `auth.SentCode`.
pub(super) fn capitalized(name: &str) -> String {
    let start = name.rfind('.').map_or(0, |dot| dot + 1);
    let (namespace, last) = name.split_at(start);
    let mut chars = last.chars();
    let first = chars.next().map(|first| first.to_ascii_uppercase());
    namespace.chars().chain(first).chain(chars).collect()
}

/// Returns the kinds of the variables that a result can refer to.
fn local_kinds<'a>(combinator: &'a Combinator<'a>) -> BTreeMap<&'a str, Kind> {
    let mut kinds = BTreeMap::new();
    for params in &combinator.params {
        let kind = kind_of_param(&params.kind).unwrap_or(Kind::Type);
        kinds.extend(params.names.iter().map(|name| (name.text, kind)));
    }
    for field in &combinator.fields {
        let FieldType::Expr(ty) = &field.ty else { continue };
        let Some(kind) = kind_of_param(ty) else { continue };
        kinds.extend(field.names.iter().map(|name| (name.text, kind)));
    }
    kinds
}

/// Returns the kind that `#` or `Type` names, in braces or as the type of a field; `%#` is `#`, which has no
/// boxed form.
pub(super) fn kind_of_param(expr: &Expr<'_>) -> Option<Kind> {
    match &ungrouped(expr).kind {
        ExprKind::Nat => Some(Kind::Nat),
        ExprKind::Bare(inner) => kind_of_param(inner).filter(|kind| *kind == Kind::Nat),
        ExprKind::Name(ident) if ident.text == "Type" => Some(Kind::Type),
        _ => None,
    }
}

fn signature<'a>(combinator: &'a Combinator<'a>, result: &Spine<'a>) -> Vec<Kind> {
    if result.args.is_empty() {
        return Vec::new();
    }
    let kinds = local_kinds(combinator);
    let kind = |arg: &&Expr<'_>| match &ungrouped(arg).kind {
        ExprKind::Number(_) | ExprKind::Sum(..) => Kind::Nat,
        ExprKind::Name(ident) => kinds.get(ident.text).copied().unwrap_or(Kind::Type),
        _ => Kind::Type,
    };
    result.args.iter().map(kind).collect()
}

/// The compiled form has one bit for each argument, to distinguish types from numbers.
const MAX_ARGUMENTS: usize = 64;

/// Adds a constructor to its type; the first constructor of a type determines the type's parameters.
fn made<'a>(
    names: &mut Names<'a>,
    declarations: &'a [Declaration<'a>],
    at: usize,
    name: &'a str,
    params: &[Kind],
    span: Span,
) -> Head {
    let id = match names.by_name.get(name) {
        Some(id) => *id,
        None => names.add(name, params.to_vec()),
    };
    if params.len() > MAX_ARGUMENTS {
        let message = format!("`{name}` takes {} arguments", params.len());
        return Err(Some(
            Diagnostic::error(codes::TOO_MANY_ARGUMENTS, message)
                .label(declarations[at].place(span), "too many")
                .note(format!("a type takes at most {MAX_ARGUMENTS}, because the compiled form has no room for more")),
        ));
    }
    if let Body::Builtin(builtin) = declarations[at].body {
        let known = declarable(builtin.name.text, builtin.result.text);
        names.types[id.0 as usize].builtin = known.map(|known| known.builtin);
    }
    let expected = &names.types[id.0 as usize].params;
    if let Some(first) = names.makers[id.0 as usize].first()
        && expected != params
    {
        let first = &declarations[*first];
        return Err(Some(signatures_differ(
            name,
            (expected, first.name_place()),
            (params, declarations[at].place(span)),
        )));
    }
    names.makers[id.0 as usize].push(at);
    names.heads[at] = Some(id);
    Ok(())
}

fn signatures_differ(
    name: &str,
    (expected, first): (&[Kind], Location),
    (found, here): (&[Kind], Location),
) -> Diagnostic {
    let message = format!("the constructors of `{name}` disagree about its arguments");
    Diagnostic::error(codes::SIGNATURES_DIFFER, message)
        .label(here, format!("{} here", arguments(found)))
        .label(first, format!("{} in its first constructor", arguments(expected)))
        .note("all constructors of a type must have the same arguments: `yes {t:Type} value:t = Maybe t`, `no {t:Type} = Maybe t`")
}

/// Describes arguments of these kinds, for messages.
pub(super) fn arguments(kinds: &[Kind]) -> String {
    let words: Vec<&str> = kinds.iter().map(|kind| kind_word(*kind)).collect();
    match kinds.len() {
        0 => "no argument".to_owned(),
        1 => format!("an argument of kind `{}`", words[0]),
        _ => format!("arguments of kinds `{}`", words.join(" ")),
    }
}

pub(super) fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Type => "Type",
        Kind::Nat => "#",
    }
}

/// Returns whether a type's bare form is known even if no file declares a constructor for it.
pub(super) fn has_predefined_bare(builtin: Builtin) -> bool {
    !matches!(builtin, Builtin::Bool | Builtin::Object | Builtin::Function)
}
