#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| sanhao_fuzz::experiment(bytes));
