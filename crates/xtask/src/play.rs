//! `cargo xtask play`.

#[cfg(unix)]
use anyhow::Context as _;
use anyhow::Result;
use xshell::{Cmd, cmd};

use crate::machine::Machine;
use crate::{build, setup};

/// Builds the page and serves it until interrupted.
pub fn serve(machine: &Machine) -> Result<()> {
    write(machine)?;
    take_over(cmd!(machine.shell(), "vite preview").quiet())
}

/// Runs a command in the place of this process: whatever ends `cargo xtask play` ends the server, and none stays behind.
#[cfg(unix)]
fn take_over(command: Cmd<'_>) -> Result<()> {
    use std::os::unix::process::CommandExt as _;
    Err(std::process::Command::from(command).exec()).context("vite preview did not start")
}

#[cfg(not(unix))]
fn take_over(command: Cmd<'_>) -> Result<()> {
    Ok(command.run()?)
}

/// Builds the page into dist/.
pub fn write(machine: &Machine) -> Result<()> {
    setup::for_building(machine)?;
    build::site(machine)?;
    eprintln!(
        "The page is in {}: any file server can serve it, from any folder. sanhao.html there runs without one.",
        machine.project().join("dist").display()
    );
    Ok(())
}
