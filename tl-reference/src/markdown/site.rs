//! All Markdown files.

use core::fmt::Write;

use typelang_parser::counted;

use super::page::{self, Links};
use crate::{
    file::File,
    model::{Item, Link, Part, Reference},
};

/// Writes a Markdown file for each page, and an index `llms.txt`.
#[must_use]
pub fn site(reference: &Reference) -> Vec<File> {
    let mut files = Vec::new();
    let mut index = format!("# {}\n", reference.title);
    if let Some(first) = reference.parts.first() {
        _ = write!(index, "\n> {}\n", summary(first));
    }
    for part in &reference.parts {
        pages(part, &mut files);
        add(&mut index, part, &mut files);
    }
    files.push(File { path: "llms.txt".to_owned(), text: index });
    files
}

/// A sentence on the main schema.
fn summary(part: &Part) -> String {
    let kinds = if part.errors.is_empty() {
        "Methods, constructors and types"
    } else {
        "Methods, constructors, types and errors"
    };
    let layer = part.layer.map(|layer| format!(", layer {layer}")).unwrap_or_default();
    // The title is the name of a file for own schemas.
    let title = if part.title == "Telegram API" { "Telegram's API" } else { &part.title };
    format!("{kinds} of {title}{layer}.")
}

fn depth(page: &str) -> Links {
    Links::Files(page.matches('/').count())
}

fn pages(part: &Part, files: &mut Vec<File>) {
    let file = |page: &str, text| File { path: format!("{page}.md"), text };
    for it in part.combinators() {
        files.push(file(&it.page, page::combinator(part, it, depth(&it.page))));
    }
    for ty in &part.types {
        files.push(file(&ty.page, page::ty(part, ty, depth(&ty.page))));
    }
    for error in &part.errors {
        files.push(file(&error.page, page::error(error, depth(&error.page))));
    }
}

/// A list of each kind in a file of its own, and the lists in the index.
fn add(index: &mut String, part: &Part, files: &mut Vec<File>) {
    let layer = part.layer.map(|layer| format!(", layer {layer}")).unwrap_or_default();
    _ = write!(index, "\n## {}{layer}\n\n", part.title);
    for namespace in part.namespaces() {
        let name =
            if namespace.name.is_empty() { "Items without a namespace" } else { &namespace.name };
        let mut text = format!("# {name}\n");
        let lists = [
            ("Methods", &namespace.methods),
            ("Types", &namespace.types),
            ("Constructors", &namespace.constructors),
        ];
        for (title, items) in lists {
            list(&mut text, title, items, &namespace.page);
        }
        files.push(File { path: format!("{}.md", namespace.page), text });
        let counts = format!(
            "{}, {}, {}",
            counted(namespace.methods.len(), "method"),
            counted(namespace.types.len(), "type"),
            counted(namespace.constructors.len(), "constructor")
        );
        _ = writeln!(index, "- [{name}]({}.md): {counts}", namespace.page);
    }
    if part.errors.is_empty() {
        return;
    }
    let page = format!("{}errors", part.folder);
    let item = |error: &crate::model::ErrorPage| Item {
        link: Link::new(&error.name, &error.page),
        said: error.meaning.clone(),
    };
    let mut text = String::from("# All errors\n");
    list(&mut text, "Errors", &part.errors.iter().map(item).collect::<Vec<_>>(), &page);
    _ = writeln!(index, "- [Errors]({page}.md): {}", counted(part.errors.len(), "error"));
    files.push(File { path: format!("{page}.md"), text });
}

fn list(text: &mut String, title: &str, items: &[Item], page: &str) {
    if items.is_empty() {
        return;
    }
    _ = write!(text, "\n## {title}\n\n");
    let up = "../".repeat(page.matches('/').count());
    for Item { link, said } in items {
        let colon = if said.is_empty() { "" } else { ": " };
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        let target = link.page.as_deref().unwrap_or_default();
        _ = writeln!(text, "- [{}]({up}{target}.md){colon}{said}", link.text);
    }
}
