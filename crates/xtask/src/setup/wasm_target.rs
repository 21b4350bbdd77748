//! The compiler's wasm32 target: from rustup, or, where rustup's download host is out of reach, from Debian's sources.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use xshell::cmd;

use super::{debian, say};
use crate::machine::{DEBIAN, Machine};

const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's current Rust with the sources of its standard library.
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm"];

pub fn ensure(machine: &Machine) -> Result<()> {
    if has_target(machine, "rustc") {
        return Ok(());
    }
    let debians = Path::new("/usr/bin/rustc").exists() && has_target(machine, "/usr/bin/rustc");
    if !debians {
        say(&format!("the Rust target {TARGET}, by rustup"));
        let rustup =
            // A host out of reach may also just never answer: without a limit rustup waits for minutes.
            cmd!(machine.shell(), "rustup target add {TARGET}")
                .env("RUSTUP_MAX_RETRIES", "0")
                .env("RUSTUP_DOWNLOAD_TIMEOUT", "20")
                .quiet()
                .ignore_stderr();
        if rustup.run().is_ok() {
            return Ok(());
        }
        if !debian::is_root_on_debian(machine) {
            bail!("the Rust target {TARGET} is needed: rustup target add {TARGET}");
        }
        say("rustup could not fetch it; Debian has a compiler with the sources to build it from");
        debian::install(machine, &PACKAGES, "a Rust compiler")?;
        install_linker(machine)?;
        build_standard_library(machine)?;
    }
    // Without rustup Debian's compiler is the default one, and there is nothing to choose.
    if machine.find(&["rustup"]).is_some() {
        link_toolchain(machine)?;
        machine.use_debian_for_wasm();
    }
    Ok(())
}

/// The linter of the toolchain that builds for wasm32: rustup's has one, Debian's is a package of its own.
pub fn ensure_lints(machine: &Machine) -> Result<()> {
    if !machine.uses_debian_for_wasm() || Path::new("/usr/bin/cargo-clippy").exists() {
        return Ok(());
    }
    debian::install(machine, &["rust-web-clippy"], "the linter of Debian's Rust compiler")
}

/// Whether a compiler makes a WebAssembly module of nothing. That its folder is there says less: after an upgrade of the
/// compiler it holds another compiler's library, after an interrupted set-up half a library, and a linker may be missing.
fn has_target(machine: &Machine, rustc: &str) -> bool {
    let shell = machine.shell();
    let Ok(folder) = shell.create_temp_dir() else { return false };
    let folder = folder.path();
    cmd!(shell, "{rustc} --target {TARGET} --crate-type cdylib --crate-name nothing --out-dir {folder} -")
        .stdin("")
        .quiet()
        .ignore_stderr()
        .run()
        .is_ok()
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
    shell.remove_path(&to)?;
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
