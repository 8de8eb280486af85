//! Setters for single items and fields.

use super::setters::Config;
use crate::request::{
    call::Call,
    item_request::{Action, Request},
};

/// # Requests for single items and fields
///
/// A selector is a TL name. If a setter applies to several items, the selector may also be a namespace,
/// optionally followed by `.*`, or `.` for everything.
/// A field is named after its combinator, `user.first_name`, and a variant after its type,
/// `Updates.updatesTooLong` (without the constructor's namespace). If such a name is also an item's, the item is
/// meant. In the schema of a [`Config::module`], selectors begin with the name of the module, `mtproto::ping`.
/// A selector that matches nothing is an error; all such errors are reported together, each with the place of
/// its call.
impl Config {
    /// Adds an attribute to structs and enums: `type_attribute("messages", "#[non_exhaustive]")`.
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

    /// Adds an attribute to fields: `field_attribute("user.first_name", "#[my::attribute]")`.
    ///
    /// The selector is a field, a combinator or namespace for all its fields, `.` for every field, or a
    /// variant. Fields that share a bit are one field in the code; the name of any of them selects it.
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

    /// Derives traits in addition to those that all types have: `derive("messages", "Hash, PartialOrd")`.
    ///
    /// The selector is like that of [`Config::type_attribute`]; the traits are paths, separated by commas.
    /// Traits that a type already has are not derived again. `Hash` hashes the bytes, consistent with
    /// `PartialEq`, which compares them. The struct for many values of one bit has no bytes of its own, so
    /// both use its fields, and the bits of a `double`.
    #[track_caller]
    pub fn derive(&mut self, selector: impl Into<String>, traits: impl Into<String>) -> &mut Self {
        let selector = selector.into();
        let call = Call::of_several("derive", &selector);
        self.ask(Request::new(call, selector, Action::derive(&traits.into())))
    }

    /// Renames a struct, an enum, a variant or a field: `rename("messages.sendMessage", "SendText")`.
    ///
    /// The selector is one combinator, type, field or variant. A struct stays in the module of its namespace,
    /// and a variant keeps its name if its struct is renamed. Fields that share a bit are selected by their
    /// joined name, `photo.w_and_h`. A name that is not an identifier, or is already taken in its scope, is
    /// an error.
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

    /// Uses your own type for a TL type, which then is not generated: `extern_path("Peer", "::my::Peer")`.
    ///
    /// Your type must implement the runtime's `Encode` and `Decode` (and the `…Bare` traits where the schema
    /// uses it bare). If the TL type takes types, so does yours: `Maybe<int>` becomes `::my::Maybe<i32>`.
    ///
    /// If parts of its values may disagree, set the runtime's `Encode::CAN_DISAGREE` in it. The types that hold it take
    /// over the constant; encode them with `try_to_bytes`. A type that takes one of these types as an argument
    /// is the exception, because two constants cannot depend on each other. Encoding panics for a value
    /// that is refused although no constant says so.
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

    /// Keeps the bits of flag words on which no field depends: decoding stores them in a field with the name
    /// of the word, and encoding writes them back. The dialects TON and VK always keep them; in other
    /// dialects they are dropped by default, and a strict reader rejects them. Opaque values hold the bits of the
    /// same combinators.
    ///
    /// The selector is a combinator, a namespace, or `.` for all.
    #[track_caller]
    pub fn keep_flag_bits(&mut self, selector: impl Into<String>) -> &mut Self {
        let selector = selector.into();
        let call = Call::of_one("keep_flag_bits", &selector);
        self.ask(Request::new(call, selector, (Action::KeepBits, None)))
    }

    /// Generates only these items and their dependencies: `only(["messages.sendMessage", "auth.*"])`. Each
    /// call adds to the list.
    ///
    /// The selectors are like those of [`Config::type_attribute`]. A method depends on the types of its
    /// parameters and of its result. A type depends on all its constructors, whichever of them you name, and
    /// a constructor on the types of its fields. Schemas of [`Config::module`] stay whole unless a selector
    /// names items of theirs.
    #[track_caller]
    pub fn only<S: AsRef<str>>(&mut self, roots: impl IntoIterator<Item = S>) -> &mut Self {
        for root in roots {
            let root = root.as_ref().to_owned();
            let call = Call::of_one("only", &root);
            self.ask(Request::new(call, root, (Action::Only, None)));
        }
        self
    }

    /// Keeps the values of these types as bytes, so that types used only within them need not be generated:
    /// `opaque(["Update", "MessageMedia"])`. Each call adds to the list.
    ///
    /// Each use of such a type becomes the runtime's `Opaque`, which needs the feature `reflect`: it finds
    /// the end of the value by the compiled schema, which includes everything that the value may hold.
    /// Without [`Config::only`] the roots are all methods, and the types that no method needs. `tl cost`
    /// shows which types are worth it.
    ///
    /// It is an error if a type does not exist, takes arguments, is predefined, is used bare, or is a root of
    /// [`Config::only`] by name.
    #[track_caller]
    pub fn opaque<S: AsRef<str>>(&mut self, types: impl IntoIterator<Item = S>) -> &mut Self {
        for ty in types {
            let ty = ty.as_ref().to_owned();
            let call = Call::of_one("opaque", &ty);
            self.settings.opaque.push((ty, call));
        }
        self
    }

    /// Gives the enums of these types a variant `Unknown` for values of other layers:
    /// `unknown(["Update", "MessageMedia"])`. Each call adds to the list.
    ///
    /// The runtime's `Layers` then keeps a value of such a type whose constructor another layer has and this schema
    /// cannot express, instead of refusing everything around it. Fields that all constructors have are then returned
    /// as an `Option` by the enum's methods. A `match` over such an enum needs an arm for the variant, which may serve
    /// for constructors of later layers too.
    ///
    /// The variant holds the runtime's `Unknown`, or an `UnknownRef` in an arena.
    ///
    /// The selector is like that of [`Config::type_attribute`]; it selects types with several constructors and
    /// without arguments.
    #[track_caller]
    pub fn unknown<S: AsRef<str>>(&mut self, types: impl IntoIterator<Item = S>) -> &mut Self {
        for ty in types {
            let ty = ty.as_ref().to_owned();
            let call = Call::of_one("unknown", &ty);
            self.ask(Request::new(call, ty, (Action::Unknown, None)));
        }
        self
    }

    fn ask(&mut self, request: Request) -> &mut Self {
        self.settings.requests.push(request);
        self
    }
}
