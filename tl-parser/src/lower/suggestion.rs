//! Suggests replacing an unknown name by the nearest known one.

use super::scope::Scope;
use crate::{diagnostic::Diagnostic, syntax::Ident};

/// Adds the suggestion of a name, if there is one.
pub(super) fn did_you_mean(
    fault: Diagnostic,
    scope: &Scope<'_>,
    ident: &Ident<'_>,
    near: Option<String>,
) -> Diagnostic {
    match near {
        Some(near) => {
            fault.suggest(format!("did you mean `{near}`?"), scope.place(ident.span), near)
        }
        None => fault,
    }
}
