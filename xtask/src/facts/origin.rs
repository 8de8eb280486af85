//! Files of published packages, checked by their sums.

use std::{error::Error, fs};

use crate::{
    at,
    package::{Package, sha256},
    sources::Row,
};

/// Fetches packages one after another, and one that several rows in turn name once.
#[derive(Debug, Default)]
pub(crate) struct Origins {
    last: Option<(String, Package)>,
}

impl Origins {
    /// The file that a row names. Licence and checksum are filled in where the row has none.
    pub(crate) fn text(&mut self, row: &mut Row) -> Result<String, Box<dyn Error>> {
        let package = self.package(row)?;
        let path = package.dir.join(&row.published);
        let text = fs::read_to_string(&path).map_err(at(&path))?;
        let sum = sha256(&text);
        if !row.sha256.is_empty() && row.sha256 != sum {
            return Err(format!(
                "{} {}: {} has the checksum {sum}, and not what SOURCES.md lists; clear it there to accept the file",
                row.package, row.version, row.published
            )
            .into());
        }
        row.sha256 = sum;
        row.licence = package.licence;
        Ok(text)
    }

    fn package(&mut self, row: &Row) -> Result<Package, Box<dyn Error>> {
        let wanted = format!("{:?} {} {}", row.fetcher, row.package, row.version);
        match &self.last {
            Some((name, package)) if *name == wanted => Ok(package.clone()),
            _ => {
                let package = row.fetch()?;
                self.last = Some((wanted, package.clone()));
                Ok(package)
            }
        }
    }
}
