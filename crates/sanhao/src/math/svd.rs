//! The singular value decomposition of a small matrix, in 64 bits.
//!
//! One-sided Jacobi (Hestenes 1958; Golub & Van Loan, Matrix Computations, 4th ed., 8.6.3): pairs of columns are rotated
//! until all are orthogonal. It is the most accurate method where columns are nearly dependent (Demmel & Veselić 1992) and
//! handles every shape and rank. It is slower than others on large matrices; here are 33 columns at most.

use ndarray::{Array2, Axis, ShapeBuilder as _};

use crate::math::sqrt;

/// A = U Σ Vᵀ, as the columns of U Σ and of V.
#[derive(Debug)]
pub(crate) struct Svd {
    /// U Σ, rows × columns: column i is uᵢ σᵢ. The columns are orthogonal, each as long as its singular value.
    pub scaled: Array2<f64>,
    /// V, columns × columns: column i is vᵢ. The columns are orthonormal.
    pub right: Array2<f64>,
}

/// The largest number of sweeps over all pairs of columns; ten are enough in practice.
const MAX_SWEEPS: usize = 60;

impl Svd {
    /// Decomposes a matrix of rows × columns.
    pub(crate) fn of(matrix: &Array2<f64>) -> Self {
        let (rows, columns) = matrix.dim();
        // Column by column in memory: everything below reads and rotates columns.
        let mut svd = Self {
            scaled: Array2::from_shape_fn((rows, columns).f(), |at| matrix[at]),
            right: Array2::from_shape_fn((columns, columns).f(), |(i, j)| f64::from(u8::from(i == j))),
        };
        for _ in 0..MAX_SWEEPS {
            if !svd.sweep() {
                break;
            }
        }
        svd
    }

    /// Rotates every pair of columns that is not orthogonal; returns whether there was one.
    fn sweep(&mut self) -> bool {
        let mut rotated = false;
        for q in 1..self.scaled.ncols() {
            for p in 0..q {
                let (a, b) = (self.scaled.column(p), self.scaled.column(q));
                let (aa, bb, ab) = (dot(a, a), dot(b, b), dot(a, b));
                if ab.abs() <= f64::EPSILON * sqrt(aa * bb) {
                    continue;
                }
                rotated = true;
                // The smaller of the two angles.
                let zeta = (bb - aa) / (2.0 * ab);
                let tangent = zeta.signum() / (zeta.abs() + sqrt(1.0 + zeta * zeta));
                let cosine = 1.0 / sqrt(1.0 + tangent * tangent);
                for matrix in [&mut self.scaled, &mut self.right] {
                    let (mut before, mut after) = matrix.view_mut().split_at(Axis(1), q);
                    for (x, y) in before.column_mut(p).iter_mut().zip(after.column_mut(0)) {
                        (*x, *y) = (cosine * (*x - tangent * *y), cosine * (tangent * *x + *y));
                    }
                }
            }
        }
        rotated
    }

    /// The singular values σᵢ, in the order of the columns; not sorted.
    pub(crate) fn values(&self) -> Vec<f64> {
        self.scaled.columns().into_iter().map(length).collect()
    }
}

/// The dot product. Terms are added from the first to the last, so that the same bits come out on every machine.
pub(crate) fn dot<'a>(a: impl IntoIterator<Item = &'a f64>, b: impl IntoIterator<Item = &'a f64>) -> f64 {
    a.into_iter().zip(b).map(|(a, b)| a * b).sum()
}

/// The Euclidean norm, with the sum of [`dot`].
pub(crate) fn length<'a>(vector: impl IntoIterator<Item = &'a f64>) -> f64 {
    sqrt(vector.into_iter().map(|x| x * x).sum())
}

/// Adds `times` one vector to another.
pub(crate) fn add<'a, 'b>(
    to: impl IntoIterator<Item = &'a mut f64>,
    times: f64,
    vector: impl IntoIterator<Item = &'b f64>,
) {
    to.into_iter().zip(vector).for_each(|(to, x)| *to += times * x);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::random::{Purpose, Random};

    /// The entry of a matrix by its row and column.
    type Entries<'a> = &'a dyn Fn(usize, usize) -> f64;

    /// The largest absolute error of U Σ Vᵀ against the matrix, and of VᵀV against the identity.
    fn errors(matrix: &Array2<f64>) -> [f64; 2] {
        let Svd { scaled, right } = Svd::of(matrix);
        let largest = |errors: Array2<f64>| errors.iter().fold(0.0, |worst: f64, e| worst.max(e.abs()));
        [
            largest(scaled.dot(&right.t()) - matrix),
            largest(right.t().dot(&right) - Array2::<f64>::eye(matrix.ncols())),
        ]
    }

    fn largest(values: &[f64]) -> f64 {
        values.iter().copied().fold(0.0, f64::max)
    }

    #[test]
    fn the_product_of_the_factors_is_the_matrix_for_any_shape_and_rank() {
        let mut random = Random::new(1, Purpose::Weights);
        let mut random = || random.unit();
        for round in 0..500 {
            let (rows, columns, rank) = (1 + round % 10, 1 + round % 9, 1 + round % 4);
            let left = Array2::from_shape_simple_fn((rows, rank), &mut random);
            let right = Array2::from_shape_simple_fn((rank, columns), &mut random);
            let matrix = left.dot(&right);
            let [matrix_error, rotation_error] = errors(&matrix);
            let size = matrix.iter().fold(1.0, |size: f64, x| size.max(x.abs()));
            assert!(
                matrix_error < 1e-13 * size && rotation_error < 1e-13,
                "{rows} × {columns}, rank {rank}: {matrix_error}, {rotation_error}"
            );
        }
        assert!(Svd::of(&Array2::zeros((0, 0))).values().is_empty());
        assert_eq!(Svd::of(&Array2::zeros((0, 2))).values(), [0.0; 2]);
    }

    /// Matrices of rank one, 1 to 10 rows by 1 to 8 columns. nalgebra 0.35.0 with both factors gives a wrong largest
    /// singular value for 20 of these 240: 11 of equal entries (among them 3 × 5, 4 × 6, 7 × 7 and 9 × 8), 8 of equal
    /// columns of scores (3 × 5, 5 × 3, 7 × 4, 7 × 6, 8 × 8, 9 × 8, 10 × 7; 10 × 8 comes out as 3.754 in place of √8 =
    /// 2.828), and 1 of multiples of a column (7 × 7).
    #[test]
    fn matrices_of_rank_one_have_one_singular_value_whatever_their_shape() {
        let score = |row: usize| 60.0 + row as f64;
        for (rows, columns) in (1..=10).flat_map(|rows| (1..=8).map(move |columns| (rows, columns))) {
            let norm = length(&(0..rows).map(score).collect::<Vec<_>>());
            let families: [(&str, Entries); 3] = [
                ("equal entries", &|_, _| 1.0 / (rows as f64).sqrt()),
                ("equal columns of scores", &|row, _| score(row) / norm),
                ("multiples of a column", &|row, column| score(row) * (column + 1) as f64 / columns as f64),
            ];
            for (name, entry) in families {
                let matrix = Array2::from_shape_fn((rows, columns), |(row, column)| entry(row, column));
                let expected = length(&matrix);
                let mut values = Svd::of(&matrix).values();
                values.sort_by(|a, b| b.total_cmp(a));
                assert!((values[0] / expected - 1.0).abs() < 1e-14, "{rows} × {columns} {name}: {values:?}");
                assert!(values[1..].iter().all(|value| *value < 1e-14 * expected), "{name}: {values:?}");
                let [matrix_error, rotation_error] = errors(&matrix);
                assert!(
                    matrix_error < 1e-13 * expected && rotation_error < 1e-13,
                    "{rows} × {columns} {name}: {matrix_error}, {rotation_error}"
                );
            }
        }
    }

    #[test]
    fn singular_values_are_the_known_ones() {
        // The Hilbert matrix of order 4: its condition number is 15513.7387389 (Higham, Accuracy and Stability, 28.1).
        let hilbert = Array2::from_shape_fn((4, 4), |(i, j)| 1.0 / (i + j + 1) as f64);
        let values = Svd::of(&hilbert).values();
        let smallest = values.iter().copied().fold(f64::INFINITY, f64::min);
        assert!((largest(&values) / smallest / 15_513.738_738_929 - 1.0).abs() < 1e-10);
        // Equal columns of length one.
        let alike = Svd::of(&Array2::from_shape_fn((2, 8), |(i, _)| [0.6, 0.8][i])).values();
        assert!((largest(&alike) - 8f64.sqrt()).abs() < 1e-14);
        assert!(alike.iter().filter(|&&value| value > 1e-15).count() == 1);
    }
}
