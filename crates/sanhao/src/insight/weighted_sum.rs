//! One neuron's weighted sum for one student, written out.

use crate::spec::check::length;
use crate::spec::error::{Error, Quantity};

/// The terms wᵢ xᵢ of z = Σ wᵢ xᵢ + b, and z itself, in 64 bits.
#[derive(Clone, Debug, PartialEq)]
pub struct WeightedSum {
    /// One a score.
    pub terms: Vec<f64>,
    /// z.
    pub sum: f64,
}

impl WeightedSum {
    /// `scores` and `weights`: one a subject, both in raw score units; the bias in the units of z.
    ///
    /// # Errors
    /// Another number of weights than of scores: `weights: 2 weights, 3 expected`.
    pub fn new(scores: &[f64], weights: &[f32], bias: f32) -> Result<Self, Error> {
        length(&"weights", weights.len(), scores.len(), Quantity::Weights).map_err(|error| *error)?;
        let terms: Vec<f64> = scores.iter().zip(weights).map(|(x, &w)| x * f64::from(w)).collect();
        let sum = terms.iter().sum::<f64>() + f64::from(bias);
        Ok(Self { terms, sum })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_school_s_rule_is_worked_out_term_by_term() {
        let WeightedSum { terms, sum } =
            WeightedSum::new(&[90.0, 80.0, 70.0], &[0.5, 0.25, 0.125], 1.0).unwrap();
        assert_eq!(terms, [45.0, 20.0, 8.75]);
        assert_eq!(sum, 74.75);
        for (weights, refused) in [
            (&[0.5, 0.25][..], "weights: 2 weights, 3 expected"),
            (&[0.5; 4], "weights: 4 weights, 3 expected"),
        ] {
            let error = WeightedSum::new(&[90.0, 80.0, 70.0], weights, 1.0).unwrap_err();
            assert_eq!(error.to_string(), refused);
        }
    }
}
