//! The third pass: the fields of all structs, and their bytes in order.

pub(crate) mod determined;
pub(crate) mod docs;
pub(crate) mod field_names;
pub(crate) mod fields;
pub(crate) mod fixed_width;
pub(crate) mod joint;
pub(crate) mod layout;
pub(crate) mod number_uses;
pub(crate) mod predefined;
pub(crate) mod repetition;
pub(crate) mod response_type;
pub(crate) mod roles;
pub(crate) mod tables;
pub(crate) mod tails;
pub(crate) mod telling;
pub(crate) mod text;
pub(crate) mod value;
