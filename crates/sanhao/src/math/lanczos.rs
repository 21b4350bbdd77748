//! The largest eigenvalue of a symmetric matrix of which only products are known.

use crate::math::svd::{add, dot, length};

/// Steps, one product each. After k of them the largest eigenvalue is short by some 0.1 (ln(n k⁴)/k)² of the eigenvalues' range
/// where they crowd, the mean over all starts (Kuczyński & Woźniakowski 1992), by far less where they do not, and by nothing
/// once k = n.
pub(crate) const STEPS: usize = 60;

/// The largest eigenvalue, most positive of all, by Lanczos' method: in a basis of v, Av, A²v, … made orthonormal the matrix has
/// a diagonal and the diagonals beside it alone. Rounding makes the basis less than orthonormal and repeats eigenvalues, but
/// changes none of the outermost (Golub & Van Loan, Matrix Computations, 10.3).
pub(crate) fn largest_eigenvalue(size: usize, mut product: impl FnMut(&[f64]) -> Vec<f64>) -> f64 {
    let (mut diagonal, mut beside) = (vec![], vec![]);
    let mut last = vec![0.0; size];
    // No direction that a problem may happen to be blind to.
    let mut next: Vec<f64> = (0..size).map(|i| 1.0 + 0.37 * ((i * 7 + 3) % 11) as f64).collect();
    for step in 0..STEPS.min(size) {
        let rest = length(&next);
        if rest == 0.0 {
            break;
        }
        next.iter_mut().for_each(|x| *x /= rest);
        let mut image = product(&next);
        let along = dot(&image, &next);
        add(&mut image, -along, &next);
        // The first has nothing beside it.
        let across = if step == 0 { 0.0 } else { rest };
        add(&mut image, -across, &last);
        diagonal.push(along);
        beside.push(across);
        last = std::mem::replace(&mut next, image);
    }
    largest_of_three_diagonals(&diagonal, &beside)
}

/// By bisection: as many eigenvalues are above x as pivots of T − xI are positive (Golub & Van Loan, 8.4.1). `beside[i]` stands
/// beside `diagonal[i - 1]` and `diagonal[i]`.
fn largest_of_three_diagonals(diagonal: &[f64], beside: &[f64]) -> f64 {
    let size = diagonal.iter().chain(beside).fold(0.0, |size: f64, x| size.max(x.abs()));
    // No row sums up to more (Gershgorin).
    let (mut below, mut above) = (-3.0 * size, 3.0 * size);
    for _ in 0..60 {
        let middle = 0.5 * (below + above);
        let mut pivot = 1.0;
        let exceeded = diagonal.iter().zip(beside).any(|(a, b)| {
            pivot = a - middle - b * b / pivot;
            pivot >= 0.0
        });
        *(if exceeded { &mut below } else { &mut above }) = middle;
    }
    0.5 * (below + above)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_positive_eigenvalue_is_found_beside_stronger_negative_ones() {
        // Of the reflected diagonal (I − 2uuᵀ) Λ (I − 2uuᵀ), more of them than steps.
        let size = 90;
        let value = |i: usize| if i == 7 { 3.0 } else { 2.0 - 0.5 * i as f64 };
        let u: Vec<f64> = (0..size).map(|i| ((i * i + 1) as f64).sin()).collect();
        let reflected = |v: &[f64]| -> Vec<f64> {
            let along = 2.0 * dot(&u, v) / dot(&u, &u);
            v.iter().zip(&u).map(|(v, u)| v - along * u).collect()
        };
        let largest = largest_eigenvalue(size, |v| {
            let scaled: Vec<f64> = reflected(v).iter().enumerate().map(|(i, x)| value(i) * x).collect();
            reflected(&scaled)
        });
        assert!((largest - 3.0).abs() < 1e-6, "{largest}");
    }

    #[test]
    fn small_matrices_are_exact_and_nothing_is_zero() {
        let of = |values: &[f64]| {
            largest_eigenvalue(values.len(), |v| v.iter().zip(values).map(|(v, a)| v * a).collect())
        };
        for (values, largest) in
            [(&[2.0, 5.0, -9.0][..], 5.0), (&[-1.0, -4.0], -1.0), (&[7.0], 7.0), (&[0.0, 0.0], 0.0)]
        {
            assert!((of(values) - largest).abs() < 1e-12, "{}, not {largest}", of(values));
        }
    }
}
