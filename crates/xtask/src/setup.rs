//! What the commands need and a fresh machine does not have.
//!
//! Each step looks first; what is there is used without a word. What is missing is named before it is installed; where
//! it cannot be installed, the error says the command that a person has to run.

pub mod browsers;
mod debian;
pub mod libreoffice;
pub mod node;
pub mod python;
mod tools;
mod wasm_target;

use anyhow::Result;

use crate::machine::Machine;

/// What building the page needs.
pub fn for_building(machine: &Machine) -> Result<()> {
    wasm_target::ensure(machine)?;
    tools::ensure(machine, &[tools::wasm_bindgen(machine)?, tools::WASM_PACK])?;
    node::ensure(machine)
}

/// What the tests of the boundary need besides.
pub fn for_boundary(machine: &Machine) -> Result<()> {
    wasm_target::ensure_lints(machine)?;
    for_browsers(machine)?;
    Ok(())
}

/// What tests in browsers need besides.
pub fn for_browsers(machine: &Machine) -> Result<browsers::Browsers> {
    let browsers = browsers::ensure(machine)?;
    tools::ensure(machine, &[tools::GECKODRIVER])?;
    Ok(browsers)
}

/// What tests in WebKit and in Chromium 109 need besides.
pub fn for_engines(machine: &Machine) -> Result<browsers::Browsers> {
    // Chromium 109 has the libraries of Debian's own, and the boundary's tests are served by the tool of the other browsers.
    let browsers = browsers::ensure(machine)?;
    browsers::ensure_webkit(machine)?;
    node::ensure_chromium_109(machine)?;
    Ok(browsers)
}

/// What the benchmark needs besides.
pub fn for_bench(machine: &Machine) -> Result<browsers::Browsers> {
    node::ensure_peers(machine)?;
    for_browsers(machine)
}

/// Says what is installed and why, before it is.
fn say(what: &str) {
    eprintln!("set-up: {what}");
}
