//! Templates, and the files that they fill.

use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value, context};

use super::filters;
use crate::file::File;

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
    #[expect(clippy::expect_used, reason = "templates are this crate's own")]
    pub(super) fn new(site: Value) -> Self {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment.set_trim_blocks(true);
        environment.set_lstrip_blocks(true);
        filters::add(&mut environment);
        for (name, text) in TEMPLATES.into_iter().chain([DECODE]) {
            environment
                .add_template(name, text)
                .expect("a template parses because it is a constant that tests load");
        }
        Self { environment, site }
    }

    /// Fills a template with a page's own values.
    #[expect(clippy::expect_used, reason = "templates and their values are this crate's own")]
    pub(super) fn page(&self, template: &str, page: &str, title: &str, own: Value) -> File {
        let root = "../".repeat(page.matches('/').count());
        let context = context! { root, title, site => &self.site, ..own };
        let template = self.environment.get_template(template);
        let text = template.and_then(|template| template.render(context)).expect(
            "a template uses only values that its page has, because tests fill each one strictly",
        );
        File { path: format!("{page}.html"), text }
    }
}
