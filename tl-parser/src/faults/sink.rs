//! Collects the checker's diagnostics, with the severity that the options give to warnings and a limit on
//! their number.

use crate::{
    diagnostic::{Diagnostic, Severity},
    faults::{
        allow::{Allows, LineAllowance},
        options::{Level, Options},
    },
    grammar::{MAX_DIAGNOSTICS, codes::TOO_MANY_FAULTS},
};

/// The diagnostics that are kept: at most [`MAX_DIAGNOSTICS`] errors and as many warnings. More would take
/// many times the memory of the text.
#[derive(Debug)]
pub(crate) struct Sink<'o> {
    options: &'o Options,
    allows: Allows<'o>,
    errors: Kept,
    warnings: Kept,
}

#[derive(Debug, Default)]
struct Kept {
    list: Vec<Diagnostic>,
    dropped: usize,
}

impl Kept {
    fn push(&mut self, fault: Diagnostic) {
        if self.list.len() < MAX_DIAGNOSTICS {
            self.list.push(fault);
        } else {
            self.dropped += 1;
        }
    }
}

impl<'o> Sink<'o> {
    pub(crate) fn new(options: &'o Options, allows: Allows<'o>) -> Self {
        Self { options, allows, errors: Kept::default(), warnings: Kept::default() }
    }

    /// Adds a diagnostic, unless it is a warning that a comment or an option allows.
    pub(crate) fn push(&mut self, fault: Diagnostic) {
        match fault.severity {
            Severity::Error => self.errors.push(fault),
            Severity::Warning if self.allows.allow(&fault) => {}
            Severity::Warning => self.warn(fault),
        }
    }

    /// Adds a warning that no comment allows.
    fn warn(&mut self, mut fault: Diagnostic) {
        match self.options.level(fault.code) {
            Level::Allow => {}
            Level::Warn => self.warnings.push(fault),
            Level::Deny => {
                fault.severity = Severity::Error;
                self.errors.push(fault);
            }
        }
    }

    /// Returns the allowances for warnings of the generator.
    pub(crate) fn allowances_of_generator(&self) -> Vec<LineAllowance> {
        self.allows.of_generator()
    }

    /// Returns all diagnostics sorted by place, including those about unused allowances and dropped faults.
    pub(crate) fn settle(mut self) -> Vec<Diagnostic> {
        for complaint in self.allows.complaints(self.options) {
            self.warn(complaint);
        }
        let Self { errors, warnings, .. } = self;
        let more = [
            more(&errors).map(|message| Diagnostic::error(TOO_MANY_FAULTS, message)),
            more(&warnings).map(|message| Diagnostic::warning(TOO_MANY_FAULTS, message)),
        ];
        let place = errors.list.last().or(warnings.list.last()).and_then(Diagnostic::location);
        let mut all = errors.list;
        all.extend(warnings.list);
        let place = place.unwrap_or_default();
        all.extend(more.into_iter().flatten().map(|fault| fault.label(place, "")));
        all.sort_by(|left, right| {
            let key = |fault: &Diagnostic| (fault.location(), fault.code);
            key(left).cmp(&key(right)).then_with(|| left.message.cmp(&right.message))
        });
        all
    }
}

fn more(kept: &Kept) -> Option<String> {
    let dropped = kept.dropped;
    (dropped > 0).then(|| format!("more than {MAX_DIAGNOSTICS} faults: {dropped} not listed"))
}

impl Extend<Diagnostic> for Sink<'_> {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, faults: I) {
        faults.into_iter().for_each(|fault| self.push(fault));
    }
}
