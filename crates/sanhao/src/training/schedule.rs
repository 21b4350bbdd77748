//! The factor of a learning-rate schedule.

use std::f64::consts::PI;

use crate::math::power;
use crate::spec::training::Schedule;

impl Schedule {
    /// The factor on the learning rate for the update after `updates` updates.
    #[inline(always)]
    pub(crate) fn factor(self, updates: u64) -> f64 {
        if self == Self::Constant { 1.0 } else { self.factor_at(updates as f64) }
    }

    #[inline(never)]
    fn factor_at(self, t: f64) -> f64 {
        match self {
            Self::Constant => 1.0,
            Self::Step { every, factor } => power(factor, (t / f64::from(every)) as u64 as f64),
            Self::Exponential { every, factor } => power(factor, t / f64::from(every)),
            Self::Cosine { steps } => {
                // cos x = sin(π/2 − x)
                0.5 + 0.5 * sine(PI * (0.5 - (t / f64::from(steps)).min(1.0)))
            }
            Self::WarmUp { steps } => ((t + 1.0) / f64::from(steps)).min(1.0),
        }
    }
}

/// sin x for x from −π/2 to π/2, the same bits on every machine: the Taylor series up to x²¹/21!, of which the next term
/// is below 2·10⁻¹⁸.
fn sine(x: f64) -> f64 {
    x + (1..=10).rev().fold(0.0, |rest, k| (x + rest) * (-x * x) / f64::from(2 * k * (2 * k + 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schedules_pass_through_the_values_of_their_formulas() {
        let step = Schedule::Step { every: 10, factor: 0.5 };
        assert_eq!([0, 9, 10, 25].map(|t| step.factor(t)), [1.0, 1.0, 0.5, 0.25]);
        let exponential = Schedule::Exponential { every: 10, factor: 0.25 };
        assert_eq!([0, 5, 10].map(|t| exponential.factor(t)), [1.0, 0.5, 0.25]);
        let cosine = Schedule::Cosine { steps: 10 };
        assert_eq!([0, 10, 99].map(|t| cosine.factor(t)), [1.0, 0.0, 0.0]);
        assert!((cosine.factor(5) - 0.5).abs() < 1e-15);
        let cosine = Schedule::Cosine { steps: 100_000 };
        for t in 0..=100_000 {
            let expected = 0.5 * (1.0 + libm::cos(PI * t as f64 / 1e5));
            let factor = cosine.factor(t);
            assert!((factor - expected).abs() < 1e-15 && (0.0..=1.0).contains(&factor), "{t}: {factor}");
        }
        let warm_up = Schedule::WarmUp { steps: 4 };
        assert_eq!([0, 1, 3, 50].map(|t| warm_up.factor(t)), [0.25, 0.5, 1.0, 1.0]);
        assert_eq!(Schedule::Constant.factor(u64::MAX), 1.0);
    }
}
