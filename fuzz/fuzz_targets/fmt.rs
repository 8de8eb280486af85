//! The libFuzzer entry point of [`typelang_fuzz::fmt`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| typelang_fuzz::fmt(data));
