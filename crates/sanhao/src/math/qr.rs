//! The QR decomposition, in 64 bits: it makes of a matrix with many rows one with as few as it has columns, of the same
//! singular values.
//!
//! By Householder reflections (Golub & Van Loan, Matrix Computations, 4th ed., 5.1.2 and 5.2.2), in LINPACK's scaling of
//! their vectors (Dongarra et al., LINPACK Users' Guide, 1979, 9.4). Each column's error is a few roundings of that column's
//! own length (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., Theorem 19.4).

use std::cmp::Ordering;

use ndarray::Array2;

use crate::math::svd::{add, dot, length};

/// A = Q R, where Q has orthonormal columns.
#[derive(Debug)]
pub(crate) struct Qr {
    /// The columns. In column k above the diagonal that of R, from it on the vector v of the reflection I − v vᵀ/v₁, which
    /// clears A's column below the diagonal; 0 where there was nothing to clear.
    columns: Vec<Vec<f64>>,
    /// The diagonal of R.
    diagonal: Vec<f64>,
}

impl Qr {
    /// Decomposes a matrix of rows × columns.
    pub(crate) fn of(matrix: &Array2<f64>) -> Self {
        let mut columns: Vec<Vec<f64>> = matrix.columns().into_iter().map(|column| column.to_vec()).collect();
        let mut diagonal = vec![0.0; matrix.nrows().min(matrix.ncols())];
        for (k, diagonal) in diagonal.iter_mut().enumerate() {
            let (before, after) = columns.split_at_mut(k + 1);
            let vector = &mut before[k][k..];
            // The sign that adds to the first entry, rather than cancels it.
            let signed = length(&*vector).copysign(vector[0]);
            *diagonal = -signed;
            if signed != 0.0 {
                vector.iter_mut().for_each(|x| *x /= signed);
                vector[0] += 1.0;
            }
            after.iter_mut().for_each(|column| reflect(vector, &mut column[k..]));
        }
        Self { columns, diagonal }
    }

    /// R, its rows the fewer of the matrix's rows and columns: zeros below the diagonal.
    pub(crate) fn triangle(&self) -> Array2<f64> {
        let shape = (self.diagonal.len(), self.columns.len());
        Array2::from_shape_fn(shape, |(row, column)| match row.cmp(&column) {
            Ordering::Less => self.columns[column][row],
            Ordering::Equal => self.diagonal[row],
            Ordering::Greater => 0.0,
        })
    }

    /// Qᵀ times a vector with one number a row: the coordinates of its part in Q's columns, one a row of R.
    pub(crate) fn coordinates(&self, vector: &[f64]) -> Vec<f64> {
        let mut turned = vector.to_vec();
        for (k, column) in self.columns.iter().enumerate().take(self.diagonal.len()) {
            reflect(&column[k..], &mut turned[k..]);
        }
        turned.truncate(self.diagonal.len());
        turned
    }
}

/// Takes v vᵀ/v₁ of a column away.
fn reflect(vector: &[f64], column: &mut [f64]) {
    if vector[0] != 0.0 {
        let along = dot(vector, &*column) / vector[0];
        add(column, -along, vector);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::random::{Purpose, Random};

    /// The largest absolute entry.
    fn largest(matrix: &Array2<f64>) -> f64 {
        matrix.iter().fold(0.0, |largest, x| largest.max(x.abs()))
    }

    #[test]
    fn the_factors_are_a_triangle_and_orthonormal_columns_for_any_shape_and_rank() {
        let mut random = Random::new(1, Purpose::Weights);
        let mut random = || random.unit();
        for round in 0..500 {
            let (rows, columns, rank) = (1 + round % 10, 1 + round % 9, round % 5);
            let left = Array2::from_shape_simple_fn((rows, rank), &mut random);
            let right = Array2::from_shape_simple_fn((rank, columns), &mut random);
            let matrix = left.dot(&right);
            let qr = Qr::of(&matrix);
            let triangle = qr.triangle();
            let few = rows.min(columns);
            assert_eq!(triangle.dim(), (few, columns));
            assert!(triangle.indexed_iter().all(|((i, j), &x)| i <= j || x == 0.0));
            // Qᵀ, by the vectors of the standard basis.
            let basis = |row: usize| (0..rows).map(|i| f64::from(u8::from(i == row))).collect::<Vec<_>>();
            let turned: Vec<Vec<f64>> = (0..rows).map(|row| qr.coordinates(&basis(row))).collect();
            let q = Array2::from_shape_fn((rows, few), |(row, k)| turned[row][k]);
            let here = format!("{rows} × {columns}, rank {rank}");
            // A few roundings of each of ten numbers.
            assert!(largest(&(q.t().dot(&q) - Array2::<f64>::eye(few))) < 1e-14, "{here}");
            assert!(largest(&(q.dot(&triangle) - &matrix)) <= 1e-14 * largest(&matrix), "{here}");
        }
    }

    #[test]
    fn the_triangle_is_the_known_one() {
        // Wikipedia, QR decomposition, with R's signs turned: Q is unique but for the signs of its columns.
        let matrix = ndarray::arr2(&[[12.0, -51.0, 4.0], [6.0, 167.0, -68.0], [-4.0, 24.0, -41.0]]);
        let triangle = Qr::of(&matrix).triangle();
        let known = ndarray::arr2(&[[-14.0, -21.0, 14.0], [0.0, -175.0, 70.0], [0.0, 0.0, 35.0]]);
        assert!(largest(&(triangle.mapv(f64::abs) - known.mapv(f64::abs))) < 1e-13);
    }
}
