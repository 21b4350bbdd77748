//! Gradient descent: what changes the parameters, and what is kept of a run.
//!
//! - `trainer`: a run, update by update; `progress`: its counters. `optimizer` and `schedule`: how far each update goes.
//! - `divergence`, `stuck`, `loss_windows`: what a run shows of itself while it trains, of which
//!   [`insight::diagnosis`](crate::insight::diagnosis) makes a diagnosis.
//! - `parameters`: the checks of parameters that a person sets.
//! - `update_input`: everything that the next update depends on.
//! - `sweep`: many runs that differ in a setting; `quad`, `quad_optimizer`: four of them side by side.
//! - `history`: the losses so far. `snapshot`: a run at one update; `timeline`: a run that goes back to any past update.

pub(crate) mod divergence;
pub(crate) mod history;
pub(crate) mod loss_windows;
pub(crate) mod optimizer;
pub(crate) mod parameters;
pub(crate) mod progress;
mod quad;
mod quad_optimizer;
pub(crate) mod schedule;
pub(crate) mod snapshot;
pub(crate) mod stuck;
pub(crate) mod sweep;
pub(crate) mod timeline;
pub(crate) mod trainer;
pub(crate) mod update_input;

pub use self::history::{History, Point};
pub use self::sweep::Sweep;
pub use self::timeline::Timeline;
pub use self::trainer::Trainer;
pub use self::update_input::UpdateInput;
