//! Command lines for a shell.

use std::ffi::OsString;

/// The flag that checks and writes nothing.
const CHECK: &str = "--check";

/// The command line that writes what this one, program name included, checks.
pub(crate) fn without_check(words: &[OsString]) -> String {
    let is_value = |word: &OsString| word == "--";
    let flags = words.iter().position(is_value).unwrap_or(words.len());
    let kept = words.iter().enumerate().skip(1);
    let kept = kept.filter(|(at, word)| *at >= flags || *word != CHECK);
    let kept = kept.map(|(_, word)| quoted(&word.to_string_lossy()));
    ["tl".to_owned()].into_iter().chain(kept).collect::<Vec<_>>().join(" ")
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

    #[test]
    fn the_command_that_mends_is_the_users_own() {
        let line = |words: &[&str]| {
            let words: Vec<OsString> = words.iter().map(OsString::from).collect();
            without_check(&words)
        };
        let words = ["/bin/tl", "generate", "--out=a b", "--check", "my.tl"];
        assert_eq!(line(&words), "tl generate '--out=a b' my.tl");
        // Behind `--` it is the name of a file.
        assert_eq!(line(&["tl", "--check", "--", "--check"]), "tl -- --check");
    }
}
