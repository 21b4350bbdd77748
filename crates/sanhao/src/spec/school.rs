//! The school's rule for the total, which the learner is to find.

/// The secret weights of 德育 moral, 智育 study and 体育 sport.
pub const WEIGHTS: [f64; 3] = [0.6, 0.3, 0.1];

/// The total from which a student is a 三好学生; also the score that is excellent in a single subject.
pub const EXCELLENT: f64 = 95.0;

/// The secret total of three scores, to a hundredth of a point, as a school writes it.
pub fn total(scores: &[f64]) -> f64 {
    let total: f64 = WEIGHTS.iter().zip(scores).map(|(weight, score)| weight * score).sum();
    libm::round(total * 100.0) / 100.0
}
