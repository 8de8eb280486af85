//! `tl cost`

use crate::support::{Folder, SHAPES};

#[test]
fn without_roots_each_method_is_one() {
    let folder = Folder::new("cost-all");
    folder.write("shapes.tl", SHAPES);
    let ran = folder.tl("cost shapes.tl");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let want = "\
schema\t-\t4\t3\t3\t13\t100.0%
kept\t-\t4\t3\t3\t13\t100.0%
root\tshapes.list\t4\t3\t1\t10\t100.0%
root\tshapes.add\t3\t2\t1\t8\t75.0%
root\tlater\t0\t0\t1\t2\t0.0%
cut\tShape\t3\t2\t0\t7\t75.0%
cut\tPoint\t1\t1\t0\t2\t25.0%
cut\tshapes.Page\t1\t1\t0\t2\t25.0%
";
    assert_eq!(ran.out, want);
}

#[test]
fn roots_and_cuts_are_counted() {
    let folder = Folder::new("cost-roots");
    folder.write("shapes.tl", SHAPES);
    let ran =
        folder.tl("cost shapes.tl --only shapes.add --only shapes.Page --opaque Point --top 1");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let want = "\
schema\t-\t4\t3\t3\t13\t100.0%
kept\t-\t3\t2\t1\t8\t75.0%
root\tshapes.Page\t3\t2\t0\t7\t75.0%
cut\tShape\t2\t1\t0\t5\t50.0%
";
    assert_eq!(ran.out, want);
}

#[test]
fn telegrams_layer_has_methods_of_every_size() {
    let folder = Folder::new("cost-embedded");
    let share = |line: &str| {
        let ran = folder.run(&line.split(' ').collect::<Vec<_>>(), b"");
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        let kept = ran.out.lines().nth(1).unwrap();
        let words: Vec<&str> = kept.split('\t').collect();
        assert_eq!(words[0], "kept");
        words[6].trim_end_matches('%').parse::<f64>().unwrap()
    };
    let login = share("cost --only auth.sendCode --only auth.signIn");
    assert!((2.0..8.0).contains(&login), "{login}");
    let send = share("cost --only messages.sendMessage");
    assert!((30.0..60.0).contains(&send), "{send}");
    let cut = share("cost --only messages.sendMessage --opaque Update --opaque MessageMedia");
    assert!(cut * 3.0 < send, "{cut} of {send}");
}

#[test]
fn mistakes_are_wrong_usage() {
    let folder = Folder::new("cost-wrong");
    folder.write("shapes.tl", SHAPES);
    for (line, wanted) in [
        ("cost shapes.tl --only shapes.ad", "did you mean `shapes.add`?"),
        ("cost shapes.tl --opaque Shap", "did you mean `Shape`?"),
        ("cost shapes.tl --only Shape --opaque Shape", "remove one of the two"),
    ] {
        let ran = folder.tl(line);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{line}");
        assert!(ran.err.contains(wanted), "{line}: {}", ran.err);
    }
    folder.write("wrong.tl", "a x:Missing = A;");
    let ran = folder.tl("cost wrong.tl");
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("wrong.tl:1:5"), "{}", ran.err);
}
