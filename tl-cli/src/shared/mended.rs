//! Schemas with the edits made that leave no choice.

use typelang_parser::{
    FileId, Options, Sources, check,
    diagnostic::{Applicability, Suggestion},
};

/// How often a schema is checked at most: an edit may uncover the next fault, as a bracket may that hid a declaration.
const MOST_PASSES: usize = 64;

/// What has become of schemas.
#[derive(Debug)]
pub(crate) struct Mended {
    /// The files, in their order.
    pub(crate) sources: Sources,
    /// How many edits were made.
    pub(crate) edits: usize,
}

/// Makes all certain edits, also those that other edits uncover.
pub(crate) fn mend(sources: &Sources, options: &Options) -> Mended {
    let mut mended = Mended { sources: sources.clone(), edits: 0 };
    for _ in 0..MOST_PASSES {
        let edits = certain(&mended.sources, options);
        if edits.is_empty() {
            break;
        }
        mended.edits += edits.len();
        mended.sources = edited(&mended.sources, &edits);
    }
    mended
}

/// The certain edits in order of place. Of two that meet, the first one is made, and the next pass finds the other.
fn certain(sources: &Sources, options: &Options) -> Vec<Suggestion> {
    let faults = check(sources, options).diagnostics.into_iter();
    let mut edits: Vec<Suggestion> = faults
        .flat_map(|fault| fault.suggestions)
        .filter(|edit| edit.applicability == Applicability::Certain)
        .collect();
    edits.sort_by_key(place);
    edits.dedup_by(|next, edit| {
        next.location.file == edit.location.file
            && next.location.span.start <= edit.location.span.end
    });
    edits
}

fn place(edit: &Suggestion) -> (u32, u32, u32) {
    let span = edit.location.span;
    (edit.location.file.0, span.start, span.end)
}

fn edited(sources: &Sources, edits: &[Suggestion]) -> Sources {
    let mut all = Sources::new();
    for (file, source) in sources.iter() {
        all.add(source.name.as_str(), edited_text(&source.text, file, edits));
    }
    all
}

fn edited_text(text: &str, file: FileId, edits: &[Suggestion]) -> String {
    let mut edited = String::with_capacity(text.len());
    let mut from = 0;
    for edit in edits.iter().filter(|edit| edit.location.file == file) {
        let place = edit.location.span.range();
        edited.push_str(text.get(from..place.start).unwrap_or_default());
        edited.push_str(&edit.replacement);
        from = place.end;
    }
    edited.push_str(text.get(from..).unwrap_or_default());
    edited
}
