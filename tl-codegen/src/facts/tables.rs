//! Adds the facts of tables.

use typelang_parser::fact_tables::{
    self, ANY_METHOD, CALLERS, CallerRow, ERRORS, ErrorRow, NO_METHOD, NULL, SinceRow,
};

use super::known::Facts;

/// Adds the facts of the table called `file`. A fault is a line number, with what is expected there.
pub(crate) fn read(facts: &mut Facts, file: &str, text: &str) -> Vec<String> {
    match file {
        ERRORS => add(fact_tables::errors(text), |row| error(facts, row)),
        CALLERS => add(fact_tables::callers(text), |row| caller(facts, &row)),
        NULL => add(fact_tables::nullable(text), |(combinator, field)| {
            facts.nullable.add(combinator, field);
        }),
        _ => {
            facts.since.looked_at(fact_tables::layers(text));
            add(fact_tables::since(text), |row| first(facts, row))
        }
    }
}

/// Adds the sound rows, and returns the faults of the others.
fn add<T>(rows: impl Iterator<Item = Result<T, String>>, mut add: impl FnMut(T)) -> Vec<String> {
    rows.filter_map(|row| row.map(&mut add).err()).collect()
}

fn error(facts: &mut Facts, row: ErrorRow<'_>) {
    if !matches!(row.method, ANY_METHOD | NO_METHOD) {
        let known = facts.methods.entry(row.method.to_owned()).or_default();
        known.errors.insert((row.code, row.name.into_owned()));
    }
}

fn caller(facts: &mut Facts, row: &CallerRow<'_>) {
    let known = facts.methods.entry(row.method.to_owned()).or_default();
    let callers = if row.may { &mut known.callers } else { &mut known.disputed };
    callers.insert(row.caller);
}

fn first(facts: &mut Facts, row: SinceRow<'_>) {
    facts.since.add_item(row.name, row.layer);
    for (field, layer) in row.fields {
        facts.since.add_field(row.name, field, layer);
    }
}

#[cfg(test)]
mod tests {
    use typelang_parser::{docs_file::Caller, fact_tables::SINCE};

    use super::*;
    use crate::facts::layers::First;

    #[test]
    fn tables_are_read_and_faulty_lines_are_told() {
        let mut facts = Facts::default();
        let errors = "# head\na.b\t400\tBAD_X\tm\n\n*\t420\tFLOOD_WAIT_X\tm\na.b\tx\tY\tm\n";
        let fault = "line 5: write a method, a code, a name and sources, with tabs between them";
        assert_eq!(read(&mut facts, ERRORS, errors), [fault]);
        let callers = "a.b\tusers\tm\na.b\tbots\tm\na.b\t-bots\tt\n";
        assert!(read(&mut facts, CALLERS, callers).is_empty());
        let since = "# layers 5 7 9\na.b\t5\tc=7 d=9\nuser\t9\n";
        assert!(read(&mut facts, SINCE, since).is_empty());
        let fault = "line 2: write a constructor or method, and a field, with tabs between them";
        assert_eq!(read(&mut facts, NULL, "chat\tphoto\nchat\n"), [fault]);
        assert!(facts.nullable.has("chat", "photo"));
        let known = &facts.methods["a.b"];
        assert_eq!(known.errors, [(400, "BAD_X".to_owned())].into());
        assert_eq!(known.callers, [Caller::Users, Caller::Bots].into());
        assert_eq!(known.disputed, [Caller::Bots].into());
        assert_eq!(facts.since.item("a.b"), Some(First::OrEarlier(5)));
        assert_eq!(facts.since.item("user"), Some(First::Between(8, 9)));
        assert_eq!(facts.since.field("a.b", "c"), Some(First::Between(6, 7)));
        assert_eq!(facts.since.field("user", "d"), None);
    }
}
