//! `tl completions`, `tl man` and `tl schema`

use std::{fs, process::Command};

use crate::support::Folder;

/// Fails in CI, which installs the shells. Elsewhere a missing shell is skipped.
fn skip(shell: &str) {
    assert!(std::env::var_os("CI").is_none(), "{shell} is not installed");
}

/// Runs a program in the folder and returns what it printed; `None` when this machine lacks the program.
fn run(folder: &Folder, program: &str, args: &[&str]) -> Option<String> {
    let output = Command::new(program).args(args).current_dir(folder.path("")).output().ok()?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{program}: {}", text(&output.stderr));
    assert_eq!(text(&output.stderr), "", "{program}");
    Some(text(&output.stdout))
}

#[test]
fn bash_completes_subcommands_and_flags() {
    let folder = Folder::new("shells-bash");
    folder.write("tl.bash", folder.tl("completions bash").out);
    let complete = |words: &str, at: usize| {
        let script = format!(
            "source tl.bash; COMP_WORDS=({words}); COMP_CWORD={at}; _tl tl \"${{COMP_WORDS[{at}]}}\" \
             \"${{COMP_WORDS[$(({at} - 1))]}}\"; echo \"${{COMPREPLY[@]}}\""
        );
        run(&folder, "bash", &["--norc", "-c", &script])
    };
    let Some(found) = complete("tl gen", 1) else { return };
    assert_eq!(found, "generate\n");
    assert_eq!(complete("tl check --fi", 2).unwrap(), "--fix\n");
    assert_eq!(complete("tl check --color nev", 3).unwrap(), "never\n");
}

#[test]
fn zsh_and_fish_load_their_scripts() {
    let folder = Folder::new("shells-others");
    folder.write("_tl", folder.tl("completions zsh").out);
    let load = "fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -d dump; echo $_comps[tl]";
    if let Some(found) = run(&folder, "zsh", &["-f", "-c", load]) {
        assert_eq!(found, "_tl\n");
        assert_eq!(run(&folder, "zsh", &["-f", "-n", "_tl"]).unwrap(), "");
    } else {
        skip("zsh");
    }
    folder.write("tl.fish", folder.tl("completions fish").out);
    let load = "source tl.fish; complete -C 'tl gen'";
    if let Some(found) = run(&folder, "fish", &["--no-config", "-c", load]) {
        assert!(found.starts_with("generate\tGenerate Rust"), "{found}");
    } else {
        skip("fish");
    }
    assert_eq!(folder.tl("completions ksh").status, 2);
}

#[test]
fn each_subcommand_has_a_page_that_man_can_show() {
    let folder = Folder::new("shells-man");
    let ran = folder.tl("man --out man1");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let names: Vec<String> = fs::read_dir(folder.path("man1"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(ran.out, format!("man1: {} pages\n", names.len()));
    for name in ["tl.1", "tl-generate.1", "tl-decode.1"] {
        assert!(names.iter().any(|it| it == name), "{name}: {names:?}");
    }
    assert_eq!(folder.tl("man").out, folder.read("man1/tl.1"));
    assert_eq!(folder.tl("man decode").out, folder.read("man1/tl-decode.1"));
    for name in &names {
        if let Some(shown) = run(&folder, "man", &["-l", "-P", "cat", &format!("man1/{name}")]) {
            assert!(shown.contains("NAME") && shown.contains("SYNOPSIS"), "{name}: {shown}");
            let is_decode = name == "tl-decode.1";
            assert!(!is_decode || shown.contains("--first"), "{shown}");
            assert!(!is_decode || shown.contains("tl decode --guess"), "{shown}");
        }
    }
    let ran = folder.tl("man decod");
    assert_eq!(ran.status, 2);
    assert_eq!(ran.err, "error: tl has no subcommand `decod`; did you mean `decode`?\n");
}

#[test]
fn built_in_schemas_are_printed_whole() {
    let folder = Folder::new("shells-schema");
    for (name, flags) in [("api", ""), ("mtproto", "mtproto"), ("secret", "secret")] {
        folder.write("it.tl", folder.tl(&format!("schema {flags}")).out);
        let ran = folder.tl("id it.tl");
        let shown = ran.out.lines().count();
        let known = folder.tl("id").out;
        let known = known.lines().filter(|line| {
            line.rsplit('\t').next().is_some_and(|it| it.split(',').any(|it| it.trim() == name))
        });
        assert_eq!((ran.status, shown), (0, known.count()), "{name}");
        assert_eq!(folder.tl("check it.tl").status, 0, "{name}");
    }
}
