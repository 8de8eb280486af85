//! The command `tl`; all of it is in the library.

use std::{env, io, io::IsTerminal, process::ExitCode};

use typelang_cli::{Terminal, run};

fn main() -> ExitCode {
    let (mut out, mut err) = (io::stdout().lock(), io::stderr().lock());
    let style = typelang_cli::style_of_stderr();
    let out_is_terminal = out.is_terminal();
    let mut terminal =
        Terminal { out: &mut out, err: &mut err, style, out_is_terminal, max_reports: None };
    run(env::args_os(), &mut terminal).into()
}
