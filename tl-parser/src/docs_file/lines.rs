//! Reads the docs file format, line by line.

use super::{
    file::{DocsFile, Entry, Said},
    method::{Caller, MethodError, error_name, is_error},
};

/// Reads a docs file. A fault is a line number, with what is wrong on that line.
pub(super) fn parse(name: &str, text: &str) -> Result<DocsFile, Vec<String>> {
    let mut parser = Parser { file: DocsFile::default(), heading: None, place: Place::Item };
    let mut faults = Vec::new();
    for (at, line) in (1..).zip(text.lines()) {
        if let Err(fault) = parser.line(at, line) {
            faults.push(format!("{name}:{at}: {fault}"));
        }
    }
    if faults.is_empty() {
        Ok(DocsFile { name: name.to_owned(), ..parser.file })
    } else {
        Err(faults)
    }
}

/// Where the following text belongs.
enum Place {
    Item,
    Field(String),
    Error,
}

/// The heading above the current line.
enum Heading {
    /// A constructor, method or type.
    Item(String),
    /// An error.
    Error(String),
}

struct Parser {
    file: DocsFile,
    heading: Option<Heading>,
    place: Place,
}

impl Parser {
    fn line(&mut self, at: usize, line: &str) -> Result<(), String> {
        let rest = line.get(1..).unwrap_or_default();
        match line.chars().next() {
            Some('#') => Ok(()),
            Some('[') => self.heading(at, rest),
            Some('.') => self.field(at, rest),
            Some('@') => self.tag(rest),
            _ => self.text(line.trim()),
        }
    }

    fn entry(&mut self) -> Result<&mut Entry, String> {
        match &self.heading {
            Some(Heading::Item(name)) => Ok(self.file.entries.entry(name.clone()).or_default()),
            Some(Heading::Error(_)) => {
                Err("an error has only a meaning, without fields, callers or errors".to_owned())
            }
            None => Err("write a heading such as `[messages.sendMessage]` first".to_owned()),
        }
    }

    fn heading(&mut self, at: usize, rest: &str) -> Result<(), String> {
        let inside = rest.trim_end().strip_suffix(']').map(str::trim);
        let error = inside.and_then(|inside| inside.strip_prefix("error "));
        let name = error
            .or(inside)
            .map(str::trim)
            .filter(|name| is_name(name) || error.is_some() && is_error(name));
        let name = name.ok_or("write a TL name between brackets, such as `[messages.sendMessage]`, or `[error PEER_ID_INVALID]`; if the line is text, put a blank before it")?;
        let name = if error.is_some() { error_name(name).into_owned() } else { name.to_owned() };
        self.place = Place::Item;
        let first = if error.is_some() {
            let said = Said { place: at, text: String::new() };
            self.heading = Some(Heading::Error(name.clone()));
            self.file
                .errors
                .get(&name)
                .map(|first| first.place)
                .or_else(|| self.file.errors.insert(name, said).map(|_| at))
        } else {
            self.heading = Some(Heading::Item(name.clone()));
            let entry = Entry { place: at, ..Entry::default() };
            self.file
                .entries
                .get(&name)
                .map(|first| first.place)
                .or_else(|| self.file.entries.insert(name, entry).map(|_| at))
        };
        match first {
            Some(first) => Err(format!(
                "line {first} already has the heading `[{}]`",
                inside.unwrap_or_default()
            )),
            None => Ok(()),
        }
    }

    fn field(&mut self, at: usize, rest: &str) -> Result<(), String> {
        let (name, text) = first_word(rest);
        if !is_name(name) || name.contains('.') {
            return Err("write a field's name after the full stop; if the line is text, put a blank before it".to_owned());
        }
        let said = Said { place: at, text: text.to_owned() };
        let known = self.entry()?.fields.insert(name.to_owned(), said);
        self.place = Place::Field(name.to_owned());
        match known {
            Some(first) => Err(format!("line {} describes `.{name}` already", first.place)),
            None => Ok(()),
        }
    }

    fn tag(&mut self, rest: &str) -> Result<(), String> {
        let (tag, text) = first_word(rest);
        match tag {
            "callers" => {
                for word in text.split([' ', ',', '\t']).filter(|word| !word.is_empty()) {
                    let caller = Caller::named(word).ok_or_else(|| {
                        format!("`{word}` is not a caller; write `users`, `bots`, `business` or `anyone`")
                    })?;
                    self.entry()?.method.callers.insert(caller);
                }
                self.place = Place::Item;
                Ok(())
            }
            "error" => {
                let (code, rest) = first_word(text);
                let (name, text) = first_word(rest);
                let wanted = "write a code followed by a name: `@error 400 PEER_ID_INVALID`";
                let code: i32 = code.parse().map_err(|_| wanted.to_owned())?;
                if !is_error(name) {
                    return Err(wanted.to_owned());
                }
                let (name, text) = (error_name(name).into_owned(), text.to_owned());
                self.entry()?.method.errors.push(MethodError { code, name, text });
                self.place = Place::Error;
                Ok(())
            }
            _ => Err(format!(
                "`@{tag}` is neither `@callers` nor `@error`; if the line is text, put a blank before it"
            )),
        }
    }

    /// Adds a line to the text above it.
    fn text(&mut self, line: &str) -> Result<(), String> {
        if line.is_empty() && self.heading.is_none() {
            return Ok(());
        }
        if let Some(Heading::Error(name)) = &self.heading {
            add_line(&mut self.file.errors.entry(name.clone()).or_default().text, line);
            return Ok(());
        }
        let place = core::mem::replace(&mut self.place, Place::Item);
        let entry = self.entry()?;
        let text = match &place {
            Place::Item => Some(&mut entry.text),
            Place::Field(name) => entry.fields.get_mut(name).map(|said| &mut said.text),
            Place::Error => entry.method.errors.last_mut().map(|error| &mut error.text),
        };
        if let Some(text) = text {
            add_line(text, line);
        }
        self.place = place;
        Ok(())
    }
}

/// Splits off the first word; the blanks after it are dropped.
fn first_word(text: &str) -> (&str, &str) {
    let text = text.trim();
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    (&text[..end], text[end..].trim_start())
}

fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.chars().all(|char| char.is_ascii_alphanumeric() || matches!(char, '_' | '.'))
}

fn add_line(text: &mut String, line: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(line);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_text_fields_callers_and_errors() {
        let text = "# Comment.\n\n[a.b]\nFirst.\n\n Second, [indented].\n.x One\n  more\n@callers users, bots\n\
                    @error 400 X_INVALID Not an x.\n[C]\n";
        let file = parse("docs", text).unwrap();
        let entry = &file.entries["a.b"];
        assert_eq!(entry.text, "First.\n\nSecond, [indented].");
        assert_eq!(entry.fields["x"], Said { place: 7, text: "One\nmore".to_owned() });
        assert_eq!(entry.method.callers.len(), 2);
        let (name, text) = ("X_INVALID".to_owned(), "Not an x.".to_owned());
        assert_eq!(entry.method.errors, [MethodError { code: 400, name, text }]);
        assert!(file.entries.contains_key("C"));
    }

    #[test]
    fn errors_have_meanings_and_nothing_else() {
        let text =
            "[error FLOOD_WAIT_%d]\nYou wait.\n\nThen again.\n[a]\n@callers business anyone\n";
        let file = parse("docs", text).unwrap();
        assert_eq!(file.errors["FLOOD_WAIT_X"].text, "You wait.\n\nThen again.");
        assert!(file.entries["a"].method.callers.contains(&Caller::Anyone));
        let faults =
            parse("docs", "[error A]\n.x y\n@callers users\n[error A]\n[error a.b]\n").unwrap_err();
        let lines: Vec<&str> = faults.iter().filter_map(|fault| fault.split(':').nth(1)).collect();
        assert_eq!(lines, ["2", "3", "4"], "{faults:#?}");
    }

    #[test]
    fn every_fault_is_told_with_its_line() {
        let text = "text\n[a b]\n[a]\n[a]\n.x\n.x\n. \n@who\n@callers me\n@error E\n@error 400\n";
        let faults = parse("docs", text).unwrap_err();
        let lines: Vec<&str> = faults.iter().filter_map(|fault| fault.split(':').nth(1)).collect();
        assert_eq!(lines, ["1", "2", "4", "6", "7", "8", "9", "10", "11"], "{faults:#?}");
    }
}
