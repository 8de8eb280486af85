//! `schema/td/null.tsv`: the fields of TDLib's objects that may be null.

use std::{error::Error, fmt::Write};

use typelang_parser::{Dialect, nullable::Nullable};

use crate::restate::schema_of;

/// The schema whose text is read, below `schema/`.
pub(crate) const SCHEMA: &str = "td/td_api.tl";
/// The table, below `schema/`.
pub(crate) const FILE: &str = "td/null.tsv";

const HEAD: &str = "\
# Fields of TDLib's objects and methods that may be null; a list may hold null.
# Written by `cargo xtask schema` from the text of td_api.tl, whose package SOURCES.md lists.
# combinator\tfield
";

/// Returns the table for a published schema with its text.
pub(crate) fn table(published: &str) -> Result<String, Box<dyn Error>> {
    let schema = schema_of(SCHEMA, published, Dialect::Tdlib)?;
    let mut table = HEAD.to_owned();
    for (combinator, field) in Nullable::from_docs(&schema).iter() {
        writeln!(table, "{combinator}\t{field}")?;
    }
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_lists_fields_and_no_text() {
        let published = "int32 = Int32;\n//@description A photo @width Its width\nphoto width:int32 = Photo;\n\
            //@description A chat @id Id; pass null @photo Photo; may be null\nchat id:int32 photo:photo = Chat;";
        assert_eq!(table(published).unwrap(), format!("{HEAD}chat\tphoto\n"));
    }
}
