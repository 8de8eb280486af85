//! Handlers whose calls and answers lie in an arena.

use crate::{
    mtproto::rpc_error::RpcError,
    read::{error::Error, options::Options},
    rpc::router::{Route, Router},
    traits::{decode::Decode, encode::Encode, function::BorrowingFunction},
    types::object::Object,
};
use alloc::boxed::Box;
use bumpalo::Bump;
use core::mem;

impl<C> Router<C> {
    /// Reads the calls of [`Router::on_arena`] into an arena of the context's own, and resets it after each call. It
    /// keeps the last piece that it took from the system. What handlers put into it is not limited.
    ///
    /// Without this, each such call has a new arena. While a handler runs, the context has an empty one in its place.
    #[must_use]
    pub const fn arena(mut self, arena: fn(&mut C) -> &mut Bump) -> Self {
        self.arena = Some(arena);
        self
    }

    /// Answers the method `F` with `handler`, which receives a call that was generated with `Memory::Arena` or borrows
    /// text, and returns the response or an `rpc_error`.
    ///
    /// All parts of the call live until the response is written, and so does the arena: the response may consist of
    /// them, of parts of the context, and of what the handler puts into the arena. No part outlives the handler: the
    /// compiler refuses to store one in the context.
    ///
    /// ```
    /// use typelang_runtime::{BorrowingFunction, Bump, Decode, DecodeBare, Encode, Router};
    /// # use typelang_runtime::{Combinator, Declared, EncodeBare, Reader, Writer};
    /// # struct Doubled<'a> { numbers: &'a [i64] }
    /// # impl Combinator for Doubled<'_> {
    /// #     type Schema = ();
    /// #     const DECLARED: Declared = Declared { id: 1, name: "doubled", min_len: 8 };
    /// # }
    /// # impl EncodeBare for Doubled<'_> {
    /// #     fn encode_bare(&self, out: &mut Writer<'_>) { out.vector(self.numbers); }
    /// # }
    /// # impl<'de> DecodeBare<'de> for Doubled<'de> {
    /// #     const NEEDS_ARENA: bool = true;
    /// #     fn decode_bare(reader: &mut Reader<'de>) -> Self { Self { numbers: reader.arena_vector() } }
    /// # }
    /// # impl BorrowingFunction for Doubled<'_> {
    /// #     type Response<'de> = &'de [i64];
    /// #     type Call<'de> = Doubled<'de>;
    /// # }
    /// /// doubled numbers:Vector<long> = Vector<long>;
    /// #[derive(Default)]
    /// struct Session {
    ///     arena: Bump,
    /// }
    ///
    /// let router = Router::new()
    ///     .arena(|session: &mut Session| &mut session.arena)
    ///     .on_arena::<Doubled<'_>, _>(|_, call, arena| {
    ///         Ok(arena.alloc_slice_fill_iter(call.numbers.iter().map(|number| 2 * number)))
    ///     });
    /// let query = Doubled { numbers: &[1, 2] }.to_bytes();
    /// let answer = router.route(&mut Session::default(), &query)?;
    /// assert_eq!(answer.decode_as::<Vec<i64>>()?, [2, 4]);
    /// # Ok::<(), typelang_runtime::Error>(())
    /// ```
    #[must_use]
    pub fn on_arena<F, H>(mut self, handler: H) -> Self
    where
        F: BorrowingFunction,
        for<'a> F::Call<'a>: Decode<'a>,
        for<'a> F::Response<'a>: Encode,
        H: for<'a> Fn(&'a mut C, F::Call<'a>, &'a Bump) -> Result<F::Response<'a>, RpcError>
            + Send
            + Sync
            + 'static,
    {
        let method = move |context: &mut C, bytes: &[u8], options: &Options, arena: &Bump| {
            answer::<C, F>(context, bytes, options, arena, &handler)
        };
        self.routes.insert(F::ID, Route::InArena(Box::new(method)));
        self
    }

    /// Runs a handler with the context's arena, or with a new one.
    pub(super) fn with_arena<R>(&self, context: &mut C, run: impl FnOnce(&mut C, &Bump) -> R) -> R {
        let mut arena = self.arena.map(|place| mem::take(place(context))).unwrap_or_default();
        let answer = run(context, &arena);
        if let Some(place) = self.arena {
            arena.reset();
            *place(context) = arena;
        }
        answer
    }
}

fn answer<'a, C, F>(
    context: &'a mut C,
    bytes: &'a [u8],
    options: &Options,
    arena: &'a Bump,
    handler: impl Fn(&'a mut C, F::Call<'a>, &'a Bump) -> Result<F::Response<'a>, RpcError>,
) -> Result<Object, Error>
where
    F: BorrowingFunction,
    F::Call<'a>: Decode<'a>,
    F::Response<'a>: Encode,
{
    let call = F::Call::from_bytes_in_with(bytes, arena, options)?;
    Ok(match handler(context, call, arena) {
        Ok(response) => Object::new(&response),
        Err(error) => Object::new(&error),
    })
}
