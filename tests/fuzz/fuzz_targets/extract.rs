//! Any text through the whole reading, in each language.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| wartagraf_tests::laws::extract(data));
