//! The syntax tree: what one file says, before any name is looked up.
//!
//! Everything borrows from the text and carries its span. The tree keeps what the text writes (grouped
//! fields, omitted multiplicities, `%`, the case and number of an id's digits), so that it can be
//! printed again; comments are kept beside it, by position.

use crate::span::Span;

/// One file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct File<'a> {
    /// Sections, marks and declarations, in the file's order.
    pub items: Vec<Item<'a>>,
    /// All comments, in the file's order.
    pub comments: Vec<Comment<'a>>,
}

/// One thing at the top level of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item<'a> {
    /// `---types---` or `---functions---`.
    Section(Section),
    /// `===17===`: the layer that the following declarations came with.
    LayerMark(LayerMark),
    /// A constructor or a function.
    Combinator(Box<Combinator<'a>>),
    /// `int ? = Int;`
    Builtin(Builtin<'a>),
    /// `Vector int;`, a partial application of the language's first edition.
    Partial(Partial<'a>),
    /// `New T;`, `Final T;` or `Empty T;`
    Finality(Finality<'a>),
    /// Text that could not be read; the fault is in the diagnostics.
    Invalid(Span),
}

/// A section mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// The whole mark.
    pub span: Span,
    /// What the following declarations are.
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
    /// The whole comment; for `//` without the line's end.
    pub span: Span,
    /// Its text, with `//` or `/* */`.
    pub text: &'a str,
}

/// A name as written, with its namespaces: `auth.sentCode`; `_` when anonymous.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ident<'a> {
    /// The name's bytes.
    pub span: Span,
    /// The name.
    pub text: &'a str,
}

/// `#1cb5c415`, after a combinator's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenId<'a> {
    /// From `#` to the last digit.
    pub span: Span,
    /// The digits as written: one to eight, either case.
    pub digits: &'a str,
    /// Their value.
    pub value: u32,
}

/// A constructor's or function's declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Combinator<'a> {
    /// From the first annotation or the name to `;`.
    pub span: Span,
    /// `@read @write`, before the name; the idents have no `@`.
    pub annotations: Vec<Ident<'a>>,
    /// The name, or `_`.
    pub name: Ident<'a>,
    /// The id, when written.
    pub id: Option<WrittenId<'a>>,
    /// `{X:Type}`, in order.
    pub params: Vec<Params<'a>>,
    /// The fields, in order.
    pub fields: Vec<Field<'a>>,
    /// `=`, or `=>` which makes the combinator a function in any section.
    pub equals: Equals,
    /// What stands between `=` and `;`.
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
    /// The braces and what they hold.
    pub span: Span,
    /// The names; at least one.
    pub names: Vec<Ident<'a>>,
    /// Their kind as written: `Type` and `#` are the only ones that mean something.
    pub kind: Expr<'a>,
}

/// One field as written, or one group of fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field<'a> {
    /// The whole field.
    pub span: Span,
    /// `a` in `a:int`; several in a group `(a b:int)`; none when anonymous.
    pub names: Vec<Ident<'a>>,
    /// Whether it stands in round brackets with its names: `(a b:int)`.
    pub grouped: bool,
    /// `flags.3?`
    pub condition: Option<Box<Condition<'a>>>,
    /// The `!` before the type.
    pub bang: Option<Span>,
    /// The type.
    pub ty: FieldType<'a>,
}

/// What a field holds.
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
    /// Their value, `None` when it is over 2^64-1.
    pub value: Option<u64>,
}

/// `4*[ int ]`, `[ t ]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repetition<'a> {
    /// From the multiplicity to `]`.
    pub span: Span,
    /// How often; `None` means the last `#` before.
    pub times: Option<Expr<'a>>,
    /// What is repeated.
    pub fields: Vec<Field<'a>>,
}

/// A type or nat expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expr<'a> {
    /// The whole expression.
    pub span: Span,
    /// What it is.
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
        /// What is applied.
        head: Box<Expr<'a>>,
        /// To what.
        args: Vec<Expr<'a>>,
        /// How it is written.
        style: ApplyStyle,
    },
    /// `a+b`
    Sum(Box<Expr<'a>>, Box<Expr<'a>>),
    /// Round brackets.
    Group(Box<Expr<'a>>),
    /// An expression that could not be read.
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
    /// The type has not been declared before.
    New,
    /// The type gets no further constructor.
    Final,
    /// The type has no constructor.
    Empty,
}
