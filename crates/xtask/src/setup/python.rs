//! Python with the packages that exported scripts and models are tested with.

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use xshell::cmd;

use super::{debian, say};
use crate::machine::Machine;

/// The pinned packages from PyPI.
const REQUIREMENTS: &str = "tests/exports/requirements.txt";

/// A virtual environment with the pinned packages, kept for all checkouts; its Python.
pub fn ensure(machine: &Machine) -> Result<PathBuf> {
    let shell = machine.shell();
    let requirements = shell.read_file(REQUIREMENTS)?;
    let folder = machine.cache().join("python");
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    // What was installed last is noted in the environment itself.
    let installed = folder.join("requirements.txt");
    if python.is_file() && shell.read_file(&installed).is_ok_and(|there| there == requirements) {
        return Ok(python);
    }
    if !imports(machine, "python3", "venv, ensurepip") {
        debian::install(
            machine,
            &["python3-venv"],
            "Python's virtual environments for the tests of exports",
        )?;
    }
    say(
        "numpy, onnxruntime and others from PyPI for the tests of exports, some 320 MB; this takes a minute or two",
    );
    let by_hand =
        || format!("by hand: python3 -m venv {0} && {0}/bin/pip install -r {REQUIREMENTS}", folder.display());
    cmd!(shell, "python3 -m venv --clear {folder}").quiet().run().with_context(by_hand)?;
    cmd!(shell, "{python} -m pip install --quiet --disable-pip-version-check -r {REQUIREMENTS}")
        .quiet()
        .run()
        .with_context(by_hand)?;
    shell.write_file(installed, requirements)?;
    Ok(python)
}

/// A Python that has PyTorch. PyPI's brings gigabytes for graphics cards along; Debian's is small, and for the system's own
/// Python alone.
pub fn ensure_torch(machine: &Machine) -> Result<&'static str> {
    const PYTHONS: [&str; 2] = ["python3", "/usr/bin/python3"];
    let there = || PYTHONS.into_iter().find(|python| imports(machine, python, "torch"));
    if let Some(python) = there() {
        return Ok(python);
    }
    debian::install(
        machine,
        &["python3-torch"],
        "PyTorch (145 MB, 171 packages: some minutes) for the tests of exports",
    )?;
    there().context("no Python with PyTorch; by hand: pip install torch")
}

fn imports(machine: &Machine, python: &str, modules: &str) -> bool {
    let code = format!("import {modules}");
    cmd!(machine.shell(), "{python} -c {code}").quiet().ignore_stdout().ignore_stderr().run().is_ok()
}
