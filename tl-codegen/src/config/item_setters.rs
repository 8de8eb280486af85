//! The setters for single items and fields.

use super::setters::Config;
use crate::request::{
    call::Call,
    item_request::{Action, Request},
};

/// # Requests for single items and fields
///
/// A selector is a TL name. Where a setter takes several items at once, a namespace, which may end in `.*`, selects all in it,
/// and `.` everything.
/// A field is named behind its combinator, `user.first_name`, and a variant behind its type, `Updates.updatesTooLong`
/// (without the constructor's namespace); where such a name is also an item's, it means the item. In the schema of a
/// [`Config::module`] all these have the module's name in front, `mtproto::ping`. A selector that
/// nothing in the schema is for is an error, reported with all others, each with the place of its call.
impl Config {
    /// Puts an attribute on structs and enums: `type_attribute("messages", "#[non_exhaustive]")`.
    ///
    /// The selector is the TL name of a constructor, method or type, a TL namespace, or `.` for everything.
    #[track_caller]
    pub fn type_attribute(
        &mut self,
        selector: impl Into<String>,
        attribute: impl Into<String>,
    ) -> &mut Self {
        let selector = selector.into();
        let call = Call::of_several("type_attribute", &selector);
        self.ask(Request::new(call, selector, Action::item_attribute(attribute.into())))
    }

    /// Puts an attribute on fields: `field_attribute("user.first_name", "#[my::attribute]")`.
    ///
    /// The selector is a field, a combinator or a namespace for all fields in it, `.` for every field, or one variant. Fields
    /// that share a bit are one field in the code, which each of them selects.
    #[track_caller]
    pub fn field_attribute(
        &mut self,
        selector: impl Into<String>,
        attribute: impl Into<String>,
    ) -> &mut Self {
        let selector = selector.into();
        let call = Call::of_several("field_attribute", &selector);
        self.ask(Request::new(call, selector, Action::field_attribute(attribute.into())))
    }

    /// Derives traits beside those that all types have: `derive("messages", "Hash, PartialOrd")`.
    ///
    /// The selector is as that of [`Config::type_attribute`]; the traits are paths, with commas between them. What a type has
    /// anyway is not derived again, and `Hash` goes by the bytes, as `PartialEq` does, so that the two agree. The struct for many
    /// values of one bit has no bytes of its own: there both go by the fields, and by the bits of a `double`.
    #[track_caller]
    pub fn derive(&mut self, selector: impl Into<String>, traits: impl Into<String>) -> &mut Self {
        let selector = selector.into();
        let call = Call::of_several("derive", &selector);
        self.ask(Request::new(call, selector, Action::derive(&traits.into())))
    }

    /// Gives a struct, an enum, a variant or a field another name: `rename("messages.sendMessage", "SendText")`.
    ///
    /// The selector is one combinator, type, field or variant. A struct keeps the module of its namespace, and a variant its
    /// name when the struct in it gets another. Fields that share a bit go by their joined name, `photo.w_and_h`. A name
    /// that is no identifier, or that something beside it has already, is an error.
    #[track_caller]
    pub fn rename(&mut self, selector: impl Into<String>, name: impl Into<String>) -> &mut Self {
        let selector = selector.into();
        let call = Call::of_several("rename", &selector);
        self.ask(Request::new(call, selector, Action::rename(&name.into())))
    }

    /// Puts a field behind a `Box`: `boxed("user.photo")`. The bytes stay the same.
    ///
    /// The selector is one field that holds a struct or an enum.
    #[track_caller]
    pub fn boxed(&mut self, selector: impl Into<String>) -> &mut Self {
        let selector = selector.into();
        let call = Call::of_one("boxed", &selector);
        self.ask(Request::new(call, selector, (Action::Box, None)))
    }

    /// Uses a type of yours for a TL type, which is then not generated: `extern_path("Peer", "::my::Peer")`.
    ///
    /// It must implement the runtime's `Encode` and `Decode` (and the `…Bare` traits where the schema uses it bare). Where
    /// the TL type takes types, yours does: for `Maybe<int>` it is `::my::Maybe<i32>`.
    #[track_caller]
    pub fn extern_path(
        &mut self,
        tl_type: impl Into<String>,
        path: impl Into<String>,
    ) -> &mut Self {
        let tl_type = tl_type.into();
        let call = Call::of_several("extern_path", &tl_type);
        self.ask(Request::new(call, tl_type, Action::replace(path.into())))
    }

    /// Keeps the bits of flag words that tell of no field: they are read into a field of the word's name, and written
    /// again. So it is in the dialects TON and VK anyway; elsewhere such bits are dropped, and a strict reader refuses
    /// them.
    ///
    /// The selector is a combinator, a namespace, or `.` for all.
    #[track_caller]
    pub fn keep_flag_bits(&mut self, selector: impl Into<String>) -> &mut Self {
        let selector = selector.into();
        let call = Call::of_one("keep_flag_bits", &selector);
        self.ask(Request::new(call, selector, (Action::KeepBits, None)))
    }

    /// Generates these alone, and all that they need: `only(["messages.sendMessage", "auth.*"])`. Each call adds to them.
    ///
    /// The selectors are as that of [`Config::type_attribute`]. A method needs the types of its parameters and of its result,
    /// a type all its constructors, whichever of them was named, and those the types of their fields. Schemas of
    /// [`Config::module`] stay whole, unless there are selectors for them.
    #[track_caller]
    pub fn only<S: AsRef<str>>(&mut self, roots: impl IntoIterator<Item = S>) -> &mut Self {
        for root in roots {
            let root = root.as_ref().to_owned();
            let call = Call::of_one("only", &root);
            self.ask(Request::new(call, root, (Action::Only, None)));
        }
        self
    }

    /// Keeps the values of these types as bytes, so that what only they hold need not be generated:
    /// `opaque(["Update", "MessageMedia"])`. Each call adds to them.
    ///
    /// Wherever such a type stands there is the runtime's `Opaque`, which needs the feature `reflect`: it finds the end of the
    /// value by the compiled schema, which holds all that it may. Without [`Config::only`] the roots are what nothing else
    /// leads to: all methods, and the types that none of them needs. `tl cost` tells which types are worth it.
    ///
    /// A type that is not there, takes arguments, is predefined, is used bare, or is a root of [`Config::only`] by name is an
    /// error.
    #[track_caller]
    pub fn opaque<S: AsRef<str>>(&mut self, types: impl IntoIterator<Item = S>) -> &mut Self {
        for ty in types {
            let ty = ty.as_ref().to_owned();
            let call = Call::of_one("opaque", &ty);
            self.settings.opaque.push((ty, call));
        }
        self
    }

    fn ask(&mut self, request: Request) -> &mut Self {
        self.settings.requests.push(request);
        self
    }
}
