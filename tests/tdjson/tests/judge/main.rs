//! `TDLib` takes every call, answers typed calls, and gets its own JSON back unchanged.
//!
//! The library's path is in `TDJSON`, and a number in `SEED` picks the random values: `tests/tdjson/run` sets both.

mod calls;
mod startup;
mod typed;

use std::{env, path::Path, sync::Mutex};

use tdlib_client::Tdjson;

/// The library, loaded once, with its log turned down.
fn with_tdjson<T>(test: impl FnOnce(&mut Tdjson) -> T) -> T {
    static TDJSON: Mutex<Option<Tdjson>> = Mutex::new(None);
    let mut loaded = TDJSON.lock().expect("no other test failed with it");
    let tdjson = loaded.get_or_insert_with(|| {
        let path = env::var("TDJSON").expect("the environment variable `TDJSON` names the library");
        let mut tdjson = Tdjson::load(Path::new(&path)).expect("the library can be loaded");
        let quiet = typelang_td::functions::SetLogVerbosityLevel { new_verbosity_level: 0 };
        tdjson.execute(&quiet).expect("the level is valid");
        tdjson
    });
    test(tdjson)
}
