//! The fields of a combinator that both schemas have.

use super::{
    pair::{Pair, called, fault, kind},
    reference::References,
    word::Words,
};
use crate::{
    codes,
    counted::counted,
    diagnostic::Diagnostic,
    schema::{Combinator, Field, TypeExpr},
    syntax::Role,
};

/// Checks the fields that there were, and those that are new.
pub(super) fn fields(pair: &Pair<'_>, words: &Words<'_>) -> Vec<Diagnostic> {
    let (was, is) = (pair.was, pair.is);
    let kept = was.fields.iter().zip(&is.fields).enumerate();
    let mut faults: Vec<Diagnostic> =
        kept.flat_map(|(at, (was, is))| changed(pair, at, was, is)).collect();
    if is.fields.len() < was.fields.len() {
        let gone: Vec<String> = (is.fields.len()..was.fields.len())
            .map(|at| format!("`{}`", called(&was.fields[at], at)))
            .collect();
        let message = format!("the {} `{}` has fewer fields than before", kind(is), is.name);
        let verb = if gone.len() == 1 { "was" } else { "were" };
        let fields = counted(was.fields.len(), "field");
        let last = gone.join(", ");
        let note = format!("it had {fields}; the last {verb} {last}");
        let fault = Diagnostic::error(codes::FIELD_REMOVED, message);
        faults.push(fault.label(is.location, "").note(note));
    }
    faults.extend(added(pair, words));
    faults
}

/// Compares a field with what was at its position.
fn changed(pair: &Pair<'_>, at: usize, was: &Field, is: &Field) -> Vec<Diagnostic> {
    let references = References::new(pair);
    let name = called(is, at);
    let mut faults = Vec::new();
    if was.bang != is.bang || !references.is_same(&was.ty, &is.ty) {
        let message = format!("the type of `{name}` in `{}` changes", pair.is.name);
        faults.push(fault(codes::TYPE_CHANGED, message, is));
    }
    let what = match (was.condition, is.condition) {
        (None, Some(_)) => "becomes optional",
        (Some(_), None) => "becomes required",
        (Some(was), Some(is)) if !references.is_same_var(was.mask, is.mask) => {
            "depends on another flag word"
        }
        (Some(was), Some(is)) if was.bit != is.bit => "depends on another bit",
        _ => return faults,
    };
    let message = format!("the field `{name}` of `{}` {what}", pair.is.name);
    faults.push(fault(codes::PRESENCE_CHANGED, message, is));
    faults
}

/// Checks the fields after those that there were.
fn added(pair: &Pair<'_>, words: &Words<'_>) -> Vec<Diagnostic> {
    let (was, is) = (pair.was, pair.is);
    let mut at = was.fields.len();
    if at >= is.fields.len() {
        return Vec::new();
    }
    let is_word = |field: &Field| field.ty == TypeExpr::Nat && field.condition.is_none();
    // A method without a flag word may get one, for the fields after it.
    let may_begin = is.role == Role::Function && was.fields.iter().all(|it| it.condition.is_none());
    if may_begin && is_word(&is.fields[at]) {
        if is.fields.len() == at + 1 {
            return unused(is, at, words).into_iter().collect();
        }
        at += 1;
    }
    let begun = (at > was.fields.len()).then(|| &is.fields[at - 1]);
    let rest = (at..is.fields.len()).zip(&is.fields[at..]);
    rest.filter_map(|(at, field)| new_field(is, field, at, begun, words)).collect()
}

/// A new flag word, alone, on which nothing depends.
fn unused(is: &Combinator, at: usize, words: &Words<'_>) -> Option<Diagnostic> {
    let field = &is.fields[at];
    let var = field.defines;
    if var.is_some_and(|var| words.is_used(is, var)) {
        return None;
    }
    let message =
        format!("nothing depends on the new flag word `{}` of `{}`", called(field, at), is.name);
    let note = "add it together with the first field that uses one of its bits";
    Some(fault(codes::UNUSED_WORD, message, field).note(note))
}

/// A new field, after a new flag word if `begun` is one.
fn new_field(
    is: &Combinator,
    field: &Field,
    at: usize,
    begun: Option<&Field>,
    words: &Words<'_>,
) -> Option<Diagnostic> {
    let name = called(field, at);
    let Some(condition) = field.condition else {
        let message = format!("the new field `{name}` of `{}` is required", is.name);
        let note = "old programs do not write it; put it behind a new bit of a flag word";
        return Some(fault(codes::FIELD_WITHOUT_BIT, message, field).note(note));
    };
    if let Some(word) = begun.filter(|word| word.defines != Some(condition.mask)) {
        let message =
            format!("the new field `{name}` of `{}` does not use the new flag word", is.name);
        let note = format!("use a bit of `{}`", word.name.as_deref().unwrap_or("_"));
        return Some(fault(codes::FIELD_WITHOUT_BIT, message, field).note(note));
    }
    let used = words.used(is, condition.mask);
    if used >> condition.bit & 1 == 0 {
        return None;
    }
    let bit = condition.bit;
    let message = format!(
        "bit {bit}, behind which the new field `{name}` of `{}` is, has a meaning",
        is.name
    );
    let note = match used.trailing_ones() {
        32 => "all bits of this word are in use; use another flag word".to_owned(),
        free => format!("bit {free} is free"),
    };
    Some(fault(codes::BIT_TAKEN, message, field).note(note))
}
