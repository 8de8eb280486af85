//! Tests of ids: the canonical text of declarations and its CRC-32.

use std::collections::BTreeMap;

use typelang_parser::{
    Checked, Dialect, FileId, Level, Options, Sources, check,
    diagnostic::Code,
    id::{IdRule, canonical, compute, compute_builtin},
    parse,
    syntax::Item,
};

fn rule(word: &str) -> IdRule {
    let rules =
        [("ref", IdRule::Reference), ("tg", IdRule::Telegram), ("tg-bytes", IdRule::TelegramBytes)];
    rules.into_iter().find(|(name, _)| *name == word).expect("a rule").1
}

#[test]
fn known_declarations_have_their_known_ids() {
    let rows = include_str!("crc.tsv").lines().skip(1);
    for row in rows.clone() {
        let [word, text, expected, id] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not four columns: {row}");
        };
        let parsed = parse(FileId(0), text);
        assert_eq!(parsed.diagnostics, [], "{text}");
        let computed = match &parsed.file.items[..] {
            [Item::Combinator(combinator)] => {
                assert_eq!(canonical(combinator, rule(word)), expected);
                compute(combinator, rule(word))
            }
            [Item::Builtin(builtin)] => compute_builtin(builtin),
            other => panic!("not one declaration: {other:?}"),
        };
        assert_eq!(format!("{computed:08x}"), id, "{text}");
    }
    assert_eq!(rows.count(), 66);
}

#[test]
fn spelling_does_not_change_the_canonical_text() {
    let spellings = [
        "a {X Y:Type} (b c:Map<X,Vector<Y>>) = A X Y;",
        "a\r\n {X:Type} {Y:Type} // of anything\n b:(Map X (Vector Y)) c:(Map X (Vector Y)) = A<X,Y>;",
        "a#12345678 {X:Type} {Y:Type} b:(Map<X,(Vector Y)>) /* so */ c:Map<X,Vector<Y>>=A X (Y);",
    ];
    for text in spellings {
        let parsed = parse(FileId(0), text);
        assert_eq!(parsed.diagnostics, [], "{text}");
        let [Item::Combinator(combinator)] = &parsed.file.items[..] else { panic!("{text}") };
        let expected = "a X:Type Y:Type b:Map X Vector Y c:Map X Vector Y = A X Y";
        assert_eq!(canonical(combinator, IdRule::Reference), expected, "{text}");
    }
}

fn checked(text: &str, options: &Options) -> Checked {
    let mut sources = Sources::new();
    sources.add("a.tl", text);
    check(&sources, options)
}

#[test]
fn the_dialect_decides_how_ids_are_computed() {
    let text = "f data:bytes flags:# quick:flags.0?true = F;";
    let id = |dialect| {
        let options = Options { dialect: Some(dialect), ..Options::default() };
        checked(text, &options).schema.combinators[0].id
    };
    assert_eq!(id(Dialect::Telegram), crc32fast::hash(b"f data:string flags:# = F"));
    let all = crc32fast::hash(b"f data:bytes flags:# quick:flags.0?true = F");
    assert_eq!((id(Dialect::Tdlib), id(Dialect::Ton)), (all, all));
}

#[test]
fn a_written_id_wins() {
    let found = checked("true#3fedd338 = True;", &Options::default());
    let combinator = &found.schema.combinators[0];
    assert_eq!(combinator.id, 0x3fed_d338);
    assert_eq!((combinator.written_id, combinator.computed_id), (Some(0x3fed_d338), 0x3fed_d339));
    assert_eq!(found.diagnostics, []);
}

#[test]
fn mismatches_are_reported_on_demand_and_can_be_allowed() {
    // The rule that keeps `bytes` explains the second id.
    let text = "true#3fedd338 = True;\n\
                ipPortSecret#37982646 ipv4:int port:int secret:bytes = IpPort;";
    let levels = BTreeMap::from([(Code(206), Level::Warn)]);
    let mut options = Options { levels, ..Options::default() };
    let codes = |found: Checked| found.diagnostics.iter().map(|it| it.code).collect::<Vec<_>>();
    assert_eq!(codes(checked(text, &options)), [Code(206)]);
    options.allowed_id_mismatches.insert("true#3fedd338".to_owned());
    assert_eq!(codes(checked(text, &options)), []);
}

#[test]
fn allowances_that_nothing_needs_are_told() {
    let text = "true#3fedd338 = True; null#56730bcc = Null;";
    let allowed = ["true#3fedd338", "null#56730bcc", "gone#00000001"].map(str::to_owned);
    let mut options = Options { allowed_id_mismatches: allowed.into(), ..Options::default() };
    assert!(checked(text, &options).unused_id_allowances.is_empty(), "nobody asked for mismatches");
    options.levels.insert(Code(206), Level::Warn);
    let unused = checked(text, &options).unused_id_allowances;
    assert_eq!(unused.into_iter().collect::<Vec<_>>(), ["gone#00000001", "null#56730bcc"]);
}
