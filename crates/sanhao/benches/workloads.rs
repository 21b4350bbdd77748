//! The workloads of `cargo xtask bench`, natively. What they are stands in tests/bench/workloads.ts alone; it arrives
//! here as JSON.

use std::path::PathBuf;
use std::process::ExitCode;

use divan::Bencher;
use divan::counter::ItemsCount;
use sanhao::{CheckedExperiment, Experiment, PredictionGrid, ScorePlane, Trainer};
use serde::Deserialize;

/// An experiment to train, or one whose network is asked for every point of a grid.
#[derive(Deserialize)]
struct Workload {
    experiment: Experiment,
    grid: Option<Grid>,
}

#[derive(Deserialize)]
struct Grid {
    columns: usize,
    rows: usize,
    plane: ScorePlane,
}

fn main() -> ExitCode {
    if names().is_empty() {
        eprintln!("target/bench/workloads holds none yet: cargo xtask bench writes them");
        return ExitCode::FAILURE;
    }
    divan::main();
    ExitCode::SUCCESS
}

/// Students, or points, a second.
#[divan::bench(args = names(), max_time = 2)]
fn workload(bencher: Bencher<'_, '_>, name: &str) {
    let Workload { experiment, grid } = read(name);
    let students = experiment.table.students.len();
    let batch = experiment.training.batch_size.unwrap_or(students);
    let mut trainer = Trainer::new(CheckedExperiment::try_from(experiment).expect("a valid experiment"));
    match grid {
        None => {
            // So many that what surrounds them is not seen.
            let epochs = 10_000_usize.div_ceil(students);
            let updates = (epochs * students.div_ceil(batch)) as u64;
            bencher.counter(ItemsCount::new(epochs * students)).bench_local(|| trainer.step(updates));
        }
        Some(Grid { columns, rows, plane }) => {
            let mut predictions = PredictionGrid::default();
            bencher
                .counter(ItemsCount::new(columns * rows))
                .bench_local(|| predictions.fill(trainer.view(), &plane, columns, rows));
        }
    }
}

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/bench/workloads"))
}

/// The workloads that have been written, in the alphabet's order.
fn names() -> Vec<String> {
    let files = std::fs::read_dir(folder()).into_iter().flatten().flatten();
    let name = |file: std::fs::DirEntry| Some(file.path().file_stem()?.to_str()?.to_owned());
    let mut names: Vec<String> = files.filter_map(name).collect();
    names.sort();
    names
}

fn read(name: &str) -> Workload {
    let json = std::fs::read_to_string(folder().join(name).with_extension("json")).expect("a file to read");
    serde_json::from_str(&json).expect("a workload")
}
