//! Values of types, from JSON.

use crate::{
    reflect::{
        json::{
            encode::{Encoded, Encoder},
            fault::{Problem, Refusal},
            form::Style,
            kind::wrong_kind,
            null::item_of,
            number,
            object::{
                array, expect_one, has_name, missing, name_and_id, no_form, object, unknown_name,
            },
            view::{Entries, Items, Json},
            word::{Conflict, Nat as Number},
        },
        schema::{
            builtin::Builtin,
            combinator::{Combinator, Role},
            expr::{Apply, Arg, Form, Nat, Node, Repetition, TypeExpr},
            table::Schema,
        },
        walk::env::Env,
    },
    wire::ids::VECTOR,
};
use alloc::{borrow::ToOwned, format};

impl<'s> Encoder<'s> {
    /// A value of a predefined type.
    pub(super) fn any(&mut self, json: Json<'_>, roles: &[Role]) -> Encoded {
        if roles.contains(&Role::Constructor) {
            match json {
                Json::Bool(value) => {
                    self.out.bool(value);
                    return Ok(());
                }
                Json::Array(items) => {
                    self.out.id(VECTOR);
                    self.enter()?;
                    match self.number(items) {
                        Some(number) => {
                            let write = |encoder: &mut Self, item: Json<'_>| {
                                encoder.spelling.write(number, item, &mut encoder.out)
                            };
                            self.items(items, write, true)?;
                        }
                        None => {
                            self.items(items, |encoder, item| encoder.any(item, roles), true)?;
                        }
                    }
                    self.level -= 1;
                    return Ok(());
                }
                Json::Object(map) if map.contains_key("$hex") => return self.raw(json),
                _ => {}
            }
        }
        let expected = if roles.len() == 1 { "the object of a call" } else { "an object" };
        let map = object(json, expected)?;
        let name = self.name(map)?.ok_or_else(|| self.nameless(map))?;
        let (schema, combinator) = self.find(name, roles)?;
        self.alone(schema, combinator, map)
    }

    /// The items of a vector of unknown type as numbers, if a method of some schema returns such a vector.
    fn number(&self, mut items: Items<'_>) -> Option<Builtin> {
        let number = match items.next()? {
            Json::Number(_) => Builtin::Int,
            Json::Text(_) => Builtin::Long,
            _ => return None,
        };
        self.schemas.iter().any(|schema| schema.answers_with_many(number)).then_some(number)
    }

    /// Bytes in the form `{"$hex": "…"}`.
    fn raw(&mut self, json: Json<'_>) -> Encoded {
        let bytes = self.spelling.bytes(json)?;
        if bytes.len() < 4 || bytes.len() % 4 != 0 {
            let expected = "at least four bytes, and whole words".to_owned();
            return Err(Refusal::new(Problem::OutOfRange { expected }));
        }
        self.out.put(&bytes);
        Ok(())
    }

    /// The combinator with this name; the id follows the name if the name is not unique.
    fn find(&self, name: &str, roles: &[Role]) -> Result<(&'s Schema, &'s Combinator), Refusal> {
        let schemas = self.schemas;
        let fitting = |schema: &'s Schema| {
            let with_name = schema.all_named(name_and_id(name).0);
            with_name.filter(|it| roles.contains(&it.role) && has_name(it, name))
        };
        let found = schemas.iter().find_map(|schema| Some((schema, fitting(schema).next()?)));
        let (schema, combinator) = found.ok_or_else(|| self.nothing_named(name, roles))?;
        expect_one(name, fitting(schema))?;
        Ok((schema, combinator))
    }

    /// The fault for an unknown name.
    fn nothing_named(&self, name: &str, roles: &[Role]) -> Refusal {
        let of_roles = self.schemas.iter().flat_map(Schema::combinators);
        let names = of_roles.filter(|it| roles.contains(&it.role)).map(Combinator::name);
        let expected = match roles {
            [Role::Function] => "a function of the schema",
            [Role::Constructor] => "a constructor of the schema",
            _ => "a constructor or function of the schema",
        };
        unknown_name(name, expected.to_owned(), names)
    }

    /// The combinator's name in an object.
    pub(super) fn name<'j>(&self, map: Entries<'j>) -> Result<Option<&'j str>, Refusal> {
        match map.get(self.style().key()) {
            None => Ok(None),
            Some(Json::Text(name)) => Ok(Some(name)),
            Some(other) => Err(wrong_kind("a name", other).in_field(self.style().key())),
        }
    }

    /// The fault for an object without a combinator's name. It may have one in the other style.
    fn nameless(&self, map: Entries<'_>) -> Refusal {
        let mut others = [Style::Tl, Style::Tdlib].into_iter().map(Style::key);
        match others.find(|key| map.contains_key(key)) {
            Some(key) => {
                let near = Some(self.style().key().to_owned());
                Refusal::new(Problem::UnknownKey { key: key.to_owned(), near })
            }
            None => missing(self.style().key()),
        }
    }

    pub(super) fn expect_name(&self, map: Entries<'_>, combinator: &Combinator) -> Encoded {
        match self.name(map)? {
            Some(name) if !has_name(combinator, name) => {
                let expected = format!("`{}`", combinator.name());
                Err(unknown_name(name, expected, core::iter::empty()))
            }
            _ => Ok(()),
        }
    }

    /// A boxed value of a combinator, without an enclosing type.
    pub(super) fn alone(
        &mut self,
        schema: &'s Schema,
        combinator: &'s Combinator,
        map: Entries<'_>,
    ) -> Encoded {
        if combinator.needs_arguments() {
            let reason = format!("only a type around `{}` says what it holds", combinator.name());
            return Err(Refusal::new(Problem::NoForm { reason }));
        }
        self.out.id(combinator.id);
        match schema.builtin_made_by(combinator) {
            None => {
                let env = self.slots.open(schema, combinator);
                self.fields(combinator, env, map)
            }
            Some(builtin) if builtin.has_bare_form() && builtin != Builtin::True => {
                let value = map.get("value").ok_or_else(|| missing("value"))?;
                self.expect_keys(map, |key| key == "value", || ["value"].into_iter())?;
                let written = self.spelling.write(builtin, value, &mut self.out);
                written.map_err(|refusal| refusal.in_field("value"))
            }
            Some(_) => self.expect_keys(map, |_| false, core::iter::empty),
        }
    }

    pub(super) fn ty(&mut self, ty: &'s TypeExpr, env: Env<'s>, json: Json<'_>) -> Encoded {
        let Some((ty, env)) = self.slots.resolve(ty, env) else { return Err(no_form()) };
        match &ty.0 {
            Node::Kind | Node::Var(_) => Err(no_form()),
            Node::Nat => {
                self.out.nat(number::nat(json)?);
                Ok(())
            }
            Node::Repetition(repetition) => self.repetition(repetition, env, json),
            Node::Apply(apply) => match env.schema.builtin_of(apply) {
                Some(builtin) => self.builtin(builtin, apply, env, json),
                None => self.constructor(apply, env, json),
            },
        }
    }

    fn builtin(
        &mut self,
        builtin: Builtin,
        apply: &'s Apply,
        env: Env<'s>,
        json: Json<'_>,
    ) -> Encoded {
        match builtin {
            Builtin::Object => self.any(json, &[Role::Constructor, Role::Function]),
            Builtin::Function => self.any(json, &[Role::Function]),
            Builtin::Vector => {
                let Some(Arg::Type(item)) = apply.args.first() else { return Err(no_form()) };
                if apply.form == Form::Boxed {
                    self.out.id(VECTOR);
                }
                let items = array(json)?;
                self.items(items, |encoder, json| encoder.ty(item, env, json), true)
            }
            _ => {
                if apply.form == Form::Boxed && builtin.has_bare_form() {
                    let ty = &env.schema.types[apply.ty as usize];
                    let id = env.schema.constructors_of(ty).next().ok_or_else(no_form)?.id;
                    self.out.id(id);
                }
                self.spelling.write(builtin, json, &mut self.out)
            }
        }
    }

    fn items(
        &mut self,
        items: Items<'_>,
        mut write: impl FnMut(&mut Self, Json<'_>) -> Encoded,
        has_count: bool,
    ) -> Encoded {
        if has_count {
            let count = u32::try_from(items.len()).map_err(|_| no_form())?;
            self.out.nat(count);
        }
        for (at, item) in items.enumerate() {
            self.make_room()?;
            write(self, item).map_err(|refusal| refusal.in_item(at))?;
        }
        Ok(())
    }

    fn repetition(&mut self, repetition: &'s Repetition, env: Env<'s>, json: Json<'_>) -> Encoded {
        let items = array(json)?;
        let counted = match self.slots.number(env, repetition.times) {
            Some(Number::Known(count)) if u32::try_from(items.len()) == Ok(count) => Ok(()),
            Some(Number::Known(count)) => Err(format!("the number of items, which is {count}")),
            Some(Number::Open { word, plus }) => {
                let name = self.words.name(word);
                let counted = self.words.count(word, plus, items.len());
                counted.map_err(|Conflict| format!("what else `{name}` counts"))
            }
            None => return Err(no_form()),
        };
        counted.map_err(|with| Refusal::new(Problem::Disagrees { with }))?;
        match &*repetition.fields {
            [field] if field.is_item() => {
                let write = |encoder: &mut Self, json: Json<'_>| encoder.present(field, env, json);
                self.items(items, write, false)
            }
            fields => self.items(items, |encoder, json| encoder.round(fields, env, json), false),
        }
    }

    /// A value of a type with constructors.
    fn constructor(&mut self, apply: &'s Apply, env: Env<'s>, json: Json<'_>) -> Encoded {
        let schema = env.schema;
        let ty = &schema.types[apply.ty as usize];
        if let Some(nullable) = schema.constructors_of(ty).next()
            && let Some(item) = item_of(self.style(), nullable)
        {
            let inner = self.slots.bind(nullable, apply, env).ok_or_else(no_form)?;
            if apply.form == Form::Boxed {
                self.out.id(nullable.id);
            }
            return self.nullable(nullable, item, inner, json);
        }
        let map = object(json, &format!("an object of `{}`", ty.name()))?;
        let named = self.name(map)?;
        if self.out.is_marking() && apply.form == Form::Boxed && map.contains_key("$layer") {
            return self.of_layer(named, map);
        }
        if named.is_none() && ty.constructors.len() != 1 {
            return Err(self.nameless(map));
        }
        // The arguments may leave one of several with the same name.
        if let Some(name) = named
            && apply.args.is_empty()
        {
            expect_one(name, schema.constructors_of(ty).filter(|it| has_name(it, name)))?;
        }
        let mut is_known = false;
        for constructor in schema.constructors_of(ty) {
            if named.is_some_and(|name| !has_name(constructor, name)) {
                continue;
            }
            is_known = true;
            let Some(inner) = self.slots.bind(constructor, apply, env) else { continue };
            self.guessed |= ty.constructors.len() > 1 && !apply.args.is_empty();
            self.tell_apart(constructor, apply, env)?;
            if apply.form == Form::Boxed {
                self.out.id(constructor.id);
            }
            return self.fields(constructor, inner, map);
        }
        if is_known {
            let reason = format!("no constructor of `{}` has the arguments it has here", ty.name());
            return Err(Refusal::new(Problem::NoForm { reason }));
        }
        let all = schema.constructors_of(ty).map(Combinator::name);
        let expected = format!("a constructor of `{}`", ty.name());
        Err(unknown_name(named.unwrap_or_default(), expected, all))
    }

    /// A value of another layer: `{"_": "updateNew", "$layer": 231, "$hex": "…"}`.
    fn of_layer(&mut self, named: Option<&str>, map: Entries<'_>) -> Encoded {
        const KEYS: [&str; 3] = ["_", "$layer", "$hex"];
        let name = named.ok_or_else(|| missing("_"))?;
        let layer = number::int(map.get("$layer").ok_or_else(|| missing("$layer"))?);
        let layer = layer.map_err(|refusal| refusal.in_field("$layer"))?;
        let hex = map.get("$hex").ok_or_else(|| missing("$hex"))?;
        let bytes = self.spelling.bytes(hex).map_err(|refusal| refusal.in_field("$hex"))?;
        self.expect_keys(map, |key| KEYS.contains(&key), || KEYS.into_iter())?;
        if bytes.len() < 4 || bytes.len() % 4 != 0 {
            let expected = "at least four bytes, and whole words".to_owned();
            return Err(Refusal::new(Problem::OutOfRange { expected }).in_field("$hex"));
        }
        self.out.of_layer(layer, name, &bytes);
        self.has_marks = true;
        Ok(())
    }

    /// Records the numbers that the choice of a constructor implies.
    fn tell_apart(
        &mut self,
        constructor: &'s Combinator,
        apply: &'s Apply,
        env: Env<'s>,
    ) -> Encoded {
        for (pattern, arg) in constructor.patterns().iter().zip(&apply.args) {
            let (Arg::Nat(Nat { var: None, plus: number }), Arg::Nat(arg)) = (pattern, arg) else {
                continue;
            };
            if let Some(Number::Open { word, plus }) = self.slots.number(env, *arg) {
                let name = self.words.name(word);
                let with = |Conflict| format!("what else `{name}` counts");
                let noted = self.words.count(word, plus, *number as usize);
                noted.map_err(with).map_err(|with| Refusal::new(Problem::Disagrees { with }))?;
            }
        }
        Ok(())
    }
}
