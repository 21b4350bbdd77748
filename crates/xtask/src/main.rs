//! Sanhao's commands: `cargo xtask play`, `cargo xtask test` and `cargo xtask bench`. On a fresh machine each installs
//! first what it needs.

mod bench;
mod build;
mod machine;
mod play;
mod setup;
mod test;

use std::process::ExitCode;

use machine::Machine;
use test::{InFirefox, Part};

const USAGE: &str = "\
cargo xtask play            builds the page, serves it and prints its address
cargo xtask play --build    writes the page to dist/, for any file server and any folder on it; dist/sanhao.html runs without one
cargo xtask test            runs the tests; of the page's own, Firefox runs those that depend on a browser's engine
cargo xtask test all        runs every test, the page's own in Firefox and in Chrome
cargo xtask test PART       runs one part of them: core, boundary, web, exports, page, engines
cargo xtask bench           measures the core beside its peers, natively and in both browsers, and prints a table
cargo xtask bench W5 S1     measures these workloads only; with --ours before them, or alone, no peers and Chrome only";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let run: &dyn Fn(&Machine) -> anyhow::Result<()> = match arguments[..] {
        ["play"] => &play::serve,
        ["play", "--build"] => &play::write,
        ["test"] => &|machine| test::run(machine, &Part::ALL, InFirefox::Engine),
        ["test", "all"] => &|machine| test::run(machine, &Part::ALL, InFirefox::Every),
        ["test", part] if Part::named(part).is_some() => {
            &move |machine| test::run(machine, Part::named(part).as_slice(), InFirefox::Engine)
        }
        ["bench", "--ours", ref workloads @ ..] => {
            &move |machine| bench::run(machine, bench::Beside::Nothing, workloads)
        }
        ["bench", ref workloads @ ..] if workloads.iter().all(|name| name.starts_with(['W', 'S'])) => {
            &move |machine| bench::run(machine, bench::Beside::Peers, workloads)
        }
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match Machine::new().and_then(|machine| run(&machine)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
