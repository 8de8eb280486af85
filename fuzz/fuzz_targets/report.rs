//! The libFuzzer entry point of [`typelang_fuzz::report`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| typelang_fuzz::report(data));
