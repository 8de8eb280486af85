//! The command line that mends drift.

use std::path::Path;

use crate::generate::Generate;

/// The command that writes what `args` would check, for a shell.
pub(crate) fn command(args: &Generate) -> String {
    let mut words = vec!["tl".to_owned(), "generate".to_owned()];
    words.extend(args.schemas.iter().map(|schema| path(schema)));
    words.extend(["--out".to_owned(), path(&args.out)]);
    for module in &args.modules {
        words.extend(["--module".to_owned(), format!("{}={}", module.name, module.file.display())]);
    }
    if args.secret {
        words.push("--secret".to_owned());
    }
    if let Some(name) = &args.package {
        words.extend(["--crate".to_owned(), name.clone()]);
    }
    if let Some(runtime) = &args.runtime {
        words.extend(["--runtime".to_owned(), path(runtime)]);
    }
    if let Some(name) = &args.root_file {
        words.extend(["--root-file".to_owned(), name.clone()]);
    }
    if args.no_format {
        words.push("--no-format".to_owned());
    }
    for root in &args.selection.only {
        words.extend(["--only".to_owned(), root.clone()]);
    }
    for ty in &args.selection.opaque {
        words.extend(["--opaque".to_owned(), ty.clone()]);
    }
    if args.borrowed {
        words.push("--borrowed".to_owned());
    }
    if let Some(path) = &args.string_type {
        words.extend(["--string-type".to_owned(), path.clone()]);
    }
    if let Some(path) = &args.bytes_type {
        words.extend(["--bytes-type".to_owned(), path.clone()]);
    }
    if args.no_reflect {
        words.push("--no-reflect".to_owned());
    }
    if let Some(feature) = &args.serde {
        words.push(feature.as_ref().map_or("--serde".to_owned(), |name| format!("--serde={name}")));
    }
    if let Some(feature) = &args.server_feature {
        words.extend(["--server-feature".to_owned(), feature.clone()]);
    }
    for (name, feature) in &args.module_features {
        words.extend(["--module-feature".to_owned(), format!("{name}={feature}")]);
    }
    if let Some(bytes) = args.enum_limit {
        words.extend(["--enum-limit".to_owned(), bytes.to_string()]);
    }
    if let Some(bytes) = args.file_limit {
        words.extend(["--file-limit".to_owned(), bytes.to_string()]);
    }
    for file in &args.docs {
        words.extend(["--docs".to_owned(), path(file)]);
    }
    words.extend(args.requests.words());
    if let Some(dialect) = args.dialect {
        words.extend(["--dialect".to_owned(), dialect.to_string()]);
    }
    words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ")
}

fn path(path: &Path) -> String {
    path.display().to_string()
}

/// The word as a POSIX shell reads it.
pub(crate) fn quoted(word: &str) -> String {
    let is_plain = |char: char| char.is_ascii_alphanumeric() || "-_./=:+@%,".contains(char);
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_survive_a_shell() {
        assert_eq!(quoted("src/my-tl.rs"), "src/my-tl.rs");
        assert_eq!(quoted("a b"), "'a b'");
        assert_eq!(quoted("it's"), r"'it'\''s'");
        assert_eq!(quoted(""), "''");
    }
}
