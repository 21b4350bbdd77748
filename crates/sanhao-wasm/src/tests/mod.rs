//! The boundary in real browsers: `wasm-pack test --headless --chrome crates/sanhao-wasm`, and the same with `--firefox`.

mod browser;
mod lab;
mod memory;
mod parity;
mod sweep;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
