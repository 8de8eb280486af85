//! "Did you mean": the known name that is nearest to an unknown one.

/// The known name that an unknown one is most likely to mean: the one with the fewest edits, if they are few for the
/// length of what stands behind its namespace.
///
/// Letter case costs nothing, and a name that only lacks its namespace is near. Of names that are equally near, one of the same
/// kind is taken: `strng` means the bare `string`, not the boxed `String`.
pub fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let last = name.rsplit('.').next().unwrap_or(name);
    let most = (last.len() / 3).clamp(1, 3);
    known
        .into_iter()
        .filter_map(|candidate| {
            let cost = cost(name, candidate, most)?;
            Some((cost, is_boxed(candidate) != is_boxed(name), candidate))
        })
        .min()
        .map(|(.., candidate)| candidate)
}

/// Whether a name is that of a type, not of a constructor.
fn is_boxed(name: &str) -> bool {
    let last = name.rsplit('.').next().unwrap_or(name);
    last.starts_with(|first: char| first.is_ascii_uppercase())
}

fn cost(name: &str, candidate: &str, most: usize) -> Option<usize> {
    if candidate == name {
        return None;
    }
    if candidate.strip_suffix(name).is_some_and(|namespace| namespace.ends_with('.')) {
        return Some(1);
    }
    if candidate.len().abs_diff(name.len()) > most {
        return None;
    }
    let edits = strsim::osa_distance(&candidate.to_ascii_lowercase(), &name.to_ascii_lowercase());
    Some(edits).filter(|edits| *edits <= most)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn swapped_letters_are_one_edit() {
        assert_eq!(nearest("Piont", ["Point", "Shape"]), Some("Point"));
    }

    #[test]
    fn of_equally_near_names_the_same_kind_is_meant() {
        assert_eq!(nearest("strng", ["String", "string"]), Some("string"));
        assert_eq!(nearest("Strng", ["String", "string"]), Some("String"));
    }
}
