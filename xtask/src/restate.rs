//! Restates published schemas in our own layout.

use std::error::Error;

use typelang_parser::{
    Dialect, Options, Schema, Sources, check, parse, print,
    report::{Style, render},
    schema::Combinator,
    syntax::Role,
};

/// A restated schema.
#[derive(Debug)]
pub(crate) struct Restated {
    pub(crate) text: String,
    pub(crate) layer: Option<u32>,
}

/// Prints a schema again: only the facts, without the comments of its publisher.
pub(crate) fn restate(
    name: &str,
    published: &str,
    dialect: Dialect,
) -> Result<Restated, Box<dyn Error>> {
    let before = schema_of(name, published, dialect)?;
    let id = Sources::new().add(name, published);
    let mut tree = parse(id, published).file;
    tree.comments.retain(|comment| is_layer(comment.text));
    let text = print(&tree, published);
    let after = schema_of(name, &text, dialect)?;
    if facts(&before) != facts(&after) {
        return Err(format!("{name}: the printed schema differs from the one that was read").into());
    }
    let marked = after.combinators.iter().filter_map(|it| it.layer).max();
    Ok(Restated { layer: after.layer.or(marked), text })
}

/// `// LAYER 230` is a fact; the text of other comments belongs to their author.
fn is_layer(comment: &str) -> bool {
    let number = comment.trim_start_matches('/').trim().strip_prefix("LAYER");
    number.is_some_and(|number| number.trim().parse::<u32>().is_ok())
}

pub(crate) fn schema_of(
    name: &str,
    text: &str,
    dialect: Dialect,
) -> Result<Schema, Box<dyn Error>> {
    let mut sources = Sources::new();
    sources.add(name, text);
    let options = Options { dialect: Some(dialect), ..Options::default() };
    let checked = check(&sources, &options);
    if checked.has_errors() {
        return Err(render(&checked.diagnostics, &sources, Style::Plain).into());
    }
    Ok(checked.schema)
}

/// Returns what must not change: every declaration and its two ids.
fn facts(schema: &Schema) -> Vec<(Role, &str, Option<u32>, u32)> {
    schema.combinators.iter().map(fact).collect()
}

fn fact(of: &Combinator) -> (Role, &str, Option<u32>, u32) {
    (of.role, &of.name, of.written_id, of.computed_id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_stay_and_words_go() {
        let published =
            "// LAYER 7\n// Some prose.\none#ABC x:int  =  One; // more\n\n\n/* end */two = Two;";
        let restated = restate("api.tl", published, Dialect::Telegram).unwrap();
        assert_eq!(restated.layer, Some(7));
        assert_eq!(restated.text, "// LAYER 7\n\none#00000abc x:int = One;\n\ntwo = Two;\n");
    }

    #[test]
    fn a_faulty_schema_is_refused_with_its_report() {
        let error = restate("api.tl", "one x:Missing = One;", Dialect::Telegram).unwrap_err();
        assert!(error.to_string().contains("api.tl:1:7"), "{error}");
    }
}
