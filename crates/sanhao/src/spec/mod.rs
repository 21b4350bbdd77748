//! What an experiment is: the table, the scaling, the model and the training, as plain data that is checked once.
//!
//! - `experiment`, `table`, `scaling`, `model`, `training`: the types that a person fills in; `builder` builds
//!   them from a table; `json` reads and writes them, `migrate` brings an older form to the present one, `wire` is how enums
//!   with fields are read.
//! - `check`: an [`Experiment`] that has passed is a [`CheckedExperiment`]; only such a one trains.
//! - `error`: a value that was refused, with its location and the rule that it breaks.
//! - `axis`: in what the runs of a sweep differ.
//! - `school`: the secret weights and the total that they give.
//!
//! Nothing here computes: the engines for these descriptions live on the floors above.

pub(crate) mod axis;
pub(crate) mod builder;
pub(crate) mod check;
pub(crate) mod error;
pub(crate) mod experiment;
pub(crate) mod json;
pub(crate) mod migrate;
pub(crate) mod model;
pub(crate) mod scaling;
pub mod school;
pub(crate) mod table;
pub(crate) mod training;
pub(crate) mod wire;

pub use self::axis::Axis;
pub use self::check::CheckedExperiment;
pub use self::error::{Error, Location, Quantity, Rule};
pub use self::experiment::Experiment;
pub use self::migrate::{Document, Version, migrate};
pub use self::model::{Activation, Constraint, GivenLayer, HiddenLayer, Initial, Model, Output};
pub use self::scaling::Scaling;
pub use self::table::{Student, Table, Target};
pub use self::training::{Loss, Optimizer, Schedule, Training};
