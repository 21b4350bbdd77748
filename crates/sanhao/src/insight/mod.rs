//! What explains a model or a run without training it.
//!
//! - `analysis`: the prepared data and network that the other files work on.
//! - `metrics`, `field`, `neurons`, `curve`: what the model answers, for students and between them.
//! - `pulls`, `explain`: one student's step; one whole update, number by number.
//! - `surface`, `solve`, `search`, `stability`: the loss over parameters, its minimum, every candidate, and the largest
//!   stable learning rate.

pub(crate) mod analysis;
pub(crate) mod curve;
pub(crate) mod explain;
pub(crate) mod field;
pub(crate) mod metrics;
pub(crate) mod neurons;
pub(crate) mod pulls;
pub(crate) mod search;
pub(crate) mod solve;
pub(crate) mod stability;
pub(crate) mod surface;
