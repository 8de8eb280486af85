//! Rows of words.

use std::io::{self, BufWriter, Write};

use crate::shared::terminal::Terminal;

/// Prints rows: for a person in columns below a header, for a program separated by tabs, without one.
pub(crate) fn print<const N: usize>(
    terminal: &mut Terminal<'_>,
    header: [&str; N],
    rows: &[[String; N]],
) -> io::Result<()> {
    let out_is_terminal = terminal.out_is_terminal();
    let mut out = BufWriter::new(terminal.text());
    if !out_is_terminal {
        for row in rows {
            writeln!(out, "{}", row.join("\t"))?;
        }
        return out.flush();
    }
    let width = |at: usize| {
        let words = rows.iter().map(|row| row[at].len());
        words.chain([header[at].len()]).max().unwrap_or_default()
    };
    let widths: [usize; N] = core::array::from_fn(width);
    let header = header.map(str::to_owned);
    for row in [&header].into_iter().chain(rows) {
        let padded = row.iter().zip(widths).map(|(word, width)| format!("{word:width$}"));
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
        print(&mut terminal, ["name", "id"], &rows).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn people_get_columns_and_programs_tabs() {
        assert_eq!(printed(true), "name    id\na       1\nlonger  22\n");
        assert_eq!(printed(false), "a\t1\nlonger\t22\n");
    }
}
