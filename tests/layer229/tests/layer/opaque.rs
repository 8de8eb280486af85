//! Opaque updates and media are decoded, encoded and refused as the whole layer does it.

use std::{hint::black_box, thread};

use allocation_counter::measure;
use typelang_layer229::{
    api::{self, enums::Updates},
    schemas,
    subset::{self, enums},
};
use typelang_runtime::{
    Combinator, Decode, Encode, Error, ErrorKind, Opaque, Options, Strictness, VECTOR,
    reflect::{Random, Root, TypeExpr},
};

/// The memory that the default options grant in addition to a multiple of the input.
const SLACK: u64 = 1024 * 1024;

/// The number of values.
const VALUES: u64 = 400;

/// Returns random values of this type.
fn values(ty: &str) -> Vec<Vec<u8>> {
    let schemas = schemas().expect("the schemas are compiled");
    let ty = TypeExpr::parse(&schemas[0], ty).expect("a type of the layer");
    let value = |seed| {
        let mut random = Random::new(&schemas, seed).size(2_000);
        random.bytes(Root::Type(&schemas[0], &ty)).expect("the type has values")
    };
    (0..VALUES).map(value).collect()
}

/// Returns the bytes of a decoded value, or what is wrong and where.
fn again<T: for<'de> Decode<'de> + Encode>(
    bytes: &[u8],
    options: &Options,
) -> Result<Vec<u8>, (ErrorKind, usize)> {
    let read = T::from_bytes_with(bytes, options);
    read.map(|value| value.to_bytes()).map_err(|error| (error.kind(), error.offset()))
}

#[test]
fn the_whole_layer_and_a_part_of_it_agree() {
    let strict = Options::DEFAULT.strictness(Strictness::Strict);
    let mut refused = 0;
    for bytes in values("Updates") {
        assert_eq!(again::<enums::Updates>(&bytes, &strict), Ok(bytes.clone()));
        let (whole, part) = (Updates::from_bytes(&bytes), enums::Updates::from_bytes(&bytes));
        assert_eq!(format!("{:?}", whole.unwrap()), format!("{:?}", part.unwrap()));
        for at in (0..bytes.len()).step_by(bytes.len() / 24 + 1) {
            for byte in [0, 0x7f, 0xff, bytes[at] ^ 1] {
                let mut damaged = bytes.clone();
                damaged[at] = byte;
                let whole = again::<Updates>(&damaged, &strict);
                let part = again::<enums::Updates>(&damaged, &strict);
                refused += u32::from(whole.is_err());
                // The walker knows the minimum size of an enum's values, and so may notice earlier.
                let is_early = matches!(part, Err((ErrorKind::CountTooLarge { .. }, _)));
                assert!(
                    if is_early { whole.is_err() } else { part == whole },
                    "{part:?}, {whole:?}"
                );
            }
        }
        for len in (0..bytes.len()).step_by(3) {
            assert!(enums::Updates::from_bytes(&bytes[..len]).is_err());
        }
    }
    assert!(refused > 1_000, "{refused}");
}

#[test]
fn what_is_kept_is_a_value_of_the_whole_layer() {
    for bytes in values("Update") {
        let kept = Opaque::<enums::Update>::from_bytes(&bytes).unwrap();
        let update: api::enums::Update = kept.decode_as().unwrap();
        assert_eq!(Opaque::new(&update), Ok(kept));
    }
}

#[test]
fn a_part_of_the_layer_is_small() {
    let names = |schema: &'static typelang_runtime::Embedded| {
        schema.schema().map_or(0, |schema| schema.combinators().count())
    };
    let (whole, carried) = (names(&api::SCHEMA), names(&subset::SCHEMA));
    // The carried schema has everything that may arrive; less than a third of it is generated.
    assert!(carried * 10 > whole * 3 && carried * 10 < whole * 4, "{carried} of {whole}");
    let known = |name: &str| {
        let id = api::SCHEMA.schema().and_then(|schema| Some(schema.named(name)?.id()));
        subset::name_of(id.expect("a name of the layer")).is_some()
    };
    assert!(known("messages.sendMessage") && known("updateShort"));
    assert!(!known("updateNewMessage") && !known("messageMediaPhoto") && !known("help.getConfig"));
}

/// Decodes `bytes` on a stack of 2 MiB, and returns the error; checks the granted memory.
#[track_caller]
fn refused<T: for<'de> Decode<'de>>(bytes: &[u8]) -> Error {
    assert!(subset::SCHEMA.schema().is_some());
    let mut found = None;
    let info = thread::scope(|scope| {
        let run = || measure(|| found = black_box(T::from_bytes(black_box(bytes))).err());
        let thread = thread::Builder::new().stack_size(2 << 20).spawn_scoped(scope, run);
        thread.expect("a thread starts").join().expect("decoding ends")
    });
    let granted = 16 * bytes.len() as u64 + SLACK;
    assert!(info.bytes_max <= granted, "{} bytes held for {}", info.bytes_max, bytes.len());
    found.expect("the bytes are not a value")
}

fn words(words: &[u32]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

/// Returns an `updateShort` with an `updateWebPage` that contains a page, up to where its blocks begin.
fn page() -> Vec<u8> {
    let (web_page, page) = (api::types::WebPage::ID, api::types::Page::ID);
    let start = [subset::types::UpdateShort::ID, api::types::UpdateWebPage::ID, web_page];
    // The flags with only a cached page, id, url, display url, hash.
    let fields = [1 << 10, 0, 0, 0, 0, 0, page, 0, 0];
    words(&[&start[..], &fields[..], &[VECTOR]].concat())
}

#[test]
fn a_hundred_thousand_levels() {
    let details = words(&[api::types::PageBlockDetails::ID, 0, VECTOR, 1]).repeat(100_000);
    let bytes = [page(), words(&[1]), details].concat();
    assert_eq!(refused::<enums::Updates>(&bytes).kind(), ErrorKind::DepthLimit);
    let bold = words(&[api::types::TextBold::ID]).repeat(100_000);
    let block = words(&[1, api::types::PageBlockTitle::ID]);
    let bytes = [page(), block, bold].concat();
    assert_eq!(refused::<enums::Updates>(&bytes).kind(), ErrorKind::DepthLimit);
    let update = &bytes[4..];
    assert_eq!(refused::<Opaque<enums::Update>>(update).kind(), ErrorKind::DepthLimit);
}

#[test]
fn counts_of_two_to_the_31() {
    let bytes = [page(), words(&[1 << 31, 0, 0])].concat();
    let error = refused::<enums::Updates>(&bytes);
    assert_eq!(error.kind(), ErrorKind::CountTooLarge { count: 1 << 31 });
    let path = "updateShort.update.webpage.cached_page.blocks";
    assert_eq!((error.path(), error.offset()), (Some(path), page().len()));
    let claim = words(&[subset::types::Updates::ID, VECTOR, 1 << 31, 0, 0]);
    let error = refused::<enums::Updates>(&claim);
    assert_eq!(error.kind(), ErrorKind::CountTooLarge { count: 1 << 31 });
}

#[test]
fn sixteen_megabytes() {
    let mut claim = words(&[subset::types::Updates::ID, VECTOR, 4 << 20]);
    claim.resize(16 << 20, 0);
    refused::<enums::Updates>(&claim);
    // As many updates without fields as there is room for, and then an end.
    let updates = words(&[update_config()]).repeat(1 << 20);
    let bytes = [words(&[subset::types::Updates::ID, VECTOR, 1 << 20]), updates].concat();
    let error = refused::<enums::Updates>(&bytes);
    assert!(matches!(error.kind(), ErrorKind::UnexpectedEnd { .. }), "{error}");
}

/// Returns the id of an update without fields.
fn update_config() -> u32 {
    let schema = api::SCHEMA.schema().expect("the schema is compiled");
    schema.named("updateConfig").expect("an update of the layer").id()
}
