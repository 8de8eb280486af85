//! Passing over values whose parts nobody wants.

use crate::{
    read::{error::Error, options::Strictness, reader::Reader},
    reflect::{
        schema::{
            builtin::Builtin,
            combinator::Combinator,
            expr::{Apply, Arg, Form, Node, TypeExpr},
            field::Condition,
            table::Schema,
            types::Type,
        },
        walk::{
            feed::{Feed, Listener},
            frame::Frame,
            value::read_scalar,
        },
    },
    wire::ids::VECTOR,
};

/// How deep values may nest in one that is passed over; a walk needs no stack, and this does.
const LEVELS: u32 = 48;

/// The number of variables that a value may have: Telegram's have at most three.
const WORDS: usize = 4;

impl<'s> Feed<'_, 's, '_> {
    /// Passes over the fields of a value that begins here, if it is one that [`Skip`] can read. Otherwise nothing has
    /// happened, and the walk finds out why.
    ///
    /// Where it fails is noted, and no value is tried again that begins before that place. So each byte is passed over
    /// once and walked once at most.
    pub(super) fn pass(&mut self, combinator: &'s Combinator, schema: &'s Schema) {
        let options = &self.walker.options;
        let is_plain = options.strictness == Strictness::Lenient && !options.marked;
        let is_fit = combinator.params() == 0 && schema.builtin_made_by(combinator).is_none();
        if !is_plain || !is_fit || self.at < self.unpassed {
            return;
        }
        let (elements, reader) =
            (self.elements_left(), Reader::with_options(self.rest().0, options));
        let mut skip = Skip {
            schema,
            listener: &mut *self.listener,
            reader,
            depth: self.walker.depth,
            levels: LEVELS,
            elements,
        };
        let is_passed = skip.fields(combinator).is_some();
        let (place, charged) = (skip.place(), elements - skip.elements);
        if !is_passed {
            self.unpassed = self.at + place;
            return;
        }
        self.at += place;
        self.walker.elements += charged;
        if let Some(Frame::Value { next, .. }) = self.walker.frames.last_mut() {
            *next = combinator.fields.len();
        }
    }
}

/// Reads values without telling anyone of their parts; `None` for what is no value, for what only a walk can read, and
/// for what the listener wants to hear of.
struct Skip<'w, 's, 'b> {
    schema: &'s Schema,
    listener: &'w mut dyn Listener<'s, 'b>,
    reader: Reader<'b>,
    /// The levels of cyclic types that may be opened, and those of any types.
    depth: u32,
    levels: u32,
    /// The number of elements that may follow.
    elements: usize,
}

impl<'s> Skip<'_, 's, '_> {
    /// Where it is, or where the fault was.
    fn place(&self) -> usize {
        self.reader.error().map_or_else(|| self.reader.offset(), Error::offset)
    }

    fn fields(&mut self, combinator: &'s Combinator) -> Option<()> {
        let mut words = [0_u32; WORDS];
        for field in &combinator.fields {
            if let Some(Condition { var, bit }) = field.condition
                && words.get(var as usize)? >> bit & 1 == 0
            {
                continue;
            }
            match (&field.ty.0, field.var) {
                _ if field.is_call => return None,
                (Node::Nat, Some(var)) => *words.get_mut(var as usize)? = self.reader.nat(),
                _ => self.ty(&field.ty)?,
            }
        }
        if self.reader.failed() { None } else { Some(()) }
    }

    fn ty(&mut self, ty: &'s TypeExpr) -> Option<()> {
        let apply = match &ty.0 {
            Node::Apply(apply) => apply,
            Node::Nat => {
                self.reader.nat();
                return Some(());
            }
            Node::Kind | Node::Var(_) | Node::Repetition(_) => return None,
        };
        let schema = self.schema;
        let ty = &schema.types[apply.ty as usize];
        match ty.builtin {
            None => self.nested(|this| this.constructor(apply, ty)),
            Some(Builtin::Vector) => self.nested(|this| this.vector(apply)),
            Some(Builtin::Object | Builtin::Function) => None,
            Some(builtin) => {
                if apply.form == Form::Boxed && builtin.has_bare_form() {
                    let first = schema.constructors_of(ty).next()?;
                    self.expect(first.id)?;
                }
                read_scalar(&mut self.reader, builtin);
                Some(())
            }
        }
    }

    fn expect(&mut self, id: u32) -> Option<()> {
        (self.reader.id() == id).then_some(())
    }

    fn nested(&mut self, read: impl FnOnce(&mut Self) -> Option<()>) -> Option<()> {
        self.levels = self.levels.checked_sub(1)?;
        read(self)?;
        self.levels += 1;
        Some(())
    }

    fn constructor(&mut self, apply: &'s Apply, ty: &'s Type) -> Option<()> {
        if !apply.args.is_empty() {
            return None;
        }
        let made = match (apply.form, &*ty.constructors) {
            (Form::Boxed, [only]) => {
                let only = self.schema.combinators.get(*only as usize)?;
                self.expect(only.id)?;
                only
            }
            (Form::Boxed, _) => self.schema.constructor_of(apply.ty, self.reader.id())?,
            (Form::Bare, _) => self.schema.constructors_of(ty).next()?,
        };
        if !self.listener.passes_within(made) {
            return None;
        }
        let deep = u32::from(ty.is_cyclic);
        self.depth = self.depth.checked_sub(deep)?;
        if made.least == 0 && !made.fields.is_empty() {
            self.charge()?;
        }
        self.fields(made)?;
        self.depth += deep;
        Some(())
    }

    fn vector(&mut self, apply: &'s Apply) -> Option<()> {
        let [Arg::Type(item)] = &*apply.args else { return None };
        if apply.form == Form::Boxed {
            self.expect(VECTOR)?;
        }
        for _ in 0..self.reader.nat() {
            self.charge()?;
            self.ty(item)?;
            if self.reader.failed() {
                return None;
            }
        }
        Some(())
    }

    fn charge(&mut self) -> Option<()> {
        self.elements = self.elements.checked_sub(1)?;
        Some(())
    }
}
