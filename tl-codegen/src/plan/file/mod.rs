//! The last pass: assigns items to files, and lists all names.

pub(crate) mod compiled;
pub(crate) mod files;
pub(crate) mod names_list;
pub(crate) mod serde_file;
pub(crate) mod table;

use self::{
    names_list::{Listing, named},
    serde_file::serde_file,
    table::table,
};
use crate::plan::field::tables::Fielded;
use crate::plan::item::items::Items;
use crate::plan::model::file::Plan;
use crate::request::settings::Settings;
use crate::select::selection::Selected;

/// Sorts the items into files; the plan has no compiled schema yet.
pub(crate) fn files(
    items: Items,
    fielded: &Fielded<'_>,
    selected: &Selected<'_>,
    settings: &Settings,
    listing: Listing,
) -> Plan {
    let tables = &fielded.tables();
    let table = table(selected, tables.asked, &items);
    let mut files = files::files(items.all, &items.shards, table, settings, tables.memory());
    if let Some(impls) = items.serde {
        let (declaration, file) =
            serde_file(impls, &settings.serde, settings.server_feature.as_deref());
        files[0].items.push(declaration);
        files.push(file);
    }
    let names = match listing {
        Listing::Names => named(tables),
        Listing::Nothing => Vec::new(),
    };
    Plan { files, names, schema: None }
}
