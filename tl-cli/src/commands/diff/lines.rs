//! Changes as lines of JSON.

use std::io::Write;

use serde_json::{Value, json};
use typelang_parser::{Diagnostic, Location, Sources};

use crate::{
    compare::{
        api::Exhaustive,
        change::{Change, Detail},
    },
    shared::outcome::Failure,
};

/// Writes a line for each change, and for each broken rule.
pub(super) fn write(
    changes: &[Change],
    exhaustive: Exhaustive,
    rules: Option<&[Diagnostic]>,
    sources: &Sources,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    for change in changes {
        writeln!(out, "{}", line(change, exhaustive))?;
    }
    for rule in rules.unwrap_or_default() {
        let position = |at: Location| sources.position(at.file, at.span.start);
        let place = rule.location().and_then(position).map(|at| at.line);
        let (code, message) = (rule.code.to_string(), &rule.message);
        writeln!(out, "{}", json!({ "rule": code, "message": message, "line": place }))?;
    }
    Ok(())
}

/// A change as JSON.
fn line(change: &Change, exhaustive: Exhaustive) -> Value {
    let Change { how, what, name, ty, ids, verdict, api, details } = change;
    let id = |id: &Option<u32>| id.map(|id| format!("{id:08x}"));
    json!({
        "how": how.word(),
        "what": what.word(),
        "name": name,
        "type": ty,
        "old_id": id(&ids.0),
        "new_id": id(&ids.1),
        "verdict": verdict.word(),
        "api": api.word(),
        "semver": api.level(exhaustive).word(),
        "details": details.iter().map(detail_line).collect::<Vec<_>>(),
    })
}

fn detail_line(detail: &Detail) -> Value {
    let Detail { name, old, new, verdict, api } = detail;
    let how = detail.how().word();
    json!({
        "how": how,
        "name": name,
        "old": old,
        "new": new,
        "verdict": verdict.word(),
        "api": api.word(),
    })
}
