//! The response of another method is expected.

use typelang_ui::{
    functions::{GetConfig, InvokeWithLayer},
    types::Config,
};
use typelang_runtime::{Error, Function};

fn main() -> Result<(), Error> {
    let call = InvokeWithLayer { layer: 1, query: GetConfig {} };
    let config: Config = call.read_response(&[])?;
    let ids: Vec<i32> = call.read_response(&[])?;
    _ = (config, ids);
    Ok(())
}
