//! Values that double in number with each level are refused, since a fault in four bytes would create all of
//! them.

#![allow(clippy::unwrap_used, reason = "tests fail so")]

use typelang_codegen::{Config, Sources};

fn generate(text: String) -> Result<(), String> {
    let mut sources = Sources::new();
    sources.add("a.tl", text);
    Config::new().generate(&sources).map(drop).map_err(|error| error.to_string())
}

/// Makes a chain of types that each contain the previous one twice, in this form.
fn chain(first: &str, form: &str, levels: usize) -> String {
    let links = (1..=levels).map(|at| {
        let before = at - 1;
        format!("z{at} x:{form}Z{before} y:{form}Z{before} = Z{at};\n")
    });
    format!("{first} = Z0;\n{}", links.collect::<String>())
}

#[test]
fn doubling_is_refused_in_every_form() {
    for first in ["z0", "z0 x:int"] {
        for form in ["", "%"] {
            assert!(generate(chain(first, form, 15)).is_ok(), "{first} {form}");
            for levels in [21, 64, 1000] {
                let report = generate(chain(first, form, levels)).unwrap_err();
                assert!(report.contains("error[TL0919]"), "{report}");
                assert!(report.contains("holds more than 1,048,576 others"), "{report}");
            }
        }
    }
}

#[test]
fn what_may_end_is_no_doubling() {
    // An enum falls back on its smallest constructor, a vector is empty, and optional fields may be absent.
    let enums: Vec<String> = (1..=64)
        .map(|at| format!("z{at} x:Z{0} y:Z{0} = Z{at};\nn{at} = Z{at};\n", at - 1))
        .collect();
    let enums = enums.concat();
    assert_eq!(generate(format!("z0 = Z0;\n{enums}")), Ok(()));
    let vectors: Vec<String> = (1..=64)
        .map(|at| format!("z{at} n:# x:n*[ Z{0} ] y:n*[ Z{0} ] = Z{at};\n", at - 1))
        .collect();
    let vectors = vectors.concat();
    assert_eq!(generate(format!("z0 = Z0;\n{vectors}")), Ok(()));
    let nest = format!("{}E{}", "16*[ ".repeat(8), " ]".repeat(8));
    assert_eq!(generate(format!("e = E;\nc x:{nest} = C;\n")), Ok(()));
}
