//! Gradient descent: what changes the parameters, and what is kept of a run.
//!
//! - `trainer`: a run, update by update; `optimizer` and `schedule`: how far each update goes.
//! - `convergence` and `stuck`: criteria for the run's status.
//! - `history`: the losses so far; `snapshot` and `timeline`: going back to any past update.
//! - `update_input`: everything that the next update depends on; `parameters`: parameters set by hand.

pub(crate) mod convergence;
pub(crate) mod history;
pub(crate) mod optimizer;
pub(crate) mod parameters;
pub(crate) mod schedule;
pub(crate) mod snapshot;
pub(crate) mod stuck;
pub(crate) mod timeline;
pub(crate) mod trainer;
pub(crate) mod update_input;
