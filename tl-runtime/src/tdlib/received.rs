//! Objects from `TDLib`.

use super::error::{AnswerError, TdError};
use crate::traits::function::Function;
use alloc::string::{String, ToString};
use core::fmt;
use serde_core::de::{
    Deserialize, DeserializeOwned, Deserializer, Error, IgnoredAny, MapAccess, Visitor,
};
use serde_json::Value;

/// An object from `td_receive` or `td_execute`: its JSON, with what `TDLib` adds to it.
///
/// An object of any `@type` is kept, also of one that the schema does not have.
#[derive(Clone, Debug, PartialEq)]
pub struct Received<'a> {
    json: &'a str,
    head: Head,
}

/// The keys that are no fields.
#[derive(Clone, Debug, Default, PartialEq)]
struct Head {
    name: String,
    extra: Option<Value>,
    client_id: Option<i32>,
}

impl<'a> Received<'a> {
    /// Reads the keys that begin with `@`.
    ///
    /// # Errors
    /// If the text is not a JSON object with `@type`.
    pub fn parse(json: &'a str) -> Result<Self, serde_json::Error> {
        Ok(Self { json, head: serde_json::from_str(json)? })
    }

    /// The whole text.
    #[must_use]
    pub const fn json(&self) -> &'a str {
        self.json
    }

    /// The constructor's name, from `@type`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.head.name
    }

    /// What the call had as `@extra`. Updates have none.
    #[must_use]
    pub const fn extra(&self) -> Option<&Value> {
        self.head.extra.as_ref()
    }

    /// The client that the object is for. `td_execute` gives none.
    #[must_use]
    pub const fn client_id(&self) -> Option<i32> {
        self.head.client_id
    }

    /// Reads the object as a generated type.
    ///
    /// # Errors
    /// If it is no value of the type; the message has the path.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_str(self.json)
    }

    /// Reads the response of a call.
    ///
    /// # Errors
    /// [`AnswerError::Tdlib`] if the object is an `error`, or else if it is no response of the call.
    pub fn answer_to<F>(&self, _: &F) -> Result<F::Response, AnswerError>
    where
        F: Function<Response: DeserializeOwned>,
    {
        match self.error()? {
            Some(error) => Err(AnswerError::Tdlib(error)),
            None => Ok(self.read()?),
        }
    }

    /// The object as an error, if it is one.
    fn error(&self) -> Result<Option<TdError>, serde_json::Error> {
        if self.name() != "error" {
            return Ok(None);
        }
        let object: Value = self.read()?;
        let code = object["code"].as_i64().and_then(|code| i32::try_from(code).ok());
        let message = object["message"].as_str();
        let (Some(code), Some(message)) = (code, message) else {
            return Err(serde_json::Error::custom("an `error` needs `code` and `message`"));
        };
        Ok(Some(TdError { code, message: message.to_string() }))
    }
}

impl<'de> Deserialize<'de> for Head {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(HeadVisitor)
    }
}

struct HeadVisitor;

impl<'de> Visitor<'de> for HeadVisitor {
    type Value = Head;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with `@type`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Head, A::Error> {
        let (mut name, mut head) = (None, Head::default());
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "@type" => name = Some(map.next_value()?),
                "@extra" => head.extra = Some(map.next_value()?),
                "@client_id" => head.client_id = Some(map.next_value()?),
                _ => _ = map.next_value::<IgnoredAny>()?,
            }
        }
        head.name = name.ok_or_else(|| A::Error::missing_field("@type"))?;
        Ok(head)
    }
}
