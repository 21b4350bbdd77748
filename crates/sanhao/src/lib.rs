//! The training core of Sanhao: small networks on a table of students.
//!
//! It knows nothing of browsers: no clock, no randomness of the operating system, no output. One [`Experiment`] decides
//! every number of a run, bit for bit, natively and in every browser.
//!
//! From the bottom up: a [`Table`] becomes scaled features and targets; a network of dense layers, each with an
//! [`Activation`], ends in an [`Output`] that a [`Loss`] judges; an [`Optimizer`] follows the gradient; a [`Trainer`]
//! runs it all, update by update; an [`Evaluation`] and a [`Field`] say what was learned.
//!
//! # The four cases
//!
//! The 三好学生 (three-good student) problem: a school weighs the scores of three subjects by 0.6, 0.3 and 0.1, and keeps
//! that secret.
//!
//! **Case 1, the weights.** Two students' scores and totals are known. The course's own run: weights of 0.1 to begin
//! with, |y − t| as the loss, TensorFlow 1's RMSProp, one student an update. The first update prints the course's digits.
//!
//! ```
//! use sanhao::{CheckedExperiment, Constraint, Initial, Preset, Trainer};
//!
//! let mut experiment = Preset::Weights.experiment();
//! experiment.model.initial = Initial::Constant { weight: 0.1, bias: 0.0 };
//! let mut trainer = Trainer::new(CheckedExperiment::try_from(experiment.clone())?);
//! assert_eq!(trainer.evaluate().predictions()[(0, 0)], 24.0); // of 85: a loss of 61
//! trainer.step(1);
//! let digits = |weights: &[f32]| weights.iter().map(|w| format!("{w:.8}")).collect::<Vec<_>>();
//! assert_eq!(digits(trainer.evaluate().parameters()), ["0.10316052", "0.10316006", "0.10315938"]);
//!
//! // Infinitely many weights fit two students. Held to a sum of one, only the school's do.
//! experiment.model.weights = Constraint::SumToOne;
//! experiment.model.initial = Initial::Zeros;
//! let mut trainer = Trainer::new(CheckedExperiment::try_from(experiment)?);
//! trainer.step(2 * 5000);
//! let weights: Vec<String> = trainer.evaluate().parameters().iter().map(|w| format!("{w:.3}")).collect();
//! assert_eq!(weights, ["0.600", "0.300", "0.100"]);
//! # Ok::<(), sanhao::Error>(())
//! ```
//!
//! **Case 2, the award.** Who is a 三好学生 is known, the total and its threshold of 95 are not. One sigmoid, and the
//! threshold that was learned is −b / Σw.
//!
//! ```
//! # use sanhao::{CheckedExperiment, Preset, Trainer};
//! let mut trainer = Trainer::new(CheckedExperiment::try_from(Preset::Award.experiment())?);
//! trainer.step(2000);
//! let evaluation = trainer.evaluate();
//! assert_eq!(evaluation.accuracy(), Some(1.0));
//! assert_eq!(evaluation.threshold().map(|points| format!("{points:.1}")).as_deref(), Some("94.7"));
//! # Ok::<(), sanhao::Error>(())
//! ```
//!
//! **Case 3, two honours.** Three classes by softmax. Some students have no class yet: they take no part in the loss, and
//! are predicted.
//!
//! ```
//! # use sanhao::{CheckedExperiment, Preset, Role, Trainer};
//! let experiment = Preset::Honours.experiment();
//! let mut trainer = Trainer::new(CheckedExperiment::try_from(experiment.clone())?);
//! trainer.step(1000);
//! let unknown = trainer.roles().iter().position(|&role| role == Role::Unlabelled).unwrap();
//! let evaluation = trainer.evaluate();
//! assert_eq!(evaluation.accuracy(), Some(1.0));
//! assert_eq!(experiment.table.students[unknown].scores, [77.0, 60.0, 67.0]);
//! assert_eq!(experiment.table.classes[usize::from(evaluation.classes()[unknown])], "普通学生");
//! # Ok::<(), sanhao::Error>(())
//! ```
//!
//! **Case 4, layers.** An award for students who are excellent in exactly one subject. One layer cannot draw such a line;
//! six neurons before it can.
//!
//! ```
//! # use sanhao::{CheckedExperiment, Preset, Trainer};
//! let accuracy = |experiment| -> Result<Option<f64>, sanhao::Error> {
//!     let mut trainer = Trainer::new(CheckedExperiment::try_from(experiment)?);
//!     trainer.step(2000);
//!     Ok(trainer.evaluate().accuracy().map(|part| (100.0 * part).round()))
//! };
//! let mut experiment = Preset::Layers.experiment();
//! assert_eq!(accuracy(experiment.clone())?, Some(98.0));
//! experiment.model.hidden.clear();
//! assert_eq!(accuracy(experiment)?, Some(53.0));
//! # Ok::<(), sanhao::Error>(())
//! ```

#![forbid(unsafe_code)]
// No panic is reachable from the page.
#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod data;
mod insight;
mod math;
mod model;
mod spec;
mod training;

pub use data::class_maker::{ClassMaker, Outcome, Scores, SecretRule};
pub use data::dataset::Role;
pub use data::presets::Preset;
pub use insight::analysis::Study;
pub use insight::curve::Curve;
pub use insight::explain::{Explanation, LayerPass};
pub use insight::field::{Field, Plane};
pub use insight::metrics::Metrics;
pub use insight::search::{Search, candidates};
pub use insight::solve::Solution;
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
