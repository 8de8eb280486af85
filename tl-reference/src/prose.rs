//! Descriptions as Markdown: paragraphs, lists, code and links. HTML in them is text.

use pulldown_cmark::{CowStr, Event, LinkType, Parser, Tag, TagEnd, html::push_html};

/// A description as HTML.
pub(crate) fn html(text: &str) -> String {
    let mut out = String::new();
    push_html(&mut out, events(text).into_iter());
    out
}

/// A description as HTML inside of a line: its paragraphs run on.
pub(crate) fn inline_html(text: &str) -> String {
    let is_inline = |event: &Event<'_>| {
        !matches!(
            event,
            Event::Start(
                Tag::Paragraph | Tag::List(_) | Tag::Item | Tag::CodeBlock(_) | Tag::BlockQuote(_)
            ) | Event::End(_)
        ) || matches!(event, Event::End(TagEnd::Link | TagEnd::Emphasis | TagEnd::Strong))
    };
    let between = |event| match event {
        Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item) => {
            Event::Text(CowStr::Borrowed(" "))
        }
        other => other,
    };
    let mut out = String::new();
    push_html(&mut out, events(text).into_iter().map(between).filter(is_inline));
    out.trim_end().to_owned()
}

/// A description as text, without marks.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::new();
    for event in events(text) {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item) => {
                out.push(' ');
            }
            _ => {}
        }
    }
    out.trim_end().to_owned()
}

/// The events of a description, without HTML, headings and pictures, and with links where a URL stands.
fn events(text: &str) -> Vec<Event<'_>> {
    let mut out = Vec::new();
    let mut is_linked = false;
    for event in Parser::new(text) {
        match event {
            Event::Html(text) | Event::InlineHtml(text) => out.push(Event::Text(text)),
            Event::Start(Tag::HtmlBlock | Tag::Heading { .. }) => {
                out.push(Event::Start(Tag::Paragraph));
            }
            Event::End(TagEnd::HtmlBlock | TagEnd::Heading(_)) => {
                out.push(Event::End(TagEnd::Paragraph));
            }
            Event::Start(Tag::Link { ref dest_url, .. }) if is_url(dest_url) => {
                is_linked = true;
                out.push(event);
            }
            Event::End(TagEnd::Link) => {
                if core::mem::take(&mut is_linked) {
                    out.push(event);
                }
            }
            Event::Start(Tag::Link { .. } | Tag::Image { .. })
            | Event::End(TagEnd::Image)
            | Event::Rule => {}
            Event::Text(text) if !is_linked => linked(&text, &mut out),
            other => out.push(other),
        }
    }
    out
}

fn is_url(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

/// Text, with a link for each URL in it.
fn linked(text: &str, out: &mut Vec<Event<'_>>) {
    let mut rest = text;
    while let Some(at) = ["https://", "http://"].iter().filter_map(|it| rest.find(it)).min() {
        let (before, url) = rest.split_at(at);
        let end = url
            .find(|char: char| char.is_whitespace() || "<>()\"`".contains(char))
            .unwrap_or(url.len());
        let end = url[..end].trim_end_matches(['.', ',', ';', ':', '!', '?']).len();
        let (url, after) = url.split_at(end);
        out.push(Event::Text(before.to_owned().into()));
        let dest_url = CowStr::from(url.to_owned());
        let tag =
            Tag::Link { link_type: LinkType::Autolink, dest_url, title: "".into(), id: "".into() };
        out.push(Event::Start(tag));
        out.push(Event::Text(shown(url).to_owned().into()));
        out.push(Event::End(TagEnd::Link));
        rest = after;
    }
    out.push(Event::Text(rest.to_owned().into()));
}

/// A URL without its scheme and what follows `#` and `?`, which says little to readers.
fn shown(url: &str) -> &str {
    let bare = url.split_once("://").map_or(url, |(_, bare)| bare);
    bare.split(['#', '?']).next().unwrap_or(bare).trim_end_matches('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_schemes_are_linked_in_any_order() {
        let links = html("http://a.b and https://c.d").matches("<a href").count();
        assert_eq!(links, 2);
    }

    #[test]
    fn code_and_urls_are_marked_and_html_is_text() {
        let want = "<p>Use <code>x</code>, see <a href=\"https://a.b/c#d\">a.b/c</a>. &lt;b&gt;Not&lt;/b&gt;</p>\n";
        assert_eq!(html("Use `x`, see https://a.b/c#d. <b>Not</b>"), want);
        assert_eq!(inline_html("One.\n\nTwo\n# three"), "One. Two three");
    }

    #[test]
    fn addresses_that_run_code_are_no_links() {
        assert_eq!(html("[x](javascript:y)"), "<p>x</p>\n");
        assert_eq!(html("![x](https://a.b/c.png)"), "<p>x</p>\n");
    }
}
