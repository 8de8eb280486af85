//! Reflection: walking TL bytes by a compiled schema, without code for any type.
//!
//! A [`Schema`] is read from the compiled form of a schema, `.tlo`. With it [`walk`] goes through the bytes of any type
//! or call and tells a [`Visitor`] what it meets: combinators, fields with their names and offsets, absent optional
//! fields, lists, and values. It holds the same limits as the [`Reader`](crate::Reader) of generated code, takes no
//! memory per field, and goes on from piece to piece when the input is not at hand as a whole ([`Walker`]).
//!
//! ```
//! use typelang_runtime::{Options, reflect::{Event, Piece, Root, Schema, walk}};
//!
//! # use typelang_parser::{Options as Settings, Sources, check, tlo};
//! # let mut sources = Sources::new();
//! # sources.add("shapes.tl", "point#5b8e6c53 x:int y:int = Point;");
//! # let compiled = tlo::write(&check(&sources, &Settings::default()).schema);
//! // compiled from: point#5b8e6c53 x:int y:int = Point;
//! let schema = Schema::from_tlo(&compiled)?;
//! let mut names = Vec::new();
//! let mut visitor = |_: Piece<'_>, event: Event<'_, '_>| {
//!     if let Event::Field(field) = event {
//!         names.push(String::from(field.name()));
//!     }
//!     Ok::<(), core::convert::Infallible>(())
//! };
//! let bytes = [0x53, 0x6c, 0x8e, 0x5b, 1, 0, 0, 0, 2, 0, 0, 0];
//! walk(&[schema], Root::Any, &bytes, &Options::DEFAULT, &mut visitor).expect("a point");
//! assert_eq!(names, ["x", "y"]);
//! # Ok::<(), typelang_runtime::reflect::Malformed>(())
//! ```

pub(crate) mod debug;
pub mod json;
#[cfg(feature = "random")]
mod random;
pub(crate) mod schema;
#[cfg(feature = "layers")]
pub mod translate;
pub(crate) mod walk;

#[cfg(feature = "random")]
pub use self::random::generator::Random;
#[cfg(feature = "layers")]
pub use self::translate::translator::Translator;
pub use self::{
    debug::printer::debug,
    schema::{
        builtin::Builtin,
        combinator::{Combinator, Role},
        expr::{Form, TypeExpr},
        field::Field,
        parse::NoType,
        spelling::Spelled,
        table::Schema,
        tlo::Malformed,
        types::{Kind, Type},
    },
    walk::{
        event::{Event, List, Piece, Scalar, Visitor},
        events::Events,
        fault::{Ended, Fault, FaultKind},
        root::Root,
        walker::{Input, Progress, Walker, walk},
    },
};
