//! The training core of Sanhao: small networks on a table of students.
//!
//! It knows nothing of browsers: no clock, no randomness of the operating system, no output. One [`Experiment`] decides
//! every number of a run, bit for bit, natively and in every browser.
//!
//! From the bottom up: a [`Table`] becomes scaled features and targets; a network of dense layers, each with an
//! [`Activation`], ends in an [`Output`] that a [`Loss`] judges; an [`Optimizer`] follows the gradient; a [`Trainer`]
//! runs it all, update by update; an [`Evaluation`] and a [`Field`] say what was learned.
//!
//! Case 1, the article's own run: two students, their scores and totals; the machine looks for the weights.
//!
//! ```
//! use sanhao::{CheckedExperiment, Preset, Trainer};
//!
//! let experiment = CheckedExperiment::try_from(Preset::Weights.experiment())?;
//! let mut trainer = Trainer::new(experiment);
//! trainer.step(2 * 5000);
//! let evaluation = trainer.evaluate();
//! assert!(evaluation.loss().is_some_and(|points| points < 0.5));
//! # Ok::<(), sanhao::Error>(())
//! ```

// No panic is reachable from the page.
#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod activation;
mod blocks;
mod check;
mod convergence;
mod csv;
mod dataset;
mod error;
mod evaluation;
mod experiment;
mod field;
mod history;
mod kernels;
mod loss;
mod math;
mod network;
mod one_layer;
mod optimizer;
mod output;
mod preset;
mod random;
mod scaler;
mod schedule;
pub mod school;
mod table;
mod trainer;

pub use activation::Activation;
pub use check::CheckedExperiment;
pub use dataset::Role;
pub use error::{Error, Noun, Place, Rule};
pub use evaluation::Evaluation;
pub use experiment::{Constraint, Experiment, GivenLayer, HiddenLayer, Initial, Model, Training};
pub use field::{Field, Plane};
pub use history::{History, Point};
pub use loss::Loss;
pub use network::Layer;
pub use optimizer::Optimizer;
pub use output::{Output, class_of, confidence};
pub use preset::Preset;
pub use scaler::Scaling;
pub use schedule::Schedule;
pub use table::{Student, Table, Target};
pub use trainer::{Snapshot, Status, Trainer};
