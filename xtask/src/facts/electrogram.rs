//! Reads the errors in electrogram, which assigns them to no method.

use std::error::Error;

use super::errors::Errors;

const SOURCE: char = 'e';

/// Reads the table of a code, `400_BAD_REQUEST.tsv`: name and description.
pub(crate) fn read(file: &str, text: &str, errors: &mut Errors) -> Result<(), Box<dyn Error>> {
    let name = file.rsplit('/').next().unwrap_or(file);
    let code = name.split('_').next().unwrap_or_default();
    let code = code.parse().map_err(|error| format!("{file}: {error}"))?;
    let names = text.lines().skip(1).filter_map(|line| line.split('\t').next());
    names.filter(|name| !name.is_empty()).for_each(|name| errors.list(SOURCE, code, name));
    Ok(())
}
