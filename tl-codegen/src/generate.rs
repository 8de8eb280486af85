//! All stages from text to files in memory, without IO.

use std::mem;

use typelang_parser::{
    Diagnostic, Dialect, Schema, Sources,
    diagnostic::Severity,
    docs_file::Applied,
    nullable::{self, Nullable},
    report::MaxReports,
};

use crate::{
    emit::emit,
    error::Error,
    faults::Faults,
    library::with_library_types,
    output::{Output, SCHEMA_FILE},
    parallel,
    plan::{
        self,
        file::names_list::Listing,
        model::file::{File, Plan},
    },
    print,
    request::{
        call::Mistake,
        matching::{unknown_requests, unmatched_roots},
        settings::Settings,
    },
    schemas::ReadSchema,
    select::{
        cost::{Cost, cost},
        select,
        selection::OpaqueMistake,
    },
    warnings,
};

/// The generated files, with warnings and notes.
#[derive(Default)]
pub(crate) struct Generated {
    pub(crate) output: Output,
    pub(crate) told: Told,
}

/// Warnings and notes about a plan, one line each.
#[derive(Default)]
pub(crate) struct Told {
    /// Warnings with place, message and code, then those about docs for unknown names.
    pub(crate) warnings: Vec<String>,
    /// Only the warnings about docs for unknown names.
    pub(crate) unmatched_docs: Vec<String>,
    /// Notes about types that are not generated.
    pub(crate) notes: Vec<String>,
}

impl Generated {
    /// Adds the output for another schema: into the module `name`, or as the root.
    pub(crate) fn add(&mut self, name: Option<&str>, other: Self) {
        match name {
            Some(name) => self.output.add_module(name, other.output),
            None => self.output = other.output,
        }
        self.told.warnings.extend(other.told.warnings);
        self.told.unmatched_docs.extend(other.told.unmatched_docs);
        self.told.notes.extend(other.told.notes);
    }
}

/// Generates the files of one schema; `root` is the name of the root file.
pub(crate) fn generate(
    schema: ReadSchema,
    docs: Applied,
    settings: &Settings,
    root: &str,
) -> Result<Generated, Error> {
    let (plan, told) = plan_of(schema, docs, settings, Listing::Nothing)?;
    // Borrowed, so that this thread drops the plan afterwards: to free another thread's memory while both allocate is to
    // wait for the allocator's lock.
    let printed = |file: &File| {
        let text = print::file(settings.format, file.items.len(), |printer| emit(file, printer));
        let path = if file.path.is_empty() { root.to_owned() } else { file.path.clone() };
        (path, text)
    };
    let files = parallel::map(plan.files.iter().collect(), printed).into_iter().collect();
    let data = plan.schema.map(|bytes| (SCHEMA_FILE.to_owned(), bytes)).into_iter().collect();
    Ok(Generated { output: Output { files, data }, told })
}

/// Selects and plans; `docs` is what docs files say beyond what the schema holds.
pub(crate) fn plan_of(
    schema: ReadSchema,
    docs: Applied,
    settings: &Settings,
    listing: Listing,
) -> Result<(Plan, Told), Error> {
    let ReadSchema { sources, mut checked } = schema;
    let (sources, most) = (&sources, settings.max_reports);
    refuse_faults(sources, &checked.diagnostics, most)?;
    declare_nullable(&mut checked.schema, &settings.read.facts.nullable);
    let mut settings = settings.clone();
    settings.read.facts = mem::take(&mut settings.read.facts).with_docs(&docs);
    let unmatched_docs = docs.unmatched;
    let externs = settings.read.externs.keys().map(String::as_str);
    let selected = select(&checked.schema, &settings.read.selection, externs);
    let selected =
        selected.or_else(|faults| refuse_selection(&faults, &settings, &checked.schema))?;
    let settings = with_library_types(&selected.schema, &settings);
    let planned = plan::plan(&checked.schema, &selected, &settings, listing);
    refuse_mistakes([settings.read.mistakes, planned.mistakes].concat())?;
    refuse_faults(sources, &planned.faults, most)?;
    let mut warnings = warnings::lines(sources, &checked.diagnostics, most);
    warnings.extend(unmatched_docs.iter().cloned());
    let mut notes: Vec<Diagnostic> = planned.faults;
    notes.retain(|note| !checked.allows(sources, note));
    let notes = warnings::lines(sources, &notes, most);
    Ok((planned.plan, Told { warnings, unmatched_docs, notes }))
}

/// Makes the fields optional that may be null, as the schema's text and the tables say.
fn declare_nullable(schema: &mut Schema, known: &Nullable) {
    if schema.dialect == Dialect::Tdlib {
        let mut fields = Nullable::from_docs(schema);
        fields.extend(known.clone());
        nullable::declare(schema, &fields);
    }
}

/// Returns the cost of a selection of a schema.
pub(crate) fn cost_of(schema: &ReadSchema, settings: &Settings) -> Result<Cost, Error> {
    let ReadSchema { sources, checked } = schema;
    refuse_faults(sources, &checked.diagnostics, settings.max_reports)?;
    let roots = unmatched_roots(&settings.requests, &checked.schema);
    refuse_mistakes([settings.read.mistakes.clone(), roots].concat())?;
    let externs = settings.read.externs.keys().map(String::as_str);
    let cost = cost(&checked.schema, &settings.read.selection, externs);
    cost.or_else(|faults| refuse_selection(&faults, settings, &checked.schema))
}

/// Reports mistakes in a selection, together with all other mistakes that are known before planning.
fn refuse_selection<T>(
    faults: &[OpaqueMistake],
    settings: &Settings,
    schema: &Schema,
) -> Result<T, Error> {
    let mut mistakes = settings.read.mistakes.clone();
    mistakes.extend(unmatched_roots(&settings.requests, schema));
    mistakes.extend(unknown_requests(&settings.requests, schema));
    for OpaqueMistake { opaque, message } in faults {
        let is_at_fault = |name: &String| opaque.as_ref().is_none_or(|opaque| opaque == name);
        let call = settings.opaque.iter().find(|(name, _)| is_at_fault(name));
        mistakes.extend(call.map(|(_, call)| call.mistake(message)));
    }
    Err(mistaken(mistakes))
}

fn refuse_faults(
    sources: &Sources,
    diagnostics: &[Diagnostic],
    most: MaxReports,
) -> Result<(), Error> {
    if diagnostics.iter().all(|diagnostic| diagnostic.severity != Severity::Error) {
        return Ok(());
    }
    Err(Error::Schema { report: Faults::new(diagnostics.to_vec(), sources.clone(), most) })
}

fn refuse_mistakes(mistakes: Vec<Mistake>) -> Result<(), Error> {
    if mistakes.is_empty() { Ok(()) } else { Err(mistaken(mistakes)) }
}

/// Creates the error for mistakes in settings, sorted by place.
pub(crate) fn mistaken(mut mistakes: Vec<Mistake>) -> Error {
    mistakes.sort_by(|one, other| one.order().cmp(&other.order()));
    Error::Settings { mistakes }
}
