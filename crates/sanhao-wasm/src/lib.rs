//! The boundary between Sanhao's training core and JavaScript: it translates and forwards, and knows no mathematics.
//!
//! Structured values cross by serde; the numbers of a frame are read in place, through views into this module's memory;
//! pixels go straight into a canvas. Every error arrives as a JavaScript `Error` with the core's sentence as its message
//! and, in `details`, the core's [`sanhao::Error`].

// No panic is reachable from the page.
#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod boundary_view;
mod experiment;
mod lab;
mod session;
mod strict;
mod sweep;
#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
mod values;

pub use experiment::{migrated, read_experiment};
pub use lab::{
    Analysis, activation_curve, csv_from_table, curve_numbers, make_class, search_candidates, table_from_csv,
    weighted_sum,
};
pub use session::{Session, preset_experiment};
pub use sweep::Sweep;

use wasm_bindgen::prelude::wasm_bindgen;

/// Lets a panic, which is a defect, show its message and its place in the browser's console.
#[cfg(not(test))]
#[wasm_bindgen(start)]
fn show_panics() {
    std::panic::set_hook(Box::new(|panic| web_sys::console::error_1(&panic.to_string().into())));
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../types.d.ts");
