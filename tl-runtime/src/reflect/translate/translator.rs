//! The translator.

use crate::{
    read::options::Options,
    reflect::{
        schema::{
            expr::{Apply, Arg, Node, TypeExpr},
            table::Schema,
        },
        translate::{
            assembler::Assembler,
            loss::Loss,
            parts::{Part, Recorder},
            path::Step,
            refusal::{Problem, Refusal, Untranslated},
            table::{Table, table},
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
        Self { from, to, table: table(from, to) }
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
        let mut walker = Walker::new(self.from, root, options);
        let mut recorder = Recorder::new(self.from, &self.table, bytes, options.memory);
        let refuse = |problem| Untranslated::Refusal(Refusal::new(String::new(), problem));
        match Feed::new(&mut walker, bytes, Input::Last, &mut recorder).run() {
            Err(Halt::Fault(fault)) => return Err(Untranslated::Fault(fault)),
            Err(Halt::Stopped) => return Err(refuse(Problem::TooLarge)),
            // The last piece never needs more input.
            Ok(()) | Err(Halt::More(_)) => {}
        }
        let mut assembler = Assembler::new(self.to, &recorder.parts, defaults);
        let made = recorder.parts.first().and_then(Part::combinator);
        assembler.path.extend(made.map(|combinator| Step::Root(combinator.name())));
        let ty = match root {
            Root::Type(old, ty) => {
                Some(self.new_type(old, ty).ok_or_else(|| refuse(Problem::NoForm))?)
            }
            Root::Any | Root::Call | Root::Boxed(..) => None,
        };
        let written = match &ty {
            _ if recorder.parts.is_empty() => return Err(refuse(Problem::NoForm)),
            None => assembler.any(0, None),
            Some((schema, ty)) => {
                let env = assembler.slots.outside(schema);
                assembler.ty(ty, env, 0)
            }
        };
        written.map_err(Untranslated::Refusal)?;
        let Assembler { out, losses, unlisted, is_unsure, .. } = assembler;
        let bytes = out.into_bytes();
        if is_unsure {
            let root = ty.as_ref().map_or(Root::Any, |(schema, ty)| Root::Type(schema, ty));
            self.read_again(root, &bytes).map_err(|fault| refuse(Problem::Unread(fault)))?;
        }
        Ok(Translated { bytes, losses, unlisted })
    }

    /// A type of the old schemas in the new ones.
    fn new_type(&self, old: &Schema, ty: &TypeExpr) -> Option<(&'s Schema, TypeExpr)> {
        let at = self.from.iter().position(|schema| core::ptr::eq(schema, old));
        let first = at.and_then(|at| self.to.get(at));
        first.into_iter().chain(self.to).find_map(|new| Some((new, renamed(ty, old, new)?)))
    }

    fn read_again(&self, root: Root<'_>, bytes: &[u8]) -> Result<(), Fault> {
        let mut nobody = |_: Piece<'_>, _: Event<'_, '_>| Ok::<(), Infallible>(());
        match walk(self.to, root, bytes, &Options::DEFAULT, &mut nobody) {
            Err(Ended::Fault(fault)) => Err(fault),
            Ok(_) | Err(Ended::Stop(_)) => Ok(()),
        }
    }
}

/// A type without variables, by the names of its types.
fn renamed(ty: &TypeExpr, old: &Schema, new: &Schema) -> Option<TypeExpr> {
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
