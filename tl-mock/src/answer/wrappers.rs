//! Methods around other methods.

use std::sync::Arc;

use typelang_runtime::{Object, ObjectRef, Query, Router, mtproto::RpcError};
use typelang_telegram::functions::{
    InitConnection, InvokeAfterMsg, InvokeAfterMsgs, InvokeWithApnsSecret,
    InvokeWithBusinessConnection, InvokeWithGooglePlayIntegrity, InvokeWithLayer,
    InvokeWithMessagesRange, InvokeWithReCaptcha, InvokeWithTakeout, InvokeWithoutUpdates,
};

use crate::client::{ClientInfo, FormerInit, NO_FLAGS, NO_PARAMS, ONE_LANGUAGE, Session};

/// A router that removes all wrappers, and has `inner` answer the call inside. `on_layer` hears of a layer that the
/// client had not named, and may refuse it.
pub(super) fn router(
    on_layer: impl Fn(i32) -> Result<(), RpcError> + Send + Sync + 'static,
    inner: impl Fn(&mut Session, ObjectRef<'_>) -> Result<Object, RpcError> + Send + Sync + 'static,
) -> Router<Session> {
    Router::new()
        .unwrap(move |session: &mut Session, wrapper: InvokeWithLayer<Query>| {
            if session.account.layer != wrapper.layer {
                on_layer(wrapper.layer)?;
                session.account.layer = wrapper.layer;
            }
            Ok(wrapper.query)
        })
        .unwrap(|session, wrapper: InitConnection<Query>| {
            let (info, query) = ClientInfo::split(wrapper);
            session.account.client = Some(Arc::new(info));
            Ok(query)
        })
        .unwrap(|session, wrapper| Ok(former_init::<ONE_LANGUAGE>(session, wrapper)))
        .unwrap(|session, wrapper| Ok(former_init::<NO_FLAGS>(session, wrapper)))
        .unwrap(|session, wrapper| Ok(former_init::<NO_PARAMS>(session, wrapper)))
        .unwrap(|session, wrapper: InvokeWithoutUpdates<Query>| {
            session.call.is_without_updates = true;
            Ok(wrapper.query)
        })
        // Calls are answered in order, so there is nothing to wait for.
        .unwrap(|_, wrapper: InvokeAfterMsg<Query>| Ok(wrapper.query))
        .unwrap(|_, wrapper: InvokeAfterMsgs<Query>| Ok(wrapper.query))
        .unwrap(|_, wrapper: InvokeWithMessagesRange<Query>| Ok(wrapper.query))
        .unwrap(|_, wrapper: InvokeWithTakeout<Query>| Ok(wrapper.query))
        .unwrap(|_, wrapper: InvokeWithBusinessConnection<Query>| Ok(wrapper.query))
        .unwrap(|_, wrapper: InvokeWithGooglePlayIntegrity<Query>| Ok(wrapper.query))
        .unwrap(|_, wrapper: InvokeWithApnsSecret<Query>| Ok(wrapper.query))
        .unwrap(|_, wrapper: InvokeWithReCaptcha<Query>| Ok(wrapper.query))
        .otherwise(inner)
}

fn former_init<const ID: u32>(session: &mut Session, wrapper: FormerInit<ID, Query>) -> Query {
    session.account.client = Some(Arc::new(wrapper.info));
    wrapper.query
}
