//! Comments that allow a warning: `// tl:allow(TL0249)`, on its line or the line above.

use super::{Options, codes};
use crate::{
    catalogue,
    diagnostic::{Code, Diagnostic, Severity},
    source::{Lines, Sources},
    span::{FileId, Location, Span},
    syntax::File,
};

/// One code in one comment.
#[derive(Debug)]
struct Allow {
    /// Where its line starts.
    line: u32,
    code: Option<Code>,
    location: Location,
    used: bool,
}

/// Drops the warnings that comments allow, and warns of comments that allow nothing.
pub(super) fn apply(
    sources: &Sources,
    files: &[(FileId, &File<'_>)],
    options: &Options,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for (file, tree) in files {
        let lines = Lines::new(&sources[*file].text);
        let mut allows = allows(*file, tree, &lines);
        if allows.is_empty() {
            continue;
        }
        diagnostics.retain(|fault| {
            let place = fault.location().filter(|place| place.file == *file);
            let Some(place) = place.filter(|_| fault.severity == Severity::Warning) else {
                return true;
            };
            !is_allowed(&mut allows, fault.code, place.span.start, &lines)
        });
        diagnostics.extend(allows.iter().filter_map(|allow| complaint(allow, options)));
    }
}

/// Whether a comment on the line of an offset, or on the line above, allows the code.
fn is_allowed(allows: &mut [Allow], code: Code, at: u32, lines: &Lines<'_>) -> bool {
    let line = lines.start_of(at);
    let above = lines.start_of(line.saturating_sub(1));
    let from = allows.partition_point(|allow| allow.line < above);
    let near = allows[from..].iter_mut().take_while(|allow| allow.line <= line);
    let mut found = false;
    for allow in near.filter(|allow| allow.code == Some(code)) {
        allow.used = true;
        found = true;
    }
    found
}

fn allows(file: FileId, tree: &File<'_>, lines: &Lines<'_>) -> Vec<Allow> {
    let mut out = Vec::new();
    for comment in &tree.comments {
        let Some((before, list)) = comment.text.split_once("tl:allow(") else { continue };
        let list = list.split_once(')').map_or(list, |(list, _)| list);
        let mut start = comment.span.start as usize + before.len() + "tl:allow(".len();
        for word in list.split(',') {
            let at = start + word.len() - word.trim_start().len();
            start += word.len() + 1;
            let span = Span::new(offset(at), offset(at + word.trim().len()));
            let location = Location { file, span };
            let line = lines.start_of(comment.span.start);
            out.push(Allow { line, code: code(word.trim()), location, used: false });
        }
    }
    out
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn code(word: &str) -> Option<Code> {
    let digits = word.strip_prefix("TL").filter(|digits| digits.len() == 4)?;
    digits.parse().ok().map(Code)
}

fn complaint(allow: &Allow, options: &Options) -> Option<Diagnostic> {
    let rule = allow.code.and_then(catalogue::explain);
    let Some(rule) = rule.filter(|rule| rule.severity == Severity::Warning) else {
        let message = "only warnings can be allowed, by their code";
        let fault = Diagnostic::warning(codes::UNKNOWN_ALLOW, message);
        return Some(fault.label(allow.location, "no warning has this code"));
    };
    if allow.used || !options.is_reported(rule.code) {
        return None;
    }
    let message = format!("nothing here needs {} allowed", rule.code);
    let fault = Diagnostic::warning(codes::UNUSED_ALLOW, message);
    Some(fault.label(allow.location, "this can go"))
}
