//! Layers set right where their package differs from those of both neighbours.
//!
//! Packages carry over declarations of other layers, of TDLib or of a client. What only such a package says is not a
//! fact about the layer.

use std::collections::{BTreeMap, BTreeSet};

use super::{Layers, declared::Declared};
use crate::say;

/// Names that a layer's package declares and Telegram's API lacks there: of a client for iOS, and of TDLib.
const OWN: [(u32, &str); 19] = [
    (167, "test.useError"),
    (192, "appWebViewResultUrl"),
    (192, "channelAdminLogEventActionChangeTheme"),
    (192, "chatChannelParticipant"),
    (192, "messageActionCreatedBroadcastList"),
    (192, "messageActionLoginUnknownLocation"),
    (192, "messageActionPhoneNumberRequest"),
    (192, "messageActionTTLChange"),
    (192, "messageActionUserJoined"),
    (192, "messageActionUserUpdatedPhoto"),
    (192, "messages.getWebViewResult"),
    (192, "messages.messageEmpty"),
    (192, "messages.sendEncryptedMultiMedia"),
    (192, "messages.setWebViewResult"),
    (192, "messages.webViewResult"),
    (192, "simpleWebViewResultUrl"),
    (192, "updateTranscribeAudio"),
    (192, "userStatusHidden"),
    (192, "webPageUrlPending"),
];

/// Leaves out what is of other layers or of the package, and fills in what it hides. Lists each change.
pub(super) fn settle(layers: &mut Layers) {
    for (layer, declared) in layers.iter_mut() {
        let is_own = |it: &Declared| OWN.contains(&(*layer, it.name()));
        declared.retain(|it| !is_told(is_own(it), *layer, "left out", it));
    }
    let strays = strays(layers);
    for (layer, declared) in layers.iter_mut() {
        let is_stray = |it: &Declared| strays.contains(&(*layer, it.clone()));
        declared.retain(|it| !is_told(is_stray(it), *layer, "left out", it));
    }
    let numbers: Vec<u32> = layers.keys().copied().collect();
    for window in numbers.windows(3) {
        let agreed = agreed(&layers[&window[0]], &layers[&window[2]]);
        if let Some(here) = layers.get_mut(&window[1]) {
            agree(here, window[1], &agreed);
        }
    }
}

fn is_told(is_it: bool, layer: u32, what: &str, it: &Declared) -> bool {
    if is_it {
        say(&format!("layer {layer}: {what} {}", it.text));
    }
    is_it
}

/// Declarations that a layer has and both neighbours lack, although an older layer has them, or though other layers
/// have them only so too.
fn strays(layers: &Layers) -> BTreeSet<(u32, Declared)> {
    let mut indices: BTreeMap<&Declared, Vec<usize>> = BTreeMap::new();
    for (index, declared) in layers.values().enumerate() {
        for it in declared {
            indices.entry(it).or_default().push(index);
        }
    }
    let numbers: Vec<u32> = layers.keys().copied().collect();
    let last = numbers.len().saturating_sub(1);
    let mut strays = BTreeSet::new();
    for (declared, indices) in indices {
        let runs: Vec<&[usize]> = indices.chunk_by(|a, b| a + 1 == *b).collect();
        let is_alone = |run: &[usize]| matches!(*run, [only] if only != 0 && only != last);
        let are_all_alone = runs.len() > 1 && runs.iter().all(|run| is_alone(run));
        let stray =
            runs.iter().enumerate().filter(|(at, run)| is_alone(run) && (are_all_alone || *at > 0));
        strays.extend(
            stray.flat_map(|(_, run)| run.iter()).map(|at| (numbers[*at], declared.clone())),
        );
    }
    strays
}

/// What two layers declare alike, by role and name.
fn agreed(before: &[Declared], after: &[Declared]) -> Vec<Declared> {
    let after: BTreeSet<&Declared> = after.iter().collect();
    before.iter().filter(|it| after.contains(it)).cloned().collect()
}

/// Makes a layer agree with its neighbours where these agree and it says something else of the same id, or nothing.
fn agree(here: &mut Vec<Declared>, layer: u32, agreed: &[Declared]) {
    let place = |it: &Declared| (it.is_method, it.name().to_owned());
    let places: BTreeMap<_, usize> =
        here.iter().enumerate().map(|(at, it)| (place(it), at)).collect();
    for it in agreed {
        match places.get(&place(it)) {
            None => {
                is_told(true, layer, "filled in", it);
                here.push(it.clone());
            }
            Some(at) if here[*at] != *it && here[*at].id() == it.id() => {
                is_told(true, layer, "set right", it);
                here[*at] = it.clone();
            }
            Some(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layers(texts: &[&[&str]]) -> Layers {
        let declared = |text: &&str| Declared { is_method: false, text: (*text).to_owned() };
        let layer = |texts: &&[&str]| texts.iter().map(declared).collect();
        (1..).zip(texts.iter().map(layer)).collect()
    }

    fn settled(texts: &[&[&str]]) -> Vec<Vec<String>> {
        let mut layers = layers(texts);
        settle(&mut layers);
        let texts = |all: &Vec<Declared>| all.iter().map(|it| it.text.clone()).collect();
        layers.values().map(texts).collect()
    }

    #[test]
    fn old_forms_go_and_what_they_hide_comes_back() {
        let (old, new) = ("a#1 x:int = A;", "a#2 x:long = A;");
        let found = settled(&[&[old], &[new], &[new], &[old], &[new], &[new]]);
        assert_eq!(found, [[old], [new], [new], [new], [new], [new]]);
    }

    #[test]
    fn an_id_is_declared_as_the_neighbours_do() {
        let (a, odd) = ("a#1 = A;", "a#1 flags:# on:flags.0?true = A;");
        assert_eq!(settled(&[&[a], &[odd], &[a]]), [[a], [a], [a]]);
        let other = "a#2 x:int = A;";
        assert_eq!(settled(&[&[a], &[other], &[a]]), [[a], [other], [a]]);
        assert_eq!(settled(&[&[a], &[odd], &[odd]]), [[a], [odd], [odd]]);
    }

    #[test]
    fn what_only_single_layers_have_is_of_their_packages() {
        let (a, own) = ("a#1 = A;", "own#9 = Own;");
        let found = settled(&[&[a], &[a, own], &[a], &[a, own], &[a]]);
        assert_eq!(found, [[a], [a], [a], [a], [a]]);
        let found = settled(&[&[a], &[a, own], &[a]]);
        assert_eq!(found[1], [a, own], "one layer may have what no other has");
    }
}
