//! Files of published packages, verified by checksum.

use std::{error::Error, fs};

use crate::{
    at,
    package::{Package, sha256},
    root,
    sources::Row,
};

/// Fetches packages one after another; a package that consecutive rows name is fetched once. Files with a
/// known checksum are cached in `target/xtask/files`.
#[derive(Debug, Default)]
pub(crate) struct Origins {
    last: Option<(String, Package)>,
}

impl Origins {
    /// Returns the file that a row names, and fills in the row's licence and checksum if they are missing.
    pub(crate) fn text(&mut self, row: &mut Row) -> Result<String, Box<dyn Error>> {
        let files = root().join("target/xtask/files");
        let kept = fs::read_to_string(files.join(&row.sha256)).ok();
        if let Some(text) = kept.filter(|text| sha256(text) == row.sha256) {
            return Ok(text);
        }
        let package = self.package(row)?;
        let path = package.dir.join(&row.published);
        let text = fs::read_to_string(&path).map_err(at(&path))?;
        let sum = sha256(&text);
        if !row.sha256.is_empty() && row.sha256 != sum {
            return Err(changed(row, &sum).into());
        }
        fs::create_dir_all(&files).map_err(at(&files))?;
        fs::write(files.join(&sum), &text).map_err(at(&files))?;
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

fn changed(row: &Row, sum: &str) -> String {
    let Row { package, version, published, .. } = row;
    format!(
        "{package} {version}: {published} has the checksum {sum}, and SOURCES.md lists another; \
         clear that cell to accept the file"
    )
}
