//! Calls as a line for a shell.

use super::{json::Json, value::Object};

/// The command that encodes a call; `options` say which schemas it is of.
#[must_use]
pub fn encode_command(json: &Json<'_>, call: &Object, options: &[String]) -> String {
    let words = options.iter().map(|word| quoted(word));
    let words = ["tl".to_owned(), "encode".to_owned()].into_iter().chain(words);
    let method = ["--method".to_owned(), quoted(&json.name(call))];
    let params =
        (!call.fields.is_empty()).then(|| ["--params".to_owned(), quoted(&json.params_line(call))]);
    words.chain(method).chain(params.into_iter().flatten()).collect::<Vec<_>>().join(" ")
}

/// A word as a POSIX shell takes it.
fn quoted(word: &str) -> String {
    let is_plain = |char: char| char.is_ascii_alphanumeric() || "-_./=:".contains(char);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn words_are_quoted_where_a_shell_needs_it() {
        assert_eq!(quoted("messages.sendMessage"), "messages.sendMessage");
        assert_eq!(quoted("it's {}"), "'it'\\''s {}'");
    }
}
