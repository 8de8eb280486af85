//! Identifies the type of a value, so that conversions are between the same types.

/// Identifies the type of a value in its natural form.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub enum Tag {
    /// The ids in its bytes, which reading checks.
    Ids,
    /// The id and the name of the only combinator that it may have.
    Combinator { id: u32, name: &'static str },
    /// The id of a predefined type, and the type.
    WithId { id: u32, of: &'static Self },
    /// The name of a type without an id.
    Primitive { name: &'static str },
    /// The fields of a combinator, without the id.
    Bare { of: &'static Self },
    /// A boxed vector.
    Vector { of: &'static Self },
    /// A bare vector.
    BareVector { of: &'static Self },
}

impl Tag {
    /// Whether values of one type can be read as the other, or are refused when they are read.
    pub(crate) const fn fits(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Ids, Self::Ids | Self::Combinator { .. })
            | (Self::Combinator { .. }, Self::Ids) => true,
            (Self::Combinator { id, name }, Self::Combinator { id: other, name: known }) => {
                *id == *other && is_same(name, known)
            }
            (Self::WithId { id, of }, Self::WithId { id: other, of: known }) => {
                *id == *other && of.fits(known)
            }
            (Self::Primitive { name }, Self::Primitive { name: other }) => is_same(name, other),
            (Self::Bare { of }, Self::Bare { of: other })
            | (Self::Vector { of }, Self::Vector { of: other })
            | (Self::BareVector { of }, Self::BareVector { of: other }) => of.fits(other),
            _ => false,
        }
    }
}

/// `==` for text, in constants.
const fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    a.len() == b.len() && at == a.len()
}
