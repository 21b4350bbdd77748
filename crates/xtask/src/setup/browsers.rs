//! The browsers that the tests run in, with the driver of Chromium and a font for the screenshots.

use std::path::PathBuf;

use anyhow::{Context as _, Result};

use super::debian;
use crate::machine::Machine;

/// Where the browsers are.
pub struct Browsers {
    pub chromium: PathBuf,
    pub firefox: PathBuf,
}

const CHROMIUM: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const CHROMEDRIVER: [&str; 1] = ["chromedriver"];
/// WebKit's driver, which brings its browser along, and a screen for it: it has no headless mode.
const WEBKIT: [(&str, &str); 3] =
    [("WebKitWebDriver", "webkit2gtk-driver"), ("xvfb-run", "xvfb"), ("xauth", "xauth")];
const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];

pub fn ensure(machine: &Machine) -> Result<Browsers> {
    let wanted: [(&[&str], &str); 3] =
        [(&CHROMIUM, "chromium"), (&CHROMEDRIVER, "chromium-driver"), (&FIREFOX, "firefox-esr")];
    let mut missing: Vec<&str> = wanted
        .iter()
        .filter(|(programs, _)| machine.find(programs).is_none())
        .map(|(_, package)| *package)
        .collect();
    if !missing.is_empty() {
        // A machine without browsers has no Chinese font either.
        missing.push("fonts-noto-cjk");
        debian::install(machine, &missing, "browsers for the tests")?;
    }
    let find = |programs: &[&str]| {
        machine.find(programs).with_context(|| format!("{} is not on the PATH", programs[0]))
    };
    Ok(Browsers { chromium: find(&CHROMIUM)?, firefox: find(&FIREFOX)? })
}

/// WebKit; only Debian packages a driver of it.
pub fn ensure_webkit(machine: &Machine) -> Result<()> {
    let missing = WEBKIT.iter().filter(|(program, _)| machine.find(&[program]).is_none());
    let missing: Vec<&str> = missing.map(|(_, package)| *package).collect();
    if missing.is_empty() { Ok(()) } else { debian::install(machine, &missing, "WebKit for the tests") }
}
