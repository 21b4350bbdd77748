//! The loss surface: the training loss as a function of the parameters.

use ndarray::Array2;
use serde::Deserialize;
use wide::f32x4;

use crate::insight::analysis::Analysis;
use crate::insight::prediction_grid::{bilinear, within_limit};
use crate::model::loss::LossInput;
use crate::model::network::{Network, Workspace};
use crate::spec::error::Error;

/// A plane through parameter space: origin + u · x + v · y.
///
/// With x and y equal to 1 for one parameter each and 0 elsewhere it varies two parameters; it can also hold the
/// triangle of three weights that sum to one.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ParameterPlane {
    /// Every parameter at u = v = 0, in raw score units.
    pub origin: Vec<f64>,
    /// The change of each parameter with u.
    pub x: Vec<f64>,
    /// The change of each parameter with v.
    pub y: Vec<f64>,
    /// u at the left and at the right edge.
    pub x_range: [f64; 2],
    /// v at the bottom and at the top edge.
    pub y_range: [f64; 2],
}

/// The largest cost of a surface, in multiplications: a few tenths of a second.
const BUDGET: usize = 100_000_000;

/// The cost of an activation or output function, in multiplications.
const FUNCTION_COST: usize = 8;

/// The mean loss over the training students at other parameters than those under study, without penalties. The weights are
/// used as given, whatever the constraint. Infinite where it is not a number.
///
/// # Errors
/// A list of another length than the parameters: `parameters: 1 weights, 3 expected`.
pub fn loss_at(analysis: &Analysis, parameters: &[f32]) -> Result<f64, Error> {
    analysis.check_length("parameters", parameters.len())?;
    Ok(TrainingLoss::new(analysis).at(parameters))
}

/// The mean losses at `columns` × `rows` points of a plane from edge to edge, at least two each way, as [`loss_at`] gives
/// them: rows × columns, the top row first.
///
/// Where that many points cost too much, only every second, fourth, … is computed and the others are interpolated. The
/// result is 0 × 0 for more points than [`PredictionGrid::MAX_POINTS`](crate::PredictionGrid::MAX_POINTS).
///
/// # Errors
/// A list of another length than the parameters: `x: 2 weights, 3 expected`.
pub fn losses(
    analysis: &Analysis,
    plane: &ParameterPlane,
    columns: usize,
    rows: usize,
) -> Result<Array2<f32>, Error> {
    for (path, list) in [("origin", &plane.origin), ("x", &plane.x), ("y", &plane.y)] {
        analysis.check_length(path, list.len())?;
    }
    let shape = [rows.max(2), columns.max(2)];
    if !within_limit([shape[0], shape[1], 1]) {
        return Ok(Array2::zeros((0, 0)));
    }
    let mut loss = TrainingLoss::new(analysis);
    let spacing = loss.spacing(shape);
    let computed = shape.map(|count| count.div_ceil(spacing).max(2));
    let losses = match loss.network.layers.len() {
        1 => loss.surface_of_one_layer(plane, computed),
        _ => loss.surface_of_layers(plane, computed),
    };
    Ok(if spacing == 1 { losses } else { interpolated(&losses, shape) })
}

/// The mean training loss of an analysis as a function of unconstrained parameters.
struct TrainingLoss<'a> {
    analysis: &'a Analysis,
    network: Network,
    workspace: Workspace,
}

impl<'a> TrainingLoss<'a> {
    fn new(analysis: &'a Analysis) -> Self {
        let network = analysis.unconstrained_network();
        Self { analysis, workspace: network.workspace(), network }
    }

    fn at(&mut self, parameters: &[f32]) -> f64 {
        let Analysis { experiment, dataset, training, .. } = self.analysis;
        self.network.set_raw(&dataset.scaler, parameters);
        let (loss, students) = (experiment.training.loss, training.students());
        let sum: f64 =
            training.parts().map(|block| self.network.loss(loss, block, students, &mut self.workspace)).sum();
        infinite_if_nan(sum / students as f64)
    }

    /// The weighted sums of the outputs for every training student, groups × outputs.
    fn logits_at(&mut self, parameters: &[f64]) -> Vec<f32x4> {
        let Analysis { dataset, training, .. } = self.analysis;
        let parameters: Vec<f32> = parameters.iter().map(|&p| p as f32).collect();
        self.network.set_raw(&dataset.scaler, &parameters);
        let sums = training.parts().flat_map(|block| {
            self.network.sums(block.features, block.groups(), &mut self.workspace).to_vec()
        });
        sums.collect()
    }

    /// The least power of two that keeps the cost of rows / spacing × columns / spacing points within the budget.
    fn spacing(&self, [rows, columns]: [usize; 2]) -> usize {
        let units: usize = self.network.layers.iter().map(|layer| layer.units).sum();
        let cost =
            self.analysis.training.students() * (self.network.parameters().len() + FUNCTION_COST * units);
        let mut spacing = 1;
        while columns.div_ceil(spacing) * rows.div_ceil(spacing) > (BUDGET / cost).max(4) {
            spacing *= 2;
        }
        spacing
    }

    /// With one layer the logits are linear in the parameters: they are computed at the origin, for x and for y, and each
    /// point only combines the three.
    fn surface_of_one_layer(&mut self, plane: &ParameterPlane, [rows, columns]: [usize; 2]) -> Array2<f32> {
        let [origin, x, y] = [&plane.origin, &plane.x, &plane.y].map(|parameters| self.logits_at(parameters));
        let Analysis { experiment, dataset, training, .. } = self.analysis;
        let batch = training.batch(0);
        let mut logits = vec![f32x4::ZERO; origin.len()];
        let mut gradient = logits.clone();
        Array2::from_shape_fn((rows, columns), |(row, column)| {
            let [u, v] = plane.coordinates([row, column], [rows, columns]);
            let (u, v) = (f32x4::splat(u as f32), f32x4::splat(v as f32));
            for (z, ((o, x), y)) in logits.iter_mut().zip(origin.iter().zip(&x).zip(&y)) {
                *z = *o + v * *y + u * *x;
            }
            let input = LossInput {
                output: self.network.output,
                outputs: dataset.outputs(),
                batch: 1,
                logits: &logits,
                targets: batch.targets,
                mask: batch.mask,
                bounds: false,
            };
            let sum = experiment.training.loss.backward(input, &mut gradient);
            infinite_if_nan(sum / batch.students as f64) as f32
        })
    }

    fn surface_of_layers(&mut self, plane: &ParameterPlane, [rows, columns]: [usize; 2]) -> Array2<f32> {
        let mut parameters = vec![0.0; plane.origin.len()];
        Array2::from_shape_fn((rows, columns), |(row, column)| {
            plane.parameters_at(plane.coordinates([row, column], [rows, columns]), &mut parameters);
            self.at(&parameters) as f32
        })
    }
}

impl ParameterPlane {
    /// u and v of a point in a grid of rows × columns.
    fn coordinates(&self, [row, column]: [usize; 2], [rows, columns]: [usize; 2]) -> [f64; 2] {
        let between =
            |[from, to]: [f64; 2], i: usize, count: usize| from + (to - from) * i as f64 / (count - 1) as f64;
        [between(self.x_range, column, columns), between(self.y_range, rows - 1 - row, rows)]
    }

    fn parameters_at(&self, [u, v]: [f64; 2], parameters: &mut [f32]) {
        let terms = self.origin.iter().zip(&self.x).zip(&self.y);
        for (p, ((origin, x), y)) in parameters.iter_mut().zip(terms) {
            *p = (origin + u * x + v * y) as f32;
        }
    }
}

/// A surface at rows × columns points from edge to edge, interpolated between those that were computed.
fn interpolated(computed: &Array2<f32>, [rows, columns]: [usize; 2]) -> Array2<f32> {
    let fraction = |i: usize, count: usize| i as f64 / (count - 1) as f64;
    let values = computed.as_slice().unwrap_or_default();
    let shape = [computed.nrows(), computed.ncols(), 1];
    Array2::from_shape_fn((rows, columns), |(row, column)| {
        let mut value = [0.0];
        bilinear(values, shape, [fraction(column, columns), fraction(row, rows)], &mut value);
        if value[0].is_nan() { f32::INFINITY } else { value[0] }
    })
}

fn infinite_if_nan(loss: f64) -> f64 {
    if loss.is_nan() { f64::INFINITY } else { loss }
}
