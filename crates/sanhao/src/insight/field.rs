//! The field: what the network would say of students with any scores, over a plane of two subjects.

use serde::Deserialize;

use wide::f32x4;

use crate::data::batches::PackedBatch;
use crate::data::scaler::Scaler;
use crate::math::kernels::LANES;
use crate::spec::table::Table;
use crate::training::trainer::Trainer;

/// A plane through score space: two subjects vary, the others are held.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
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
    /// than [`Field::MAX_POINTS`] leave an empty field.
    pub fn field(&mut self, plane: &Plane, columns: usize, rows: usize, field: &mut Field) {
        let (inputs, outputs) = (self.dataset.inputs, self.dataset.outputs);
        let (columns, rows) = (columns.max(2), rows.max(2));
        if !plane.fits(inputs) || !are_few(columns, rows, 1) {
            *field = Field::default();
            return;
        }
        field.columns = columns;
        field.rows = rows;
        field.outputs = outputs;
        field.values.resize(columns * rows * outputs, 0.0);
        plane.each_stretch(&self.dataset.scaler, inputs, [columns, rows], |features, groups, from, count| {
            let predicted = self.network.forward(features, groups, &mut self.workspace);
            let to = &mut field.values[from * outputs..][..count * outputs];
            for (group, to) in predicted.chunks_exact(outputs).zip(to.chunks_mut(LANES * outputs)) {
                for (lane, to) in to.chunks_exact_mut(outputs).enumerate() {
                    to.iter_mut().zip(group).for_each(|(to, p)| *to = p.as_array()[lane]);
                }
            }
        });
    }
}

/// Whether `values` numbers at each of columns × rows points are few enough.
pub(crate) fn are_few(columns: usize, rows: usize, values: usize) -> bool {
    let all = columns.checked_mul(rows).and_then(|points| points.checked_mul(values));
    all.is_some_and(|all| all <= Field::MAX_POINTS)
}

impl Plane {
    /// Whether it is a plane through the scores of a table with so many subjects.
    pub(crate) fn fits(&self, subjects: usize) -> bool {
        let mut scores = self.x_range.iter().chain(&self.y_range).chain(&self.held);
        let near = scores.all(|score| score.abs() <= FARTHEST);
        self.x < subjects && self.y < subjects && self.held.len() == subjects && near
    }

    /// Goes over a grid from edge to edge, row by row from the top, in stretches of a row that fit a block: hands on the
    /// features, their groups, the place of the stretch's first point in the grid, and how many points it has.
    #[inline(always)]
    pub(crate) fn each_stretch(
        &self,
        scaler: &Scaler,
        inputs: usize,
        [columns, rows]: [usize; 2],
        mut visit: impl FnMut(&[f32x4], usize, usize, usize),
    ) {
        let score =
            |[from, to]: [f64; 2], i: usize, count: usize| from + (to - from) * i as f64 / (count - 1) as f64;
        let mut features = vec![f32x4::ZERO; PackedBatch::MAX_STUDENTS / LANES * inputs];
        for start in (0..columns).step_by(PackedBatch::MAX_STUDENTS) {
            let count = PackedBatch::MAX_STUDENTS.min(columns - start);
            let groups = count.div_ceil(LANES);
            let features = &mut features[..groups * inputs];
            for (group, features) in features.chunks_exact_mut(inputs).enumerate() {
                for (feature, vector) in features.iter_mut().enumerate() {
                    *vector = std::array::from_fn(|lane| {
                        let column = start + group * LANES + lane;
                        let raw = if feature == self.x {
                            score(self.x_range, column, columns)
                        } else {
                            self.held[feature]
                        };
                        scaler.scaled_from_raw(feature, raw)
                    })
                    .into();
                }
            }
            for row in 0..rows {
                let y = score(self.y_range, rows - 1 - row, rows);
                let y = f32x4::splat(scaler.scaled_from_raw(self.y, y));
                if self.x != self.y {
                    features.iter_mut().skip(self.y).step_by(inputs).for_each(|vector| *vector = y);
                }
                visit(features, groups, row * columns + start, count);
            }
        }
    }
}

impl Field {
    /// The most points: a picture of 2048 × 2048.
    pub const MAX_POINTS: usize = 1 << 22;

    /// One value a point, rows × columns.
    pub(crate) fn of(columns: usize, rows: usize, values: Vec<f32>) -> Self {
        Self { columns, rows, outputs: 1, values }
    }

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
