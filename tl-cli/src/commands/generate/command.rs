//! What `tl generate` does, from its flags to what it says.

use std::{ffi::OsString, fmt::Write as _, io::Write as _};

use typelang_codegen::{Error, Extent, Schemas};

use super::{
    flags::Generate,
    input::input,
    manifest::MANIFEST,
    output::{asks_registry, compare, lacking, runtime_folder, write},
};
use crate::shared::{
    counts::{counted, summary},
    outcome::{Failure, Outcome},
    shell::without_check,
    terminal::Terminal,
};

/// Writes the files, or compares them, and says what it did; `words` is the command line, program name included.
///
/// # Errors
/// When a file cannot be read or written, or the arguments do not fit the schemas.
pub fn generate(
    args: &Generate,
    words: &[OsString],
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    refuse_programs(args)?;
    let input = input(args)?;
    let runtime = args.runtime.as_deref().map(runtime_folder).transpose()?;
    let command = without_check(words);
    let config = args.config(&input.modules, &command);
    let schemas = config.schemas(&input.root)?;
    let Some(facts) = facts(&schemas, terminal)? else { return Ok(Outcome::Faults) };
    let done = config.generate_from(schemas).and_then(|generation| {
        let output = &generation.output;
        let line = if args.check {
            compare(args, &config, output, &command)
        } else {
            write(args, output, facts.layer, runtime.as_deref())
        };
        Ok((line?, generation))
    });
    match done {
        Ok((line, generation)) => {
            for line in generation.unmatched_docs.iter().chain(&generation.notes) {
                terminal.warning(line)?;
            }
            let (Facts { root, modules, .. }, kept) = (facts, kept(generation.extents));
            write!(terminal.text(), "{}: {line}\n{root}{kept}{modules}", args.out.display())?;
            if !args.check {
                write!(terminal.text(), "{}", how_to_use(args))?;
                warn_of_registry(args, terminal)?;
            }
            tell_lacking(args, terminal)
        }
        Err(Error::Schema { report }) => {
            terminal.refusal(&report)?;
            Ok(Outcome::Faults)
        }
        Err(error @ Error::Drift { .. }) => {
            terminal.error(&error)?;
            Ok(Outcome::Faults)
        }
        Err(error) => Err(error.into()),
    }
}

/// How another crate, or the crate around the folder, takes in the code.
fn how_to_use(args: &Generate) -> String {
    let dir = args.out.display().to_string();
    let Some(package) = &args.package else {
        let module =
            args.out.file_name().map_or(dir.clone(), |name| name.to_string_lossy().into_owned());
        return format!(
            "  to use it: `mod {module};` in a crate that depends on typelang-runtime with the feature reflect\n"
        );
    };
    let library = package.replace('-', "_");
    let mut lines =
        format!("  to use it, add dependencies:\n    {package} = {{ path = {dir:?} }}\n");
    if let Some(runtime) = &args.runtime {
        let runtime = runtime.display().to_string();
        _ = writeln!(lines, "    typelang-runtime = {{ path = {runtime:?} }}");
    }
    _ = writeln!(
        lines,
        "  methods are in `{library}::functions`, types in `{library}::types` and `{library}::enums`"
    );
    lines
}

/// Says that the runtime is not in the registry yet, if the manifest takes it from there.
fn warn_of_registry(args: &Generate, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    if asks_registry(args)? {
        let what = format!(
            "{MANIFEST} asks the registry for typelang-runtime, which is not published yet; pass `--runtime DIR` \
             with its folder in a clone, or write the path into {MANIFEST}"
        );
        terminal.note(&what)?;
    }
    Ok(())
}

/// Says what a manifest of the user's own lacks, which is a fault of a check.
fn tell_lacking(args: &Generate, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let lacking = lacking(args)?;
    if lacking.is_empty() {
        return Ok(Outcome::Done);
    }
    let what = format!(
        "{MANIFEST} has changes of yours and is not overwritten; it lacks {}; add what it lacks",
        lacking.join(", ")
    );
    if args.check {
        terminal.error(&what)?;
        return Ok(Outcome::Faults);
    }
    terminal.warning(&what)?;
    Ok(Outcome::Done)
}

/// Refuses a module whose folder cargo would take for a folder of programs.
fn refuse_programs(args: &Generate) -> Result<(), Failure> {
    if args.package.is_some() && args.modules.iter().any(|module| module.name == "bin") {
        let message =
            "--module bin: cargo compiles src/bin as programs; use another name, such as `mtproto`";
        return Err(Failure::Usage(message.to_owned()));
    }
    Ok(())
}

/// What there is to say of sound schemas.
struct Facts {
    /// A line about the root's schema.
    root: String,
    /// A line for each module.
    modules: String,
    layer: Option<u32>,
}

/// Reports what is wrong with schemas; `None` when they have errors.
fn facts(schemas: &Schemas, terminal: &mut Terminal<'_>) -> Result<Option<Facts>, Failure> {
    let mut facts = Facts { root: String::new(), modules: String::new(), layer: None };
    let mut sound = true;
    for (module, sources, checked) in schemas.iter() {
        terminal.report(&checked.diagnostics, sources)?;
        sound &= !checked.has_errors();
        let summary = summary(&checked.schema);
        match module {
            None => {
                facts.root = format!("  {summary}\n");
                facts.layer = checked.schema.layer;
            }
            Some(name) => _ = writeln!(facts.modules, "  module {name}: {summary}"),
        }
    }
    Ok(sound.then_some(facts))
}

/// How much of the root's schema is generated, if not all of it.
fn kept(extents: Option<(Extent, Extent)>) -> String {
    match extents {
        // If all is kept, what is chosen is of modules.
        Some((schema, kept)) if kept != schema => {
            let constructors = counted(kept.constructors, "constructor");
            format!("  of it generated: {constructors}, {}\n", counted(kept.methods, "method"))
        }
        _ => String::new(),
    }
}
