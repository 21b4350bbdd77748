//! The machine: where the project and its tools are, and how commands are run.

use std::cell::Cell;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use xshell::{Cmd, Shell};

/// The toolchain of Debian's packages, by the name under which setup links it into rustup.
pub const DEBIAN: &str = "debian";

/// A shell in the project's folder, with the tools of the project's own cache on its PATH.
pub struct Machine {
    shell: Shell,
    /// Tools built for this project, kept for every checkout of it.
    cache: PathBuf,
    /// Whether the compiler with the wasm32 target is Debian's and not the default one.
    debian_for_wasm: Cell<bool>,
}

impl Machine {
    pub fn new() -> Result<Self> {
        let shell = Shell::new()?;
        let project =
            Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).context("no project folder")?;
        shell.change_dir(project);
        let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"));
        let cache = match std::env::var_os("XDG_CACHE_HOME") {
            Some(cache) => PathBuf::from(cache),
            None => PathBuf::from(home.context("neither HOME nor XDG_CACHE_HOME is set")?).join(".cache"),
        };
        Ok(Self { shell, cache: cache.join("sanhao"), debian_for_wasm: Cell::new(false) })
    }

    pub fn shell(&self) -> &Shell {
        &self.shell
    }

    pub fn project(&self) -> PathBuf {
        self.shell.current_dir()
    }

    pub fn cache(&self) -> &Path {
        &self.cache
    }

    /// Puts a folder first on the PATH of the commands to come.
    pub fn prepend_path(&self, folder: &Path) -> Result<()> {
        self.shell.set_var("PATH", prepended(folder, self.shell.var_os("PATH"))?);
        Ok(())
    }

    /// The path of the first of these programs that is on the PATH.
    pub fn find(&self, programs: &[&str]) -> Option<PathBuf> {
        let path = self.shell.var_os("PATH")?;
        let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
        let file = |program: &&str| {
            folders
                .iter()
                .map(|folder| folder.join(program).with_extension(std::env::consts::EXE_EXTENSION))
                .find(|file| file.is_file())
        };
        programs.iter().find_map(file)
    }

    /// A command that builds for wasm32, with the toolchain that has this target.
    pub fn for_wasm<'a>(&self, command: Cmd<'a>) -> Cmd<'a> {
        // `cargo xtask` hands its own toolchain on in these.
        let command = command.env_remove("CARGO").env_remove("RUSTC").env_remove("LD_LIBRARY_PATH");
        if self.debian_for_wasm.get() {
            // Two compilers would throw away each other's work in one folder.
            command
                .env("RUSTUP_TOOLCHAIN", DEBIAN)
                .env("CARGO_TARGET_DIR", self.project().join("target/debian"))
        } else {
            command
        }
    }

    /// Lets [`Machine::for_wasm`] use Debian's toolchain.
    pub fn use_debian_for_wasm(&self) {
        self.debian_for_wasm.set(true);
    }

    pub fn uses_debian_for_wasm(&self) -> bool {
        self.debian_for_wasm.get()
    }
}

/// A PATH with one more folder at its head.
pub fn prepended(folder: &Path, path: Option<OsString>) -> Result<OsString> {
    let rest = path.unwrap_or_default();
    let folders = [folder.to_owned()].into_iter().chain(std::env::split_paths(&rest));
    Ok(std::env::join_paths(folders)?)
}
