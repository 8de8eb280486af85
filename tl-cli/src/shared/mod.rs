//! What several subcommands use.

pub(crate) mod allow_list;
pub(crate) mod counts;
pub(crate) mod dialect;
pub(crate) mod difference;
pub(crate) mod embedded;
pub(crate) mod explanation;
pub mod format;
pub(crate) mod input;
pub mod item_settings;
pub mod layer;
pub mod lint;
pub(crate) mod mended;
pub mod outcome;
pub(crate) mod printed;
pub mod reference;
pub(crate) mod revision;
pub mod selection;
pub(crate) mod shell;
pub(crate) mod suggestion;
pub(crate) mod table;
pub mod terminal;
pub(crate) mod text;
