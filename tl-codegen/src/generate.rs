//! All stages from text to files in memory, without any IO.

use std::{
    num::NonZero,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use typelang_parser::{
    Checked, Diagnostic, Dialect, Options, Schema, Sources, check, diagnostic::Severity,
    report::MaxReports,
};

use crate::{
    Error, Faults, Mistake, docs_file,
    emit::emit,
    library::with_library_types,
    output::{Output, SCHEMA_FILE},
    plan::{
        self,
        build::Wishes,
        model::file::{File, Plan},
        requests::{unknown_requests, unmatched_roots},
    },
    print::{Format, HEADER, print},
    select::{
        cost::{Cost, cost},
        select,
        selection::Fault,
    },
    warnings,
};

/// What was generated, and what there is to say about the schema all the same.
#[derive(Default)]
pub(crate) struct Generated {
    pub(crate) output: Output,
    /// One line each: place, message and code.
    pub(crate) warnings: Vec<String>,
    /// Likewise, what of the schema no Rust comes of.
    pub(crate) notes: Vec<String>,
}

impl Generated {
    /// Adds what was generated of another schema, into the module `name` or beside the rest.
    pub(crate) fn add(&mut self, name: Option<&str>, other: Self) {
        match name {
            Some(name) => self.output.add_module(name, other.output),
            None => self.output = other.output,
        }
        self.warnings.extend(other.warnings);
        self.notes.extend(other.notes);
    }
}

/// Generates the files of one schema; the root file is called `root`.
pub(crate) fn generate(
    sources: &Sources,
    dialect: Option<Dialect>,
    wishes: &Wishes,
    root: &str,
    format: Format,
) -> Result<Generated, Error> {
    let (plan, Told { warnings, notes }) = plan_of(sources, dialect, wishes)?;
    let path = |file: &File| if file.path.is_empty() { root.to_owned() } else { file.path.clone() };
    let texts = print_all(&plan.files, format);
    let files = texts.into_iter().map(|(file, text)| (path(file), text)).collect();
    let data = plan.schema.map(|bytes| (SCHEMA_FILE.to_owned(), bytes)).into_iter().collect();
    Ok(Generated { output: Output { files, data }, warnings, notes })
}

/// What there is to say beside a plan, a line each.
pub(crate) struct Told {
    warnings: Vec<String>,
    notes: Vec<String>,
}

/// Reads, checks and plans.
pub(crate) fn plan_of(
    sources: &Sources,
    dialect: Option<Dialect>,
    wishes: &Wishes,
) -> Result<(Plan, Told), Error> {
    let mut checked = checked(sources, dialect, wishes.max_reports)?;
    let mut wishes = wishes.clone();
    let (methods, unmatched) = docs_file::apply(&mut checked.schema, &wishes.docs);
    wishes.methods = methods;
    let externs = wishes.externs.keys().map(String::as_str);
    let selected = select(&checked.schema, &wishes.selection, externs);
    let selected =
        selected.or_else(|faults| refuse_selection(&faults, &wishes, &checked.schema))?;
    let wishes = with_library_types(&selected.schema, &wishes);
    let planned = plan::plan(&checked.schema, &selected, &wishes);
    refuse_mistakes([wishes.mistakes, planned.mistakes].concat())?;
    refuse_faults(sources, &planned.faults, wishes.max_reports)?;
    let mut warnings = warnings::lines(sources, &checked.diagnostics, wishes.max_reports);
    warnings.extend(unmatched);
    let notes: Vec<Diagnostic> = planned.faults;
    let notes = warnings::lines(sources, &notes, wishes.max_reports);
    Ok((planned.plan, Told { warnings, notes }))
}

/// What a selection of a schema costs.
pub(crate) fn cost_of(
    sources: &Sources,
    dialect: Option<Dialect>,
    wishes: &Wishes,
) -> Result<Cost, Error> {
    let checked = checked(sources, dialect, wishes.max_reports)?;
    let roots = unmatched_roots(&wishes.requests, &checked.schema);
    refuse_mistakes([wishes.mistakes.clone(), roots].concat())?;
    let externs = wishes.externs.keys().map(String::as_str);
    let cost = cost(&checked.schema, &wishes.selection, externs);
    cost.or_else(|faults| refuse_selection(&faults, wishes, &checked.schema))
}

/// Reads and checks.
fn checked(
    sources: &Sources,
    dialect: Option<Dialect>,
    most: MaxReports,
) -> Result<Checked, Error> {
    let checked = check(sources, &Options { dialect, ..Options::default() });
    refuse_faults(sources, &checked.diagnostics, most)?;
    Ok(checked)
}

/// Refuses a selection, with all else that is known to be wrong with the settings before there is a plan.
fn refuse_selection<T>(faults: &[Fault], wishes: &Wishes, schema: &Schema) -> Result<T, Error> {
    let mut mistakes = wishes.mistakes.clone();
    mistakes.extend(unmatched_roots(&wishes.requests, schema));
    mistakes.extend(unknown_requests(&wishes.requests, schema));
    for Fault { opaque, message } in faults {
        let is_at_fault = |name: &String| opaque.as_ref().is_none_or(|opaque| opaque == name);
        let call = wishes.opaque.iter().find(|(name, _)| is_at_fault(name));
        mistakes.extend(call.map(|(_, call)| call.mistake(message)));
    }
    Err(settings(mistakes))
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
    if mistakes.is_empty() { Ok(()) } else { Err(settings(mistakes)) }
}

/// The error of mistaken settings, in the order of their places.
pub(crate) fn settings(mut mistakes: Vec<Mistake>) -> Error {
    mistakes.sort_by_key(|mistake| {
        let place = mistake.place();
        (place.file(), place.line(), place.column())
    });
    Error::Settings { mistakes }
}

/// Emits and prints each file, on as many threads as the machine has cores; in no order.
fn print_all(files: &[File], format: Format) -> Vec<(&File, String)> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            let mut text = HEADER.to_owned();
            emit(file, &mut |group| print(&mut text, group, format));
            text.shrink_to_fit();
            done.push((file, text));
        }
        done
    };
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(files.len());
    thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let mut all = work();
        for other in others {
            all.extend(
                other.join().expect("printing does not panic, because emitted tokens parse"),
            );
        }
        all
    })
}
