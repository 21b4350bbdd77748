//! The singular value decomposition of a small matrix, in 64 bits.
//!
//! One-sided Jacobi (Hestenes 1958; Golub & Van Loan, Matrix Computations, 4th ed., 8.6.3): pairs of columns are turned
//! until all stand at right angles. It is the most accurate way there is where columns are nearly dependent (Demmel &
//! Veselić 1992), works for any shape and rank, and nine columns need no faster one.

use crate::math::sqrt;

/// A = U Σ Vᵀ, as the columns of U Σ and of V.
pub(crate) struct Svd {
    /// uᵢ σᵢ: at right angles to each other, each as long as its singular value.
    pub scaled: Vec<Vec<f64>>,
    /// vᵢ: at right angles to each other, of length one.
    pub right: Vec<Vec<f64>>,
}

/// Sweeps over all pairs; ten are enough in practice.
const SWEEPS: usize = 60;

impl Svd {
    /// Of a matrix's columns, all of one length.
    pub(crate) fn of(columns: Vec<Vec<f64>>) -> Self {
        let count = columns.len();
        let unit = |i: usize| (0..count).map(|j| f64::from(u8::from(i == j))).collect();
        let mut svd = Self { scaled: columns, right: (0..count).map(unit).collect() };
        for _ in 0..SWEEPS {
            if !svd.sweep() {
                break;
            }
        }
        svd
    }

    /// Turns every pair that is not at right angles; whether there was one.
    fn sweep(&mut self) -> bool {
        let mut turned = false;
        for q in 1..self.scaled.len() {
            for p in 0..q {
                let (a, b) = (&self.scaled[p], &self.scaled[q]);
                let (aa, bb, ab) = (dot(a, a), dot(b, b), dot(a, b));
                if ab.abs() <= f64::EPSILON * sqrt(aa * bb) {
                    continue;
                }
                turned = true;
                // Of the two angles the smaller one.
                let zeta = (bb - aa) / (2.0 * ab);
                let tangent = zeta.signum() / (zeta.abs() + sqrt(1.0 + zeta * zeta));
                let cosine = 1.0 / sqrt(1.0 + tangent * tangent);
                for columns in [&mut self.scaled, &mut self.right] {
                    let (before, after) = columns.split_at_mut(q);
                    for (x, y) in before[p].iter_mut().zip(&mut after[0]) {
                        (*x, *y) = (cosine * (*x - tangent * *y), cosine * (tangent * *x + *y));
                    }
                }
            }
        }
        turned
    }

    /// σᵢ, in the columns' order.
    pub(crate) fn values(&self) -> Vec<f64> {
        self.scaled.iter().map(|column| length(column)).collect()
    }
}

pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

pub(crate) fn length(vector: &[f64]) -> f64 {
    sqrt(dot(vector, vector))
}

/// Adds `times` one vector to another.
pub(crate) fn add(to: &mut [f64], times: f64, vector: &[f64]) {
    to.iter_mut().zip(vector).for_each(|(to, x)| *to += times * x);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How far U Σ Vᵀ is from the columns, at most, and how far V is from turning only.
    fn errors(columns: &[Vec<f64>]) -> [f64; 2] {
        let svd = Svd::of(columns.to_vec());
        let count = columns.len();
        let mut errors = [0.0f64; 2];
        for (j, column) in columns.iter().enumerate() {
            let mut rebuilt = vec![0.0; column.len()];
            (0..count).for_each(|i| add(&mut rebuilt, svd.right[i][j], &svd.scaled[i]));
            errors[0] = rebuilt.iter().zip(column).fold(errors[0], |worst, (a, b)| worst.max((a - b).abs()));
            for i in 0..count {
                let expected = f64::from(u8::from(i == j));
                errors[1] = errors[1].max((dot(&svd.right[i], &svd.right[j]) - expected).abs());
            }
        }
        errors
    }

    #[test]
    fn a_matrix_of_any_shape_and_rank_is_put_together_again() {
        let mut state = 1u64;
        let mut random = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 40) as f64 / 1e6
        };
        for round in 0..500 {
            let (rows, columns, rank) = (1 + round % 10, 1 + round % 9, 1 + round % 4);
            let basis: Vec<Vec<f64>> = (0..rank).map(|_| (0..rows).map(|_| random()).collect()).collect();
            let matrix: Vec<Vec<f64>> = (0..columns)
                .map(|_| {
                    let mut column = vec![0.0; rows];
                    basis.iter().for_each(|b| add(&mut column, random(), b));
                    column
                })
                .collect();
            let [matrix_error, turn_error] = errors(&matrix);
            let size = matrix.iter().flatten().fold(1.0, |size: f64, x| size.max(x.abs()));
            assert!(matrix_error < 1e-13 * size && turn_error < 1e-13, "{rows} × {columns}, rank {rank}");
        }
        assert!(Svd::of(vec![]).values().is_empty());
        assert_eq!(Svd::of(vec![vec![]; 2]).values(), [0.0; 2]);
    }

    #[test]
    fn singular_values_are_the_known_ones() {
        // The Hilbert matrix of order 4: its condition number is 15513.7387389 (Higham, Accuracy and Stability, 28.1).
        let hilbert = (0..4).map(|i| (0..4).map(|j| 1.0 / f64::from(i + j + 1)).collect()).collect();
        let values = Svd::of(hilbert).values();
        let largest = values.iter().copied().fold(0.0, f64::max);
        let smallest = values.iter().copied().fold(f64::INFINITY, f64::min);
        assert!((largest / smallest / 15_513.738_738_929 - 1.0).abs() < 1e-10);
        // Columns of length one, all along the same line.
        let alike = Svd::of(vec![vec![0.6, 0.8]; 8]).values();
        assert!((alike.iter().copied().fold(0.0, f64::max) - 8f64.sqrt()).abs() < 1e-14);
        assert!(alike.iter().filter(|&&value| value > 1e-15).count() == 1);
    }
}
