//! How the scores are scaled before the network sees them.

use serde::{Deserialize, Serialize};

/// How the scores are scaled before the network sees them. Targets are never scaled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub enum Scaling {
    /// Nothing.
    #[default]
    Raw,
    /// Divided by 100.
    #[serde(rename = "divide_by_100")]
    DivideBy100,
    /// Divided by the subject's standard deviation over the training students, after subtracting its mean where the
    /// model has a bias. (Without one the model goes through the origin, and a mean taken off would be a bias in disguise.)
    Standard,
}
