//! Facts about the API that its schema does not hold: errors, callers, first layers, and descriptions of
//! items.
//!
//! Each constant is a small text file. [`errors`], [`callers`] and [`since`] read its lines. `SOURCES.md`
//! lists the sources of the facts.

/// The errors that methods return, one fact per line.
///
/// A line has the cells `method`, `code`, `name` and `sources`, separated by tabs; lines that begin with `#`
/// are comments. The method is `*` for an error that any method may return, and `?` for one that no source
/// assigns to a method. The code is the number in `rpc_error`. The name is the text in `rpc_error`, with `_X`
/// for `_` and a decimal number. Each source is a letter. If sources differ, each has its own line.
pub const ERRORS: &str = include_str!("telegram/errors.tsv");

/// The callers of each method, one fact per line.
///
/// A line has the cells `method`, `caller` and `sources`, separated by tabs; lines that begin with `#` are
/// comments. The caller is `users`, `bots`, `business` (a bot over a business connection) or `anyone`
/// (without a login). A `-` before `users` or `bots` means that these sources deny what others say. No source
/// knows a method that has no line.
pub const CALLERS: &str = include_str!("telegram/callers.tsv");

/// The first layer of each constructor, method and type, and of each field that was added later.
///
/// A line has `name`, `layer`, and `field=layer` for each later field, separated by blanks. The comment `#
/// layers` lists the compared layers: a name was added in its layer, or in a missing layer between it and the
/// previous one in the list. The oldest layer means that layer or any before it.
pub const SINCE: &str = include_str!("telegram/since.tsv");

/// Descriptions of the methods and types that most programs use: a docs file for [`API`](crate::API).
pub const API_DOCS: &str = include_str!("telegram/api-docs.txt");

/// Descriptions of the methods and constructors of `MTProto`: a docs file for [`MTPROTO`](crate::MTPROTO).
pub const MTPROTO_DOCS: &str = include_str!("telegram/mtproto-docs.txt");

/// Descriptions of errors: a docs file with a heading `[error NAME]` for each. Names are those in [`ERRORS`].
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
    /// One letter for each source.
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
    /// One letter for each source.
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
    /// Iterates over the fields that were added later, with their first layers, sorted by name.
    pub fn fields(&self) -> impl Iterator<Item = (&'a str, u32)> + use<'a> {
        self.fields.split_whitespace().filter_map(|field| {
            let (name, layer) = field.split_once('=')?;
            Some((name, layer.parse().ok()?))
        })
    }
}

/// Iterates over the facts in [`ERRORS`], sorted by method.
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

/// Iterates over the facts in [`CALLERS`], sorted by method.
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

/// Iterates over the facts in [`SINCE`], sorted by name.
pub fn since() -> impl Iterator<Item = FirstLayer<'static>> {
    facts(SINCE).filter_map(|mut cells| {
        let (name, layer) = (cells.next()?, cells.next()?.parse().ok()?);
        Some(FirstLayer { name, layer, fields: cells.next().unwrap_or_default() })
    })
}

/// Iterates over the layers that [`SINCE`] compares, oldest first.
pub fn layers() -> impl Iterator<Item = u32> {
    let line = SINCE.lines().find_map(|line| line.strip_prefix("# layers "));
    line.unwrap_or_default().split_whitespace().filter_map(|layer| layer.parse().ok())
}

fn facts(text: &'static str) -> impl Iterator<Item = core::str::Split<'static, char>> {
    text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t'))
}
