#![doc = include_str!("../README.md")]
//!
//! From the bottom up: a [`Table`] becomes scaled features and targets; a network of dense layers, each with an
//! [`Activation`], ends in an [`Output`]; a [`Loss`] compares that with the targets; an [`Optimizer`] follows the gradient;
//! a [`Trainer`] runs it all, update by update; an [`Evaluation`] and the functions of [`insight`] say what was learned.

#![forbid(unsafe_code)]
// No panic is reachable from the page.
#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod data;
pub mod insight;
mod math;
mod model;
mod spec;
mod training;

pub use ndarray;

pub use data::class_maker::{ClassMaker, Outcome, Scores, SecretRule};
pub use data::dataset::Role;
pub use data::presets::Preset;
pub use insight::analysis::Analysis;
pub use insight::explain::{Explanation, LayerPass};
pub use insight::grid_search::GridSearch;
pub use insight::least_squares::Solution;
pub use insight::metrics::{Metrics, SplitMetrics};
pub use insight::per_sample_steps::PerSampleSteps;
pub use insight::prediction_grid::{PredictionGrid, ScorePlane};
pub use insight::sigmoid_curve::SigmoidCurve;
pub use insight::stability::Stability;
pub use insight::surface::ParameterPlane;
pub use model::evaluation::Evaluation;
pub use model::network::Layer;
pub use model::output::{class_of, confidence};
pub use model::view::ModelView;
pub use spec::check::CheckedExperiment;
pub use spec::error::{Error, Location, Quantity, Rule};
pub use spec::experiment::Experiment;
pub use spec::model::{Activation, Constraint, GivenLayer, HiddenLayer, Initial, Model, Output};
pub use spec::scaling::Scaling;
pub use spec::school;
pub use spec::table::{Student, Table, Target};
pub use spec::training::{Loss, Optimizer, Schedule, Training};
pub use training::history::{History, Point};
pub use training::timeline::Timeline;
pub use training::trainer::{Status, Trainer};
pub use training::update_input::UpdateInput;
