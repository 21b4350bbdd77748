//! The boundary in real browsers: `wasm-pack test --headless --firefox --chrome crates/sanhao-wasm`.

mod browser;
mod lab;
mod memory;
mod parity;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
