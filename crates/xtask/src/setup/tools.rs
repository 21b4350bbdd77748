//! Programs from crates.io that drive the build and the browsers.

use anyhow::{Context as _, Result};
use xshell::cmd;

use super::say;
use crate::machine::Machine;

/// A program of a crate, at a version.
pub struct Tool {
    package: &'static str,
    program: &'static str,
    version: Version,
    locked: bool,
    why: &'static str,
}

/// Which versions of a program will do.
enum Version {
    /// This one alone.
    Exactly(String),
    /// Any; this one where there is none.
    Any(&'static str),
}

pub const WASM_PACK: Tool = Tool {
    package: "wasm-pack",
    program: "wasm-pack",
    version: Version::Any("0.15.1"),
    locked: true,
    why: "builds the core for browsers and runs its tests there",
};

pub const GECKODRIVER: Tool = Tool {
    package: "geckodriver",
    program: "geckodriver",
    version: Version::Any("0.37.1"),
    locked: true,
    why: "lets tests drive Firefox",
};

/// The tool and the crate wasm-bindgen read each other's format only at the same version.
pub fn wasm_bindgen(machine: &Machine) -> Result<Tool> {
    let lock = machine.shell().read_file("Cargo.lock")?;
    Ok(Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: Version::Exactly(
            locked_version(&lock, "wasm-bindgen").context("no wasm-bindgen in Cargo.lock")?,
        ),
        // Its own lock file names a version that its registry does not have any more.
        locked: false,
        why: "writes the JavaScript around the core",
    })
}

pub fn ensure(machine: &Machine, tools: &[Tool]) -> Result<()> {
    tools.iter().try_for_each(|tool| tool.ensure(machine))
}

impl Tool {
    fn ensure(&self, machine: &Machine) -> Result<()> {
        let Self { package, program, .. } = *self;
        let shell = machine.shell();
        let there = machine
            .find(&[program])
            .and_then(|file| cmd!(shell, "{file} --version").quiet().ignore_stderr().read().ok());
        let version = match &self.version {
            Version::Any(version) if there.is_none() => version,
            Version::Exactly(version) if there.is_none_or(|there| !is_version(&there, version)) => &**version,
            _ => return Ok(()),
        };
        let folder = machine.cache().join(format!("tools/{package}-{version}"));
        if !folder.join("bin").join(program).with_extension(std::env::consts::EXE_EXTENSION).is_file() {
            say(&format!("{package} {version}, which {}; this takes minutes", self.why));
            let locked = self.locked.then_some("--locked");
            cmd!(shell, "cargo install --quiet {package} --version {version} {locked...} --root {folder}")
                .env_remove("CARGO_TARGET_DIR")
                .quiet()
                .run()
                .with_context(|| format!("by hand: cargo install {package} --version {version}"))?;
        }
        machine.prepend_path(&folder.join("bin"))
    }
}

/// Whether a program that prints this about itself is of this version.
fn is_version(printed: &str, version: &str) -> bool {
    printed.split_whitespace().any(|word| word == version)
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version(lock: &str, package: &str) -> Option<String> {
    let heading = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != heading);
    let version = lines.nth(1)?.strip_prefix("version = \"")?;
    Some(version.strip_suffix('"')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_the_package_and_not_of_one_that_begins_alike() {
        let lock = "[[package]]\nname = \"wasm-bindgen-test\"\nversion = \"0.3.80\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "web-sys"), None);
    }

    #[test]
    fn a_version_is_a_whole_word() {
        assert!(is_version("wasm-bindgen 0.2.130", "0.2.130"));
        assert!(!is_version("wasm-bindgen 0.2.13", "0.2.130"));
    }
}
