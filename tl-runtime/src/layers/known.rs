//! The layers that are known.

use crate::{
    layers::{
        response::response,
        space::{Space, Way},
        unread::{Reason, Unread},
    },
    read::{error::Error, options::Options},
    reflect::{
        schema::{combinator::Role, table::Schema, tlo::Malformed},
        translate::{
            keep::Keeps,
            refusal::Untranslated,
            same::are_declared_alike,
            table::Table,
            translator::{Between, Defaults, Job, Translated, Written},
        },
        walk::root::Root,
    },
    traits::{
        decode::Decode,
        embedded::Embedded,
        function::{BorrowingFunction, Function},
    },
};
use alloc::vec::Vec;
use core::{fmt, slice};

/// The schema of generated types, and the schemas of other layers.
///
/// It reads values as [`Decode::from_bytes`] does. Only if that fails it looks at the other layers: see
/// [the table](crate::layers). Create it once; it finds out what differs between layers when it first needs that.
///
/// ```
/// # use typelang_parser::{Options as Settings, Sources, check, tlo};
/// # use typelang_runtime::{Combinator, Declared, DecodeBare, Embedded, HasSchema, Layers, Reader};
/// use typelang_runtime::reflect::Schema;
/// # let compile = |text: &'static str| -> &'static [u8] {
/// #     let mut sources = Sources::new();
/// #     sources.add("shapes.tl", text);
/// #     Vec::leak(tlo::write(&check(&sources, &Settings::default()).schema))
/// # };
/// # struct Point { x: i32, y: i32 }
/// # impl Combinator for Point {
/// #     type Schema = ();
/// #     const DECLARED: Declared = Declared { id: 1, name: "point", min_len: 8 };
/// # }
/// # impl<'de> DecodeBare<'de> for Point {
/// #     fn decode_bare(reader: &mut Reader<'de>) -> Self { Self { x: reader.int(), y: reader.int() } }
/// # }
///
/// // Generated from layer 1: point#00000001 x:int y:int = Point;
/// # let schema = Embedded::new(compile("point#00000001 x:int y:int = Point;"));
/// // Loaded when the program runs, from what `tl convert --to tlo` wrote:
/// // point#00000002 flags:# x:int y:int label:flags.0?string = Point;
/// # let newer = compile("point#00000002 flags:# x:int y:int label:flags.0?string = Point;");
/// let layers = Layers::new(&schema, 1)?.with(2, Schema::from_tlo(newer)?);
///
/// let of_layer_2 = [2, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 8, 0, 0, 0];
/// let point = layers.read::<Point>(&of_layer_2).expect("a point");
/// assert_eq!((point.x, point.y), (7, 8));
/// # Ok::<(), typelang_runtime::reflect::Malformed>(())
/// ```
pub struct Layers {
    /// The current one first.
    pub(super) schemas: Vec<Schema>,
    pub(super) numbers: Vec<i32>,
    /// The tables for translating to each.
    tables: Vec<Table>,
    /// Whether each schema declares an id of the current one in another way.
    pub(super) redeclares: Vec<bool>,
    /// The types of the current schema that have a place for values of other layers.
    pub(super) unknown: Vec<bool>,
    pub(super) options: Options,
    pub(super) defaults: Defaults,
}

impl Layers {
    /// Starts with the schema that generated code carries, `SCHEMA`, and its layer.
    ///
    /// # Errors
    /// If the compiled schema cannot be read; see [`Embedded::schema`].
    pub fn new(current: &Embedded, layer: i32) -> Result<Self, Malformed> {
        let schema = current.parse()?;
        let names = current.unknown();
        let unknown = schema.types.iter().map(|ty| names.contains(&ty.name())).collect();
        let layers = Self {
            schemas: Vec::new(),
            numbers: Vec::new(),
            tables: Vec::new(),
            redeclares: Vec::new(),
            unknown,
            options: Options::DEFAULT,
            defaults: Defaults::Refused,
        };
        Ok(layers.with(layer, schema))
    }

    /// Adds another layer. An id that the current layer does not have is looked up in the order in which layers are
    /// added.
    #[must_use]
    pub fn with(mut self, layer: i32, schema: Schema) -> Self {
        self.redeclares
            .push(self.schemas.first().is_some_and(|current| redeclares(current, &schema)));
        self.schemas.push(schema);
        self.numbers.push(layer);
        let count = self.schemas.len();
        self.tables = (0..count).map(|_| Table::of_layers(count)).collect();
        self
    }

    /// Sets the options for reading. [`Options::memory`] limits the parts of a translated value too.
    #[must_use]
    pub const fn options(mut self, options: Options) -> Self {
        self.options = options;
        self
    }

    /// Sets what a required field takes that the sender's layer does not have. By default, its value is refused.
    #[must_use]
    pub const fn defaults(mut self, defaults: Defaults) -> Self {
        self.defaults = defaults;
        self
    }

    /// The current layer.
    #[must_use]
    pub fn current(&self) -> i32 {
        self.numbers.first().copied().unwrap_or_default()
    }

    /// All layers, the current one first.
    #[must_use]
    pub fn numbers(&self) -> &[i32] {
        &self.numbers
    }

    /// Reads a value from all of `bytes`.
    ///
    /// # Errors
    /// If no layer has the value, if the current layer cannot express it, or if it is not a `T`.
    #[inline]
    pub fn read<T: for<'de> Decode<'de>>(&self, bytes: &[u8]) -> Result<T, Unread> {
        match T::from_bytes_with(bytes, &self.options) {
            Ok(value) => Ok(value),
            Err(error) => self.translated(bytes, Root::Any, error, &mut Space::default()),
        }
    }

    /// Reads a value that may borrow text: from `bytes`, or from `space` if it was translated.
    ///
    /// `space` also tells what became of the value.
    ///
    /// # Errors
    /// The same as [`Layers::read`].
    #[inline]
    pub fn read_in<'de, T: Decode<'de>>(
        &self,
        bytes: &'de [u8],
        space: &'de mut Space,
    ) -> Result<T, Unread> {
        space.way = Way::Direct;
        match T::from_bytes_with(bytes, &self.options) {
            Ok(value) => Ok(value),
            Err(error) => self.translated(bytes, Root::Any, error, space),
        }
    }

    /// Reads a value whose `Bytes` are slices of a buffer: of `buffer`, or of one for the translated value.
    ///
    /// # Errors
    /// The same as [`Layers::read`].
    #[cfg(feature = "bytes")]
    pub fn read_shared<T: for<'de> Decode<'de>>(&self, buffer: &bytes::Bytes) -> Result<T, Unread> {
        use crate::{read::reader::Reader, traits::locate};
        let read = |buffer: &bytes::Bytes, options: &Options| {
            locate::read(Reader::shared(buffer, options), buffer, options).map(|(value, _)| value)
        };
        let error = match read(buffer, &self.options) {
            Ok(value) => return Ok(value),
            Err(error) => error,
        };
        let mut made = self.to_current(buffer, Root::Any, true, &error)?;
        let marked = bytes::Bytes::from(core::mem::take(&mut made.value.bytes));
        match read(&marked, &self.options.marked(made.kept > 0)) {
            Ok(value) => Ok(value),
            Err(_) if made.kept > 0 => {
                let made = self.to_current(buffer, Root::Any, false, &error)?;
                let plain = bytes::Bytes::from(made.value.bytes);
                read(&plain, &self.options).map_err(|_| self.other_type(error))
            }
            Err(_) => Err(self.other_type(error)),
        }
    }

    /// Reads the reply to a call: a boxed [`Function::Response`] and nothing after it.
    ///
    /// # Errors
    /// The same as [`Layers::read`].
    #[inline]
    pub fn read_response<F: Function>(
        &self,
        call: &F,
        reply: &[u8],
    ) -> Result<F::Response, Unread> {
        _ = call;
        match F::Response::from_bytes_with(reply, &self.options) {
            Ok(value) => Ok(value),
            Err(error) => {
                self.translated(reply, self.response_root(F::ID), error, &mut Space::default())
            }
        }
    }

    /// Reads the reply to a call whose response may borrow text; see [`Layers::read_in`].
    ///
    /// # Errors
    /// The same as [`Layers::read`].
    #[inline]
    pub fn read_response_in<'de, F: BorrowingFunction>(
        &self,
        call: &F,
        reply: &'de [u8],
        space: &'de mut Space,
    ) -> Result<F::Response<'de>, Unread> {
        _ = call;
        space.way = Way::Direct;
        match F::Response::from_bytes_with(reply, &self.options) {
            Ok(value) => Ok(value),
            Err(error) => self.translated(reply, self.response_root(F::ID), error, space),
        }
    }

    /// Translates a boxed value or call of any layers to one of them. The layer `first` is the first in which its ids
    /// are looked up.
    ///
    /// `None` if one of the two layers was not added. Otherwise an error if no layer has the value, or if the layer
    /// `to` cannot express it.
    #[must_use]
    pub fn translate(
        &self,
        bytes: &[u8],
        first: i32,
        to: i32,
    ) -> Option<Result<Translated, Untranslated>> {
        let (first, to) = (self.at(first)?, self.at(to)?);
        let job = self.job(Root::Any, first, None);
        Some(self.between(to)?.translate(&job, bytes).map(|made| made.value))
    }

    /// Translates a response of the current layer to the layer `to`. `method` is the id of the method in the current
    /// layer, whose response may be a type that the bytes do not tell, such as `Vector<User>`.
    ///
    /// `None` if the layer was not added. Otherwise an error if the bytes are not the method's response, or if the
    /// layer `to` cannot express it.
    #[must_use]
    pub fn translate_response(
        &self,
        method: u32,
        response: &[u8],
        to: i32,
    ) -> Option<Result<Translated, Untranslated>> {
        let job = self.job(self.response_root(method), 0, None);
        Some(self.between(self.at(to)?)?.translate(&job, response).map(|made| made.value))
    }
}

impl Layers {
    /// The index of a layer.
    pub(crate) fn at(&self, layer: i32) -> Option<usize> {
        self.numbers.iter().position(|known| *known == layer)
    }

    /// The current schema, and the one at this index.
    pub(crate) fn schema(&self, at: usize) -> Option<&Schema> {
        self.schemas.get(at)
    }

    /// From all layers to the one at this index.
    pub(crate) fn between(&self, to: usize) -> Option<Between<'_>> {
        let (to, table) = (self.schemas.get(to)?, self.tables.get(to)?);
        Some(Between { from: &self.schemas, to: slice::from_ref(to), table })
    }

    /// Translation from all layers, the one at `first` before others.
    pub(crate) fn job<'l>(
        &'l self,
        root: Root<'l>,
        first: usize,
        keeps: Option<Keeps<'l>>,
    ) -> Job<'l> {
        let (options, defaults) = (self.options, self.defaults);
        Job { root, options, defaults, first: Some(first), keeps }
    }

    /// The response of a method as a root.
    pub(crate) fn response_root(&self, method: u32) -> Root<'_> {
        let current = self.schemas.first();
        let root = current.and_then(|schema| Some(Root::Type(schema, response(schema, method)?)));
        root.unwrap_or(Root::Any)
    }

    /// Reads a value that the current layer alone does not have.
    #[cold]
    #[inline(never)]
    fn translated<'de, T: Decode<'de>>(
        &self,
        bytes: &[u8],
        root: Root<'_>,
        error: Error,
        space: &'de mut Space,
    ) -> Result<T, Unread> {
        let Space { marked, plain, way } = space;
        *marked = self.to_current(bytes, root, true, &error)?;
        *way = Way::Marked;
        let (kept, marked): (usize, &'de Written) = (marked.kept, marked);
        match T::from_bytes_with(&marked.value.bytes, &self.options.marked(kept > 0)) {
            Ok(value) => Ok(value),
            // A part that the type keeps as bytes cannot keep marks.
            Err(_) if kept > 0 => {
                *plain = self.to_current(bytes, root, false, &error)?;
                *way = Way::Plain;
                let plain: &'de Written = plain;
                T::from_bytes_with(&plain.value.bytes, &self.options)
                    .map_err(|_| self.other_type(error))
            }
            Err(_) => Err(self.other_type(error)),
        }
    }

    pub(super) fn other_type(&self, error: Error) -> Unread {
        Unread::new(error, Reason::OtherType, Vec::new(), &self.numbers)
    }
}

impl fmt::Debug for Layers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Layers").field(&self.numbers).finish()
    }
}

/// Whether a schema has an id of the current one for something else.
fn redeclares(current: &Schema, other: &Schema) -> bool {
    other.combinators().any(|it| {
        let same = match it.role {
            Role::Constructor => current.constructor(it.id),
            Role::Function => current.function(it.id),
        };
        same.is_some_and(|same| {
            same.name != it.name || !are_declared_alike((current, same), (other, it))
        })
    })
}
