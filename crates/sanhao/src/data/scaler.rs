//! The scaling of scores, and its inverse for weights: a learner reads every weight in raw score units.

use crate::math::sqrt;
use crate::spec::scaling::Scaling;

/// x ↦ (x − shift) / scale, one pair a feature.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Scaler {
    shift: Vec<f64>,
    scale: Vec<f64>,
}

impl Scaler {
    /// Fits the scaling to the students' scores, `features` each. `centred`: whether standard scaling subtracts the mean.
    pub(crate) fn new(scaling: Scaling, features: usize, students: &[Vec<f64>], centred: bool) -> Self {
        let constant = |scale| Self { shift: vec![0.0; features], scale: vec![scale; features] };
        match scaling {
            Scaling::Raw => constant(1.0),
            Scaling::DivideBy100 => constant(100.0),
            Scaling::Standard => {
                let count = students.len() as f64;
                let mean = |of: &dyn Fn(&[f64]) -> f64| {
                    students.iter().map(|scores| of(scores)).sum::<f64>() / count
                };
                let (shift, scale) = (0..features)
                    .map(|feature| {
                        let centre = mean(&|scores| scores[feature]);
                        let variance =
                            mean(&|scores| (scores[feature] - centre) * (scores[feature] - centre));
                        let deviation = sqrt(variance);
                        // Students all alike in a subject say nothing of its scale; their mean may be off by rounding.
                        let alike = deviation <= 1e-9 * centre.abs().max(1.0);
                        (if centred { centre } else { 0.0 }, if alike { 1.0 } else { deviation })
                    })
                    .unzip();
                Self { shift, scale }
            }
        }
    }

    /// The network's input for a score in feature `feature`.
    pub(crate) fn scaled_from_raw(&self, feature: usize, score: f64) -> f32 {
        ((score - self.shift[feature]) / self.scale[feature]) as f32
    }

    /// The scale of each feature: a weight of 1 in raw score units is this weight of scaled scores.
    pub(crate) fn scales(&self) -> &[f64] {
        &self.scale
    }

    /// The shift of each feature, in score points.
    pub(crate) fn shifts(&self) -> &[f64] {
        &self.shift
    }

    /// Turns one neuron's weights and bias over scaled features into those over raw scores:
    /// Σ w (x − shift) / scale + b = Σ (w / scale) x + (b − Σ w shift / scale).
    pub(crate) fn raw_from_scaled(&self, weights: &mut [f32], bias: Option<&mut f32>) {
        let mut shifted = 0.0;
        for ((w, scale), shift) in weights.iter_mut().zip(&self.scale).zip(&self.shift) {
            let raw = f64::from(*w) / scale;
            shifted += raw * shift;
            *w = raw as f32;
        }
        if let Some(b) = bias {
            *b = (f64::from(*b) - shifted) as f32;
        }
    }

    /// Σ w · shift: what one neuron's raw weights add to its bias over scaled features, the inverse of
    /// [`Scaler::raw_from_scaled`].
    pub(crate) fn shifted(&self, raw: &[f32]) -> f64 {
        raw.iter().zip(&self.shift).map(|(&w, shift)| f64::from(w) * shift).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STUDENTS: [[f64; 2]; 3] = [[60.0, 95.0], [80.0, 95.0], [100.0, 95.0]];

    fn learn(scaling: Scaling, centred: bool) -> Scaler {
        Scaler::new(scaling, 2, &STUDENTS.map(Vec::from), centred)
    }

    #[test]
    fn standard_scores_have_mean_zero_and_deviation_one() {
        let scaler = learn(Scaling::Standard, true);
        let scaled = STUDENTS.map(|s| f64::from(scaler.scaled_from_raw(0, s[0])));
        assert!((scaled.iter().sum::<f64>()).abs() < 1e-6);
        assert!((scaled.iter().map(|x| x * x).sum::<f64>() / 3.0 - 1.0).abs() < 1e-6);
        assert_eq!(scaler.scaled_from_raw(1, 95.0), 0.0, "a subject in which all are alike");
        let through_origin = learn(Scaling::Standard, false);
        assert_eq!(through_origin.scaled_from_raw(0, 0.0), 0.0);
        assert_eq!(through_origin.scales(), scaler.scales(), "the deviation is from the mean all the same");
        assert_eq!(learn(Scaling::DivideBy100, true).scaled_from_raw(0, 85.0), 0.85);
        assert_eq!(learn(Scaling::DivideBy100, true).scales(), [100.0; 2]);
    }

    #[test]
    fn students_alike_but_for_rounding_keep_the_scale_of_points() {
        // (90.1 + 90.1 + 90.1) / 3 is not 90.1 in 64 bits.
        for scores in [[90.1; 3], [-1e6 + 0.1; 3], [0.0, 1e-150, 0.0]] {
            let students = scores.map(|score| vec![score]);
            assert_eq!(Scaler::new(Scaling::Standard, 1, &students, false).scales(), [1.0], "{scores:?}");
        }
    }

    #[test]
    fn raw_weights_give_the_same_sum_on_raw_scores() {
        for scaling in [Scaling::Raw, Scaling::DivideBy100, Scaling::Standard] {
            let scaler = learn(scaling, true);
            let (scaled, scaled_bias) = ([1.5f32, -2.0], 0.25f32);
            let (mut raw, mut bias) = (scaled, scaled_bias);
            scaler.raw_from_scaled(&mut raw, Some(&mut bias));
            for student in STUDENTS {
                let by_scaled: f32 = (0..2).map(|i| scaled[i] * scaler.scaled_from_raw(i, student[i])).sum();
                let by_raw: f32 = (0..2).map(|i| raw[i] * student[i] as f32).sum();
                // Raw terms reach 200, of which 32 bits resolve 1.5e-5.
                assert!((by_scaled + scaled_bias - by_raw - bias).abs() < 1e-4, "{scaling:?}");
            }
        }
    }
}
