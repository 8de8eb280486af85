//! Text with brackets, on one line where it fits.

/// The columns of a line.
const WIDTH: usize = 76;

/// Text, or a list between brackets.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Leaf(String),
    Group { open: String, items: Vec<(String, Node)>, close: &'static str },
}

/// The text after the last item of a list that is broken into lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trailing {
    Comma,
    Nothing,
}

impl Node {
    /// The node on one line.
    pub(super) fn line(&self) -> String {
        match self {
            Self::Leaf(text) => text.clone(),
            Self::Group { open, items, close } => {
                let items: Vec<String> =
                    items.iter().map(|(label, node)| format!("{label}{}", node.line())).collect();
                format!("{open}{}{close}", items.join(", "))
            }
        }
    }

    /// The node on as many lines as it takes, each level indented by `indent`.
    pub(super) fn lines(&self, indent: &str, trailing: Trailing) -> String {
        let mut out = String::new();
        self.write(&mut out, indent, trailing, 0, 0);
        out
    }

    /// `before` is how many columns of the line are taken.
    fn write(
        &self,
        out: &mut String,
        indent: &str,
        trailing: Trailing,
        level: usize,
        before: usize,
    ) {
        let line = self.line();
        let Self::Group { open, items, close } = self else { return out.push_str(&line) };
        if before + line.chars().count() <= WIDTH || items.is_empty() {
            return out.push_str(&line);
        }
        out.push_str(open);
        for (at, (label, node)) in items.iter().enumerate() {
            out.push('\n');
            out.push_str(&indent.repeat(level + 1));
            out.push_str(label);
            let before = indent.len() * (level + 1) + label.chars().count() + 1;
            node.write(out, indent, trailing, level + 1, before);
            if at + 1 < items.len() || trailing == Trailing::Comma {
                out.push(',');
            }
        }
        out.push('\n');
        out.push_str(&indent.repeat(level));
        out.push_str(close);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_fits_is_one_line() {
        let leaf = |text: &str| Node::Leaf(text.to_owned());
        let group = |items| Node::Group { open: "[".to_owned(), items, close: "]" };
        let short = group(vec![(String::new(), leaf("1")), ("b: ".to_owned(), leaf("2"))]);
        assert_eq!(short.lines("  ", Trailing::Comma), "[1, b: 2]");
        let long = group(vec![(String::new(), leaf(&"x".repeat(80))), (String::new(), short)]);
        let want = format!("[\n  {},\n  [1, b: 2]\n]", "x".repeat(80));
        assert_eq!(long.lines("  ", Trailing::Nothing), want);
    }
}
