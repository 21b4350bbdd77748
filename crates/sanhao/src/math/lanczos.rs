//! Lanczos' method: the largest eigenvalue and the inverse form of a symmetric matrix that is given as matrix-vector
//! products.

use crate::math::svd::{add, dot, length};

/// The largest number of steps, one product each. After k steps the largest eigenvalue is underestimated by about
/// 0.1 (ln(n k⁴)/k)² of the eigenvalues' range where they are dense, on average over random start vectors (Kuczyński &
/// Woźniakowski 1992), by far less where they are not, and not at all once k = n.
pub(crate) const STEPS: usize = 60;

/// The largest (most positive) eigenvalue, by Lanczos' method (Golub & Van Loan, Matrix Computations, 10.3).
pub(crate) fn largest_eigenvalue(size: usize, product: impl FnMut(&[f64]) -> Vec<f64>) -> f64 {
    // An irregular start vector is unlikely to be orthogonal to the eigenvector that is sought.
    let start = (0..size).map(|i| 1.0 + 0.37 * ((i * 7 + 3) % 11) as f64).collect();
    let (diagonal, off_diagonal) = tridiagonalise(start, product);
    largest_of_tridiagonal(&diagonal, &off_diagonal)
}

/// gᵀ A⁻¹ g for a vector g: twice the decrease of a quadratic with the Hessian A and the gradient g down to its minimum.
/// Pivots below `flat` times the largest element, negative ones included, are raised to that value, so that a flat or
/// negative curvature gives a large result. In the basis of [`tridiagonalise`] with start g the form is |g|² times the
/// first element of the inverse of the tridiagonal matrix (Golub & Meurant, Matrices, Moments and Quadrature, 3.1).
pub(crate) fn inverse_form(g: &[f64], flat: f64, product: impl FnMut(&[f64]) -> Vec<f64>) -> f64 {
    let (diagonal, mut off_diagonal) = tridiagonalise(g.to_vec(), product);
    let least = flat * diagonal.iter().chain(&off_diagonal).fold(0.0, |size: f64, x| size.max(x.abs()));
    // Shifted so that `off_diagonal[i]` lies between rows i and i + 1; 0 after the last row.
    let shift = off_diagonal.len().min(1);
    off_diagonal.rotate_left(shift);
    // The pivots of elimination from the last row up: the first element of the inverse is 1 / the last pivot.
    let rows = diagonal.iter().zip(&off_diagonal).rev();
    let first = rows.fold(f64::INFINITY, |below, (a, b)| (a - b * b / below).max(least));
    let square = dot(g, g);
    if square == 0.0 { 0.0 } else { square / first }
}

/// The diagonal and off-diagonal of the tridiagonal matrix that A becomes in an orthonormal basis of the Krylov space
/// v, Av, A²v, …. Rounding makes the basis lose orthogonality and repeats eigenvalues, but does not move the extreme ones.
/// `off_diagonal[i]` couples rows i − 1 and i; `off_diagonal[0]` is 0.
fn tridiagonalise(start: Vec<f64>, mut product: impl FnMut(&[f64]) -> Vec<f64>) -> (Vec<f64>, Vec<f64>) {
    let (mut diagonal, mut off_diagonal) = (vec![], vec![]);
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
        // The first row has no predecessor.
        let across = if step == 0 { 0.0 } else { rest };
        add(&mut image, -across, &last);
        diagonal.push(along);
        off_diagonal.push(across);
        last = std::mem::replace(&mut next, image);
    }
    (diagonal, off_diagonal)
}

/// The largest eigenvalue of a tridiagonal matrix T, by bisection: the number of eigenvalues above x is the number of
/// positive pivots of T − xI (Golub & Van Loan, 8.4.1).
fn largest_of_tridiagonal(diagonal: &[f64], off_diagonal: &[f64]) -> f64 {
    let size = diagonal.iter().chain(off_diagonal).fold(0.0, |size: f64, x| size.max(x.abs()));
    // An upper bound of the eigenvalues' magnitudes: the largest absolute row sum (Gershgorin).
    let (mut below, mut above) = (-3.0 * size, 3.0 * size);
    for _ in 0..60 {
        let middle = 0.5 * (below + above);
        let mut pivot = 1.0;
        let exceeded = diagonal.iter().zip(off_diagonal).any(|(a, b)| {
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
        // The matrix (I − 2uuᵀ) Λ (I − 2uuᵀ), a reflected diagonal matrix with more eigenvalues than steps.
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
        // A direction of zero or negative curvature gives a large form.
        for curvature in [0.0, -1.0] {
            let flat = inverse_form(&[1.0, 1.0], 1e-6, |v| vec![v[0], curvature * v[1]]);
            assert!(flat > 1e5, "{flat}");
        }
        assert_eq!(inverse_form(&[0.0, 0.0], 1e-6, |v| v.to_vec()), 0.0);
    }

    #[test]
    fn small_matrices_are_exact_and_the_zero_matrix_has_eigenvalue_zero() {
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
