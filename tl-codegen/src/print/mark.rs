//! Marks: parts of a list that say where a piece of it starts or ends. No name in a schema or in settings begins like one.

/// The start of each mark.
pub(crate) const MARK: &str = "__cut";

/// A variant of an enum.
pub(crate) const VARIANT: &str = "    __cut,\n";

/// A field of a struct.
pub(crate) const FIELD: &str = "    __cut: (),\n";

/// A method of an impl.
pub(crate) const METHOD: &str = "    __cut! {}\n";

/// A statement of a method.
pub(crate) const STATEMENT: &str = "        __cut! {}\n";

/// An arm of a `match` in a method.
pub(crate) const ARM: &str = "            __cut => {}\n";

/// A field of a struct literal, or a parameter. It fits on no line, so that each part takes one however few they are.
pub(crate) const VALUE: &str = "            __cut____________________________________________________________________________________________________: (),\n";

/// An entry of an array, which fits on no line either.
pub(crate) const ENTRY: &str = "    __cut____________________________________________________________________________________________________,\n";
