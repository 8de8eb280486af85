//! Reads comments that allow a warning, such as `// tl:allow(TL0249)`, on the same line or on the line above.

use crate::{
    catalogue, codes,
    diagnostic::{Code, Diagnostic, Severity},
    faults::options::Options,
    source::{Lines, Source, Sources},
    span::{FileId, Location, Span},
    syntax::File,
};

/// One code in a comment.
#[derive(Debug)]
struct Allow {
    /// The offset at which its line starts.
    line: u32,
    code: Option<Code>,
    location: Location,
    used: bool,
}

/// A warning that a comment allows on its line and on the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct LineAllowance {
    file: FileId,
    /// The offset at which the line of the comment starts.
    line: u32,
    code: Code,
}

/// Returns whether one of the allowances, which are sorted, allows a warning in these files.
pub(crate) fn is_allowed(
    allowances: &[LineAllowance],
    sources: &Sources,
    warning: &Diagnostic,
) -> bool {
    let Some(place) = warning.location().filter(|_| !allowances.is_empty()) else { return false };
    let (file, code) = (place.file, warning.code);
    let Some(source) = sources.get(file) else { return false };
    let lines = Lines::new(&source.text);
    let line = lines.start_of(place.span.start);
    let above = lines.start_of(line.saturating_sub(1));
    [line, above]
        .into_iter()
        .any(|line| allowances.binary_search(&LineAllowance { file, line, code }).is_ok())
}

/// Returns whether the code belongs to the generator.
fn is_generators(code: Code) -> bool {
    code.0 >= 900
}

/// The codes that the comments of all files allow.
#[derive(Debug)]
pub(crate) struct Allows<'a> {
    files: Vec<(Lines<'a>, Vec<Allow>)>,
}

impl<'a> Allows<'a> {
    pub(crate) fn new(sources: &'a Sources, trees: &[File<'_>]) -> Self {
        let of_file = |((file, source), tree): ((FileId, &'a Source), &File<'_>)| {
            let lines = Lines::new(&source.text);
            let mut allows = allows(file, tree, &lines);
            allows.sort_by_key(|allow| (allow.line, allow.code));
            (lines, allows)
        };
        Self { files: sources.iter().zip(trees).map(of_file).collect() }
    }

    /// Returns whether a comment on the line of a warning, or on the line above, allows it.
    pub(crate) fn allow(&mut self, fault: &Diagnostic) -> bool {
        let Some(place) = fault.location() else { return false };
        let Some((lines, allows)) = self.files.get_mut(place.file.0 as usize) else { return false };
        if allows.is_empty() {
            return false;
        }
        let line = lines.start_of(place.span.start);
        let above = lines.start_of(line.saturating_sub(1));
        let on_line = use_all(allows, (line, Some(fault.code)));
        (above != line && use_all(allows, (above, Some(fault.code)))) || on_line
    }

    /// Returns the sorted allowances for warnings of the generator, which checks for them later.
    pub(crate) fn of_generator(&self) -> Vec<LineAllowance> {
        let all = (0..).map(FileId).zip(&self.files).flat_map(|(file, (_, allows))| {
            allows.iter().filter_map(move |allow| {
                let code = allow.code.filter(|code| is_generators(*code))?;
                Some(LineAllowance { file, line: allow.line, code })
            })
        });
        all.collect()
    }

    /// Returns diagnostics for comments that allow nothing.
    pub(crate) fn complaints(&self, options: &Options) -> Vec<Diagnostic> {
        let all = self.files.iter().flat_map(|(_, allows)| allows);
        all.filter_map(|allow| complaint(allow, options)).collect()
    }
}

/// Marks the allowances with this line and code as used, and returns whether there are any.
fn use_all(allows: &mut [Allow], wanted: (u32, Option<Code>)) -> bool {
    let key = |allow: &Allow| (allow.line, allow.code);
    let first = allows.partition_point(|allow| key(allow) < wanted);
    let Some(allow) = allows.get(first).filter(|allow| key(allow) == wanted) else { return false };
    // All allowances with one line and code are marked together.
    if !allow.used {
        let same = allows[first..].iter_mut().take_while(|allow| key(allow) == wanted);
        same.for_each(|allow| allow.used = true);
    }
    true
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
    // It is not known here whether the generator gives this warning.
    if allow.used || is_generators(rule.code) || !options.is_reported(rule.code) {
        return None;
    }
    let message = format!("this allows {}, which does not occur here", rule.code);
    let fault = Diagnostic::warning(codes::UNUSED_ALLOW, message);
    Some(fault.label(allow.location, "remove it"))
}
