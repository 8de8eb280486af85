//! Checks texts that are nearly schemas: each gives at most diagnostics, and sound declarations stay sound.

mod common;

use common::{PIECES, Random};
use typelang_parser::{Checked, Diagnostic, Options, Sources, check, text::text, tlo};

const SEED: &str = "int ? = Int; vector {t:Type} # [ t ] = Vector t;
tuple {t:Type} {n:#} [ t ] = Tuple t n;
pair {X:Type} {Y:Type} x:X y:Y = Pair X Y;
nil {X:Type} = List X; cons {X:Type} head:X tail:(List X) = List X;
a#11223344 unused:# flags:# b:flags.31?int c:flags.0?(vector int) n:flags.1?# d:n.2?Int = A;
b n:# x:n*[ y:int z:(n+1)*[ string ] ] t:(tuple int (n+3)) u:(Tuple (pair int %Pair<int,a>) 4) = B;
c {f:#} x:f.0?%A (y z:D) bytes = C f; d x:vector<c<5>> = D;
---functions---
g {X:Type} layer:int query:!X = X; f flags:# x:flags.3?A = Vector<int>; // tl:allow(TL0249)
";

fn checked(text: &str) -> (Sources, Checked) {
    let mut sources = Sources::new();
    sources.add("a.tl", text);
    let found = check(&sources, &Options::default());
    (sources, found)
}

#[test]
fn the_seed_is_sound() {
    let (_, found) = checked(SEED);
    assert!(!found.has_errors(), "{:?}", found.diagnostics);
}

#[test]
fn reports_point_into_the_text_and_are_sorted() {
    let mut random = Random::new(7);
    for _ in 0..600 {
        let text = random.mutated(SEED, PIECES);
        let (sources, found) = checked(&text);
        let places: Vec<_> = found.diagnostics.iter().map(Diagnostic::location).collect();
        assert!(places.is_sorted() && places.iter().all(Option::is_some), "{text}");
        for label in found.diagnostics.iter().flat_map(|fault| &fault.labels) {
            let file = &sources[label.location.file].text;
            assert!(file.get(label.location.span.range()).is_some(), "{label:?}\n{text}");
        }
    }
}

#[test]
fn what_is_sound_survives_every_form() {
    let mut random = Random::new(11);
    let mut sound = 0;
    for _ in 0..600 {
        let source = random.mutated(SEED, PIECES);
        let (_, found) = checked(&source);
        let bytes = tlo::write(&found.schema);
        if found.has_errors() {
            continue;
        }
        sound += 1;
        let back = tlo::read(&bytes, found.schema.dialect).expect(&source);
        assert_eq!(tlo::write(&back), bytes, "{source}");
        let (_, again) = checked(&text(&found.schema));
        assert!(!again.has_errors(), "{source}\n{:?}", again.diagnostics);
    }
    assert!(sound > 20, "only {sound} were sound");
}

#[test]
fn a_field_hides_the_constructor_of_its_name_and_not_its_type() {
    let source = "peer id:int = Peer; pair {t:Type} a:t = Pair t;
        use peer:# x:%Peer y:peer*[ %Peer ] z:(pair %Peer) int:int w:peer.0?%Int = Use; free x:%Peer = Free;";
    let (_, found) = checked(source);
    assert!(!found.has_errors(), "{:?}", found.diagnostics);
    let written = text(&found.schema);
    let (_, again) = checked(&written);
    assert!(!again.has_errors(), "{written}\n{:?}", again.diagnostics);
    assert_eq!(tlo::write(&again.schema), tlo::write(&found.schema), "{written}");
    // The constructor's name is written where no variable hides it.
    assert!(written.contains(" x:peer = Free;"), "{written}");
}
