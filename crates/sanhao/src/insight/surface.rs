//! The loss surface: what the loss would be with other parameters.

use serde::Deserialize;

use wide::f32x4;

use crate::insight::analysis::Study;
use crate::insight::field::{Field, are_few};
use crate::model::loss::LossInput;
use crate::spec::error::Error;

/// A plane through the space of all parameters: origin + u · x + v · y.
///
/// It serves any two parameters (x and y are 1 for one of them each) and the triangle of weights that sum to one alike.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ParameterPlane {
    /// Every parameter at u = v = 0, as a learner reads them.
    pub origin: Vec<f64>,
    /// How each changes with u.
    pub x: Vec<f64>,
    /// How each changes with v.
    pub y: Vec<f64>,
    /// u at the left and at the right edge.
    pub x_range: [f64; 2],
    /// v at the bottom and at the top edge.
    pub y_range: [f64; 2],
}

/// Multiplications, or what takes as long, that a surface may cost: some tenths of a second.
const BUDGET: usize = 100_000_000;

/// What a neuron's or an output's function costs, in multiplications.
const FUNCTION: usize = 8;

impl Study {
    /// The mean loss over the training students with other parameters than those shown, without penalties; the weights are
    /// taken as they are, whatever the constraint. Infinite where it is no number.
    ///
    /// # Errors
    /// A list of another length.
    pub fn loss_at(&mut self, parameters: &[f32]) -> Result<f64, Error> {
        self.check_length("parameters", parameters.len())?;
        Ok(self.mean_loss(parameters))
    }

    /// Writes the mean losses at columns × rows points of a plane from edge to edge, at least two each way, the top row first;
    /// infinite where they are no numbers. Where so many points cost too much, every second, fourth, … is computed and what
    /// lies between is interpolated. More points than [`Field::MAX_POINTS`] leave nothing.
    ///
    /// # Errors
    /// Lists of another length than the parameters.
    pub fn surface(
        &mut self,
        plane: &ParameterPlane,
        columns: usize,
        rows: usize,
        losses: &mut Vec<f32>,
    ) -> Result<(), Error> {
        for (path, list) in [("origin", &plane.origin), ("x", &plane.x), ("y", &plane.y)] {
            self.check_length(path, list.len())?;
        }
        losses.clear();
        let (columns, rows) = (columns.max(2), rows.max(2));
        if are_few(columns, rows, 1) {
            let spacing = self.spacing(columns, rows);
            let [few_columns, few_rows] = [columns, rows].map(|count| count.div_ceil(spacing).max(2));
            let computed = match self.network.layers.len() {
                1 => self.surface_of_one_layer(plane, few_columns, few_rows),
                _ => self.surface_of_layers(plane, few_columns, few_rows),
            };
            if spacing == 1 {
                *losses = computed;
            } else {
                stretch(&Field::of(few_columns, few_rows, computed), columns, rows, losses);
            }
        }
        Ok(())
    }

    fn spacing(&self, columns: usize, rows: usize) -> usize {
        let units: usize = self.network.layers.iter().map(|layer| layer.units).sum();
        let cost = self.training.students() * (self.network.parameters().len() + FUNCTION * units);
        let mut spacing = 1;
        while columns.div_ceil(spacing) * rows.div_ceil(spacing) > (BUDGET / cost).max(4) {
            spacing *= 2;
        }
        spacing
    }

    /// With one layer the sums are linear in the parameters: they are computed three times in all, and every point only
    /// adds them up.
    fn surface_of_one_layer(&mut self, plane: &ParameterPlane, columns: usize, rows: usize) -> Vec<f32> {
        let loss = self.experiment.training.loss;
        let [origin, x, y] = [&plane.origin, &plane.x, &plane.y].map(|parameters| {
            let parameters: Vec<f32> = parameters.iter().map(|&p| p as f32).collect();
            self.network.set_raw(&self.dataset.scaler, &parameters);
            let sums = self.training.parts().flat_map(|block| {
                self.network.sums(block.features, block.groups(), &mut self.workspace).to_vec()
            });
            sums.collect::<Vec<f32x4>>()
        });
        let batch = self.training.batch(0);
        let outputs = self.dataset.outputs;
        let mut here = vec![f32x4::ZERO; origin.len()];
        let mut gradient = here.clone();
        let mut losses = Vec::with_capacity(columns * rows);
        for row in 0..rows {
            let v = f32x4::splat(plane.v(row, rows) as f32);
            for column in 0..columns {
                let u = f32x4::splat(plane.u(column, columns) as f32);
                for (z, ((o, x), y)) in here.iter_mut().zip(origin.iter().zip(&x).zip(&y)) {
                    *z = *o + v * *y + u * *x;
                }
                let input = LossInput {
                    output: self.network.output,
                    outputs,
                    batch: 1,
                    logits: &here,
                    targets: batch.targets,
                    mask: batch.mask,
                };
                losses.push(number(loss.backward(input, &mut gradient) / batch.students as f64) as f32);
            }
        }
        losses
    }

    fn surface_of_layers(&mut self, plane: &ParameterPlane, columns: usize, rows: usize) -> Vec<f32> {
        let mut parameters = vec![0.0; plane.origin.len()];
        let mut losses = Vec::with_capacity(columns * rows);
        for row in 0..rows {
            for column in 0..columns {
                plane.at(plane.u(column, columns), plane.v(row, rows), &mut parameters);
                losses.push(self.mean_loss(&parameters) as f32);
            }
        }
        losses
    }

    fn mean_loss(&mut self, parameters: &[f32]) -> f64 {
        self.network.set_raw(&self.dataset.scaler, parameters);
        let loss = self.experiment.training.loss;
        let students = self.training.students();
        let sum: f64 = self
            .training
            .parts()
            .map(|block| self.network.loss(loss, block, students, &mut self.workspace))
            .sum();
        number(sum / students as f64)
    }
}

impl ParameterPlane {
    fn u(&self, column: usize, columns: usize) -> f64 {
        let [from, to] = self.x_range;
        from + (to - from) * column as f64 / (columns - 1) as f64
    }

    fn v(&self, row: usize, rows: usize) -> f64 {
        let [from, to] = self.y_range;
        from + (to - from) * (rows - 1 - row) as f64 / (rows - 1) as f64
    }

    fn at(&self, u: f64, v: f64, parameters: &mut [f32]) {
        let terms = self.origin.iter().zip(&self.x).zip(&self.y);
        for (p, ((origin, x), y)) in parameters.iter_mut().zip(terms) {
            *p = (origin + u * x + v * y) as f32;
        }
    }
}

/// Reads a field at columns × rows points.
fn stretch(field: &Field, columns: usize, rows: usize, to: &mut Vec<f32>) {
    let place = |i: usize, count: usize| i as f64 / (count - 1) as f64;
    for row in 0..rows {
        for column in 0..columns {
            let mut value = [0.0];
            field.at(place(column, columns), place(row, rows), &mut value);
            to.push(if value[0].is_nan() { f32::INFINITY } else { value[0] });
        }
    }
}

/// A loss beyond the numbers is infinite.
fn number(loss: f64) -> f64 {
    if loss.is_nan() { f64::INFINITY } else { loss }
}
