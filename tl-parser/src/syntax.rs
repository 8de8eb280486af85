//! The syntax tree of one file, before names are resolved.
//!
//! The tree borrows from the text, and each node carries its span. It keeps the spelling of the text (grouped
//! fields, omitted multiplicities, `%`, the case and number of an id's digits), so that it can be printed
//! again. Comments are kept beside it, by position.

use crate::span::Span;

/// One file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct File<'a> {
    /// Sections, marks and declarations, in the file's order.
    pub items: Vec<Item<'a>>,
    /// All comments, in the file's order.
    pub comments: Vec<Comment<'a>>,
}

/// An item at the top level of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item<'a> {
    /// `---types---` or `---functions---`.
    Section(Section),
    /// `===17===`: the layer of the declarations that follow.
    LayerMark(LayerMark),
    /// A constructor or a function.
    Combinator(Box<Combinator<'a>>),
    /// `int ? = Int;`
    Builtin(Builtin<'a>),
    /// `Vector int;`: a partial application, from the first edition of the language.
    Partial(Partial<'a>),
    /// `New T;`, `Final T;` or `Empty T;`
    Finality(Finality<'a>),
    /// Text that could not be parsed; diagnostics say why.
    Invalid(Span),
}

/// A section mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// The whole mark.
    pub span: Span,
    /// The role of the declarations that follow.
    pub role: Role,
}

/// Whether a declaration is a constructor or a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Makes a value of its result type.
    Constructor,
    /// Asks for a value of its result type.
    Function,
}

/// A layer mark, `===17===`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LayerMark {
    /// The whole mark.
    pub span: Span,
    /// The number in it.
    pub layer: u32,
}

/// A comment of either form, delimiters included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comment<'a> {
    /// The whole comment; a `//` comment excludes the end of its line.
    pub span: Span,
    /// Its text, including `//` or `/* */`.
    pub text: &'a str,
}

/// A name as written, with its namespaces, such as `auth.sentCode`; `_` if it is anonymous.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ident<'a> {
    /// The span of the name.
    pub span: Span,
    /// The name.
    pub text: &'a str,
}

/// A written id, `#1cb5c415`, after a combinator's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenId<'a> {
    /// From `#` to the last digit.
    pub span: Span,
    /// The digits as written: one to eight, in either case.
    pub digits: &'a str,
    /// Their value.
    pub value: u32,
}

/// A constructor's or function's declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Combinator<'a> {
    /// From the first annotation or the name to `;`.
    pub span: Span,
    /// The annotations before the name, such as `@read @write`; the names exclude the `@`.
    pub annotations: Vec<Ident<'a>>,
    /// The name, or `_`.
    pub name: Ident<'a>,
    /// The id, when written.
    pub id: Option<WrittenId<'a>>,
    /// `{X:Type}`, in order.
    pub params: Vec<Params<'a>>,
    /// The fields, in order.
    pub fields: Vec<Field<'a>>,
    /// `=`, or `=>`, which makes the combinator a function in any section.
    pub equals: Equals,
    /// The expression between `=` and `;`.
    pub result: Expr<'a>,
}

/// The sign between a combinator's two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Equals {
    /// `=`
    Equals,
    /// `=>`
    Arrow,
}

/// One pair of braces: `{X Y:Type}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Params<'a> {
    /// The braces and their contents.
    pub span: Span,
    /// The names; there is at least one.
    pub names: Vec<Ident<'a>>,
    /// Their kind as written; only `Type` and `#` are valid.
    pub kind: Expr<'a>,
}

/// One field as written, or one group of fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field<'a> {
    /// The whole field.
    pub span: Span,
    /// `a` in `a:int`; several in a group `(a b:int)`; empty if the field is anonymous.
    pub names: Vec<Ident<'a>>,
    /// Whether the field is in round brackets with its names: `(a b:int)`.
    pub grouped: bool,
    /// `flags.3?`
    pub condition: Option<Box<Condition<'a>>>,
    /// The `!` before the type.
    pub bang: Option<Span>,
    /// The type.
    pub ty: FieldType<'a>,
}

/// The type of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldType<'a> {
    /// A type.
    Expr(Expr<'a>),
    /// `n*[ … ]`
    Repetition(Box<Repetition<'a>>),
}

/// `flags.3?`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition<'a> {
    /// From the mask's name to `?`.
    pub span: Span,
    /// The mask's name.
    pub mask: Ident<'a>,
    /// The bit; `None` for the documentation's form `flags?`, which the checker refuses.
    pub bit: Option<Number>,
}

/// A number as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// The digits.
    pub span: Span,
    /// Their value; `None` if it exceeds 2^64-1.
    pub value: Option<u64>,
}

/// `4*[ int ]`, `[ t ]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repetition<'a> {
    /// From the multiplicity to `]`.
    pub span: Span,
    /// The multiplicity; `None` means the last `#` before it.
    pub times: Option<Expr<'a>>,
    /// The repeated fields.
    pub fields: Vec<Field<'a>>,
}

/// A type or nat expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expr<'a> {
    /// The whole expression.
    pub span: Span,
    /// The form of the expression.
    pub kind: ExprKind<'a>,
}

/// The forms of an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExprKind<'a> {
    /// `#`
    Nat,
    /// A constant.
    Number(Number),
    /// A name: a type, a constructor or a variable.
    Name(Ident<'a>),
    /// `%t`
    Bare(Box<Expr<'a>>),
    /// `A b c` or `A<b,c>`: the head and at least one argument.
    Apply {
        /// The head.
        head: Box<Expr<'a>>,
        /// The arguments.
        args: Vec<Expr<'a>>,
        /// The spelling.
        style: ApplyStyle,
    },
    /// `a+b`
    Sum(Box<Expr<'a>>, Box<Expr<'a>>),
    /// Round brackets.
    Group(Box<Expr<'a>>),
    /// An expression that could not be parsed.
    Invalid,
}

/// How an application is written; both mean the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApplyStyle {
    /// `Vector int`
    Juxtaposed,
    /// `Vector<int>`
    Angled,
}

/// `int ? = Int;`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Builtin<'a> {
    /// The whole declaration.
    pub span: Span,
    /// The name.
    pub name: Ident<'a>,
    /// The id, when written.
    pub id: Option<WrittenId<'a>>,
    /// The type.
    pub result: Ident<'a>,
}

/// `Vector int;`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partial<'a> {
    /// The whole declaration.
    pub span: Span,
    /// The application.
    pub expr: Expr<'a>,
}

/// `Final T;`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finality<'a> {
    /// The whole declaration.
    pub span: Span,
    /// The keyword.
    pub word: FinalityWord,
    /// The type.
    pub ty: Ident<'a>,
}

/// The keywords of [`Finality`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FinalityWord {
    /// No constructor of the type precedes the statement.
    New,
    /// No constructor of the type follows the statement.
    Final,
    /// The type has no constructor.
    Empty,
}
