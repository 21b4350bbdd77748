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
    let changed = |file: &str| -> Option<SystemTime> {
        std::fs::metadata(machine.project().join(file)).and_then(|file| file.modified()).ok()
    };
    let installed = changed("node_modules/.package-lock.json");
    if installed.is_none() || installed < changed("package-lock.json") {
        say("the page's packages from npm");
        cmd!(shell, "npm ci --no-audit --no-fund --loglevel=error")
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
            .quiet()
            .run()
            .context("by hand: npm ci")?;
    }
    // wasm-pack takes wasm-opt from here instead of downloading it.
    machine.prepend_path(&machine.project().join("node_modules/.bin"))
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
