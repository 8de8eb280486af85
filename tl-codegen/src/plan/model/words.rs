//! Converts the case of names as heck does, with short cuts for what most names are.

use heck::{ToSnakeCase, ToUpperCamelCase};

/// Returns a name in upper camel case. Most need a capital and no more.
pub(super) fn upper_camel(tl: &str) -> String {
    let capitals = |pair: &[u8]| pair.iter().all(u8::is_ascii_uppercase);
    let is_camel = tl.bytes().all(|byte| byte.is_ascii_alphabetic());
    if !is_camel || tl.as_bytes().windows(2).any(capitals) {
        return tl.to_upper_camel_case();
    }
    let mut word = tl.to_owned();
    word[..1.min(tl.len())].make_ascii_uppercase();
    word
}

/// Returns a name in snake case, which most fields have already.
pub(super) fn snake(tl: &str) -> String {
    let is_word = |word: &str| {
        !word.is_empty()
            && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    if tl.split('_').all(is_word) { tl.to_owned() } else { tl.to_snake_case() }
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
