//! Empty: the tests need `TDLib`, which `tests/tdjson/run` fetches.
