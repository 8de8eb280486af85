//! Values of one schema as values of another.

use typelang_parser::Dialect;
use typelang_runtime::{
    Options, Strictness,
    reflect::{
        Random, Root, Schema, Translator,
        translate::{Defaults, Loss, Problem, Translated, Untranslated},
    },
};

use crate::support::{logged, schema, schema_in, words};

const STRICT: Options = Options::DEFAULT.strictness(Strictness::Strict);

fn tl(text: &str) -> [Schema; 1] {
    [schema_in(Dialect::Telegram, text)]
}

/// Translates words, and reads the result by the new schema.
fn translated(
    old: &[Schema],
    new: &[Schema],
    value: &[u32],
    defaults: Defaults,
) -> Result<Translated, Untranslated> {
    let translator = Translator::new(old, new);
    let made = translator.translate(Root::Any, &words(value), &Options::DEFAULT, defaults)?;
    logged(new, Root::Any, &made.bytes, &STRICT).unwrap();
    Ok(made)
}

/// A value of an old schema, as the new one has it, with these losses.
#[track_caller]
fn becomes(old: &str, new: &str, value: &[u32], expected: &[u32], losses: &[&str]) {
    let made = translated(&tl(old), &tl(new), value, Defaults::Refused).unwrap();
    assert_eq!(made.bytes, words(expected));
    let listed: Vec<String> = made.losses.iter().map(ToString::to_string).collect();
    assert_eq!(listed, losses);
}

/// What is wrong with a value of the old schema.
#[track_caller]
fn refused(old: &str, new: &str, value: &[u32], defaults: Defaults) -> (String, Problem) {
    match translated(&tl(old), &tl(new), value, defaults) {
        Err(Untranslated::Refusal(refusal)) => {
            (refusal.path().to_owned(), refusal.problem().clone())
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn ids_and_the_order_of_fields_follow_the_names() {
    becomes(
        "a#00000001 x:int y:int = A; box#00000002 a:A = Box;",
        "a#00000011 y:int x:int = A; box#00000012 a:A = Box;",
        &[2, 1, 7, 8],
        &[0x12, 0x11, 8, 7],
        &[],
    );
}

#[test]
fn what_is_the_same_is_copied() {
    // The length of the text is in a longer form than needed, and stays as it is.
    let (length, text) = (0x0000_01fe, 0x61);
    let old = tl("a#00000001 s:string = A; box#00000002 a:A = Box;");
    let new = tl("a#00000001 s:string = A; box#00000012 flags:# a:A x:flags.0?int = Box;");
    let value = words(&[2, 1, length, text]);
    let made = Translator::new(&old, &new).translate(
        Root::Any,
        &value,
        &Options::DEFAULT,
        Defaults::Refused,
    );
    assert_eq!(made.unwrap().bytes, words(&[0x12, 0, 1, length, text]));
}

#[test]
fn with_the_same_id_a_renamed_field_is_the_same_field() {
    // A flag is no part of an id: `gifs` of Telegram's layer 138 is `videos` in 139.
    let (old, new) = (
        "set#00000001 flags:# gifs:flags.6?true kind:Kind = Set; k#00000003 x:int = Kind; l#00000004 = Kind;",
        "set#00000001 flags:# videos:flags.6?true kind:Kind = Set; k#00000005 x:int = Kind; l#00000004 = Kind;",
    );
    becomes(old, new, &[1, 1 << 6, 4], &[1, 1 << 6, 4], &[]);
    becomes(old, new, &[1, 1 << 6, 3, 7], &[1, 1 << 6, 5, 7], &[]);
    // With another id the name decides.
    let new = new.replace("set#00000001", "set#00000002");
    let lost = ["set.gifs: dropped, because the new schema has no such field"];
    becomes(old, &new, &[1, 1 << 6, 4], &[2, 0, 4], &lost);
}

#[test]
fn what_holds_nothing_changed_is_copied_though_its_type_could() {
    let (old, new) = (
        tl(
            "k#00000003 s:string = Kind; l#00000004 s:string = Kind; box#00000001 all:Vector<Kind> = Box;",
        ),
        tl(
            "k#00000003 s:string = Kind; l#00000005 s:string = Kind; box#00000001 all:Vector<Kind> = Box;",
        ),
    );
    // The texts have longer lengths than needed, which shows who is copied.
    let text = [0x0000_01fe, 0x61];
    let translated = |items: &[u32]| {
        let items: Vec<u32> = items.iter().flat_map(|id| [*id, text[0], text[1]]).collect();
        let count = u32::try_from(items.len() / 3).unwrap();
        let value = words(&[&[1, 0x1cb5_c415, count][..], &items].concat());
        let translator = Translator::new(&old, &new);
        translator.translate(Root::Any, &value, &Options::DEFAULT, Defaults::Refused).unwrap().bytes
    };
    assert_eq!(translated(&[3, 3]), words(&[1, 0x1cb5_c415, 2, 3, 0x1fe, 0x61, 3, 0x1fe, 0x61]));
    assert_eq!(translated(&[3, 4]), words(&[1, 0x1cb5_c415, 2, 3, 0x1fe, 0x61, 5, 0x6101]));
}

#[test]
fn bits_move_and_new_optional_fields_are_unset() {
    becomes(
        "a#00000001 flags:# b:flags.0?true c:flags.1?int = A;",
        "a#00000002 flags:# n:flags.0?string flags2:# c:flags2.4?int b:flags.9?true = A;",
        &[1, 3, 7],
        &[2, 1 << 9, 1 << 4, 7],
        &[],
    );
}

#[test]
fn dropped_fields_are_listed_if_they_were_present() {
    let old =
        "a#00000001 flags:# b:flags.0?true c:flags.1?int d:int = A; l#00000003 all:Vector<A> = L;";
    let new = "a#00000002 = A; l#00000003 all:Vector<A> = L;";
    becomes(
        old,
        new,
        &[3, 0x1cb5_c415, 2, 1, 0, 8, 1, 3, 7, 8],
        &[3, 0x1cb5_c415, 2, 2, 2],
        &[
            "l.all[0].d: dropped, because the new schema has no such field",
            "l.all[1].b: dropped, because the new schema has no such field",
            "l.all[1].c: dropped, because the new schema has no such field",
            "l.all[1].d: dropped, because the new schema has no such field",
        ],
    );
}

#[test]
fn new_required_fields_are_filled_only_if_the_caller_says_so() {
    let old = "a#00000001 = A; l#00000003 all:Vector<A> = L;";
    let new = "a#00000002 i:int l:long s:string b:bytes v:Vector<A> o:Bool h:int128 n:# = A; l#00000003 all:Vector<A> = L;";
    let value = [3, 0x1cb5_c415, 1, 1];
    let problem = refused(old, new, &value, Defaults::Refused);
    assert_eq!(problem, ("l.all[0].i".to_owned(), Problem::Required));
    let made = translated(&tl(old), &tl(new), &value, Defaults::Filled).unwrap();
    let filled =
        [&[3, 0x1cb5_c415, 1, 2, 0, 0, 0, 0, 0, 0x1cb5_c415, 0, 0xbc79_9737][..], &[0; 5]].concat();
    assert_eq!(made.bytes, words(&filled));
    let paths: Vec<&str> = made.losses.iter().map(Loss::path).collect();
    let fields = ["i", "l", "s", "b", "v", "o", "h", "n"];
    assert_eq!(paths, fields.map(|field| format!("l.all[0].{field}")));
    let new = "a#00000002 b:B = A; b#00000004 = B; l#00000003 all:Vector<A> = L;";
    let problem = refused(old, new, &value, Defaults::Filled);
    assert_eq!(problem, ("l.all[0].b".to_owned(), Problem::Required));
}

#[test]
fn numbers_convert_if_the_new_type_holds_them() {
    let (int, long) = ("a#00000001 x:int = A;", "a#00000001 x:long = A;");
    becomes(int, long, &[1, u32::MAX], &[1, u32::MAX, u32::MAX], &[]);
    becomes(long, int, &[1, u32::MAX, u32::MAX], &[1, u32::MAX], &[]);
    let (path, problem) = refused(long, int, &[1, 0, 1], Defaults::Filled);
    assert_eq!((&*path, problem), ("a.x", Problem::OutOfRange { ty: "Int".to_owned() }));
    let (path, problem) = refused(int, "a#00000001 x:string = A;", &[1, 0], Defaults::Filled);
    assert_eq!((&*path, problem), ("a.x", Problem::WrongKind { ty: "String".to_owned() }));
    let vector = "a#00000001 x:Vector<int> = A;";
    assert_eq!(refused(int, vector, &[1, 0], Defaults::Filled).0, "a.x");
}

#[test]
fn text_and_bytes_convert() {
    let (text, bytes) = ("a#00000001 x:string = A;", "a#00000001 x:bytes = A;");
    becomes(text, bytes, &[1, 0x0000_6101], &[1, 0x0000_6101], &[]);
    becomes(bytes, text, &[1, 0x0000_6101], &[1, 0x0000_6101], &[]);
    assert_eq!(refused(bytes, text, &[1, 0x0000_ff01], Defaults::Filled).0, "a.x");
}

#[test]
fn a_flag_is_a_bool() {
    let (flag, required) = ("a#00000001 flags:# x:flags.0?true = A;", "a#00000001 x:Bool = A;");
    let optional = "a#00000001 flags:# x:flags.0?Bool = A;";
    let (yes, no) = (0x9972_75b5, 0xbc79_9737);
    for (is_set, bool) in [(0, no), (1, yes)] {
        becomes(flag, required, &[1, is_set], &[1, bool], &[]);
        becomes(required, flag, &[1, bool], &[1, is_set], &[]);
    }
    becomes(flag, optional, &[1, 0], &[1, 0], &[]);
    becomes(flag, optional, &[1, 1], &[1, 1, yes], &[]);
    becomes(optional, flag, &[1, 1, yes], &[1, 1], &[]);
    let lost = "a.x: unset, because it is `false`, and the new field has no such value";
    becomes(optional, flag, &[1, 1, no], &[1, 0], &[lost]);
}

#[test]
fn bare_and_boxed_convert() {
    let (bare, boxed) = (
        "p#00000001 x:int = P; a#00000002 p:%P v:vector<%P> = A;",
        "p#00000001 x:int = P; a#00000002 p:P v:Vector<P> = A;",
    );
    let of_bare = [2, 7, 1, 8];
    let of_boxed = [2, 1, 7, 0x1cb5_c415, 1, 1, 8];
    becomes(bare, boxed, &of_bare, &of_boxed, &[]);
    becomes(boxed, bare, &of_boxed, &of_bare, &[]);
}

#[test]
fn a_lost_constructor_unsets_the_nearest_optional_field() {
    let old = "m#00000001 flags:# media:flags.0?M id:int = Msg; x#00000002 y:Y = M; y#00000003 = Y; z#00000004 = Y;";
    let new =
        "m#00000001 flags:# media:flags.0?M id:int = Msg; x#00000002 y:Y = M; y#00000003 = Y;";
    becomes(old, new, &[1, 1, 2, 3, 9], &[1, 1, 2, 3, 9], &[]);
    let lost = "m.media: unset, because m.media.y: the new schema has no counterpart of `z`";
    becomes(old, new, &[1, 1, 2, 4, 9], &[1, 0, 9], &[lost]);
    let (path, problem) = refused(old, new, &[2, 4], Defaults::Filled);
    assert_eq!((&*path, problem), ("x.y", Problem::NoCombinator { name: "z".to_owned() }));
}

#[test]
fn a_constructor_that_moved_to_another_type_is_refused() {
    let old = "a#00000001 = A; l#00000003 a:A = L;";
    let new = "a#00000001 = B; b#00000004 = A; l#00000003 a:A = L;";
    let (path, problem) = refused(old, new, &[3, 1], Defaults::Filled);
    let expected = Problem::NotOfType { name: "a".to_owned(), ty: "A".to_owned() };
    assert_eq!((&*path, problem), ("l.a", expected));
}

#[test]
fn free_bits_are_kept_unless_they_have_a_new_meaning() {
    let old = "a#00000001 flags:# x:flags.0?true = A;";
    let new = "a#00000002 flags:# x:flags.0?true y:flags.1?int = A;";
    let made = Translator::new(&tl(old), &tl(new)).translate(
        Root::Any,
        &words(&[1, 0b111]),
        &Options::DEFAULT,
        Defaults::Refused,
    );
    let made = made.unwrap();
    assert_eq!(made.bytes, words(&[2, 0b101]));
    assert_eq!(
        made.losses[0].to_string(),
        "a.flags: cleared the bits 0x00000002, which have a new meaning"
    );
}

#[test]
fn fields_that_come_to_share_a_bit_need_each_other() {
    let old = "a#00000001 flags:# x:flags.0?int y:flags.1?int = A;";
    let new = "a#00000002 flags:# x:flags.0?int y:flags.0?int = A;";
    becomes(old, new, &[1, 3, 7, 8], &[2, 1, 7, 8], &[]);
    becomes(old, new, &[1, 0], &[2, 0], &[]);
    for value in [[1, 1, 7], [1, 2, 8]] {
        refused(old, new, &value, Defaults::Refused);
        let made = translated(&tl(old), &tl(new), &value, Defaults::Filled).unwrap();
        assert_eq!(made.losses.len(), 1);
    }
}

#[test]
fn objects_of_known_length_get_their_new_length() {
    becomes(
        "m#00000001 bytes:int body:Object = M; a#00000002 x:int = A;",
        "m#00000001 bytes:int body:Object = M; a#00000012 x:long = A;",
        &[1, 8, 2, 7],
        &[1, 12, 0x12, 7, 0],
        &[],
    );
}

/// Everything at once, with a tree of `int` and a tree of `long`.
fn all() -> [[Schema; 1]; 2] {
    let text = crate::random::ALL;
    [[schema(text)], [schema(&text.replace("leaf value:int", "leaf value:long"))]]
}

#[test]
fn all_kinds_of_values_translate_there_and_back() {
    let [old, new] = all();
    let (there, back) = (Translator::new(&old, &new), Translator::new(&new, &old));
    let mut random = Random::new(&old, 5);
    for name in ["all", "tree", "wrap", "get"] {
        for _ in 0..300 {
            let bytes = random.bytes(Root::boxed(&old, name).unwrap()).unwrap();
            let translate = |translator: &Translator<'_>, bytes: &[u8]| {
                let made = translator.translate(Root::Any, bytes, &STRICT, Defaults::Refused);
                let made = made.unwrap_or_else(|error| panic!("{name}: {error}"));
                assert_eq!(made.losses, []);
                made.bytes
            };
            assert_eq!(translate(&back, &translate(&there, &bytes)), bytes, "{name}");
        }
    }
}

#[test]
fn any_bytes_are_translated_or_refused() {
    let [old, new] = all();
    let translator = Translator::new(&old, &new);
    let mut random = Random::new(&old, 6);
    for turn in 0..2000_usize {
        let mut bytes = random.bytes(Root::Any).unwrap();
        let at = turn * 7919 % bytes.len();
        bytes[at] ^= 1 << (turn % 8);
        if let Ok(made) =
            translator.translate(Root::Any, &bytes, &Options::DEFAULT, Defaults::Filled)
        {
            logged(&new, Root::Any, &made.bytes, &Options::DEFAULT).unwrap();
        }
    }
}

#[test]
fn bytes_that_no_old_schema_reads_are_a_fault() {
    let old = tl("a#00000001 x:int = A;");
    let made = translated(&old, &old, &[9], Defaults::Filled);
    assert!(matches!(made, Err(Untranslated::Fault(fault)) if fault.found_id() == Some(9)));
}

/// A list of this length.
fn nested(length: usize) -> Vec<u32> {
    let mut value = vec![1; length];
    value.extend([2, 7]);
    value
}

#[test]
fn depth_is_limited_and_takes_little_stack() {
    let old = tl("node#00000001 next:List = List; end#00000002 x:int = List;");
    let new = tl("node#00000001 next:List = List; end#00000002 x:long = List;");
    let translator = Translator::new(&old, &new);
    let translate = |length: usize, depth: u32| {
        let options = Options::DEFAULT.depth(depth);
        translator.translate(Root::Any, &words(&nested(length)), &options, Defaults::Refused)
    };
    std::thread::scope(|scope| {
        let small = std::thread::Builder::new().stack_size(2 << 20);
        let run = small.spawn_scoped(scope, || {
            let made = translate(120, 128).unwrap();
            assert_eq!(made.bytes.len(), 4 * 123);
            assert!(matches!(translate(200, 128), Err(Untranslated::Fault(_))));
            let Err(Untranslated::Refusal(refusal)) = translate(50_000, 100_000) else {
                panic!("it nests too deep")
            };
            assert_eq!(*refusal.problem(), Problem::TooDeep);
        });
        run.unwrap().join().unwrap();
    });
}

#[test]
fn more_losses_than_are_listed_are_counted() {
    let old = tl("a#00000001 x:int = A; l#00000003 all:vector<%A> = L;");
    let new = tl("a#00000002 = A; l#00000003 all:vector<%A> = L;");
    let count = 60_000;
    let mut value = vec![3, count];
    value.resize(2 + count as usize, 7);
    let made = translated(&old, &new, &value, Defaults::Refused).unwrap();
    assert_eq!(made.bytes, words(&[3, count]));
    assert!(made.losses.len() > 1000 && made.unlisted > 1000);
    assert_eq!(made.losses.len() + made.unlisted, count as usize);
}

#[test]
fn memory_is_limited() {
    let flags: Vec<String> = (0..32).map(|bit| format!("f{bit}:flags.{bit}?true")).collect();
    let text =
        format!("a#00000001 flags:# {} = A; l#00000003 all:vector<%A> = L;", flags.join(" "));
    let (old, new) = (tl(&text), tl(&text.replace("a#00000001", "a#00000002")));
    let translator = Translator::new(&old, &new);
    let translate = |count: u32, options: &Options| {
        let mut value = vec![3, count];
        value.resize(2 + count as usize, u32::MAX);
        let made = translator.translate(Root::Any, &words(&value), options, Defaults::Refused);
        made.map(|made| assert_eq!(made.bytes, words(&value)))
    };
    translate(400, &Options::DEFAULT).unwrap();
    translate(10_000, &Options::DEFAULT.memory(usize::MAX)).unwrap();
    let Err(Untranslated::Refusal(refusal)) = translate(10_000, &Options::DEFAULT) else {
        panic!("flags without bytes take memory")
    };
    assert_eq!(*refusal.problem(), Problem::TooLarge);
}
