//! The docs of methods that docs files tell more of: who may call them, and which errors the server gives.

use crate::markdown::{inline, text};
use typelang_parser::docs_file::{Caller, Method, MethodError};

/// The doc lines for a method, a blank one before each paragraph.
pub(crate) fn docs(method: &Method) -> Vec<String> {
    let mut lines = Vec::new();
    let is = |caller| method.callers.contains(&caller);
    let callers = match (is(Caller::Users), is(Caller::Bots)) {
        (false, false) => None,
        (true, false) => Some("For users, not for bots."),
        (false, true) => Some("For bots, not for users."),
        (true, true) => Some("For users and bots."),
    };
    let business = is(Caller::Business).then_some("Bots may call it over a business connection.");
    let anyone = is(Caller::Anyone).then_some("No login is needed.");
    let callers: Vec<&str> = [callers, business, anyone].into_iter().flatten().collect();
    if !callers.is_empty() {
        lines.extend([String::new(), callers.join(" ")]);
    }
    if !method.errors.is_empty() {
        lines.extend([String::new(), "# Errors".to_owned(), String::new()]);
    }
    for MethodError { code, name, text: said } in &method.errors {
        let said = text(said).into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>();
        let said = said.join(" ");
        let colon = if said.is_empty() { "" } else { ": " };
        lines.push(format!("- {code} {}{colon}{said}", inline(name)));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn callers_and_errors_are_paragraphs() {
        let callers = [Caller::Users, Caller::Anyone].into();
        let error = |code, name: &str, text: &str| MethodError {
            code,
            name: name.to_owned(),
            text: text.to_owned(),
        };
        let errors = vec![error(400, "A_`B", "Not <b>.\n\n    so"), error(420, "FLOOD", "")];
        let want = [
            "",
            "For users, not for bots. No login is needed.",
            "",
            "# Errors",
            "",
            "- 400 A\\_\\`B: Not \\<b\\>. so",
            "- 420 FLOOD",
        ];
        assert_eq!(docs(&Method { callers, errors }), want);
        assert!(docs(&Method::default()).is_empty());
    }
}
