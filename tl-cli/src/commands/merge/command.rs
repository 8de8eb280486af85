//! The arguments of `tl merge`, and what it does.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::Write,
    path::{Path, PathBuf},
};

use typelang_codegen::replace_file;
use typelang_parser::{
    Dialect, FileId, Options, Sources, check, diagnostic::Severity, parse, syntax::File,
};

use super::{
    choice::{Choice, Why, choices},
    declared::{Declared, Key, declared},
    kept::without,
};
use crate::shared::{
    counts::{counted, summary},
    dialect::dialect,
    input::read,
    outcome::{Failure, Outcome},
    terminal::Terminal,
};

/// The arguments of `tl merge`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Merge {
    /// The schemas, in any form
    #[arg(required = true, num_args = 2.., value_name = "SCHEMA")]
    pub schemas: Vec<PathBuf>,
    /// Where schemas differ, keep the declaration of this one; may be repeated, the first counts most
    #[arg(long, value_name = "SCHEMA")]
    pub prefer: Vec<PathBuf>,
    /// Write to this file [default: the standard output]
    #[arg(short, long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Read the schemas in this dialect instead of guessing
    #[arg(long, value_parser = dialect())]
    pub dialect: Option<Dialect>,
}

const EXAMPLES: &str = "\
Examples:
  tl merge api.tl additions.tl -o whole.tl
  tl merge --prefer additions.tl layer:230 additions.tl > whole.tl

A comment `// from FILE` is above the declarations of each schema. What several declare alike is kept \
once, from the first. Where a name is declared differently, the declaration of a preferred schema is \
kept, or else the one that has the id and all fields of the others, and more. If neither decides, that \
is an error. Notes list each choice.";

/// Joins schemas and writes the whole; what was chosen goes to the standard error.
///
/// # Errors
/// When a schema cannot be read, or a preferred one is not among them.
pub fn merge(args: &Merge, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let preferred = preferred(args)?;
    let sources = read(&args.schemas, args.dialect)?;
    let Some(files) = parsed(&sources, terminal)? else { return Ok(Outcome::Faults) };
    let texts: Vec<&str> = sources.iter().map(|(_, source)| source.text.as_str()).collect();
    let names: Vec<&str> = sources.iter().map(|(_, source)| source.name.as_str()).collect();
    let all = files.iter().zip(&texts).enumerate();
    let all: Vec<Declared<'_>> =
        all.flat_map(|(at, (file, text))| declared(at, file, text)).collect();
    let choices = choices(&all, &preferred);
    if !tell(&choices, &names, terminal)? {
        return Ok(Outcome::Faults);
    }
    let removed = removed(&all, &choices);
    let mut whole = String::new();
    for (at, ((file, text), removed)) in files.iter().zip(&texts).zip(&removed).enumerate() {
        count(&all, at, names[at], removed.len(), terminal)?;
        if removed.len() == all.iter().filter(|it| it.source == at).count() {
            continue;
        }
        // The schema before may end among its methods.
        let section = if whole.is_empty() { "" } else { "\n---types---\n" };
        let text = without(file, text, removed);
        whole.extend([section, "// from ", names[at], "\n\n", &text]);
    }
    finish(args, layer(&sources, &preferred), &whole, terminal)
}

/// The indices of the preferred schemas.
fn preferred(args: &Merge) -> Result<Vec<usize>, Failure> {
    let index = |path: &PathBuf| {
        let at = args.schemas.iter().position(|it| it == path);
        at.ok_or_else(|| {
            let message = "is not one of the schemas; name it as an argument too";
            Failure::Usage(format!("--prefer {}: {message}", path.display()))
        })
    };
    args.prefer.iter().map(index).collect()
}

/// The syntax trees; `None` when faults have been reported.
fn parsed<'s>(
    sources: &'s Sources,
    terminal: &mut Terminal<'_>,
) -> Result<Option<Vec<File<'s>>>, Failure> {
    let (mut files, mut is_sound) = (Vec::new(), true);
    for (id, source) in sources.iter() {
        let parsed = parse(id, &source.text);
        terminal.report(&parsed.diagnostics, sources)?;
        is_sound &= parsed.diagnostics.iter().all(|fault| fault.severity != Severity::Error);
        files.push(parsed.file);
    }
    Ok(is_sound.then_some(files))
}

/// Lists what was chosen, and says whether everything could be.
fn tell(
    choices: &BTreeMap<Key<'_>, Choice<'_>>,
    names: &[&str],
    terminal: &mut Terminal<'_>,
) -> Result<bool, Failure> {
    let mut is_sound = true;
    for ((_, _, name), choice) in choices {
        let source = |form: &Declared<'_>| names[form.source];
        let all: Vec<&str> = choice.forms.iter().map(source).collect();
        match choice.kept {
            Some((_, Why::Alone)) => {}
            Some((kept, why)) => {
                let why = if why == Why::Preferred { "preferred" } else { "has more fields" };
                let from = source(&choice.forms[kept]);
                terminal
                    .note(&format!("`{name}` is from {from} ({why}); {} differ", all.join(", ")))?;
            }
            None => {
                is_sound = false;
                let all = all.join(", ");
                terminal.error(&format!("`{name}` differs in {all}; choose with `--prefer`"))?;
            }
        }
    }
    Ok(is_sound)
}

/// The items of each source that are not kept.
fn removed(all: &[Declared<'_>], choices: &BTreeMap<Key<'_>, Choice<'_>>) -> Vec<BTreeSet<usize>> {
    let sources = all.iter().map(|it| it.source + 1).max().unwrap_or_default();
    let mut removed = vec![BTreeSet::new(); sources];
    for declared in all {
        let choice = &choices[&declared.key];
        let kept = choice.kept.and_then(|(at, _)| choice.forms.get(at));
        let is_kept =
            kept.is_some_and(|it| (it.source, it.item) == (declared.source, declared.item));
        if !is_kept {
            removed[declared.source].insert(declared.item);
        }
    }
    removed
}

/// Says how many declarations of a source are kept.
fn count(
    all: &[Declared<'_>],
    source: usize,
    name: &str,
    removed: usize,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    let whole = all.iter().filter(|it| it.source == source).count();
    let what = counted(whole, "declaration");
    Ok(terminal.note(&format!("{name}: {what}, {} of them kept", whole - removed))?)
}

/// The layer that the first of the preferred and then the other schemas states.
fn layer(sources: &Sources, preferred: &[usize]) -> Option<u32> {
    let files: Vec<_> = sources.iter().map(|(_, source)| source).collect();
    let order = preferred.iter().copied().chain(0..files.len());
    order.filter_map(|at| files.get(at)).find_map(|source| {
        let mut one = Sources::new();
        one.add(source.name.as_str(), source.text.as_str());
        check(&one, &Options::default()).schema.layer
    })
}

/// Checks the whole and writes it.
fn finish(
    args: &Merge,
    layer: Option<u32>,
    whole: &str,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let head = layer.map_or(String::new(), |layer| format!("// LAYER {layer}\n\n"));
    let mut sources = Sources::new();
    sources.add("the whole", head + whole);
    let checked = check(&sources, &Options { dialect: args.dialect, ..Options::default() });
    terminal.report(&checked.diagnostics, &sources)?;
    if checked.has_errors() {
        return Ok(Outcome::Faults);
    }
    let text = &sources[FileId(0)].text;
    match &args.out {
        Some(path) => write(path, text, &summary(&checked.schema), terminal)?,
        None => terminal.data().write_all(text.as_bytes())?,
    }
    Ok(Outcome::Done)
}

fn write(
    path: &Path,
    text: &str,
    summary: &str,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    replace_file(path, text.as_bytes()).map_err(Failure::write(path))?;
    writeln!(terminal.text(), "{}: {summary}", path.display())?;
    Ok(())
}
