//! Random values are values.

use std::collections::BTreeSet;

use typelang_parser::Dialect;
use typelang_runtime::{
    Object, Options, Strictness,
    reflect::{Event, Piece, Random, Role, Root, TypeExpr, walk},
};

use crate::support::{logged, schema, schema_in};

const STRICT: Options = Options::DEFAULT.strictness(Strictness::Strict);

/// Everything at once: recursion, shared bits, two words, repetitions, dependent types, calls, objects.
pub(crate) const ALL: &str = "
int ? = Int; long ? = Long; string ? = String; double ? = Double; float ? = Float;
true = True; boolFalse = Bool; boolTrue = Bool; vector {t:Type} # [ t ] = Vector t;
tuple {t:Type} {n:#} [ t ] = Tuple t n;
pair {a:Type} {b:Type} x:a y:b = Pair a b;
nothing {t:Type} = Maybe t; just {t:Type} value:t = Maybe t;
masked {mask:#} a:mask.0?int b:mask.31?string = Masked mask;
zero = Peano 0; more {n:#} less:%(Peano n) = Peano (n+1);
tree left:Tree right:Tree = Tree; leaf value:int = Tree;
all flags:# on:flags.0?true both:flags.0?int n:flags.1?# deep:n.3?Tree rows:#
    grid:rows*[ k:int v:flags.2?(Vector string) ] sized:(Tuple long rows) three:3*[ double ]
    pair:(pair int (Maybe Tree)) fields:# part:(masked fields) free:# float:float logic:Bool nat:(Peano 3) = All;
---functions---
get id:int = All;
wrap {X:Type} flags:# note:flags.5?string query:!X = X;
";

#[test]
fn all_that_is_random_can_be_walked_strictly() {
    let schemas = [schema(ALL)];
    let mut random = Random::new(&schemas, 7);
    let mut lengths = BTreeSet::new();
    for name in ["all", "tree", "wrap", "get"] {
        for _ in 0..500 {
            let root = Root::boxed(&schemas, name).unwrap();
            let bytes = random.bytes(root).expect("it has values");
            let log = logged(&schemas, root, &bytes, &STRICT);
            assert!(log.is_ok(), "{name}: {bytes:x?}\n{log:?}");
            lengths.insert(bytes.len());
        }
    }
    assert!(lengths.len() > 60, "{lengths:?}");
    assert!(lengths.iter().all(|length| *length < 16 * 1024), "{lengths:?}");
}

#[test]
fn all_bits_and_constructors_come_up() {
    let schemas = [schema(ALL)];
    let mut random = Random::new(&schemas, 1);
    let mut seen = BTreeSet::new();
    let mut visitor = |_: Piece<'_>, event: Event<'_, '_>| {
        match event {
            Event::Begin(it, _) => _ = seen.insert(it.name().to_owned()),
            Event::Field(field) if field.is_optional() => {
                _ = seen.insert(format!("+{}", field.name()));
            }
            Event::Absent(field) => _ = seen.insert(format!("-{}", field.name())),
            _ => {}
        }
        Ok::<(), ()>(())
    };
    for _ in 0..300 {
        for root in [Root::Any, Root::Call] {
            let bytes = random.bytes(root).unwrap();
            walk(&schemas, root, &bytes, &STRICT, &mut visitor).unwrap();
        }
    }
    let expected = "+a +b +both +deep +n +note +on +v -a -b -both -deep -n -note -on -v all get just \
                    leaf masked more nothing pair tree tuple wrap zero";
    assert_eq!(seen.into_iter().collect::<Vec<_>>().join(" "), expected);
}

#[test]
fn a_seed_gives_the_same_values_everywhere() {
    let schemas = [schema(ALL)];
    let made = |seed| {
        let mut random = Random::new(&schemas, seed);
        (0..20).map(|_| random.bytes(Root::Any).unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(made(5), made(5));
    assert_ne!(made(5), made(6));
    let grid = Root::boxed(&schemas, "masked").unwrap();
    assert_eq!(Random::new(&schemas, 5).bytes(grid), None, "it lacks its argument");
    let tree = Root::boxed(&schemas, "leaf").unwrap();
    let leaf = Random::new(&schemas, 5).bytes(tree).unwrap();
    assert_eq!(leaf[4..], [77, 49, 151, 192]);
}

#[test]
fn types_without_end_have_no_value() {
    let schemas = [schema(
        "int ? = Int; more next:(Vector int) = More; ---functions--- wrap {X:Type} query:!X = X;",
    )];
    let mut random = Random::new(&schemas, 1);
    assert!(random.bytes(Root::boxed(&schemas, "more").unwrap()).is_some());
    assert_eq!(random.bytes(Root::Call), None, "a wrapper and nothing to wrap");
}

#[test]
fn depth_and_size_bound_values() {
    let schemas = [schema(ALL)];
    let mut random = Random::new(&schemas, 3).depth(0);
    let tree = TypeExpr::parse(&schemas[0], "Tree").unwrap();
    for _ in 0..50 {
        assert_eq!(random.bytes(Root::Type(&schemas[0], &tree)).unwrap().len(), 8, "a leaf");
    }
    let mut random = Random::new(&schemas, 3).depth(60).size(200);
    for _ in 0..50 {
        assert!(random.bytes(Root::Type(&schemas[0], &tree)).unwrap().len() < 2000);
    }
}

#[test]
fn all_of_a_telegram_schema_has_values() {
    let text = include_str!("../../../schema/telegram/api.tl");
    let schemas = [schema_in(Dialect::Telegram, text)];
    let mut random = Random::new(&schemas, 11).depth(3);
    for combinator in schemas[0].combinators() {
        if combinator.role() == Role::Constructor && combinator.params() > 0 {
            continue;
        }
        let root = Root::Boxed(&schemas[0], combinator);
        let bytes =
            random.bytes(root).unwrap_or_else(|| panic!("{} has no value", combinator.name()));
        let log = logged(&schemas, root, &bytes, &STRICT);
        assert!(log.is_ok(), "{}: {log:?}", combinator.name());
    }
}

#[test]
fn values_are_made_by_name_and_are_the_seeds() {
    let schemas = [schema(
        "one#00000001 = One; two#00000002 x:(Vector long) = One;\n---functions---\nget#00000003 = One;",
    )];
    let random = Random::new(&schemas, 1);
    let lists = |seed| random.clone().seed(seed).value::<Vec<i64>>("Vector<long>");
    assert!(lists(7).is_some() && lists(7) == lists(7));
    assert!((0..50).any(|seed| lists(seed) != lists(7)));
    let mut random = random.seed(5);
    let object = random.value::<Object>("One").expect("it has values");
    assert!([1, 2].contains(&object.id()));
    assert_eq!(random.value::<Object>("get").map(|call| call.id()), Some(3));
    assert_eq!(random.value::<Object>("Missing"), None);
    assert_eq!(random.value::<bool>("One"), None, "another type");
}
