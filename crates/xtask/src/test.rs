//! `cargo xtask test`: every test there is, the quick ones first.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use xshell::{Cmd, cmd};

use crate::machine::Machine;
use crate::setup::browsers::Browsers;
use crate::setup::{libreoffice, python};
use crate::{build, setup};

/// A part of the tests that can be run alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The Rust code natively: format, lints, tests.
    Core,
    /// The boundary in both browsers.
    Boundary,
    /// The TypeScript code: format, lints, types, tests.
    Web,
    /// The built page: every test in Chromium, those that depend on a browser's engine in Firefox too.
    Page,
    /// The boundary's tests and the built page in WebKit and in Chromium 109; the page as a single file in these and the others.
    Engines,
    /// What the page exports: in NumPy, a notebook, onnxruntime and PyTorch; its workbooks in LibreOffice.
    Exports,
}

/// Which tests of the page run in Firefox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InFirefox {
    /// Those that depend on a browser's engine.
    Engine,
    /// All of them.
    Every,
}

impl Part {
    pub const ALL: [Self; 6] =
        [Self::Core, Self::Boundary, Self::Web, Self::Exports, Self::Page, Self::Engines];

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| format!("{part:?}").to_lowercase() == name)
    }
}

/// Sets up what the parts need and runs them; stops at the first failure.
pub fn run(machine: &Machine, parts: &[Part], in_firefox: InFirefox) -> Result<()> {
    let mut stages = Stages::default();
    let any = |of: &[Part]| of.iter().any(|part| parts.contains(part));
    if any(&[Part::Core]) {
        core(machine, &mut stages)?;
    }
    if any(&[Part::Boundary, Part::Web, Part::Page, Part::Engines, Part::Exports]) {
        stages.run("set-up of the build", || setup::for_building(machine))?;
    }
    if any(&[Part::Boundary]) {
        stages.run("set-up of the browsers", || setup::for_boundary(machine))?;
        boundary(machine, &mut stages)?;
    }
    if any(&[Part::Web, Part::Page, Part::Engines, Part::Exports]) {
        stages.run("release build", || build::site(machine))?;
    }
    if any(&[Part::Web]) {
        web(machine, &mut stages)?;
    }
    if any(&[Part::Exports]) {
        exports(machine, &mut stages)?;
    }
    if any(&[Part::Page]) {
        let browsers = setup::for_browsers(machine)?;
        page(machine, &browsers, in_firefox, &mut stages)?;
    }
    if any(&[Part::Engines]) {
        let browsers = stages.run("set-up of WebKit and Chromium 109", || setup::for_engines(machine))?;
        let test = cmd!(machine.shell(), "npm run --silent test:engines")
            .env("SANHAO_CHROMIUM", &browsers.chromium)
            .env("SANHAO_FIREFOX", &browsers.firefox);
        stages.command("tests in WebKit and Chromium 109", machine.for_wasm(test))?;
    }
    stages.report();
    Ok(())
}

fn core(machine: &Machine, stages: &mut Stages) -> Result<()> {
    let shell = machine.shell();
    stages.command("Rust format", cmd!(shell, "cargo fmt --all --check"))?;
    let lints = cmd!(shell, "cargo clippy --quiet --workspace --all-targets --all-features -- -D warnings");
    stages.command("Rust lints", lints)?;
    stages.command("Rust tests", cmd!(shell, "cargo test --quiet --workspace --all-features"))?;
    stages.run("Rust tests over every 32-bit number", || over_every_number(machine))
}

/// Tests the functions of `math` over every 32-bit number, which takes one to three minutes of two cores, unless they have passed
/// as they are. What is compared is everything they depend on, word for word.
fn over_every_number(machine: &Machine) -> Result<()> {
    let shell = machine.shell();
    let mut tested = cmd!(shell, "rustc --version --verbose").read()?;
    let sources = shell.read_dir("crates/sanhao/src/math")?;
    let settings = ["Cargo.toml", "crates/sanhao/Cargo.toml", "Cargo.lock"].map(Path::new);
    for path in sources.iter().map(PathBuf::as_path).chain(settings) {
        tested += &shell.read_file(path)?;
    }
    let passed = "target/math-over-every-number.txt";
    if shell.path_exists(passed) && shell.read_file(passed)? == tested {
        eprintln!("passed before; nothing that they depend on has changed");
        return Ok(());
    }
    cmd!(shell, "cargo test --quiet --workspace --all-features --lib -- --ignored").run()?;
    Ok(shell.write_file(passed, tested)?)
}

fn boundary(machine: &Machine, stages: &mut Stages) -> Result<()> {
    let shell = machine.shell();
    for part in ["--lib", "--tests"] {
        let lints = cmd!(shell, "cargo clippy --quiet --package sanhao-wasm").args(part.split(' ')).args([
            "--target",
            "wasm32-unknown-unknown",
            "--",
            "-D",
            "warnings",
        ]);
        stages.command(&format!("boundary lints {part}"), machine.for_wasm(lints))?;
    }
    for browser in ["--chrome", "--firefox"] {
        // As a person types it: README names these two lines.
        let test = cmd!(shell, "wasm-pack test --headless {browser} crates/sanhao-wasm");
        stages.run(&format!("boundary tests {browser}"), || every_boundary_test(machine, test))?;
    }
    Ok(())
}

/// Runs the tests of the boundary; fails where one fails, and where fewer ran than there are.
fn every_boundary_test(machine: &Machine, test: Cmd<'_>) -> Result<()> {
    let output = machine.for_wasm(test).ignore_status().output()?;
    let (printed, errors) =
        (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    eprintln!("{errors}\n{printed}");
    ensure!(output.status.success(), "wasm-pack ended with {}", output.status);
    let shell = machine.shell();
    let mut written = 0;
    for file in shell.read_dir("crates/sanhao-wasm/src/tests")? {
        written += shell.read_file(file)?.matches("#[wasm_bindgen_test]").count();
    }
    let passed = passed_tests(&printed);
    ensure!(written > 0 && passed >= written, "{passed} tests ran of the {written} in the sources");
    Ok(())
}

/// The number of tests that passed, by what the test runner printed.
fn passed_tests(printed: &str) -> usize {
    let results = printed.lines().filter_map(|line| line.trim().strip_prefix("test result: ok. "));
    results.filter_map(|rest| rest.split(' ').next()?.parse::<usize>().ok()).sum()
}

/// The types that the page is checked against are those of the package just built.
fn web(machine: &Machine, stages: &mut Stages) -> Result<()> {
    let shell = machine.shell();
    stages.command("TypeScript format and lints", cmd!(shell, "npm run --silent lint"))?;
    stages.command("TypeScript types", cmd!(shell, "npm run --silent check"))?;
    stages.command("TypeScript tests", cmd!(shell, "npm run --silent test"))
}

/// Writes exports and workbooks of many experiments with the page's own code, and opens each where it is made for.
fn exports(machine: &Machine, stages: &mut Stages) -> Result<()> {
    let shell = machine.shell();
    let python = stages.run("set-up of Python", || python::ensure(machine))?;
    let torch = stages.run("set-up of PyTorch", || python::ensure_torch(machine))?;
    let soffice = stages.run("set-up of LibreOffice", || libreoffice::ensure(machine))?;
    let folder = machine.project().join("target/exports");
    let (runs, workbooks) = (folder.join("runs"), folder.join("workbooks"));
    let write = cmd!(shell, "npm run --silent test:exports").env("SANHAO_EXPORTS", &folder);
    stages.command("exports written", write)?;
    stages.command(
        "exports in NumPy, notebooks and onnxruntime",
        cmd!(shell, "{python} tests/exports/check.py {runs}"),
    )?;
    stages.command("exports in PyTorch", cmd!(shell, "{torch} tests/exports/check_torch.py {runs}"))?;
    stages.command(
        "workbooks in LibreOffice and openpyxl",
        cmd!(shell, "{python} tests/exports/check_workbooks.py {workbooks} {soffice}"),
    )
}

fn page(machine: &Machine, browsers: &Browsers, in_firefox: InFirefox, stages: &mut Stages) -> Result<()> {
    let script = match in_firefox {
        InFirefox::Engine => "test:page",
        InFirefox::Every => "test:page:all",
    };
    let test = cmd!(machine.shell(), "npm run --silent {script}")
        .env("SANHAO_CHROMIUM", &browsers.chromium)
        .env("SANHAO_FIREFOX", &browsers.firefox);
    stages.command("page tests", test)
}

/// The stages done and how long each took.
#[derive(Default)]
struct Stages(Vec<(String, Duration)>);

impl Stages {
    fn command(&mut self, name: &str, command: Cmd<'_>) -> Result<()> {
        self.run(name, || Ok(command.run()?))
    }

    fn run<T>(&mut self, name: &str, stage: impl FnOnce() -> Result<T>) -> Result<T> {
        eprintln!("\n== {name}");
        let start = Instant::now();
        let result = stage().with_context(|| format!("{name} failed"))?;
        self.0.push((name.to_owned(), start.elapsed()));
        Ok(result)
    }

    fn report(&self) {
        eprintln!();
        for (name, time) in &self.0 {
            eprintln!("{:8.1} s  {name}", time.as_secs_f64());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_go_by_their_lower_case_names() {
        assert_eq!(Part::named("boundary"), Some(Part::Boundary));
        assert_eq!(Part::named("Boundary"), None);
    }

    #[test]
    fn passed_tests_are_counted_and_none_is_none() {
        let printed = "running 3 tests\n\ntest result: ok. 3 passed; 0 failed; 0 ignored\n";
        assert_eq!(passed_tests(printed), 3);
        assert_eq!(passed_tests("no tests to run!\n"), 0);
    }
}
