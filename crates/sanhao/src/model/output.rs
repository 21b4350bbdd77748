//! Outputs: predictions from the last layer's sums, and the class that they stand for.

use wide::f32x4;

use crate::math::{exp, sigmoid};
use crate::spec::model::Output;

impl Output {
    /// The logit at which a single output for two classes is at the decision boundary.
    pub(crate) fn logit_of_half(self) -> f64 {
        if self == Self::Linear { 0.5 } else { 0.0 }
    }

    /// Writes the predictions for the logits, groups × outputs each.
    pub(crate) fn values(self, outputs: usize, logits: &[f32x4], predictions: &mut [f32x4]) {
        match self {
            Self::Linear => predictions.copy_from_slice(logits),
            Self::Sigmoid => predictions.iter_mut().zip(logits).for_each(|(p, &z)| *p = sigmoid(z)),
            Self::Softmax => {
                for (p, z) in predictions.chunks_exact_mut(outputs).zip(logits.chunks_exact(outputs)) {
                    softmax(z, p);
                }
            }
        }
    }
}

/// Writes the probabilities of one group's logits, one vector a class each; returns Σ e^(z − m) and m, the largest logit.
#[inline(always)]
pub(crate) fn softmax(logits: &[f32x4], probabilities: &mut [f32x4]) -> [f32x4; 2] {
    let largest = logits.iter().fold(f32x4::splat(f32::NEG_INFINITY), |m, &z| m.fast_max(z));
    let mut sum = f32x4::ZERO;
    for (p, &z) in probabilities.iter_mut().zip(logits) {
        *p = exp(z - largest);
        sum += *p;
    }
    let inverse = f32x4::ONE / sum;
    probabilities.iter_mut().for_each(|p| *p *= inverse);
    [sum, largest]
}

/// The class of one student's predictions: of a single output the second class from ½ on; of several the class with the
/// largest (of equal ones the first).
pub fn class_of(predictions: impl IntoIterator<Item = f32>) -> usize {
    let mut best = (0, f32::NEG_INFINITY);
    let mut outputs = 0;
    for (class, p) in predictions.into_iter().enumerate() {
        outputs += 1;
        if p > best.1 {
            best = (class, p);
        }
    }
    if outputs == 1 { usize::from(best.1 >= 0.5) } else { best.0 }
}

/// The probability that predictions give a class: a single output is that of the second of two.
pub(crate) fn probability_of(class: usize, predictions: impl ExactSizeIterator<Item = f32>) -> f32 {
    match predictions.len() {
        1 => predictions.map(|p| if class == 1 { p } else { 1.0 - p }).sum(),
        _ => predictions.skip(class).take(1).sum(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_classes_need_one_output_unless_a_softmax_shares_them_out() {
        assert_eq!([0, 2, 3].map(|classes| Output::Sigmoid.units(classes)), [1, 1, 3]);
        assert_eq!([2, 3].map(|classes| Output::Softmax.units(classes)), [2, 3]);
    }

    #[test]
    fn softmax_of_two_is_the_sigmoid_of_the_difference() {
        let mut predictions = [f32x4::ZERO; 2];
        let logits = [[1.0, 1e4, 3.0, -1e4], [3.0, -1e4, 1.0, 1e4]].map(f32x4::from);
        Output::Softmax.values(2, &logits, &mut predictions);
        let of_difference = sigmoid(logits[1] - logits[0]);
        let [first, second] = predictions.map(f32x4::to_array);
        assert!((f32x4::from(second) - of_difference).abs().simd_lt(f32x4::splat(1e-7)).all());
        assert_eq!([first[1], second[1], first[3], second[3]], [1.0, 0.0, 0.0, 1.0]);
    }

    #[test]
    fn the_class_is_the_largest_or_the_far_side_of_a_half() {
        assert_eq!([0.4, 0.5].map(|p| class_of([p])), [0, 1]);
        assert_eq!(class_of([0.2, 0.5, 0.3]), 1);
        assert_eq!(class_of([0.5, 0.5]), 0);
        assert_eq!([0, 1].map(|class| probability_of(class, [0.25].into_iter())), [0.75, 0.25]);
        assert_eq!(probability_of(2, [0.2, 0.5, 0.3].into_iter()), 0.3);
    }
}
