//! Spells structs as expressions.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    error::ExampleError,
    form::{self, Form},
    spelling::{Given, Spelled, Spelling, boxed, vector},
    value::ExampleValue,
};
use crate::plan::model::{
    item::{Accessor, Field, Struct},
    memory::Memory,
    rust::{ItemPath, Name, RustType},
    wire::{Presence, Step},
};

/// A field of a struct.
struct Spelt<'p> {
    field: &'p Field,
    /// Its value; `None` if it is unset.
    value: Option<TokenStream>,
    is_optional: bool,
}

impl Spelling<'_> {
    /// Spells a value of a struct; `name` is ignored if the schema does not name the struct.
    pub(super) fn structure(&mut self, path: &ItemPath, name: &str, given: &Given) -> Spelled {
        let index = self.index;
        let missing = || ExampleError::new(format!("`{path}` is not a generated struct"));
        let item = index.structure(path).ok_or_else(missing)?;
        if item.coding.has_id() && item.tl_name != name {
            let what = format!("expected `{}`, found `{name}`", item.tl_name);
            return Err(ExampleError::new(what));
        }
        self.can_disagree |= item.can_disagree;
        let tokens = self.fields(item, given).and_then(|fields| {
            check(item, &fields, given)?;
            self.form(path, item, &fields, given)
        });
        tokens.map_err(|error| error.within(name))
    }

    fn fields<'p>(
        &mut self,
        item: &'p Struct,
        given: &Given,
    ) -> Result<Vec<Spelt<'p>>, ExampleError> {
        let flags = flags(item);
        let fields = item.fields.iter().map(|field| {
            let is_optional = flags.contains(&field.name)
                || matches!(field.ty, RustType::Option(_) | RustType::FreeBits(_));
            let value = self.field(field, given)?;
            // An unset bit is an unset field.
            let is_unset = flags.contains(&field.name) && is_false(&field.tl_names, given);
            Ok(Spelt { field, value: value.filter(|_| !is_unset), is_optional })
        });
        fields.collect()
    }

    /// Spells the value of a field, if it is set.
    fn field(&mut self, field: &Field, given: &Given) -> Result<Option<TokenStream>, ExampleError> {
        match (field.tl_names.as_slice(), &field.ty) {
            ([_, _, ..], RustType::Option(together)) => self.together(field, together, given),
            ([_, _, ..], RustType::Vec(row, memory)) => {
                self.rows(field, row, given, *memory).map(Some)
            }
            ([name], RustType::FreeBits(free)) => Ok(self.free_bits(*free, find(given, name))),
            (names, ty) => {
                let found = names.iter().find_map(|name| Some((name, find(given, name)?)));
                let Some((name, value)) = found else { return Ok(None) };
                self.value(ty, value).map(Some).map_err(|error| error.within(name))
            }
        }
    }

    /// Spells the values of one bit: a tuple, or a boxed record.
    fn together(
        &mut self,
        field: &Field,
        ty: &RustType,
        given: &Given,
    ) -> Result<Option<TokenStream>, ExampleError> {
        let present = field.tl_names.iter().filter(|name| find(given, name).is_some()).count();
        if present == 0 {
            return Ok(None);
        }
        if present < field.tl_names.len() {
            let names = field.tl_names.join("`, `");
            return Err(ExampleError::new(format!("`{names}` are present together or not at all")));
        }
        if let RustType::Box(record, memory) = ty
            && let RustType::Item(path) = &**record
        {
            let is_part = |(name, _): &&(String, _)| field.tl_names.contains(name);
            let part: Vec<_> = given.iter().filter(is_part).cloned().collect();
            let record = self.structure(path, path.name.as_str(), &part)?;
            let record = boxed(&record, *memory);
            return Ok(Some(quote!(Some(#record))));
        }
        let RustType::Tuple(types) = ty else { return Ok(None) };
        let parts = field.tl_names.iter().zip(types).map(|(name, ty)| {
            let value = find(given, name).ok_or_else(|| absent(name))?;
            self.value(ty, value).map_err(|error| error.within(name))
        });
        let parts = parts.collect::<Result<Vec<_>, _>>()?;
        Ok(Some(quote!(Some((#(#parts),*)))))
    }

    /// Spells the rows of several repetitions with the same count.
    fn rows(&mut self, field: &Field, row: &RustType, given: &Given, memory: Memory) -> Spelled {
        let RustType::Tuple(types) = row else {
            return Err(ExampleError::new("no expression is known for values of this type"));
        };
        let mut columns = Vec::new();
        for (name, ty) in field.tl_names.iter().zip(types) {
            let ExampleValue::Vector(values) = find(given, name).ok_or_else(|| absent(name))?
            else {
                return Err(ExampleError::new("expected a vector").within(name));
            };
            let values = values.iter().map(|value| self.value(ty, value));
            let values: Result<Vec<_>, _> = values.collect();
            columns.push(values.map_err(|error| error.within(name))?);
        }
        let count = columns.first().map_or(0, Vec::len);
        if columns.iter().any(|column| column.len() != count) {
            let names = field.tl_names.join("`, `");
            return Err(ExampleError::new(format!("`{names}` must be vectors of the same length")));
        }
        let rows = (0..count).map(|at| {
            let row = columns.iter().map(|column| &column[at]);
            quote!((#(#row),*))
        });
        Ok(vector(&rows.collect::<Vec<_>>(), memory))
    }

    /// Spells the bits of a flag word that no field determines, if one of them is set.
    fn free_bits(&mut self, free: u32, value: Option<&ExampleValue>) -> Option<TokenStream> {
        let Some(ExampleValue::Int(word)) = value else { return None };
        let bits = u32::try_from(*word).ok()? & free;
        if bits == 0 {
            return None;
        }
        self.used.runtime.insert("FreeBits");
        let bits = proc_macro2::Literal::u32_unsuffixed(bits);
        Some(quote!(FreeBits::from_bits_truncate(#bits)))
    }

    fn form(
        &mut self,
        path: &ItemPath,
        item: &Struct,
        fields: &[Spelt<'_>],
        given: &Given,
    ) -> Spelled {
        let optional = || fields.iter().filter(|field| field.is_optional);
        let set = optional().filter(|field| field.value.is_some()).count();
        let form = form::of(item, set, optional().count() - set);
        let path = self.path(path);
        let new = match form {
            Form::New | Form::Update | Form::Assign => Some(self.new_call(&path, item, given)?),
            Form::Unit | Form::Literal | Form::Default => None,
        };
        let given = fields.iter().filter_map(|it| Some((&it.field.name, it.value.as_ref()?)));
        let shown = |names: &dyn Fn(&Spelt<'_>) -> bool| -> Vec<TokenStream> {
            let shown = fields.iter().filter(|it| names(it));
            shown.filter_map(|it| Some(assigned(&it.field.name, it.value.as_ref()?))).collect()
        };
        Ok(match form {
            Form::Unit => path,
            Form::Literal => {
                let all = fields.iter().map(|it| self.literal_field(it));
                quote!(#path { #(#all),* })
            }
            Form::New => quote!(#new),
            Form::Default => {
                let fields = shown(&|_| true);
                quote!(#path { #(#fields,)* ..#path::default() })
            }
            Form::Update => {
                let fields = shown(&|it| it.is_optional);
                quote!(#path { #(#fields,)* ..#new })
            }
            Form::Assign => {
                let is_optional =
                    |name: &Name| fields.iter().any(|it| it.is_optional && it.field.name == *name);
                let set = given.filter(|(name, _)| is_optional(name));
                let set = set.map(|(name, value)| quote!(value.#name = #value;));
                quote!({ let mut value = #new; #(#set)* value })
            }
        })
    }

    fn literal_field(&mut self, spelt: &Spelt<'_>) -> TokenStream {
        let name = &spelt.field.name;
        match (&spelt.value, &spelt.field.ty) {
            (Some(value), _) => assigned(name, value),
            (None, RustType::Bool) => quote!(#name: false),
            (None, RustType::Unit) => quote!(#name: ()),
            (None, RustType::FreeBits(_)) => {
                self.used.runtime.insert("FreeBits");
                quote!(#name: FreeBits::EMPTY)
            }
            (None, _) => quote!(#name: None),
        }
    }

    /// `X::new(…)`
    fn new_call(&mut self, path: &TokenStream, item: &Struct, given: &Given) -> Spelled {
        let params = item.new.iter().flat_map(|new| &new.params);
        let arguments = params.map(|(name, ty)| {
            let field = item.fields.iter().find(|field| field.name == *name);
            let field = field.ok_or_else(|| absent(name.as_str()))?;
            // `new` adds the `Box` itself.
            let field = Field { ty: ty.clone(), ..field.clone() };
            self.field(&field, given)?.ok_or_else(|| absent(name.as_str()))
        });
        let arguments = arguments.collect::<Result<Vec<_>, _>>()?;
        Ok(quote!(#path::new(#(#arguments),*)))
    }
}

fn assigned(name: &Name, value: &TokenStream) -> TokenStream {
    quote!(#name: #value)
}

/// Reports missing and excess fields.
fn check(item: &Struct, fields: &[Spelt<'_>], given: &Given) -> Result<(), ExampleError> {
    for spelt in fields {
        let is_needed = !spelt.is_optional && spelt.field.ty != RustType::Unit;
        if is_needed && spelt.value.is_none() {
            return Err(absent(&spelt.field.tl_names.join("`, `")));
        }
    }
    let set: BTreeSet<&Name> =
        fields.iter().filter(|it| it.value.is_some()).map(|it| &it.field.name).collect();
    for (name, value) in given {
        let accessor = item.accessors.iter().find(|it| it.tl_name == *name);
        if let Some(Accessor { presence, .. }) = accessor {
            if *value == ExampleValue::Bool(true) && !is_set(presence, &set) {
                let what = "fields that share its bit set it, but they are all absent";
                return Err(ExampleError::new(what).within(name));
            }
        } else if !is_known(item, name) {
            return Err(ExampleError::new(format!("there is no field `{name}`")));
        }
    }
    Ok(())
}

/// Returns whether the name belongs to a field of the struct, or to a computed number.
fn is_known(item: &Struct, name: &str) -> bool {
    item.fields.iter().any(|field| field.tl_names.iter().any(|known| known == name))
        || item.wire.iter().any(|step| matches!(step, Step::Number(it) if it.tl_name == name))
}

fn is_set(presence: &Presence, set: &BTreeSet<&Name>) -> bool {
    match presence {
        Presence::Flag(name) | Presence::Some(name) => set.contains(name),
        Presence::Number(_) => true,
        Presence::Any(all) => all.iter().any(|one| is_set(one, set)),
    }
}

/// Returns the fields that are bits.
fn flags(item: &Struct) -> BTreeSet<&Name> {
    let flags = item.wire.iter().filter_map(|step| match step {
        Step::Flag { field, .. } => Some(field),
        _ => None,
    });
    flags.collect()
}

fn is_false(names: &[String], given: &Given) -> bool {
    names.iter().any(|name| find(given, name) == Some(&ExampleValue::Bool(false)))
}

fn find<'g>(given: &'g Given, name: &str) -> Option<&'g ExampleValue> {
    given.iter().find(|(known, _)| known == name).map(|(_, value)| value)
}

fn absent(name: &str) -> ExampleError {
    ExampleError::new(format!("`{name}` is required"))
}
