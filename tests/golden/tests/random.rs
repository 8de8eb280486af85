//! Random values, which the walker makes from the schemas alone, are unchanged by the generated types.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod common;

use std::collections::BTreeMap;

use common::{schemas, sources};
use typelang_parser::{
    Options as Checks, Schema as Checked, check,
    schema::{Combinator, TypeExpr},
    syntax::Role,
    tlo,
};
use typelang_runtime::{
    Bump, Convert, Decode, Encode, Error, Object, ObjectRef, Opaque, Options, Strictness,
    reflect::{Random, Root, Schema},
};

/// Decodes all of the bytes as one type and encodes the value again.
type RoundTrip = fn(&[u8]) -> Result<Vec<u8>, Error>;

/// The number of values for each combinator.
const VALUES: usize = 60;

fn round_trip<T>(bytes: &[u8]) -> Result<Vec<u8>, Error>
where
    T: for<'de> Decode<'de> + Encode + PartialEq + Clone,
{
    let value = T::from_bytes(bytes)?;
    let strict = Options::DEFAULT.strictness(Strictness::Strict);
    assert!(T::from_bytes_with(bytes, &strict)? == value);
    assert!(value.clone() == value);
    for len in 0..bytes.len() {
        assert!(T::from_bytes(&bytes[..len]).is_err(), "{len} bytes of {bytes:02x?} are enough");
    }
    Ok(value.try_to_bytes().expect("what was decoded agrees"))
}

/// The same for a type whose values lie in an arena; an open one takes all remaining bytes.
fn arena_trip<'a, T>(bytes: &'a [u8], arena: &'a Bump, is_open: bool) -> Result<Vec<u8>, Error>
where
    T: Decode<'a> + Encode + PartialEq + Copy,
{
    let value = T::from_bytes_in(bytes, arena)?;
    let strict = Options::DEFAULT.strictness(Strictness::Strict);
    assert!(T::copied_in_with(bytes, arena, &strict)? == value);
    for len in (0..bytes.len()).filter(|_| !is_open) {
        let is_value = T::from_bytes_in(&bytes[..len], arena).is_ok();
        assert!(!is_value, "{len} bytes of {bytes:02x?} are enough");
    }
    Ok(value.try_to_bytes().expect("what was decoded agrees"))
}

/// Converts a value in an arena into one that owns its parts, and back.
fn converted<'a, T, Owned>(bytes: &'a [u8], arena: &'a Bump) -> Result<Vec<u8>, Error>
where
    T: Decode<'a> + Encode + PartialEq,
    Owned: for<'de> Decode<'de> + Encode,
{
    let value = T::from_bytes_in(bytes, arena)?;
    let owned: Owned = value.convert()?;
    assert_eq!(owned.to_bytes(), bytes);
    let again: T = owned.convert_in(arena)?;
    assert!(again == value);
    Ok(again.to_bytes())
}

/// The types for the combinators of a schema, by TL name.
macro_rules! types {
    ($module:ident: $($name:literal => $($path:ident)::+),* $(,)?) => {{
        use typelang_golden::$module as module;
        let types: Vec<(&str, RoundTrip)> =
            vec![$(($name, round_trip::<module::$($path)::+>)),*];
        (stringify!($module), types)
    }};
}

/// The same for a schema whose values lie in an arena.
macro_rules! arena_types {
    ($module:ident: $($name:literal => $($path:ident)::+),* $(,)?) => {{
        use typelang_golden::$module as module;
        let types: Vec<(&str, RoundTrip)> = vec![$((
            $name,
            |bytes| arena_trip::<module::$($path)::+>(bytes, &Bump::new(), false),
        )),*];
        (stringify!($module), types)
    }};
}

/// Conversions between two modules of one schema.
macro_rules! conversions {
    ($module:ident, $owned:ident: $($name:literal => $($path:ident)::+),* $(,)?) => {{
        use typelang_golden::{$module as module, $owned as owned};
        let types: Vec<(&str, RoundTrip)> = vec![$((
            $name,
            |bytes| converted::<module::$($path)::+, owned::$($path)::+>(bytes, &Bump::new()),
        )),*];
        (stringify!($module), types)
    }};
}

/// Returns a checked schema and its compiled form.
fn compiled(name: &str) -> (Checked, Schema) {
    let (_, text) = schemas().into_iter().find(|(known, _)| known == name).unwrap();
    let checked = check(&sources(name, &text), &Checks::default());
    assert!(!checked.has_errors());
    let schema = Schema::from_tlo(&tlo::write(&checked.schema)).unwrap();
    (checked.schema, schema)
}

/// Returns whether a combinator's values need no numbers or types from outside.
fn is_whole(schema: &Checked, combinator: &Combinator) -> bool {
    match (&combinator.result, combinator.role) {
        (_, Role::Function) => true,
        (TypeExpr::Apply(apply), _) => {
            let ty = &schema[apply.ty];
            ty.params.is_empty() && ty.builtin.is_none()
        }
        _ => false,
    }
}

/// Tries random values of all combinators that have a type; each must be in the table.
fn try_all((module, types): (&str, Vec<(&str, RoundTrip)>)) {
    let (checked, _) = compiled(module);
    let is_known = |name: &str| types.iter().any(|(known, _)| *known == name);
    let whole = checked.combinators.iter().filter(|it| is_whole(&checked, it));
    let names = whole.map(|it| it.name.as_str());
    let missing: Vec<&str> = names.filter(|name| !is_known(name)).collect();
    assert_eq!(missing, Vec::<&str>::new(), "{module}: not in the table");
    try_each(module, types);
}

/// Tries random values of the combinators in the table.
fn try_each(module: &str, types: Vec<(&str, RoundTrip)>) {
    let (_, schema) = compiled(module);
    let known: BTreeMap<&str, RoundTrip> = types.into_iter().collect();
    let schemas = [schema];
    let mut random = Random::new(&schemas, 1).size(256);
    let combinators = schemas[0].combinators();
    let mut tried = 0;
    for combinator in combinators {
        let Some(round_trip) = known.get(combinator.name()) else { continue };
        for _ in 0..VALUES {
            let root = Root::Boxed(&schemas[0], combinator);
            let bytes = random.bytes(root).unwrap();
            let again = round_trip(&bytes);
            assert_eq!(again.as_ref(), Ok(&bytes), "{module}: {}", combinator.name());
        }
        tried += 1;
    }
    assert_eq!(tried, known.len(), "{module}: some name is of no combinator");
}

#[test]
fn boxed_values() {
    try_all(types! { boxed:
        "declared" => types::Declared, "values" => types::Values, "vectors" => types::Vectors,
        "optional" => types::Optional, "getInt" => functions::GetInt, "getTrue" => functions::GetTrue,
        "getInts" => functions::GetInts, "getBare" => functions::GetBare,
        "getVectors" => functions::GetVectors,
    });
}

#[test]
fn numbers() {
    try_all(types! { numbers:
        "funny" => types::Funny, "chain" => types::Chain, "beside" => types::Beside,
        "alone" => types::Alone, "nothing" => types::Nothing, "counted" => types::Counted,
        "both" => types::Both,
    });
    let (schema, mut kept) = types! { kept_bits:
        "plain" => types::Plain, "late" => types::Late, "two" => types::Two,
        "holder" => types::Holder,
    };
    kept.push(("inner", round_trip::<Opaque<typelang_golden::kept_bits::enums::Inner>>));
    try_all((schema, kept));
}

#[test]
fn repetitions() {
    try_all(types! { repetitions:
        "counted" => types::Counted, "both" => types::Both, "three" => types::Three,
        "constant" => types::Constant, "implicit" => types::Implicit, "nested" => types::Nested,
        "optional" => types::Optional, "sum" => types::Sum, "zero" => types::Zero,
        "mixed" => types::Mixed, "maybe" => types::Maybe, "leaf" => types::Leaf,
        "tree" => types::Tree,
    });
    try_all(types! { rows:
        "pairs" => types::Pairs, "flagged" => types::Flagged, "own" => types::Own,
        "deep" => types::Deep, "constant" => types::Constant, "marks" => types::Marks,
        "send" => functions::Send,
    });
}

#[test]
fn parameters() {
    try_all(types! { parameters:
        "user" => types::User, "maybes" => types::Maybes, "tuples" => types::Tuples,
        "sized" => types::Sized, "rectangle" => types::Rectangle, "boxed" => types::Boxed,
        "fixed" => types::Fixed, "outer" => types::Outer, "lists" => types::Lists,
        "useRows" => types::UseRows, "useTree" => types::UseTree, "useNat" => types::UseNat,
        "getMaybe" => functions::GetMaybe, "getTuple" => functions::GetTuple,
        "getPoint" => functions::GetPoint,
    });
}

#[test]
fn opaque_values() {
    use typelang_golden::opaque::{enums, functions, types};
    let update: RoundTrip = round_trip::<Opaque<enums::Update>>;
    let media: RoundTrip = round_trip::<Opaque<enums::Media>>;
    let all: Vec<(&str, RoundTrip)> = vec![
        ("updateMessage", update),
        ("updateText", update),
        ("updateNone", update),
        ("mediaPhoto", media),
        ("mediaPage", media),
        ("point", round_trip::<Opaque<enums::Point>>),
        ("updateShort", round_trip::<types::UpdateShort>),
        ("updates", round_trip::<types::Updates>),
        ("post", round_trip::<types::Post>),
        ("sendMedia", round_trip::<functions::SendMedia>),
    ];
    try_each("opaque", all);
}

#[test]
fn many_values() {
    try_all(types! { many_values: "many" => types::Many, "apart" => types::Apart });
}

#[test]
fn values_in_an_arena() {
    use typelang_golden::arena::{enums::Media, functions::InvokeAfter, types::Answer};

    let (module, mut all) = arena_types! { arena:
        "point" => types::Point, "circle" => types::Circle, "polygon" => types::Polygon,
        "shapeEmpty" => enums::Shape, "narrow" => types::Narrow, "wide" => enums::Number,
        "holder" => types::Holder, "plain" => types::Plain, "bold" => enums::RichText,
        "concat" => types::Concat, "next" => types::Next, "user" => types::User,
        "many" => types::Many, "large" => types::Large, "page" => types::Page,
        "pageShort" => enums::Page, "pageLong" => types::PageLong,
        "getUsers" => functions::GetUsers, "getPoint" => functions::GetPoint,
    };
    let media: RoundTrip = |bytes| arena_trip::<Opaque<Media, &[u8]>>(bytes, &Bump::new(), false);
    let answer: RoundTrip = |bytes| arena_trip::<Answer<'_>>(bytes, &Bump::new(), true);
    let call: RoundTrip =
        |bytes| arena_trip::<InvokeAfter<'_, ObjectRef<'_>>>(bytes, &Bump::new(), true);
    all.extend([("photo", media), ("video", media), ("answer", answer), ("invokeAfter", call)]);
    try_all((module, all));
    // Without `links` and `turns`: a random number may ask for a chain of any length.
    let (module, numbers) = arena_types! { arena_numbers:
        "counted" => types::Counted, "both" => types::Both, "three" => types::Three,
        "pairs" => types::Pairs, "own" => types::Own, "nested" => types::Nested,
        "tree" => types::Tree, "maybes" => types::Maybes, "lists" => types::Lists,
        "sized" => types::Sized, "points" => types::Points, "getTuple" => functions::GetTuple,
    };
    try_each(module, numbers);
    try_all(arena_types! { arena_unknown:
        "updateText" => types::UpdateText, "updateMedia" => enums::Update,
        "mediaNone" => enums::Media, "mediaPhoto" => types::MediaPhoto,
        "mediaUnknown" => enums::Media, "colourRed" => enums::Colour,
        "colourBlue" => enums::Colour, "post" => types::Post, "updates" => enums::Updates,
        "updatesTooLong" => enums::Updates, "getUpdates" => functions::GetUpdates,
    });
}

#[test]
fn conversions() {
    use typelang_golden::{arena, owned};

    let (module, mut all) = conversions! { arena, owned:
        "point" => types::Point, "circle" => types::Circle, "polygon" => types::Polygon,
        "shapeEmpty" => enums::Shape, "narrow" => types::Narrow, "wide" => enums::Number,
        "holder" => types::Holder, "plain" => types::Plain, "bold" => enums::RichText,
        "concat" => types::Concat, "next" => types::Next, "user" => types::User,
        "many" => types::Many, "large" => types::Large, "page" => types::Page,
        "pageShort" => enums::Page, "pageLong" => types::PageLong, "answer" => types::Answer,
        "getUsers" => functions::GetUsers, "getPoint" => functions::GetPoint,
    };
    let media: RoundTrip = |bytes| {
        converted::<Opaque<arena::enums::Media, &[u8]>, Opaque<owned::enums::Media>>(
            bytes,
            &Bump::new(),
        )
    };
    all.extend([("photo", media), ("video", media)]);
    all.push(("invokeAfter", |bytes| {
        type Owned = owned::functions::InvokeAfter<Object>;
        let arena = Bump::new();
        converted::<arena::functions::InvokeAfter<'_, ObjectRef<'_>>, Owned>(bytes, &arena)
    }));
    try_all((module, all));
    try_all(conversions! { arena_unknown, unknown:
        "updateText" => types::UpdateText, "updateMedia" => enums::Update,
        "mediaNone" => enums::Media, "mediaPhoto" => types::MediaPhoto,
        "mediaUnknown" => enums::Media, "colourRed" => enums::Colour,
        "colourBlue" => enums::Colour, "post" => types::Post, "updates" => enums::Updates,
        "updatesTooLong" => enums::Updates, "getUpdates" => functions::GetUpdates,
    });
}
