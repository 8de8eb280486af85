//! The site and the Markdown of Telegram's schemas: complete, without dead links, and small enough.

mod common;

use std::{
    collections::{BTreeMap, BTreeSet},
    time::{Duration, Instant},
};

use typelang_parser::Schema;
use typelang_reference::{File, html, markdown, model::Reference};

use common::telegram;

/// The most bytes of a page.
const PAGE: usize = 300_000;

/// The most bytes of a site.
const SITE: usize = 40_000_000;

/// One test, since the files are many and each question is quick.
#[test]
fn the_site_is_complete_and_small() {
    let (schemas, reference) = telegram();
    let html = html::site(reference, &schemas.each_ref());
    let markdown = markdown::site(reference);
    every_item_has_a_page(&html, schemas, reference);
    assert_eq!(dead_links(&html, "href=\"", '"'), Vec::<String>::new());
    assert_eq!(dead_links(&markdown, "](", ')'), Vec::<String>::new());
    the_index_has_a_summary(&markdown);
    sizes_are_bounded_and_paths_differ(&html);
    sizes_are_bounded_and_paths_differ(&markdown);
    no_section_is_empty(&html);
    pages_need_no_network(&html);
}

fn every_item_has_a_page(files: &[File], schemas: &[Schema; 3], reference: &Reference) {
    let pages = |folder: &str| files.iter().filter(|file| file.path.starts_with(folder)).count();
    assert_eq!((pages("method/"), pages("constructor/")), (850, 1704));
    assert_eq!(pages("type/"), schemas[0].types.len());
    assert_eq!(pages("error/"), reference.parts[0].errors.len());
    for (part, schema) in reference.parts.iter().zip(schemas) {
        let declared = schema.combinators.iter().filter(|it| !it.builtin).count();
        assert_eq!(part.combinators().count(), declared, "{}", part.title);
    }
}

fn the_index_has_a_summary(files: &[File]) {
    let index = files.iter().find(|file| file.path == "llms.txt").expect("there is an index");
    let head = "# Telegram API\n\n> Methods, constructors, types and errors of Telegram's API, layer 230.\n\n## ";
    assert!(index.text.starts_with(head), "{:.200}", index.text);
    assert!(!index.text.contains(" 1 methods"), "one is no plural");
}

fn sizes_are_bounded_and_paths_differ(files: &[File]) {
    let pages = files.iter().filter(|file| !is(file, "js"));
    let large = pages.filter(|file| file.text.len() > PAGE).map(|file| &*file.path);
    assert_eq!(large.collect::<Vec<_>>(), Vec::<&str>::new());
    assert!(files.iter().map(|file| file.text.len()).sum::<usize>() < SITE);
    let lower: BTreeSet<String> = files.iter().map(|file| file.path.to_lowercase()).collect();
    assert_eq!(lower.len(), files.len());
}

/// Sections without content, and text that a template has left.
fn no_section_is_empty(files: &[File]) {
    for file in files.iter().filter(|file| is(file, "html")) {
        assert!(!file.text.contains("{{") && !file.text.contains("{%"), "{}", file.path);
        for section in file.text.split("<h2").skip(1) {
            let body = section.split_once("</h2>").map_or("", |(_, body)| body);
            let body = body.split("</section>").next().unwrap_or_default();
            assert!(!text_of(body).trim().is_empty(), "{}: {section:.80}", file.path);
        }
    }
}

fn pages_need_no_network(files: &[File]) {
    let marks = ["src=\"http", "url(", "@import", "fetch(", "stylesheet\" href=\"http"];
    for file in files {
        let found = marks.iter().find(|mark| file.text.contains(**mark));
        assert_eq!(found, None, "{}", file.path);
    }
}

/// The time for a site, without writing its files. A build without optimization gets three times the time, so that a
/// slow or busy machine passes too.
#[test]
#[ignore = "timed, and alone"]
fn a_site_takes_three_seconds() {
    let begun = Instant::now();
    let (schemas, reference) = telegram();
    let files = html::site(reference, &schemas.each_ref());
    let taken = begun.elapsed();
    assert!(!files.is_empty());
    let limit = if cfg!(debug_assertions) { 9 } else { 3 };
    assert!(taken < Duration::from_secs(limit), "{taken:?}");
}

/// Whether a file's name ends so.
fn is(file: &File, extension: &str) -> bool {
    file.path.rsplit('.').next() == Some(extension)
}

/// Links to pages that are not there, or to a place that a page does not have.
fn dead_links(files: &[File], before: &str, after: char) -> Vec<String> {
    let pages: BTreeMap<&str, &str> = files.iter().map(|file| (&*file.path, &*file.text)).collect();
    let mut dead = Vec::new();
    for file in files.iter().filter(|file| !is(file, "js")) {
        for link in file.text.split(before).skip(1) {
            let link = link.split(after).next().unwrap_or_default();
            if link.starts_with("http") || link.starts_with('"') {
                continue;
            }
            let (path, place) = link.split_once('#').unwrap_or((link, ""));
            let target =
                if path.is_empty() { file.path.clone() } else { resolved(&file.path, path) };
            let is_alive = pages
                .get(&*target)
                .is_some_and(|text| place.is_empty() || text.contains(&format!("id=\"{place}\"")));
            if !is_alive {
                dead.push(format!("{}: {link}", file.path));
            }
        }
    }
    dead
}

/// A relative path as a path from the root.
fn resolved(from: &str, path: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

fn text_of(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<') {
        text.push_str(piece.split_once('>').map_or("", |(_, text)| text));
    }
    text
}
