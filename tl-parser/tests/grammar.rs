//! Tests of the syntax tree for each form of the language.

#![allow(clippy::panic, clippy::unwrap_used, reason = "the helpers of tests are tests too")]

mod common;

use common::{SAMPLE, tree};
use typelang_parser::{
    FileId, parse, print,
    syntax::{
        ApplyStyle, Combinator, Equals, ExprKind, Field, FieldType, FinalityWord, Item, Role,
    },
};

/// Returns the only item of a sound text.
fn item(text: &str) -> Item<'_> {
    let parsed = parse(FileId(0), text);
    assert_eq!(parsed.diagnostics, [], "{text}");
    assert_eq!(parsed.file.items.len(), 1, "{text}");
    parsed.file.items.into_iter().next().unwrap()
}

fn combinator(text: &str) -> Combinator<'_> {
    match item(text) {
        Item::Combinator(combinator) => *combinator,
        other => panic!("{text} is {other:?}"),
    }
}

/// Returns the only field of `a FIELD = A;`.
fn field(text: &str) -> Field<'_> {
    let mut fields = combinator(text).fields;
    assert_eq!(fields.len(), 1, "{text}");
    fields.remove(0)
}

fn kind<'a>(field: &'a Field<'a>) -> &'a ExprKind<'a> {
    match &field.ty {
        FieldType::Expr(expr) => &expr.kind,
        FieldType::Repetition(_) => panic!("{field:?}"),
    }
}

#[test]
fn names_ids_and_spans() {
    let text = "\u{feff}\r\nauth.sentCode#5E002502 = auth.SentCode;";
    let parsed = parse(FileId(0), text);
    let Item::Combinator(found) = &parsed.file.items[0] else { panic!("{parsed:?}") };
    assert_eq!(&text[found.span.range()], "auth.sentCode#5E002502 = auth.SentCode;");
    assert_eq!(&text[found.name.span.range()], found.name.text);
    let id = found.id.unwrap();
    assert_eq!(
        (&text[id.span.range()], id.digits, id.value),
        ("#5E002502", "5E002502", 0x5e00_2502)
    );
    assert_eq!(&text[found.result.span.range()], "auth.SentCode");
}

#[test]
fn an_id_has_one_to_eight_digits_and_may_stand_after_a_blank() {
    for (text, value) in
        [("a#1 = A;", 1), ("a#96a18d5 = A;", 0x96a_18d5), ("a #1cb5c415 = A;", 0x1cb5_c415)]
    {
        assert_eq!(combinator(text).id.map(|id| id.value), Some(value), "{text}");
    }
}

#[test]
fn a_number_sign_apart_from_the_name_is_a_field() {
    for text in ["a # = A;", "a # b:int = A;", "a #a:int = A;", "a {t:Type} # [ t ] = A t;"] {
        let found = combinator(text);
        assert_eq!(found.id, None, "{text}");
        assert_eq!(kind(&found.fields[0]), &ExprKind::Nat, "{text}");
    }
}

#[test]
fn points_belong_to_names_only_before_letters() {
    let found = field("a x:flags.0?auth.Code = A;");
    let condition = found.condition.clone().unwrap();
    assert_eq!((condition.mask.text, condition.bit.unwrap().value), ("flags", Some(0)));
    assert!(matches!(kind(&found), ExprKind::Name(name) if name.text == "auth.Code"));
    assert_eq!(field("a x:flags?int = A;").condition.unwrap().bit, None);
}

#[test]
fn a_field_is_a_single_term() {
    assert_eq!(combinator("a int string = A;").fields.len(), 2);
    assert_eq!(combinator("a x:Map<int,string> y:(Map int string) # = A;").fields.len(), 3);
    let group = field("a (x y _:int) = A;");
    assert!(group.grouped && group.names.len() == 3);
    assert!(!field("a (Vector int) = A;").grouped);
}

#[test]
fn both_styles_of_application() {
    let angled = field("a x:Map<int,Vector<long>> = A;");
    let ExprKind::Apply { args, style: ApplyStyle::Angled, .. } = kind(&angled) else { panic!() };
    assert_eq!(args.len(), 2);
    let grouped = field("a x:%(Map int (Vector long)) = A;");
    let ExprKind::Bare(group) = kind(&grouped) else { panic!("{grouped:?}") };
    let ExprKind::Group(apply) = &group.kind else { panic!("{group:?}") };
    assert!(
        matches!(&apply.kind, ExprKind::Apply { args, style: ApplyStyle::Juxtaposed, .. } if args.len() == 2)
    );
}

#[test]
fn repetitions() {
    let FieldType::Repetition(outer) = field("a x:n.0?n*[ m:# (m+1)*[ int ] [ y:int ] ] = A;").ty
    else {
        panic!()
    };
    assert!(matches!(&outer.times.unwrap().kind, ExprKind::Name(name) if name.text == "n"));
    let times = outer.fields.iter().map(|field| match &field.ty {
        FieldType::Repetition(inner) => Some(inner.times.is_some()),
        FieldType::Expr(_) => None,
    });
    assert_eq!(times.collect::<Vec<_>>(), [None, Some(true), Some(false)]);
}

#[test]
fn functions_and_annotations() {
    let found = combinator("@read @any engine.get {X:Type} q:flags.0?!X => (Vector X);");
    assert_eq!(found.equals, Equals::Arrow);
    assert_eq!(found.annotations.iter().map(|name| name.text).collect::<Vec<_>>(), ["read", "any"]);
    assert!(found.fields[0].bang.is_some() && found.fields[0].condition.is_some());
    assert!(matches!(found.result.kind, ExprKind::Group(_)));
}

#[test]
fn other_declarations() {
    assert!(matches!(item("int#a8509bda ? = Int;"), Item::Builtin(found) if found.id.is_some()));
    for text in ["Vector int;", "vector int;", "Vector<int>;", "tuple int 3;"] {
        assert!(matches!(item(text), Item::Partial(_)), "{text}");
    }
    for (text, word) in [
        ("New T;", FinalityWord::New),
        ("Final T;", FinalityWord::Final),
        ("Empty T;", FinalityWord::Empty),
    ] {
        assert!(matches!(item(text), Item::Finality(found) if found.word == word), "{text}");
    }
}

#[test]
fn sections_and_layer_marks() {
    for (text, role) in [
        ("---types---", Role::Constructor),
        ("--- functions ---", Role::Function),
        ("-----\tfunctions\t----\r\n", Role::Function),
    ] {
        assert!(matches!(item(text), Item::Section(section) if section.role == role), "{text}");
    }
    for text in ["===17===", "=== 17 ==="] {
        assert!(matches!(item(text), Item::LayerMark(mark) if mark.layer == 17), "{text}");
    }
    let text = "===17===\na = A;\n---types---\n---functions---\n---types---\nb = B;";
    assert_eq!(parse(FileId(0), text).file.items.len(), 6);
}

#[test]
fn a_comment_stands_wherever_a_blank_may() {
    let text = "a/* é */x/**/:/* b */int//c\n=A/* ; */;// the end";
    let parsed = parse(FileId(0), text);
    assert_eq!(parsed.diagnostics, []);
    assert_eq!(parsed.file.comments.len(), 6);
    assert_eq!(tree(&parsed.file), tree(&parse(FileId(0), "a x:int = A;").file));
}

#[test]
fn line_ends_do_not_matter() {
    let (lf, crlf) = (SAMPLE.to_owned(), SAMPLE.replace('\n', "\r\n"));
    let (one, other) = (parse(FileId(0), &lf), parse(FileId(0), &crlf));
    assert_eq!(other.diagnostics, []);
    assert_eq!(tree(&one.file), tree(&other.file));
    assert_eq!(print(&one.file, &lf), print(&other.file, &crlf));
}

#[test]
fn an_empty_text_is_an_empty_file() {
    for text in ["", "\u{feff}", " \r\n\t", "// c", "/**/"] {
        let parsed = parse(FileId(0), text);
        assert!(parsed.diagnostics.is_empty() && parsed.file.items.is_empty(), "{text:?}");
    }
}

#[test]
fn a_missing_semicolon_keeps_both_declarations() {
    for (text, results) in [
        ("a = A b = B;", ["A", "B"]),
        ("a = A\nb = B;", ["A", "B"]),
        ("a = Vector int b#1cb5c415 x:int = B;", ["Vector int", "B"]),
        ("a = Vector int\nb.c x:int = B;", ["Vector int", "B"]),
        ("a = A b {X:Type} = B X;", ["A", "B X"]),
        ("a = A\n@read b = B;", ["A", "B"]),
        ("a = Vector<int>\nb (x y:int) = B", ["Vector<int>", "B"]),
    ] {
        let parsed = parse(FileId(0), text);
        let found: Vec<&str> = parsed
            .file
            .items
            .iter()
            .map(|item| match item {
                Item::Combinator(found) => &text[found.result.span.range()],
                other => panic!("{text} has {other:?}"),
            })
            .collect();
        assert_eq!(found, results, "{text}");
        assert!(parsed.diagnostics.iter().all(|fault| fault.code.0 == 9), "{text}");
    }
}
