//! Rows of words.

use std::io::{self, BufWriter, Write};

use crate::shared::terminal::Terminal;

/// Prints rows, which are as long as the header: in columns below it on a terminal, else separated by tabs without it.
pub(crate) fn print(
    terminal: &mut Terminal<'_>,
    header: &[&str],
    rows: &[impl AsRef<[String]>],
) -> io::Result<()> {
    let out_is_terminal = terminal.out_is_terminal();
    let mut out = BufWriter::new(terminal.text());
    if !out_is_terminal {
        for row in rows {
            writeln!(out, "{}", row.as_ref().join("\t"))?;
        }
        return out.flush();
    }
    let header: Vec<String> = header.iter().map(|word| (*word).to_owned()).collect();
    let lines = || [&*header].into_iter().chain(rows.iter().map(AsRef::as_ref));
    let width = |at: usize| lines().filter_map(|row| row.get(at)).map(String::len).max();
    for row in lines() {
        let pad =
            |(at, word): (usize, &String)| format!("{word:0$}", width(at).unwrap_or_default());
        let padded = row.iter().enumerate().map(pad);
        writeln!(out, "{}", padded.collect::<Vec<_>>().join("  ").trim_end())?;
    }
    out.flush()
}

#[cfg(test)]
mod tests {
    use typelang_parser::report::Style;

    use super::*;

    fn printed(out_is_terminal: bool) -> String {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let style = Style::Plain;
        let mut terminal = Terminal::new(&mut out, &mut err, style, out_is_terminal);
        let rows = [["a", "1"], ["longer", "22"]].map(|row| row.map(str::to_owned));
        print(&mut terminal, &["name", "id"], &rows).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn people_get_columns_and_programs_tabs() {
        assert_eq!(printed(true), "name    id\na       1\nlonger  22\n");
        assert_eq!(printed(false), "a\t1\nlonger\t22\n");
    }
}
