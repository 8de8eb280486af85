//! Builds the first request of a session, which asks Telegram for its configuration, and decodes a reply.

mod reply;

use typelang_runtime::{Encode, Error, Function};
use typelang_telegram::{
    LAYER,
    functions::{InitConnection, InvokeWithLayer, help},
    types,
};

fn main() -> Result<(), Error> {
    let request = InvokeWithLayer {
        layer: LAYER,
        query: InitConnection {
            api_id: 12345,
            device_model: "Rust".to_owned(),
            system_version: "Linux".to_owned(),
            app_version: "0.1".to_owned(),
            system_lang_code: "en".to_owned(),
            lang_pack: String::new(),
            lang_code: "en".to_owned(),
            proxy: None,
            params: None,
            query: help::GetConfig {},
        },
    };
    println!("request: {}", hex(&request.to_bytes()));

    // A server would send these bytes. The request knows that they are a `config`, through both wrappers.
    let bytes = reply::config().to_bytes();
    let config: types::Config = request.read_response(&bytes)?;
    println!("reply: {} bytes, data centre {}", bytes.len(), config.this_dc);
    for option in &config.dc_options {
        println!("data centre {}: {}:{}", option.id, option.ip_address, option.port);
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
