//! Tests of the compiled form: its words, and that reading inverts writing.

use typelang_parser::{
    Checked, Dialect, Options, Sources, check,
    text::text,
    tlo::{read, write, write_sorted},
};

fn checked(text: &str) -> Checked {
    let mut sources = Sources::new();
    sources.add("a.tl", text);
    let found = check(&sources, &Options::default());
    assert!(!found.has_errors(), "{:?}", found.diagnostics);
    found
}

const EVERYTHING: &str = "
int ? = Int;
string ? = String;
vector {t:Type} # [ t ] = Vector t;
int256 8*[ int ] = Int256;
tuple {t:Type} {n:#} [ t ] = Tuple t n;
pair {X:Type} {Y:Type} x:X y:Y = Pair X Y;
nil {X:Type} = List X;
cons {X:Type} head:X tail:(List X) = List X;
a unused:# flags:# b:flags.31?int c:flags.0?(vector int) n:flags.1?# d:n.2?Int = A;
b n:# x:n*[ y:int z:(n+1)*[ string ] ] t:(tuple int (n+3)) u:(Tuple (pair int %Pair<int,string>) 4) = B;
ns.c {f:#} x:f.0?%A (y z:ns.D) bytes = ns.C f;
ns.d x:vector<ns.c<5>> = ns.D;
---functions---
g {X:Type} layer:int query:!X = X;
f flags:# x:flags.3?A = Vector<int>;
";

#[test]
fn a_schema_is_its_types_constructors_and_functions() {
    let schema =
        checked("int#a8509bda ? = Int; a#11111111 flags:# x:flags.3?int = A; b#22222222 x:A = B;")
            .schema;
    let mut expected: Vec<u8> = Vec::new();
    let mut add = |words: &[u32]| expected.extend(words.iter().flat_map(|word| word.to_le_bytes()));
    let text = |bytes: &[u8; 4]| u32::from_le_bytes(*bytes);
    let (ty, combinator, left, right) = (0x12eb_4386, 0x5c0a_1ed5, 0x4c12_c6d9, 0x2c06_4372);
    let (arg, expr) = (0x29df_e61b, 0xc186_3d08);
    let nat = 0x7065_9eff;
    add(&[0x3a2f_9be2, 0, 0, 5]);
    add(&[ty, nat, text(b"\x01#\0\0"), 0, 0, 0, 0, 0]);
    add(&[ty, 0x1111_1111, text(b"\x01A\0\0"), 1, 0, 0, 0, 0]);
    add(&[ty, 0x2222_2222, text(b"\x01B\0\0"), 1, 0, 0, 0, 0]);
    add(&[ty, 0xa850_9bda, text(b"\x03Int"), 1, 1, 0, 0, 0]);
    add(&[ty, 0x2cec_f817, text(b"\x04Typ"), text(b"e\0\0\0"), 0, 0, 0, 0, 0]);
    add(&[3]);
    add(&[combinator, 0x1111_1111, text(b"\x01a\0\0"), 0x1111_1111, left, 2]);
    add(&[arg, text(b"\x05fla"), text(b"gs\0\0"), 4, 0, expr, nat, 0, 0]);
    add(&[arg, text(b"\x01x\0\0"), 2, 0, 3, expr, 0xa850_9bda, 1, 0]);
    add(&[right, expr, 0x1111_1111, 0, 0]);
    add(&[combinator, 0x2222_2222, text(b"\x01b\0\0"), 0x2222_2222, left, 1]);
    add(&[arg, text(b"\x01x\0\0"), 0, expr, 0x1111_1111, 0, 0]);
    add(&[right, expr, 0x2222_2222, 0, 0]);
    add(&[combinator, 0xa850_9bda, text(b"\x03int"), 0xa850_9bda, 0xcd21_1f63]);
    add(&[right, expr, 0xa850_9bda, 0, 0]);
    add(&[0]);
    assert_eq!(write(&schema), expected);
}

#[test]
fn what_is_written_is_read_and_written_again() {
    let schema = checked(EVERYTHING).schema;
    let bytes = write(&schema);
    let back = read(&bytes, schema.dialect).unwrap();
    assert_eq!(write(&back), bytes);
    // The text of the result has the same meaning, too.
    assert_eq!(write(&checked(&text(&back)).schema), bytes);
}

#[test]
fn variables_and_forms_survive() {
    let schema = checked(EVERYTHING).schema;
    let back = read(&write(&schema), schema.dialect).unwrap();
    for combinator in &schema.combinators {
        let read = back.combinators.iter().find(|it| it.name == combinator.name).unwrap();
        assert_eq!((read.id, read.role), (combinator.id, combinator.role));
        assert_eq!(read.vars, combinator.vars, "{}", combinator.name);
        let names = |it: &typelang_parser::schema::Combinator| {
            it.fields.iter().map(|field| (field.name.clone(), field.condition)).collect::<Vec<_>>()
        };
        assert_eq!(names(read), names(combinator), "{}", combinator.name);
    }
}

#[test]
fn predefined_types_are_declared_when_the_schema_does_not() {
    let schema = checked("a x:int y:Vector<bytes> z:Bool flags:# t:flags.0?true = A;").schema;
    let back = read(&write(&schema), Dialect::Telegram).unwrap();
    let mut names: Vec<&str> = back.combinators.iter().map(|it| it.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["a", "boolFalse", "boolTrue", "bytes", "int", "true", "vector"]);
    let id = |name: &str| back.combinators.iter().find(|it| it.name == name).unwrap().id;
    assert_eq!((id("vector"), id("boolTrue"), id("true")), (0x1cb5_c415, 0x9972_75b5, 0x3fed_d339));
}

#[test]
fn text_says_what_the_schema_says() {
    let schema = checked(EVERYTHING).schema;
    let once = text(&schema);
    assert_eq!(text(&checked(&once).schema), once);
    assert!(once.contains(" x:n*[ y:int z:(n+1)*[ string ] ] t:tuple<int,n+3> "), "{once}");
    assert!(once.contains("{X:Type} layer:int query:!X = X;"), "{once}");
}

#[test]
fn a_name_that_is_taken_is_not_used_for_a_predefined_type() {
    let schema =
        checked("vector {t:Type} x:t = Other t; a x:%(Vector int) y:(vector int) = A;").schema;
    let once = text(&schema);
    assert!(once.contains(" x:%Vector<int> y:vector<int> = A;"), "{once}");
    assert_eq!(text(&checked(&once).schema), once);
}

#[test]
fn broken_bytes_are_an_error_and_nothing_worse() {
    let bytes = write(&checked(EVERYTHING).schema);
    for end in 0..bytes.len() {
        assert!(read(&bytes[..end], Dialect::Telegram).is_err(), "cut at {end}");
    }
    let longer = [bytes.as_slice(), &[0; 4]].concat();
    assert_eq!(read(&longer, Dialect::Telegram).unwrap_err().at, bytes.len());
    for at in 0..bytes.len() {
        for value in [0xff, bytes[at] ^ 1] {
            let mut broken = bytes.clone();
            broken[at] = value;
            // If it can be read, it can also be written, and its text checked.
            if let Ok(schema) = read(&broken, Dialect::Telegram) {
                let _ = write(&schema);
                let _ = text(&schema);
            }
        }
    }
}

#[test]
fn nesting_is_limited() {
    let deep = |levels: usize| {
        let text = format!("a x:{}int{} = A;", "vector<".repeat(levels), ">".repeat(levels));
        write(&checked(&text).schema)
    };
    assert!(read(&deep(60), Dialect::Telegram).is_ok());
    // An endlessly nested expression: a type within `Vector`.
    let good = deep(1);
    let apply = 0xc186_3d08_u32.to_le_bytes();
    let vector = 0x1cb5_c415_u32.to_le_bytes();
    let at = good.windows(8).position(|it| it == [apply, vector].concat()).expect("a vector");
    let level = [&good[at..at + 16], &0xecc9_da78_u32.to_le_bytes()].concat();
    let bomb = [&good[..at], &level.repeat(100_000), &good[at..]].concat();
    assert_eq!(read(&bomb, Dialect::Telegram).unwrap_err().message, "nested too deep");
}

/// A type's number combines the ids of its constructors, so several types may share one by chance or malice.
#[test]
fn types_whose_ids_combine_to_one_number_are_told_apart() {
    let types = |text: &str| {
        let schema = checked(text).schema;
        let back = read(&write(&schema), schema.dialect).map_err(|error| error.message)?;
        let all = back.types.iter().filter(|ty| ty.builtin.is_none());
        Ok::<_, String>(all.map(|ty| (ty.name.clone(), ty.constructors.len())).collect::<Vec<_>>())
    };
    let shared =
        "a#00000001 x:int = A; b#00000002 y:int = A; c#00000003 z:A = C; d#00000007 z:C = D;";
    let want = [("A", 2), ("C", 1), ("D", 1)].map(|(name, count)| (name.to_owned(), count));
    assert_eq!(types(shared), Ok(want.to_vec()));
    // The number of a kind, and no number at all.
    assert_eq!(types("a#2cecf817 = A; b x:A = B;").map(|all| all.len()), Ok(2));
    let zeros = "a#00000001 = A; b#00000002 = A; c#00000003 = A; \
                 d#00000004 = D; e#00000008 = D; f#0000000c = D; g x:A y:D = G;";
    assert_eq!(types(zeros).map(|all| all.len()), Ok(3));
    let spare = "a#00000001 = A; b#00000002 = A; c#00000003 = C; d#74790000 x:A y:C = D;";
    assert_eq!(types(spare).map(|all| all.len()), Ok(3));
}

/// This crate does not write such files, but others may.
#[test]
fn types_that_share_a_number_are_not_mistaken_for_each_other() {
    let message = |text: &str, number: u32| {
        let schema = checked(text).schema;
        let (spare, number) = (0x7479_0000_u32.to_le_bytes(), number.to_le_bytes());
        let words = write(&schema);
        let words = words.chunks(4).map(|word| if word == spare { &number } else { word });
        read(&words.collect::<Vec<_>>().concat(), schema.dialect).unwrap_err().message
    };
    let two = "a#00000001 = A; b#00000002 = A; c#00000003 = C; d x:C = D;";
    assert_eq!(message(two, 3), "several types have the number 00000003");
    assert_eq!(message("a#2cecf817 = A;", 0x2cec_f817), "2cecf817 is a kind");
}

#[test]
fn sorted_bytes_do_not_depend_on_the_order_of_declarations() {
    let lines = ["b x:int = A;", "a y:Bool = A;", "c z:A = C;", "bb = A;"];
    let text = |order: [usize; 4]| order.map(|at| lines[at]).join("\n");
    let [first, second] = [[0, 1, 2, 3], [3, 2, 1, 0]].map(|order| checked(&text(order)).schema);
    assert_eq!(write_sorted(&first), write_sorted(&second));
    assert_ne!(write(&first), write(&second));
}
