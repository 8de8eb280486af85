//! From other layers to the current one.

use crate::{
    layers::{
        known::Layers,
        prefix::Prefix,
        unread::{Reason, Unread},
    },
    read::error::Error,
    reflect::{
        translate::{
            keep::Keeps,
            parts::Recorder,
            refusal::Refusal,
            translator::{Between, Job, Written, renamed},
        },
        walk::{
            feed::{Feed, Halt},
            frame::Frame,
            path::path,
            root::Root,
            walker::{Input, Walker},
        },
    },
};
use alloc::{string::String, vec::Vec};

impl Layers {
    /// Translates a value to the current layer. With `keeps`, values are kept that it cannot express.
    pub(super) fn to_current(
        &self,
        bytes: &[u8],
        root: Root<'_>,
        keeps: bool,
        error: &Error,
    ) -> Result<Written, Unread> {
        let keeps = keeps.then_some(Keeps { types: &self.unknown, layers: &self.numbers });
        let unread = |reason, lists| Unread::new(error.clone(), reason, lists, &self.numbers);
        let Some(between) = self.between(0) else {
            return Err(unread(Reason::OtherType, Vec::new()));
        };
        let first = self.walked(between, self.job(root, 0, keeps), bytes);
        let (reason, lists) = match first {
            Ok(made) => return Ok(made),
            // The bytes are a value, and reading them as another would be wrong.
            Err((reason @ Reason::Refusal(_), lists)) => return Err(unread(reason, lists)),
            Err(other) => other,
        };
        // An id of both layers may have other fields in the other one.
        let others = self.schemas.iter().enumerate().filter(|(at, _)| self.redeclares[*at]);
        for (at, other) in others {
            let ty = match root {
                Root::Type(current, ty) => renamed(ty, current, other),
                _ => None,
            };
            let root = match (root, &ty) {
                (_, Some(ty)) => Root::Type(other, ty),
                (Root::Type(..), None) => continue,
                (_, None) => Root::Any,
            };
            if let Ok(made) = self.walked(between, self.job(root, at, keeps), bytes) {
                return Ok(made);
            }
        }
        Err(unread(reason, lists))
    }

    /// Translates a value, or returns why not, with what comes before the fault.
    fn walked(
        &self,
        between: Between<'_>,
        job: Job<'_>,
        bytes: &[u8],
    ) -> Result<Written, (Reason, Vec<Prefix>)> {
        let (mut walker, mut recorder) = (between.walker(&job), between.recorder(&job, bytes));
        match Feed::new(&mut walker, bytes, Input::Last, &mut recorder).run() {
            Err(Halt::Fault(fault)) => {
                let lists = self.lists(between, &job, &walker, &recorder);
                Err((Reason::Fault(fault), lists))
            }
            Err(Halt::Stopped) => Err((Reason::Refusal(Refusal::too_large()), Vec::new())),
            Ok(()) | Err(Halt::More(_)) => {
                let made = between.assemble(&job, &recorder.parts);
                made.map_err(|refusal| (Reason::Refusal(refusal), Vec::new()))
            }
        }
    }

    /// The lists that were open at a fault, with the items before it.
    fn lists(
        &self,
        between: Between<'_>,
        job: &Job<'_>,
        walker: &Walker<'_>,
        recorder: &Recorder<'_, '_>,
    ) -> Vec<Prefix> {
        let frames = walker.frames.iter().enumerate();
        let lists = frames.filter_map(|(at, frame)| match frame {
            Frame::Items { count, .. } | Frame::Rounds { count, .. } => Some((at, *count)),
            _ => None,
        });
        let opened = recorder.open_parts().iter().map(|open| open.at);
        let opened = opened.filter(|at| recorder.parts[*at].is_list());
        let prefix = |((frame, count), list): ((usize, u32), usize)| {
            let path = path(&walker.frames[..frame]);
            let mut prefix =
                Prefix { path, items: Vec::new(), names: Vec::new(), count, options: self.options };
            items(between, job, recorder, list, &mut prefix);
            prefix
        };
        lists.zip(opened).map(prefix).collect()
    }
}

/// Translates the items of a list before a fault, up to one that the current layer cannot express.
fn items(
    between: Between<'_>,
    job: &Job<'_>,
    recorder: &Recorder<'_, '_>,
    list: usize,
    prefix: &mut Prefix,
) {
    // The last item is not complete if the fault is in it.
    let is_open = |at: usize| recorder.open_parts().iter().any(|open| open.at == at);
    let (parts, mut at) = (&recorder.parts, list + 1);
    while let Some(part) = parts.get(at).filter(|_| !is_open(at)) {
        let Some(combinator) = part.combinator() else { break };
        let Ok(made) = between.assemble_part(job, Root::Any, parts, at, None) else { break };
        prefix.items.push((made.value.bytes, made.kept > 0));
        prefix.names.push(String::from(combinator.name()));
        at = part.next;
    }
}
