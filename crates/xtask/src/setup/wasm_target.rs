//! The compiler's wasm32 target: from rustup, or, where rustup's download host is out of reach, from Debian's sources.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use xshell::cmd;

use super::{debian, say};
use crate::machine::{DEBIAN, Machine};

const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's current Rust with the sources of its standard library, and the linter.
const PACKAGES: [&str; 5] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "rust-web-clippy"];

pub fn ensure(machine: &Machine) -> Result<()> {
    if has_target(machine, "rustc") {
        return Ok(());
    }
    let debians = Path::new("/usr/bin/rustc").exists() && has_target(machine, "/usr/bin/rustc");
    if !debians {
        say(&format!("the Rust target {TARGET}, by rustup"));
        let rustup =
            cmd!(machine.shell(), "rustup target add {TARGET}").env("RUSTUP_MAX_RETRIES", "0").quiet();
        if rustup.quiet().ignore_stderr().run().is_ok() {
            return Ok(());
        }
        say("rustup could not fetch it; Debian has a compiler with the sources to build it from");
        if !debian::is_root_on_debian(machine) {
            bail!("the Rust target {TARGET} is needed: rustup target add {TARGET}");
        }
        debian::install(machine, &PACKAGES, "a Rust compiler")?;
        install_linker(machine)?;
        build_standard_library(machine)?;
    }
    link_toolchain(machine)?;
    machine.use_debian_for_wasm();
    Ok(())
}

fn has_target(machine: &Machine, rustc: &str) -> bool {
    let folder =
        cmd!(machine.shell(), "{rustc} --print target-libdir --target {TARGET}").quiet().ignore_stderr();
    folder.read().is_ok_and(|folder| Path::new(&folder).is_dir())
}

/// `/usr/bin/rust-lld` links to a linker in a package that nothing pulls in.
fn install_linker(machine: &Machine) -> Result<()> {
    let link = std::fs::read_link("/usr/bin/rust-lld").context("reading the link /usr/bin/rust-lld")?;
    let package =
        link.file_name().and_then(|name| name.to_str()).context("/usr/bin/rust-lld links to nothing")?;
    if machine.find(&[package]).is_none() {
        debian::install(machine, &[package], "the linker of WebAssembly")?;
    }
    Ok(())
}

/// Builds the standard library in a crate of no content and puts it where the compiler looks for it.
fn build_standard_library(machine: &Machine) -> Result<()> {
    say(&format!("the standard library for {TARGET}, from its sources (about a minute)"));
    let shell = machine.shell();
    let folder = shell.create_temp_dir()?;
    shell.write_file(
        folder.path().join("Cargo.toml"),
        "[package]\nname = \"nothing\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n",
    )?;
    shell.write_file(folder.path().join("src/lib.rs"), "")?;
    let _there = shell.push_dir(folder.path());
    let path = crate::machine::prepended(Path::new("/usr/bin"), shell.var_os("PATH"))?;
    cmd!(shell, "/usr/bin/cargo build --quiet --release --target {TARGET}")
        .arg("-Zbuild-std=std,panic_abort,panic_unwind,test,proc_macro")
        .env("PATH", path)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", folder.path().join("target"))
        .env_remove("CARGO")
        .env_remove("RUSTC")
        .env_remove("RUSTUP_TOOLCHAIN")
        .env_remove("LD_LIBRARY_PATH")
        .quiet()
        .run()
        .with_context(|| format!("building the standard library; with rustup: rustup target add {TARGET}"))?;
    let to = PathBuf::from(format!("/usr/lib/rustlib/{TARGET}/lib"));
    shell.create_dir(&to)?;
    for file in shell.read_dir(folder.path().join(format!("target/{TARGET}/release/deps")))? {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if name.ends_with(".rlib") && !name.starts_with("libnothing") {
            shell.copy_file(&file, &to)?;
        }
    }
    Ok(())
}

fn link_toolchain(machine: &Machine) -> Result<()> {
    let toolchains = cmd!(machine.shell(), "rustup toolchain list").quiet().read()?;
    if !toolchains.lines().any(|line| line.split_whitespace().next() == Some(DEBIAN)) {
        cmd!(machine.shell(), "rustup toolchain link {DEBIAN} /usr").quiet().run()?;
    }
    Ok(())
}
