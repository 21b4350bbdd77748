//! The fuzz targets on the inputs that fuzzing has kept, so that an ordinary test run needs no fuzzer.

use std::path::Path;

/// Runs a target on every file of its corpus.
fn replay(name: &str, target: fn(&[u8])) {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(name);
    let mut replayed = 0;
    for file in std::fs::read_dir(corpus).unwrap() {
        let path = file.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        if std::panic::catch_unwind(|| target(&bytes)).is_err() {
            panic!("on {}", path.display());
        }
        replayed += 1;
    }
    assert!(replayed > 50, "the corpus of {name} has only {replayed} inputs");
}

#[test]
fn any_bytes_are_a_table_or_an_error() {
    replay("csv", crate::targets::csv);
}

#[test]
fn any_json_is_an_experiment_that_trains_or_an_error() {
    replay("experiment", crate::targets::experiment);
}

#[test]
fn any_edits_leave_a_run_that_goes_on() {
    replay("session", crate::targets::session);
}
