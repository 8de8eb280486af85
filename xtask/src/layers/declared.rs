//! The declarations of a published schema, in one spelling.

use std::{error::Error, path::Path};

use serde_json::Value;
use typelang_parser::{
    Dialect, FileId, Options, Schema, Sources, check,
    diagnostic::Severity,
    json, parse,
    report::{Style, render},
    syntax::{Item, Role},
    text::{Spelling, declaration},
};

use super::mtcute;
use crate::say;

/// A declaration with its id; equal declarations have equal texts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Declared {
    pub(crate) is_method: bool,
    pub(crate) text: String,
}

impl Declared {
    pub(crate) fn name(&self) -> &str {
        self.text.split_once('#').map_or(&self.text, |(name, _)| name)
    }

    /// The id's digits.
    pub(crate) fn id(&self) -> &str {
        let rest = self.text.split_once('#').map_or("", |(_, rest)| rest);
        rest.split(' ').next().unwrap_or_default()
    }
}

/// What every layer has, and what packages leave out whose code reads it by hand.
const LANGUAGE: &str = "\
boolFalse#bc799737 = Bool;
boolTrue#997275b5 = Bool;
true#3fedd339 = True;
vector#1cb5c415 {t:Type} # [ t ] = Vector t;
error#c4b9f9bb code:int text:string = Error;
null#56730bcc = Null;
";

/// Reads a schema in TL, or in one of two JSON forms.
pub(crate) fn declared(file: &str, text: &str) -> Result<Vec<Declared>, Box<dyn Error>> {
    if Path::new(file).extension().is_none_or(|ext| ext != "json") {
        return of_tl(file, text);
    }
    let schema: Value = serde_json::from_str(text)?;
    let text = if schema["e"].is_array() { mtcute::to_tl(&schema)? } else { json::read(text)? };
    of_tl(file, &text)
}

fn of_tl(file: &str, text: &str) -> Result<Vec<Declared>, Box<dyn Error>> {
    let schema = sound(file, text)?;
    let spelling = Spelling::new(&schema);
    let all = schema.combinators.iter().filter(|it| !it.builtin).map(|it| Declared {
        is_method: it.role == Role::Function,
        text: declaration(&spelling, it),
    });
    Ok(all.collect())
}

/// Checks a schema without its faulty declarations, and lists these: some packages have drafts of their own, which name
/// types that no layer has.
fn sound(file: &str, text: &str) -> Result<Schema, Box<dyn Error>> {
    let (mut sources, mut left_out) = (Sources::new(), text.to_owned());
    sources.add(file, text);
    let options = Options { dialect: Some(Dialect::Telegram), ..Options::default() };
    let checked = check(&sources, &options);
    if !checked.has_errors() {
        return Ok(checked.schema);
    }
    let faults = checked.diagnostics.iter().filter(|fault| fault.severity == Severity::Error);
    let places: Vec<u32> = faults.filter_map(|fault| Some(fault.location()?.span.start)).collect();
    for item in &parse(FileId(0), text).file.items {
        let Item::Combinator(it) = item else { continue };
        if places.iter().any(|at| (it.span.start..it.span.end).contains(at)) {
            say(&format!("left out of {file}: {}", &text[it.span.range()]));
            left_out.replace_range(it.span.range(), &" ".repeat(it.span.range().len()));
        }
    }
    let mut sources = Sources::new();
    sources.add(file, left_out);
    let checked = check(&sources, &options);
    if checked.has_errors() {
        return Err(render(&checked.diagnostics, &sources, Style::Plain).into());
    }
    Ok(checked.schema)
}

/// Adds the declarations of the language that the package leaves out.
pub(crate) fn with_language(declared: Vec<Declared>) -> Result<Vec<Declared>, Box<dyn Error>> {
    let mut all = of_tl("language.tl", LANGUAGE)?;
    let names: Vec<String> = all.iter().map(|it| it.name().to_owned()).collect();
    all.extend(declared.into_iter().filter(|it| !names.iter().any(|name| name == it.name())));
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(all: &[Declared]) -> Vec<&str> {
        all.iter().map(|it| it.text.as_str()).collect()
    }

    #[test]
    fn one_spelling_whatever_the_layout() {
        let a = declared("a.tl", "a#1 x:Vector<int> = A;\n---functions---\nf#2 {X:Type} q:!X = X;");
        let b = declared(
            "b.tl",
            "a#00000001\n  x:(Vector int) = A; // words\n---functions---\nf#2 {X:Type} q:!X = X;",
        );
        let (a, b) = (a.unwrap(), b.unwrap());
        assert_eq!(a, b);
        assert_eq!(texts(&a), ["a#00000001 x:Vector<int> = A;", "f#00000002 {X:Type} q:!X = X;"]);
        assert_eq!([a[0].is_method, a[1].is_method], [false, true]);
    }

    #[test]
    fn faulty_declarations_are_left_out() {
        let all = declared("a.tl", "a#1 = A;\nb#2 x:Missing = B;\nc#3 = C;").unwrap();
        assert_eq!(texts(&all), ["a#00000001 = A;", "c#00000003 = C;"]);
    }

    #[test]
    fn the_language_comes_first_and_once() {
        let all = declared("a.tl", "a#1 = A;\ntrue#3fedd339 = True;").unwrap();
        let all = with_language(all).unwrap();
        assert_eq!(all.len(), 7);
        assert_eq!(all.iter().filter(|it| it.name() == "true").count(), 1);
        assert_eq!(all[6].text, "a#00000001 = A;");
    }
}
