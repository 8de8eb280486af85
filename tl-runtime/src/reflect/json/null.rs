//! Items of lists that may be null, in TDLib's JSON.

use crate::reflect::json::form::Style;
use crate::reflect::schema::{combinator::Combinator, field::Field};

/// Returns the field with the item, if the combinator says of an item whether it is null:
/// `nullable {t:Type} null_bits:# value:null_bits.0?t = Nullable t`. TDLib's JSON has `null` or the item instead.
pub(crate) fn item_of(style: Style, combinator: &Combinator) -> Option<&Field> {
    match &*combinator.fields {
        [bits, value] if style == Style::Tdlib && combinator.name() == "nullable" => {
            (bits.is_nat() && value.is_optional()).then_some(value)
        }
        _ => None,
    }
}
