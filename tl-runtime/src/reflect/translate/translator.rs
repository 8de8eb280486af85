//! The translator.

use crate::{
    read::options::Options,
    reflect::{
        schema::{
            combinator::Combinator,
            expr::{Apply, Arg, Node, TypeExpr},
            table::Schema,
        },
        translate::{
            assembler::Assembler,
            keep::Keeps,
            loss::Loss,
            parts::{Part, Recorder},
            path::Step,
            refusal::{Problem, Refusal, Untranslated},
            table::Table,
        },
        walk::{
            event::{Event, Piece},
            fault::{Ended, Fault},
            feed::{Feed, Halt},
            root::Root,
            walker::{Input, Walker, walk},
        },
    },
};
use alloc::{
    string::{String, ToString as _},
    vec::Vec,
};
use core::convert::Infallible;

/// Translates values from some schemas to others: see [the rules](crate::reflect::translate).
///
/// Creating it compares the schemas, so keep it for many values.
///
/// ```
/// use typelang_runtime::{Options, reflect::{Root, Schema, Translator, translate::Defaults}};
///
/// # use typelang_parser::{Options as Settings, Sources, check, tlo};
/// # let compile = |text: &'static str| {
/// #     let mut sources = Sources::new();
/// #     sources.add("shapes.tl", text);
/// #     Schema::from_tlo(&tlo::write(&check(&sources, &Settings::default()).schema)).unwrap()
/// # };
/// // compiled from: point#00000001 x:int y:int = Point;
/// # let old = [compile("point#00000001 x:int y:int = Point;")];
/// // compiled from: point#00000002 flags:# x:long label:flags.0?string = Point;
/// # let new = [compile("point#00000002 flags:# x:long label:flags.0?string = Point;")];
/// let translator = Translator::new(&old, &new);
/// let bytes = [1, 0, 0, 0, 7, 0, 0, 0, 8, 0, 0, 0];
/// let point = translator.translate(Root::Any, &bytes, &Options::DEFAULT, Defaults::Refused);
/// let point = point.expect("the new schema has points");
/// assert_eq!(point.bytes, [2, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0]);
/// assert_eq!(point.losses[0].path(), "point.y");
/// ```
#[derive(Clone, Debug)]
pub struct Translator<'s> {
    from: &'s [Schema],
    to: &'s [Schema],
    table: Table,
}

/// What a new required field takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Defaults {
    /// Nothing: the value is refused.
    #[default]
    Refused,
    /// The empty value: 0, `false`, no text, no items. Other types are refused.
    Filled,
}

/// A translated value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Translated {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What was lost, and what was filled in.
    pub losses: Vec<Loss>,
    /// The number of further losses; more than a mebibyte of them is not listed.
    pub unlisted: usize,
}

impl<'s> Translator<'s> {
    /// Compares the schemas of old values with those of new ones. Schemas at the same index belong together.
    #[must_use]
    pub fn new(from: &'s [Schema], to: &'s [Schema]) -> Self {
        Self { from, to, table: Table::new(from.len()) }
    }

    /// Translates a value; the root is a type of the old schemas.
    ///
    /// The options limit reading, and the memory for the parts of the old value: 128 × the input and 1 MiB by default.
    /// The new value has at most the old one's parts, and new fields.
    ///
    /// # Errors
    /// If the bytes are not a value of the old schemas, if its parts take too much memory, or if the new
    /// schemas cannot express it.
    pub fn translate(
        &self,
        root: Root<'_>,
        bytes: &[u8],
        options: &Options,
        defaults: Defaults,
    ) -> Result<Translated, Untranslated> {
        let Self { from, to, table } = self;
        let job = Job { root, options: *options, defaults, first: None, keeps: None };
        let made = Between { from, to, table }.translate(&job, bytes);
        made.map(|made| made.value)
    }
}

/// The schemas of old and new values.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Between<'t> {
    pub(crate) from: &'t [Schema],
    pub(crate) to: &'t [Schema],
    pub(crate) table: &'t Table,
}

/// How to translate a value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Job<'t> {
    pub(crate) root: Root<'t>,
    pub(crate) options: Options,
    pub(crate) defaults: Defaults,
    /// The old schema that is looked at first, if these are layers of one schema.
    pub(crate) first: Option<usize>,
    /// Which values are kept that the new schemas cannot express; they are marked in the new bytes.
    pub(crate) keeps: Option<Keeps<'t>>,
}

/// A translated value, and the number of values in it that were kept.
#[derive(Clone, Debug, Default)]
pub(crate) struct Written {
    pub(crate) value: Translated,
    pub(crate) kept: usize,
}

impl<'t> Between<'t> {
    /// Translates a value.
    pub(crate) fn translate(&self, job: &Job<'t>, bytes: &[u8]) -> Result<Written, Untranslated> {
        let (mut walker, mut recorder) = (self.walker(job), self.recorder(job, bytes));
        match Feed::new(&mut walker, bytes, Input::Last, &mut recorder).run() {
            Err(Halt::Fault(fault)) => Err(Untranslated::Fault(fault)),
            Err(Halt::Stopped) => Err(Untranslated::Refusal(Refusal::too_large())),
            // The last piece never needs more input.
            Ok(()) | Err(Halt::More(_)) => {
                self.assemble(job, &recorder.parts).map_err(Untranslated::Refusal)
            }
        }
    }

    pub(crate) fn walker(&self, job: &Job<'t>) -> Walker<'t> {
        let walker = Walker::new(self.from, job.root, &job.options);
        match job.first {
            Some(first) => walker.across_layers(first),
            None => walker,
        }
    }

    pub(crate) fn recorder<'b>(&self, job: &Job<'t>, bytes: &'b [u8]) -> Recorder<'t, 'b> {
        let recorder = Recorder::new((self.from, self.to), self.table, bytes, job.options.memory);
        if job.first.is_some() { recorder.across_layers() } else { recorder }
    }

    /// Makes the new value of the parts of the old one.
    pub(crate) fn assemble(
        &self,
        job: &Job<'t>,
        parts: &[Part<'t, '_>],
    ) -> Result<Written, Refusal> {
        let made = parts.first().and_then(Part::combinator);
        let name = made.map(Combinator::name);
        let ty = match job.root {
            Root::Type(old, ty) => {
                Some(self.new_type(old, ty).ok_or_else(|| refuse(Problem::NoForm))?)
            }
            Root::Any | Root::Call | Root::Boxed(..) => None,
        };
        if parts.is_empty() {
            return Err(refuse(Problem::NoForm));
        }
        let root = ty.as_ref().map_or(Root::Any, |(schema, ty)| Root::Type(schema, ty));
        self.assemble_part(job, root, parts, 0, name)
    }

    /// Makes a new value of the part at this index, which is a value of the new schemas' type.
    pub(crate) fn assemble_part(
        &self,
        job: &Job<'_>,
        root: Root<'_>,
        parts: &[Part<'_, '_>],
        at: usize,
        name: Option<&str>,
    ) -> Result<Written, Refusal> {
        let mut assembler = Assembler::new(self.to, parts, job.defaults);
        assembler.keeps = job.keeps;
        assembler.path.extend(name.map(Step::Root));
        let written = match root {
            Root::Type(schema, ty) => {
                let env = assembler.slots.outside(schema);
                assembler.ty(ty, env, at)
            }
            Root::Any | Root::Call | Root::Boxed(..) => assembler.any(at, None),
        };
        written?;
        let Assembler { out, losses, unlisted, is_unsure, kept, .. } = assembler;
        let bytes = out.into_bytes();
        if is_unsure {
            let options = Options::DEFAULT.marked(kept > 0);
            self.read_again(root, &bytes, &options)
                .map_err(|fault| refuse(Problem::Unread(fault)))?;
        }
        Ok(Written { value: Translated { bytes, losses, unlisted }, kept })
    }

    /// A type of the old schemas in the new ones.
    fn new_type(&self, old: &Schema, ty: &TypeExpr) -> Option<(&'t Schema, TypeExpr)> {
        let at = self.from.iter().position(|schema| core::ptr::eq(schema, old));
        let first = at.and_then(|at| self.to.get(at));
        first.into_iter().chain(self.to).find_map(|new| Some((new, renamed(ty, old, new)?)))
    }

    fn read_again(&self, root: Root<'_>, bytes: &[u8], options: &Options) -> Result<(), Fault> {
        let mut nobody = |_: Piece<'_>, _: Event<'_, '_>| Ok::<(), Infallible>(());
        match walk(self.to, root, bytes, options, &mut nobody) {
            Err(Ended::Fault(fault)) => Err(fault),
            Ok(_) | Err(Ended::Stop(_)) => Ok(()),
        }
    }
}

/// The refusal of the whole.
fn refuse(problem: Problem) -> Refusal {
    Refusal::new(String::new(), problem)
}

/// A type without variables, by the names of its types.
pub(crate) fn renamed(ty: &TypeExpr, old: &Schema, new: &Schema) -> Option<TypeExpr> {
    let apply = match &ty.0 {
        Node::Nat => return Some(TypeExpr(Node::Nat)),
        Node::Apply(apply) => apply,
        _ => return None,
    };
    let name = old.types.get(apply.ty as usize)?.name.to_string();
    let found = new.types.binary_search_by(|ty| (*ty.name).cmp(&name)).ok()?;
    let arg = |arg: &Arg| match arg {
        Arg::Type(ty) => renamed(ty, old, new).map(Arg::Type),
        Arg::Nat(nat) => Some(Arg::Nat(*nat)),
    };
    let args = apply.args.iter().map(arg).collect::<Option<_>>()?;
    let (ty, form) = (u32::try_from(found).ok()?, apply.form);
    Some(TypeExpr(Node::Apply(Apply { ty, form, args })))
}
