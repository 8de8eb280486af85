//! A schema as a list of declarations, of which single ones can be left out.

use typelang_codegen::Sources;
use typelang_parser::Dialect;

/// A random schema.
#[derive(Clone, Debug)]
pub(crate) struct Schema {
    pub(crate) dialect: Dialect,
    /// The layer that a comment on top states.
    pub(crate) layer: Option<u32>,
    pub(crate) declarations: Vec<Declaration>,
}

/// A declaration, with what stands around it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Declaration {
    pub(crate) is_method: bool,
    /// The layer of the mark `===N===` above it.
    pub(crate) mark: Option<u32>,
    /// The comments right before it, a line each.
    pub(crate) docs: Vec<String>,
    /// Its name, with the id if one is written.
    pub(crate) name: String,
    /// Its parameters and fields, each as it is written.
    pub(crate) fields: Vec<String>,
    pub(crate) result: String,
}

impl Schema {
    /// The schema as text, with section and layer marks where they change.
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

    /// The schema as a source of the generator.
    pub(crate) fn sources(&self) -> Sources {
        let mut sources = Sources::new();
        sources.add("random.tl", self.text());
        sources
    }
}

impl Declaration {
    fn line(&self) -> String {
        let words = [&[self.name.clone()][..], &self.fields].concat().join(" ");
        format!("{words} = {};", self.result)
    }
}
