//! What is known of a method beyond the schema.

use crate::{traits::callers::Callers, wire::rpc_error_kind::RpcErrorKind};
use core::fmt;

/// What is known of a method beyond the schema: its errors, who can call it, and its first layer.
/// [`Function::facts`](crate::Function::facts) returns it.
///
/// ```
/// # mod users {
/// #     use typelang_runtime as tl;
/// #     pub enum Schema {}
/// #     impl tl::HasSchema for Schema {
/// #         fn methods() -> &'static [&'static str] { &["users.getUsers 3 57 400:PEER_ID_INVALID"] }
/// #     }
/// #     pub struct GetUsers;
/// #     impl tl::Combinator for GetUsers {
/// #         type Schema = Schema;
/// #         const DECLARED: tl::Declared = tl::Declared { id: 1, name: "users.getUsers", min_len: 0 };
/// #     }
/// #     impl tl::EncodeBare for GetUsers { fn encode_bare(&self, _: &mut tl::Writer<'_>) {} }
/// #     impl tl::Function for GetUsers { type Response = bool; }
/// # }
/// use typelang_runtime::{Callers, Function};
///
/// let facts = users::GetUsers::facts();
/// assert!(facts.errors().eq([(400, "PEER_ID_INVALID")]));
/// assert_eq!(facts.callers(), Callers::USERS.and(Callers::BOTS));
/// assert_eq!(facts.since(), Some(57));
/// ```
// One text for a method and one table for a schema: the compiler pays for each constant of each type.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct MethodFacts {
    /// The bits of the callers, 0 if they are not known; the first layer, 0 if it is not known; and the errors, as
    /// `CODE:NAME`. There are blanks between them.
    words: &'static str,
}

impl MethodFacts {
    /// The facts about the method called `name`, from lines that begin with a name and a blank and are sorted by name.
    #[inline]
    pub(crate) fn find(lines: &'static [&'static str], name: &str) -> Self {
        let found = lines.binary_search_by_key(&name, |line| split(line).0);
        Self { words: found.ok().and_then(|at| lines.get(at)).map_or("", |line| split(line).1) }
    }

    /// The errors that the method is known to return, each a code and a name; `X` is where the name has a number.
    ///
    /// Empty if nothing is known. The errors of the call in a wrapper are not listed.
    #[inline]
    pub fn errors(self) -> impl Iterator<Item = (i32, &'static str)> + Clone {
        self.words.split(' ').skip(2).filter_map(|error| {
            let (code, name) = error.split_once(':')?;
            Some((code.parse().ok()?, name))
        })
    }

    /// Who can call the method, as far as is known.
    #[must_use]
    #[inline]
    pub fn callers(self) -> Callers {
        Callers::of_bits(self.number(0))
    }

    /// The oldest layer known to have the method. Not every layer was looked at: the method may have come with an older
    /// one, and its docs say between which layers. `None` if nothing is known.
    #[must_use]
    #[inline]
    pub fn since(self) -> Option<u32> {
        Some(self.number(1)).filter(|layer| *layer != 0)
    }

    /// Whether the method is known to return errors of this kind.
    #[must_use]
    #[inline]
    pub fn has_error(self, kind: RpcErrorKind<'_>) -> bool {
        self.errors().any(|(_, name)| RpcErrorKind::of(name) == kind)
    }

    fn number<T: core::str::FromStr + Default>(self, at: usize) -> T {
        self.words.split(' ').nth(at).and_then(|word| word.parse().ok()).unwrap_or_default()
    }
}

/// Splits a line into its name and what is known of it.
#[inline]
fn split(line: &str) -> (&str, &str) {
    line.split_once(' ').unwrap_or((line, ""))
}

/// The errors, as a list.
struct Errors(MethodFacts);

impl fmt::Debug for Errors {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.errors()).finish()
    }
}

impl fmt::Debug for MethodFacts {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MethodFacts")
            .field("errors", &Errors(*self))
            .field("callers", &self.callers())
            .field("since", &self.since())
            .finish()
    }
}
