//! The S-curve: every student on the axis of the weighted total, in score points, under one sigmoid.

use ndarray::ArrayView2;

use crate::spec::check::length;
use crate::spec::error::{Error, Quantity};

/// The logits of one layer with one sigmoid output, z = Σ w x + b. The learned threshold is the total at which z = 0.
///
/// A student's total is the weighted mean of the scores, Σ w x / Σ w, so that z = Σ w · (total − threshold). Where Σ w = 0
/// neither is defined: they are NaN or infinite. Where Σ w < 0 a higher total means a smaller z.
#[derive(Clone, Debug, PartialEq)]
pub struct SigmoidCurve {
    /// Σ w: z per score point.
    pub steepness: f64,
    /// −b / Σ w, in score points.
    pub threshold: f64,
    /// The totals at which z is −[`SigmoidCurve::SATURATION`] and +[`SigmoidCurve::SATURATION`]. Between them the sigmoid
    /// is neither nearly 0 nor nearly 1.
    pub band: [f64; 2],
    /// Each student's total, in score points.
    pub totals: Vec<f64>,
    /// Each student's z.
    pub logits: Vec<f64>,
}

impl SigmoidCurve {
    /// The |z| from which the sigmoid is nearly 0 or 1: σ(±5) = 0.9933, 0.0067.
    pub const SATURATION: f64 = 5.0;

    /// `scores`: students × subjects; `weights`: one a subject. Weights and bias are in raw score units.
    ///
    /// # Errors
    /// Another number of weights than of subjects: `weights: 2 weights, 3 expected`.
    pub fn new(scores: ArrayView2<'_, f64>, weights: &[f32], bias: f32) -> Result<Self, Error> {
        length(&"weights", weights.len(), scores.ncols(), Quantity::Weights).map_err(|error| *error)?;
        let steepness: f64 = weights.iter().map(|&w| f64::from(w)).sum();
        let sums: Vec<f64> = scores
            .rows()
            .into_iter()
            .map(|scores| scores.iter().zip(weights).map(|(x, &w)| x * f64::from(w)).sum())
            .collect();
        let bias = f64::from(bias);
        Ok(Self {
            steepness,
            threshold: -bias / steepness,
            band: [-Self::SATURATION, Self::SATURATION].map(|z| (z - bias) / steepness),
            totals: sums.iter().map(|sum| sum / steepness).collect(),
            logits: sums.iter().map(|sum| sum + bias).collect(),
        })
    }
}
