//! The schemas that bytes are read with.

use std::{
    borrow::Cow,
    path::{Path, PathBuf},
};

use typelang_parser::{
    Diagnostic, Dialect, Options, Schema as Checked, Sources, check, fact_tables,
    nullable::{self, Nullable},
    tlo,
};
use typelang_runtime::reflect::{
    Builtin, Combinator, Role, Root, Schema, Type, TypeExpr,
    json::{Fills, Form, Style, Words},
};

use typelang_schema::TD_NULL;

use crate::shared::{
    dialect::dialect,
    embedded,
    input::SchemaText,
    layer::{self, Layer},
    outcome::Failure,
    suggestion::suggestion,
    terminal::Terminal,
};

/// The arguments that select the schemas of the bytes.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Pick {
    /// Use this schema: TL, JSON or compiled. Several are searched in this order [default: Telegram's, built in]
    #[arg(long = "schema", value_name = "SCHEMA")]
    pub schemas: Vec<PathBuf>,
    #[command(flatten)]
    pub layer: Layer,
    /// Read schemas in this dialect instead of guessing
    #[arg(long, value_parser = dialect())]
    pub dialect: Option<Dialect>,
    /// Use TDLib's JSON: `@type`, base64 for bytes, numbers for int53, and nothing for objects that are null
    #[arg(long)]
    pub tdlib: bool,
}

/// Schemas, compiled.
#[derive(Clone, Debug)]
pub(crate) struct Schemas {
    pub(crate) all: Vec<Schema>,
    /// What each is called.
    pub(crate) names: Vec<String>,
    dialect: Dialect,
}

/// Reads and compiles the schemas that the arguments name; `None` when that has been reported as impossible.
pub(crate) fn load(pick: &Pick, terminal: &mut Terminal<'_>) -> Result<Option<Schemas>, Failure> {
    if let Some(layer) = pick.layer.layer {
        return of_layer(layer).map(Some);
    }
    if pick.schemas.is_empty() {
        return Ok(Some(built_in()));
    }
    let mut all = Schemas::none();
    for path in &pick.schemas {
        match load_one(path, pick.dialect)? {
            Loaded::Sound(name, checked) => all.add(name, &checked)?,
            Loaded::Faulty(faults, sources) => {
                terminal.report(&faults, &sources)?;
                return Ok(None);
            }
        }
    }
    Ok(Some(all))
}

/// Telegram's schemas.
pub(crate) fn built_in() -> Schemas {
    let mut all = Schemas::none();
    all.add_built_in("the API", &embedded::api());
    all.extend(beside_api());
    all
}

/// The schemas beside the API: messages, containers and answers are around its values.
pub(crate) fn beside_api() -> Schemas {
    let mut all = Schemas::none();
    all.add_built_in("MTProto", &embedded::mtproto());
    all.add_built_in("secret chats", &embedded::secret());
    all
}

/// Telegram's schemas, with the API of a layer.
pub(crate) fn of_layer(layer: u32) -> Result<Schemas, Failure> {
    let mut all = Schemas::none();
    let mut sources = Sources::new();
    sources.add(format!("layer {layer}"), layer::text(layer)?);
    all.add_built_in("the API", &sources);
    all.extend(beside_api());
    Ok(all)
}

/// What became of a schema.
pub(crate) enum Loaded {
    /// Its name, and it.
    Sound(String, Checked),
    /// What is wrong with it.
    Faulty(Vec<Diagnostic>, Sources),
}

/// Reads and checks one schema, in any form.
pub(crate) fn load_one(path: &Path, dialect: Option<Dialect>) -> Result<Loaded, Failure> {
    let read = SchemaText::read(path, None, dialect)?;
    let mut sources = Sources::new();
    read.add_to(&mut sources);
    let checked = check(&sources, &Options { dialect, ..Options::default() });
    if checked.has_errors() {
        return Ok(Loaded::Faulty(checked.diagnostics, sources));
    }
    Ok(Loaded::Sound(title(path, checked.schema.layer, read.name), checked.schema))
}

/// What a schema is called: by its file and layer, or by its layer alone.
fn title(path: &Path, layer: Option<u32>, name: String) -> String {
    if layer::layer_of(path).is_some() {
        return name;
    }
    let stem = path.file_stem().map_or(name, |stem| stem.to_string_lossy().into_owned());
    let layer = layer.map_or(String::new(), |layer| format!(", layer {layer}"));
    format!("{stem}{layer}")
}

impl Schemas {
    fn none() -> Self {
        Self { all: Vec::new(), names: Vec::new(), dialect: Dialect::default() }
    }

    /// Adds a schema that compiles, as tests make sure.
    fn add_built_in(&mut self, what: &str, sources: &Sources) {
        let checked = check(sources, &Options::default()).schema;
        let name = checked.layer.map_or(what.to_owned(), |layer| format!("layer {layer}"));
        _ = self.add(name, &checked);
    }

    /// One schema by itself.
    pub(crate) fn one(name: String, checked: &Checked) -> Result<Self, Failure> {
        let mut one = Self::none();
        one.add(name, checked)?;
        Ok(one)
    }

    fn add(&mut self, name: String, checked: &Checked) -> Result<(), Failure> {
        let mut declared = Cow::Borrowed(checked);
        if checked.dialect == Dialect::Tdlib {
            // As in generated code: TL has no form for absent objects.
            nullable::declare(declared.to_mut(), &nullable_fields(checked));
        }
        let compiled = Schema::from_tlo(&tlo::write(&declared));
        let mut compiled = compiled.map_err(|error| Failure::Usage(format!("{name}: {error}")))?;
        if matches!(checked.dialect, Dialect::Ton | Dialect::Vk) {
            compiled = compiled.keeping_free_bits();
        }
        if self.all.is_empty() {
            self.dialect = checked.dialect;
        }
        self.all.push(compiled);
        self.names.push(name);
        Ok(())
    }

    /// Adds schemas that are looked through after these.
    pub(crate) fn extend(&mut self, more: Self) {
        self.all.extend(more.all);
        self.names.extend(more.names);
    }

    /// How values of these schemas are written.
    pub(crate) fn form(&self, pick: &Pick) -> Form {
        let words = match self.dialect {
            Dialect::Telegram | Dialect::Tdlib => Words::Unexplained,
            Dialect::Vk => Words::Data,
            // TON's words carry bits that have no field.
            Dialect::Ton => Words::Always,
        };
        let style = if pick.tdlib { Style::Tdlib } else { Style::Tl };
        Form { style, words, fills: Fills::Taken, ..Form::default() }
    }

    /// The type or the combinator that a text names.
    pub(crate) fn ty(&self, text: &str) -> Result<Wanted<'_>, Failure> {
        let combinator = self.named(text, |schema, it| !is_predefined(schema, it))?;
        if let Some((schema, combinator)) = combinator {
            return Ok(Wanted::Combinator(schema, combinator));
        }
        let mut fault = None;
        for schema in &self.all {
            match TypeExpr::parse(schema, text) {
                Ok(ty) => return Ok(Wanted::Type(schema, Box::new(ty))),
                Err(error) => fault = fault.or(Some(error)),
            }
        }
        let reason = fault.map_or("no schema was given".to_owned(), |error| error.to_string());
        let types = self.all.iter().flat_map(Schema::types).map(Type::name);
        let known = types.chain(self.names_of(|_| true));
        // The error quotes the name, which may be inside of the text: `Vector<Usr>`.
        let unknown = reason.split('`').nth(1).unwrap_or(text);
        let near = suggestion(unknown, known);
        Err(Failure::Usage(format!("`{text}`: {reason}{near}")))
    }

    /// The function that a text names.
    pub(crate) fn function(&self, name: &str) -> Result<Root<'_>, Failure> {
        let found = self.named(name, |_, it| it.role() == Role::Function)?;
        let found = found.map(|(schema, function)| Root::Boxed(schema, function));
        found.ok_or_else(|| {
            let near = suggestion(name, self.names_of(|it| it.role() == Role::Function));
            Failure::Usage(format!("the schema has no method `{name}`{near}"))
        })
    }

    /// What combinators are called.
    fn names_of(&self, is_it: impl Fn(&Combinator) -> bool) -> impl Iterator<Item = &str> {
        let all = self.all.iter().flat_map(Schema::combinators);
        all.filter(move |it| is_it(it)).map(Combinator::name)
    }

    /// The combinator that `text`, a name or a name and an id, is of in the first schema that has one.
    fn named(
        &self,
        text: &str,
        may_be: impl Fn(&Schema, &Combinator) -> bool,
    ) -> Result<Option<(&Schema, &Combinator)>, Failure> {
        let (name, id) = match text.split_once('#') {
            Some((name, id)) => (name, u32::from_str_radix(id, 16).ok()),
            None => (text, None),
        };
        let is_it = |it: &Combinator| text == name || Some(it.id()) == id;
        for schema in &self.all {
            let found = schema.all_named(name).filter(|it| is_it(it) && may_be(schema, it));
            let found: Vec<&Combinator> = found.collect();
            let Some((first, others)) = found.split_first() else { continue };
            // A constructor's name may be a function's too.
            if others.iter().all(|other| other.role() != first.role()) {
                return Ok(Some((schema, first)));
            }
            let all: Vec<String> =
                found.iter().map(|it| format!("`{name}#{:08x}`", it.id())).collect();
            return Err(Failure::Usage(format!(
                "`{name}` is the name of {} combinators; write {}",
                all.len(),
                all.join(" or ")
            )));
        }
        Ok(None)
    }
}

/// The fields of TDLib's objects that may be null: as the schema's text says, or if it has none, as that of TDLib does
/// whose schema this project has.
fn nullable_fields(checked: &Checked) -> Nullable {
    let mut fields = checked.combinators.iter().flat_map(|combinator| &combinator.fields);
    if fields.any(|field| field.docs.is_some()) {
        return Nullable::from_docs(checked);
    }
    let mut known = Nullable::default();
    for (combinator, field) in fact_tables::nullable(TD_NULL).filter_map(Result::ok) {
        known.add(combinator, field);
    }
    known
}

/// Whether a constructor's name, such as `int`, means the bare form of a predefined type.
fn is_predefined(schema: &Schema, combinator: &Combinator) -> bool {
    let ty = schema.result_of(combinator).filter(|_| combinator.role() == Role::Constructor);
    ty.is_some_and(|ty| ty.builtin().is_some_and(|builtin| builtin != Builtin::Object))
}

/// What bytes or values are to be.
#[derive(Debug)]
pub(crate) enum Wanted<'s> {
    Any,
    Combinator(&'s Schema, &'s Combinator),
    Type(&'s Schema, Box<TypeExpr>),
}

impl Wanted<'_> {
    pub(crate) fn root(&self) -> Root<'_> {
        match self {
            Self::Any => Root::Any,
            Self::Combinator(schema, combinator) => Root::Boxed(schema, combinator),
            Self::Type(schema, ty) => Root::Type(schema, ty),
        }
    }
}
