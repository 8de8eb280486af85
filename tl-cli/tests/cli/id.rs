//! `tl id`

use crate::support::Folder;

#[test]
fn a_declaration_may_be_an_argument() {
    let folder = Folder::new("id-argument");
    for (declaration, row) in [
        ("boolTrue = Bool", "boolTrue\t-\t997275b5\n"),
        ("boolTrue#1 = Bool;", "boolTrue\t00000001\t997275b5\n"),
        ("int ? = Int;", "int\t-\ta8509bda\n"),
        ("a = A; b#2 = B", "a\t-\t7aae25b9\nb\t00000002\ta4070ed3\n"),
    ] {
        let ran = folder.run(&["id", declaration], b"");
        assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, row, ""));
    }
}

#[test]
fn rules_are_the_dialects_or_chosen() {
    let folder = Folder::new("id-rules");
    let declaration =
        "upload.file#096a18d5 type:storage.FileType mtime:int bytes:bytes = upload.File;";
    let (telegram, reference) = ("096a18d5", "e9853080");
    let id = |args: &[&str]| {
        let ran = folder.run(&[&["id", declaration], args].concat(), b"");
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        ran.out
    };
    let line = |computed: &str| format!("upload.file\t096a18d5\t{computed}\n");
    assert_eq!(id(&[]), line(telegram));
    assert_eq!(id(&["--dialect", "ton"]), line(reference));
    assert_eq!(id(&["--rule", "ref"]), line(reference));
    assert_eq!(id(&["--rule", "both"]), line(&format!("{telegram}\t{reference}")));
    assert_eq!(id(&["--rule", "ref", "--mismatch"]), line(reference));
    assert_eq!(id(&["--rule", "both", "--mismatch"]), "");
}

#[test]
fn schemas_are_read_and_names_choose_from_them() {
    let folder = Folder::new("id-schemas");
    folder.write("one.tl", "boolTrue#997275b5 = Bool;\nnull#00000001 = Null;\n");
    let all = "boolTrue\t997275b5\t997275b5\nnull\t00000001\t56730bcc\n";
    assert_eq!(folder.tl("id one.tl").out, all);
    assert_eq!(folder.tl_reading("id -", &folder.bytes("one.tl")).out, all);
    assert_eq!(folder.tl("id one.tl --mismatch").out, "null\t00000001\t56730bcc\n");
    assert_eq!(folder.tl("id boolTrue one.tl").out, "boolTrue\t997275b5\t997275b5\n");
    let ran = folder.tl("id one.tl absent boolTrue");
    assert_eq!((ran.status, ran.out.lines().count()), (1, 1));
    assert_eq!(ran.err, "error: no declaration or file is called `absent`\n");
}

#[test]
fn without_a_schema_telegrams_are_read() {
    let folder = Folder::new("id-embedded");
    assert_eq!(folder.tl("id help.getConfig").out, "help.getConfig\tc4f9186b\tc4f9186b\tapi\n");
    let both = "messageEntityBold\tbd610bc9\tbd610bc9\tapi,secret\n";
    assert_eq!(folder.tl("id messageEntityBold").out, both);
    let several = "message\t7600b9d3\t7600b9d3\tapi\nmessage\t5bb8e511\t5bb8e511\tmtproto\n";
    assert_eq!(folder.tl("id message").out, several);
    let ran = folder.tl("id --mismatch");
    let names: Vec<&str> = ran.out.lines().filter_map(|line| line.split('\t').next()).collect();
    assert_eq!(
        names,
        ["ipPortSecret", "accessPointRule", "help.configSimple", "decryptedMessageMediaDocument"]
    );
}

#[test]
fn what_cannot_be_read_is_reported_and_the_rest_printed() {
    let ran = Folder::new("id-faults").run(&["id", "a x:[ = A; b = B"], b"");
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("<argument>:1:"), "{}", ran.err);
    assert_eq!(ran.out, "b\t-\ta4070ed3\n");
}
