//! The cost of generating grows linearly with the schema, whatever it contains: time, which is measured in
//! isolation, and memory.

#![allow(clippy::unwrap_used, reason = "tests fail so")]

use std::{
    env, fs,
    path::PathBuf,
    process,
    time::{Duration, Instant},
};

use typelang_codegen::{Config, Output, Sources};

/// Makes one line for each number.
fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

/// The name of a schema, its smallest size, and its text by size.
type Shape = (&'static str, usize, fn(usize) -> String);

/// The other sizes are 4 and 16 times the smallest.
const SHAPES: &[Shape] = &[
    ("fields of one bit", 1_250, |count| {
        format!("a flags:# {}= A;", lines(count, |at| format!("f{at}:flags.0?int ")))
    }),
    ("fields of one bit, apart", 600, |count| {
        format!("a flags:# {}= A;", lines(count, |at| format!("f{at}:flags.0?int g{at}:int ")))
    }),
    ("flag words", 600, |count| {
        format!("a {}= A;", lines(count, |at| format!("g{at}:# x{at}:g{at}.0?int ")))
    }),
    ("repetitions under one count", 600, |count| {
        format!("a n:# {}= A;", lines(count, |at| format!("r{at}:n*[ int ] ")))
    }),
    ("repetitions of several fields", 300, |count| {
        format!("a {}= A;", lines(count, |at| format!("n{at}:# r{at}:n{at}*[ x:int y:int ] ")))
    }),
    ("combinations of types", 150, |count| {
        let uses = |at| format!("p{at} = P{at};\nu{at} x:(Pair P{at} P0) = U{at};\n");
        format!("pair {{X:Type}} {{Y:Type}} a:X b:Y = Pair X Y;\n{}", lines(count, uses))
    }),
    ("namespaces", 300, |count| lines(count, |at| format!("n{at}.c a:int = n{at}.T;\n"))),
    ("constructors of one type", 200, |count| {
        lines(count, |at| format!("c{at} a:int b{at}:long = T;\n"))
    }),
    ("one cycle", 250, |count| {
        lines(count, |at| format!("c{at} a:T{} = T{at};\nd{at} = T{at};\n", (at + 1) % count))
    }),
    ("a cycle that ends in one place", 250, |count| {
        format!(
            "d = T0;\n{}",
            lines(count, |at| format!("c{at} a:T{} = T{at};\n", (at + 1) % count))
        )
    }),
];

/// Measures `run` for three sizes, each 4 times the previous one.
fn times(least: usize, run: impl Fn(usize)) -> [Duration; 3] {
    [1, 4, 16].map(|times| {
        let start = Instant::now();
        run(least * times);
        start.elapsed()
    })
}

/// Quadratic time would take 16 times as long for each step; the assertion leaves room for noise.
#[track_caller]
fn assert_linear(what: &str, [one, four, sixteen]: [Duration; 3]) {
    let floor = |time: Duration| time.max(Duration::from_millis(20));
    let most = floor(one) * 16 * 4;
    assert!(sixteen < most, "{what}: {one:?}, {four:?}, {sixteen:?}");
    assert!(sixteen < floor(four) * 10, "{what}: {one:?}, {four:?}, {sixteen:?}");
}

#[test]
#[ignore = "timed, and so alone"]
fn generating_is_linear() {
    for (what, least, shape) in SHAPES {
        let run = |size| {
            let mut sources = Sources::new();
            sources.add("a.tl", shape(size));
            // Some are refused, which must not take longer.
            _ = Config::new().format(false).generate(&sources);
        };
        assert_linear(what, times(*least, run));
    }
}

#[test]
#[ignore = "timed, and so alone"]
fn the_cost_of_each_root_and_cut_is_linear() {
    let shapes: [Shape; 3] = [
        ("types by themselves", 2_500, |count| {
            let methods = lines(count, |at| format!("m{at} = T{at};\n"));
            format!(
                "{}---functions---\n{methods}",
                lines(count, |at| format!("c{at} a:int = T{at};\n"))
            )
        }),
        ("a chain", 2_500, |count| {
            lines(count, |at| format!("c{at} a:Vector<T{}> = T{at};\n", (at + 1).min(count - 1)))
        }),
        ("one type that all need", 2_500, |count| {
            format!("x = X;\n---functions---\n{}", lines(count, |at| format!("m{at} a:X = X;\n")))
        }),
    ];
    for (what, least, shape) in shapes {
        let run = |size| {
            let mut sources = Sources::new();
            sources.add("a.tl", shape(size));
            Config::new().cost(&sources).unwrap();
        };
        assert_linear(what, times(least, run));
    }
}

#[test]
#[ignore = "timed, and so alone"]
fn settings_for_each_item_are_linear() {
    let run = |size| {
        let mut sources = Sources::new();
        sources.add("a.tl", lines(size, |at| format!("c{at} a:int = T{at};\n")));
        let mut config = Config::new();
        for at in 0..size {
            config.derive(format!("T{at}"), "Hash").rename(format!("c{at}.a"), "renamed");
        }
        config.format(false).generate(&sources).unwrap();
    };
    assert_linear("settings", times(250, run));
}

#[test]
#[ignore = "timed, and so alone"]
fn instances_of_a_type_of_yours_are_linear() {
    let shapes: [Shape; 3] = [
        ("instances in types of their own", 300, |count| {
            lines(count, |at| format!("p{at} = P{at};\nu{at} x:(Foreign P{at}) = U{at};\n"))
        }),
        ("instances in one type", 300, |count| {
            lines(count, |at| format!("p{at} = P{at};\nu{at} x:(Foreign P{at}) = U;\n"))
        }),
        ("instances with a holder as the argument", 300, |count| {
            lines(count, |at| format!("p{at} x:(vector (Foreign P{at})) = P{at};\n"))
        }),
    ];
    for (what, least, shape) in shapes {
        let run = |size| {
            let mut sources = Sources::new();
            sources.add("a.tl", format!("foreign {{X:Type}} x:X = Foreign X;\n{}", shape(size)));
            Config::new()
                .extern_path("Foreign", "crate::Foreign")
                .format(false)
                .generate(&sources)
                .unwrap();
        };
        assert_linear(what, times(least, run));
    }
}

#[test]
#[ignore = "timed, and so alone"]
fn types_of_yours_without_their_constructors_are_linear() {
    let run = |size| {
        let types = lines(size, |at| format!("e{at} x:int = E{at};\n"));
        let methods = lines(size, |at| format!("n.m{at} x:E{at} = E{at};\n"));
        let mut sources = Sources::new();
        sources.add("a.tl", format!("{types}---functions---\n{methods}"));
        let mut config = Config::new();
        for at in 0..size {
            config.extern_path(format!("E{at}"), format!("crate::E{at}"));
        }
        config.only(["n.*"]).format(false).generate(&sources).unwrap();
    };
    assert_linear("types of yours", times(150, run));
}

#[test]
#[ignore = "timed, and so alone"]
fn docs_of_each_item_and_field_are_linear() {
    let folder = Folder::new("docs");
    let run = |size| {
        let path = folder.0.join("docs.txt");
        let entry = |at| format!("[c{at}]\nText.\n.a Field.\n.{}{at} No field.\n", "b".repeat(20));
        fs::write(&path, lines(size, entry)).unwrap();
        let mut sources = Sources::new();
        let fields = lines(size, |at| format!("f{at}:int "));
        let items = lines(size, |at| format!("c{at} a:int = T{at};\n"));
        sources.add("a.tl", format!("{items}long {fields}= Long;"));
        Config::new().docs(&path).names(&sources).unwrap();
    };
    assert_linear("docs", times(250, run));
}

#[test]
#[ignore = "timed, and so alone"]
fn comparing_with_a_folder_is_linear() {
    let run = |size| {
        let folder = Folder::new("stale");
        let header =
            "// @generated by typelang from a TL schema; change the schema, not this file.\n";
        let modules = lines(size, |at| format!("pub mod m{at};\n"));
        let root = ("lib.rs".to_owned(), format!("{header}{modules}"));
        let of_module = |at| (format!("m{at}/mod.rs"), header.to_owned());
        let all = Output {
            files: (0..size).map(of_module).chain([root.clone()]).collect(),
            ..Output::default()
        };
        all.write(&folder.0).unwrap();
        assert_eq!(all.drift(&folder.0).unwrap(), []);
        // All modules are stale then, and each is the root of its own files.
        let none = Output { files: [root].into(), ..Output::default() };
        assert_eq!(none.drift(&folder.0).unwrap().len(), size);
    };
    assert_linear("stale files", times(250, run));
}

/// A folder for one test, which is removed with the value.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = env::temp_dir().join(format!("typelang-linear-{name}-{}", process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        _ = fs::remove_dir_all(&self.0);
    }
}
