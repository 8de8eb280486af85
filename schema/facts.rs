//! Facts about the API that its schema does not hold: errors, callers, first layers, and descriptions of
//! items.
//!
//! Each constant is a small text file. `typelang_parser::fact_tables` and `typelang_parser::docs_file` read them.
//! `SOURCES.md` lists the sources of the facts.

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
