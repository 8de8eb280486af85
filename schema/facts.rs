//! Facts about the API that its schema does not say: errors, callers, first layers, and what items mean.
//!
//! Each constant is a small text file. [`errors`], [`callers`] and [`since`] read its lines. `SOURCES.md` says
//! where the facts come from.

/// Which method gives which error, one fact a line.
///
/// A line is `method`, `code`, `name` and `sources`, with tabs between them; lines that begin with `#` are comments.
/// The method is `*` for an error that any method may give, and `?` for one that no source ties to a method. The code is
/// the number in `rpc_error`. In the name, which is the text in `rpc_error`, `_X` means `_` and a decimal number.
/// The sources are a letter each. Where sources differ, each has a line.
pub const ERRORS: &str = include_str!("telegram/errors.tsv");

/// Who may call which method, one fact a line.
///
/// A line is `method`, `caller` and `sources`, with tabs between them; lines that begin with `#` are comments. The caller
/// is `users`, `bots`, `business` (a bot over a business connection) or `anyone` (without a login). A `-` before `users`
/// or `bots` means that these sources deny what others say. A method without a line is not known to any source.
pub const CALLERS: &str = include_str!("telegram/callers.tsv");

/// The first layer of each constructor, method and type, and of each field that came later.
///
/// A line is `name` and `layer`, and then `field=layer` for later fields, with blanks between those. The comment
/// `# layers` lists the layers that were compared: a name came with its layer, or with a missing one between that and
/// the layer before it in the list. The oldest one means that or any before.
pub const SINCE: &str = include_str!("telegram/since.tsv");

/// What the methods and types mean that programs begin with: a docs file for [`API`](crate::API).
pub const API_DOCS: &str = include_str!("telegram/api-docs.txt");

/// What the methods and constructors of `MTProto` mean: a docs file for [`MTPROTO`](crate::MTPROTO).
pub const MTPROTO_DOCS: &str = include_str!("telegram/mtproto-docs.txt");

/// What errors mean: a docs file with a heading `[error NAME]` for each. Names are those in [`ERRORS`].
pub const ERROR_DOCS: &str = include_str!("telegram/error-docs.txt");

/// A line of [`ERRORS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MethodError<'a> {
    /// The method's name, `*` or `?`.
    pub method: &'a str,
    /// The number in `rpc_error`.
    pub code: i32,
    /// The text in `rpc_error`, with `_X` for a number.
    pub name: &'a str,
    /// A letter for each source.
    pub sources: &'a str,
}

/// A line of [`CALLERS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MethodCaller<'a> {
    /// The method's name.
    pub method: &'a str,
    /// `users`, `bots`, `business` or `anyone`.
    pub caller: &'a str,
    /// Whether the sources say that this caller may call the method, or that it may not.
    pub may: bool,
    /// A letter for each source.
    pub sources: &'a str,
}

/// A line of [`SINCE`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FirstLayer<'a> {
    /// A constructor, method or type.
    pub name: &'a str,
    /// Its first layer.
    pub layer: u32,
    fields: &'a str,
}

impl<'a> FirstLayer<'a> {
    /// The fields that came later, with their first layers, sorted by name.
    pub fn fields(&self) -> impl Iterator<Item = (&'a str, u32)> + use<'a> {
        self.fields.split_whitespace().filter_map(|field| {
            let (name, layer) = field.split_once('=')?;
            Some((name, layer.parse().ok()?))
        })
    }
}

/// The facts in [`ERRORS`], sorted by method.
pub fn errors() -> impl Iterator<Item = MethodError<'static>> {
    facts(ERRORS).filter_map(|mut cells| {
        Some(MethodError {
            method: cells.next()?,
            code: cells.next()?.parse().ok()?,
            name: cells.next()?,
            sources: cells.next()?,
        })
    })
}

/// The facts in [`CALLERS`], sorted by method.
pub fn callers() -> impl Iterator<Item = MethodCaller<'static>> {
    facts(CALLERS).filter_map(|mut cells| {
        let (method, caller, sources) = (cells.next()?, cells.next()?, cells.next()?);
        let denied = caller.strip_prefix('-');
        Some(MethodCaller {
            method,
            caller: denied.unwrap_or(caller),
            may: denied.is_none(),
            sources,
        })
    })
}

/// The facts in [`SINCE`], sorted by name.
pub fn since() -> impl Iterator<Item = FirstLayer<'static>> {
    facts(SINCE).filter_map(|mut cells| {
        let (name, layer) = (cells.next()?, cells.next()?.parse().ok()?);
        Some(FirstLayer { name, layer, fields: cells.next().unwrap_or_default() })
    })
}

/// The layers that [`SINCE`] compares, oldest first.
pub fn layers() -> impl Iterator<Item = u32> {
    let line = SINCE.lines().find_map(|line| line.strip_prefix("# layers "));
    line.unwrap_or_default().split_whitespace().filter_map(|layer| layer.parse().ok())
}

fn facts(text: &'static str) -> impl Iterator<Item = core::str::Split<'static, char>> {
    text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t'))
}
