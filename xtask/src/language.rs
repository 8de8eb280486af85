//! Checks that the sources with an old `rust-version` use no newer syntax.
//!
//! Clippy's `incompatible_msrv` judges names of the standard library, and cargo the edition. What is left is syntax: since
//! the edition 2024 needs Rust 1.85, that is chains of `let`, which need 1.88.

use std::{io, path::Path};

use syn::{BinOp, Expr, ExprBinary, visit::Visit};

use crate::sizes::rust_files;

/// The sources that are compiled in other people's programs.
const RUNTIME: &str = "tl-runtime/src";
const GENERATED: &str = "generated";

/// Returns the chains of `let`.
pub(crate) fn check(root: &Path) -> io::Result<Vec<String>> {
    let mut faults = Vec::new();
    for (path, text) in rust_files(&root.join(RUNTIME))? {
        // `syn` does not say in which line, as spans with lines would make the generator slower.
        let chains = chains(&text);
        faults.extend((chains > 0).then(|| fault(&format!("{}: {chains} of", path.display()))));
    }
    // Its lines are too many to parse, and laid out alike.
    for (path, text) in rust_files(&root.join(GENERATED))? {
        let code = (1..).zip(text.lines()).filter(|(_, line)| !line.trim_start().starts_with("//"));
        let chains = code.filter(|(_, line)| {
            line.contains("&& let ") || (line.contains("if let ") && line.contains(" && "))
        });
        faults.extend(chains.map(|(line, _)| fault(&format!("{}:{line}", path.display()))));
    }
    Ok(faults)
}

fn fault(place: &str) -> String {
    format!("{place}: chains of `let` need Rust 1.88, and the `rust-version` is lower")
}

/// Counts the chains of `let`.
fn chains(text: &str) -> usize {
    struct Chains(usize);

    impl Visit<'_> for Chains {
        fn visit_expr_binary(&mut self, expr: &ExprBinary) {
            let is_let = |side: &Expr| matches!(side, Expr::Let(_));
            if matches!(expr.op, BinOp::And(_)) && (is_let(&expr.left) || is_let(&expr.right)) {
                self.0 += 1;
            }
            syn::visit::visit_expr_binary(self, expr);
        }
    }

    let mut chains = Chains(0);
    if let Ok(file) = syn::parse_file(text) {
        chains.visit_file(&file);
    }
    chains.0
}

#[cfg(test)]
mod tests {
    use super::chains;

    #[test]
    fn chains_are_found_and_single_conditions_are_not() {
        let text = "fn f() {\n    if let Some(a) = b {}\n    if (a && b) || c {}\n    \
                    if a\n        && let Some(b) = c {}\n    while let Some(a) = b && a {}\n}";
        assert_eq!(chains(text), 2);
    }
}
