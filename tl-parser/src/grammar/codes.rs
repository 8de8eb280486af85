//! The codes of the grammar's rules; `catalogue/syntax.rs` explains them.

use crate::diagnostic::Code;

pub(crate) const UNEXPECTED: Code = Code(1);
pub(crate) const CHARACTER: Code = Code(2);
pub(crate) const UNSUPPORTED: Code = Code(3);
pub(crate) const ENDLESS_COMMENT: Code = Code(4);
pub(crate) const SECTION: Code = Code(5);
pub(crate) const LAYER_MARK: Code = Code(6);
pub(crate) const MALFORMED_ID: Code = Code(7);
pub(crate) const UPPER_ID: Code = Code(8);
pub(crate) const MISSING_SEMICOLON: Code = Code(9);
pub(crate) const NO_RESULT: Code = Code(10);
pub(crate) const NO_TYPE: Code = Code(11);
pub(crate) const UNDERSCORE: Code = Code(12);
pub(crate) const UPPER_NAMESPACE: Code = Code(13);
pub(crate) const UPPER_COMBINATOR: Code = Code(14);
pub(crate) const FIELD_NAMESPACE: Code = Code(15);
pub(crate) const UNCLOSED: Code = Code(16);
pub(crate) const STRAY_BRACKET: Code = Code(17);
pub(crate) const NO_BRACKETS: Code = Code(18);
pub(crate) const BARE_SUM: Code = Code(19);
pub(crate) const LATE_CONDITION: Code = Code(20);
pub(crate) const TOO_DEEP: Code = Code(21);
pub(crate) const TOO_LONG: Code = Code(22);
pub(crate) const TOO_MANY: Code = Code(23);
pub(crate) const TOO_LARGE: Code = Code(24);
pub(crate) const TOO_MANY_FAULTS: Code = Code(25);
pub(crate) const LATE_PARAMS: Code = Code(26);
pub(crate) const NO_BIT: Code = Code(27);
pub(crate) const LONE_RETURN: Code = Code(28);
pub(crate) const STRAY_SEMICOLON: Code = Code(29);
pub(crate) const COMMA: Code = Code(30);
pub(crate) const FOREIGN_COMMENT: Code = Code(31);
pub(crate) const NAMESPACES: Code = Code(32);
pub(crate) const LONG_NAME: Code = Code(33);
pub(crate) const TOO_DENSE: Code = Code(34);
