//! Debian's packages.

use std::path::Path;

use anyhow::{Result, bail};
use xshell::cmd;

use super::say;
use crate::machine::Machine;

/// Whether packages can be installed here: Debian or a relative of it, as root.
pub fn is_root_on_debian(machine: &Machine) -> bool {
    let root = cmd!(machine.shell(), "id -u").quiet().ignore_stderr().read().is_ok_and(|id| id == "0");
    root && Path::new("/etc/debian_version").exists() && machine.find(&["apt-get"]).is_some()
}

/// Installs packages, saying so first.
///
/// # Errors
/// Not root, not Debian, or apt-get failed: the command to run by hand.
pub fn install(machine: &Machine, packages: &[&str], why: &str) -> Result<()> {
    let by_hand = format!("apt-get install --no-install-recommends {}", packages.join(" "));
    if !is_root_on_debian(machine) {
        bail!(
            "{why} needed, and packages can only be installed as root on Debian; there it would be: {by_hand}"
        );
    }
    say(&format!("{why} from Debian's packages: {}", packages.join(" ")));
    let shell = machine.shell();
    let _quiet = shell.push_env("DEBIAN_FRONTEND", "noninteractive");
    let update = cmd!(shell, "apt-get update -qq").quiet().run();
    let install = cmd!(shell, "apt-get install -y -qq --no-install-recommends {packages...}")
        // Another apt-get may be at work, of a machine's own updates for one.
        .args(["-o", "DPkg::Lock::Timeout=300"])
        .quiet();
    if update.is_err() || install.ignore_stdout().run().is_err() {
        bail!("apt-get failed; by hand: apt-get update && {by_hand}");
    }
    Ok(())
}
