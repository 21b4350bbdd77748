#![doc = include_str!("../README.md")]
//!
//! # Floors
//!
//! The modules are floors: [`spec`], [`data`], [`model`], [`training`] and [`insight`], each of which uses the ones
//! before it and none after it. The types that most programs need are also in the root.
//!
//! From the bottom up: a [`Table`] becomes scaled features and targets; a network of dense layers, each with an
//! [`Activation`], ends in an [`Output`]; a [`Loss`] compares that with the targets; an [`Optimizer`] follows the gradient;
//! a [`Trainer`] runs it all, update by update; an [`Evaluation`] and the functions of [`insight`] say what was learned.

#![forbid(unsafe_code)]
#![warn(missing_debug_implementations)]
// No panic is reachable from the page.
#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod data;
pub mod insight;
mod math;
pub mod model;
pub mod spec;
pub mod training;

pub use ndarray;

pub use data::{ClassMaker, Outcome, Preset, Role, Scores, SecretRule};
pub use insight::analysis::Analysis;
pub use insight::diagnosis::Diagnosis;
pub use insight::explain::{Explanation, LayerPass};
pub use insight::grid_search::GridSearch;
pub use insight::least_squares::Solution;
pub use insight::metrics::{Metrics, SplitMetrics};
pub use insight::per_sample_steps::PerSampleSteps;
pub use insight::prediction_grid::{PredictionGrid, ScorePlane};
pub use insight::sigmoid_curve::SigmoidCurve;
pub use insight::stability::Stability;
pub use insight::surface::ParameterPlane;
pub use insight::vanishing::Cause;
pub use insight::weighted_sum::WeightedSum;
pub use model::{Evaluation, Layer, ModelView, class_of};
pub use spec::{
    Activation, Axis, CheckedExperiment, Constraint, Document, Error, Experiment, GivenLayer, HiddenLayer,
    Initial, Location, Loss, Model, Optimizer, Output, Quantity, Rule, Scaling, Schedule, Student, Table,
    Target, Training, Version, migrate, school,
};
pub use training::{History, Point, Sweep, Timeline, Trainer, UpdateInput};
