//! The canonical form of a schema file.

mod declaration;
mod spelling;

use crate::{
    docs::span_of,
    span::Span,
    syntax::{Comment, File, Item, Role},
};

/// Prints a file in its canonical form, which reads back as the same tree.
///
/// - Sections, declarations, layer marks and comments that start a line keep their order, each on lines of its own;
///   what stood right of something stays there. One empty line is kept where there were some.
/// - A declaration that has at most 120 columns, and no comment inside, stands on one line. Any other has its head on
///   the first line, each field and the result on one of its own, indented by 4.
/// - Ids have 8 digits in lower case, `<a,b>` and `{X:Type}` no blanks, `[ int ]` one on either side.
/// - Lines end with a line feed and have no blanks before it; a byte order mark is left out.
///
/// `text` is what the tree was read from. What could not be read is printed as it stands there.
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
        // There is no place for a comment within, so that it goes above.
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

/// Any item but a combinator, on one line.
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

/// Takes the comments that start before an offset.
fn take<'c, 'a>(comments: &mut &'c [Comment<'a>], end: u32) -> &'c [Comment<'a>] {
    let count = comments.iter().take_while(|comment| comment.span.start < end).count();
    let (taken, left) = comments.split_at(count);
    *comments = left;
    taken
}

/// A text with line feeds alone and without blanks at the ends of its lines.
fn clean(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').map(str::trim_end).collect();
    lines.join("\n").trim_end().to_owned()
}

fn slice(text: &str, span: Span) -> &str {
    text.get(span.range()).unwrap_or_default()
}

/// What is printed so far, and how far into the text that reaches.
struct Page<'t> {
    text: &'t str,
    out: String,
    end: u32,
    ends_in_comment: bool,
}

impl Page<'_> {
    /// Prints on a line of its own, after an empty line if there was one in the text.
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

    /// Prints a comment on the right of what stood before it on its line, or on a line of its own.
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
