//! The content of single pages.

mod common;

use core::fmt::Write;
use std::time::{Duration, Instant};

use typelang_reference::{
    html,
    model::{CombinatorPage, Need, Reference},
    terminal,
};

use common::{plain, telegram};

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        _ = write!(out, "{byte:02x}");
        out
    })
}

fn method<'r>(reference: &'r Reference, name: &str) -> &'r CombinatorPage {
    let methods = reference.parts.iter().flat_map(|part| &part.methods);
    methods.clone().find(|it| it.name == name).expect("the method has a page")
}

#[test]
fn the_page_of_init_connection_has_all_that_is_known() {
    let (_, reference) = telegram();
    let it = method(reference, "initConnection");
    assert_eq!((it.id.as_str(), it.wire_id.as_str()), ("c1cd5ea9", "a95ecdc1"));
    assert_eq!(
        (it.layer, it.since.map(|since| since.to_string())),
        (Some(230), Some("since layer 57 or earlier".to_owned()))
    );
    let count = |need| it.params.iter().filter(|param| param.need == need).count();
    assert_eq!((count(Need::Required), count(Need::Optional), count(Need::Computed)), (8, 2, 1));
    let proxy = &it.params[8];
    assert_eq!((proxy.name.as_str(), proxy.flag.as_ref().map(|flag| flag.bit)), ("proxy", Some(0)));
    assert!(
        it.params.iter().all(|param| !param.docs.is_empty() || param.need == Need::Computed),
        "each parameter is described"
    );
    let carried = it.carries.as_ref().unwrap();
    assert_eq!(
        (carried.param.as_str(), carried.variable.as_str(), carried.methods),
        ("query", "X", 850)
    );
    let may = |word: &str| it.callers.iter().any(|caller| caller.word == word && caller.may);
    assert!(may("users") && may("bots"));
    let errors: Vec<&str> = it.errors.iter().map(|error| error.link.text.as_str()).collect();
    assert_eq!(errors, ["CONNECTION_LAYER_INVALID", "INPUT_FETCH_FAIL"]);
    let example = it.example.as_ref().unwrap();
    let wire = example.wire.as_ref().unwrap();
    assert!(wire.hex.starts_with("a95ecdc100000000"));
    for text in
        [&example.rust, &example.json, &example.command, &example.telethon, &example.madeline]
    {
        assert!(text.contains("Desktop"), "{text}");
    }
    assert!(example.telethon.contains("functions.InitConnectionRequest("));
    assert!(example.madeline.contains("$MadelineProto->initConnection("));
}

#[test]
fn every_method_has_examples_in_all_forms() {
    let (_, reference) = telegram();
    for it in &reference.parts[0].methods {
        let example = it.example.as_ref().unwrap_or_else(|| panic!("{} has no example", it.name));
        let texts =
            [&example.rust, &example.json, &example.command, &example.telethon, &example.madeline];
        assert!(texts.iter().all(|text| !text.is_empty()), "{}: {example:?}", it.name);
        let wire = example.wire.as_ref().unwrap();
        assert_eq!(wire.hex.len(), 2 * wire.len);
        let bytes: String = wire.lines.iter().flat_map(|line| line.bytes.split(' ')).collect();
        assert_eq!(bytes, wire.hex, "{}: the pieces are all bytes", it.name);
    }
}

/// The call that HTTP gateways take has the bytes that the page shows.
#[test]
fn json_examples_have_the_bytes_of_their_page() {
    use typelang_runtime::reflect::{self, Root, json};
    let (schemas, reference) = telegram();
    let compiled = reflect::Schema::from_tlo(&typelang_parser::tlo::write(&schemas[0])).unwrap();
    let own = core::slice::from_ref(&compiled);
    for it in &reference.parts[0].methods {
        let example = it.example.as_ref().unwrap();
        let call: serde_json::Value = serde_json::from_str(&example.json).unwrap();
        let method = compiled.named(call["method"].as_str().unwrap()).unwrap();
        let bytes = json::encode(
            own,
            Root::Boxed(&compiled, method),
            &call["params"],
            json::Form::default(),
        );
        let hex = hex(&bytes.unwrap());
        assert_eq!(hex, example.wire.as_ref().unwrap().hex, "{}", it.name);
    }
}

#[test]
fn types_know_who_returns_takes_and_contains_them() {
    let (_, reference) = telegram();
    let types = &reference.parts[0].types;
    let user = types.iter().find(|ty| ty.name == "User").unwrap();
    let has = |list: &[typelang_reference::model::Item], name: &str| {
        list.iter().any(|it| it.link.text == name)
    };
    assert!(has(&user.constructors, "user") && has(&user.constructors, "userEmpty"));
    assert!(has(&user.returned_by, "users.getUsers"), "in a vector too");
    assert!(has(&user.contained_in, "users.userFull"));
    let peer = types.iter().find(|ty| ty.name == "InputPeer").unwrap();
    assert!(has(&peer.taken_by, "messages.sendMessage"));
    let int = types.iter().find(|ty| ty.name == "Int").unwrap();
    assert!(int.builtin.contains("32 bits") && int.is_everywhere && int.taken_by.is_empty());
}

#[test]
fn errors_know_their_methods() {
    let (_, reference) = telegram();
    let errors = &reference.parts[0].errors;
    let error = errors.iter().find(|error| error.name == "PEER_ID_INVALID").unwrap();
    assert!(error.codes.contains(&400));
    assert!(error.methods.iter().any(|it| it.link.text == "messages.sendMessage"));
    assert!(!error.meaning.is_empty());
    let migrate = errors.iter().find(|error| error.name == "FILE_MIGRATE_X").unwrap();
    assert_eq!(migrate.codes, [303, 400], "both, where sources disagree");
}

#[test]
fn a_terminal_gets_a_page_by_name_id_and_error() {
    let (_, reference) = telegram();
    for name in [
        "initConnection",
        "#c1cd5ea9",
        "c1cd5ea9",
        "0xC1CD5EA9",
        "a95ecdc1",
        "initConnection#c1cd5ea9",
    ] {
        assert!(
            terminal::page(reference, name).unwrap().starts_with("# initConnection\n"),
            "{name}"
        );
    }
    let pages = terminal::page(reference, "sendMessage").unwrap();
    assert!(
        pages.contains("# messages.sendMessage\n") && pages.contains("# ephemeral.sendMessage\n")
    );
    assert!(terminal::page(reference, "FLOOD_WAIT_17").unwrap().starts_with("# FLOOD_WAIT_X\n"));
    assert!(terminal::page(reference, "User").unwrap().starts_with("# User\n"));
    let unknown = terminal::page(reference, "messages.sendMesage").unwrap_err();
    assert_eq!(unknown.near, ["messages.sendMessage"]);
}

#[test]
fn a_name_of_several_schemas_has_the_pages_that_differ() {
    let (_, reference) = telegram();
    let pages = terminal::page(reference, "message").unwrap();
    let first = "2 pages match `message`: message (constructor, Telegram API), message (constructor, MTProto).\n\n# message\n";
    assert!(pages.starts_with(first), "{pages:.100}");
    assert_eq!(pages.matches("\n# message\n").count(), 2);
    let pages = terminal::page(reference, "sendMessage").unwrap();
    assert!(pages.starts_with("2 pages match `sendMessage`: ephemeral.sendMessage (method, "));
    // Each schema has the same one.
    assert!(terminal::page(reference, "Int").unwrap().starts_with("# Int\n"));
}

#[test]
fn a_terminal_takes_names_that_are_nearly_those_of_pages() {
    let (_, reference) = telegram();
    for (name, heading) in [("int", "# Int\n"), ("FLOOD_WAIT", "# FLOOD_WAIT_X\n")] {
        assert!(terminal::page(reference, name).unwrap().starts_with(heading), "{name}");
    }
    let near = |name: &str| terminal::page(reference, name).unwrap_err().near;
    assert_eq!(near("INITCONNECTION"), ["initConnection"]);
    let longer = near("messages.sendMe");
    assert!(longer.contains(&"messages.sendMedia".to_owned()) && longer.len() <= 5, "{longer:?}");
    assert!(near("").is_empty() && near("zzzzzzzzzzzzzzzz").is_empty());
}

#[test]
fn a_terminal_gets_all_that_a_site_shows() {
    let (_, reference) = telegram();
    let page = terminal::page(reference, "initConnection").unwrap();
    for text in [
        "Method `#c1cd5ea9`, on the wire `a95ecdc1`, layer 230, since layer 57 or earlier.\n",
        "Users and bots can call it. It needs no login. Sources: ",
        "`params` `JSONValue`, optional (bit 1 of `flags`), since one of the layers 110 to 114: ",
        "Encoders compute it.",
        "`query` takes calls of 850 methods, including wrappers: initConnection, ",
        "CONNECTION_LAYER_INVALID (mtcute, Telethon): ",
        "### Rust\n",
        "### Bytes (",
    ] {
        assert!(page.contains(text), "{text}");
    }
    let user = terminal::page(reference, "User").unwrap();
    assert!(user.starts_with("# User\n\nType.\nLayer 230, since layer 57 or earlier.\n"));
    let error = terminal::page(reference, "FILE_MIGRATE_2").unwrap();
    assert!(error.contains("Error 303 or 400. The code differs by method or source.\n"));
    assert!(error.contains("## Any method may return it\n"));
}

#[test]
fn optional_fields_that_share_a_bit_say_so() {
    let (_, reference) = plain(&["a#1 flags:# x:flags.3?int y:flags.3?string z:flags.4?true = A;"]);
    let it = &reference.parts[0].constructors[0];
    assert_eq!(it.params[1].shares, ["y"]);
    assert_eq!(it.params[3].need, Need::Flag);
    assert_eq!(it.params[0].need, Need::Computed);
}

#[test]
fn names_that_differ_in_letter_case_have_pages_of_their_own() {
    let text =
        "fooBar#1 = A; foobar#2 = A; fooBAR#3 = B; con#4 = C; ---functions--- fooBar2#5 = A;";
    let (schema, reference) = plain(&[text]);
    let files = html::site(&reference, &[&schema]);
    let mut paths: Vec<String> = files.iter().map(|file| file.path.to_lowercase()).collect();
    paths.sort();
    let count = paths.len();
    paths.dedup();
    assert_eq!(paths.len(), count);
    assert!(!paths.contains(&"constructor/con.html".to_owned()));
}

#[test]
fn namespaces_have_pages_that_every_system_can_write() {
    let text = "con.a#1 = con.A; aux.b#2 = B; payA.c#3 = C; paya.d#4 = D;";
    let (schema, reference) = plain(&[text]);
    let pages = reference.parts[0].namespaces().into_iter().map(|index| index.page);
    let expected = ["-global", "-aux", "-con", "payA", "-paya"];
    assert_eq!(pages.collect::<Vec<_>>(), expected.map(|page| format!("namespace/{page}")));
    let files = html::site(&reference, &[&schema]);
    let text_of = |path: &str| &files.iter().find(|file| file.path == path).unwrap().text;
    assert!(text_of("constructor/-con.a.html").contains("../namespace/-con.html"));
    assert!(text_of("namespace/-con.html").contains("con.A"));
}

#[test]
fn descriptions_cannot_bring_in_html() {
    let text = "// <script>alert(1)</script> & \"quoted\"\na#1 x:int = A;";
    let (schema, reference) = plain(&[text]);
    for file in html::site(&reference, &[&schema]) {
        assert!(!file.text.contains("<script>alert"), "{}", file.path);
    }
}

#[test]
fn an_empty_schema_has_a_site() {
    let (schema, reference) = plain(&[""]);
    let files = html::site(&reference, &[&schema]);
    assert!(files.iter().any(|file| file.path == "index.html"));
}

/// Values of generic types, repetitions and bare types have examples too.
#[test]
fn other_dialects_have_examples() {
    let ton = "int ? = Int; long ? = Long; int256 8*[ int ] = Int256; vector {t:Type} # [ t ] = Vector t;\n\
               a.pair id:int256 list:(vector %a.Key) = a.Pair; a.key k:int = a.Key;\n\
               ---functions---\na.get mode:# pair:%a.Pair more:mode.0?int = a.Pair;";
    let (_, reference) = plain(&[ton]);
    assert!(reference.parts[0].methods[0].example.is_some());
}

/// A count is a number of the schema's choice, so it cannot be the length of an example.
#[test]
fn long_repetitions_have_no_example() {
    let text = "short n:# v:64*[ int ] = X; long n:# v:300000000*[ int ] = Y; nested v:64*[ 64*[ 64*[ int ] ] ] = Z;";
    let (_, reference) = plain(&[text]);
    let has = |at: usize| reference.parts[0].constructors[at].example.is_some();
    let names = reference.parts[0].constructors.iter().map(|it| it.name.as_str());
    assert_eq!(names.collect::<Vec<_>>(), ["long", "nested", "short"]);
    assert_eq!([has(0), has(1), has(2)], [false, false, true]);
}

/// Each of these types holds two values of the type before it.
#[test]
fn large_values_have_no_example() {
    let types = (1..40).fold("t0 a:int b:int = T0;".to_owned(), |text, at| {
        let before = at - 1;
        format!("{text}\nt{at} a:T{before} b:T{before} = T{at};")
    });
    let begun = Instant::now();
    let (_, reference) = plain(&[&types]);
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    let has = |name: &str| {
        let mut all = reference.parts[0].constructors.iter();
        all.find(|it| it.name == name).is_some_and(|it| it.example.is_some())
    };
    assert!(has("t5") && !has("t39"));
}

#[test]
fn a_namespace_called_global_has_a_page_of_its_own() {
    let (_, reference) = plain(&["global.a#1 = global.A; b#2 = B;"]);
    let pages: Vec<String> =
        reference.parts[0].namespaces().into_iter().map(|index| index.page).collect();
    assert_eq!(pages, ["namespace/-global", "namespace/global"]);
}

/// A mark for a layer does not make a schema Telegram's.
#[test]
fn own_schemas_have_no_examples_for_other_libraries() {
    let (_, reference) = plain(&["a#1 = A; ---functions--- b#2 = A; // LAYER 7"]);
    let it = reference.parts[0].methods[0].example.as_ref().unwrap();
    assert_eq!((it.telethon.as_str(), it.madeline.as_str()), ("", ""));
}
