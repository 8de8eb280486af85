//! The libFuzzer entry point of [`typelang_fuzz::json`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| typelang_fuzz::json(data));
