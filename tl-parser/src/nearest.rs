//! Suggestions: the known name that is nearest to an unknown one.

/// Longer names get no suggestions; nobody types them by hand.
const LONGEST: usize = 64;

/// The limit on compared pairs of letters in one search.
const BUDGET: usize = 1 << 20;

/// Returns the known name that an unknown one most likely means: the one that needs the fewest edits, if
/// these are few for the length of the name without its namespace.
///
/// Differences of case cost nothing, and a name that only lacks its namespace counts as near. Among equally
/// near names, one of the same kind wins: `strng` means the bare `string`, not the boxed `String`. Names
/// longer than 64 bytes are not compared, and a search ends after a million compared pairs of letters, so
/// that a search takes no longer than reading the names.
pub fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    Search::new(name).run(known)
}

/// The search for one name.
struct Search<'q> {
    name: &'q str,
    lower: String,
    letters: Letters,
    /// The most edits that a near name may need.
    most: usize,
    /// How many pairs of letters may still be compared.
    left: usize,
}

/// The number of occurrences of each letter in a name; digits and signs share slots with letters.
type Letters = [u8; 32];

impl<'q> Search<'q> {
    fn new(name: &'q str) -> Self {
        let last = name.rsplit('.').next().unwrap_or(name);
        let most = (last.len() / 3).clamp(1, 3);
        let lower = if name.len() > LONGEST { String::new() } else { name.to_ascii_lowercase() };
        Self { name, letters: letters(&lower), lower, most, left: BUDGET }
    }

    fn run<'n>(&mut self, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
        let name_is_boxed = is_boxed(self.name);
        let rank = |candidate: &'n str| {
            let cost = self.cost(candidate)?;
            Some((cost, is_boxed(candidate) != name_is_boxed, candidate))
        };
        known.into_iter().filter_map(rank).min().map(|(.., candidate)| candidate)
    }

    /// Returns the number of edits that lead to a candidate; `None` if it is the same name, or too far away.
    fn cost(&mut self, candidate: &str) -> Option<usize> {
        if candidate == self.name {
            return None;
        }
        let namespace = candidate.strip_suffix(self.name);
        if namespace.is_some_and(|namespace| namespace.ends_with('.')) {
            return Some(1);
        }
        let is_comparable = self.name.len().max(candidate.len()) <= LONGEST;
        if !is_comparable || candidate.len().abs_diff(self.name.len()) > self.most {
            return None;
        }
        let lower = candidate.to_ascii_lowercase();
        if least_edits(&self.letters, &letters(&lower)) > self.most {
            return None;
        }
        self.left = self.left.checked_sub(self.lower.len() * lower.len())?;
        Some(strsim::osa_distance(&lower, &self.lower)).filter(|edits| *edits <= self.most)
    }
}

fn letters(name: &str) -> Letters {
    let mut letters = [0; 32];
    for byte in name.bytes() {
        letters[usize::from(byte % 32)] += 1;
    }
    letters
}

/// Returns a lower bound on the edits between two names: an edit adds a letter, removes one, or does both.
fn least_edits(left: &Letters, right: &Letters) -> usize {
    let (mut more, mut fewer) = (0, 0);
    for (left, right) in left.iter().zip(right) {
        more += usize::from(left.saturating_sub(*right));
        fewer += usize::from(right.saturating_sub(*left));
    }
    more.max(fewer)
}

/// Returns whether a name is a type's rather than a constructor's.
fn is_boxed(name: &str) -> bool {
    let last = name.rsplit('.').next().unwrap_or(name);
    last.starts_with(|first: char| first.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swapped_letters_are_one_edit() {
        assert_eq!(nearest("Piont", ["Point", "Shape"]), Some("Point"));
        assert_eq!(Search::new("Piont").cost("Point"), Some(1));
    }

    #[test]
    fn of_equally_near_names_the_same_kind_is_meant() {
        assert_eq!(nearest("strng", ["String", "string"]), Some("string"));
        assert_eq!(nearest("Strng", ["String", "string"]), Some("String"));
        assert_eq!(nearest("a.strng", ["a.String", "a.string"]), Some("a.string"));
    }

    #[test]
    fn fewer_edits_are_nearer() {
        assert_eq!(nearest("message", ["messagess", "messages"]), Some("messages"));
        assert_eq!(nearest("message", ["messages", "messagess"]), Some("messages"));
    }

    #[test]
    fn case_costs_nothing() {
        assert_eq!(Search::new("getUser").cost("GETUSER"), Some(0));
        assert_eq!(nearest("GetDialogs", ["getDialogs", "getDialog"]), Some("getDialogs"));
    }

    #[test]
    fn the_name_itself_is_no_suggestion() {
        assert_eq!(nearest("user", ["user"]), None);
        assert_eq!(nearest("user", ["user", "User"]), Some("User"));
    }

    /// One edit for up to five letters, two for up to eight, three beyond; letters of the namespace do not
    /// count.
    #[test]
    fn edits_are_few_for_the_length() {
        let edits = |name: &str, candidate: &str| Search::new(name).cost(candidate);
        assert_eq!((edits("a", "b"), edits("a", "bc")), (Some(1), None));
        assert_eq!((edits("abcde", "abcdX"), edits("abcde", "abcXY")), (Some(1), None));
        assert_eq!((edits("abcdef", "abcdXY"), edits("abcdef", "abcXYZ")), (Some(2), None));
        assert_eq!(
            (edits("abcdefghi", "abcdefXYZ"), edits("abcdefghi", "abcdeWXYZ")),
            (Some(3), None)
        );
        assert_eq!(edits("abcdefghijklmnop", "abcdefghijklWXYZ"), None, "never more than three");
        assert_eq!((edits("long.abc", "long.abX"), edits("long.abc", "long.aXY")), (Some(1), None));
        assert_eq!(
            (edits("abc", "abcd"), edits("abc", "abcde"), edits("abcd", "abc")),
            (Some(1), None, Some(1))
        );
    }

    #[test]
    fn a_missing_namespace_is_one_edit() {
        assert_eq!(Search::new("sendMessage").cost("messages.sendMessage"), Some(1));
        assert_eq!(Search::new("sendMessage").cost("resendMessage"), Some(2));
        assert_eq!(Search::new("sendMessage").cost("messages.resendMessage"), None);
        let long = "x".repeat(2 * LONGEST);
        assert_eq!(
            nearest(&long, [format!("a.{long}").as_str()]),
            Some(format!("a.{long}").as_str())
        );
    }

    #[test]
    fn long_names_are_not_compared() {
        let (fits, long) = ("x".repeat(LONGEST), "x".repeat(LONGEST + 1));
        let near = |name: &str| format!("{}y", &name[1..]);
        assert_eq!(nearest(&fits, [near(&fits).as_str()]), Some(near(&fits).as_str()));
        assert_eq!(nearest(&long, [near(&long).as_str()]), None);
        assert_eq!(nearest(&fits, [long.as_str()]), None);
    }

    #[test]
    fn letters_bound_the_edits_from_below() {
        let least = |left: &str, right: &str| least_edits(&letters(left), &letters(right));
        assert_eq!((least("abc", "cba"), least("abc", "abcd"), least("abcd", "abc")), (0, 1, 1));
        assert_eq!((least("abc", "abd"), least("aab", "abb"), least("abc", "xyz")), (1, 1, 3));
    }

    /// Only names with the same letters in another order are compared in full.
    #[test]
    fn a_search_ends_when_its_budget_is_spent() {
        let far: String = ('a'..='z').rev().chain('0'..='9').collect();
        let (mut search, name) =
            (Search::new("abcdefghijklmnopqrstuvwxyz0123456789"), far.as_str());
        let count = BUDGET / (name.len() * name.len());
        assert_eq!(search.run(core::iter::repeat_n(name, count)), None);
        assert!(search.left < name.len() * name.len());
        let swapped = "bacdefghijklmnopqrstuvwxyz0123456789";
        assert_eq!(search.run([swapped]), None, "nothing is left to compare it with");
        assert_eq!(
            nearest(search.name, core::iter::repeat_n(name, count - 1).chain([swapped])),
            Some(swapped)
        );
        let unlike = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";
        let others = core::iter::repeat_n(unlike, 10 * count);
        assert_eq!(
            nearest(search.name, others.chain([swapped])),
            Some(swapped),
            "others cost nothing"
        );
    }
}
