//! Explanations of a model or a run, which none of them changes.
//!
//! Functions over a [`ModelView`](crate::ModelView) describe a model as it stands, in a run or elsewhere:
//! - [`metrics`]: how well students are predicted; [`sigmoid_curve`]: where one sigmoid puts them;
//!   [`weighted_sum`]: one neuron's sum, term by term.
//! - [`prediction_grid`], [`neurons`]: outputs and hidden neurons over a plane of scores; [`boundary_image`]: their colours.
//! - [`per_sample_steps`]: the step that each student's own loss asks for.
//!
//! Functions over an [`Analysis`](analysis::Analysis) ask about the training loss and the parameters:
//! - [`edit_pull`]: how an edit of one student changes that student's pull on the weights.
//! - [`explain`]: one update, number by number.
//! - [`surface`], [`least_squares`], [`grid_search`]: the loss over the parameters, its minimum, and every candidate on
//!   a grid.
//! - [`stability`]: the largest stable learning rate.
//!
//! [`spread`] says how the runs of a [`Sweep`](crate::Sweep) differ.
//!
//! [`diagnosis`] says what a run is doing; `ahead` trains a copy on, `vanishing` counts why the gradient is small,
//! `limits` says what keeps a run at rest from a lower loss. `objective` is the training
//! objective around a point, with its curvature; `least_absolute` the least absolute error of a linear model.

mod ahead;
pub mod analysis;
pub mod boundary_image;
pub mod diagnosis;
pub mod edit_pull;
pub mod explain;
pub mod grid_search;
mod least_absolute;
pub mod least_squares;
mod limits;
pub mod metrics;
pub mod neurons;
mod objective;
pub mod per_sample_steps;
pub mod prediction_grid;
pub mod sigmoid_curve;
pub mod spread;
pub mod stability;
pub mod surface;
pub(crate) mod vanishing;
pub mod weighted_sum;
