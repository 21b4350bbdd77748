//! LibreOffice Calc, which opens the workbooks that the page writes.

use std::path::PathBuf;

use anyhow::{Context as _, Result};

use super::debian;
use crate::machine::Machine;

/// The program, which runs without a window.
pub fn ensure(machine: &Machine) -> Result<PathBuf> {
    const PROGRAMS: [&str; 2] = ["soffice", "libreoffice"];
    if let Some(program) = machine.find(&PROGRAMS) {
        return Ok(program);
    }
    debian::install(machine, &["libreoffice-calc-nogui"], "LibreOffice Calc for the tests of workbooks")?;
    machine.find(&PROGRAMS).context("LibreOffice is installed, but soffice is not on the PATH")
}
