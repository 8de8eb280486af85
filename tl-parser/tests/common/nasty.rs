//! Texts that are expensive for their length; `n` scales the expensive part.

/// Makes a text of a given size.
pub(crate) type Make = fn(usize) -> String;

fn each(n: usize, make: impl Fn(usize) -> String) -> String {
    (0..n).map(make).collect()
}

/// Returns the shortest possible names.
fn short(mut number: usize) -> String {
    let letters = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
    let mut name = String::from(char::from(letters[number % 26]));
    number /= 26;
    while number > 0 {
        name.push(char::from(letters[number % letters.len()]));
        number /= letters.len();
    }
    name
}

fn short_type(number: usize) -> String {
    let mut name = short(number);
    name[..1].make_ascii_uppercase();
    name
}

/// Texts with one fault after another.
pub(crate) const FAULTS: &[(&str, Make)] = &[
    ("semicolons", |n| ";".repeat(n)),
    ("faults on one line", |n| "a x:int ) = A; ".repeat(n)),
    ("characters", |n| format!("a {}", "$ ".repeat(n))),
    ("commas", |n| format!("a {} = A;", "x:int, ".repeat(n))),
    ("brackets", |n| format!("a {} = A;", "] ".repeat(n))),
    ("missing semicolons", |n| each(n, |i| format!("a{i} x:int = A{i}\n"))),
    ("layer marks", |n| "===x===\n".repeat(n)),
    ("sections", |n| "---function---\n".repeat(n)),
    ("foreign comments", |n| "# c\n".repeat(n)),
    ("carriage returns", |n| "// c\rd\n".repeat(n)),
    ("declared twice", |n| "a=A;".repeat(n)),
    ("fields twice", |n| format!("a {} = A;", "x:# ".repeat(n))),
    ("ids twice", |n| each(n, |i| format!("a{i}#11111111 = A;\n"))),
    ("unknown types", |n| each(n, |i| format!("a{i} x:Unknown{i} = A;\n"))),
    ("unknown masks", |n| {
        let masks = each(n, |i| format!("flags{i}:# "));
        format!("a {masks}{} = A;", each(n, |i| format!("x{i}:flag{i}.1?int ")))
    }),
    ("near misses", |n| {
        let name = "x".repeat(50);
        each(n, |i| format!("{name}{i} = A; b{i} x:{name}y{i} = B;\n"))
    }),
    ("arguments missing", |n| {
        format!("a {{t:Type}} = A t;{}", each(n, |i| format!("b{i} x:A = B;\n")))
    }),
    ("variables not determined", |n| format!("a {} = A;", each(n, |i| format!("{{t{i}:Type}} ")))),
    ("bare uses", |n| {
        let constructors = each(n / 2, |i| format!("a{i} = A;\n"));
        constructors + &each(n / 2, |i| format!("b{i} x:%A = B;\n"))
    }),
    ("endless instances", |n| {
        each(n, |i| format!("a{i} {{X:Type}} x:(A{i} (vector X)) = A{i} X;\n"))
    }),
    ("no finite value", |n| each(n, |i| format!("a{i} x:A{} = A{i};\n", (i + 1) % n))),
    ("warnings", |n| each(n, |i| format!("a{i} int string = A;\n"))),
    ("warnings on one line", |n| each(n, |i| format!("a{i} int string = A; "))),
    ("statements", |n| format!("a = A;{}", "Final A;".repeat(n))),
    ("tags of no field", |n| format!("{}a x:int = A;\n", each(n, |i| format!("//@f{i} text\n")))),
    ("allowances of nothing", |n| format!("a = A; // tl:allow({})\n", "TL0249,".repeat(n))),
    ("namespaces", |n| format!("{}a = A;", "a.".repeat(n))),
    ("a long name", |n| format!("{} = A;", "a".repeat(n))),
    ("open brackets", |n| format!("a x:{}", "(".repeat(n))),
    ("unreadable", |n| format!("{}b x:c = B;", "a b c d e ".repeat(n / 5))),
];

/// Texts that are sound, or would be if they were shorter.
pub(crate) const SOUND: &[(&str, Make)] = &[
    ("constructors of one type", |n| each(n, |i| format!("a{i} = A;\n"))),
    ("types", |n| each(n, |i| format!("a{i} x:int = A{i};\n"))),
    ("types that hold each other", |n| {
        format!("a = A0;\n{}", each(n, |i| format!("a{i} x:A{i} = A{};\n", i + 1)))
    }),
    ("short constructors", |n| each(n, |i| format!("{}=A;", short(i)))),
    ("short types", |n| each(n, |i| format!("{}={};", short(i), short_type(i)))),
    ("fields", |n| format!("a {} = A;", each(n, |i| format!("f{i}:int ")))),
    ("fields without names", |n| format!("a {} = A;", "# ".repeat(n))),
    ("flag words", |n| format!("a {} = A;", each(n, |i| format!("f{i}:# ")))),
    ("fields of one mask", |n| {
        format!("a f:# {} = A;", each(n, |i| format!("x{i}:f.{}?int ", i % 32)))
    }),
    ("repetitions", |n| format!("a n:# {} = A;", each(n, |i| format!("x{i}:n*[ int ] ")))),
    ("nested repetitions", |n| {
        let (open, close) = ("n*[ ".repeat(60), " ]".repeat(60));
        each(n / 60, |i| format!("a{i} n:# x:{open}int{close} = A;\n"))
    }),
    ("nested types", |n| {
        let (open, close) = ("vector<".repeat(60), ">".repeat(60));
        each(n / 60, |i| format!("a{i} x:{open}int{close} = A;\n"))
    }),
    ("names of a group", |n| format!("a ({}:int) = A;", each(n, |i| format!("t{i} ")))),
    ("variables", |n| {
        let vars = each(n, |i| format!("{{t{i}:Type}} "));
        format!("---functions---\na {vars} x:!t0 = t0;")
    }),
    ("layers", |n| each(n, |i| format!("==={i}===\na#{i:08x} = A;\n"))),
    ("tags", |n| {
        let tags = each(n, |i| format!("//@f{i} text\n"));
        format!("{tags}a {} = A;\n", each(n, |i| format!("f{i}:int ")))
    }),
    ("tags on one line", |n| {
        let tags = each(n, |i| format!("@f{i} text "));
        format!("//@description a {tags}\na {} = A;\n", each(n, |i| format!("f{i}:int ")))
    }),
    ("comments in a group", |n| {
        format!("a ({}:int) /* c */ y:int = A;", each(n, |i| format!("t{i} ")))
    }),
    ("comments", |n| format!("a {} = A;", each(n, |i| format!("x{i}:int /* c */ ")))),
    ("allowances on one line", |n| {
        format!("{}\n", each(n, |i| format!("a{i} int string = A; /* tl:allow(TL0249) */ ")))
    }),
    ("groups in groups", |n| {
        let levels = n.ilog2() as usize;
        let (open, close) = ("(x y:2*[ ".repeat(levels), " ])".repeat(levels));
        format!("a {open}int{close} = A;")
    }),
];
