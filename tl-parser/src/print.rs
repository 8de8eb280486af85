//! The canonical form of a schema file.

mod declaration;
mod spelling;

use crate::{
    docs::span_of,
    span::Span,
    syntax::{Comment, File, Item, Role},
};

/// Prints a file in its canonical form, which parses to the same tree.
///
/// - Sections, declarations, layer marks and comments that start a line keep their order, each on its own
///   lines. A comment at the end of a line stays there. Empty lines between items become one.
/// - A declaration of at most 120 columns without inner comments is printed on one line. Any other has its
///   head on the first line, then each field and the result on a line of its own, indented by 4.
/// - Ids have 8 lower-case digits; `<a,b>` and `{X:Type}` have no blanks, and `[ int ]` has one on either
///   side.
/// - Lines end with a line feed, without blanks before it; a byte order mark is left out.
///
/// `text` is the text that the tree was parsed from. Text that could not be parsed is printed as it is.
#[must_use]
pub fn print(file: &File<'_>, text: &str) -> String {
    let mut page =
        Page { text, out: String::with_capacity(text.len()), end: 0, ends_in_comment: false };
    let mut comments = &file.comments[..];
    for item in &file.items {
        let span = span_of(item);
        for comment in take(&mut comments, span.start) {
            page.beside(comment.span, comment.text, 0);
        }
        let inside = take(&mut comments, span.end);
        if let Item::Combinator(combinator) = item {
            declaration::print(&mut page, combinator, inside);
            continue;
        }
        // A comment within has no place of its own, so it moves above.
        for comment in inside {
            page.line(Span::new(span.start, span.start), 0, &clean(comment.text));
        }
        page.line(span, 0, &spell(item, text));
    }
    for comment in comments {
        page.beside(comment.span, comment.text, 0);
    }
    page.finish()
}

/// Spells any item but a combinator, on one line.
fn spell(item: &Item<'_>, text: &str) -> String {
    match item {
        Item::Section(section) => match section.role {
            Role::Constructor => "---types---".to_owned(),
            Role::Function => "---functions---".to_owned(),
        },
        Item::LayerMark(mark) => format!("==={}===", mark.layer),
        Item::Builtin(builtin) => spelling::builtin(builtin),
        Item::Partial(partial) => format!("{};", spelling::expr(&partial.expr, text)),
        Item::Finality(finality) => spelling::finality(finality),
        Item::Combinator(combinator) => declaration::on_one_line(combinator, text),
        Item::Invalid(span) => clean(slice(text, *span)),
    }
}

/// Removes and returns the comments that start before an offset.
fn take<'c, 'a>(comments: &mut &'c [Comment<'a>], end: u32) -> &'c [Comment<'a>] {
    let count = comments.iter().take_while(|comment| comment.span.start < end).count();
    let (taken, left) = comments.split_at(count);
    *comments = left;
    taken
}

/// Normalizes line ends to line feeds and trims the end of each line.
fn clean(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').map(str::trim_end).collect();
    lines.join("\n").trim_end().to_owned()
}

fn slice(text: &str, span: Span) -> &str {
    text.get(span.range()).unwrap_or_default()
}

/// The output, and the position in the text up to which it has been printed.
struct Page<'t> {
    text: &'t str,
    out: String,
    end: u32,
    ends_in_comment: bool,
}

impl Page<'_> {
    /// Prints on a line of its own, after an empty line if the text has one there.
    fn line(&mut self, place: Span, indent: usize, what: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
            if newlines(self.between(place)) > 1 {
                self.out.push('\n');
            }
        }
        self.out.extend(core::iter::repeat_n(' ', indent));
        self.out.push_str(what);
        self.end = self.end.max(place.end);
        self.ends_in_comment = what.starts_with("//");
    }

    /// Prints a comment to the right of the text that precedes it on its line, or else on a line of its own.
    fn beside(&mut self, place: Span, comment: &str, indent: usize) {
        let comment = clean(comment);
        let between = self.between(place);
        let alone = newlines(between) > 0 || !between.trim().is_empty();
        if self.out.is_empty() || self.ends_in_comment || alone {
            self.line(place, indent, &comment);
        } else {
            self.out.push(' ');
            self.out.push_str(&comment);
            self.end = self.end.max(place.end);
        }
        self.ends_in_comment = comment.starts_with("//");
    }

    fn between(&self, place: Span) -> &str {
        slice(self.text, Span::new(self.end, place.start.max(self.end)))
    }

    fn finish(mut self) -> String {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out
    }
}

fn newlines(text: &str) -> usize {
    text.bytes().filter(|&byte| byte == b'\n').count()
}
