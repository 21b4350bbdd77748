//! One neuron's weighted sum for one student, written out.

/// The terms wᵢ xᵢ of z = Σ wᵢ xᵢ + b, and z itself, in 64 bits.
#[derive(Clone, Debug, PartialEq)]
pub struct WeightedSum {
    /// One a score.
    pub terms: Vec<f64>,
    /// z.
    pub sum: f64,
}

impl WeightedSum {
    /// `scores` and `weights`: one a subject, both in raw score units; terms end with the shorter of the two.
    pub fn new(scores: &[f64], weights: &[f32], bias: f32) -> Self {
        let terms: Vec<f64> = scores.iter().zip(weights).map(|(x, &w)| x * f64::from(w)).collect();
        let sum = terms.iter().sum::<f64>() + f64::from(bias);
        Self { terms, sum }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_school_s_rule_is_worked_out_term_by_term() {
        let WeightedSum { terms, sum } = WeightedSum::new(&[90.0, 80.0, 70.0], &[0.5, 0.25, 0.125], 1.0);
        assert_eq!(terms, [45.0, 20.0, 8.75]);
        assert_eq!(sum, 74.75);
    }
}
