//! What templates call.

use minijinja::{Environment, Error, Value};

use crate::prose;

/// Makes the filters known to templates.
pub(super) fn add(environment: &mut Environment<'_>) {
    environment.add_filter("links", |list: Value, root: &str| -> Result<Value, Error> {
        let mut out = String::new();
        for link in list.try_iter()? {
            push(&mut out, &link, root)?;
        }
        Ok(Value::from_safe_string(out))
    });
    environment.add_filter("link", |link: Value, root: &str| -> Result<Value, Error> {
        let mut out = String::new();
        push(&mut out, &link, root)?;
        Ok(Value::from_safe_string(out))
    });
    environment.add_filter("prose", |text: &str| Value::from_safe_string(prose::html(text)));
    environment.add_filter("line", |text: &str| Value::from_safe_string(prose::inline_html(text)));
}

fn push(out: &mut String, link: &Value, root: &str) -> Result<(), Error> {
    let (text, page) = (link.get_attr("text")?, link.get_attr("page")?);
    let text = text.as_str().unwrap_or_default();
    if let Some(page) = page.as_str() {
        out.extend(["<a href=\"", root, page, ".html\">"]);
        escape(out, text);
        out.push_str("</a>");
    } else {
        escape(out, text);
    }
    Ok(())
}

fn escape(out: &mut String, text: &str) {
    for char in text.chars() {
        match char {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(char),
        }
    }
}
