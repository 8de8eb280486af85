//! `tl docs`: a reference of schemas, as a site or as Markdown.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use typelang_reference::{File, html, markdown};

use crate::shared::{
    counts::counted,
    layer::Layer,
    outcome::{Failure, Outcome},
    reference::{Subject, load},
    terminal::Terminal,
};

/// The arguments of `tl docs`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Docs {
    /// Schemas in any form, read as one [default: Telegram's, built in, with its errors and callers]
    #[arg(value_name = "SCHEMA")]
    pub schemas: Vec<PathBuf>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "its field is documented")]
    pub layer: Layer,
    /// The folder to write; it is made if it does not exist
    #[arg(short, long, value_name = "DIR")]
    pub out: PathBuf,
    /// How pages are written
    #[arg(long, value_enum, default_value = "html")]
    pub format: PageFormat,
    #[command(flatten)]
    #[expect(missing_docs, reason = "its fields are documented")]
    pub subject: Subject,
}

/// How pages are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum PageFormat {
    /// A site that needs no server and no network
    Html,
    /// Markdown files and an index `llms.txt`
    Markdown,
}

const EXAMPLES: &str = "\
Examples:
  tl docs --out site
  tl docs --out site --docs api-schema.json
  tl docs td_api.tl --out td --format markdown

Open `index.html` in a browser. The folder must be empty, missing, or hold a reference: its files are \
replaced, and pages of items that are gone stay. Names in docs files that the schema lacks are warnings.";

/// Writes the reference.
///
/// # Errors
/// When a file cannot be read or written, and when the folder holds something else.
pub fn docs(args: &Docs, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let Some(parts) = load(&args.layer.or(&args.schemas), &args.subject, terminal)? else {
        return Ok(Outcome::Faults);
    };
    refuse_other_folders(&args.out)?;
    let reference = parts.reference();
    let files = match args.format {
        PageFormat::Markdown => markdown::site(&reference),
        PageFormat::Html => {
            let schemas: Vec<_> = parts.all.iter().map(|part| &part.schema).collect();
            html::site(&reference, &schemas)
        }
    };
    write(&args.out, &files)?;
    let size: usize = files.iter().map(|file| file.text.len()).sum();
    let (files, place) = (counted(files.len(), "file"), args.out.display());
    terminal.note(&format!("{files}, {} kB, in {place}", size.div_ceil(1000)))?;
    Ok(Outcome::Done)
}

/// The files by which a folder is known to hold a reference.
const MARKS: [&str; 2] = ["search-data.js", "llms.txt"];

fn refuse_other_folders(out: &Path) -> Result<(), Failure> {
    let mut entries = match fs::read_dir(out) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Failure::io("listed", out)(error)),
    };
    if entries.next().is_none() || MARKS.iter().any(|mark| out.join(mark).exists()) {
        return Ok(());
    }
    let place = out.display();
    Err(Failure::Usage(format!(
        "{place} holds files that do not belong to a reference; choose a new or empty folder with `--out`"
    )))
}

fn write(out: &Path, files: &[File]) -> Result<(), Failure> {
    let mut last = None;
    for file in files {
        let path = out.join(&file.path);
        if let Some(folder) = path.parent().filter(|folder| last.as_deref() != Some(*folder)) {
            fs::create_dir_all(folder).map_err(Failure::io("made", folder))?;
            last = Some(folder.to_owned());
        }
        fs::write(&path, &file.text).map_err(Failure::io("written", &path))?;
    }
    Ok(())
}
