//! Building the page: the core for browsers, then everything that is served.

use anyhow::{Result, ensure};
use xshell::cmd;

use crate::machine::Machine;

/// The most bytes of the core's module, compressed as a server sends it.
const LARGEST_MODULE: usize = 70_000;

/// Writes web/pkg/: the release build of the core, for a page that loads it as a module.
pub fn package(machine: &Machine) -> Result<()> {
    let shell = machine.shell();
    let build = cmd!(shell, "wasm-pack --log-level warn build --mode no-install --release --target web")
        .args(["--out-dir", "../../web/pkg", "crates/sanhao-wasm"]);
    machine.for_wasm(build).quiet().run()?;
    weigh(machine)
}

/// Says how large the module is, and that it is too large.
fn weigh(machine: &Machine) -> Result<()> {
    let gzip = "const { readFileSync } = require('node:fs'); \
        console.log(require('node:zlib').gzipSync(readFileSync('web/pkg/sanhao_wasm_bg.wasm'), { level: 9 }).length)";
    let size: usize = cmd!(machine.shell(), "node -e {gzip}").quiet().read()?.trim().parse()?;
    eprintln!("the core's module: {size} bytes gzipped, at most {LARGEST_MODULE}");
    ensure!(size <= LARGEST_MODULE, "the core's module is too large");
    Ok(())
}

/// Writes dist/: a site of files with relative addresses.
pub fn site(machine: &Machine) -> Result<()> {
    package(machine)?;
    Ok(cmd!(machine.shell(), "npm run --silent build").quiet().run()?)
}
