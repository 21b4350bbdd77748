//! `cargo xtask play`.

use anyhow::Result;
use xshell::cmd;

use crate::machine::Machine;
use crate::{build, setup};

/// Builds the page and serves it until interrupted.
pub fn serve(machine: &Machine) -> Result<()> {
    write(machine)?;
    Ok(cmd!(machine.shell(), "npm run --silent preview").quiet().run()?)
}

/// Builds the page into dist/.
pub fn write(machine: &Machine) -> Result<()> {
    setup::for_building(machine)?;
    build::site(machine)?;
    eprintln!(
        "The page is in {}: any file server can serve it, from any folder.",
        machine.project().join("dist").display()
    );
    Ok(())
}
