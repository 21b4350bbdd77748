//! The S-curve: students on the axis of the weighted total, in score points, under one sigmoid.

/// Where one layer with one sigmoid puts every student: z = Σ w x + b, and z = 0 at the learned threshold.
///
/// A student's total is the weighted mean of the scores, Σ w x / Σ w, so that z = Σ w · (total − threshold). With Σ w = 0
/// there is no total and no threshold: they are NaN or infinite. With Σ w < 0 a higher total means a smaller z.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// Σ w: the steepness, z per score point.
    pub steepness: f64,
    /// −b / Σ w, in score points.
    pub threshold: f64,
    /// The totals at which z is −[`Curve::BAND`] and +[`Curve::BAND`]: what lies between is neither 0 nor 1.
    pub band: [f64; 2],
    /// Each student's total, in score points.
    pub totals: Vec<f64>,
    /// Each student's z.
    pub logits: Vec<f64>,
}

impl Curve {
    /// Where the sigmoid is as good as 0 or 1: σ(±5) = 0.9933, 0.0067.
    pub const BAND: f64 = 5.0;

    /// `scores`: students × subjects, row by row; `weights`: one a subject, in raw score units, as is the bias. No subject
    /// gives no student.
    pub fn new(scores: &[f64], weights: &[f32], bias: f32) -> Self {
        let steepness: f64 = weights.iter().map(|&w| f64::from(w)).sum();
        let weighted =
            |scores: &[f64]| scores.iter().zip(weights).map(|(x, &w)| x * f64::from(w)).sum::<f64>();
        let sums: Vec<f64> = scores.chunks_exact(weights.len().max(1)).map(weighted).collect();
        let bias = f64::from(bias);
        Self {
            steepness,
            threshold: -bias / steepness,
            band: [-Self::BAND, Self::BAND].map(|z| (z - bias) / steepness),
            totals: sums.iter().map(|sum| sum / steepness).collect(),
            logits: sums.iter().map(|sum| sum + bias).collect(),
        }
    }
}
