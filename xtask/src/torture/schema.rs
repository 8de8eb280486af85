//! A schema as a list of declarations that can be left out one by one.

use typelang_codegen::Sources;
use typelang_parser::Dialect;

/// A random schema.
#[derive(Clone, Debug)]
pub(crate) struct Schema {
    pub(crate) dialect: Dialect,
    /// The layer in the comment on top.
    pub(crate) layer: Option<u32>,
    pub(crate) declarations: Vec<Declaration>,
}

/// A declaration with its comments and layer mark.
#[derive(Clone, Debug, Default)]
pub(crate) struct Declaration {
    pub(crate) is_method: bool,
    /// The layer of the mark `===N===` above it.
    pub(crate) mark: Option<u32>,
    /// The comments directly before it, one per line.
    pub(crate) docs: Vec<String>,
    /// Its name, and its id if one is written.
    pub(crate) name: String,
    /// Its parameters and fields, as written.
    pub(crate) fields: Vec<String>,
    pub(crate) result: String,
}

impl Schema {
    /// Parses text with one declaration per line, as [`Schema::text`] writes it, without comments.
    pub(crate) fn parse(text: &str, dialect: Dialect) -> Self {
        let mut schema = Self { dialect, layer: None, declarations: Vec::new() };
        let (mut is_method, mut mark) = (false, None);
        for line in text.lines().map(str::trim) {
            if let Some(layer) = line.strip_prefix("===") {
                mark = layer.trim_end_matches('=').parse().ok();
            } else if line.starts_with("---") {
                is_method = line.contains("functions");
            } else if let Some(line) = line.strip_suffix(';') {
                let one = Declaration::parse(line);
                schema.declarations.push(Declaration { is_method, mark, ..one });
            }
        }
        schema
    }

    /// Formats the schema, with section and layer marks where they change.
    pub(crate) fn text(&self) -> String {
        let mut text = self.layer.map_or_else(String::new, |layer| format!("// LAYER {layer}\n"));
        let (mut is_method, mut mark) = (false, None);
        for one in &self.declarations {
            if one.is_method != is_method {
                is_method = one.is_method;
                text += if is_method { "---functions---\n" } else { "---types---\n" };
            }
            if one.mark != mark {
                mark = one.mark;
                text += &["===", &mark.unwrap_or(1).to_string(), "===\n"].concat();
            }
            for line in &one.docs {
                text += line;
                text.push('\n');
            }
            text += &one.line();
            text.push('\n');
        }
        text
    }

    /// Returns the schema as a source for the generator.
    pub(crate) fn sources(&self) -> Sources {
        let mut sources = Sources::new();
        sources.add("random.tl", self.text());
        sources
    }
}

impl Declaration {
    /// Parses a declaration, and splits it into fields at the blanks outside of brackets.
    pub(crate) fn parse(text: &str) -> Self {
        let (left, result) = text.split_once(" = ").unwrap_or((text, ""));
        let mut words: Vec<String> = vec![String::new()];
        let mut depth = 0_usize;
        for letter in left.chars() {
            match letter {
                '[' | '(' | '{' => depth += 1,
                ']' | ')' | '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            match words.last_mut() {
                Some(word) if letter != ' ' || depth > 0 => word.push(letter),
                _ => words.push(String::new()),
            }
        }
        let name = words.remove(0);
        Self { name, fields: words, result: result.to_owned(), ..Declaration::default() }
    }

    fn line(&self) -> String {
        let words = [&[self.name.clone()][..], &self.fields].concat().join(" ");
        format!("{words} = {};", self.result)
    }
}
