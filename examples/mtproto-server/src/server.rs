//! The server.

use typelang_mock::{Builder, Mock};
use typelang_runtime::mtproto::RpcError;
use typelang_telegram::{functions::help, types::NearestDc};

use crate::config::config;

/// Creates a server that answers two methods.
pub fn server() -> Builder {
    Mock::builder()
        // A handler returns the method's response or an error.
        .on(|session, _: help::GetConfig| {
            // The layer is that of `invokeWithLayer`, which the server has removed.
            if session.layer() == 0 {
                return Err(RpcError::new(400, "CONNECTION_NOT_INITED"));
            }
            Ok(config())
        })
        .on(|session, _: help::GetNearestDc| {
            // So are the fields of `initConnection`, for this call and all later ones.
            let country = session.client().map_or("NL", |client| &client.lang_code);
            Ok(NearestDc { country: country.to_uppercase(), this_dc: 2, nearest_dc: 2 })
        })
}
