//! The stages of a schema before it is compiled.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use typelang_codegen::{Config, Output, Serde};
use typelang_parser::{
    Options, Sources, check,
    diagnostic::Severity,
    report::{Style, render},
    text::text,
    tlo,
};

use super::{
    failure::Fault,
    schema::{Declaration, Schema},
    settings::Settings,
};

/// The result for a schema.
#[derive(Debug)]
pub(crate) enum Staged {
    Generated(Box<Generated>),
    /// A valid refusal, with its codes.
    Refused(Vec<String>),
    Failed(Fault),
}

/// Generated code, and what is needed to try it.
#[derive(Debug)]
pub(crate) struct Generated {
    pub(crate) output: Output,
    /// The output with serde's traits, whose list gives the TL names of types.
    pub(crate) listed: Option<Output>,
    pub(crate) tlo: Vec<u8>,
    /// A later layer, compiled, if a type has a place for its values.
    pub(crate) newer: Option<Vec<u8>>,
}

/// The time limit; dozens of declarations take milliseconds.
const PATIENCE: Duration = Duration::from_mins(1);

/// Checks and generates in a separate thread, so that hangs and panics are reported.
pub(crate) fn stage(schema: &Schema, settings: &Settings) -> Staged {
    let (send, receive) = mpsc::channel();
    let (schema, settings) = (schema.clone(), settings.clone());
    let began = Instant::now();
    thread::spawn(move || {
        let staged = catch_unwind(AssertUnwindSafe(|| all_stages(&schema, &settings)));
        _ = send.send(staged);
    });
    match receive.recv_timeout(PATIENCE) {
        Ok(Ok(staged)) => staged,
        Ok(Err(panic)) => {
            let text = panic.downcast_ref::<String>().map(String::as_str);
            let text = text.or(panic.downcast_ref::<&str>().copied()).unwrap_or("no words");
            Staged::Failed(Fault::new("panic while generating", text))
        }
        Err(_) => {
            Staged::Failed(Fault::new("hang", format!("not done after {:?}", began.elapsed())))
        }
    }
}

fn all_stages(schema: &Schema, settings: &Settings) -> Staged {
    let sources = schema.sources();
    let options = Options { dialect: Some(schema.dialect), ..Options::default() };
    let checked = check(&sources, &options);
    if checked.has_errors() {
        if render(&checked.diagnostics, &sources, Style::Plain).trim().is_empty() {
            return Staged::Failed(Fault::new("empty report", "errors without a report"));
        }
        let errors = checked.diagnostics.iter().filter(|one| one.severity == Severity::Error);
        return Staged::Refused(errors.map(|one| one.code.to_string()).collect());
    }
    let compiled = tlo::write(&checked.schema);
    let written = text(&checked.schema);
    let mut again = Sources::new();
    again.add("again.tl", written.clone());
    let checked_again = check(&again, &options);
    if checked_again.has_errors() || tlo::write(&checked_again.schema) != compiled {
        let report = render(&checked_again.diagnostics, &again, Style::Plain);
        let details = format!("{written}\n{report}");
        return Staged::Failed(Fault::new("text of the schema means something else", details));
    }
    let config = settings.config(schema);
    let output = match config.generate(&sources) {
        Ok(output) => output,
        Err(error) => return refused(&error.to_string()),
    };
    let listed = listed(config, &sources);
    let newer = newer(schema, settings);
    Staged::Generated(Box::new(Generated { output, listed, tlo: compiled, newer }))
}

/// Adds a constructor to the type that has a place for values of other layers, unless that breaks the schema.
///
/// There is no such place in what is kept as bytes, nor in types of another module. Translation refuses sums of a number
/// whose bits it finds again.
fn newer(schema: &Schema, settings: &Settings) -> Option<Vec<u8>> {
    let has_sums = schema.declarations.iter().any(|one| one.fields.concat().contains('+'));
    let is_fit = !settings.has_opaque() && !settings.has_extern() && !has_sums;
    let ty = settings.unknown().filter(|_| is_fit)?;
    let mut schema = schema.clone();
    let last = schema.declarations.iter().rposition(|one| !one.is_method && one.result == ty)?;
    let mark = schema.declarations[last].mark;
    let added = Declaration::parse(&format!("addedLater#add1a7e2 number:int text:string = {ty}"));
    schema.declarations.insert(last + 1, Declaration { mark, ..added });
    let options = Options { dialect: Some(schema.dialect), ..Options::default() };
    let checked = check(&schema.sources(), &options);
    (!checked.has_errors()).then(|| tlo::write(&checked.schema))
}

fn listed(mut config: Config, sources: &Sources) -> Option<Output> {
    config.serde(Serde::Always).reflect(true).format(false).generate(sources).ok()
}

/// A refusal must have a code or name a setting, and must have a message.
fn refused(report: &str) -> Staged {
    let codes: Vec<String> = report
        .split('[')
        .filter_map(|part| part.split_once(']'))
        .map(|(code, _)| code.to_owned())
        .filter(|code| code.starts_with("TL") && code.len() == 6)
        .collect();
    if codes.is_empty() {
        let setting = report.split_once('(').map_or(report, |(name, _)| name);
        let setting = setting.rsplit([' ', ':']).next().unwrap_or_default();
        let first = report.lines().next().unwrap_or_default();
        if first.is_empty() {
            return Staged::Failed(Fault::new("empty report", "an error without a word"));
        }
        return Staged::Refused(vec![format!("setting {setting}")]);
    }
    Staged::Refused(codes)
}
