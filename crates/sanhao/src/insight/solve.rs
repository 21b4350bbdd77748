//! What the students say of the weights, by linear algebra and in 64 bits: the perfect weights, or the family of them.
//!
//! Least squares by the singular value decomposition (Golub & Van Loan, Matrix Computations, 4th ed., 5.5). Columns are
//! brought to length one first: scores of 90 and a bias of 1 are then no sign of dependence.

use crate::data::dataset::Role;
use crate::insight::analysis::Study;
use crate::math::sqrt;
use crate::math::svd::{Svd, add, dot, length};
use crate::spec::model::{Constraint, Model, Output};
use crate::spec::table::Target;

/// What a table of students and their numbers tells of a linear model's parameters: weights in raw score units, then the bias
/// where the model has one.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Solution {
    /// Training students: an equation each.
    pub equations: usize,
    /// How many things they tell that do not follow from each other; the sum of one, where it is asked for, is one more.
    pub rank: usize,
    /// The parameters of least squared error; of all there are, those nearest to 0.
    pub parameters: Vec<f64>,
    /// Directions in which the parameters can go without any prediction changing: of length one, at right angles to each
    /// other, one for each parameter that is not determined.
    pub directions: Vec<Vec<f64>>,
    /// Of all parameters of least squared error those nearest to the ones shown.
    pub nearest: Vec<f64>,
    /// The root of the mean squared error that remains, in points.
    pub residual: f64,
    /// The largest singular value over the smallest that counts, of columns of length one: how many times over an error in
    /// the scores may come back in the weights.
    pub condition: f64,
}

/// A singular value this many rounding errors of the largest is none.
const NEGLIGIBLE: f64 = 16.0;

impl Study {
    /// What the training students tell of the weights; none where there is no closed form: with hidden layers, for an output
    /// that is not linear, and for classes.
    pub fn solve(&self) -> Option<Solution> {
        let Model { hidden, output, weights, bias, .. } = &self.experiment.model;
        let table = &self.experiment.table;
        if !hidden.is_empty() || *output != Output::Linear || !table.classes.is_empty() {
            return None;
        }
        let (mut targets, mut scores) = (vec![], vec![vec![]; table.subjects.len() + usize::from(*bias)]);
        for student in self.with_role(Role::Training).into_iter().map(|student| &table.students[student]) {
            let Some(Target::Number(target)) = student.target else { continue };
            targets.push(target);
            for (column, score) in scores.iter_mut().zip(student.scores.iter().chain(&[1.0])) {
                column.push(*score);
            }
        }
        let shown: Vec<f64> = self.shown().iter().map(|&p| f64::from(p)).collect();
        Some(match weights {
            Constraint::Free => solved(&scores, &targets, &shown),
            Constraint::SumToOne => solved_with_sum(&scores, &targets, &shown, table.subjects.len()),
        })
    }
}

fn solved(scores: &[Vec<f64>], targets: &[f64], shown: &[f64]) -> Solution {
    let LeastSquares { parameters, directions, condition, rank } = least_squares(scores, targets);
    let mut nearest = parameters.clone();
    for direction in &directions {
        add(&mut nearest, dot(direction, shown) - dot(direction, &parameters), direction);
    }
    let residual = length(&residuals(scores, targets, &parameters)) / sqrt(targets.len() as f64);
    Solution { equations: targets.len(), rank, parameters, directions, nearest, residual, condition }
}

/// With weights that sum to one: from equal weights on, along the directions that keep the sum. The equal ones are at right
/// angles to these, so that what is nearest to 0 there is nearest to 0.
fn solved_with_sum(scores: &[Vec<f64>], targets: &[f64], shown: &[f64], subjects: usize) -> Solution {
    let unknowns = scores.len();
    let equal: Vec<f64> =
        (0..unknowns).map(|i| if i < subjects { 1.0 / subjects as f64 } else { 0.0 }).collect();
    let free: Vec<Vec<f64>> = (1..unknowns).map(|k| free_direction(k, subjects, unknowns)).collect();
    let along: Vec<Vec<f64>> =
        free.iter().map(|direction| combined(scores, direction, targets.len())).collect();
    let left = residuals(scores, targets, &equal);
    let coordinates: Vec<f64> = free.iter().map(|direction| dot(direction, shown)).collect();
    let reduced = solved(&along, &left, &coordinates);
    let expand = |start: &[f64], coordinates: &[f64]| {
        let mut parameters = start.to_vec();
        free.iter().zip(coordinates).for_each(|(direction, &by)| add(&mut parameters, by, direction));
        parameters
    };
    Solution {
        rank: reduced.rank + 1,
        parameters: expand(&equal, &reduced.parameters),
        nearest: expand(&equal, &reduced.nearest),
        directions: reduced.directions.iter().map(|d| expand(&vec![0.0; unknowns], d)).collect(),
        ..reduced
    }
}

/// The k-th of Helmert's directions, (1, …, 1, −k, 0, …), in which the sum of the weights stays; the last is the bias.
fn free_direction(k: usize, subjects: usize, unknowns: usize) -> Vec<f64> {
    let height = sqrt((k * (k + 1)) as f64);
    let of = |i: usize| match i {
        _ if k >= subjects => f64::from(u8::from(i == k)),
        _ if i < k => 1.0 / height,
        _ if i == k => -(k as f64) / height,
        _ => 0.0,
    };
    (0..unknowns).map(of).collect()
}

/// The columns added up, each so many times.
fn combined(columns: &[Vec<f64>], times: &[f64], rows: usize) -> Vec<f64> {
    let mut sum = vec![0.0; rows];
    columns.iter().zip(times).for_each(|(column, &times)| add(&mut sum, times, column));
    sum
}

fn residuals(columns: &[Vec<f64>], targets: &[f64], parameters: &[f64]) -> Vec<f64> {
    let predictions = combined(columns, parameters, targets.len());
    targets.iter().zip(predictions).map(|(target, prediction)| target - prediction).collect()
}

struct LeastSquares {
    parameters: Vec<f64>,
    directions: Vec<Vec<f64>>,
    condition: f64,
    rank: usize,
}

fn least_squares(columns: &[Vec<f64>], targets: &[f64]) -> LeastSquares {
    let unknowns = columns.len();
    let lengths = columns.iter().map(|column| length(column));
    let lengths: Vec<f64> = lengths.map(|length| if length > 0.0 { length } else { 1.0 }).collect();
    let scaled =
        columns.iter().zip(&lengths).map(|(column, length)| column.iter().map(|x| x / length).collect());
    let svd = Svd::of(scaled.collect());
    let values = svd.values();
    let largest = values.iter().copied().fold(0.0, f64::max);
    let least = NEGLIGIBLE * targets.len().max(unknowns) as f64 * f64::EPSILON * largest;
    let (counts, free): (Vec<usize>, Vec<usize>) = (0..unknowns).partition(|&i| values[i] > least);
    let solve = |targets: &[f64]| {
        let mut solution = vec![0.0; unknowns];
        for &i in &counts {
            add(&mut solution, dot(&svd.scaled[i], targets) / (values[i] * values[i]), &svd.right[i]);
        }
        solution.iter_mut().zip(&lengths).for_each(|(number, length)| *number /= length);
        solution
    };
    let mut parameters = solve(targets);
    // What rounding has left of the residual is solved for once more.
    let rest = solve(&residuals(columns, targets, &parameters));
    add(&mut parameters, 1.0, &rest);
    let free =
        free.iter().map(|&i| svd.right[i].iter().zip(&lengths).map(|(v, length)| v / length).collect());
    let directions = at_right_angles(free.collect());
    for direction in &directions {
        let along = dot(direction, &parameters);
        add(&mut parameters, -along, direction);
    }
    let smallest = counts.iter().map(|&i| values[i]).fold(largest, f64::min);
    let condition = if smallest > 0.0 { largest / smallest } else { 1.0 };
    LeastSquares { parameters, directions, condition, rank: counts.len() }
}

/// The same space by directions of length one that stand at right angles (Gram & Schmidt).
fn at_right_angles(directions: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
    let mut found: Vec<Vec<f64>> = vec![];
    for mut direction in directions {
        // Twice: the first time leaves rounding errors of what it takes away.
        for _ in 0..2 {
            for other in &found {
                let along = dot(other, &direction);
                add(&mut direction, -along, other);
            }
            let length = length(&direction);
            direction.iter_mut().for_each(|number| *number /= length);
        }
        found.push(direction);
    }
    found
}
