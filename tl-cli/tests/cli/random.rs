//! `tl random`

use crate::support::Folder;

#[test]
fn a_seed_gives_the_same_values() {
    let folder = Folder::new("random-seed");
    let one = folder.tl("random updates --seed 7 -n 5");
    assert_eq!((one.status, one.err.as_str()), (0, ""));
    assert_eq!(one.out.lines().count(), 5);
    assert!(one.out.lines().all(|line| line.starts_with("4042ae74")), "{}", one.out);
    assert_eq!(folder.tl("random updates --seed 7 -n 5").out, one.out);
    assert_ne!(folder.tl("random updates --seed 8 -n 5").out, one.out);
    let ran = folder.tl("random");
    assert_eq!(ran.status, 0);
    assert!(ran.err.starts_with("note: the seed is "), "{}", ran.err);
}

#[test]
fn json_and_bytes_are_of_the_same_values() {
    let folder = Folder::new("random-json");
    let hex = folder.run(&["random", "Vector<Update>", "--seed", "1", "-n", "20"], b"").out;
    let json =
        folder.run(&["random", "Vector<Update>", "--seed", "1", "-n", "20", "--json"], b"").out;
    let decoded = folder.run(&["decode", "--batch", "--type", "Vector<Update>"], hex.as_bytes());
    assert_eq!((decoded.status, decoded.out), (0, json.clone()));
    let encoded = folder.run(&["encode", "--batch", "--type", "Vector<Update>"], json.as_bytes());
    assert_eq!((encoded.status, encoded.out.replace('"', "")), (0, hex));
}

#[test]
fn any_schema_and_call_will_do() {
    let folder = Folder::new("random-any");
    folder.write("list.tl", "int ? = Int;\nlist value:int next:List = List;\nend = List;\nendless next:endless = Endless;\n");
    let ran =
        folder.tl("random List --schema list.tl --dialect vk --seed 2 -n 50 --depth 3 --json");
    assert!(ran.status == 1 || ran.out.contains("\"_\":\"end\""), "{}{}", ran.out, ran.err);
    let ran = folder.tl("random invokeWithLayer --seed 4 -n 10 --json");
    assert_eq!(ran.out.lines().count(), 10, "{}", ran.err);
    assert!(ran.out.lines().all(|line| line.starts_with("{\"_\":\"invokeWithLayer\",\"layer\":")));
}
