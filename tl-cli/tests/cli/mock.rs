//! `tl mock`

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    process::{Command, Stdio},
    time::Duration,
};

use serde_json::Value;

use crate::support::Folder;

#[test]
fn it_says_what_to_paste_into_clients() {
    let folder = Folder::new("mock-paste");
    let ran = folder.tl("mock --stop-after 0");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let (first, rest) = ran.out.split_once('\n').unwrap();
    let port = first.strip_prefix("listening on 127.0.0.1:").unwrap();
    assert!(port.parse::<u16>().unwrap() > 0);
    for words in [
        "-----BEGIN RSA PUBLIC KEY-----\n",
        &format!("client.session.set_dc(2, \"127.0.0.1\", {port})"),
        &format!("\"server_address\": \"127.0.0.1\", \"port\": {port}"),
        &format!("ipAddress: '127.0.0.1', port: {port}"),
        &format!("ip: '127.0.0.1', port: {port}"),
        &format!("dc.ipv4 = \"127.0.0.1:{port}\".parse()?;"),
    ] {
        assert!(rest.contains(words), "{words}\n{rest}");
    }
    assert!(!rest.contains("{port}") && !rest.contains("{pem}"), "{rest}");
}

#[test]
fn it_says_the_same_as_json() {
    let folder = Folder::new("mock-json");
    let ran = folder.tl("mock --json --stop-after 0 --record calls.jsonl");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let facts: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(facts["host"], "127.0.0.1");
    assert_eq!(facts["exponent"], 65537);
    assert_eq!(facts["modulus"].as_str().unwrap().len(), 512);
    facts["fingerprint"].as_str().unwrap().parse::<i64>().unwrap();
    assert_eq!(folder.read("calls.jsonl"), "");
}

#[test]
fn examples_in_its_help_work() {
    let folder = Folder::new("mock-examples");
    let help = folder.tl("mock --help").out;
    let layer = "// LAYER 229\nboolFalse#bc799737 = Bool;\nboolTrue#997275b5 = Bool;\n";
    folder.write("api-229.tl", layer);
    let (examples, script) = help.split_once("A script has lines such as\n").unwrap();
    let is_line = |line: &&str| line.starts_with("  {");
    let lines: Vec<&str> = script.lines().filter(is_line).collect();
    assert_eq!(lines.len(), 2, "{help}");
    folder.write("answers.jsonl", lines.join("\n"));
    let examples = examples.split_once("Examples:\n").unwrap().1;
    for line in examples.lines().filter(|line| line.starts_with("  tl mock")) {
        // A port of its own, since other tests may run.
        let line = line.trim().replace("--port 4430", "--port 0");
        let ran = folder.shell(&format!("{line} --stop-after 0"));
        assert_eq!(ran.status, 0, "{line}\n{}{}", ran.out, ran.err);
    }
}

#[test]
fn mistakes_are_told_with_their_place() {
    let folder = Folder::new("mock-mistakes");
    folder.write(
        "bad.jsonl",
        "{\"method\": \"a\", \"result\": true}\n{\"method\": \"b\", \"reslut\": 1}\n",
    );
    folder.write("key.jsonl", "{\"method\": \"help.getConfig\", \"fault\": \"dh_gen_fail\"}\n");
    folder.write("method.jsonl", "{\"method\": \"help.getConfg\", \"result\": true}\n");
    folder.write("constructor.jsonl", "{\"method\": \"boolTrue\", \"result\": true}\n");
    folder.write("cut.jsonl", "{\n\"method\": \"help.getConfig\"}\n");
    folder.write(
        "two.jsonl",
        r#"{"method": "a", "result": true, "error": {"code": 1, "message": "A"}}"#,
    );
    folder.write("login.jsonl", r#"{"method": "help.getConfig", "needs_login": "yes"}"#);
    folder.write("random.txt", r#"{"method": "help.getConfig", "random": true}"#);
    folder.write("random.jsonl", r#"{"method": "help.getConfig", "random": false}"#);
    folder.write("last.jsonl", r#"{"method": "help.getConfig", "last_layer": "57"}"#);
    folder.write(
        "names.jsonl",
        "// Three faults.\n{\"method\": \"help.getNearestDc\", \"result\": {\"_\": \"nearestDC\"}}\n\
         {\"method\": \"help.getConfg\", \"push\": [{\"_\": \"updates\", \"users\": [{\"_\": \"usr\"}]}]}\n",
    );
    folder.write("type.jsonl", r#"{"method": "help.getConfig", "result": {"$random": "Update5"}}"#);
    // Layer 57 is older than the constructor.
    folder.write(
        "late.jsonl",
        r#"{"method": "help.getConfig", "last_layer": 57, "result": {"_": "mine.late"}}"#,
    );
    folder.write("late.tl", "// LAYER 9000\nmine.late = Mine;\n");
    folder.write("no-layer.tl", "boolFalse#bc799737 = Bool;\n");
    folder.write("key.pem", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    for (line, said) in [
        (
            "--script bad.jsonl",
            "bad.jsonl: line 2: unknown key `reslut`; known are method, result,",
        ),
        (
            "--script key.jsonl",
            "key.jsonl: line 1: `dh_gen_retry` and `dh_gen_fail` are the faults of",
        ),
        (
            "--script method.jsonl",
            "method.jsonl: line 1: no layer has the method `help.getConfg`; did you mean `help.getConfig`?",
        ),
        (
            "--script constructor.jsonl",
            "constructor.jsonl: line 1: no layer has the method `boolTrue`; `--schema` adds a layer",
        ),
        (
            "--script cut.jsonl",
            "cut.jsonl: line 1: column 1: EOF while parsing an object; each line has to be a whole object",
        ),
        ("--script two.jsonl", "a line has one answer; keep one of `result` and `error`"),
        ("--script login.jsonl", "`needs_login` has to be true or false"),
        ("--script random.jsonl", "`random` has to be true"),
        ("--script last.jsonl", "`last_layer` has to be the number of a layer"),
        (
            "--script random.txt --script names.jsonl",
            "error: names.jsonl: line 2: no layer has the constructor `nearestDC`; did you mean `nearestDc`?\n\
             names.jsonl: line 3: no layer has the method `help.getConfg`; did you mean `help.getConfig`?\n\
             names.jsonl: line 3: no layer has the constructor `usr`; did you mean `user`?\n",
        ),
        ("--script type.jsonl", "line 1: no layer has the type `Update5`; did you mean `Update`?"),
        (
            "--script late.jsonl --schema late.tl",
            "late.jsonl: line 1: no layer up to 57 has the constructor `mine.late`; `--schema` adds a layer that has it",
        ),
        ("--script none.jsonl", "none.jsonl: cannot be read"),
        ("--schema no-layer.tl", "no-layer.tl: the layer is unknown; add a line `// LAYER 229`"),
        ("--key key.pem", "`openssl rsa -traditional` converts a key"),
        ("--address 192.0.2.1", "192.0.2.1 is not an address of the loopback network"),
    ] {
        let ran = folder.tl(&format!("mock --stop-after 0 {line}"));
        assert_eq!(ran.status, 2, "{line}\n{}{}", ran.out, ran.err);
        assert!(ran.err.contains(said), "{line}\n{}", ran.err);
    }
}

#[test]
fn all_lines_of_all_scripts_that_cannot_be_read_are_told_at_once() {
    let folder = Folder::new("mock-unreadable");
    let sound = "{\"method\": \"help.getConfig\", \"random\": true}\n";
    folder.write("first.jsonl", format!("{{\n{sound}\n{{\"method\": \"a\", \"times\": -1}}\n"));
    folder.write("long.jsonl", "[\n".repeat(21));
    folder.write("sound.jsonl", sound);
    let names = ["first", "none", "sound", "long"];
    let scripts = names.map(|name| format!(" --script {name}.jsonl")).concat();
    let ran = folder.tl(&format!("mock --stop-after 0{scripts}"));
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    let lines: Vec<&str> = ran.err.lines().collect();
    assert_eq!(lines.len(), 24, "{}", ran.err);
    assert!(lines[0].starts_with("error: first.jsonl: line 1: column 1: EOF"), "{}", ran.err);
    assert_eq!(lines[1], "first.jsonl: line 4: `times` has to be a number");
    assert!(lines[2].starts_with("none.jsonl: cannot be read: "), "{}", ran.err);
    assert!(lines[22].starts_with("long.jsonl: line 20: column 1: EOF"), "{}", ran.err);
    assert_eq!(lines[23], "long.jsonl: and 1 more");
}

#[test]
fn a_script_may_name_methods_of_other_layers_and_ids() {
    let folder = Folder::new("mock-methods");
    folder.write(
        "script.jsonl",
        "\u{feff}{\"method\": \"help.getAppChangelog\", \"random\": true}\r\n{\"method\": \"deadbeef\", \"random\": true}\r\n\
         {\"method\": \"mine.add\", \"random\": true, \"last_layer\": 9000}\n",
    );
    folder.write(
        "mine.tl",
        "// LAYER 9000\nboolTrue#997275b5 = Bool;\n---functions---\nmine.add = Bool;\n",
    );
    let ran = folder.tl("mock --stop-after 0 --script script.jsonl --schema mine.tl");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
}

#[test]
fn a_method_is_of_a_layer_in_which_its_line_answers() {
    let folder = Folder::new("mock-last-layer");
    folder.write("mine.tl", "// LAYER 60\n---functions---\nmine.old = Bool;\n");
    let check = |lines: &[(&str, i32)]| {
        let line = |(method, last): &(&str, i32)| {
            format!("{{\"method\": \"{method}\", \"random\": true, \"last_layer\": {last}}}\n")
        };
        folder.write("script.jsonl", lines.iter().map(line).collect::<Vec<_>>().concat());
        let ran = folder.tl("mock --stop-after 0 --script script.jsonl --schema mine.tl");
        (ran.status, ran.err)
    };
    // Of former layers, of an added one, and of all.
    let known = [("help.getAppChangelog", 57), ("mine.old", 60), ("help.getConfig", 1000)];
    assert_eq!(check(&known), (0, String::new()));
    let said = "\
error: script.jsonl: line 1: no layer up to 57 has the method `mine.old`; `--schema` adds a layer that has it
script.jsonl: line 3: no layer up to 135 has the method `messages.getMessageReactionsList`; layer 136 is the first with it
";
    let (late, soon) = ("messages.getMessageReactionsList", 136);
    let found = check(&[("mine.old", 57), (late, soon), (late, soon - 1)]);
    assert_eq!(found, (2, said.to_owned()));
}

#[test]
fn values_of_a_script_may_be_of_any_layer_that_it_answers_in() {
    let folder = Folder::new("mock-names");
    let (former, added) = ("fileLocationUnavailable", "mine.late");
    let lines = [
        // Of a former layer, and of one that is added.
        format!(r#"{{"method": "help.getConfig", "result": {{"_": "{former}"}}}}"#),
        format!(r#"{{"method": "help.getConfig", "result": {{"_": "{added}"}}}}"#),
        // Of the built-in layer, from which it is translated.
        r#"{"method": "help.getConfig", "last_layer": 57, "result": {"_": "auth.loggedOut"}}"#
            .to_owned(),
        // What shows only when a client calls.
        r#"{"method": "help.getConfig", "result": {"_": "$call._"}}"#.to_owned(),
        r#"{"method": "help.getConfig", "result": {"$random": "Vector<int>"}}"#.to_owned(),
        r#"{"method": "help.getConfig", "result": {"$random": "vector<Mine>"}}"#.to_owned(),
        r#"{"method": "help.getConfig", "result": {"$random": "Mine"}}"#.to_owned(),
        r#"{"method": "help.getConfig", "result": {"_": "new", "$layer": 9, "$hex": "00000000"}}"#
            .to_owned(),
    ];
    folder.write("script.jsonl", lines.join("\n"));
    folder.write("late.tl", "// LAYER 9000\nmine.late = Mine;\n");
    let ran = folder.tl("mock --stop-after 0 --script script.jsonl --schema late.tl");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
}

#[test]
fn a_port_in_use_is_told_with_the_remedy() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap();
    let folder = Folder::new("mock-port");
    let ran = folder.tl(&format!("mock --stop-after 0 --port {}", address.port()));
    assert_eq!(ran.status, 2, "{}", ran.err);
    let said = format!("cannot start: cannot listen on {address}: ");
    assert!(
        ran.err.contains(&said) && ran.err.contains("`--port 0` takes a free port"),
        "{}",
        ran.err
    );
}

#[test]
fn a_time_beyond_the_clock_is_no_end() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tl"))
        .args(["mock", "--stop-after", "18446744073709551615"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut err = BufReader::new(child.stderr.take().unwrap());
    let (mut first, mut event) = (String::new(), String::new());
    out.read_line(&mut first).unwrap();
    let address = first.trim().strip_prefix("listening on ").unwrap();
    TcpStream::connect(address).unwrap().write_all(b"GET / HTTP/1.1\r\n\r\n").unwrap();
    err.read_line(&mut event).unwrap();
    assert!(event.starts_with("note: a connection was closed: "), "{event}");
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn what_clients_do_is_printed() {
    let folder = Folder::new("mock-events");
    let mut child = Command::new(env!("CARGO_BIN_EXE_tl"))
        .args(["mock", "--stop-after", "3"])
        .current_dir(folder.path(""))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut line, mut out) = (String::new(), BufReader::new(child.stdout.take().unwrap()));
    out.read_line(&mut line).unwrap();
    let address = line.trim().strip_prefix("listening on ").unwrap();
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    stream.write_all(b"GET / HTTP/1.1\r\n\r\n").unwrap();
    assert_eq!(stream.read(&mut [0; 8]).unwrap(), 0);
    let output = child.wait_with_output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    let said = "a connection was closed: the first bytes do not belong to any transport over TCP";
    assert!(err.contains(said), "{err}");
}
