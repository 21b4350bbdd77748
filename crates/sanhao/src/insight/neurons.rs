//! Responses of single neurons: the pictures inside a network.

use ndarray::Array3;
use wide::f32x4;

use crate::insight::prediction_grid::{ScorePlane, within_limit};
use crate::math::kernels::LANES;
use crate::model::view::ModelView;
use crate::spec::model::Activation;

/// The activation of every hidden neuron, layer by layer, and then every output, at `columns` × `rows` points of a plane of
/// scores, at least two each way.
///
/// The result is neurons × rows × columns, the top row first. It is 0 × 0 × 0 where the plane does not fit the table, and
/// for more values than [`PredictionGrid::MAX_POINTS`](crate::PredictionGrid::MAX_POINTS).
pub fn responses(model: ModelView<'_>, plane: &ScorePlane, columns: usize, rows: usize) -> Array3<f32> {
    let ModelView { dataset, network, .. } = model;
    let (columns, rows) = (columns.max(2), rows.max(2));
    let units: Vec<usize> = network.layers.iter().map(|layer| layer.units).collect();
    let neurons = units.iter().sum();
    if !plane.fits(dataset.inputs()) || !within_limit([neurons, rows, columns]) {
        return Array3::zeros((0, 0, 0));
    }
    let mut responses = Array3::zeros((neurons, rows, columns));
    let values = responses.as_slice_mut().unwrap_or_default();
    let mut workspace = network.workspace();
    let mut features = vec![];
    plane.for_each_stretch(&dataset.scaler, [columns, rows], &mut features, |stretch| {
        network.forward(stretch.features, stretch.groups, &mut workspace);
        let mut pictures = values.chunks_exact_mut(rows * columns);
        for (layer, &units) in workspace.values().zip(&units) {
            for (unit, picture) in pictures.by_ref().take(units).enumerate() {
                let points = picture[stretch.points.clone()].chunks_mut(LANES);
                for (to, group) in points.zip(layer.chunks_exact(units)) {
                    to.copy_from_slice(&group[unit].as_array()[..to.len()]);
                }
            }
        }
    });
    responses
}

/// An activation function and its derivative at `count` sums evenly spaced from end to end, at least two: the values, then
/// the slopes. Both are empty for more sums than [`PredictionGrid::MAX_POINTS`](crate::PredictionGrid::MAX_POINTS).
pub fn activation_curve(activation: Activation, [from, to]: [f32; 2], count: usize) -> [Vec<f32>; 2] {
    let count = count.max(2);
    if !within_limit([count, 1, 1]) {
        return [vec![], vec![]];
    }
    let sum = |i: usize| from + (to - from) * i as f32 / (count - 1) as f32;
    let sums: Vec<f32x4> = (0..count).map(|i| f32x4::splat(sum(i))).collect();
    let (mut values, mut slopes) = (sums.clone(), vec![f32x4::ONE; count]);
    activation.values(&sums, &mut values);
    activation.backward(&sums, &values, &mut slopes);
    [values, slopes].map(|vectors| vectors.iter().map(|vector| vector.as_array()[0]).collect())
}
