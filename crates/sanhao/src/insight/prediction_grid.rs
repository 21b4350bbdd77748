//! Predictions over a plane of two subjects, for students with any scores.

use std::ops::Range;

use ndarray::ArrayView3;
use serde::Deserialize;
use wide::f32x4;

use crate::data::batches::PackedBatch;
use crate::data::scaler::Scaler;
use crate::math::kernels::LANES;
use crate::model::network::Workspace;
use crate::model::view::ModelView;
use crate::spec::table::Table;

/// A plane through score space: two subjects vary, the others are held.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ScorePlane {
    /// The subject that varies from left to right.
    pub x: usize,
    /// The subject that varies from bottom to top.
    pub y: usize,
    /// Scores at the left and at the right edge.
    pub x_range: [f64; 2],
    /// Scores at the bottom and at the top edge.
    pub y_range: [f64; 2],
    /// A score for every subject; those of x and y are ignored.
    pub held: Vec<f64>,
}

/// The largest absolute score of a plane. Features of numbers near 1e308 would not be finite.
const MAX_SCORE: f64 = 1e3 * Table::LARGEST_SCORE;

/// Predictions at the points of a plane, evenly spaced from edge to edge. It keeps its memory from one
/// [`fill`](PredictionGrid::fill) to the next, so that a grid that is filled every frame allocates once.
#[derive(Debug, Default)]
pub struct PredictionGrid {
    /// Rows, columns, outputs.
    shape: [usize; 3],
    /// Rows × columns × outputs, the top row first.
    values: Vec<f32>,
    features: Vec<f32x4>,
    workspace: Option<Workspace>,
}

impl PredictionGrid {
    /// The largest number of points: a picture of 2048 × 2048.
    pub const MAX_POINTS: usize = 1 << 22;

    /// Predicts at `columns` × `rows` points of a plane, at least two each way.
    ///
    /// The grid is empty afterwards where the plane does not fit the table (an unknown subject, or a score that is missing
    /// or not within ±1e9), and for more points than [`PredictionGrid::MAX_POINTS`].
    pub fn fill(&mut self, model: ModelView<'_>, plane: &ScorePlane, columns: usize, rows: usize) {
        let ModelView { dataset, network, .. } = model;
        let outputs = dataset.outputs();
        let (columns, rows) = (columns.max(2), rows.max(2));
        if !plane.fits(dataset.inputs()) || !within_limit([rows, columns, 1]) {
            self.shape = [0; 3];
            self.values.clear();
            return;
        }
        self.shape = [rows, columns, outputs];
        self.values.resize(rows * columns * outputs, 0.0);
        let Self { values, features, workspace, .. } = self;
        let workspace = network.reuse_workspace(workspace);
        plane.for_each_stretch(&dataset.scaler, [columns, rows], features, |stretch| {
            let Range { start, end } = stretch.points;
            let predicted = network.forward(stretch.features, stretch.groups, workspace);
            let to = &mut values[start * outputs..end * outputs];
            for (group, to) in predicted.chunks_exact(outputs).zip(to.chunks_mut(LANES * outputs)) {
                for (lane, to) in to.chunks_exact_mut(outputs).enumerate() {
                    to.iter_mut().zip(group).for_each(|(to, p)| *to = p.as_array()[lane]);
                }
            }
        });
    }

    /// Whether there are no predictions.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Rows × columns × outputs, the top row first.
    pub fn values(&self) -> ArrayView3<'_, f32> {
        view(self.shape, &self.values)
    }

    /// The number of values at each point.
    pub fn outputs(&self) -> usize {
        self.shape[2]
    }
}

/// An array over values that were written for its shape.
#[allow(clippy::expect_used, reason = "shape and values are set together")]
pub(super) fn view(shape: [usize; 3], values: &[f32]) -> ArrayView3<'_, f32> {
    ArrayView3::from_shape(shape, values).expect("as many values as the shape says")
}

/// Whether an array of this shape has at most [`PredictionGrid::MAX_POINTS`] elements.
pub(super) fn within_limit(shape: [usize; 3]) -> bool {
    let size = shape.into_iter().try_fold(1, usize::checked_mul);
    size.is_some_and(|size| size <= PredictionGrid::MAX_POINTS)
}

/// Bilinear interpolation in an array of rows × columns × outputs, at least two rows and two columns. x and y go from 0 at
/// the left and at the top to 1; a place beyond the edge counts as the edge.
pub(super) fn bilinear(values: &[f32], shape: [usize; 3], [x, y]: [f64; 2], to: &mut [f32]) {
    let [rows, columns, outputs] = shape;
    let (column, right) = split(x, columns);
    let (row, down) = split(y, rows);
    let value =
        |row: usize, column: usize, output: usize| values[(row * columns + column) * outputs + output];
    for (output, to) in to.iter_mut().enumerate() {
        let mix = |a: f32, b: f32, part: f32| a + (b - a) * part;
        let above = mix(value(row, column, output), value(row, column + 1, output), right);
        let below = mix(value(row + 1, column, output), value(row + 1, column + 1, output), right);
        *to = mix(above, below, down);
    }
}

/// The index of the last of `count` points at or before a place from 0 to 1, and the fraction of the way to the next point.
pub(super) fn split(place: f64, count: usize) -> (usize, f32) {
    let exact = place.clamp(0.0, 1.0) * (count - 1) as f64;
    let before = (exact as usize).min(count - 2);
    (before, (exact - before as f64) as f32)
}

/// Points beside each other in one row of a grid, as many as a block of the network holds.
pub(super) struct Stretch<'a> {
    /// Groups × inputs.
    pub features: &'a [f32x4],
    /// Groups of four points.
    pub groups: usize,
    /// The indices of the points in the grid, row by row.
    pub points: Range<usize>,
}

impl ScorePlane {
    /// Whether it is a plane through the scores of a table with this many subjects.
    pub(super) fn fits(&self, subjects: usize) -> bool {
        let mut scores = self.x_range.iter().chain(&self.y_range).chain(&self.held);
        let near = scores.all(|score| score.abs() <= MAX_SCORE);
        self.x < subjects && self.y < subjects && self.held.len() == subjects && near
    }

    /// Visits every point of a grid from edge to edge, stretch by stretch; the rows of a stretch's columns from the top
    /// down. `features` is the memory for the features of one stretch.
    #[inline(always)]
    pub(super) fn for_each_stretch(
        &self,
        scaler: &Scaler,
        [columns, rows]: [usize; 2],
        features: &mut Vec<f32x4>,
        mut visit: impl FnMut(Stretch<'_>),
    ) {
        let score =
            |[from, to]: [f64; 2], i: usize, count: usize| from + (to - from) * i as f64 / (count - 1) as f64;
        let inputs = self.held.len();
        features.resize(PackedBatch::MAX_STUDENTS / LANES * inputs, f32x4::ZERO);
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
                let first = row * columns + start;
                visit(Stretch { features, groups, points: first..first + count });
            }
        }
    }
}
