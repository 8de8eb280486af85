//! Checks ids: zero, duplicate, or different from the computed ones.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    codes,
    diagnostic::Diagnostic,
    faults::options::Options,
    faults::sink::Sink,
    id::{IdRule, canonical, compute},
    lower::declaration::{Body, Declaration},
    schema::{Combinator, Schema},
    syntax::Role,
};

/// Checks all ids, and removes from `unused` the allowances that a declaration needs.
pub(super) fn ids(
    schema: &Schema,
    declarations: &[Declaration<'_>],
    origins: &[usize],
    options: &Options,
    unused: &mut BTreeSet<String>,
    out: &mut Sink<'_>,
) {
    let mut first_with: BTreeMap<u32, usize> = BTreeMap::new();
    for (at, combinator) in schema.combinators.iter().enumerate() {
        let declaration = &declarations[origins[at]];
        if combinator.id == 0 {
            out.push(zero(combinator, declaration));
        } else if let Some(first) = first_with.get(&combinator.id) {
            let other = (&schema.combinators[*first], &declarations[origins[*first]]);
            out.push(twice((combinator, declaration), other));
        } else {
            first_with.insert(combinator.id, at);
        }
        if let Some((name, fault)) = mismatch(schema, combinator, declaration, options) {
            unused.remove(&name);
            out.extend(Some(fault).filter(|_| !options.allowed_id_mismatches.contains(&name)));
        }
    }
}

fn zero(combinator: &Combinator, declaration: &Declaration<'_>) -> Diagnostic {
    let message = format!("`{}` has the id 0", combinator.name);
    Diagnostic::error(codes::ID_ZERO, message)
        .label(declaration.id_place(), "no id on the wire is 0")
        .note("leave the id out to have it computed")
}

fn twice(
    (this, here): (&Combinator, &Declaration<'_>),
    (first, there): (&Combinator, &Declaration<'_>),
) -> Diagnostic {
    let message = format!("`{}` and `{}` have the same id {:08x}", first.name, this.name, this.id);
    let fault = if is_prefix_of(this, first) || is_prefix_of(first, this) {
        Diagnostic::warning(codes::DUPLICATE_ID_PREFIX, message)
            .note("TDLib sends such a prefix before the query that it wraps")
    } else {
        Diagnostic::error(codes::DUPLICATE_ID, message).note("a reader could not tell them apart")
    };
    let how = |combinator: &Combinator| match combinator.written_id {
        Some(_) => "written here",
        None => "computed for this",
    };
    fault.label(here.id_place(), how(this)).label(there.id_place(), how(first))
}

/// TDLib's `invokeWith…Prefix`: a function that is the beginning of another one.
fn is_prefix_of(short: &Combinator, long: &Combinator) -> bool {
    (short.role, long.role) == (Role::Function, Role::Function)
        && short.name.strip_suffix("Prefix") == Some(&long.name)
}

/// Returns a written id that no rule explains, by name and as a diagnostic. Published schemas have some, so
/// this check is off by default.
fn mismatch(
    schema: &Schema,
    combinator: &Combinator,
    declaration: &Declaration<'_>,
    options: &Options,
) -> Option<(String, Diagnostic)> {
    let written = combinator.written_id.filter(|id| *id != combinator.computed_id)?;
    if !options.is_reported(codes::ID_MISMATCH) {
        return None;
    }
    let Body::Combinator(syntax) = declaration.body else { return None };
    let rules = [IdRule::Telegram, IdRule::TelegramBytes, IdRule::Reference];
    let name = format!("{}#{written:08x}", combinator.name);
    if rules.iter().any(|rule| compute(syntax, *rule) == written) {
        return None;
    }
    let message = format!("the id of `{}` differs from the computed one", combinator.name);
    let text = canonical(syntax, schema.dialect.id_rule());
    let fault = Diagnostic::warning(codes::ID_MISMATCH, message)
        .label(declaration.id_place(), format!("computed: {:08x}", combinator.computed_id))
        .note(format!("the id is the CRC-32 of `{text}`"))
        .note(format!("the written id is used; to silence this, allow `{name}`"));
    Some((name, fault))
}
