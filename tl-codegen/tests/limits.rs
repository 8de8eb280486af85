//! Schemas that are too large for rustc or a reader are refused, or get another form.

#![allow(clippy::unwrap_used, reason = "tests fail so")]

use std::fmt::Write;

use typelang_codegen::{Config, Sources};

fn generate(text: impl Into<String>) -> Result<String, String> {
    let mut sources = Sources::new();
    sources.add("a.tl", text.into());
    let files = Config::new().generate(&sources).map_err(|error| error.to_string())?.files;
    Ok(files.into_values().collect())
}

/// Returns whether the schema can be generated; compact output is faster.
fn is_generated(text: impl Into<String>) -> bool {
    let mut sources = Sources::new();
    sources.add("a.tl", text.into());
    Config::new().format(false).generate(&sources).is_ok()
}

/// Makes one line for each number.
fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

/// Makes TL names that are equal in Rust.
fn equal_name(at: usize) -> String {
    (0..8).fold("q".to_owned(), |name, bit| {
        format!("{name}_{}{}", if at >> bit & 1 == 1 { "_" } else { "" }, char::from(b'b' + bit))
    })
}

#[test]
fn arguments_expand_to_20_000_constructors() {
    let grid = |side: usize| {
        lines(side, |at| {
            format!("g{at} {{X:Type}} x:X = G X;\np{at} = P{at};\nu{at} x:(G P{at}) = U{at};\n")
        })
    };
    assert!(is_generated(grid(20)));
    let report = generate(grid(150)).unwrap_err();
    assert!(report.contains("error[TL0902]"), "{report}");
    assert!(report.contains("more than 20,000 constructors"), "{report}");
}

/// Queued types count towards the limit, and no later pass plans what was made before it.
#[test]
fn an_expansion_that_is_refused_costs_little() {
    let side = 1_000;
    let fields = lines(side, |at| format!("x{at}:(Pair X {at}) "));
    let text = format!(
        "pair {{X:Type}} {{n:#}} x:X y:n*[ int ] = Pair X n;\ngrid {{X:Type}} {fields}= Grid X;\n{}",
        lines(side, |at| format!("p{at} = P{at};\nu{at} x:(Grid P{at}) = U{at};\n"))
    );
    let mut report = String::new();
    let used = allocation_counter::measure(|| report = generate(&text).unwrap_err());
    assert!(report.contains("more than 20,000 types"), "{report}");
    assert_eq!(report.matches("error[").count(), 1, "{report}");
    // A million types would take 150 MB.
    assert!(used.bytes_max < 32 << 20, "{} bytes for {}", used.bytes_max, text.len());
}

#[test]
fn expansion_is_bounded_in_declared_bytes_too() {
    // Long names count by their bytes, and fields by their time.
    let fields = |count| {
        (0..count).fold(String::new(), |mut all, at| {
            _ = write!(all, "{}_{at}:int ", "field".repeat(40));
            all
        })
    };
    let uses = lines(1_000, |at| format!("u{at} x:(G {at}) = U{at};\n"));
    let text = |count| format!("g {{n:#}} {}= G n;\n{uses}", fields(count));
    assert!(is_generated(text(1)));
    let report = generate(text(100)).unwrap_err();
    assert!(report.contains("error[TL0902]") && report.contains("16 MiB"), "{report}");
}

#[test]
fn constructors_are_compared_with_arguments_only_so_often() {
    let text = lines(2_200, |at| format!("g{at} = G {at};\nu{at} x:(G {at}) = U{at};\n"));
    let report = generate(text).unwrap_err();
    assert!(report.contains("error[TL0902]") && report.contains("four million"), "{report}");
}

#[test]
fn equal_names_are_refused_above_64() {
    let equal = |count, one: &dyn Fn(usize) -> String| lines(count, one);
    let item = |at| format!("{} x:int = T{at};\n", equal_name(at));
    let variant = |at| format!("{} x:int = T;\n", equal_name(at));
    let ty = |at| format!("c{at} = T{0};\nd{at} = T{0};\n", equal_name(at));
    for one in [&item as &dyn Fn(usize) -> String, &variant, &ty] {
        assert!(generate(equal(64, one)).is_ok());
        let report = generate(equal(150, one)).unwrap_err();
        assert!(report.contains("error[TL0903]"), "{report}");
    }
    let fields = |count| format!("a {}= A;", lines(count, |at| format!("{}:int ", equal_name(at))));
    assert!(generate(fields(64)).is_ok());
    assert!(generate(fields(150)).unwrap_err().contains("error[TL0903]"));
}

#[test]
fn a_struct_is_refused_above_a_mebibyte() {
    let of = |count| format!("a {}= A;", lines(count, |at| format!("f{at}:string ")));
    assert!(generate(of(1_000)).is_ok());
    let report = generate(of(44_000)).unwrap_err();
    assert!(report.contains("error[TL0904]"), "{report}");
    assert!(report.contains("put some of its fields into types of their own"), "{report}");
}

/// 64 levels took the compiler 24 GB: each struct was inlined twice into the next, although it has no bytes.
#[test]
fn what_holds_too_many_values_is_boxed() {
    let link = |at: usize| format!("z{at} x:Z{0} y:Z{0} = Z{at};\n", at - 1);
    let chain = |levels| format!("z0 = Z0;\n{}", lines(levels, |at| link(at + 1)));
    assert!(generate(chain(63)).unwrap_err().contains("more than 1,048,576 others"));
    let code = generate(chain(18)).unwrap();
    // 2¹⁰ - 1 values in the tenth, and more in the eleventh.
    assert!(code.contains("pub x: types::Z9,"), "{code}");
    assert!(code.contains("pub x: tl::Box<types::Z10>,") && !code.contains("pub x: types::Z10,"));
    assert!(code.contains("pub x: types::Z11,"), "a box is one value: {code}");
}

#[test]
fn arrays_of_arrays_have_no_more_values_than_a_struct() {
    let nested = |levels: usize| {
        format!("e = E;\na x:{}E{} = A;", "16*[ ".repeat(levels), " ]".repeat(levels))
    };
    assert!(generate(nested(2)).unwrap().contains("pub x: [[types::E; 16]; 16]"));
    let code = generate(nested(8)).unwrap();
    let vectors = "tl::Vec<".repeat(6);
    assert!(code.contains(&format!("pub x: {vectors}[[types::E; 16]; 16]>>>>>>")), "{code}");
}
