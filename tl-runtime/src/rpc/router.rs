//! Routing queries to handlers.

#[cfg(feature = "layers")]
use crate::layers::known::Layers;
use crate::{
    mtproto::rpc_error::RpcError,
    read::{
        error::{Error, ErrorKind, METHOD},
        options::Options,
    },
    rpc::query::{Query, Unwrapped},
    traits::{combinator::Combinator, decode::Decode, encode::Encode, function::Function},
    types::{object::Object, object_ref::ObjectRef},
};
use alloc::{boxed::Box, collections::BTreeMap};
use core::fmt;

/// Finds a query's handler by the id of its method, reads the call, and writes the response.
///
/// A server lists the methods that it answers by the types that its closures take; other methods are not compiled.
/// Wrappers are the methods that take another one as `query`. A wrapper's closure receives its fields and returns the
/// [`Query`]. The closures share a context of the server's own type.
///
/// ```
/// use typelang_runtime::{Decode, DecodeBare, Encode, Query, Reader, Router, Writer};
/// # use typelang_runtime::{Combinator, Declared, EncodeBare, Function};
/// # struct Double { number: i32 }
/// # impl Combinator for Double {
/// #     type Schema = ();
/// #     const DECLARED: Declared = Declared { id: 1, name: "double", min_len: 4 };
/// # }
/// # impl EncodeBare for Double { fn encode_bare(&self, out: &mut Writer<'_>) { out.int(self.number); } }
/// # impl<'de> DecodeBare<'de> for Double {
/// #     fn decode_bare(reader: &mut Reader<'de>) -> Self { Self { number: reader.int() } }
/// # }
/// # impl Function for Double { type Response = Vec<i32>; }
/// # struct WithLayer<X> { layer: i32, query: X }
/// # impl<X> Combinator for WithLayer<X> {
/// #     type Schema = ();
/// #     const DECLARED: Declared = Declared { id: 2, name: "withLayer", min_len: 8 };
/// # }
/// # impl<X: Encode> EncodeBare for WithLayer<X> {
/// #     fn encode_bare(&self, out: &mut Writer<'_>) { out.int(self.layer); out.value(&self.query); }
/// # }
/// # impl<'de, X: Decode<'de>> DecodeBare<'de> for WithLayer<X> {
/// #     fn decode_bare(reader: &mut Reader<'de>) -> Self { Self { layer: reader.int(), query: reader.read() } }
/// # }
/// /// double number:int = Vector<int>;
/// /// withLayer {X:Type} layer:int query:!X = X;
/// #[derive(Default)]
/// struct Session {
///     layer: i32,
/// }
///
/// let router = Router::new()
///     .unwrap(|session: &mut Session, wrapper: WithLayer<Query>| {
///         session.layer = wrapper.layer;
///         Ok(wrapper.query)
///     })
///     .on(|session, call: Double| Ok(vec![session.layer, 2 * call.number]));
///
/// let query = WithLayer { layer: 7, query: Double { number: 21 } };
/// let answer = router.route(&mut Session::default(), &query.to_bytes())?;
/// assert_eq!(answer.decode_as::<Vec<i32>>()?, [7, 42]);
/// # Ok::<(), typelang_runtime::Error>(())
/// ```
pub struct Router<C> {
    pub(super) routes: BTreeMap<u32, Route<C>>,
    otherwise: Option<Otherwise<C>>,
    pub(super) options: Options,
    #[cfg(feature = "bumpalo")]
    pub(super) arena: Option<ArenaOf<C>>,
    #[cfg(feature = "layers")]
    pub(super) layers: Option<Layers>,
}

type Otherwise<C> = Box<dyn Fn(&mut C, ObjectRef<'_>) -> Result<Object, RpcError> + Send + Sync>;

type Method<C> = Box<dyn Fn(&mut C, &[u8], &Options) -> Result<Object, Error> + Send + Sync>;

type Wrapper<C> =
    Box<dyn Fn(&mut C, &[u8], &Options) -> Result<Result<Query, RpcError>, Error> + Send + Sync>;

/// Finds the arena in the context.
#[cfg(feature = "bumpalo")]
pub(super) type ArenaOf<C> = fn(&mut C) -> &mut bumpalo::Bump;

#[cfg(feature = "bumpalo")]
type InArena<C> =
    Box<dyn Fn(&mut C, &[u8], &Options, &bumpalo::Bump) -> Result<Object, Error> + Send + Sync>;

pub(super) enum Route<C> {
    Method(Method<C>),
    #[cfg(feature = "bumpalo")]
    InArena(InArena<C>),
    Wrapper(Wrapper<C>),
}

impl<C> Router<C> {
    /// Creates a router without methods.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            routes: BTreeMap::new(),
            otherwise: None,
            options: Options::DEFAULT,
            #[cfg(feature = "bumpalo")]
            arena: None,
            #[cfg(feature = "layers")]
            layers: None,
        }
    }

    /// Sets the options for reading calls. Their depth also limits the number of wrappers around a method.
    #[must_use]
    pub const fn options(mut self, options: Options) -> Self {
        self.options = options;
        self
    }

    /// Answers the method `F` with `handler`, which returns the response or an `rpc_error`.
    ///
    /// If a method is registered twice, the later handler answers it.
    #[must_use]
    pub fn on<F, H>(mut self, handler: H) -> Self
    where
        F: Function + for<'de> Decode<'de>,
        F::Response: Encode,
        H: Fn(&mut C, F) -> Result<F::Response, RpcError> + Send + Sync + 'static,
    {
        let method = move |context: &mut C, bytes: &[u8], options: &Options| {
            let call = F::from_bytes_with(bytes, options)?;
            Ok(match handler(context, call) {
                Ok(response) => Object::new(&response),
                Err(error) => Object::new(&error),
            })
        };
        self.routes.insert(F::ID, Route::Method(Box::new(method)));
        self
    }

    /// Answers the method `F` with `handler`, which reads the call itself. Use it for methods that borrow text from the
    /// call.
    ///
    /// ```
    /// # use typelang_runtime::{Combinator, Declared, Decode, DecodeBare, Object, Reader, Router};
    /// # struct Echo<'a> { text: &'a str }
    /// # impl Combinator for Echo<'_> {
    /// #     type Schema = ();
    /// #     const DECLARED: Declared = Declared { id: 1, name: "echo", min_len: 4 };
    /// # }
    /// # impl<'de> DecodeBare<'de> for Echo<'de> {
    /// #     fn decode_bare(reader: &mut Reader<'de>) -> Self { Self { text: reader.str() } }
    /// # }
    /// let router = Router::new().on_borrowing::<Echo<'_>, _>(|(), call, options| {
    ///     let call = call.decode_with::<Echo<'_>>(options)?;
    ///     Ok(Ok(Object::new(&vec![call.text])))
    /// });
    /// let answer = router.route(&mut (), &[1, 0, 0, 0, 2, b'h', b'i', 0])?;
    /// assert_eq!(answer.decode_as::<Vec<&str>>()?, ["hi"]);
    /// # Ok::<(), typelang_runtime::Error>(())
    /// ```
    #[must_use]
    pub fn on_borrowing<F, H>(mut self, handler: H) -> Self
    where
        F: Combinator,
        H: Fn(&mut C, ObjectRef<'_>, &Options) -> Result<Result<Object, RpcError>, Error>
            + Send
            + Sync
            + 'static,
    {
        let method = move |context: &mut C, bytes: &[u8], options: &Options| {
            let answer = handler(context, ObjectRef::new(bytes), options)?;
            Ok(answer.unwrap_or_else(|error| Object::new(&error)))
        };
        self.routes.insert(F::ID, Route::Method(Box::new(method)));
        self
    }

    /// Unwraps the wrapper `W`, a method with [`Query`] as its query. `handler` receives all fields, and returns the
    /// query or an `rpc_error`.
    ///
    /// The query must be the last field. If a wrapper is registered twice, the later handler unwraps it.
    #[must_use]
    pub fn unwrap<W, H>(mut self, handler: H) -> Self
    where
        W: Combinator + for<'de> Decode<'de>,
        H: Fn(&mut C, W) -> Result<Query, RpcError> + Send + Sync + 'static,
    {
        let wrapper = move |context: &mut C, bytes: &[u8], options: &Options| {
            W::from_bytes_with(bytes, options).map(|wrapper| handler(context, wrapper))
        };
        self.routes.insert(W::ID, Route::Wrapper(Box::new(wrapper)));
        self
    }

    /// Unwraps the wrapper `W` with `handler`, which reads the fields itself. Use it for wrappers that borrow text from
    /// the query, or hold parts in an arena; the type parameter of `W` is [`Query`].
    #[must_use]
    pub fn unwrap_borrowing<W, H>(mut self, handler: H) -> Self
    where
        W: Combinator,
        H: Fn(&mut C, ObjectRef<'_>, &Options) -> Result<Result<Query, RpcError>, Error>
            + Send
            + Sync
            + 'static,
    {
        let wrapper = move |context: &mut C, bytes: &[u8], options: &Options| {
            handler(context, ObjectRef::new(bytes), options)
        };
        self.routes.insert(W::ID, Route::Wrapper(Box::new(wrapper)));
        self
    }

    /// Answers all methods that are not registered with `handler`, which receives the boxed call without its wrappers.
    ///
    /// A proxy passes the call on. Use [`ObjectRef::decode_as`] to read a type that borrows from it.
    #[must_use]
    pub fn otherwise<H>(mut self, handler: H) -> Self
    where
        H: Fn(&mut C, ObjectRef<'_>) -> Result<Object, RpcError> + Send + Sync + 'static,
    {
        self.otherwise = Some(Box::new(handler));
        self
    }

    /// Answers `query`, a boxed call of any method in any wrappers, and with the feature `gzip` also in a
    /// `gzip_packed`.
    ///
    /// The answer is boxed: the response of the method or an `rpc_error`, for use in an `rpc_result`.
    ///
    /// # Errors
    /// If the query cannot be read: [`ErrorKind::UnknownId`] with the id and its offset if the method is not registered
    /// and there is no [`Router::otherwise`], [`ErrorKind::DepthLimit`] if there are too many wrappers, or the fault in
    /// the call. No handler of a method has run then, except that of [`Router::on_borrowing`], which reads the call
    /// itself. Offsets count from the start of the query, or of the unpacked data. To send the error to the client,
    /// convert it into an [`RpcError`].
    pub fn route(&self, context: &mut C, query: &[u8]) -> Result<Object, Error> {
        self.answer(context, Unwrapped::new(query))
    }

    /// Answers a query that may be of another layer.
    pub(super) fn answer(
        &self,
        context: &mut C,
        mut unwrapped: Unwrapped<'_>,
    ) -> Result<Object, Error> {
        for _ in 0..=self.options.depth {
            #[cfg(feature = "layers")]
            if let Some(refusal) = self.to_current(&mut unwrapped)? {
                return Ok(refusal);
            }
            if let Some(answer) = self.step(context, &mut unwrapped)? {
                #[cfg(feature = "layers")]
                let answer = self.to_client(&unwrapped, answer);
                return Ok(answer);
            }
        }
        Err(unwrapped.fault(Error::new(ErrorKind::DepthLimit, 0, METHOD)))
    }

    /// Answers the query or removes a wrapper.
    fn step(&self, context: &mut C, queries: &mut Unwrapped<'_>) -> Result<Option<Object>, Error> {
        let query = queries.query();
        match self.routes.get(&query.id()) {
            Some(Route::Method(answer)) => answer(context, query.as_bytes(), &self.options)
                .map(Some)
                .map_err(|error| queries.fault(error)),
            #[cfg(feature = "bumpalo")]
            Some(Route::InArena(answer)) => self
                .with_arena(context, |context, arena| {
                    answer(context, query.as_bytes(), &self.options, arena)
                })
                .map(Some)
                .map_err(|error| queries.fault(error)),
            Some(Route::Wrapper(unwrap)) => {
                match unwrap(context, query.as_bytes(), &self.options) {
                    Ok(Ok(inner)) => queries.enter(&inner),
                    Ok(Err(refusal)) => return Ok(Some(Object::new(&refusal))),
                    Err(error) => return Err(queries.fault(error)),
                }
                Ok(None)
            }
            // Compression is not a wrapper, and is allowed once.
            None if queries.unpack(&self.options)? => self.step(context, queries),
            None => self.other(context, queries).map(Some),
        }
    }

    /// Answers a query whose method is not registered.
    fn other(&self, context: &mut C, queries: &Unwrapped<'_>) -> Result<Object, Error> {
        let query = queries.query();
        let kind = match (&self.otherwise, query.len()) {
            (_, left @ ..4) => ErrorKind::UnexpectedEnd { needed: 4, left },
            (None, _) => ErrorKind::UnknownId { found: query.id() },
            (Some(answer), _) => {
                return Ok(answer(context, query).unwrap_or_else(|error| Object::new(&error)));
            }
        };
        Err(queries.fault(Error::new(kind, 0, METHOD)))
    }
}

impl<C> Default for Router<C> {
    fn default() -> Self {
        Self::new()
    }
}

impl<C> fmt::Debug for Router<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        struct Id(u32);
        impl fmt::Debug for Id {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:08x}", self.0)
            }
        }
        f.debug_set().entries(self.routes.keys().map(|id| Id(*id))).finish()
    }
}
