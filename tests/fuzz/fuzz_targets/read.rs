//! Bytes that come in from outside, as a file and as a line of a batch.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| wartagraf_tests::laws::read(data));
