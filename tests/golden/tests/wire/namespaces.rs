//! Items of namespaces, and their names.

use typelang_golden::namespaces::{enums, functions, name_of, types};
use typelang_runtime::Combinator;

use super::returns;

const _: () = {
    returns::<functions::a::b::Get, types::x::y::z::Deep>();
    returns::<functions::x::y::z::Get, Vec<enums::x::y::z::Choice>>();
    returns::<functions::types_::enums_::functions_::Get, types::Root>();
};

#[test]
fn names_are_found_by_id() {
    let get = functions::a::b::Get::ID;
    assert_eq!(name_of(get), Some("a.b.get"));
    assert_eq!(functions::a::b::Get::NAME, "a.b.get");
    assert_eq!(name_of(1), None);
}
