//! The core's integration tests: one binary, because linking takes longer than most of them.

mod absolute_rate;
mod adaptive_rate;
mod analysis;
mod arrays;
mod article;
mod bits;
mod boundary_image;
mod corpus;
mod csv;
mod diagnosis;
mod edit_pull;
mod experiment;
mod explain;
mod grid_search;
mod known_answers;
mod known_runs;
mod layering;
mod learning_rate;
mod least_squares;
mod maker;
mod missing_scores;
mod parameters;
mod parity;
mod per_sample_steps;
mod properties;
mod reference;
mod sigmoid_curve;
mod spread;
mod stability;
mod sweep;
mod timeline;
mod trainer;
#[cfg(feature = "typescript")]
mod typescript;

#[path = "../../fuzz/targets.rs"]
mod targets;

use targets::{draw, reported};

/// The scores of a student who misses none.
fn complete(scores: &[f64]) -> Vec<Option<f64>> {
    scores.iter().copied().map(Some).collect()
}

/// The scores of a student who is known to miss none.
fn scores_of(student: &sanhao::Student) -> Vec<f64> {
    student.complete_scores().expect("no score is missing")
}
