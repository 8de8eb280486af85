//! "Did you mean": the known name that is nearest to an unknown one.

/// The name with the fewest edits, if they are few for the name's length. Letter case costs nothing,
/// and a name that only lacks its namespace is near.
pub(crate) fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let most = (name.len() / 3).clamp(1, 3);
    let mut best: Option<(usize, &str)> = None;
    for candidate in known {
        let Some(cost) = cost(name, candidate, most) else { continue };
        if best.is_none_or(|(least, text)| (cost, candidate) < (least, text)) {
            best = Some((cost, candidate));
        }
    }
    best.map(|(_, text)| text)
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
    Some(distance(name.as_bytes(), candidate.as_bytes())).filter(|edits| *edits <= most)
}

/// Levenshtein's distance, but letter case is free.
fn distance(left: &[u8], right: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.iter().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        for (j, b) in right.iter().enumerate() {
            let replaced = diagonal + usize::from(!a.eq_ignore_ascii_case(b));
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[right.len()]
}
