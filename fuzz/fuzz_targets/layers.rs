//! The libFuzzer entry point of [`typelang_fuzz::layers`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| typelang_fuzz::layers(data));
