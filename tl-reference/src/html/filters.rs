//! The filters of templates.

use minijinja::{Environment, Error, Value};

use crate::{model::FirstLayer, prose};

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
    environment.add_filter("since", |first: Value| -> Result<String, Error> {
        let after = u32::try_from(first.get_attr("after")?).ok();
        let seen = u32::try_from(first.get_attr("seen")?)?;
        Ok(FirstLayer { after, seen }.to_string())
    });
    environment.add_filter("count", |number: usize| grouped(number));
    environment.add_filter("counted", |number: usize, noun: &str| counted(number, noun));
    environment.add_filter("plain", |text: &str| prose::plain(text));
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

/// A number of things: `1 method`, `1,704 constructors`.
fn counted(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", grouped(number))
}

/// A number with a comma before each group of three digits.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
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

#[cfg(test)]
mod tests {
    use super::{counted, grouped};

    #[test]
    fn one_is_no_plural() {
        let said = [0, 1, 1704].map(|number| counted(number, "method"));
        assert_eq!(said, ["0 methods", "1 method", "1,704 methods"]);
    }

    #[test]
    fn numbers_are_grouped_by_three_digits() {
        let numbers = [0, 999, 1704, 1_234_567].map(grouped);
        assert_eq!(numbers, ["0", "999", "1,704", "1,234,567"]);
    }
}
