//! Building the page: the core for browsers, then everything that is served.

use anyhow::Result;
use xshell::cmd;

use crate::machine::Machine;

/// A module of the core: one of the boundary's features, built by itself.
struct Module {
    feature: &'static str,
    name: &'static str,
}

/// What the page starts with, and what it loads when it is needed.
const MODULES: [Module; 2] =
    [Module { feature: "session", name: "sanhao_wasm" }, Module { feature: "lab", name: "sanhao_lab" }];

/// Writes crates/sanhao-wasm/pkg/, the built files of the npm package `sanhao`, which the page imports too.
pub fn package(machine: &Machine) -> Result<()> {
    for module in &MODULES {
        let Module { feature, name } = module;
        let shell = machine.shell();
        // The package has its own package.json, beside Cargo.toml; npm would obey a .gitignore in pkg/ and leave all of it out.
        let build =
            cmd!(shell, "wasm-pack --log-level warn build --mode no-install --no-pack --no-gitignore")
                .args(["--release", "--target", "web", "--out-name", name, "crates/sanhao-wasm"])
                .args(["--", "--no-default-features", "--features", feature]);
        machine.for_wasm(build).quiet().run()?;
        weigh(machine, module)?;
    }
    Ok(())
}

/// Says how large a module is. What limits it is the first use of the page, of which it is a part.
fn weigh(machine: &Machine, module: &Module) -> Result<()> {
    let Module { feature, name } = module;
    let size = gzipped(machine, &format!("crates/sanhao-wasm/pkg/{name}_bg.wasm"))?;
    eprintln!("the core's module {feature}: {size} bytes gzipped");
    Ok(())
}

/// The bytes of a file, compressed as a server sends it.
fn gzipped(machine: &Machine, file: &str) -> Result<usize> {
    let gzip = "const { readFileSync } = require('node:fs'); const { gzipSync } = require('node:zlib'); \
        console.log(gzipSync(readFileSync(process.argv[1]), { level: 9 }).length)";
    Ok(cmd!(machine.shell(), "node -e {gzip} {file}").quiet().read()?.trim().parse()?)
}

/// Writes dist/: a site of files with relative addresses.
pub fn site(machine: &Machine) -> Result<()> {
    package(machine)?;
    cmd!(machine.shell(), "npm run --silent build").quiet().run()?;
    Ok(())
}
