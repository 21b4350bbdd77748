//! The network: forward, backward and what its predictions are worth.
//!
//! - `network`: dense layers over one flat array of parameters, and their initializers; `one_layer`: the same computation
//!   for cases 1 to 3 in one pass, with the same bits.
//! - `activation`, `output`, `loss`: each function with its derivative beside it.
//! - `evaluation`: predictions, errors and accuracy for every student of a table.
//! - `sum_to_one`: the constraint on the first layer's weights.
//! - `quad_network`, `quad_one_layer`, `quad_sum_to_one`: the same for four runs side by side, each with its own bits.
//! - `view`: a model with its experiment and data, for reading only.

pub(crate) mod activation;
pub(crate) mod evaluation;
pub(crate) mod loss;
pub(crate) mod network;
pub(crate) mod one_layer;
pub(crate) mod output;
pub(crate) mod quad_network;
pub(crate) mod quad_one_layer;
pub(crate) mod quad_sum_to_one;
pub(crate) mod sum_to_one;
pub(crate) mod view;

pub use self::evaluation::Evaluation;
pub use self::network::Layer;
pub use self::output::class_of;
pub use self::view::ModelView;
