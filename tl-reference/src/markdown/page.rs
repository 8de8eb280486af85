//! A page as Markdown.

use core::fmt::Write;

use typelang_parser::counted;

use crate::model::{
    Carried, CombinatorPage, ErrorPage, ErrorRow, Item, Kind, Link, Param, Part, TypePage,
    callers_in_words,
};

/// The way in which pages refer to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Links {
    /// By relative paths of files, from a page this deep below the root.
    Files(usize),
    /// Not at all: only names.
    None,
}

/// The page of a method or constructor.
#[must_use]
pub fn combinator(part: &Part, it: &CombinatorPage, links: Links) -> String {
    let mut out = format!("# {}\n\n", it.name);
    let word = match it.kind {
        Kind::Method => "Method",
        Kind::Constructor => "Constructor",
    };
    let layer = it.layer.map(|layer| format!(", layer {layer}")).unwrap_or_default();
    let since = it.since.map(|since| format!(", {since}")).unwrap_or_default();
    line(&mut out, &format!("{word} `#{}`, on the wire `{}`{layer}{since}.\n", it.id, it.wire_id));
    paragraph(&mut out, &it.docs);
    fence(&mut out, "tl", &plain_lines(&it.tl));
    callers(&mut out, it);
    params(&mut out, it, links);
    result(&mut out, it, links);
    items(&mut out, "Methods that return its type", &it.returned_by, links);
    errors(&mut out, part, it, links);
    examples(&mut out, it);
    finished(&out)
}

/// The page of a type.
#[must_use]
pub fn ty(part: &Part, ty: &TypePage, links: Links) -> String {
    let mut out = format!("# {}\n\n", ty.name);
    line(&mut out, if ty.builtin.is_empty() { "Type." } else { "Predefined type." });
    if let Some(layer) = part.layer {
        let since = ty.since.map(|since| format!(", {since}")).unwrap_or_default();
        line(&mut out, &format!("Layer {layer}{since}."));
    }
    out.push('\n');
    paragraph(&mut out, &ty.docs);
    paragraph(&mut out, ty.builtin);
    items(&mut out, "Constructors", &ty.constructors, links);
    items(&mut out, "Returned by", &ty.returned_by, links);
    items(&mut out, "Taken by", &ty.taken_by, links);
    items(&mut out, "Contained in", &ty.contained_in, links);
    finished(&out)
}

/// The page of an error.
#[must_use]
pub fn error(error: &ErrorPage, links: Links) -> String {
    let mut out = format!("# {}\n\n", error.name);
    let codes: Vec<String> = error.codes.iter().map(ToString::to_string).collect();
    line(&mut out, format!("Error {}. {}", codes.join(" or "), error.codes_note()).trim_end());
    out.push('\n');
    paragraph(&mut out, &error.meaning);
    line(&mut out, &format!("## {}\n", error.heading()));
    paragraph(&mut out, error.note());
    list(&mut out, &error.methods, links);
    finished(&out)
}

fn callers(out: &mut String, it: &CombinatorPage) {
    paragraph(out, &callers_in_words(&it.callers));
}

fn params(out: &mut String, it: &CombinatorPage, links: Links) {
    if it.params.is_empty() {
        return;
    }
    line(out, if it.kind == Kind::Method { "## Parameters\n" } else { "## Fields\n" });
    for param in &it.params {
        let docs = if param.docs.is_empty() {
            String::new()
        } else {
            format!(": {}", one_line(&param.docs))
        };
        line(
            out,
            &format!("- `{}` {}, {}{docs}", param.name, spelled(&param.ty, links), need(param)),
        );
    }
    out.push('\n');
}

fn need(param: &Param) -> String {
    let bit = param
        .flag
        .as_ref()
        .map(|flag| format!(" (bit {} of `{}`)", flag.bit, flag.word))
        .unwrap_or_default();
    let shares = if param.shares.is_empty() {
        String::new()
    } else {
        format!(", together with `{}`", param.shares.join("`, `"))
    };
    let since = param.since.map(|since| format!(", {since}")).unwrap_or_default();
    format!("{}{bit}{shares}{since}", param.need_label)
}

fn result(out: &mut String, it: &CombinatorPage, links: Links) {
    line(out, if it.kind == Kind::Method { "## Returns\n" } else { "## Type\n" });
    match &it.carries {
        Some(carried) if !carried.variable.is_empty() => line(out, &carries(carried, links)),
        _ => {
            line(out, &format!("{}\n", spelled(&it.result, links)));
            list(out, &it.result_constructors, links);
        }
    }
}

fn carries(carried: &Carried, links: Links) -> String {
    let Carried { param, methods, wrappers, .. } = carried;
    let names: Vec<String> = wrappers.iter().map(|link| linked(link, links)).collect();
    let wrappers = match names.as_slice() {
        [] => String::new(),
        names => format!(", including wrappers: {}", names.join(", ")),
    };
    let methods = counted(*methods, "method");
    format!(
        "Returns what the call in `{param}` returns, without a wrapper. \
         `{param}` takes calls of {methods}{wrappers}.\n"
    )
}

fn errors(out: &mut String, part: &Part, it: &CombinatorPage, links: Links) {
    let any = part.errors.iter().filter(|error| error.is_any).count();
    if it.kind == Kind::Constructor || it.errors.is_empty() && any == 0 {
        return;
    }
    line(out, "## Errors\n");
    for ErrorRow { code, link, meaning, sources } in &it.errors {
        let colon = if meaning.is_empty() { "" } else { ": " };
        let sources = if sources.is_empty() { String::new() } else { format!(" ({sources})") };
        line(
            out,
            &format!("- {code} {}{sources}{colon}{}", linked(link, links), one_line(meaning)),
        );
    }
    if !it.errors.is_empty() {
        out.push('\n');
    }
    if any > 0 {
        line(
            out,
            &format!(
                "A call may also fail with {} that every method can return.\n",
                counted(any, "error")
            ),
        );
    }
}

fn examples(out: &mut String, it: &CombinatorPage) {
    let Some(example) = &it.example else { return };
    line(out, if it.kind == Kind::Method { "## Examples\n" } else { "## Example\n" });
    let texts = [
        ("Rust", "rust", &example.rust),
        ("JSON", "json", &example.json),
        ("Command line", "sh", &example.command),
        ("Python (Telethon)", "python", &example.telethon),
        ("PHP (MadelineProto)", "php", &example.madeline),
    ];
    for (title, language, text) in texts.into_iter().filter(|(.., text)| !text.is_empty()) {
        line(out, &format!("### {title}\n"));
        fence(out, language, text);
    }
    if let Some(wire) = example.wire.as_ref().filter(|_| it.kind == Kind::Method) {
        let mut text = String::new();
        for piece in &wire.lines {
            let ty = if piece.ty.is_empty() { String::new() } else { format!(": {}", piece.ty) };
            _ = writeln!(
                text,
                "{:6}  {:<17}  {}{ty} = {}",
                piece.offset, piece.bytes, piece.path, piece.value
            );
        }
        line(out, &format!("### Bytes ({})\n", wire.len));
        fence(out, "text", text.trim_end());
    }
}

fn items(out: &mut String, title: &str, all: &[Item], links: Links) {
    if !all.is_empty() {
        line(out, &format!("## {title}\n"));
        list(out, all, links);
    }
}

fn list(out: &mut String, all: &[Item], links: Links) {
    for item in all {
        let colon = if item.said.is_empty() { "" } else { ": " };
        line(out, &format!("- {}{colon}{}", linked(&item.link, links), one_line(&item.said)));
    }
    if !all.is_empty() {
        out.push('\n');
    }
}

/// Pieces of TL: names alone in code, and links where a piece has a page.
fn spelled(pieces: &[Link], links: Links) -> String {
    let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let mut targets = pieces.iter().filter_map(|piece| piece.page.as_ref());
    match (links, targets.next_back()) {
        (Links::Files(depth), Some(page)) => {
            format!("[`{text}`]({}{page}.md)", "../".repeat(depth))
        }
        _ => format!("`{text}`"),
    }
}

fn linked(link: &Link, links: Links) -> String {
    match (links, &link.page) {
        (Links::Files(depth), Some(page)) => {
            format!("[{}]({}{page}.md)", link.text, "../".repeat(depth))
        }
        _ => link.text.clone(),
    }
}

fn plain_lines(lines: &[Vec<Link>]) -> String {
    let text = |line: &Vec<Link>| line.iter().map(|piece| piece.text.as_str()).collect::<String>();
    lines.iter().map(text).collect::<Vec<_>>().join("\n  ")
}

fn fence(out: &mut String, language: &str, text: &str) {
    line(out, &format!("```{language}\n{text}\n```\n"));
}

fn paragraph(out: &mut String, text: &str) {
    if !text.is_empty() {
        line(out, &format!("{text}\n"));
    }
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn finished(out: &str) -> String {
    format!("{}\n", out.trim_end())
}
