//! Links between the repository's files lead to files and headings that exist.

use std::{collections::BTreeMap, path::Path};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::pages::{all, read, repository};

/// The links of a page and the anchors of its headings.
#[derive(Default)]
struct Page {
    links: Vec<String>,
    anchors: Vec<String>,
}

fn page(markdown: &str) -> Page {
    let mut page = Page::default();
    let mut heading = None::<String>;
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                page.links.push(dest_url.to_string());
            }
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::Text(text) | Event::Code(text) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&text);
                }
            }
            Event::End(TagEnd::Heading(_)) => {
                let anchor = anchor(&heading.take().unwrap_or_default(), &page.anchors);
                page.anchors.push(anchor);
            }
            _ => {}
        }
    }
    page
}

/// Returns a heading's anchor by GitHub's rule: lower case, `-` for blanks, and no other punctuation except
/// `-` and `_`. A repeated heading gets a number.
fn anchor(heading: &str, taken: &[String]) -> String {
    let kept = |mark: char| match mark {
        ' ' => Some('-'),
        '-' | '_' => Some(mark),
        _ => mark.is_alphanumeric().then_some(mark),
    };
    let anchor: String = heading.to_lowercase().chars().filter_map(kept).collect();
    let numbered = (1..).map(|number| format!("{anchor}-{number}"));
    let mut names = std::iter::once(anchor.clone()).chain(numbered);
    names.find(|name| !taken.contains(name)).unwrap()
}

/// Returns the broken links.
fn broken(pages: &BTreeMap<String, Page>) -> Vec<String> {
    let mut broken = Vec::new();
    for (path, page) in pages {
        for link in page.links.iter().filter(|link| !link.contains("://")) {
            if !leads_somewhere(path, link, pages) {
                broken.push(format!("{path}: {link}"));
            }
        }
    }
    broken
}

fn leads_somewhere(path: &str, link: &str, pages: &BTreeMap<String, Page>) -> bool {
    let (file, anchor) = link.split_once('#').map_or((link, None), |(a, b)| (a, Some(b)));
    let target = if file.is_empty() { path.to_owned() } else { joined(path, file) };
    match (pages.get(&target), anchor) {
        (Some(page), Some(anchor)) => page.anchors.iter().any(|it| it == anchor),
        (_, Some(_)) => false,
        (_, None) => repository().join(target).exists(),
    }
}

/// Resolves a path relative to the file that contains it, to a path from the root.
fn joined(from: &str, to: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in to.split('/') {
        match part {
            "." | "" => {}
            ".." => _ = parts.pop(),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn every_link_leads_somewhere() {
    let pages: BTreeMap<String, Page> =
        all().into_iter().map(|path| (path.clone(), page(&read(&path)))).collect();
    let broken = broken(&pages);
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    assert!(pages.values().map(|page| page.links.len()).sum::<usize>() > 100);
}

#[test]
fn a_link_to_nothing_is_noticed() {
    let text = "# Two `words`, here\n# Two words here\n[a](#two-words-here) [b](#two-words-here-1) [c](#nothing)\n\
                [d](README.md) [e](docs/nothing.md) [f](../README.md#set-up) [g](https://example.org)";
    let pages = BTreeMap::from([("README.md".to_owned(), page(text))]);
    let expected =
        ["README.md: #nothing", "README.md: docs/nothing.md", "README.md: ../README.md#set-up"];
    assert_eq!(broken(&pages), expected);
    assert!(Path::new(&joined("docs/guide/a.md", "../b.md")).starts_with("docs"));
}
