//! Converts text with a little HTML to plain text.

/// Converts HTML to plain text: `<br>` ends a line, code is put between backticks, the address of a link
/// follows it in parentheses, and other tags are dropped. `{@link messages.RawSendMessageRequest}` becomes the TL
/// name.
pub(super) fn plain(html: &str) -> String {
    let html = named(html);
    let html = html.as_str();
    let mut out = String::with_capacity(html.len());
    let (mut rest, mut address) = (html, None);
    while let Some(at) = rest.find('<') {
        out.push_str(&unescaped(&rest[..at]));
        let Some((tag, after)) = tag(&rest[at..]) else {
            out.push('<');
            rest = &rest[at + 1..];
            continue;
        };
        rest = after;
        match tag.split([' ', '/', '\n']).next().unwrap_or_default() {
            "br" | "p" => out.push('\n'),
            "code" => out.push('`'),
            "a" => address = attribute(tag, "href"),
            "" => match tag {
                "/code" => out.push('`'),
                "/a" => out.extend(address.take().map(|address| format!(" ({address})"))),
                _ => {}
            },
            _ => {}
        }
    }
    out.push_str(&unescaped(rest));
    let lines = out.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// Replaces `{@link …}` by TL names.
fn named(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{@link ") {
        out.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            rest = after;
            continue;
        };
        out.push_str(&tl_name(name.trim()));
        rest = after;
    }
    out + rest
}

/// Returns the TL name of a TypeScript type: `messages.RawSendMessageRequest` is `messages.sendMessage`, and
/// `TypeUser` is `User`.
fn tl_name(name: &str) -> String {
    let (namespace, last) =
        name.rsplit_once('.').map_or(("", name), |(namespace, last)| (namespace, last));
    let last = match (last.strip_prefix("Raw"), last.strip_prefix("Type")) {
        (Some(raw), _) => {
            let raw = raw.strip_suffix("Request").unwrap_or(raw);
            let mut chars = raw.chars();
            chars.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(chars).collect()
        }
        (None, Some(ty)) => ty.to_owned(),
        (None, None) => last.to_owned(),
    };
    let dot = if namespace.is_empty() { "" } else { "." };
    format!("<code>{namespace}{dot}{last}</code>")
}

/// Splits a text that starts with `<` into the inside of the tag and the rest; `<` before anything but a name
/// is not a tag.
fn tag(text: &str) -> Option<(&str, &str)> {
    let inside = &text[1..];
    let first = inside.strip_prefix('/').unwrap_or(inside).chars().next()?;
    if !first.is_ascii_alphabetic() {
        return None;
    }
    inside.split_once('>')
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, value) = tag.split_once(&format!("{name}=\""))?;
    let (value, _) = value.split_once('"')?;
    Some(unescaped(value))
        .filter(|value| value.starts_with("https://") || value.starts_with("http://"))
}

fn unescaped(text: &str) -> String {
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ];
    entities.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn tags_become_what_they_mean() {
        let html = "See <a href=\"https://a.b/c\">there</a>.<br>Only <code>x&lt;y</code>, <b>if</b> 1 < 2 &amp; so";
        assert_eq!(plain(html), "See there (https://a.b/c).\nOnly `x<y`, if 1 < 2 & so");
    }

    #[test]
    fn links_to_types_are_tl_names() {
        let html =
            "Use {@link messages.RawSendMessageRequest}, {@link RawUser} or {@link TypeChat}";
        assert_eq!(plain(html), "Use `messages.sendMessage`, `user` or `Chat`");
        assert_eq!(plain("{@link a"), "a");
    }

    #[test]
    fn addresses_that_are_no_urls_and_tags_that_do_not_end_go() {
        assert_eq!(plain("<a href=\"javascript:x\">y</a> <a"), "y <a");
    }
}
