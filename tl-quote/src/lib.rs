#![doc = include_str!("../README.md")]

use std::{collections::BTreeSet, fmt::Write, iter::Peekable};

use proc_macro::{Delimiter, Group, Spacing, TokenStream, TokenTree, token_stream::IntoIter};

/// Spells Rust as `crate::tokens::Tokens`: a blank follows each token, and a line ends after `;`, `{` and `}`.
///
/// `#name` stands for a variable whose type implements `crate::tokens::Spell`. `#(…)*` repeats for each element of the
/// variables in it, and `#(…),*` separates the repetitions.
#[proc_macro]
pub fn quote(template: TokenStream) -> TokenStream {
    let mut code = Code::default();
    if let Err(what) = code.add(template) {
        return format!("::core::compile_error!({what:?})").parse().unwrap_or_default();
    }
    let body = code.finished();
    let whole = format!("{{ let mut __s = crate::tokens::Tokens::new(); {body} __s }}");
    whole.parse().unwrap_or_default()
}

/// The statements that spell a template.
#[derive(Default)]
struct Code {
    statements: String,
    /// The text since the last statement.
    text: String,
    /// The variables.
    names: BTreeSet<String>,
}

impl Code {
    fn add(&mut self, template: TokenStream) -> Result<(), &'static str> {
        let mut tokens = template.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match (token, tokens.peek()) {
                (TokenTree::Punct(mark), Some(TokenTree::Ident(name))) if mark.as_char() == '#' => {
                    let name = name.to_string();
                    self.statement(&format!("__s.put(&{name});"));
                    self.names.insert(name);
                    tokens.next();
                }
                (TokenTree::Punct(mark), Some(TokenTree::Group(group)))
                    if mark.as_char() == '#' && group.delimiter() == Delimiter::Parenthesis =>
                {
                    let inner = group.stream();
                    tokens.next();
                    self.repeat(inner, &separator(&mut tokens)?)?;
                }
                (TokenTree::Punct(mark), next) => {
                    let is_joint = mark.spacing() == Spacing::Joint
                        && !matches!(next, Some(TokenTree::Punct(next)) if next.as_char() == '#');
                    self.text.push(mark.as_char());
                    self.text.push_str(match mark.as_char() {
                        ';' => "\n",
                        _ if is_joint => "",
                        _ => " ",
                    });
                }
                (TokenTree::Group(group), _) => self.group(&group)?,
                (token, _) => _ = write!(self.text, "{token} "),
            }
        }
        Ok(())
    }

    fn group(&mut self, group: &Group) -> Result<(), &'static str> {
        let (open, close) = match group.delimiter() {
            Delimiter::Parenthesis => ("(", ") "),
            Delimiter::Brace => ("{\n", "}\n"),
            Delimiter::Bracket => ("[", "] "),
            Delimiter::None => ("", ""),
        };
        self.text.push_str(open);
        self.add(group.stream())?;
        self.text.push_str(close);
        Ok(())
    }

    /// Adds a loop over the variables in a repetition.
    fn repeat(&mut self, inner: TokenStream, separator: &str) -> Result<(), &'static str> {
        let mut code = Self::default();
        code.add(inner)?;
        let (names, body) = (code.names.clone(), code.finished());
        if names.is_empty() {
            return Err("a repetition needs a variable");
        }
        let mut each = String::from(
            "{ #[allow(unused_imports)] use crate::tokens::{Iterate as _, IterateRef as _};",
        );
        let mut pattern = names.iter().map(|name| format!("Some({name})")).collect::<Vec<_>>();
        let mut next = names.iter().map(|name| format!("__{name}.next()")).collect::<Vec<_>>();
        for name in &names {
            _ = write!(each, "let mut __{name} = {name}.each();");
        }
        if names.len() > 1 {
            pattern = vec![format!("({})", pattern.join(","))];
            next = vec![format!("({})", next.join(","))];
        }
        let (pattern, next) = (pattern.concat(), next.concat());
        if separator.is_empty() {
            _ = write!(each, "while let {pattern} = {next} {{ {body} }} }}");
        } else {
            _ = write!(
                each,
                "let mut __first = true; while let {pattern} = {next} {{ \
                 if !__first {{ __s.text({separator:?}); }} __first = false; {body} }} }}"
            );
        }
        self.statement(&each);
        self.names.extend(names);
        Ok(())
    }

    /// Adds a statement after the text so far.
    fn statement(&mut self, statement: &str) {
        self.flush();
        self.statements.push_str(statement);
    }

    fn flush(&mut self) {
        if !self.text.is_empty() {
            _ = write!(self.statements, "__s.text({:?});", self.text);
            self.text.clear();
        }
    }

    fn finished(mut self) -> String {
        self.flush();
        self.statements
    }
}

/// Reads what separates repetitions, and the `*` at its end.
fn separator(tokens: &mut Peekable<IntoIter>) -> Result<String, &'static str> {
    let mut separator = String::new();
    for token in tokens {
        match token {
            TokenTree::Punct(mark) if mark.as_char() == '*' => {
                if !separator.is_empty() {
                    separator.push(' ');
                }
                return Ok(separator);
            }
            TokenTree::Punct(mark) => separator.push(mark.as_char()),
            _ => break,
        }
    }
    Err("a repetition ends with `*`")
}
