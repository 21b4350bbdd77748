//! The least mean absolute error of a linear model, by iteratively reweighted least squares (Schlossmacher 1973): squares
//! divided by the size of the last errors.

use ndarray::Array2;

use crate::data::dataset::Role;
use crate::insight::least_squares::{least_squares, residuals};
use crate::insight::objective::{BUDGET, visits};
use crate::math::sqrt;
use crate::model::view::ModelView;

/// How often the squares are weighted anew: the mean error is then right to a ten-thousandth.
const ROUNDS: usize = 40;

/// Errors below this part of the mean one weigh as if they were that large.
const SMALL: f64 = 1e-6;

/// The least mean |prediction − target| of the training students over free weights, and a bias where the model has one, of
/// a network of one linear output; none where it takes too long.
pub(super) fn least_mean_error(view: ModelView<'_>) -> Option<f64> {
    let dataset = view.dataset;
    let students = dataset.with_role(Role::Training);
    let unknowns = dataset.inputs() + usize::from(view.experiment.model.bias);
    if visits([students.len(), unknowns, unknowns, ROUNDS]) > BUDGET {
        return None;
    }
    let shape = (students.len(), unknowns);
    let terms = Array2::from_shape_fn(shape, |(row, column)| {
        dataset.features.get((students[row], column)).map_or(1.0, |&x| f64::from(x))
    });
    let targets: Vec<f64> =
        students.iter().map(|&student| f64::from(dataset.targets[(student, 0)])).collect();
    let mean = |errors: &[f64]| errors.iter().map(|error| error.abs()).sum::<f64>() / errors.len() as f64;
    let mut errors = targets.clone();
    let mut least = f64::INFINITY;
    for _ in 0..ROUNDS {
        let floor = SMALL * mean(&errors);
        if floor == 0.0 {
            break;
        }
        let roots: Vec<f64> = errors.iter().map(|error| 1.0 / sqrt(error.abs().max(floor))).collect();
        let weighted = Array2::from_shape_fn(shape, |at| roots[at.0] * terms[at]);
        let right: Vec<f64> = roots.iter().zip(&targets).map(|(root, target)| root * target).collect();
        errors = residuals(terms.view(), &targets, &least_squares(weighted.view(), &right).parameters);
        least = least.min(mean(&errors));
    }
    Some(least)
}
