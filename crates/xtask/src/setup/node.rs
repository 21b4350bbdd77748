//! Node.js and the page's packages.

use std::time::SystemTime;

use anyhow::{Context as _, Result, bail};
use xshell::cmd;

use super::say;
use crate::machine::Machine;

/// The oldest Node.js that Vite runs on.
const OLDEST: (u32, u32) = (20, 19);

pub fn ensure(machine: &Machine) -> Result<()> {
    let shell = machine.shell();
    let version = cmd!(shell, "node --version").quiet().ignore_stderr().read().ok();
    if version.as_deref().and_then(parsed).is_none_or(|version| version < OLDEST) {
        let (major, minor) = OLDEST;
        let there = version.as_deref().unwrap_or("none");
        bail!(
            "Node.js {major}.{minor} or newer with npm is needed, there is {there}. \
             Where there is an older npm: npm install --global node@22; else: https://nodejs.org/en/download"
        );
    }
    packages(machine, "", "the page's packages")?;
    // wasm-pack takes wasm-opt from here instead of downloading it.
    machine.prepend_path(&machine.project().join("node_modules/.bin"))
}

/// The libraries that the benchmark compares with.
pub fn ensure_peers(machine: &Machine) -> Result<()> {
    packages(machine, "tests/bench", "the libraries to compare with")
}

/// Chromium 109, which npm has as a package for x86-64 Linux alone.
pub fn ensure_chromium_109(machine: &Machine) -> Result<()> {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        bail!("Chromium 109 needs Linux on x86-64: leave out the part `engines` here");
    }
    packages(machine, "tests/engines", "Chromium 109")
}

/// Installs a folder's packages where the lock file has changed since.
fn packages(machine: &Machine, folder: &str, what: &str) -> Result<()> {
    let folder = machine.project().join(folder);
    let changed = |file: &str| -> Option<SystemTime> {
        std::fs::metadata(folder.join(file)).and_then(|file| file.modified()).ok()
    };
    let installed = changed("node_modules/.package-lock.json");
    if installed.is_none() || installed < changed("package-lock.json") {
        say(&format!("{what} from npm"));
        let shell = machine.shell();
        let _there = shell.push_dir(&folder);
        cmd!(shell, "npm ci --no-audit --no-fund --loglevel=error")
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
            .quiet()
            .run()
            .with_context(|| format!("by hand, in {}: npm ci", folder.display()))?;
    }
    Ok(())
}

/// Major and minor of `v20.19.1`.
fn parsed(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.strip_prefix('v')?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert_eq!(parsed("v20.9.0"), Some((20, 9)));
        assert!(parsed("v20.9.0") < Some(OLDEST) && parsed("v22.0.0") > Some(OLDEST));
        assert_eq!(parsed("20.19"), None);
    }
}
