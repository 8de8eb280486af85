//! Where the checker puts its faults: warnings get the severity that the user wants, and there is an end to what is kept.

use crate::{
    diagnostic::{Diagnostic, Severity},
    faults::{
        allow::{Allows, LineAllowance},
        options::{Level, Options},
    },
    grammar::{MAX_DIAGNOSTICS, codes::TOO_MANY_FAULTS},
};

/// The faults that are kept. Of errors and of warnings there are at most [`MAX_DIAGNOSTICS`] each: more would take many times the
/// memory of the text, and nobody reads them.
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

    /// Takes a fault, unless it is a warning that a comment or the user allows.
    pub(crate) fn push(&mut self, fault: Diagnostic) {
        match fault.severity {
            Severity::Error => self.errors.push(fault),
            Severity::Warning if self.allows.allow(&fault) => {}
            Severity::Warning => self.warn(fault),
        }
    }

    /// Takes a warning that no comment allows.
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

    /// What comments allow of the generator.
    pub(crate) fn allowances_of_generator(&self) -> Vec<LineAllowance> {
        self.allows.of_generator()
    }

    /// All that is kept, sorted by place, with what is said of comments that allow nothing, and of what is dropped.
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
    (dropped > 0).then(|| format!("more than {MAX_DIAGNOSTICS} faults: {dropped} are not listed"))
}

impl Extend<Diagnostic> for Sink<'_> {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, faults: I) {
        faults.into_iter().for_each(|fault| self.push(fault));
    }
}
