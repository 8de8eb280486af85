//! `tl explain`

use crate::support::{Folder, SHAPES};

const POLYGON: &str = r#"{"_":"later","seconds":60,"query":{"_":"shapes.add","shape":
    {"_":"polygon","flags":259,"closed":true,"points":[{"_":"point","x":1,"y":-2}],"name":"a long enough name"}}}"#;

fn polygon(folder: &Folder) -> String {
    folder.write("shapes.tl", SHAPES);
    folder.run(&["encode", "--schema", "shapes.tl", POLYGON], b"").out.trim().to_owned()
}

#[test]
fn every_byte_has_a_line() {
    let folder = Folder::new("explain-lines");
    let hex = polygon(&folder);
    let ran = folder.tl(&format!("explain --schema shapes.tl {hex}"));
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let id = |at: usize| hex[2 * at..2 * at + 8].to_owned();
    let number = |at| u32::from_str_radix(&id(at), 16).unwrap().swap_bytes();
    let expected = format!(
        "\
000000  {}             later = later#{:08x}
000004  3c000000             later.seconds: int = 60
000008  {}             later.query: !X = shapes.add#{:08x}
00000c  {}             later.query.shape: Shape = polygon#{:08x}
000010  03010000             later.query.shape.flags: # = 259 (0 closed, 1 name, 0x100 without a field)
000014                       later.query.shape.closed: flags.0?true = true
000014  15c4b51c 01000000    later.query.shape.points: Vector<Point> = 1 item
00001c  {}             later.query.shape.points[0] = point#{:08x}
000020  01000000             later.query.shape.points[0].x: int = 1
000024  feffffff             later.query.shape.points[0].y: int = -2
000028  1261206c 6f6e6720 …  later.query.shape.name: flags.1?string = \"a long enough name\"
",
        id(0), number(0), id(8), number(8), id(12), number(12), id(28), number(28),
    );
    assert_eq!(ran.out, expected);
}

#[test]
fn where_it_stops_is_said_and_what_is_known() {
    let folder = Folder::new("explain-stop");
    let hex = polygon(&folder);
    // The point's id becomes that of a constructor that only the built-in schema has.
    let wrong = format!("{}1f8f2c77{}", &hex[..56], &hex[64..]);
    let ran =
        folder.tl(&format!("explain --schema shapes.tl {}", wrong.replace("1f8f2c77", "c97ea07d")));
    assert_eq!(ran.status, 1);
    assert_eq!(ran.out.lines().count(), 7, "{}", ran.out);
    let expected = "\
error: expected point at byte 28 (`later.query.shape.points[0]`), but found the id 7da07ec9 instead of ";
    assert!(ran.err.starts_with(expected), "{}", ran.err);
    assert!(
        ran.err.contains(
            "\n  7da07ec9 is the constructor `inputPeerSelf` of `InputPeer`, in layer 230\n"
        ),
        "{}",
        ran.err
    );
    assert!(
        ran.err.ends_with(
            "\n  the last item that could be read is `later.query.shape.points` at byte 20 (000014), = 1 item\n  \
             bytes from offset 28 (00001c): c97ea07d 01000000 feffffff 1261206c …\n"
        ),
        "{}",
        ran.err
    );
    let ran = folder.tl(&format!("explain --schema shapes.tl {wrong}"));
    assert!(
        ran.err
            .contains("\n  no schema that was searched has the id 772c8f1f; `--schema` adds one\n"),
        "{}",
        ran.err
    );
}

#[test]
fn what_is_cut_off_is_explained_up_to_there() {
    let folder = Folder::new("explain-cut");
    let hex = polygon(&folder);
    let ran = folder.tl(&format!("explain --schema shapes.tl {}", &hex[..hex.len() - 10]));
    assert_eq!(ran.status, 1);
    assert_eq!(ran.out.lines().count(), 10);
    assert!(ran.err.contains("expected string at byte 40 (`later.query.shape.name`), but the input ends: 20 bytes needed, 15 left"), "{}", ran.err);
    assert!(
        ran.err.contains(
            "the last item that could be read is `later.query.shape.points[0].y` at byte 36 (000024), = -2"
        ),
        "{}",
        ran.err
    );
}

#[test]
fn telegrams_schemas_are_built_in() {
    let folder = Folder::new("explain-telegram");
    let hex = "dcf8f17301000000010000000000000001000000140000006b18f9c4";
    let ran = folder.tl(&format!("explain {hex}"));
    assert!(ran.err.contains("expected body at byte 24 (`msg_container.messages[0].body`), but the input ends: 20 bytes needed, 4 left"), "{}", ran.err);
    let ran = folder.tl(&format!("explain {}", hex.replace("14000000", "04000000")));
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(ran.out.ends_with("000018  6b18f9c4             msg_container.messages[0].body: Object = help.getConfig#c4f9186b\n"), "{}", ran.out);
    let unknown = hex.replace("14000000", "04000000").replace("6b18f9c4", "efbeadde");
    let ran = folder.tl(&format!("explain {unknown}"));
    assert_eq!(ran.status, 0);
    assert!(
        ran.out.ends_with("body: Object = an object that no schema has: efbeadde\n"),
        "{}",
        ran.out
    );
}

#[cfg(feature = "gzip")]
#[test]
fn what_is_packed_is_unpacked() {
    use typelang_runtime::{Encode, Object, mtproto::GzipPacked};

    let folder = Folder::new("explain-gzip");
    let explain = |bytes: Vec<u8>| {
        folder.write("packed.bin", bytes);
        folder.tl("explain packed.bin")
    };
    let call = Object::from_vec(0xc4f9_186b_u32.to_le_bytes().to_vec());
    let ran = explain(GzipPacked::pack(&call).to_bytes());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{}", ran.out);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert!(lines[1].contains("gzip_packed.packed_data: bytes = 1f8b08"), "{}", lines[1]);
    assert_eq!(
        lines[2],
        "  | 000000  6b18f9c4             help.getConfig = help.getConfig#c4f9186b"
    );
    assert_eq!(lines.len(), 3);
    // What is packed twice is unpacked once.
    let twice = explain(GzipPacked::pack(&GzipPacked::pack(&call)).to_bytes());
    assert_eq!(twice.out.lines().filter(|line| line.contains("gzip_packed#")).count(), 2);
    assert_eq!(twice.out.lines().count(), 4);
    let wrong = explain(GzipPacked { packed_data: vec![1, 2, 3] }.to_bytes());
    assert!(wrong.out.contains("\n  | it cannot be unpacked: "), "{}", wrong.out);
    assert_eq!(wrong.status, 1);
    let unknown = explain(GzipPacked::pack(&Object::from_vec(vec![1, 2, 3, 4])).to_bytes());
    assert!(unknown.out.contains("\n  | expected an object at byte 0"), "{}", unknown.out);
    assert_eq!((unknown.status, twice.status), (1, 0));
}

#[test]
fn strict_reading_refuses_what_nobody_writes() {
    let folder = Folder::new("explain-strict");
    folder.write("shapes.tl", "// LAYER 1\npoint flags:# x:flags.0?int = Point;\n");
    let hex = folder.tl("encode --schema shapes.tl --type point {\"flags\":2}");
    let explain = format!("explain --schema shapes.tl {}", hex.out.trim());
    assert_eq!(folder.tl(&explain).status, 0);
    let ran = folder.tl(&format!("{explain} --strict"));
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("the flag bits 0x2 are set"), "{}", ran.err);
}

#[test]
fn an_id_is_told_in_the_order_of_schemas() {
    let folder = Folder::new("explain-id");
    let ran = folder.tl("explain #c1cd5ea9");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let expected =
        "c1cd5ea9 is the method `initConnection` of `X`, in layer 230\nits bytes are a95ecdc1\n";
    assert_eq!(ran.out.replace("what it calls", "X"), expected);
    let ran = folder.tl("explain #c1cd5ea8");
    assert_eq!(ran.status, 1);
    assert_eq!(
        ran.err,
        "error: no schema that was searched has the id c1cd5ea8; `--schema` adds one\n"
    );
    let ran = folder.tl("explain c1cd5ea9");
    assert_eq!(ran.status, 1);
    let turned =
        "\n  turned around, as schemas write ids, c1cd5ea9 is the method `initConnection` of ";
    assert!(ran.err.contains(turned), "{}", ran.err);
}

#[test]
fn empty_input_has_a_hint() {
    let folder = Folder::new("explain-empty");
    for line in ["explain", "decode", "explain -"] {
        let ran = folder.tl_reading(line, b"");
        assert_eq!((ran.status, ran.out.as_str()), (0, ""), "{line}");
        assert!(ran.err.starts_with("note: the input is empty; pass hex"), "{}", ran.err);
    }
}
