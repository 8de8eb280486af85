//! Where two texts begin to differ.

use std::fmt::Write;

/// How many lines of each text are shown.
const LINES: usize = 3;

/// The number of the first line that differs, and the first lines of both texts that do.
pub(crate) fn difference(old: &str, new: &str) -> (usize, String) {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let same = |(old, new): &(&&str, &&str)| old == new;
    let before = old.iter().zip(&new).take_while(same).count();
    let (old, new) = (&old[before..], &new[before..]);
    let after = old.iter().rev().zip(new.iter().rev()).take_while(same).count();
    let mut out = String::new();
    for (sign, lines) in [('-', old), ('+', new)] {
        for line in lines[..lines.len() - after].iter().take(LINES) {
            _ = writeln!(out, "    {sign}{line}");
        }
    }
    (before + 1, out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_shown() {
        let shown = (2, "    -b\n    +B\n".to_owned());
        assert_eq!(difference("a\nb\nc\n", "a\nB\nc\n"), shown);
        assert_eq!(difference("a\nc\n", "a\nb\nc\n"), (2, "    +b\n".to_owned()));
        assert_eq!(difference("a\na\n", "a\n"), (2, "    -a\n".to_owned()));
        assert_eq!(difference("", "1\n2\n3\n4\n").1.lines().count(), 3);
        assert_eq!(difference("a", "a\n"), (2, String::new()), "a line feed at the end");
    }
}
