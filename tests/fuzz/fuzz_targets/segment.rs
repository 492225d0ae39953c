//! Any text into sentences, in each language.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| wartagraf_tests::laws::segment(data));
