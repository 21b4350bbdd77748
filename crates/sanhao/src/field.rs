//! The field: what the network would say of students with any scores, over a plane of two subjects.

use alloc::vec::Vec;

use serde::Deserialize;

use wide::f32x4;

use crate::blocks::{Block, LANES};
use crate::table::Table;
use crate::trainer::Trainer;

/// A plane through score space: two subjects vary, the others are held.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Plane {
    /// The subject that varies from left to right.
    pub x: usize,
    /// The subject that varies from bottom to top.
    pub y: usize,
    /// Scores at the left and at the right edge.
    pub x_range: [f64; 2],
    /// Scores at the bottom and at the top edge.
    pub y_range: [f64; 2],
    /// A score for every subject; those of x and y are not looked at.
    pub held: Vec<f64>,
}

/// Predictions over a plane, at points evenly spaced from edge to edge.
#[derive(Default)]
pub struct Field {
    columns: usize,
    rows: usize,
    outputs: usize,
    /// rows × columns × outputs, the top row first.
    values: Vec<f32>,
}

/// The farthest score of a plane. Features of numbers near 1e308 would not be numbers.
const FARTHEST: f64 = 1e3 * Table::LARGEST_SCORE;

impl Trainer {
    /// Predicts at `columns` × `rows` points of a plane, at least two each way.
    ///
    /// A plane that does not fit the table (a subject there is not, a score missing or not within ±1e9) and more points
    /// than [`Field::MOST`] leave an empty field.
    pub fn field(&mut self, plane: &Plane, columns: usize, rows: usize, field: &mut Field) {
        let inputs = self.dataset.inputs;
        let mut scores = plane.x_range.iter().chain(&plane.y_range).chain(&plane.held);
        let near = scores.all(|score| score.abs() <= FARTHEST);
        let (columns, rows) = (columns.max(2), rows.max(2));
        let small = columns.checked_mul(rows).is_some_and(|points| points <= Field::MOST);
        if plane.x >= inputs || plane.y >= inputs || plane.held.len() != inputs || !near || !small {
            *field = Field::default();
            return;
        }
        field.columns = columns;
        field.rows = rows;
        field.outputs = self.dataset.outputs;
        field.values.resize(field.columns * field.rows * field.outputs, 0.0);
        self.fill(plane, field);
    }

    fn fill(&mut self, plane: &Plane, field: &mut Field) {
        let scaler = &self.dataset.scaler;
        let score =
            |[from, to]: [f64; 2], i: usize, count: usize| from + (to - from) * i as f64 / (count - 1) as f64;
        let (inputs, outputs) = (self.dataset.inputs, field.outputs);
        let mut features = vec![f32x4::ZERO; Block::MOST / LANES * inputs];
        for start in (0..field.columns).step_by(Block::MOST) {
            let count = Block::MOST.min(field.columns - start);
            let groups = count.div_ceil(LANES);
            let features = &mut features[..groups * inputs];
            for (group, features) in features.chunks_exact_mut(inputs).enumerate() {
                for (feature, vector) in features.iter_mut().enumerate() {
                    *vector = core::array::from_fn(|lane| {
                        let column = start + group * LANES + lane;
                        let raw = if feature == plane.x {
                            score(plane.x_range, column, field.columns)
                        } else {
                            plane.held[feature]
                        };
                        scaler.scaled_from_raw(feature, raw)
                    })
                    .into();
                }
            }
            for row in 0..field.rows {
                let y = score(plane.y_range, field.rows - 1 - row, field.rows);
                let y = f32x4::splat(scaler.scaled_from_raw(plane.y, y));
                if plane.x != plane.y {
                    features.iter_mut().skip(plane.y).step_by(inputs).for_each(|vector| *vector = y);
                }
                let predicted = self.network.forward(features, groups, &mut self.workspace);
                let to = &mut field.values[(row * field.columns + start) * outputs..][..count * outputs];
                for (group, to) in predicted.chunks_exact(outputs).zip(to.chunks_mut(LANES * outputs)) {
                    for (lane, to) in to.chunks_exact_mut(outputs).enumerate() {
                        to.iter_mut().zip(group).for_each(|(to, p)| *to = p.as_array()[lane]);
                    }
                }
            }
        }
    }
}

impl Field {
    /// The most points: a picture of 2048 × 2048.
    pub const MOST: usize = 1 << 22;

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// rows × columns × outputs, the top row first.
    pub fn values(&self) -> &[f32] {
        &self.values
    }

    /// The number of values at each point.
    pub fn outputs(&self) -> usize {
        self.outputs
    }

    /// Writes the predictions at a point, `outputs` of them, by bilinear interpolation. `x` and `y` go from 0 at the
    /// left and at the top to 1. NaN where there are none.
    pub fn at(&self, x: f64, y: f64, predictions: &mut [f32]) {
        if self.is_empty() {
            return predictions.fill(f32::NAN);
        }
        let (column, right) = split(x, self.columns);
        let (row, down) = split(y, self.rows);
        let value = |row: usize, column: usize, output: usize| {
            self.values[(row * self.columns + column) * self.outputs + output]
        };
        for (output, p) in predictions.iter_mut().enumerate() {
            let mix = |a: f32, b: f32, part: f32| a + (b - a) * part;
            let above = mix(value(row, column, output), value(row, column + 1, output), right);
            let below = mix(value(row + 1, column, output), value(row + 1, column + 1, output), right);
            *p = mix(above, below, down);
        }
    }
}

/// The point before a place from 0 to 1 among `count` points, and how far it is to the next.
fn split(place: f64, count: usize) -> (usize, f32) {
    let exact = place.clamp(0.0, 1.0) * (count - 1) as f64;
    let before = (exact as usize).min(count - 2);
    (before, (exact - before as f64) as f32)
}
