//! The reference as Markdown files, for wikis and language models, with an index `llms.txt`.

mod page;
mod site;

pub use self::{
    page::{Links, combinator, error, ty},
    site::site,
};
