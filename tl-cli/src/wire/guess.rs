//! Which schema of a folder, or which layer, bytes are of.

use std::{
    cmp::Reverse,
    fs,
    path::{Path, PathBuf},
};

use typelang_layers::{Archive, LAYERS};
use typelang_parser::{Dialect, diagnostic::Severity};
use typelang_runtime::{
    Options, Strictness,
    reflect::{Event, Fault, Piece, Root},
};

use super::{
    schemas::{Loaded, Pick, Schemas, beside_api, load_one, of_layer},
    stream::{Stopped, Stream},
};
use crate::shared::{counts::counted, outcome::Failure, terminal::Terminal};

/// The schema that fits best, and the others that were tried.
pub(crate) struct Guessed {
    pub(crate) best: Schemas,
    pub(crate) others: Vec<Schemas>,
}

/// The number of schemas that are reported.
const TOLD: usize = 10;

/// A schema, and how far the bytes could be read with it.
struct Candidate {
    name: String,
    layer: Option<u32>,
    schemas: Schemas,
    found: Found,
}

#[derive(Clone)]
struct Found {
    /// The first value's combinator.
    first: Option<String>,
    values: usize,
    /// How many bytes belong to whole values.
    read: u64,
    fault: Option<Fault>,
    /// Whether all flag bits have a field, and lengths and padding are as they are written.
    is_strict: bool,
}

/// Where the schema of bytes is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place<'a> {
    /// Among the layers of Telegram's API.
    Layers,
    Folder(&'a Path),
}

/// Where to look by the value of `--guess`, and what to read: a word after `--guess` that is no folder is the input,
/// unless that is there too.
pub(crate) fn settle<'a>(
    guess: Option<&'a Option<PathBuf>>,
    input: Option<&'a str>,
) -> (Option<Place<'a>>, Option<&'a str>) {
    match (guess.map(Option::as_deref), input) {
        (None, _) => (None, input),
        (Some(None), _) => (Some(Place::Layers), input),
        (Some(Some(word)), None) if !word.is_dir() => (Some(Place::Layers), word.to_str()),
        (Some(Some(folder)), _) => (Some(Place::Folder(folder)), input),
    }
}

/// Reads the bytes with each schema in a folder, or with each layer, says how well they fit, and returns the best.
pub(crate) fn guess(
    place: Place<'_>,
    pick: &Pick,
    bytes: &[u8],
    terminal: &mut Terminal<'_>,
) -> Result<Option<Guessed>, Failure> {
    let mut candidates = match place {
        Place::Folder(folder) => of_folder(folder, pick, bytes, terminal)?,
        Place::Layers => of_layers(bytes)?,
    };
    candidates.sort_by_key(|it| {
        let found = &it.found;
        (
            Reverse((found.fault.is_none(), found.is_strict, found.read, reach(found), it.layer)),
            it.name.clone(),
        )
    });
    tell(&candidates, bytes.len(), terminal)?;
    let mut all = candidates.into_iter().map(|it| it.schemas);
    let Some(best) = all.next() else {
        let folder = if let Place::Folder(folder) = place { folder } else { Path::new(".") };
        return Err(Failure::Usage(format!("{}: no schema in this folder", folder.display())));
    };
    // Of all layers an error tells anyway.
    let others = if place == Place::Layers { Vec::new() } else { all.collect() };
    Ok(Some(Guessed { best, others }))
}

/// Tries the layers that have the first id, or all layers if none has it: it may be of a message around the API.
fn of_layers(bytes: &[u8]) -> Result<Vec<Candidate>, Failure> {
    let first = bytes.first_chunk().map(|id| u32::from_le_bytes(*id));
    let archive = Archive::open();
    let known = first.map(|id| archive.with_id(id)).unwrap_or_default();
    let around = beside_api();
    let is_around =
        |id| around.all.iter().any(|it| it.constructor(id).or(it.function(id)).is_some());
    // One layer reports an unknown id as well as all of them.
    let is_tried =
        |layer: u32| first.is_some_and(is_around) || LAYERS.last().copied() == Some(layer);
    let has = |layer: &&u32| {
        if known.is_empty() { is_tried(**layer) } else { known.iter().any(|it| it.is_in(**layer)) }
    };
    let candidate = |layer: &u32| {
        let schemas = of_layer(*layer)?;
        let found = read(&schemas, bytes);
        Ok::<_, Failure>(Candidate {
            name: format!("layer {layer}"),
            layer: Some(*layer),
            schemas,
            found,
        })
    };
    let mut candidates: Vec<Candidate> = Vec::new();
    // The newest layer that explains all is the best one, so that older ones need not be tried.
    let is_exact = |it: &Candidate| it.found.fault.is_none() && it.found.is_strict;
    for layer in LAYERS.iter().rev().filter(has) {
        candidates.push(candidate(layer)?);
        if candidates.last().is_some_and(is_exact) {
            break;
        }
    }
    Ok(candidates)
}

/// Tries the schemas of a folder.
fn of_folder(
    folder: &Path,
    pick: &Pick,
    bytes: &[u8],
    terminal: &mut Terminal<'_>,
) -> Result<Vec<Candidate>, Failure> {
    let mut candidates = Vec::new();
    for path in files(folder)? {
        match load_one(&path, pick.dialect) {
            Ok(Loaded::Sound(name, checked)) => {
                let mut schemas = Schemas::one(name.clone(), &checked)?;
                // Messages, containers and answers are around the API's values.
                if checked.dialect == Dialect::Telegram && checked.layer.is_some() {
                    schemas.extend(beside_api());
                }
                let found = read(&schemas, bytes);
                candidates.push(Candidate { name, layer: checked.layer, schemas, found });
            }
            Ok(Loaded::Faulty(faults, _)) => {
                let why = faults.iter().find(|fault| fault.severity == Severity::Error);
                let why =
                    why.map_or(String::new(), |fault| format!(", such as: {}", fault.message));
                let errors =
                    faults.iter().filter(|fault| fault.severity == Severity::Error).count();
                let errors = counted(errors, "error");
                terminal.note(&format!("skipped {}: it has {errors}{why}", path.display()))?;
            }
            Err(fault) => terminal.note(&format!("skipped {fault}"))?,
        }
    }
    Ok(candidates)
}

/// All files below a folder that may be schemas, by path.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let io = |source| Failure::io("listed", folder)(source);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(io)? {
        let entry = entry.map_err(io)?;
        let path = entry.path();
        // A link to a folder may lead back to where it is.
        let is_folder = entry.file_type().map_err(io)?.is_dir();
        let extension = path.extension().and_then(|extension| extension.to_str());
        if is_folder {
            found.extend(files(&path)?);
        } else if matches!(extension, Some("tl" | "json" | "tlo")) && path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn reach(found: &Found) -> u64 {
    found.fault.as_ref().map_or(found.read, Fault::offset)
}

fn read(schemas: &Schemas, bytes: &[u8]) -> Found {
    let lenient = read_with(schemas, bytes, &Options::DEFAULT);
    let strict = Options::DEFAULT.strictness(Strictness::Strict);
    let is_strict = lenient.fault.is_none() && read_with(schemas, bytes, &strict).fault.is_none();
    Found { is_strict, ..lenient }
}

fn read_with(schemas: &Schemas, bytes: &[u8], options: &Options) -> Found {
    let mut found = Found { first: None, values: 0, read: 0, fault: None, is_strict: false };
    let mut reader = bytes;
    let mut stream = Stream::new(&mut reader);
    let mut first = None;
    let mut visitor = |_: Piece<'_>, event: Event<'_, '_>| {
        if let (None, Event::Begin(combinator, _)) = (&first, event) {
            first = Some(combinator.name().to_owned());
        }
        Ok::<(), ()>(())
    };
    // Reading from memory does not fail.
    while !stream.is_empty().unwrap_or(true) {
        match stream.next(&schemas.all, Root::Any, options, &mut visitor) {
            Ok(()) => {
                found.values += 1;
                found.read = stream.offset();
            }
            Err(Stopped::Fault(fault)) => {
                found.fault = Some(fault);
                break;
            }
            Err(Stopped::Visitor(()) | Stopped::Input(_)) => break,
        }
    }
    found.first = first;
    found
}

fn tell(candidates: &[Candidate], len: usize, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    for (rank, Candidate { name, found, .. }) in candidates.iter().take(TOLD).enumerate() {
        terminal.note(&format!("{}. {name}: {}", rank + 1, reason(found, len)))?;
    }
    if let Some(more) = candidates.len().checked_sub(TOLD).filter(|more| *more > 0) {
        let verb = if more == 1 { "fits" } else { "fit" };
        terminal.note(&format!("{} {verb} no better", counted(more, "more schema")))?;
    }
    Ok(())
}

/// Why a schema has its place.
fn reason(found: &Found, len: usize) -> String {
    let bytes = counted(len, "byte");
    let first =
        found.first.as_ref().map_or(String::new(), |name| format!(", the first a `{name}`"));
    match &found.fault {
        None => {
            let how = if found.is_strict {
                "exactly"
            } else {
                "except for flag bits or padding that it does not explain"
            };
            format!("reads all {bytes}, {how}: {}{first}", counted(found.values, "value"))
        }
        Some(fault) => format!("reads {} of {bytes}{first}; {fault}", reach(found)),
    }
}
