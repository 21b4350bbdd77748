//! Building the page: the core for browsers, then everything that is served.

use anyhow::{Result, ensure};
use xshell::cmd;

use crate::machine::Machine;

/// A module of the core: one of the boundary's features, built by itself.
struct Module {
    feature: &'static str,
    /// The folder under web/ that it is written to.
    folder: &'static str,
    name: &'static str,
    /// The most bytes of it, compressed as a server sends it.
    largest: usize,
}

/// What the page starts with, and what it loads when it is needed.
const MODULES: [Module; 2] = [
    Module { feature: "session", folder: "pkg", name: "sanhao_wasm", largest: 70_000 },
    Module { feature: "lab", folder: "lab-pkg", name: "sanhao_lab", largest: 90_000 },
];

/// Writes web/pkg/ and web/lab-pkg/: the release builds of the core, for a page that loads them as modules.
pub fn packages(machine: &Machine) -> Result<()> {
    for module in &MODULES {
        let Module { feature, folder, name, .. } = module;
        let shell = machine.shell();
        let build = cmd!(shell, "wasm-pack --log-level warn build --mode no-install --release --target web")
            .args(["--out-dir", &format!("../../web/{folder}"), "--out-name", name, "crates/sanhao-wasm"])
            .args(["--", "--no-default-features", "--features", feature]);
        machine.for_wasm(build).quiet().run()?;
        weigh(machine, module)?;
    }
    Ok(())
}

/// Says how large a module is, and that it is too large.
fn weigh(machine: &Machine, module: &Module) -> Result<()> {
    let Module { feature, folder, name, largest } = module;
    let size = gzipped(machine, &[format!("web/{folder}/{name}_bg.wasm")])?;
    eprintln!("the core's module {feature}: {size} bytes gzipped, at most {largest}");
    ensure!(size <= *largest, "the core's module {feature} is too large");
    Ok(())
}

/// The bytes of some files, each compressed as a server sends it.
fn gzipped(machine: &Machine, files: &[String]) -> Result<usize> {
    let gzip = "const { readFileSync } = require('node:fs'); const { gzipSync } = require('node:zlib'); \
        const sizes = process.argv.slice(1).map((file) => gzipSync(readFileSync(file), { level: 9 }).length); \
        console.log(sizes.reduce((sum, size) => sum + size, 0))";
    Ok(cmd!(machine.shell(), "node -e {gzip}").args(files).quiet().read()?.trim().parse()?)
}

/// Writes dist/: a site of files with relative addresses.
pub fn site(machine: &Machine) -> Result<()> {
    packages(machine)?;
    Ok(cmd!(machine.shell(), "npm run --silent build").quiet().run()?)
}
