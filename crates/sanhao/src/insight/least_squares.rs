//! What the students determine of a linear model's parameters: by least squares, in 64 bits.
//!
//! Least squares by the singular value decomposition (Golub & Van Loan, Matrix Computations, 4th ed., 5.5). Columns are
//! first scaled to length one: scores near 90 beside a bias of 1 are then not taken for linear dependence. The matrix is
//! then reduced to the triangle of its QR decomposition (5.4.8), which has the same singular values and, of 15,000 students,
//! 33 rows: the rotations of the singular value decomposition, hundreds of each column, are short.

use ndarray::{Array2, ArrayView1, ArrayView2, Axis};
use serde::Serialize;

use crate::data::dataset::Role;
use crate::insight::analysis::Analysis;
use crate::insight::metrics::as_rows;
use crate::math::qr::Qr;
use crate::math::sqrt;
use crate::math::svd::{Svd, add, dot, length};
use crate::spec::model::{Constraint, Model, Output};
use crate::spec::table::Target;

/// The least-squares solution for a linear model's parameters: weights in raw score units, then the bias where the
/// model has one.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub struct Solution {
    /// The number of training students: one equation each.
    pub equations: usize,
    /// The number of independent equations. The constraint that the weights sum to one counts as one more.
    pub rank: usize,
    /// The parameters with the least squared error; of several, those nearest to 0.
    pub parameters: Vec<f64>,
    /// Directions × parameters: an orthonormal basis of the directions in which the parameters can change without changing
    /// any prediction. One for each parameter that is not determined.
    #[serde(serialize_with = "as_rows")]
    #[cfg_attr(feature = "typescript", ts(type = "Array<Array<number>>"))]
    pub directions: Array2<f64>,
    /// Of all parameters with the least squared error, those nearest to the parameters under study.
    pub nearest: Vec<f64>,
    /// The root of the mean squared error that remains, in score points.
    pub residual: f64,
    /// The condition number of the scores with columns of length one: the largest singular value over the smallest that is
    /// not negligible. It bounds how strongly an error in the scores can be amplified in the weights.
    pub condition: f64,
}

/// A singular value up to this many rounding errors of the largest counts as 0.
const NEGLIGIBLE: f64 = 16.0;

/// Solves for the parameters of a linear model over the training students. None where there is no closed form: with hidden
/// layers, for an output that is not linear, and for classes.
pub fn solve(analysis: &Analysis) -> Option<Solution> {
    let Model { hidden, output, weights, bias, .. } = &analysis.experiment.model;
    let table = &analysis.experiment.table;
    if !hidden.is_empty() || *output != Output::Linear || !table.classes.is_empty() {
        return None;
    }
    let students = analysis.with_role(Role::Training).into_iter().map(|student| &table.students[student]);
    let equations = students.filter_map(|student| match student.target {
        Some(Target::Number(target)) => Some((student.complete_scores()?, target)),
        _ => None,
    });
    let (scores, targets): (Vec<Vec<f64>>, Vec<f64>) = equations.unzip();
    let subjects = table.subjects.len();
    // The bias is the weight of a column of ones.
    let scores =
        Array2::from_shape_fn((targets.len(), subjects + usize::from(*bias)), |(student, column)| {
            scores[student].get(column).copied().unwrap_or(1.0)
        });
    let shown: Vec<f64> = analysis.parameters().iter().map(|&p| f64::from(p)).collect();
    Some(match weights {
        Constraint::Free => solve_free(scores.view(), &targets, &shown),
        Constraint::SumToOne => solve_with_sum(scores.view(), &targets, &shown, subjects),
    })
}

/// `scores`: equations × parameters.
fn solve_free(scores: ArrayView2<'_, f64>, targets: &[f64], shown: &[f64]) -> Solution {
    let LeastSquares { parameters, directions, condition, rank } = least_squares(scores, targets);
    let mut nearest = parameters.clone();
    for direction in directions.rows() {
        add(&mut nearest, dot(direction, shown) - dot(direction, &parameters), direction);
    }
    let residual = length(&residuals(scores, targets, &parameters)) / sqrt(targets.len() as f64);
    Solution { equations: targets.len(), rank, parameters, directions, nearest, residual, condition }
}

/// With weights that sum to one: solves for the coordinates along directions that keep the sum, starting from equal
/// weights. Equal weights are orthogonal to these directions, so that the solution nearest to 0 in the coordinates is
/// also the one nearest to 0 in the weights.
fn solve_with_sum(scores: ArrayView2<'_, f64>, targets: &[f64], shown: &[f64], subjects: usize) -> Solution {
    let unknowns = scores.ncols();
    let equal: Vec<f64> =
        (0..unknowns).map(|i| if i < subjects { 1.0 / subjects as f64 } else { 0.0 }).collect();
    let basis = Array2::from_shape_fn((unknowns - 1, unknowns), |(k, i)| helmert(k + 1, i, subjects));
    let mut projected = Array2::zeros((targets.len(), unknowns - 1));
    for (mut column, direction) in projected.columns_mut().into_iter().zip(basis.rows()) {
        column.iter_mut().zip(product(scores, direction)).for_each(|(to, sum)| *to = sum);
    }
    let rest = residuals(scores, targets, &equal);
    let coordinates: Vec<f64> = basis.rows().into_iter().map(|direction| dot(direction, shown)).collect();
    let reduced = solve_free(projected.view(), &rest, &coordinates);
    let from_coordinates = |start: &[f64], coordinates: &[f64]| {
        let mut parameters = start.to_vec();
        for (direction, &times) in basis.rows().into_iter().zip(coordinates) {
            add(&mut parameters, times, direction);
        }
        parameters
    };
    let zeros = vec![0.0; unknowns];
    let mut directions = Array2::zeros((reduced.directions.nrows(), unknowns));
    for (mut to, coordinates) in directions.rows_mut().into_iter().zip(reduced.directions.rows()) {
        let direction = from_coordinates(&zeros, &coordinates.to_vec());
        to.iter_mut().zip(direction).for_each(|(to, x)| *to = x);
    }
    Solution {
        rank: reduced.rank + 1,
        parameters: from_coordinates(&equal, &reduced.parameters),
        nearest: from_coordinates(&equal, &reduced.nearest),
        directions,
        ..reduced
    }
}

/// Component i of the k-th Helmert direction (1, …, 1, −k, 0, …) of length one: an orthonormal basis of the changes
/// that keep the sum of the weights. From k = `subjects` on it is the bias alone.
fn helmert(k: usize, i: usize, subjects: usize) -> f64 {
    let norm = sqrt((k * (k + 1)) as f64);
    match i {
        _ if k >= subjects => f64::from(u8::from(i == k)),
        _ if i < k => 1.0 / norm,
        _ if i == k => -(k as f64) / norm,
        _ => 0.0,
    }
}

/// Matrix times vector, each sum from the first column to the last.
fn product<'a>(matrix: ArrayView2<'_, f64>, vector: impl IntoIterator<Item = &'a f64> + Clone) -> Vec<f64> {
    let row_times = |row: ArrayView1<'_, f64>| {
        row.iter().zip(vector.clone()).fold(0.0, |sum, (x, times)| sum + times * x)
    };
    matrix.rows().into_iter().map(row_times).collect()
}

pub(super) fn residuals(scores: ArrayView2<'_, f64>, targets: &[f64], parameters: &[f64]) -> Vec<f64> {
    let predictions = product(scores, parameters);
    targets.iter().zip(predictions).map(|(target, prediction)| target - prediction).collect()
}

pub(super) struct LeastSquares {
    pub(super) parameters: Vec<f64>,
    directions: Array2<f64>,
    condition: f64,
    rank: usize,
}

/// `matrix`: equations × unknowns.
pub(super) fn least_squares(matrix: ArrayView2<'_, f64>, targets: &[f64]) -> LeastSquares {
    let unknowns = matrix.ncols();
    let lengths = matrix.columns().into_iter().map(length);
    let lengths: Vec<f64> = lengths.map(|length| if length > 0.0 { length } else { 1.0 }).collect();
    let qr = Qr::of(&Array2::from_shape_fn(matrix.dim(), |at| matrix[at] / lengths[at.1]));
    let svd = Svd::of(&qr.triangle());
    let values = svd.values();
    let largest = values.iter().copied().fold(0.0, f64::max);
    let least = NEGLIGIBLE * targets.len().max(unknowns) as f64 * f64::EPSILON * largest;
    let (determined, free): (Vec<usize>, Vec<usize>) = (0..unknowns).partition(|&i| values[i] > least);
    let solve = |targets: &[f64]| {
        let targets = qr.coordinates(targets);
        let mut solution = vec![0.0; unknowns];
        for &i in &determined {
            let coordinate = dot(svd.scaled.column(i), &targets) / (values[i] * values[i]);
            add(&mut solution, coordinate, svd.right.column(i));
        }
        solution.iter_mut().zip(&lengths).for_each(|(number, length)| *number /= length);
        solution
    };
    let mut parameters = solve(targets);
    // One step of iterative refinement: solves for the residual that rounding has left.
    let rest = solve(&residuals(matrix, targets, &parameters));
    add(&mut parameters, 1.0, &rest);
    let mut directions =
        Array2::from_shape_fn((free.len(), unknowns), |(k, i)| svd.right[(i, free[k])] / lengths[i]);
    orthonormalize(&mut directions);
    for direction in directions.rows() {
        let along = dot(direction, &parameters);
        add(&mut parameters, -along, direction);
    }
    let smallest = determined.iter().map(|&i| values[i]).fold(largest, f64::min);
    let condition = if smallest > 0.0 { largest / smallest } else { 1.0 };
    LeastSquares { parameters, directions, condition, rank: determined.len() }
}

/// Makes the rows orthonormal without changing the space they span (Gram–Schmidt).
fn orthonormalize(directions: &mut Array2<f64>) {
    for i in 0..directions.nrows() {
        // Twice: the first pass leaves rounding errors of what it subtracts.
        for _ in 0..2 {
            let (before, mut rest) = directions.view_mut().split_at(Axis(0), i);
            let mut direction = rest.row_mut(0);
            for other in before.rows() {
                let along = dot(other, &direction);
                add(&mut direction, -along, other);
            }
            let length = length(&direction);
            direction.iter_mut().for_each(|number| *number /= length);
        }
    }
}
