//! Converts the case of names as heck does, with short cuts for what most names are.

use std::borrow::Cow;

use heck::{ToSnakeCase, ToUpperCamelCase};

/// Returns a name in upper camel case. Most need a capital and no more.
pub(super) fn upper_camel(tl: &str) -> String {
    if !is_camel(tl) {
        return tl.to_upper_camel_case();
    }
    let mut word = tl.to_owned();
    word[..1.min(tl.len())].make_ascii_uppercase();
    word
}

/// Returns a name in snake case, which most fields have already.
pub(super) fn snake(tl: &str) -> Cow<'_, str> {
    if is_snake(tl) {
        Cow::Borrowed(tl)
    } else if is_camel(tl) {
        Cow::Owned(camel_to_snake(tl))
    } else {
        Cow::Owned(tl.to_snake_case())
    }
}

/// Returns whether each letter is ASCII, and each capital begins a word.
fn is_camel(word: &str) -> bool {
    let mut is_capital = false;
    for byte in word.bytes() {
        match byte {
            b'a'..=b'z' => is_capital = false,
            b'A'..=b'Z' if !is_capital => is_capital = true,
            _ => return false,
        }
    }
    true
}

/// Returns whether words of small letters and digits have single underscores between them.
fn is_snake(tl: &str) -> bool {
    let mut is_within = false;
    for byte in tl.bytes() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' => is_within = true,
            b'_' if is_within => is_within = false,
            _ => return false,
        }
    }
    is_within
}

fn camel_to_snake(word: &str) -> String {
    let mut snake = String::with_capacity(word.len() + 4);
    for letter in word.chars() {
        if letter.is_ascii_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_cuts_find_the_words_that_a_search_finds() {
        let words = " _ __ a A a1 a_b a__b _a a_ a1_2b ab_C aB aBC ABc inputPeerSelf DH_params photoSize2x \
                     Ä aÄ groß a-b a.b über_x";
        for tl in words.split(' ') {
            assert_eq!(upper_camel(tl), tl.to_upper_camel_case(), "{tl}");
            assert_eq!(snake(tl), tl.to_snake_case(), "{tl}");
        }
    }
}
