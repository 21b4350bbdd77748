//! Building the page: the core for browsers, then everything that is served.

use anyhow::Result;
use xshell::cmd;

use crate::machine::Machine;

/// Writes web/pkg/: the release build of the core, for a page that loads it as a module.
pub fn package(machine: &Machine) -> Result<()> {
    let shell = machine.shell();
    let build = cmd!(shell, "wasm-pack --log-level warn build --mode no-install --release --target web")
        .args(["--out-dir", "../../web/pkg", "crates/sanhao-wasm"]);
    Ok(machine.for_wasm(build).quiet().run()?)
}

/// Writes dist/: a site of files with relative addresses.
pub fn site(machine: &Machine) -> Result<()> {
    package(machine)?;
    Ok(cmd!(machine.shell(), "npm run --silent build").quiet().run()?)
}
