//! Building the page: the core for browsers, then everything that is served.

use anyhow::Result;
use xshell::cmd;

use crate::machine::Machine;

/// Writes crates/sanhao-wasm/pkg/, the built files of the npm package `sanhao`, which the page imports too.
pub fn package(machine: &Machine) -> Result<()> {
    let shell = machine.shell();
    // The package has its own package.json, beside Cargo.toml; npm would obey a .gitignore in pkg/ and leave all of it out.
    let build = cmd!(shell, "wasm-pack --log-level warn build --mode no-install --no-pack --no-gitignore")
        .args(["--release", "--target", "web", "--out-name", "sanhao_wasm", "crates/sanhao-wasm"]);
    machine.for_wasm(build).quiet().run()?;
    // What limits it is the first use of the page, of which it is a part.
    let size = gzipped(machine, "crates/sanhao-wasm/pkg/sanhao_wasm_bg.wasm")?;
    eprintln!("the core's module: {size} bytes gzipped");
    Ok(())
}

/// The bytes of a file, compressed as a server sends it.
fn gzipped(machine: &Machine, file: &str) -> Result<usize> {
    let gzip = "const { readFileSync } = require('node:fs'); const { gzipSync } = require('node:zlib'); \
        console.log(gzipSync(readFileSync(process.argv[1]), { level: 9 }).length)";
    Ok(cmd!(machine.shell(), "node -e {gzip} {file}").quiet().read()?.trim().parse()?)
}

/// Writes dist/: a site of files with relative addresses, and beside it sanhao.html, which holds all of it.
pub fn site(machine: &Machine) -> Result<()> {
    package(machine)?;
    cmd!(machine.shell(), "npm run --silent build").quiet().run()?;
    Ok(())
}
