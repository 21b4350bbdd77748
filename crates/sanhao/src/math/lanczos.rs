//! The largest eigenvalue of a symmetric matrix of which only products are known.

use crate::math::svd::{add, dot, length};

/// Steps, one product each. After k of them the largest eigenvalue is short by some 0.1 (ln(n k⁴)/k)² of the eigenvalues' range
/// where they crowd, the mean over all starts (Kuczyński & Woźniakowski 1992), by far less where they do not, and by nothing
/// once k = n.
pub(crate) const STEPS: usize = 60;

/// The largest eigenvalue, most positive of all, by Lanczos' method (Golub & Van Loan, Matrix Computations, 10.3).
pub(crate) fn largest_eigenvalue(size: usize, product: impl FnMut(&[f64]) -> Vec<f64>) -> f64 {
    // No direction that a problem may happen to be blind to.
    let start = (0..size).map(|i| 1.0 + 0.37 * ((i * 7 + 3) % 11) as f64).collect();
    let (diagonal, beside) = three_diagonals(start, product);
    largest_of_three_diagonals(&diagonal, &beside)
}

/// gᵀ A⁻¹ g for a vector g: twice what a quadratic with the Hessian A and the gradient g loses on the way to its minimum.
/// Curvatures below `flat` times the largest, negative ones among them, count as that much: along them there is far to go.
/// In the basis of [`three_diagonals`] from g on it is |g|² times the first element of the inverse (Golub & Meurant,
/// Matrices, Moments and Quadrature, 3.1).
pub(crate) fn inverse_form(g: &[f64], flat: f64, product: impl FnMut(&[f64]) -> Vec<f64>) -> f64 {
    let (diagonal, mut beside) = three_diagonals(g.to_vec(), product);
    let least = flat * diagonal.iter().chain(&beside).fold(0.0, |size: f64, x| size.max(x.abs()));
    // What stands after each diagonal element; after the last, nothing.
    let shift = beside.len().min(1);
    beside.rotate_left(shift);
    // The pivots from the last row up: the first element of the inverse is one over the last of them.
    let rows = diagonal.iter().zip(&beside).rev();
    let first = rows.fold(f64::INFINITY, |below, (a, b)| (a - b * b / below).max(least));
    let square = dot(g, g);
    if square == 0.0 { 0.0 } else { square / first }
}

/// The diagonal of a matrix and what stands beside it, in a basis of v, Av, A²v, … made orthonormal, where all else is 0.
/// Rounding makes the basis less than orthonormal and repeats eigenvalues, but changes none of the outermost. `beside[i]`
/// stands beside `diagonal[i - 1]` and `diagonal[i]`.
fn three_diagonals(start: Vec<f64>, mut product: impl FnMut(&[f64]) -> Vec<f64>) -> (Vec<f64>, Vec<f64>) {
    let (mut diagonal, mut beside) = (vec![], vec![]);
    let size = start.len();
    let mut last = vec![0.0; size];
    let mut next = start;
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
    (diagonal, beside)
}

/// By bisection: as many eigenvalues are above x as pivots of T − xI are positive (Golub & Van Loan, 8.4.1).
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
    fn the_inverse_form_is_that_of_the_whole_inverse() {
        // A = [[4, 1, 0], [1, 3, 1], [0, 1, 2]] and A x = g.
        let product = |v: &[f64]| vec![4.0 * v[0] + v[1], v[0] + 3.0 * v[1] + v[2], v[1] + 2.0 * v[2]];
        let (g, x) = ([1.0, 2.0, 3.0], [2.0 / 9.0, 1.0 / 9.0, 13.0 / 9.0]);
        assert!(product(&x).iter().zip(&g).all(|(a, b): (&f64, &f64)| (a - b).abs() < 1e-12));
        assert!((inverse_form(&g, 1e-9, product) - dot(&g, &x)).abs() < 1e-12);
        // Along a flat or falling direction there is far to go.
        for curvature in [0.0, -1.0] {
            let flat = inverse_form(&[1.0, 1.0], 1e-6, |v| vec![v[0], curvature * v[1]]);
            assert!(flat > 1e5, "{flat}");
        }
        assert_eq!(inverse_form(&[0.0, 0.0], 1e-6, |v| v.to_vec()), 0.0);
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
