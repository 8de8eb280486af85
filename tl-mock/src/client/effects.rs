//! What a handler asks for beside its answer.

use std::time::Duration;

use typelang_runtime::Object;
use typelang_telegram::functions::auth::BindTempAuthKey;

use crate::client::answered_by::AnsweredBy;

/// What a handler, a script or a fault asks for beside the answer to one call.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Effects {
    pub(crate) answered_by: AnsweredBy,
    /// Sends the answer so much later.
    pub(crate) delay: Option<Duration>,
    /// Sends the answer twice.
    pub(crate) is_repeated: bool,
    /// Closes the connection instead of answering.
    pub(crate) disconnects: bool,
    /// Refuses the message for its salt instead of answering.
    pub(crate) refuses_salt: bool,
    /// Binds the key of the call to a permanent key.
    pub(crate) binds: Option<BindTempAuthKey>,
    /// Values to push, such as updates.
    pub(crate) pushes: Vec<Object>,
}
