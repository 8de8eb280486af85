//! Spells values of Rust types as expressions.

use proc_macro2::TokenStream;
use quote::quote;
use typelang_parser::counted;

use super::{
    error::ExampleError,
    imports::{Imports, Used},
    index::{Index, Place},
    literal,
    value::ExampleValue,
};
use crate::plan::model::{
    item::{Enum, Payload, Variant},
    memory::Memory,
    rust::{ItemPath, RustType},
};

/// The fields of a value, by TL name.
pub(super) type Given = [(String, ExampleValue)];

/// An expression, or why there is none.
pub(super) type Spelled = Result<TokenStream, ExampleError>;

/// The state of spelling an expression.
pub(super) struct Spelling<'i> {
    pub(super) index: &'i Index,
    /// How items are named.
    pub(super) imports: &'i Imports,
    /// The items that the expression uses.
    pub(super) used: Used,
    /// Whether parts of a value in it may disagree.
    pub(super) can_disagree: bool,
}

impl<'i> Spelling<'i> {
    pub(super) fn new(index: &'i Index, imports: &'i Imports) -> Self {
        Self { index, imports, used: Used::default(), can_disagree: false }
    }

    /// Spells a value of this type.
    pub(super) fn value(&mut self, ty: &RustType, value: &ExampleValue) -> Spelled {
        match (ty, value) {
            (RustType::Box(inner, memory), value) => {
                let value = self.value(inner, value)?;
                Ok(boxed(&value, *memory))
            }
            (RustType::Option(inner), value) => {
                let value = self.value(inner, value)?;
                Ok(quote!(Some(#value)))
            }
            (RustType::Unit, _) => Ok(quote!(())),
            (RustType::Object, value) => {
                let value = self.object(value)?;
                self.used.runtime.insert("Object");
                Ok(quote!(Object::new(&#value)))
            }
            (RustType::Item(path), ExampleValue::Object { constructor, fields }) => {
                self.item(path, constructor, fields)
            }
            (RustType::Param(_), ExampleValue::Object { constructor, fields }) => {
                self.call(constructor, fields)
            }
            (RustType::Vec(element, memory), ExampleValue::Vector(values)) => {
                let values = self.values(element, values)?;
                Ok(vector(&values, *memory))
            }
            (RustType::Repeated(element, count), ExampleValue::Vector(values))
                if usize::try_from(*count) == Ok(values.len()) =>
            {
                let values = self.values(element, values)?;
                Ok(quote!([#(#values),*]))
            }
            (ty, value) => scalar(ty, value).ok_or_else(|| mismatch(ty)),
        }
    }

    fn values(
        &mut self,
        ty: &RustType,
        values: &[ExampleValue],
    ) -> Result<Vec<TokenStream>, ExampleError> {
        values.iter().map(|value| self.value(ty, value)).collect()
    }

    /// Spells a call.
    pub(super) fn call(&mut self, method: &str, fields: &Given) -> Spelled {
        let path = self.index.method(method);
        let path =
            path.ok_or_else(|| ExampleError::new(format!("there is no method `{method}`")))?;
        self.structure(path, method, fields)
    }

    /// Spells a value of a constructor.
    pub(super) fn constructor(&mut self, constructor: &str, fields: &Given) -> Spelled {
        match self.index.constructor(constructor) {
            None => Err(ExampleError::new(format!("there is no constructor `{constructor}`"))),
            Some(Place::Struct(path)) => self.structure(path, constructor, fields),
            Some(Place::Variant(path, variant)) => {
                let path = self.path(path);
                Ok(quote!(#path::#variant))
            }
        }
    }

    /// Spells a boxed value of any type.
    fn object(&mut self, value: &ExampleValue) -> Spelled {
        match value {
            ExampleValue::Bool(value) => Ok(quote!(#value)),
            ExampleValue::Object { constructor, fields } => {
                if self.index.constructor(constructor).is_some() {
                    self.constructor(constructor, fields)
                } else {
                    self.call(constructor, fields)
                }
            }
            _ => Err(ExampleError::new("expected a boxed value: one with a constructor")),
        }
    }

    /// Spells a value of a generated type.
    fn item(&mut self, path: &ItemPath, constructor: &str, fields: &Given) -> Spelled {
        match self.index.sum(path) {
            Some(sum) => self.variant(path, sum, constructor, fields),
            None => self.structure(path, constructor, fields),
        }
    }

    fn variant(
        &mut self,
        path: &ItemPath,
        sum: &Enum,
        constructor: &str,
        fields: &Given,
    ) -> Spelled {
        let is_named = |variant: &&Variant| variant.tl_name == constructor;
        let Some(variant) = sum.variants.iter().find(is_named) else {
            let what = format!("`{constructor}` is not a constructor of `{}`", sum.tl_name);
            return Err(ExampleError::new(what));
        };
        let (path, name) = (self.path(path), &variant.name);
        match &variant.payload {
            Payload::Unit => Ok(quote!(#path::#name)),
            Payload::Inline(payload) => {
                let payload = self.structure(payload, constructor, fields)?;
                Ok(quote!(#path::#name(#payload)))
            }
            Payload::Boxed(payload, memory) => {
                let payload = boxed(&self.structure(payload, constructor, fields)?, *memory);
                Ok(quote!(#path::#name(#payload)))
            }
        }
    }

    /// Returns the path of an item, and records its use.
    pub(super) fn path(&mut self, path: &ItemPath) -> TokenStream {
        self.used.items.insert(path.clone());
        self.imports.path(path)
    }
}

/// Spells a number, text or bytes.
fn scalar(ty: &RustType, value: &ExampleValue) -> Option<TokenStream> {
    match (ty, value) {
        (RustType::Bool, ExampleValue::Bool(value)) => Some(quote!(#value)),
        (RustType::I64, ExampleValue::Int(value)) => Some(literal::integer(*value)),
        (RustType::I32, ExampleValue::Int(value)) => {
            i32::try_from(*value).ok().map(|_| literal::integer(*value))
        }
        (RustType::U32, ExampleValue::Int(value)) => {
            u32::try_from(*value).ok().map(|_| literal::integer(*value))
        }
        (RustType::F64, ExampleValue::Double(value)) => Some(literal::float(*value, false)),
        (RustType::F32, ExampleValue::Double(value)) => Some(literal::float(*value, true)),
        (RustType::Array(len), ExampleValue::Bytes(bytes)) if *len == bytes.len() => {
            Some(literal::array(bytes))
        }
        (RustType::String, ExampleValue::Text(text)) => Some(literal::string(text)),
        (RustType::Bytes, ExampleValue::Bytes(bytes)) => Some(literal::vec(bytes)),
        (RustType::Str, ExampleValue::Text(text)) => Some(quote!(#text)),
        (RustType::Slice, ExampleValue::Bytes(bytes)) => Some(literal::slice(bytes)),
        // The user's own types for text.
        (RustType::Extern(_), ExampleValue::Text(text)) => Some(quote!(#text.into())),
        (RustType::Extern(_), ExampleValue::Bytes(bytes)) => {
            let bytes = literal::vec(bytes);
            Some(quote!(#bytes.into()))
        }
        _ => None,
    }
}

/// Spells a value behind a pointer.
pub(super) fn boxed(value: &TokenStream, memory: Memory) -> TokenStream {
    match memory {
        Memory::Heap => quote!(Box::new(#value)),
        Memory::Arena => quote!(&#value),
    }
}

/// Spells a vector of values.
pub(super) fn vector(values: &[TokenStream], memory: Memory) -> TokenStream {
    match (memory, values) {
        (Memory::Heap, []) => quote!(Vec::new()),
        (Memory::Heap, values) => quote!(vec![#(#values),*]),
        (Memory::Arena, values) => quote!(&[#(#values),*]),
    }
}

fn mismatch(ty: &RustType) -> ExampleError {
    let noun = match ty {
        RustType::Bool => "`true` or `false`",
        RustType::I32 => "a number of 32 bits",
        RustType::U32 => "a number of 32 bits without a sign",
        RustType::I64 => "a number",
        RustType::F32 | RustType::F64 => "a floating-point number",
        RustType::Array(len) => {
            return ExampleError::new(format!("expected {}", counted(*len, "byte")));
        }
        RustType::String | RustType::Str => "text",
        RustType::Bytes | RustType::Slice => "bytes",
        RustType::Item(_) | RustType::Param(_) => "a value with a constructor",
        RustType::Vec(..) => "a vector",
        RustType::Repeated(_, count) => {
            let values = counted(usize::try_from(*count).unwrap_or(usize::MAX), "value");
            return ExampleError::new(format!("expected a vector of {values}"));
        }
        _ => return ExampleError::new("no expression is known for values of this type"),
    };
    ExampleError::new(format!("expected {noun}"))
}
