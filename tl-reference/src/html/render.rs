//! Templates, and the files that they fill.

use core::fmt;

use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value, context};

use super::filters;
use crate::file::File;

/// A template that could not be filled, which is a fault of this crate.
#[derive(Debug)]
pub struct Broken(minijinja::Error);

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a template cannot be filled: {:#}", self.0)
    }
}

impl core::error::Error for Broken {}

impl From<minijinja::Error> for Broken {
    fn from(error: minijinja::Error) -> Self {
        Self(error)
    }
}

const TEMPLATES: [(&str, &str); 10] = [
    ("base.html", include_str!("../../templates/base.html")),
    ("combinator.html", include_str!("../../templates/combinator.html")),
    ("type.html", include_str!("../../templates/type.html")),
    ("error.html", include_str!("../../templates/error.html")),
    ("errors.html", include_str!("../../templates/errors.html")),
    ("home.html", include_str!("../../templates/home.html")),
    ("names.html", include_str!("../../templates/names.html")),
    ("namespace.html", include_str!("../../templates/namespace.html")),
    ("ids.html", include_str!("../../templates/ids.html")),
    ("layers.html", include_str!("../../templates/layers.html")),
];

const DECODE: (&str, &str) = ("decode.html", include_str!("../../templates/decode.html"));

/// Fills templates with what all pages share.
pub(super) struct Renderer<'r> {
    environment: Environment<'r>,
    site: Value,
}

impl Renderer<'_> {
    pub(super) fn new(site: Value) -> Result<Self, Broken> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment.set_trim_blocks(true);
        environment.set_lstrip_blocks(true);
        filters::add(&mut environment);
        for (name, text) in TEMPLATES.into_iter().chain([DECODE]) {
            environment.add_template(name, text)?;
        }
        Ok(Self { environment, site })
    }

    /// Fills a template with a page's own values.
    pub(super) fn page(
        &self,
        template: &str,
        page: &str,
        title: &str,
        own: Value,
    ) -> Result<File, Broken> {
        let root = "../".repeat(page.matches('/').count());
        let context = context! { root, title, site => &self.site, ..own };
        let text = self.environment.get_template(template)?.render(context)?;
        Ok(File { path: format!("{page}.html"), text })
    }
}
