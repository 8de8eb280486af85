//! Objects that may be null, in `TDLib`'s schema.
//!
//! `td_api.tl` says in the text of a field that its object may be null. Nothing in its TL does, because `TDLib` sends
//! JSON. [`declare`] makes it part of the schema: a word of bits comes first in the combinator, and each such field is
//! behind one of them. Where a list may hold null, its items become `Nullable t`, which is declared as:
//!
//! ```text
//! nullable {t:Type} null_bits:# value:null_bits.0?t = Nullable t;
//! ```
//!
//! Names and ids of combinators stay. In JSON neither the word nor `nullable` appears.

use std::collections::BTreeSet;

use crate::{
    dialect::Dialect,
    schema::{
        Apply, Arg, Builtin, Combinator, CombinatorId, Condition, Field, Form, Kind, Origin,
        Schema, Type, TypeExpr, TypeId, Var, VarId,
    },
    syntax::Role,
};

/// The phrases, in lower case, by which the text of a field says that its object may be null.
pub const PHRASES: [&str; 7] = [
    "may be null",
    "must be null",
    "always be null",
    "pass null",
    "or null",
    "if null",
    "if non-null",
];

/// The name of the word that [`declare`] adds. Underscores follow it if a field has this name, or for a second word.
pub const BITS: &str = "null_bits";

/// Whether a word has this name because [`declare`] added it.
#[must_use]
pub fn is_bits(word: &str) -> bool {
    word.trim_end_matches('_') == BITS
}

/// The type of an item that may be null.
pub const TYPE: &str = "Nullable";

/// The constructor of [`TYPE`].
pub const CONSTRUCTOR: &str = "nullable";

/// The id of [`CONSTRUCTOR`]: that of its declaration by the reference rule.
const ID: u32 = 0xf2dc_a6b2;

/// The fields of a schema that may be null, by the names of combinator and field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Nullable(BTreeSet<(String, String)>);

impl Nullable {
    /// Returns the fields whose text in the schema has one of [`PHRASES`]. Only `TDLib`'s dialect has such fields.
    #[must_use]
    pub fn from_docs(schema: &Schema) -> Self {
        let mut found = Self::default();
        for combinator in &schema.combinators {
            for field in combinator.fields.iter().filter(|field| may_be_null(schema, field)) {
                found.add(&combinator.name, field.name.as_deref().unwrap_or_default());
            }
        }
        found
    }

    /// Adds a field.
    pub fn add(&mut self, combinator: &str, field: &str) {
        self.0.insert((combinator.to_owned(), field.to_owned()));
    }

    /// Adds all fields of another set.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Whether the field may be null, or may hold null if it is a list.
    #[must_use]
    pub fn has(&self, combinator: &str, field: &str) -> bool {
        self.0.contains(&(combinator.to_owned(), field.to_owned()))
    }

    /// Iterates over the names of combinators and fields, in their order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(combinator, field)| (combinator.as_str(), field.as_str()))
    }
}

/// Whether a field's text says that it may be null, or that it may hold null if it is a list.
///
/// Strings and numbers are never null: where their texts have one of [`PHRASES`], they speak of other fields.
#[must_use]
pub fn may_be_null(schema: &Schema, field: &Field) -> bool {
    if schema.dialect != Dialect::Tdlib || !is_object_or_list(schema, &field.ty) {
        return false;
    }
    let docs = field.docs.as_deref().unwrap_or_default().to_lowercase();
    PHRASES.iter().any(|phrase| docs.contains(phrase))
}

fn is_object_or_list(schema: &Schema, ty: &TypeExpr) -> bool {
    is_object(schema, ty) || item(schema, ty).is_some_and(|item| is_object(schema, item))
}

fn is_object(schema: &Schema, ty: &TypeExpr) -> bool {
    match ty {
        TypeExpr::Apply(apply) => schema[apply.ty].builtin.is_none(),
        _ => false,
    }
}

/// Returns the type of a list's items.
fn item<'s>(schema: &Schema, ty: &'s TypeExpr) -> Option<&'s TypeExpr> {
    match ty {
        TypeExpr::Apply(apply) if schema[apply.ty].builtin == Some(Builtin::Vector) => {
            match apply.args.as_slice() {
                [Arg::Type(item)] => Some(item),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Declares these fields as optional. Fields that the schema does not have, that are optional already, or that hold
/// neither an object nor a list of objects are left as they are.
pub fn declare(schema: &mut Schema, fields: &Nullable) {
    let mut combinators = std::mem::take(&mut schema.combinators);
    let mut items = Items { ty: None, is_taken: schema.types.iter().any(|ty| ty.name == TYPE) };
    for combinator in &mut combinators {
        let mut bits = Bits::default();
        for at in 0..combinator.fields.len() {
            let name = combinator.fields[at].name.clone().unwrap_or_default();
            if fields.has(&combinator.name, &name) && combinator.fields[at].condition.is_none() {
                if is_object(schema, &combinator.fields[at].ty) {
                    combinator.fields[at].condition = Some(bits.next(combinator));
                } else {
                    items.declare(schema, &mut combinator.fields[at].ty);
                }
            }
        }
        bits.insert(combinator);
    }
    schema.combinators = combinators;
    items.add(schema);
}

/// The words of one combinator.
#[derive(Default)]
struct Bits {
    words: Vec<VarId>,
    used: u8,
}

impl Bits {
    /// Returns the next bit.
    fn next(&mut self, combinator: &mut Combinator) -> Condition {
        if self.words.is_empty() || self.used == 32 {
            self.words.push(word(combinator));
            self.used = 0;
        }
        self.used += 1;
        let mask = *self.words.last().expect("there is a word, because one was just added");
        Condition { mask, bit: self.used - 1 }
    }

    /// Puts the words before the fields.
    fn insert(self, combinator: &mut Combinator) {
        for var in self.words.into_iter().rev() {
            let name = Some(combinator[var].name.clone());
            let (location, defines) = (combinator.location, Some(var));
            let (condition, docs) = (None, None);
            let field =
                Field { name, condition, bang: false, ty: TypeExpr::Nat, defines, docs, location };
            combinator.fields.insert(0, field);
        }
    }
}

/// Adds the variable of a word.
fn word(combinator: &mut Combinator) -> VarId {
    let mut name = BITS.to_owned();
    let is_taken = |name: &str| {
        combinator.fields.iter().any(|field| field.name.as_deref() == Some(name))
            || combinator.vars.iter().any(|var| var.name == name)
    };
    while is_taken(&name) {
        name.push('_');
    }
    let var = u32::try_from(combinator.vars.len()).unwrap_or(u32::MAX);
    combinator.vars.push(Var { name, kind: Kind::Nat, origin: Origin::Field });
    VarId(var)
}

/// The type of items that may be null.
struct Items {
    /// Its id, once something uses it.
    ty: Option<TypeId>,
    /// Whether the schema has a type of its name.
    is_taken: bool,
}

impl Items {
    /// Makes the items of a list nullable.
    fn declare(&mut self, schema: &Schema, ty: &mut TypeExpr) {
        let is_list_of_objects = item(schema, ty).is_some_and(|item| is_object(schema, item));
        if self.is_taken || !is_list_of_objects {
            return;
        }
        let next = || TypeId(u32::try_from(schema.types.len()).unwrap_or(u32::MAX));
        let id = *self.ty.get_or_insert_with(next);
        if let TypeExpr::Apply(apply) = ty {
            let mut args = std::mem::take(&mut apply.args);
            // A boxed item has the shorter name in generated code.
            if let [Arg::Type(TypeExpr::Apply(item))] = args.as_mut_slice() {
                item.form = Form::Boxed;
            }
            let nullable = Apply { ty: id, form: Form::Bare, args };
            apply.args = vec![Arg::Type(TypeExpr::Apply(nullable))];
        }
    }

    /// Adds the type and its constructor.
    fn add(self, schema: &mut Schema) {
        let (Some(ty), Some(first)) = (self.ty, schema.combinators.first()) else { return };
        let location = first.location;
        let constructor = CombinatorId(u32::try_from(schema.combinators.len()).unwrap_or(u32::MAX));
        schema.types.push(Type {
            name: TYPE.to_owned(),
            params: vec![Kind::Type],
            constructors: vec![constructor],
            builtin: None,
            docs: None,
        });
        let param = Var { name: "t".to_owned(), kind: Kind::Type, origin: Origin::Param };
        let result =
            Apply { ty, form: Form::Boxed, args: vec![Arg::Type(TypeExpr::Var(VarId(0)))] };
        let value = Field {
            name: Some("value".to_owned()),
            condition: None,
            bang: false,
            ty: TypeExpr::Var(VarId(0)),
            defines: None,
            docs: None,
            location,
        };
        let mut combinator = Combinator {
            role: Role::Constructor,
            name: CONSTRUCTOR.to_owned(),
            id: ID,
            written_id: None,
            computed_id: ID,
            vars: vec![param],
            fields: vec![value],
            result: TypeExpr::Apply(result),
            layer: None,
            annotations: Vec::new(),
            docs: Some("An item of a list, which may be null.".to_owned()),
            builtin: false,
            location,
        };
        let mut bits = Bits::default();
        combinator.fields[0].condition = Some(bits.next(&mut combinator));
        bits.insert(&mut combinator);
        schema.combinators.push(combinator);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, Sources, check};

    const TEXT: &str = "int32 = Int32; string ? = String; vector {t:Type} # [ t ] = Vector t;\n\
        //@description A photo @width Its width\nphoto width:int32 = Photo;\n\
        //@description A chat @photo Its photo; may be null @title Its title; pass null @all Photos; photos may be null\n\
        //-@second Never null\nchat photo:photo title:string all:vector<photo> second:Photo = Chat;";

    fn schema() -> Schema {
        let mut sources = Sources::new();
        sources.add("td.tl", TEXT);
        let checked = check(&sources, &Options::default());
        assert!(!checked.has_errors(), "{:?}", checked.diagnostics);
        checked.schema
    }

    #[test]
    fn text_says_which_objects_may_be_null() {
        let found = Nullable::from_docs(&schema());
        assert_eq!(found.iter().collect::<Vec<_>>(), [("chat", "all"), ("chat", "photo")]);
    }

    #[test]
    fn nullable_fields_are_behind_bits_and_ids_stay() {
        let before = schema();
        let mut after = before.clone();
        declare(&mut after, &Nullable::from_docs(&before));
        let chat = |schema: &Schema| {
            schema.combinators.iter().find(|it| it.name == "chat").cloned().unwrap()
        };
        let (before, chat) = (chat(&before), chat(&after));
        assert_eq!(before.id, chat.id);
        assert_eq!(chat.fields.len(), before.fields.len() + 1);
        assert_eq!(chat.fields[0].name.as_deref(), Some(BITS));
        let optional: Vec<_> = chat.fields.iter().filter(|it| it.condition.is_some()).collect();
        assert_eq!(optional.len(), 1);
        assert_eq!(optional[0].name.as_deref(), Some("photo"));
        let nullable = after.combinators.last().unwrap();
        assert_eq!(nullable.name, CONSTRUCTOR);
        let line = "nullable t:Type null_bits:# value:null_bits.0?t = Nullable t";
        assert_eq!(nullable.id, crc32fast::hash(line.as_bytes()));
    }
}
