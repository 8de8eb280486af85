//! The docs of methods that docs files tell more of: who may call them, and which errors the server gives.
//!
//! Goldens: `docs_file`.

use crate::docs::method::{Caller, Method, MethodError};
use crate::markdown::{inline, text};

/// The doc lines for a method, a blank one before each paragraph.
pub(crate) fn docs(method: &Method) -> Vec<String> {
    let mut lines = Vec::new();
    let all: Vec<Caller> = method.callers.iter().copied().collect();
    let callers = match all.as_slice() {
        [] => None,
        [Caller::Users] => Some("For users, not for bots."),
        [Caller::Bots] => Some("For bots, not for users."),
        _ => Some("For users and bots."),
    };
    if let Some(callers) = callers {
        lines.extend([String::new(), callers.to_owned()]);
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
        let callers = [Caller::Users].into();
        let error = |code, name: &str, text: &str| MethodError {
            code,
            name: name.to_owned(),
            text: text.to_owned(),
        };
        let errors = vec![error(400, "A_`B", "Not <b>.\n\n    so"), error(420, "FLOOD", "")];
        let want = [
            "",
            "For users, not for bots.",
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
