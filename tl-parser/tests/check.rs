//! Properties of checking that do not depend on the rule: all faults are reported at once, without follow-up
//! faults and whatever the order.

use std::collections::BTreeMap;

use typelang_parser::{
    Checked, Dialect, Level, Options, Sources, Warnings, check,
    diagnostic::{Code, Severity},
    schema::{Builtin, Form, Kind, NatExpr, Origin, TypeExpr, VarId},
    syntax::Role,
};

fn checked(files: &[&str], options: &Options) -> Checked {
    let mut sources = Sources::new();
    for (at, text) in files.iter().enumerate() {
        sources.add(format!("{at}.tl"), *text);
    }
    check(&sources, options)
}

fn sound(text: &str) -> Checked {
    let found = checked(&[text], &Options::default());
    assert_eq!(found.diagnostics, [], "{text}");
    found
}

fn codes(found: &Checked) -> Vec<u16> {
    found.diagnostics.iter().map(|fault| fault.code.0).collect()
}

/// One fault per line, each of a different kind; the comment after it gives the code.
const FAULTY: &str = "
sound1 id:long = Sound;
twice x:int = Twice;
twice x:long = Twice2; // 101
field x:int x:int = Field; // 102
sameId#12345678 = SameId;
otherId#12345678 = OtherId; // 103
zero#00000000 = Zero; // 104
longId#123456789 = LongId; // 7
small x:unknown = Small; // 107
capital x:Unknown = Capital; // 108
bare1 = Bare;
bare2 = Bare;
useBare x:bare1 = UseBare; // 110
few x:Vector = Few; // 113
many x:(Vector int int) = Many; // 114
kind x:(Vector 5) = Kind; // 115
mask x:flags.0?int = Mask; // 119
bit flags:# x:flags.32?int = Bit; // 122
brace {X:Type} = Brace; // 125
bang {X:Type} x:!X = Bang X; // 127
how [ int ] = How; // 129
small2 = small3; // 132
infinite x:Infinite = Infinite; // 142
// These depend on faulty declarations and have no fault of their own.
useTwice2 a:Twice2 = UseTwice2;
useField a:field b:Field c:%Field d:vector<field> = UseField;
useZero a:zero = UseZero;
useSmall a:small b:Small = UseSmall;
useCapital a:Capital flags:# b:flags.0?capital = UseCapital;
useBrace a:brace = UseBrace;
useInfinite a:infinite = UseInfinite;
useSmall2 a:small2 = UseSmall2;
sound2 id:long = Sound;
---functions---
noResult = NoResult; // 109
asType x:noResult = Sound; // 138
getSound = Sound;
getField = Field;
";

#[test]
fn every_fault_is_reported_once_and_sound_declarations_survive() {
    let found = checked(&[FAULTY], &Options::default());
    let line = |at: u32| FAULTY[..at as usize].matches('\n').count();
    let shown: Vec<(usize, u16)> = found
        .diagnostics
        .iter()
        .map(|fault| (line(fault.location().unwrap().span.start), fault.code.0))
        .collect();
    let planted: Vec<(usize, u16)> = FAULTY
        .lines()
        .enumerate()
        .filter_map(|(at, line)| Some((at, line.rsplit_once("; // ")?.1.parse().ok()?)))
        .collect();
    assert_eq!(shown, planted);
    assert!(planted.len() >= 20);
    for name in ["sound1", "sound2", "getSound", "useBrace", "useField", "twice", "bare2"] {
        let has = found.schema.combinators.iter().any(|it| it.name == name);
        assert!(has, "{name} is lost");
    }
    for name in ["field", "small", "useBare", "infinite2", "asType"] {
        let has = found.schema.combinators.iter().any(|it| it.name == name);
        assert!(!has, "{name} is faulty");
    }
}

#[test]
fn the_order_of_declarations_means_nothing() {
    let lines = [
        "pair {X:Type} {Y:Type} x:X y:Y = Pair X Y;",
        "maybeFalse {t:Type} = Maybe t;",
        "maybeTrue {t:Type} value:t = Maybe t;",
        "user flags:# id:long friend:flags.0?User = User;",
        "page users:vector<user> top:(Maybe (pair int user)) last:%User = Page;",
        "bytes data:string = Bytes;",
    ];
    let forward = sound(&lines.join("\n")).schema;
    let backward = sound(&lines.iter().rev().copied().collect::<Vec<_>>().join("\n")).schema;
    let summary = |schema: &typelang_parser::Schema| {
        let of = |it: &typelang_parser::schema::Combinator| {
            let fields: Vec<String> =
                it.fields.iter().map(|field| shape(schema, &field.ty)).collect();
            (it.name.clone(), (it.id, fields, shape(schema, &it.result)))
        };
        schema.combinators.iter().map(of).collect::<BTreeMap<_, _>>()
    };
    assert_eq!(summary(&forward), summary(&backward));
}

/// Spells a type with names instead of numbers.
fn shape(schema: &typelang_parser::Schema, ty: &TypeExpr) -> String {
    match ty {
        TypeExpr::Apply(apply) => {
            let args: Vec<String> = apply
                .args
                .iter()
                .map(|arg| match arg {
                    typelang_parser::schema::Arg::Type(ty) => shape(schema, ty),
                    typelang_parser::schema::Arg::Nat(nat) => format!("{nat:?}"),
                })
                .collect();
            format!("{:?} {}{args:?}", apply.form, schema[apply.ty].name)
        }
        other => format!("{other:?}"),
    }
}

#[test]
fn variables_are_parameters_and_the_fields_that_are_named_later() {
    let schema =
        sound("a {m:#} {t:Type} free:# flags:# x:flags.3?t n:# y:(n+2)*[ m.0?int ] = A m t;");
    let a = &schema.schema.combinators[0];
    let vars: Vec<_> = a.vars.iter().map(|var| (var.name.as_str(), var.kind, var.origin)).collect();
    let expected = [
        ("m", Kind::Nat, Origin::Param),
        ("t", Kind::Type, Origin::Param),
        ("flags", Kind::Nat, Origin::Field),
        ("n", Kind::Nat, Origin::Field),
    ];
    assert_eq!(vars, expected);
    let defines: Vec<_> = a.fields.iter().map(|field| field.defines.map(|var| var.0)).collect();
    assert_eq!(defines, [None, Some(2), None, Some(3), None]);
    assert_eq!(a.fields[2].condition.map(|it| (it.mask.0, it.bit)), Some((2, 3)));
    let TypeExpr::Repetition(repetition) = &a.fields[4].ty else { panic!("no repetition") };
    assert_eq!(repetition.times, NatExpr { var: Some(VarId(3)), plus: 2 });
    assert_eq!(repetition.fields[0].condition.map(|it| it.mask.0), Some(0));
}

#[test]
fn letter_case_and_percent_say_boxed_or_bare() {
    let schema = sound("b = B; a x:b y:B z:%B w:%b u:vector<B> v:Vector<%B> = A;").schema;
    let a = schema.combinators.iter().find(|it| it.name == "a").unwrap();
    let forms: Vec<Form> = a
        .fields
        .iter()
        .map(|field| match &field.ty {
            TypeExpr::Apply(apply) => apply.form,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(forms, [Form::Bare, Form::Boxed, Form::Bare, Form::Bare, Form::Bare, Form::Boxed]);
}

#[test]
fn a_number_with_a_percent_sign_is_a_number() {
    let found = sound("a n:%# x:n.0?int y:n.1?true = A;");
    let plain = sound("a n:# x:n.0?int y:n.1?true = A;");
    assert_eq!(found.schema.combinators[0].id, plain.schema.combinators[0].id);
    assert!(found.schema.combinators[0].fields[0].defines.is_some());
    assert_eq!(codes(&checked(&["a int:%# z:int = A;"], &Options::default())), [146]);
}

#[test]
fn predefined_types_are_known_by_name_whatever_their_bodies_say() {
    let text = "bytes data:string = Bytes; int256 8*[ int ] = Int256; int64 = Int64; a x:bytes y:int256 z:int64 = A;";
    let options = Options { dialect: Some(Dialect::Tdlib), ..Options::default() };
    let found = checked(&[text], &options);
    assert_eq!(found.diagnostics, []);
    let builtin =
        |name: &str| found.schema.types.iter().find(|ty| ty.name == name).unwrap().builtin;
    assert_eq!(builtin("Bytes"), Some(Builtin::Bytes));
    assert_eq!(builtin("Int256"), Some(Builtin::Int256));
    assert_eq!(builtin("Int64"), Some(Builtin::Int64));
    assert_eq!(builtin("A"), None);
}

#[test]
fn a_vector_of_another_shape_is_no_predefined_one() {
    let schema = sound("vector {a:Type} {b:Type} x:a y:b = Vector a b;").schema;
    assert_eq!(schema.types[0].builtin, None);
}

#[test]
fn files_may_restate_predefined_types_but_nothing_else() {
    let prelude =
        "int ? = Int; vector {t:Type} # [ t ] = Vector t; boolTrue = Bool; boolFalse = Bool;";
    let first = format!("{prelude} a x:int = A;");
    let second = format!("{prelude} b x:vector<a> = B;");
    let found = checked(&[&first, &second], &Options::default());
    assert_eq!(found.diagnostics, []);
    assert_eq!(found.schema.combinators.iter().filter(|it| it.name == "vector").count(), 1);
    assert_eq!(codes(&checked(&[&first, &first], &Options::default())), [101]);
    let clash = "vector#12345678 {t:Type} # [ t ] = Vector t;";
    let known = "vector#1cb5c415 {t:Type} # [ t ] = Vector t;";
    assert_eq!(codes(&checked(&[known, clash], &Options::default())), [101]);
}

#[test]
fn layers_may_give_a_name_again() {
    let text = "===8=== a x:int = A; ===17=== a x:int y:int = A; ===23=== b = B;";
    let schema = sound(text).schema;
    let layers: Vec<_> = schema.combinators.iter().map(|it| (it.name.as_str(), it.layer)).collect();
    assert_eq!(layers, [("a", Some(8)), ("a", Some(17)), ("b", Some(23))]);
}

#[test]
fn wrappers_take_calls() {
    let schema = sound("---functions--- f {X:Type} flags:# n:int query:flags.1?!X = X;").schema;
    let f = &schema.combinators[0];
    assert_eq!((f.role, &f.result), (Role::Function, &TypeExpr::Var(VarId(0))));
    let query = &f.fields[2];
    assert!(query.bang && query.ty == TypeExpr::Var(VarId(0)) && query.condition.is_some());
}

#[test]
fn comments_document_and_state_the_layer() {
    let text = "// LAYER 17\n//@class A @description All of it\n\n\
                //@description One of it @x Its number\na x:int n:# y:n*[ x:int ] = A;";
    let schema = sound(text).schema;
    assert_eq!(schema.layer, Some(17));
    assert_eq!(schema.types[0].docs.as_deref(), Some("All of it"));
    let a = &schema.combinators[0];
    assert_eq!(a.docs.as_deref(), Some("One of it"));
    assert_eq!(a.fields[0].docs.as_deref(), Some("Its number"));
}

#[test]
fn warnings_are_silenced_or_made_errors() {
    let text = "a int string = A;\nb int string = B; // tl:allow(TL0249)\n// tl:allow(TL0250, TL0249)\nc n:# int x:n.0?int y:n*[ int ] = C;";
    let severities = |options: &Options| -> Vec<(u16, Severity)> {
        let found = checked(&[text], options);
        found.diagnostics.iter().map(|fault| (fault.code.0, fault.severity)).collect()
    };
    let mut options = Options::default();
    assert_eq!(severities(&options), [(249, Severity::Warning)]);
    options.warnings = Warnings::Deny;
    assert_eq!(severities(&options), [(249, Severity::Error)]);
    options.levels = BTreeMap::from([(Code(249), Level::Allow)]);
    assert_eq!(severities(&options), []);
}

#[test]
fn an_error_cannot_be_allowed() {
    let found = checked(&["a x:foo = A; // tl:allow(TL0107)"], &Options::default());
    assert_eq!(codes(&found), [107, 261]);
}

#[test]
fn the_dialect_is_guessed_and_said() {
    let guess = |text: &str| {
        let found = checked(&[text], &Options::default());
        let guess = found.guess.expect("a guess");
        assert_eq!(guess.dialect, found.schema.dialect);
        assert!(!guess.reason.is_empty());
        guess.dialect
    };
    assert_eq!(guess("// LAYER 17\na = A;"), Dialect::Telegram);
    assert_eq!(guess("a = A;"), Dialect::Telegram);
    assert_eq!(guess("@read f => Int;"), Dialect::Vk);
    assert_eq!(guess("a {n:#} x:n*[ int ] = A n;"), Dialect::Vk);
    assert_eq!(guess("a n:# x:n*[ bytes ] = A;"), Dialect::Telegram);
    assert_eq!(guess("object ? = Object; a x:object = A;"), Dialect::Ton);
    assert_eq!(guess("//@description An answer\nok = Ok;"), Dialect::Tdlib);
    assert_eq!(guess("ok code:int53 = Ok;"), Dialect::Tdlib);
    let named = Options { dialect: Some(Dialect::Vk), ..Options::default() };
    assert_eq!(checked(&["a = A;"], &named).guess, None);
}
