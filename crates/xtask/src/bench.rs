//! `cargo xtask bench`: the core beside its peers, natively and in both browsers.

use anyhow::Result;
use xshell::cmd;

use crate::machine::Machine;
use crate::{build, setup};

/// What is measured beside the core.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// Every peer, in both browsers, and the core natively.
    Peers,
    /// Nothing: the core alone, in Chromium, for whoever tunes it.
    Nothing,
}

/// Measures the workloads of these names, or all, and prints the table.
pub fn run(machine: &Machine, beside: Beside, workloads: &[&str]) -> Result<()> {
    setup::for_building(machine)?;
    let browsers = setup::for_bench(machine)?;
    build::package(machine)?;
    let shell = machine.shell();
    // It empties target/bench/ first: nothing of an earlier run gets into the table.
    cmd!(shell, "vite build --logLevel warn --config tests/bench/vite.config.ts").quiet().run()?;
    let mut test = cmd!(shell, "playwright test --config tests/bench/playwright.config.ts")
        .env("SANHAO_CHROMIUM", &browsers.chromium)
        .env("SANHAO_FIREFOX", &browsers.firefox);
    if !workloads.is_empty() {
        test = test.env("SANHAO_BENCH", workloads.join(","));
    }
    match beside {
        Beside::Peers => {
            let native =
                cmd!(shell, "cargo bench --quiet --package sanhao --bench workloads -- {workloads...}");
            shell.write_file("target/bench/native.txt", native.quiet().read()?)?;
        }
        Beside::Nothing => test = test.args(["--project", "chromium"]).env("SANHAO_BENCH_ALONE", "1"),
    }
    test.quiet().run()?;
    println!("\n{}", shell.read_file("target/bench/table.md")?);
    Ok(())
}
