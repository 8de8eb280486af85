//! The libFuzzer entry point of [`typelang_fuzz::reflect`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| typelang_fuzz::reflect(data));
