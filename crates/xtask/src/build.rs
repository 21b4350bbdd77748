//! Building the page: the core for browsers, then everything that is served.

use anyhow::{Result, ensure};
use xshell::cmd;

use crate::machine::Machine;

/// A module of the core: one of the boundary's features, built by itself.
struct Module {
    feature: &'static str,
    name: &'static str,
    /// The most bytes of it, compressed as a server sends it.
    largest: usize,
}

/// What the page starts with, and what it loads when it is needed.
const MODULES: [Module; 2] = [
    Module { feature: "session", name: "sanhao_wasm", largest: 80_000 },
    Module { feature: "lab", name: "sanhao_lab", largest: 95_000 },
];

/// Writes crates/sanhao-wasm/pkg/, the built files of the npm package `sanhao`, which the page imports too.
pub fn package(machine: &Machine) -> Result<()> {
    for module in &MODULES {
        let Module { feature, name, .. } = module;
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

/// Says how large a module is, and that it is too large.
fn weigh(machine: &Machine, module: &Module) -> Result<()> {
    let Module { feature, name, largest } = module;
    let size = gzipped(machine, &[format!("crates/sanhao-wasm/pkg/{name}_bg.wasm")])?;
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
    package(machine)?;
    cmd!(machine.shell(), "npm run --silent build").quiet().run()?;
    weigh_first_load(machine)
}

/// The most bytes of the first load, each file compressed as a server sends it.
const LARGEST_FIRST_LOAD: usize = 140_000;

/// Says how much a browser loads before the page stands there: index.html, the scripts, styles and
/// core that it names, and the larger language.
fn weigh_first_load(machine: &Machine) -> Result<()> {
    let shell = machine.shell();
    let assets = shell.read_dir("dist/assets")?;
    let assets = assets.iter().filter_map(|file| file.file_name()?.to_str()).collect::<Vec<_>>();
    let mut files = vec!["dist/index.html".to_owned()];
    files.extend(assets_of(&shell.read_file("dist/index.html")?).map(|name| format!("dist/assets/{name}")));
    let mut language = 0;
    for name in assets.iter().filter(|name| name.starts_with("messages.") && name.ends_with(".js")) {
        language = language.max(gzipped(machine, &[format!("dist/assets/{name}")])?);
    }
    let size = gzipped(machine, &files)? + language;
    eprintln!("the first load: {size} bytes gzipped, at most {LARGEST_FIRST_LOAD}");
    ensure!(size <= LARGEST_FIRST_LOAD, "the first load is too large");
    Ok(())
}

/// The files under assets/ that a page's HTML names, but for pictures.
fn assets_of(html: &str) -> impl Iterator<Item = &str> {
    html.split("=\"./assets/")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|name| !name.ends_with(".svg"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_load_is_what_the_html_names() {
        let html = r#"<link rel="icon" href="./assets/icon-1.svg" /><link href="./assets/core-2.wasm" as="fetch" />
            <script type="module" crossorigin src="./assets/index-3.js"></script>
            <link rel="modulepreload" href="./assets/names-4.js"><link rel="stylesheet" href="./assets/index-5.css">"#;
        let named: Vec<&str> = assets_of(html).collect();
        assert_eq!(named, ["core-2.wasm", "index-3.js", "names-4.js", "index-5.css"]);
    }
}
